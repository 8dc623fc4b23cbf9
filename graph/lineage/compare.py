"""Two resolutions, or two provinces, side by side: what each shows, what both do, and when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.lineage.corpus import corpus_of
from graph.lineage.coverage import Covered
from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import Numbers
from graph.lineage.index.reach import reachable
from graph.lineage.matrix import cell_of, matrix
from graph.lineage.provinces import Territory, territory_of
from graph.lineage.views import keys
from graph.model import (
    ComparisonRow,
    Document,
    DocumentComparison,
    Level,
    MatrixRow,
    UnitComparison,
    UnitState,
)
from graph.store.protocol import Reader

_CENTRAL = list(Level).index(Level.CENTRAL)


def compare_documents(
    reader: Reader, first: Document, second: Document, *, unit_set: int = 34
) -> DocumentComparison:
    """Return two resolutions side by side over the provinces.

    Parameters
    ----------
    reader : one generation of the store.
    first, second : the resolutions.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01).
    """
    both = matrix(reader, (first, second), unit_set=unit_set)
    found: dict[tuple[bool, bool], list[str]] = {}
    for row in both.rows:
        found.setdefault(_shows(row), []).append(row.unit)
    return DocumentComparison(
        matrix=both,
        both=tuple(found.get((True, True), ())),
        only_first=tuple(found.get((True, False), ())),
        only_second=tuple(found.get((False, True), ())),
        neither=tuple(found.get((False, False), ())),
    )


def _shows(row: MatrixRow) -> tuple[bool, bool]:
    one, other = (cell.state is UnitState.FOUND for cell in row.cells)
    return one, other


def compare_units(
    reader: Reader, first: str, second: str, *, unit_set: int = 34, limit: int = 50, number: int = 1
) -> UnitComparison:
    """Return two provinces side by side over the central documents on which they rest.

    Parameters
    ----------
    reader : one generation of the store.
    first, second : addresses of units of the set.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01).
    limit : most documents on the page.
    number : which page, from 1.

    Raises
    ------
    NotFound : the set has no such unit.
    """
    territory, facts = territory_of(reader, unit_set), Facts(reader)
    places = [territory.place(iri) for iri in (first, second)]
    told = _Sides(territory, (_bases(territory, places[0]), _bases(territory, places[1])))
    before = (number - 1) * limit
    corpus, listed = corpus_of(reader, territory), territory.listed
    rows = (_row(facts, territory, one, places) for one in told.ordered[before : before + limit])
    return UnitComparison(
        first=listed[places[0]].name,
        second=listed[places[1]].name,
        first_iri=first,
        second_iri=second,
        unit_set=unit_set,
        first_corpus=corpus[first],
        second_corpus=corpus[second],
        both=len(told.both),
        only_first=len(told.sides[0]) - len(told.both),
        only_second=len(told.sides[1]) - len(told.both),
        rows=tuple(row for row in rows if row is not None),
        before=min(before, len(told.ordered)),
        total=len(told.ordered),
    )


@dataclass(frozen=True, eq=False)
class _Sides:
    """The central documents on which each of two units rests."""

    territory: Territory
    sides: tuple[Numbers, Numbers]

    @cached_property
    def both(self) -> Numbers:
        """Return those on which both rest."""
        return np.asarray(np.intersect1d(*self.sides), np.int32)

    @cached_property
    def ordered(self) -> Numbers:
        """Return all of them: those of both first, then by date."""
        found = np.union1d(*self.sides)
        alone = ~np.isin(found, self.both)
        order = np.lexsort((keys(self.territory.index, found.astype(np.int32)), alone))
        return np.asarray(found[order], np.int32)


def _bases(territory: Territory, place: int) -> Numbers:
    """Return the central documents on which documents of a unit rest, directly or not."""
    index = territory.index
    documents, units = territory.members(np.arange(len(index), dtype=np.int32))
    own: Numbers = documents[units == place]
    if not len(own):
        return own
    reached = reachable(index, own, down=False).documents
    bases: Numbers = np.sort(reached[index.columns.level[reached] == _CENTRAL])
    return bases.astype(np.int32)


def _row(
    facts: Facts, territory: Territory, number: int, places: list[int]
) -> ComparisonRow | None:
    document = document_of(facts, territory.index.names[int(number)])
    if document is None:
        return None
    covered = Covered(facts, territory, document)
    one, other = (cell_of(covered, territory.listed[place], place) for place in places)
    return ComparisonRow(document, one, other)
