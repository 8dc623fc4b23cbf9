"""Walks over the index: what is reached from some documents, how, and how it is distributed.

Breadth first with whole levels at a time as arrays; a few documents are walked one by one, which
is quicker than arrays as long as they are few. A document is reached once, by a shortest way, so
cycles end by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from graph.lineage.index.arrays import (
    LAST_DAY,
    LINEAGE_BITS,
    NONE,
    Columns,
    Edges,
    LineageIndex,
    Numbers,
)

_FEW = 48  # documents of a level up to which walking them one by one is quicker


class Mask(Protocol):
    """One truth value a document: an array, or what works it out for those that are asked for."""

    @overload
    def __getitem__(self, documents: int) -> np.bool_ | bool: ...
    @overload
    def __getitem__(self, documents: Numbers) -> NDArray[np.bool_]: ...


#: Which documents a walk may enter.
Allowed: TypeAlias = Mask | NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Reached:
    """What a walk reached, in the order in which it did: starts first, then step by step.

    Parameters
    ----------
    documents : int32, each once.
    depth : int32, least number of steps from a start; 0 for the starts.
    parents : int32, place in `documents` of the one that it was reached from; `NONE` for starts.
    """

    documents: Numbers
    depth: Numbers
    parents: Numbers

    def __len__(self) -> int:
        """Return how many documents were reached, the starts among them."""
        return len(self.documents)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {document: place for place, document in enumerate(self.documents.tolist())}

    def place(self, document: int) -> int:
        """Return where a document stands, `NONE` when it was not reached."""
        return self._places.get(document, NONE)

    def chain(self, place: int) -> tuple[int, ...]:
        """Return a shortest way, from a start to the document at a place."""
        way = []
        while place != NONE:
            way.append(int(self.documents[place]))
            place = int(self.parents[place])
        return tuple(reversed(way))


def reachable(
    index: LineageIndex,
    starts: int | Sequence[int] | Numbers,
    *,
    down: bool = True,
    bits: int = LINEAGE_BITS,
    allowed: Allowed | None = None,
    certain: bool = False,
    depth: int | None = None,
) -> Reached:
    """Return what can be reached from some documents, breadth first.

    Parameters
    ----------
    index : the index.
    starts : one document or several; they are in the answer whether allowed or not.
    down : to what rests on them; else up to what they rest on.
    bits : the relations to follow (`BIT`), any of them.
    allowed : one truth value a document: what is not allowed is neither reached nor passed
        through; None allows all.
    certain : whether to follow only edges that a claim states plainly.
    depth : most steps; None for all.

    Returns
    -------
    Each document once, by a shortest way. Of several shortest ways the one over the parent that was
    reached first counts: the same in every run.
    """
    first = np.unique(np.atleast_1d(np.asarray(starts, dtype=np.int32)))
    walk = _Walk(index.down if down else index.up, bits, certain, allowed)
    return walk.from_(first, len(index) if depth is None else depth)


class _Walk:
    """One walk: the edges that it follows, and what it has reached so far."""

    def __init__(self, edges: Edges, bits: int, certain: bool, allowed: Allowed | None) -> None:
        self._edges = edges
        self._bits = bits
        self._certain = certain
        self._allowed = allowed
        self._seen: dict[int, None] = {}
        self._marks: Numbers | None = None  # place + 1 of what was reached, made for large levels

    def from_(self, starts: Numbers, depth: int) -> Reached:
        level = starts
        levels, parents = [starts], [np.full(len(starts), NONE, np.int32)]
        before, step = 0, 0
        self._seen.update(dict.fromkeys(starts.tolist()))
        while len(level) and step < depth:
            few = self._marks is None and self._width(level) <= _FEW
            found, origins = self._one_by_one(level) if few else self._at_once(level)
            levels.append(found)
            parents.append(origins + np.int32(before))
            before += len(level)
            level, step = found, step + 1
        sizes = [len(one) for one in levels]
        depths = np.repeat(np.arange(len(levels), dtype=np.int32), sizes)
        return Reached(np.concatenate(levels), depths, np.concatenate(parents))

    def _width(self, level: Numbers) -> int:
        """Return how many edges leave a level, or more than a few."""
        if len(level) > _FEW:
            return len(level)
        starts = self._edges.starts
        return sum(int(starts[one + 1]) - int(starts[one]) for one in level.tolist())

    def _one_by_one(self, level: Numbers) -> tuple[Numbers, Numbers]:
        found: list[int] = []
        origins: list[int] = []
        for place, document in enumerate(level.tolist()):
            row = self._edges.row(document)
            for other, relations, certain in zip(
                self._edges.targets[row].tolist(),
                self._edges.relations[row].tolist(),
                self._edges.certain[row].tolist(),
                strict=True,
            ):
                if other in self._seen or not relations & self._bits:
                    continue
                if (self._certain and not certain) or not self._may(other):
                    continue
                self._seen[other] = None
                found.append(other)
                origins.append(place)
        return np.array(found, np.int32), np.array(origins, np.int32)

    def _may(self, document: int) -> bool:
        return self._allowed is None or bool(self._allowed[document])

    def _at_once(self, level: Numbers) -> tuple[Numbers, Numbers]:
        if self._marks is None:
            self._marks = np.zeros(len(self._edges.starts) - 1, np.int32)
            self._marks[np.fromiter(self._seen, np.int32, len(self._seen))] = -1
        edges, origins = edges_of(self._edges, level)
        targets = self._edges.targets[edges]
        keep = (self._edges.relations[edges] & self._bits) != 0
        keep &= self._marks[targets] == 0
        if self._certain:
            keep &= self._edges.certain[edges] != 0
        if self._allowed is not None:
            keep &= self._allowed[targets]
        targets, origins = targets[keep], origins[keep]
        return self._first_of_each(targets, origins)

    def _first_of_each(self, targets: Numbers, origins: Numbers) -> tuple[Numbers, Numbers]:
        """Keep the first coming of each document, and mark it."""
        assert self._marks is not None
        places = np.arange(1, len(targets) + 1, dtype=np.int32)
        self._marks[targets[::-1]] = places[::-1]  # of several writings the last one stays
        once = self._marks[targets] == places
        return targets[once], origins[once]


def edges_of(edges: Edges, documents: Numbers) -> tuple[NDArray[np.int64], Numbers]:
    """Return the places of all edges of some documents, and for each whose it is.

    Returns
    -------
    Places in `edges.targets`, and places in `documents`, edge by edge.
    """
    first = edges.starts[documents]
    sizes = edges.starts[documents + 1] - first
    owners = np.repeat(np.arange(len(documents), dtype=np.int32), sizes)
    shift = first - (np.cumsum(sizes) - sizes)
    return np.arange(len(owners), dtype=np.int64) + shift[owners], owners


def spread(
    index: LineageIndex,
    days: Numbers,
    *,
    down: bool = True,
    bits: int = LINEAGE_BITS,
    allowed: Allowed | None = None,
    certain: bool = False,
) -> tuple[Numbers, Numbers]:
    """Return, for each document, the least day among all those that it is reached from.

    For stale bases: with `ended_maybe` as days, since when any direct or transitive basis of a
    document may no longer be in force. A document's own day does not count for itself, unless a
    cycle leads back to it.

    Parameters
    ----------
    index : the index.
    days : int32, one a document; `LAST_DAY` counts as never.
    down : from a basis to what rests on it; else the other way.
    bits : the relations to follow.
    allowed : documents that a day may pass through, or arrive at; None for all.
    certain : whether to follow only edges that a claim states plainly.

    Returns
    -------
    The least day, and the document that has it; never and `NONE` where there is none.
    """
    edges = index.down if down else index.up
    least = np.full(len(index), LAST_DAY, np.int32)
    origin = np.full(len(index), NONE, np.int32)
    level = np.flatnonzero(days != LAST_DAY).astype(np.int32)
    carried, whose = days[level], level
    reached = np.zeros(len(index), np.bool_)
    while len(level):
        places, owners = edges_of(edges, level)
        targets = edges.targets[places]
        keep = (edges.relations[places] & bits) != 0
        keep &= carried[owners] < least[targets]
        if certain:
            keep &= edges.certain[places] != 0
        if allowed is not None:
            keep &= allowed[targets]
        targets, owners = targets[keep], owners[keep]
        np.minimum.at(least, targets, carried[owners])
        best = np.flatnonzero(carried[owners] == least[targets])[::-1]
        origin[targets[best]] = whose[owners[best]]  # of several writings the last one stays
        reached[targets] = True
        level = np.flatnonzero(reached).astype(np.int32)
        reached[targets] = False
        carried, whose = least[level], origin[level]
    return least, origin


def counted(columns: Columns, documents: Numbers, units: int, levels: int = 8) -> NDArray[np.int64]:
    """Return how many of some documents stand at each level in each unit.

    Parameters
    ----------
    columns : of the index.
    documents : which to count.
    units : `len(index.units)`.
    levels : rows of the answer; the last is for documents without a level.

    Returns
    -------
    A table of `levels` rows and `units + 1` columns, the last for documents without a unit.
    """
    level = np.minimum(columns.level[documents], levels - 1).astype(np.int32)
    cell = level * np.int32(units + 1) + columns.unit[documents] + 1  # NONE comes first
    counts = np.bincount(cell, minlength=levels * (units + 1)).reshape(levels, units + 1)
    return np.roll(counts, -1, axis=1)


def least_in_groups(groups: Numbers, values: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return the least value in each group, and where it first stands.

    Parameters
    ----------
    groups : the group of each value, `NONE` for none.
    values : what to compare.
    size : how many groups there are.

    Returns
    -------
    For each group its least value and the place of it in `values`: of equal ones the first; the
    greatest int32 and `NONE` for an empty group.
    """
    inside = np.flatnonzero(groups != NONE)
    least = np.full(size, np.iinfo(np.int32).max, np.int32)
    np.minimum.at(least, groups[inside], values[inside])
    best = inside[values[inside] == least[groups[inside]]]
    where = np.full(size, NONE, np.int32)
    where[groups[best[::-1]]] = best[::-1]
    return least, where


def among(documents: Iterable[int], count: int) -> NDArray[np.bool_]:
    """Return some documents as one truth value for each of `count` documents."""
    mask = np.zeros(count, np.bool_)
    mask[np.fromiter(documents, np.int64)] = True
    return mask
