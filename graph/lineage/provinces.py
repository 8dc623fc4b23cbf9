"""The provinces of a set over the index: whose each document is, and what a lineage shows of each.

A document counts for its province whatever its level; those of provinces that went into others
count for these.
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from graph.errors import NotFound, Text
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LAST_DAY, NONE, LineageIndex, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import Reached, least_in_groups, reachable
from graph.lineage.units import UnitOfSet, UnitSet
from graph.model import Level
from graph.store.protocol import Reader

#: The key of a document without a date: after all others, but not never.
UNDATED = LAST_DAY - 1
_LEVELS = list(Level)
_DAYS_OF_MONTH = 31
#: Units and their heirs, by set. Nothing in it may hold the reader: it would never be let go of.
_MADE: WeakKeyDictionary[Reader, dict[int, tuple[tuple[UnitOfSet, ...], NDArray[np.int32]]]] = (
    WeakKeyDictionary()
)


@dataclass(frozen=True, eq=False)
class Territory:
    """The units of one set, and for each unit of the index those that it is or went into.

    Parameters
    ----------
    index : the index.
    units : the set.
    listed : the units in the order of their places.
    heirs : places of what each unit of the index is or went into, a row for each heir it may have;
        the last column is for documents of no unit.
    """

    index: LineageIndex
    units: UnitSet
    listed: tuple[UnitOfSet, ...]
    heirs: NDArray[np.int32]

    def place(self, iri: str) -> int:
        """Return the place of a unit; raise NotFound when the set has none at that address."""
        for place, unit in enumerate(self.listed):
            if unit.iri == iri:
                return place
        raise NotFound(
            Text(
                f"bộ {self.units.number} không có đơn vị này",
                f"there is no such unit among the {self.units.number}",
            ),
            place=iri,
            remedy=Text("chọn một đơn vị của bộ ấy", "choose a unit of that set"),
        )

    def members(self, documents: Numbers) -> tuple[Numbers, Numbers]:
        """Return documents with the place of the unit for which each counts.

        One whose unit was divided stands there for each heir, one of no unit of the set not at all.
        """
        units = self.index.columns.unit[documents]
        places = [row[units] for row in self.heirs]  # NONE picks the last column
        owners = np.concatenate([documents, *[documents] * (len(places) - 1)]) if places else units
        groups = np.concatenate(places) if places else np.full(len(documents), NONE, np.int32)
        kept = groups != NONE
        return owners[kept].astype(np.int32), groups[kept].astype(np.int32)


def territory_of(reader: Reader, number: int) -> Territory:
    """Return the provinces of a set, 63 or 34, over the index of a generation."""
    made = _MADE.setdefault(reader, {})
    index, units = index_for(reader), UnitSet(Facts(reader), number)
    if number not in made:
        made[number] = units.units, _heirs(index, units)
    return Territory(index, units, *made[number])


def _heirs(index: LineageIndex, units: UnitSet) -> NDArray[np.int32]:
    """Return the table of heirs, as `Territory` has it."""
    places = {unit.iri: place for place, unit in enumerate(units.units)}
    found = [sorted(places[one] for one in units.stands_for(iri)) for iri in index.units]
    table = np.full((max(map(len, found), default=0), len(found) + 1), NONE, np.int32)
    for column, heirs in enumerate(found):
        table[: len(heirs), column] = heirs
    return table


@dataclass(frozen=True, eq=False)
class Figures:
    """What the lineage of a document shows of each unit of a set, as numbers.

    Parameters
    ----------
    reached : the lineage.
    first : the earliest document of each unit, `NONE` where there is none.
    documents : how many there are.
    levels : how many at each level, a row for each unit.
    outside : how many documents of provinces count for none of the units.
    """

    reached: Reached
    first: Numbers
    documents: NDArray[np.int64]
    levels: NDArray[np.int64]
    outside: int

    def deepest(self, unit: int) -> Level | None:
        """Return the lowest level at which a unit shows a document."""
        known = np.flatnonzero(self.levels[unit, : len(_LEVELS)])
        return _LEVELS[int(known[-1])] if len(known) else None

    def by_level(self, unit: int) -> tuple[tuple[Level, int], ...]:
        """Return how many documents a unit shows at each level that has any."""
        counts = zip(_LEVELS, self.levels[unit].tolist(), strict=False)
        return tuple((level, count) for level, count in counts if count)


def figures_of(territory: Territory, root: int) -> Figures:
    """Return what the lineage of a document shows of each unit."""
    index, size = territory.index, len(territory.listed)
    if root == NONE:
        nothing = np.zeros(size, np.int64)
        empty = np.empty(0, np.int32)
        first, levels = np.full(size, NONE, np.int32), np.zeros((size, len(_LEVELS) + 1), np.int64)
        return Figures(Reached(empty, empty, empty), first, nothing, levels, 0)
    reached = reachable(index, root)
    below = np.sort(reached.documents[1:])
    documents, units = territory.members(below)
    order = np.argsort(documents, kind="stable")
    documents, units = documents[order], units[order]
    _, where = least_in_groups(units, first_keys(index, documents), size)
    first = np.where(where == NONE, NONE, documents[where] if len(documents) else NONE)
    levels = _levels(index, documents, units, size)
    of_units = int((index.columns.unit[below] != NONE).sum())
    outside = of_units - len(np.unique(documents))
    return Figures(reached, first.astype(np.int32), levels.sum(axis=1), levels, outside)


def _levels(
    index: LineageIndex, documents: Numbers, units: Numbers, size: int
) -> NDArray[np.int64]:
    width = len(_LEVELS) + 1
    level = np.minimum(index.columns.level[documents], width - 1).astype(np.int64)
    return np.bincount(units * width + level, minlength=size * width).reshape(size, width)


def first_keys(index: LineageIndex, documents: Numbers) -> Numbers:
    """Return by what the earliest of some documents is found: a coarser date before a finer one."""
    begins = index.columns.issued_from[documents].astype(np.int64)
    ends = index.columns.issued_to[documents].astype(np.int64)
    finer = (ends - begins < _DAYS_OF_MONTH).astype(np.int64) + (ends == begins)
    return np.where(ends == LAST_DAY, UNDATED, begins * 4 + finer).astype(np.int32)
