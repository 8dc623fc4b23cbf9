"""Addresses of documents in order, as one stretch of bytes: no text of its own for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from graph.lineage.index.arrays import NONE, Bytes, Names
from ontology import terms as cas

_Item = TypeVar("_Item", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class PackedNames:
    """Addresses in the order of their letters; the number of one is its place.

    Parameters
    ----------
    prefix : how all of them begin.
    begins : int64, where each begins in `rest`, or behind it in `more`.
    sizes : uint32, how many bytes each has there.
    rest : uint8, what follows the prefix, in UTF-8.
    more : the same of what came later: the long stretch stays where it is.
    """

    prefix: str
    begins: NDArray[np.int64]
    sizes: NDArray[np.uint32]
    rest: Bytes
    more: bytes = b""

    def __getitem__(self, number: int) -> str:
        """Return the address of a document."""
        return self.prefix + self._bytes(number).decode()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.begins)

    def _bytes(self, number: int) -> bytes:
        begin, size = int(self.begins[number]), int(self.sizes[number])
        if begin < len(self.rest):
            return self.rest[begin : begin + size].tobytes()
        begin -= len(self.rest)
        return self.more[begin : begin + size]

    def find(self, iri: str) -> int:
        """Return the number of a document, `NONE` when the index does not know it."""
        place = self.place(iri)
        return place if place < len(self) and self[place] == iri else NONE

    def place(self, iri: str) -> int:
        """Return before how many documents an address stands."""
        if not iri.startswith(self.prefix):
            return 0 if iri < self.prefix else len(self)
        wanted = iri[len(self.prefix) :].encode()
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low


def packed(ordered: list[bytes]) -> PackedNames:
    """Return addresses as they are kept.

    Parameters
    ----------
    ordered : addresses in UTF-8, in the order of their bytes (which is that of their letters).
    """
    prefix = _shared(ordered)
    sizes = np.array([len(one) - len(prefix) for one in ordered], np.uint32)
    begins = np.cumsum(sizes, dtype=np.int64) - sizes
    rest = b"".join(one[len(prefix) :] for one in ordered)
    return PackedNames(prefix.decode(), begins, sizes, np.frombuffer(rest, np.uint8))


def _shared(ordered: list[bytes]) -> bytes:
    """Return how all addresses begin: as those of documents do, else nothing is sure."""
    first = f"{cas.DATA}document/".encode()
    ends = ordered[:1] + ordered[-1:]
    return first if ends and all(one.startswith(first) for one in ends) else b""


def changed(names: PackedNames, cuts: list[tuple[int, int, list[str]]]) -> PackedNames:
    """Return the names with some stretches replaced.

    Parameters
    ----------
    names : as they were.
    cuts : first and last (exclusive) number of each stretch and the addresses that come in its
        place, in order.
    """
    told = [iri for *_, came in cuts for iri in came]
    if all([names[one] for one in range(start, stop)] == came for start, stop, came in cuts):
        return names
    if not all(iri.startswith(names.prefix) for iri in told):
        none = np.arange(0)
        kept = spliced(np.arange(len(names)), [(start, stop, none) for start, stop, _ in cuts])
        every = (*(names[number] for number in kept.tolist()), *told)
        return packed(sorted(iri.encode() for iri in every))
    tails = [iri[len(names.prefix) :].encode() for iri in told]
    sizes = np.array([len(tail) for tail in tails], np.uint32)
    begins = np.cumsum(sizes, dtype=np.int64) - sizes + len(names.rest) + len(names.more)
    at = np.cumsum([0, *(len(came) for *_, came in cuts)]).tolist()
    new = [(start, stop, slice(*at[n : n + 2])) for n, (start, stop, _) in enumerate(cuts)]
    return replace(
        names,
        begins=spliced(names.begins, [(start, stop, begins[own]) for start, stop, own in new]),
        sizes=spliced(names.sizes, [(start, stop, sizes[own]) for start, stop, own in new]),
        more=names.more + b"".join(tails),
    )


def shifted(
    bounds: NDArray[np.int64], cuts: Sequence[tuple[int, int, Sequence[int]]]
) -> NDArray[np.int64]:
    """Return where things begin, and the last one ends, after some of them were replaced.

    Parameters
    ----------
    bounds : where they began; one more than there are.
    cuts : first and last (exclusive) of the things replaced, and how long those are that come.
    """
    more = sum(len(lengths) - (stop - start) for start, stop, lengths in cuts)
    out = np.empty(len(bounds) + more, np.int64)
    at = place = shift = 0
    for start, stop, lengths in cuts:
        end = place + start - at
        np.add(bounds[at:start], shift, out=out[place:end])
        begin = int(bounds[start]) + shift
        out[end : end + len(lengths)] = begin + np.cumsum([0, *lengths])[:-1]
        shift += sum(lengths) - int(bounds[stop] - bounds[start])
        at, place = stop, end + len(lengths)
    np.add(bounds[at:], shift, out=out[place:])
    return out


def spliced(old: NDArray[_Item], cuts: Iterable[tuple[int, int, NDArray[_Item]]]) -> NDArray[_Item]:
    """Return an array with some stretches replaced: whole stretches are copied, not items.

    Parameters
    ----------
    old : one-dimensional.
    cuts : first and last (exclusive) place and what comes there instead, in order.
    """
    pieces: list[NDArray[_Item]] = []
    at = 0
    for start, stop, came in cuts:
        pieces += (old[at:start], came)
        at = stop
    return np.concatenate([*pieces, old[at:]]).astype(old.dtype, copy=False)


def as_packed(names: Names) -> PackedNames:
    """Return names as they are kept, whatever form they have."""
    if isinstance(names, PackedNames):
        return names
    return packed([names[number].encode() for number in range(len(names))])
