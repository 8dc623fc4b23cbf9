"""A lineage in counts first, then page by page: the way into a cascade of any size.

Counting walks the index alone; names, force and evidence are read from the store for what a page
shows, a constant number of reads for each document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from graph.lineage.documents import document_of, read_documents
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import BIT, LineageIndex, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import among, counted
from graph.lineage.relations import LINEAGE, local, names_of
from graph.lineage.seen import Places, Seen, see
from graph.lineage.standing import standing_on
from graph.lineage.units import UnitSet
from graph.lineage.views import cut, in_force, maybe_in_force, walk
from graph.model import (
    CascadeOutline,
    Document,
    Evidence,
    Lag,
    Level,
    LineageGroup,
    LineagePage,
    LineageRow,
    Tallied,
    Tie,
    View,
)
from graph.resolve.names import type_words
from graph.store.protocol import Reader
from ontology import terms as cas

_LEVELS = list(Level)
_TIES = 4  # most relations told of one document on a page; how many there are is told as well
_TODAY = 34


def outline(reader: Reader, document: Document, view: View) -> CascadeOutline:
    """Return the lineage of a document in counts, by level and unit.

    Parameters
    ----------
    reader : one generation of the store.
    document : where it starts.
    view : what is walked and what of it is shown.
    """
    facts, index = Facts(reader), index_for(reader)
    seen = see(index, document.iri, view)
    table = counted(index.columns, seen.shown, len(index.units), len(_LEVELS) + 1)
    sure = int(in_force(index, seen.shown, seen.on).sum())
    return CascadeOutline(
        root=document,
        view=view,
        on=seen.on,
        standing=standing_on(facts, document.iri, seen.on),
        documents=len(seen.shown),
        hidden=seen.hidden,
        units=_units(facts, index, table),
        by_level=by_level(table),
        by_type=by_type(index, seen.shown),
        by_relation=_by_relation(seen),
        in_force=sure,
        uncertain_force=int(maybe_in_force(index, seen.shown, seen.on).sum()) - sure,
        stated=_stated(seen),
        in_cycles=int(seen.in_cycles[seen.places(seen.shown)].sum()),
        groups=groups_of(facts, index, table),
    )


def page(
    reader: Reader,
    document: Document,
    view: View,
    *,
    limit: int = 50,
    after: str | None = None,
    number: int = 1,
    under: str | None = None,
    evidence: bool = True,
) -> LineagePage:
    """Return some of the documents of a lineage with how each hangs in it.

    Parameters
    ----------
    reader : one generation of the store.
    document : where the lineage starts.
    view : what is walked and what of it is shown.
    limit : most documents on the page.
    after : the cursor that the page before gave.
    number : which page, from 1, where there is no cursor.
    under : address of a document of the lineage: only what hangs directly on it; None for all.
    evidence : whether to read what supports each relation.

    Raises
    ------
    QuestionError : the cursor names no document.
    """
    index = index_for(reader)
    seen = see(index, document.iri, view)
    documents = seen.shown if under is None else seen.below(index.names.find(under))
    chosen = cut(index, documents, limit, after, number)
    rows = Rows(Facts(reader), seen, document, evidence)
    rows.read(chosen.documents)
    found = (rows.row(number) for number in chosen.documents.tolist())
    return LineagePage(
        tuple(row for row in found if row is not None), chosen.before, len(documents), chosen.next
    )


def by_level(table: NDArray[np.int64]) -> tuple[tuple[Level, int], ...]:
    """Return how many documents stand at each level that has any."""
    return tuple(
        (level, int(count))
        for level, count in zip(_LEVELS, table[:-1].sum(axis=1), strict=True)
        if count
    )


def groups_of(
    facts: Facts, index: LineageIndex, table: NDArray[np.int64]
) -> tuple[LineageGroup, ...]:
    """Return the groups of level and unit that have documents, by level, then name of the unit."""
    found = (
        _group(facts, index, level, unit, int(table[level, unit]))
        for level, unit in np.argwhere(table).tolist()
    )
    order = [*_LEVELS, None]
    return tuple(
        sorted(found, key=lambda it: (order.index(it.level), it.unit or "", it.unit_iri or ""))
    )


def _group(
    facts: Facts, index: LineageIndex, level: int, unit: int, documents: int
) -> LineageGroup:
    named = _LEVELS[level] if level < len(_LEVELS) else None
    if unit == len(index.units):
        return LineageGroup(named, None, None, documents)
    iri = index.units[unit]
    sets = facts.of(iri).get(cas.unitSet, [])  # the label is read with it
    told = tuple(sorted(one if isinstance(one, str) else one.text for one in sets))
    return LineageGroup(named, facts.label(iri), iri, documents, told)


def _units(facts: Facts, index: LineageIndex, table: NDArray[np.int64]) -> int:
    """Return how many provinces of today the documents come from, predecessors rolled up."""
    today = UnitSet(facts, _TODAY)
    present = np.flatnonzero(table[:, :-1].sum(axis=0)).tolist()
    return len({heir for unit in present for heir in today.stands_for(index.units[unit])})


def by_type(index: LineageIndex, documents: Numbers | slice) -> tuple[Tallied, ...]:
    """Return how many documents are of each type, most first; of no known type: without code."""
    counts = np.bincount(index.columns.kind[documents] + 1, minlength=len(index.kinds) + 1)
    tallied = []
    for place in np.flatnonzero(counts).tolist():
        iri = index.kinds[place - 1] if place else ""
        vi, en = type_words(iri)
        code = iri.removeprefix(cas.DATA + "type/")
        tallied.append(Tallied(code, vi or code, en or code, int(counts[place])))
    return tuple(sorted(tallied, key=lambda one: (-one.documents, one.vi)))


def _by_relation(seen: Seen) -> tuple[tuple[str, int], ...]:
    """Return how many of the documents shown bear each relation of lineage towards the root.

    A more specific relation counts as the one that it implies as well.
    """
    places, owners = seen.ties(seen.shown)
    bits = np.zeros(len(seen.shown), np.uint8)
    np.bitwise_or.at(bits, owners, seen.towards.relations[places])
    counts = ((relation, int(((bits & BIT[relation]) != 0).sum())) for relation in LINEAGE)
    return tuple((local(relation), count) for relation, count in counts if count)


def _stated(seen: Seen) -> int:
    """Return how many of the documents shown are reached by relations stated plainly."""
    if seen.view.stated:
        return len(seen.shown)
    plain = walk(seen.index, seen.root, replace(seen.view, stated=True))
    stated = among(plain.documents, len(seen.index))
    return int(stated[seen.shown].sum())


@dataclass(frozen=True, eq=False)
class Rows:
    """What a page shows of a lineage, read from the store together, then told row by row."""

    facts: Facts
    seen: Seen
    root: Document
    evidence: bool

    def read(self, documents: Numbers) -> None:
        """Read what the rows of some documents will show."""
        names, towards = self.seen.index.names, self.seen.towards
        own = [names[number] for number in documents.tolist()]
        ties = [
            (iri, names[int(towards.targets[edge])])
            for iri, number in zip(own, documents.tolist(), strict=True)
            for edge in self._nearest(self.seen.ties(np.array([number], np.int32))[0])
        ]
        read_documents(self.facts, (*own, *(other for _, other in ties)))
        if self.evidence:
            down = self.seen.view.down
            self.facts.read_links((one, other) if down else (other, one) for one, other in ties)

    def row(self, number: int) -> LineageRow | None:
        """Return the row of one document; None when the store does not know it."""
        seen, own = self.seen, np.array([number], np.int32)
        document = document_of(self.facts, seen.index.names[number])
        if document is None:
            return None
        place = seen.reached.place(number)
        edges, _ = seen.ties(own)
        below, _ = seen.inside(seen.away, own)
        first, last = (self.root, document) if seen.view.down else (document, self.root)
        return LineageRow(
            document=document,
            steps=int(seen.reached.depth[place]),
            ties=tuple(self._ties(document, edges)),
            tied=len(edges),
            total_lag=Lag.between(first.issued, last.issued),
            below=len(below),
            in_cycle=bool(seen.in_cycles[place]),
            standing=standing_on(self.facts, document.iri, seen.on),
        )

    def _ties(self, document: Document, edges: Places) -> Iterator[Tie]:
        """Yield how a document hangs in the lineage, on the nearest in time first."""
        towards = self.seen.towards
        for edge in self._nearest(edges):
            other = document_of(self.facts, self.seen.index.names[int(towards.targets[edge])])
            if other is None:
                continue
            child, above = (document, other) if self.seen.view.down else (other, document)
            predicates = names_of(int(towards.relations[edge]))
            yield Tie(
                other,
                predicates,
                Lag.between(above.issued, child.issued),
                bool(towards.certain[edge]),
                self._evidence(child, above, predicates),
            )

    def _nearest(self, edges: Places) -> list[int]:
        """Return those edges of a document that its row tells, the nearest in time first."""
        days = self.seen.index.columns.issued_from[self.seen.towards.targets[edges]]
        order = np.argsort(-days if self.seen.view.down else days, kind="stable")
        return [int(edge) for edge in edges[order][:_TIES]]

    def _evidence(
        self, child: Document, above: Document, predicates: tuple[str, ...]
    ) -> tuple[Evidence, ...]:
        if not self.evidence:
            return ()
        named = [cas.ONTOLOGY + name for name in predicates]
        return evidence_of(self.facts, child.iri, above.iri, named)
