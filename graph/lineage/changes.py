"""What changed since a day: by the time of recording and by the dates of documents, kept apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray
from pyoxigraph import NamedNode, QuerySolutions

from graph.days import end_of, start_of
from graph.lineage.description import shown_value
from graph.lineage.documents import document_of, unstated_document
from graph.lineage.facts import Facts
from graph.lineage.history import Recording, history_of, was_recorded_before
from graph.lineage.index.arrays import FIRST_DAY, LAST_DAY, NONE, LineageIndex, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import spread
from graph.lineage.paging import LIMIT, Page
from graph.lineage.relations import local
from graph.lineage.standing import standing_on
from graph.model import (
    ChangedClaim,
    ChangedDocument,
    Changes,
    ClaimCount,
    DatedChange,
    DatedList,
    Document,
    PartialDate,
    RecordedChanges,
    Standing,
)
from graph.rdf import value_of
from graph.resolve.identity import is_document
from graph.store.protocol import Reader
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT, _PREDICATE = NamedNode(_RDF + "subject"), NamedNode(_RDF + "predicate")
_MOMENT = "http://www.w3.org/2001/XMLSchema#dateTime"
_CLAIMS = 12  # most claims told of one document; how many there are is told as well
#: Claims that a clock shows in a time; what they say is read for these only.
_WHEN = """SELECT ?c ?g { GRAPH ?g { ?c <%(clock)s> ?t }
    FILTER(?t >= "%(first)s"^^<%(type)s> && ?t <= "%(last)s"^^<%(type)s>) }"""


def changes(
    reader: Reader,
    *,
    since: date,
    until: date,
    limit: int = LIMIT,
    after: str | None = None,
) -> Changes:
    """Return what changed from a day to a day.

    Parameters
    ----------
    reader : one generation of the store.
    since : the first day.
    until : the last day.
    limit : most documents of each list on the page.
    after : the cursor that a list of the page before gave; it is good for each list.

    Raises
    ------
    QuestionError : no earlier page gave that cursor.
    """
    page, facts = Page.after(after, limit), Facts(reader)
    dated = _Dated(facts, index_for(reader), since, until, page)
    return Changes(
        since=since,
        until=until,
        recorded=_Recorded(facts, start_of(since), end_of(until), page).told(),
        issued=dated.issued(),
        ended=dated.ended(),
        stale=dated.stale(),
    )


@dataclass(frozen=True)
class _Recorded:
    """Changes by the time of recording, found by the engine of the store."""

    facts: Facts
    first: datetime
    last: datetime
    page: Page

    def told(self) -> RecordedChanges:
        """Return the claims in counts, and one page of the documents that they are about."""
        counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        touched: set[str] = set()
        lost: set[str] = set()
        for clock in (cas.recorded, cas.withdrawn):
            for claim, source in self._claims(clock):
                subject, predicate = self._of(claim, source)
                counts[source.value, predicate][clock] += 1
                if is_document(subject):
                    (lost if clock == cas.withdrawn else touched).add(subject)
        touched |= lost
        fresh = {one for one in touched if not was_recorded_before(self.facts, one, self.first)}
        ordered = sorted(touched, key=lambda iri: (iri not in lost, iri not in fresh, iri))
        return RecordedChanges(
            claims=tuple(self._counts(counts)),
            documents=len(touched),
            new=len(fresh),
            rows=tuple(self._changed(iri, new=iri in fresh) for iri in ordered[self.page.part]),
            before=min(self.page.before, len(touched)),
            next=self.page.next(len(touched)),
        )

    def _claims(self, clock: str) -> Iterator[tuple[NamedNode, NamedNode]]:
        """Yield the claims recorded or withdrawn in that time, each with its source."""
        moments = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        answer = self.facts.reader.query(_WHEN % {"clock": clock, "type": _MOMENT, **moments})
        assert isinstance(answer, QuerySolutions)
        for row in answer:
            claim, source = row["c"], row["g"]
            if isinstance(claim, NamedNode) and isinstance(source, NamedNode):
                yield claim, source

    def _of(self, claim: NamedNode, source: NamedNode) -> tuple[str, str]:
        """Return subject and predicate of a claim."""
        subject, predicate = (
            next(str(value_of(quad.object)) for quad in found)
            for found in (
                self.facts.reader.quads(claim, one, None, source) for one in (_SUBJECT, _PREDICATE)
            )
        )
        return subject, predicate

    def _counts(self, counts: Mapping[tuple[str, str], Counter[str]]) -> Iterator[ClaimCount]:
        for (source, predicate), told in sorted(counts.items()):
            both = told[cas.recorded], told[cas.withdrawn]
            yield ClaimCount(source, self.facts.label(source), _name(predicate), *both)

    def _changed(self, iri: str, *, new: bool) -> ChangedDocument:
        history = list(history_of(self.facts, iri))
        added = [one for one in history if self._falls(one.recorded)]
        gone = [one for one in history if self._falls(one.withdrawn)]
        told = [_claim(self.facts, one, gone=True) for one in gone]
        told += [_claim(self.facts, one, gone=False) for one in added]
        return ChangedDocument(
            document=_document(self.facts, iri),
            new=new,
            recorded=len(added),
            withdrawn=len(gone),
            claims=tuple(told[:_CLAIMS]),
        )

    def _falls(self, moment: datetime | None) -> bool:
        return moment is not None and self.first <= moment <= self.last


def _name(predicate: str) -> str:
    return local(predicate).rsplit("#", 1)[-1]


def _claim(facts: Facts, one: Recording, *, gone: bool) -> ChangedClaim:
    return ChangedClaim(
        predicate=_name(one.said.predicate),
        value=shown_value(facts, one.said.object),
        withdrawn=gone,
        when=one.withdrawn if gone and one.withdrawn else one.recorded,
        evidence=one.said.evidence,
    )


def _document(facts: Facts, iri: str) -> Document:
    """Return a document; of one that nothing stands of any more, what its address says."""
    return document_of(facts, iri) or unstated_document(iri)


@dataclass(frozen=True)
class _Dated:
    """Changes by the dates of documents, found in the columns of the index."""

    facts: Facts
    index: LineageIndex
    since: date
    until: date
    page: Page

    def issued(self) -> DatedList:
        """Return what was issued in that time."""
        columns = self.index.columns
        found = self._list(columns.issued_from, columns.issued_to)
        return replace(found, rows=tuple(replace(r, on=r.document.issued) for r in found.rows))

    def ended(self) -> DatedList:
        """Return what ended as a whole in that time."""
        columns = self.index.columns
        found = self._list(columns.ended_maybe, columns.ended_surely)
        rows = (replace(row, on=_first_ending(row.standing)) for row in found.rows)
        return replace(found, rows=tuple(rows))

    def stale(self) -> DatedList:
        """Return what may be in force and whose first basis to end did so in that time."""
        columns, last = self.index.columns, self.until.toordinal()
        force = (columns.since_from <= last) & (columns.ended_surely > last)
        least, _ = spread(self.index, columns.ended_maybe)
        most, causes = spread(self.index, columns.ended_surely)
        return self._list(least, most, among=force, causes=causes)

    def _list(
        self,
        first: Numbers,
        last: Numbers,
        *,
        among: NDArray[np.bool_] | None = None,
        causes: Numbers | None = None,
    ) -> DatedList:
        """Return the documents whose day, from `first` to `last`, lies in that time."""
        begin, end = self.since.toordinal(), self.until.toordinal()
        known = (first != FIRST_DAY) | (last != LAST_DAY)
        chosen = known if among is None else known & among
        sure = chosen & (first >= begin) & (last <= end)
        possible = chosen & ~sure & (first <= end) & (last >= begin)
        found = np.flatnonzero(sure)
        ordered = found[np.lexsort((found, last[found]))][::-1]
        return DatedList(
            documents=len(ordered),
            possible=int(possible.sum()),
            rows=tuple(self._row(int(one), causes) for one in ordered[self.page.part]),
            before=min(self.page.before, len(ordered)),
            next=self.page.next(len(ordered)),
        )

    def _row(self, number: int, causes: Numbers | None) -> DatedChange:
        document = _document(self.facts, self.index.names[number])
        standing = standing_on(self.facts, document.iri, self.until)
        cause = NONE if causes is None else int(causes[number])
        if cause == NONE:
            return DatedChange(document, None, standing)
        basis = _document(self.facts, self.index.names[cause])
        ended = standing_on(self.facts, basis.iri, self.until)
        return DatedChange(document, _first_ending(ended), standing, basis)


def _first_ending(standing: Standing) -> PartialDate | None:
    """Return the day of the first ending of a whole document."""
    days = [one.on for one in standing.endings if one.on and not one.parts]
    return min(days, key=lambda day: day.latest, default=None)
