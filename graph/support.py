"""What the claims about one subject come to: how each value is founded, and how often it is said.

All that facts follow from, without the claims themselves: a claim that comes or goes changes a few
counts, however many others say the same.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from graph.model import Claim, Literal, Modality, Verification
from graph.resolve.identity import source_iri
from ontology import terms as cas

#: How a claim stands against others, the smallest wins: not accepted by a reviewer, declined, rank
#: of its verification, and whether it is from elsewhere than the register of documents.
Standing = tuple[bool, bool, int, bool]
#: How often something is said, by how it is founded.
Counts = Mapping[Standing, int]
Value = str | Literal

_Key = TypeVar("_Key", bound=Hashable)
_RANK = {one: one.rank for one in Verification}
_DOCUMENTS = source_iri("register-central-documents")


class Support:
    """The claims about one subject that count towards facts, counted; what was asked does not.

    Parameters
    ----------
    claims : the claims to begin with.
    """

    __slots__ = ("_issuers", "_noted", "_rows", "_values", "size")

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self._values: dict[str, dict[Value, dict[Standing, int]]] = {}
        self._rows: dict[str, dict[tuple[Value, Standing], int]] = {}
        self._issuers: dict[frozenset[Value], dict[Standing, int]] = {}
        self._noted = False
        self.size = 0  # claims that are counted
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        """Count a claim."""
        self._change(claim, 1)

    def remove(self, claim: Claim) -> None:
        """Count a claim no longer."""
        self._change(claim, -1)

    @property
    def values(self) -> Mapping[str, Mapping[Value, Counts]]:
        """Return predicate -> value -> how it is founded."""
        return self._values

    @property
    def issuers(self) -> Mapping[frozenset[Value], Counts]:
        """Return the sets of issuers that single rows or sentences name -> how they are founded."""
        return self._issuers

    @property
    def noted(self) -> dict[str, Any]:
        """Return it as JSON can tell it; without single rows, of which there are as many as claims.

        Rows and sentences are recalled, each when a claim that it carries comes or goes.
        """
        values = [
            [predicate, [[_told(value), _counted(counts)] for value, counts in of.items()]]
            for predicate, of in self._values.items()
        ]
        issuers = [
            [[_told(one) for one in sorted(named, key=str)], _counted(counts)]
            for named, counts in self._issuers.items()
        ]
        return {"size": self.size, "values": values, "issuers": issuers}

    @classmethod
    def again(cls, noted: Mapping[str, Any]) -> Support:
        """Return what was noted; the inverse of `noted`.

        Raises
        ------
        ValueError, TypeError, LookupError, AttributeError : nothing that was noted looks so.
        """
        support = cls()
        support._noted = True
        support.size = int(noted["size"])
        support._values = {
            predicate: {_value(told): _counts(counted) for told, counted in of}
            for predicate, of in noted["values"]
        }
        support._issuers = {
            frozenset(map(_value, named)): _counts(counted) for named, counted in noted["issuers"]
        }
        if support.noted != noted:
            raise ValueError("no account was ever noted so")
        return support

    def lacks(self, evidence: str) -> bool:
        """Tell whether it may count claims of a row without knowing which."""
        return self._noted and evidence not in self._rows

    def recall(self, evidence: str, claims: Iterable[Claim]) -> None:
        """Take back which claims of a row are counted already.

        Parameters
        ----------
        evidence : address of the row or sentence.
        claims : all that it carries of who issued the subject.
        """
        row = self._rows.setdefault(evidence, {})
        for claim in claims:
            if claim.modality is Modality.DONE:
                _count(row, (claim.object, _standing(claim)), 1)

    def _change(self, claim: Claim, by: int) -> None:
        if claim.modality is not Modality.DONE:
            return
        self.size += by
        standing = _standing(claim)
        values = self._values.setdefault(claim.predicate, {})
        counts = values.setdefault(claim.object, {})
        _count(counts, standing, by)
        if not counts:
            del values[claim.object]
        if not values:
            del self._values[claim.predicate]
        if claim.predicate == cas.issuedBy:
            self._change_row(claim, standing, by)

    def _change_row(self, claim: Claim, standing: Standing, by: int) -> None:
        """Count what one row says of the issuers, all of them together."""
        row = self._rows.setdefault(claim.evidence, {})
        self._count_row(row, -1)
        _count(row, (claim.object, standing), by)
        self._count_row(row, 1)
        if not row:
            del self._rows[claim.evidence]

    def _count_row(self, row: Mapping[tuple[Value, Standing], int], by: int) -> None:
        issuers = frozenset(value for value, _ in row)
        counts = self._issuers.setdefault(issuers, {})
        for (_, standing), times in row.items():
            _count(counts, standing, by * times)
        if not counts:
            del self._issuers[issuers]


def _standing(claim: Claim) -> Standing:
    return (
        not claim.accepted,
        claim.declined,
        _RANK[claim.verification],
        claim.source != _DOCUMENTS,
    )


def _told(value: Value) -> str | list[str | None]:
    return value if isinstance(value, str) else [value.text, value.datatype, value.language]


def _value(told: str | list[str]) -> Value:
    return told if isinstance(told, str) else Literal(*told)


def _counted(counts: Counts) -> list[list[int]]:
    return [[*map(int, standing), times] for standing, times in counts.items()]


def _counts(counted: Iterable[list[int]]) -> dict[Standing, int]:
    return {
        (bool(unseen), bool(declined), int(rank), bool(elsewhere)): int(times)
        for unseen, declined, rank, elsewhere, times in counted
    }


def _count(counts: dict[_Key, int], key: _Key, by: int) -> None:
    counts[key] = counts.get(key, 0) + by
    if not counts[key]:
        del counts[key]
