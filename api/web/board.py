"""How resolutions x provinces stand on a page: columns by region, depth of cells, strips of lag."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from api.web.layout import place_of_region
from graph.folding import bare
from graph.model import Cell, Document, Lag, Level, Matrix, MatrixRow, MatrixTotal, UnitState

#: Ends of the axis of lags, in days; the least that nearly all lags fit under is taken.
_REACHES = (90, 180, 360, 720, 1440, 2880, 5760)
_NEARLY_ALL = 0.9
_TICKS = 3


class Shade(StrEnum):
    """How far down a document is seen in a province, or why none is seen."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    REPORTED = "reported"
    NONE_FOUND = "none_found"
    OUT_OF_SCOPE = "out_of_scope"


_SHADES = {
    Level.DISTRICT: Shade.DISTRICT,
    Level.COMMUNE: Shade.COMMUNE,
    Level.GRASSROOTS: Shade.COMMUNE,
}
#: Shades of provinces with a document, deepest first: the order in which totals are stacked.
SEEN = (Shade.COMMUNE, Shade.DISTRICT, Shade.PROVINCE)


def shade(cell: Cell) -> Shade:
    """Return the shade of a cell; a document of unknown level counts as one of the province."""
    if cell.state is not UnitState.FOUND:
        return Shade(cell.state)
    return _SHADES.get(cell.deepest or Level.PROVINCE, Shade.PROVINCE)


@dataclass(frozen=True, slots=True)
class Column:
    """One province: its place in the matrix, its shades over all resolutions, counted."""

    row: MatrixRow
    first: bool  # of its region
    seen: tuple[tuple[Shade, int], ...]

    @property
    def slug(self) -> str:
        """Return the end of its address."""
        return self.row.unit_iri.rpartition("/")[2]

    @property
    def by_year(self) -> Mapping[int | None, int]:
        """Return how many documents of the province the corpus holds of each year."""
        return {one.year: one.documents for one in self.row.corpus.years if one.documents}

    @property
    def total(self) -> int:
        """Return of how many of the resolutions it shows a document."""
        return sum(count for _, count in self.seen)


@dataclass(frozen=True, slots=True)
class Region:
    """The columns of one region, side by side."""

    name: str | None
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class LagStrip:
    """When the first documents came: one tick a province, in thousandths of the axis.

    `beyond` counts those that lie past its end, `before` those dated before the resolution; both
    stand at the ends. `median` is where the dot stands, None without a known lag.
    """

    ticks: tuple[int, ...]
    median: int | None
    beyond: int
    before: int


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One resolution over all provinces, in the order of the columns."""

    document: Document
    name: str
    cells: tuple[tuple[Column, Cell, Shade], ...]
    total: MatrixTotal
    strip: LagStrip

    def counted(self, wanted: Shade) -> int:
        """Return how many provinces bear a shade."""
        return sum(1 for _, _, one in self.cells if one == wanted)

    def units(self, wanted: Shade) -> tuple[str, ...]:
        """Return the names of the provinces that bear a shade."""
        return tuple(column.row.unit for column, _, one in self.cells if one == wanted)

    def bare_regions(self) -> tuple[str, ...]:
        """Return the regions in which no province shows a document or is reported to have one."""
        shown = {Shade.OUT_OF_SCOPE: None, Shade.NONE_FOUND: False}
        seen: dict[str, list[bool | None]] = {}
        for column, _, one in self.cells:
            if column.row.region:
                seen.setdefault(column.row.region, []).append(shown.get(one, True))
        return tuple(name for name, told in seen.items() if False in told and True not in told)


@dataclass(frozen=True, slots=True)
class Board:
    """The whole matrix as it is drawn."""

    matrix: Matrix
    regions: tuple[Region, ...]
    rows: tuple[BoardRow, ...]
    reach: int  # days at the end of the axis
    most_documents: int  # of one province in the corpus
    shades: tuple[Shade, ...]  # that occur, in the order of the legend

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return all columns, in their order."""
        return tuple(column for region in self.regions for column in region.columns)

    @property
    def years(self) -> tuple[int | None, ...]:
        """Return the years of which the corpus holds documents of provinces, the newest first."""
        found = {year for column in self.columns for year in column.by_year}
        return tuple(sorted(found, key=lambda year: -(year or 0)))

    @property
    def ticks(self) -> tuple[tuple[int, int], ...]:
        """Return the marks of the axis of lags: days, and where in thousandths."""
        step = self.reach // (_TICKS - 1)
        return tuple((step * place, 1000 * place // (_TICKS - 1)) for place in range(_TICKS))

    def row(self, document: Document) -> BoardRow | None:
        """Return the row of a document."""
        return next((row for row in self.rows if row.document.iri == document.iri), None)

    def gaps(self, most: int) -> tuple[BoardRow, ...]:
        """Return the rows with most to say of gaps: some provinces show a document, others none."""
        told = [row for row in self.rows if row.total.found and row.counted(Shade.NONE_FOUND)]
        return tuple(told[:most])


def board_of(matrix: Matrix) -> Board:
    """Return how a matrix is drawn: provinces by region from north to south, by name in each."""
    names = sorted({row.region for row in matrix.rows}, key=place_of_region)
    regions = tuple(_region(matrix, name) for name in names)
    columns = [column for region in regions for column in region.columns]
    lags = [cell.lag for row in matrix.rows for cell in row.cells if cell.lag]
    reach = _reach(lags)
    rows = tuple(_row(matrix, columns, place, reach) for place in range(len(matrix.documents)))
    found = {one for row in rows for _, _, one in row.cells}
    return Board(
        matrix=matrix,
        regions=regions,
        rows=rows,
        reach=reach,
        most_documents=max((row.corpus.documents for row in matrix.rows), default=0),
        shades=tuple(one for one in Shade if one in found),
    )


def _region(matrix: Matrix, name: str | None) -> Region:
    rows = sorted((row for row in matrix.rows if row.region == name), key=_by_name)
    return Region(name, tuple(_column(row, place == 0) for place, row in enumerate(rows)))


def _by_name(row: MatrixRow) -> str:
    return bare(row.unit)


def _column(row: MatrixRow, first: bool) -> Column:
    shades = Counter(map(shade, row.cells))
    return Column(row, first, tuple((one, shades[one]) for one in SEEN if shades[one]))


def _row(matrix: Matrix, columns: Sequence[Column], place: int, reach: int) -> BoardRow:
    cells = tuple((one, one.row.cells[place], shade(one.row.cells[place])) for one in columns)
    total = matrix.totals[place]
    lags = [cell.lag for _, cell, _ in cells if cell.lag]
    return BoardRow(
        document=matrix.documents[place],
        name=_names(matrix.documents)[place],
        cells=cells,
        total=total,
        strip=lag_strip(lags, total.median, reach),
    )


def _names(documents: tuple[Document, ...]) -> list[str]:
    """Return what tells the resolutions apart: the number, else the spelling."""
    numbers = [one.number or one.name for one in documents]
    return [
        one.spelling if numbers.count(number) > 1 else number
        for one, number in zip(documents, numbers, strict=True)
    ]


def lag_strip(lags: Iterable[Lag], median: Lag | None, reach: int) -> LagStrip:
    """Return a strip of lags; of one that is known as a range, its least number of days."""
    days = sorted(lag.least for lag in lags)
    return LagStrip(
        ticks=tuple(_along(one, reach) for one in days),
        median=_along(median.least, reach) if median else None,
        beyond=sum(1 for one in days if one > reach),
        before=sum(1 for one in days if one < 0),
    )


def _reach(lags: Sequence[Lag]) -> int:
    days = sorted(lag.least for lag in lags)
    wanted = days[int(_NEARLY_ALL * (len(days) - 1))] if days else 0
    return next((reach for reach in _REACHES if reach >= wanted), _REACHES[-1])


def _along(days: int, reach: int) -> int:
    return round(1000 * min(max(days, 0), reach) / reach)
