"""What reviewers said of documents, as citations are resolved by it.

A reviewed document is known under its number, as if a source beside all others had named it with
its term or year. Where a reviewer gave a document another number than its address has, who cites
that number in the same term or year means that document; and if the register knows another one
under it, or reviewers gave it to two, the citation stays open between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.model import Inference, Taught
from graph.numbers import kind_of, parse_number
from graph.resolve.documents import Given, Mention, NumberKey, Resolved, reference
from graph.resolve.identity import UNKNOWN, DocumentKey


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Documents by what reviewers said of them.

    `given` are those made known under their number; `renamed` those that bear another one: by the
    key that a citation of that number has.
    """

    given: Mapping[NumberKey, frozenset[Given]]
    renamed: Mapping[DocumentKey, frozenset[DocumentKey]]

    @classmethod
    def of(cls, taught: Iterable[Taught]) -> Reviewed:
        """Return what reviewers said, in whatever order."""
        given: dict[NumberKey, set[Given]] = defaultdict(set)
        renamed: dict[DocumentKey, set[DocumentKey]] = defaultdict(set)
        for one in taught:
            key = DocumentKey.parse(one.document)
            other = _key_of(one, key)
            if other is not None:
                renamed[other].add(key)
            elif key.period != UNKNOWN and key.dated is None:
                given[key.series, key.kind, key.numeral].add(Given(key.period, one.issued))
        return cls(
            {number: frozenset(known) for number, known in given.items()},
            {number: frozenset(known) for number, known in renamed.items()},
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
        meant = self.renamed.get(found.key) if found.key is not None else None
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


def _key_of(one: Taught, key: DocumentKey) -> DocumentKey | None:
    """Return the key of a right number; None where it is the one that the document has."""
    number = parse_number(one.number)
    if number is None:
        return None
    kind = kind_of(one.type_vi, number.type_code) if number.type_code else key.kind
    if (number.numeral, kind) == (key.numeral, key.kind):
        return None
    return replace(key, kind=kind, numeral=number.numeral, dated=None)
