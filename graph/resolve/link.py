"""From the documents that a text cites to mentions: what is decided with all other sources.

Reading one text says what it prints and what it implies; which document that is, only all mentions
of its number together can say (`documents.resolve`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from graph.extraction import Candidate, CitedDocument, Extraction
from graph.model import Level, Modality, PartialDate, Taught
from graph.numbers import PrintedNumber, parse_number
from graph.records import Register
from graph.resolve.bodies import Body
from graph.resolve.documents import (
    Given,
    Mention,
    NumberKey,
    Resolved,
    given_by,
    is_loose,
    known_days,
    number_key,
    resolve,
)
from graph.resolve.drafts import Context
from graph.resolve.identity import DocumentKey
from graph.resolve.register import mentions_in
from graph.resolve.reviewed import Reviewed, by_review

_CONGRESS = re.compile(r"(?:lần thứ\s+|Đại hội\s+(?:\D{0,60}?\s)?)([IVXL]+)\b")
_NATIONAL_CONGRESS = "Đại hội đại biểu toàn quốc"
#: Bodies that stand for a numbering series where a text names the province only.
_USUAL_BODY = {"TU": "Tỉnh ủy", "UBND": "UBND", "HĐND": "HĐND"}
#: Relations by which a document comes after the one it points at.
_LATER = {"implements", "continues", "guides", "basedOn", "replaces", "amends", "repeals"}


@dataclass(frozen=True, slots=True)
class Citations:
    """The documents of one text as mentions, by their ids; candidates of those that stay open."""

    by_id: Mapping[str, Mention]
    candidates: Mapping[str, tuple[Mention, ...]]

    @property
    def all(self) -> frozenset[Mention]:
        """Return every mention, candidates too."""
        return frozenset(chain(self.by_id.values(), *self.candidates.values()))


@dataclass(frozen=True, slots=True)
class Shared:
    """What binds a text to others that cite the same number.

    `given` is what it makes known under the number and the register does not have: it bears on
    other texts. `loose` tells that it cites without saying which term or year: others bear on it.
    """

    given: frozenset[Given]
    loose: bool


@dataclass(frozen=True)
class Linker:
    """What citations are resolved against: the register's bodies, calendar and documents.

    Parameters
    ----------
    register : the rows.
    taught : what reviewers said of names and numbers, the register of a store's own.
    """

    register: Register
    taught: tuple[Taught, ...] = ()

    def taking(self, taught: tuple[Taught, ...]) -> Linker:
        """Return what resolves with other words of reviewers; what the register gives is kept."""
        if taught == self.taught:
            return self
        other = Linker(self.register, taught)
        kept = ("context", "registered", "_registered_days")
        other.__dict__.update({name: getattr(self, name) for name in kept})
        return other

    @cached_property
    def _reviewed(self) -> Reviewed:
        return Reviewed.of(self.taught)

    @cached_property
    def context(self) -> Context:
        """Return what rows are read against."""
        return Context(self.register)

    @cached_property
    def registered(self) -> Mapping[NumberKey, frozenset[Mention]]:
        """Return the mentions of the register by what they have to be resolved with."""
        groups: dict[NumberKey, set[Mention]] = defaultdict(set)
        for mention in mentions_in(self.register):
            key = number_key(mention)
            if key is not None:
                groups[key].add(mention)
        return {key: frozenset(group) for key, group in groups.items()}

    @cached_property
    def _registered_days(
        self,
    ) -> dict[tuple[NumberKey, frozenset[Given]], Mapping[DocumentKey, frozenset[PartialDate]]]:
        return {}

    def citations(self, extraction: Extraction, source: str) -> Citations:
        """Return the documents that a text cites as mentions.

        Parameters
        ----------
        extraction : what was read in it.
        source : address of the source; it tells open citations of different sources apart.
        """
        earliest = self._earliest(extraction)
        mentions = {
            document.id: self._mention(document, extraction, earliest.get(document.id), source)
            for document in extraction.documents
        }
        candidates = {
            document.id: tuple(
                self._candidate(document, one, mentions[document.id])
                for one in document.candidates
                if one.number
            )
            for document in extraction.documents
            if document.candidates
        }
        return Citations(mentions, candidates)

    def shared(self, citations: Citations) -> Mapping[NumberKey, Shared]:
        """Return the numbers that have to be resolved together with other texts."""
        groups: dict[NumberKey, set[Mention]] = defaultdict(set)
        for mention in citations.all:
            key = number_key(mention)
            if key is not None:
                groups[key].add(mention)
        told = {key: self._shared(key, group) for key, group in groups.items()}
        return {key: one for key, one in told.items() if one.given or one.loose}

    def resolve(
        self,
        citations: Citations,
        given: Mapping[NumberKey, frozenset[Given]] | None = None,
    ) -> Mapping[Mention, Resolved]:
        """Resolve the citations of one text with the register and what other texts make known."""
        mentions = citations.all
        keys = {number_key(mention) for mention in mentions}
        known = (self.registered.get(key, frozenset()) for key in keys if key is not None)
        every, calendar = mentions.union(*known), self.context.calendar
        found = resolve(every, calendar, given)
        if not self.taught:
            return found
        told = self._reviewed.with_given(given or {}, keys)
        after = resolve(every, calendar, told) if told != (given or {}) else found
        return {one: self._renamed(one, by_review(found[one], after[one])) for one in after}

    def _renamed(self, mention: Mention, found: Resolved) -> Resolved:
        key = found.key
        if key is None or key not in self._reviewed.renamed:
            return found
        number = (key.series, key.kind, key.numeral)
        return self._reviewed.renaming(mention, found, key in self._days(number, frozenset()))

    def _shared(self, key: NumberKey, group: set[Mention]) -> Shared:
        calendar = self.context.calendar
        given = given_by(key, group, calendar)
        new = frozenset(one for one in given if self._is_new(key, one))
        return Shared(new, any(is_loose(mention, key, calendar) for mention in group))

    def _is_new(self, key: NumberKey, one: Given) -> bool:
        """Tell whether the register does not make this known by itself."""
        if key not in self.registered:
            return True
        return self._days(key, frozenset((one,))) != self._days(key, frozenset())

    def _days(
        self, key: NumberKey, given: frozenset[Given]
    ) -> Mapping[DocumentKey, frozenset[PartialDate]]:
        """Return the documents that the register makes known under a number, and what is given."""
        kept = self._registered_days
        if (key, given) not in kept:
            found = known_days(key, self.registered.get(key, ()), self.context.calendar, given)
            kept[key, given] = {known: frozenset(days) for known, days in found.items()}
        return kept[key, given]

    def _mention(
        self,
        document: CitedDocument,
        extraction: Extraction,
        not_before: date | None,
        source: str,
    ) -> Mention:
        published = extraction.article.published
        day = document.issued or published
        number = parse_number(document.number) if document.number else None
        body = self._body(document, number, day.earliest if day else None)
        local = body is not None and body.unit is not None
        told = (source, document.alias or "", "" if number else document.id)
        return Mention(
            number=number,
            type_vi=document.type_vi,
            body=body,
            issued=document.issued,
            term=document.term if not local else None,
            title=document.title,
            own=number is not None and local,
            not_before=not_before,
            not_after=published.latest if published else None,
            context=" | ".join(told),
        )

    def _candidate(self, document: CitedDocument, one: Candidate, cited: Mention) -> Mention:
        return Mention(
            number=parse_number(one.number) if one.number else None,
            type_vi=document.type_vi,
            body=cited.body,
            issued=one.issued,
            term=one.term,
        )

    def _body(
        self, document: CitedDocument, number: PrintedNumber | None, day: date | None
    ) -> Body | None:
        """Return the body in whose series a document is numbered."""
        directory = self.context.directory
        congress = _congress_of(document) if number is None else None
        if congress:
            return directory.body(congress, province=document.province, on=day)
        if document.issuer:
            body = directory.body(document.issuer, province=document.province, on=day)
            if body.unit is not None or document.province is None:
                return body
        if document.province is None:
            return None
        code = number.issuer_code if number and number.issuer_code else "TU"
        usual = _USUAL_BODY.get("TU" if code == "TW" else code)
        return directory.body(usual, province=document.province, on=day) if usual else None

    def _earliest(self, extraction: Extraction) -> dict[str, date]:
        """Return the first day on which a document can have been issued: after its parents."""
        documents = {document.id: document for document in extraction.documents}
        found: dict[str, date] = {}
        for relation in extraction.relations:
            parent = documents.get(relation.object)
            if relation.predicate not in _LATER or relation.modality is not Modality.DONE:
                continue
            day = self._known_day(parent) if parent else None
            if day is not None:
                found[relation.subject] = max(day, found.get(relation.subject, day))
        return found

    def _known_day(self, document: CitedDocument) -> date | None:
        """Return the first possible day of a document: its own, or the first of its term."""
        if document.issued is not None:
            return document.issued.earliest
        if document.level is not Level.CENTRAL or document.term is None:
            return None
        terms = {row.term: row.start.earliest for row in self.register.terms}
        return terms.get(document.term)


def _congress_of(document: CitedDocument) -> str | None:
    """Return the congress that adopted a resolution known by its congress alone."""
    for told in (document.issuer, document.alias):
        if told is None or "đại hội" not in told.lower():
            continue
        found = _CONGRESS.search(told)
        ordinal = found[1] if found else document.term
        if ordinal is None:
            return None
        if document.province is None:
            return f"{_NATIONAL_CONGRESS} lần thứ {ordinal}"
        return f"Đại hội Đảng bộ {document.province} lần thứ {ordinal}"
    return None
