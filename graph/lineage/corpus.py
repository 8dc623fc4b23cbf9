"""The corpus on which figures rest: what is known of each province, by year.

A province of which little was read shows little; so every figure has the corpus beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from graph.lineage.index.arrays import LAST_DAY, NONE
from graph.lineage.index.sources import owners_of
from graph.lineage.provinces import Territory
from graph.model import CorpusYear, UnitCorpus
from graph.store.protocol import Reader

_Corpus = Mapping[str, UnitCorpus]
_MADE: WeakKeyDictionary[Reader, dict[int, _Corpus]] = WeakKeyDictionary()
_EPOCH = date(1970, 1, 1).toordinal()
_YEARS = 10_000


def corpus_of(reader: Reader, territory: Territory) -> Mapping[str, UnitCorpus]:
    """Return, by the address of each unit, how many documents and sources are known of it.

    A document counts in the first year in which it may have been issued, a source in the year in
    which it was published or seen. Sources are distinct addresses, and texts of which none was
    kept.
    """
    made = _MADE.setdefault(reader, {})
    if territory.units.number not in made:
        made[territory.units.number] = _made(territory)
    return made[territory.units.number]


def _made(territory: Territory) -> _Corpus:
    table, sources = _documents(territory), _Sources.of(territory)
    return {
        unit.iri: _corpus(table[place], sources, place)
        for place, unit in enumerate(territory.listed)
    }


def _corpus(documents: NDArray[np.int64], sources: _Sources, place: int) -> UnitCorpus:
    """Return the corpus of one unit; year 0 stands for what has no date."""
    issued = {year or None: int(documents[year]) for year in np.flatnonzero(documents).tolist()}
    seen = {year or None: count for year, count in sources.by_year(place)}
    years = sorted({*issued, *seen}, key=lambda year: (year is None, year))
    return UnitCorpus(
        documents=int(documents.sum()),
        sources=sources.count(place),
        years=tuple(CorpusYear(year, issued.get(year, 0), seen.get(year, 0)) for year in years),
    )


def _documents(territory: Territory) -> NDArray[np.int64]:
    """Return how many documents each unit has of each year, a row for each unit."""
    columns = territory.index.columns
    documents, units = territory.members(np.arange(len(territory.index), dtype=np.int32))
    days = columns.issued_from[documents].astype(np.int64) - _EPOCH
    years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    years = np.where(columns.issued_to[documents] == LAST_DAY, 0, years)
    size = len(territory.listed) * _YEARS
    counts = np.bincount(units * np.int64(_YEARS) + years, minlength=size)
    return counts.reshape(len(territory.listed), _YEARS)


@dataclass(frozen=True, eq=False)
class _Sources:
    """Which sources speak of documents of each unit.

    Parameters
    ----------
    speaking : a row for each unit, a column for each source in a year.
    addresses : for each column the address, as a number.
    years : for each column the year.
    """

    speaking: NDArray[np.bool_]
    addresses: NDArray[np.int64]
    years: NDArray[np.uint16]

    @classmethod
    def of(cls, territory: Territory) -> _Sources:
        """Mark them: once, however many documents of a unit a source speaks of."""
        index = territory.index
        sources = index.sources
        speaking = np.zeros((len(territory.listed), len(sources.keys)), np.bool_)
        units = index.columns.unit[owners_of(sources)]
        for row in territory.heirs:
            heirs = row[units]  # NONE picks the last column
            known = heirs != NONE
            speaking[heirs[known], sources.seen[known]] = True
        addresses = np.unique(sources.keys, return_inverse=True)[1]
        return cls(speaking, addresses, sources.years)

    def count(self, place: int) -> int:
        """Return how many addresses speak of a unit."""
        return len(np.unique(self.addresses[self.speaking[place]]))

    def by_year(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield the years in which any speaks of a unit, with how many do; year 0 is unknown."""
        counts = np.bincount(self.years[self.speaking[place]])
        return ((year, int(counts[year])) for year in np.flatnonzero(counts).tolist())
