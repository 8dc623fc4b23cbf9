"""What reviewers said of documents, as citations are resolved by it.

A reviewed document is known under its number, as if a source beside all others had named it with
its term or year. Where a reviewer gave a document another number than its address has, who cites
that number in the same term or year means that document; and if the register knows another one
under it, or reviewers gave it to two, the citation stays open between them. Who states another
day than that of the document means another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.model import Inference, PartialDate, Taught
from graph.numbers import kind_of, parse_number
from graph.resolve.documents import Given, Mention, NumberKey, Resolved, reference
from graph.resolve.identity import UNKNOWN, DocumentKey


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Documents by what reviewers said of them.

    `given` are those made known under their number; `renamed` those that bear another one: by the
    key that a citation of that number has; `days` when documents were issued.
    """

    given: Mapping[NumberKey, frozenset[Given]]
    renamed: Mapping[DocumentKey, frozenset[DocumentKey]]
    days: Mapping[DocumentKey, PartialDate]

    @classmethod
    def of(cls, taught: Iterable[Taught]) -> Reviewed:
        """Return what reviewers said, in whatever order."""
        given: dict[NumberKey, set[Given]] = defaultdict(set)
        renamed: dict[DocumentKey, set[DocumentKey]] = defaultdict(set)
        days: dict[DocumentKey, PartialDate] = {}
        for one in taught:
            key = DocumentKey.parse(one.document)
            if one.issued:
                days[key] = min(one.issued, days.get(key, one.issued))
            other = _key_of(one, key)
            if other is not None:
                renamed[other].add(key)
            elif key.period != UNKNOWN and key.dated is None:
                given[key.series, key.kind, key.numeral].add(Given(key.period, one.issued))
        return cls(
            {number: frozenset(known) for number, known in given.items()},
            {number: frozenset(known) for number, known in renamed.items()},
            days,
        )

    def with_given(
        self, given: Mapping[NumberKey, frozenset[Given]], keys: Iterable[NumberKey | None]
    ) -> Mapping[NumberKey, frozenset[Given]]:
        """Return what is known of some numbers, with what reviewers made known of them."""
        more = {key: self.given[key] for key in keys if key is not None and key in self.given}
        return {**given, **{key: given.get(key, frozenset()) | told for key, told in more.items()}}

    def renaming(self, mention: Mention, found: Resolved, registered: bool) -> Resolved:
        """Return what a mention means where its number is that of a document kept under another.

        Parameters
        ----------
        mention, found : a citation, and what it means by its number.
        registered : whether the register itself knows a document under that number.
        """
        known = self.renamed.get(found.key, frozenset()) if found.key is not None else ()
        meant = [key for key in known if _may_be_of(mention.issued, self.days.get(key))]
        if not meant:
            return found
        if len(meant) == 1 and not registered:
            (key,) = meant
            inference = tuple(sorted({*found.inference, Inference.REVIEWED}))
            return Resolved(key.iri, key, (), inference)
        possible = {key.iri for key in meant} | ({found.iri} if registered else set())
        return reference(mention, tuple(sorted(possible)))


def by_review(before: Resolved, after: Resolved) -> Resolved:
    """Return what a mention means, marked where only reviewers made it known."""
    if after.key is None or after.key == before.key:
        return after
    kept = set(after.inference) - {Inference.REGISTER}
    return replace(after, inference=tuple(sorted({*kept, Inference.REVIEWED})))


def _may_be_of(stated: PartialDate | None, known: PartialDate | None) -> bool:
    """Tell whether a day that a text states can be that of a document."""
    if stated is None or known is None:
        return True
    return stated.earliest <= known.latest and known.earliest <= stated.latest


def _key_of(one: Taught, key: DocumentKey) -> DocumentKey | None:
    """Return the key of a right number; None where it is the one that the document has."""
    number = parse_number(one.number)
    if number is None:
        return None
    kind = kind_of(one.type_vi, number.type_code) if number.type_code else key.kind
    if (number.numeral, kind) == (key.numeral, key.kind):
        return None
    return replace(key, kind=kind, numeral=number.numeral, dated=None)
