"""A lineage over provinces and over time in counts, from the index alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from graph.lineage.coverage import Covered
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LAST_DAY, LineageIndex, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.provinces import Territory, territory_of
from graph.lineage.seen import see
from graph.lineage.units import UnitOfSet
from graph.model import Document, Level, LevelDays, Spread, UnitSpread, UnitState, View
from graph.store.protocol import Reader

_LEVELS = list(Level)
_WIDTH = len(_LEVELS) + 1  # the last column is for documents whose level is not known
_MONTH = 31  # days that a date can mean at most to stand on a line of time
_MOST_DAYS = 400  # different days of one level; where there are more, months are told


def spread(reader: Reader, document: Document, view: View, *, unit_set: int = 34) -> Spread:
    """Return the lineage of a document by unit and by day.

    Parameters
    ----------
    reader : one generation of the store.
    document : where it starts.
    view : what is walked and what of it is counted; the days are told as if no as-of day were set,
        so that a line of time can show what comes after it.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01); documents of provinces that went
        into others count for these.
    """
    facts, index, territory = Facts(reader), index_for(reader), territory_of(reader, unit_set)
    shown = np.sort(see(index, document.iri, view).shown)
    timeless = replace(view, as_of=None, in_force=False)
    ever = shown if timeless == view else see(index, document.iri, timeless).shown
    days, undated = _days(index, ever)
    covered = Covered(facts, territory, document)
    return Spread(unit_set, _units(territory, covered, shown), days, undated)


def _units(territory: Territory, covered: Covered, documents: Numbers) -> tuple[UnitSpread, ...]:
    index, size = territory.index, len(territory.listed)
    owners, groups = territory.members(documents)
    level = np.minimum(index.columns.level[owners], _WIDTH - 1).astype(np.int64)
    table = np.bincount(groups * _WIDTH + level, minlength=size * _WIDTH).reshape(size, _WIDTH)
    first = np.full(size, LAST_DAY, np.int64)
    np.minimum.at(first, groups, _dated(index, owners))
    return tuple(
        UnitSpread(
            name=unit.name,
            iri=unit.iri,
            region=unit.region,
            state=_state(covered, unit, bool(table[place].any())),
            by_level=_by_level(table[place]),
            first=date.fromordinal(int(first[place])) if first[place] < LAST_DAY else None,
        )
        for place, unit in enumerate(territory.listed)
    )


def _state(covered: Covered, unit: UnitOfSet, found: bool) -> UnitState:
    if found:
        return UnitState.FOUND
    if unit.iri in covered.reported:
        return UnitState.REPORTED
    return UnitState.NONE_FOUND if unit.iri in covered.scope else UnitState.OUT_OF_SCOPE


def _by_level(counts: NDArray[np.int64]) -> tuple[tuple[Level, int], ...]:
    told = zip(_LEVELS, counts.tolist(), strict=False)
    return tuple((level, count) for level, count in told if count)


def _dated(index: LineageIndex, documents: Numbers) -> NDArray[np.int64]:
    """Return the first possible day of documents, `LAST_DAY` where the month is not known."""
    begins = index.columns.issued_from[documents].astype(np.int64)
    ends = index.columns.issued_to[documents].astype(np.int64)
    return np.where(ends - begins < _MONTH, begins, LAST_DAY)


def _days(index: LineageIndex, documents: Numbers) -> tuple[tuple[LevelDays, ...], int]:
    days = _dated(index, documents)
    known = days < LAST_DAY
    levels = np.minimum(index.columns.level[documents], _WIDTH - 1)
    rows = tuple(
        LevelDays(named, _tallied(own))
        for place, named in enumerate([*_LEVELS, None])
        if len(own := days[known & (levels == place)])
    )
    return rows, int((~known).sum())


def _tallied(days: NDArray[np.int64]) -> tuple[tuple[date, int], ...]:
    found, counts = np.unique(days, return_counts=True)
    told = list(zip(map(date.fromordinal, found.tolist()), counts.tolist(), strict=True))
    if len(told) <= _MOST_DAYS:
        return tuple(told)
    months: dict[date, int] = {}
    for day, count in told:
        first = day.replace(day=1)
        months[first] = months.get(first, 0) + count
    return tuple(months.items())
