"""Several resolutions over the provinces: what each province shows of each, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from graph.lineage.corpus import corpus_of
from graph.lineage.coverage import Covered, median_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import NONE
from graph.lineage.provinces import territory_of
from graph.lineage.units import UnitOfSet
from graph.model import Cell, Document, Lag, Matrix, MatrixRow, MatrixTotal, UnitState
from graph.store.protocol import Reader


def matrix(reader: Reader, documents: Iterable[Document], *, unit_set: int = 34) -> Matrix:
    """Return what each province shows of several resolutions.

    Parameters
    ----------
    reader : one generation of the store.
    documents : the resolutions, in the order of the columns.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01).
    """
    facts, territory = Facts(reader), territory_of(reader, unit_set)
    columns = [Covered(facts, territory, document) for document in documents]
    corpus = corpus_of(reader, territory)
    rows = tuple(
        MatrixRow(
            unit=unit.name,
            unit_iri=unit.iri,
            region=unit.region,
            cells=tuple(cell_of(covered, unit, place) for covered in columns),
            corpus=corpus[unit.iri],
        )
        for place, unit in enumerate(territory.listed)
    )
    return Matrix(
        documents=tuple(covered.document for covered in columns),
        unit_set=unit_set,
        rows=rows,
        totals=tuple(_total(covered, rows, place) for place, covered in enumerate(columns)),
    )


def cell_of(covered: Covered, unit: UnitOfSet, place: int) -> Cell:
    """Return what a unit shows of a resolution."""
    first, state = covered.first(place), covered.state(unit, place)
    if first is None:
        return Cell(state)
    return Cell(
        state=state,
        documents=int(covered.figures.documents[place]),
        first_iri=first.iri,
        first_name=first.name,
        issued=first.issued,
        lag=Lag.between(covered.document.issued, first.issued),
        deepest=covered.figures.deepest(place),
    )


def _total(covered: Covered, rows: tuple[MatrixRow, ...], place: int) -> MatrixTotal:
    cells = [row.cells[place] for row in rows]
    lags = [(cell.lag, row) for cell, row in zip(cells, rows, strict=True) if cell.lag]
    slowest = max(lags, key=lambda pair: (pair[0].least, pair[1].unit_iri), default=None)
    states = [cell.state for cell in cells]
    return MatrixTotal(
        found=states.count(UnitState.FOUND),
        reported=states.count(UnitState.REPORTED),
        in_scope=len(states) - states.count(UnitState.OUT_OF_SCOPE),
        dated=len(lags),
        median=median_of(lag for lag, _ in lags),
        slowest=slowest[1].unit if slowest else None,
        slowest_lag=slowest[0] if slowest else None,
        documents=max(len(covered.figures.reached) - 1, 0) if covered.number != NONE else 0,
        outside=covered.figures.outside,
    )
