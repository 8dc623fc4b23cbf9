"""How the matrix is laid out: shades, order of columns, strips of lag, gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web.board import Board, Shade, board_of, lag_strip, shade
from graph.model import (
    Cell,
    CorpusYear,
    Lag,
    Level,
    Matrix,
    MatrixRow,
    MatrixTotal,
    UnitCorpus,
    UnitState,
)
from tests.api import sample

FOUND, NONE, OUT = UnitState.FOUND, UnitState.NONE_FOUND, UnitState.OUT_OF_SCOPE
CORPUS = UnitCorpus(7, 5, (CorpusYear(2019, 3, 1), CorpusYear(None, 4, 4)))
REGION = dict(sample.PROVINCES)


def found(days: int | None, deepest: Level | None = Level.PROVINCE) -> Cell:
    lag = None if days is None else Lag(days, days)
    return Cell(FOUND, 1, "iri", "name", None, lag, deepest)


def row(unit: str, *cells: Cell) -> MatrixRow:
    return MatrixRow(unit, f"{sample.DATA}unit/{unit}", REGION.get(unit), cells, CORPUS)


def total(**changed: object) -> MatrixTotal:
    made = MatrixTotal(1, 0, 2, 1, Lag(30, 30), None, None, 1, 0)
    return replace(made, **changed)  # type: ignore[arg-type]


def board(*rows: MatrixRow, documents: int = 1) -> Board:
    shown = (sample.ROOT, *sample.TWINS)[:documents]
    return board_of(Matrix(shown, 34, rows, (total(),) * documents))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (found(3), Shade.PROVINCE),
        (found(3, Level.DISTRICT), Shade.DISTRICT),
        (found(3, Level.COMMUNE), Shade.COMMUNE),
        (found(3, Level.GRASSROOTS), Shade.COMMUNE),
        (found(3, None), Shade.PROVINCE),
        (Cell(UnitState.REPORTED), Shade.REPORTED),
        (Cell(NONE), Shade.NONE_FOUND),
        (Cell(OUT), Shade.OUT_OF_SCOPE),
    ],
)
def test_a_cell_shows_how_far_down_or_why_nothing(cell: Cell, expected: Shade) -> None:
    assert shade(cell) is expected


def test_columns_go_from_north_to_south_and_by_name() -> None:
    cells = [Cell(NONE)]
    units = ("Cà Mau", "Quảng Ninh", "Đắk Lắk", "Hà Nội", "Hà Giang")
    made = board(*(row(unit, *cells) for unit in units))
    names = [column.row.unit for column in made.columns]
    assert names == ["Hà Giang", "Hà Nội", "Quảng Ninh", "Đắk Lắk", "Cà Mau"]
    assert [column.first for column in made.columns] == [True, True, False, True, True]
    assert [unit.row.unit for unit, _, _ in made.rows[0].cells] == names


def test_documents_of_one_number_are_told_apart() -> None:
    made = board(row("Hà Nội", *[Cell(NONE)] * 3), documents=3)
    assert [one.name for one in made.rows] == ["57-NQ/TW", "18-NQ/TW@xii", "18-NQ/TW@xiii"]
    assert made.row(sample.TWINS[1]) is made.rows[2]
    assert made.row(sample.STATE) is None


def test_gaps_are_told_by_region_and_name() -> None:
    made = board(
        row("Hà Nội", found(30)),
        row("Quảng Ninh", Cell(NONE)),
        row("Đắk Lắk", Cell(NONE)),
        row("Cà Mau", Cell(OUT)),
        row("Nghệ An", Cell(UnitState.REPORTED)),
    )
    (first,) = made.gaps(5)
    assert first.units(Shade.NONE_FOUND) == ("Quảng Ninh", "Đắk Lắk")
    assert first.bare_regions() == ("Tây Nguyên",)  # the others show one, are told of, or are out
    assert (first.counted(Shade.PROVINCE), first.counted(Shade.OUT_OF_SCOPE)) == (1, 1)
    assert made.gaps(0) == ()
    assert set(made.shades) == {
        Shade.PROVINCE,
        Shade.REPORTED,
        Shade.NONE_FOUND,
        Shade.OUT_OF_SCOPE,
    }


def test_a_resolution_that_nobody_took_up_is_no_gap() -> None:
    matrix = Matrix((sample.ROOT,), 34, (row("Hà Nội", Cell(NONE)),), (total(found=0),))
    assert board_of(matrix).gaps(5) == ()


def test_totals_are_stacked_deepest_first_and_the_corpus_stands_beside() -> None:
    cells = (found(1), found(1, Level.COMMUNE), Cell(NONE))
    made = board(row("Hà Nội", *cells), documents=3)
    (column,) = made.columns
    assert column.seen == ((Shade.COMMUNE, 1), (Shade.PROVINCE, 1))
    assert (column.total, made.most_documents) == (2, 7)
    assert column.by_year == {2019: 3, None: 4}
    assert made.years == (2019, None)


@given(st.lists(st.integers(-400, 9000), max_size=40), st.sampled_from([90, 720, 5760]))
def test_every_lag_has_its_tick_on_the_strip(days: list[int], reach: int) -> None:
    strip = lag_strip([Lag(one, one + 3) for one in days], None, reach)
    assert len(strip.ticks) == len(days)
    assert list(strip.ticks) == sorted(strip.ticks)
    assert all(0 <= tick <= 1000 for tick in strip.ticks)
    assert strip.beyond == len([one for one in days if one > reach])
    assert strip.before == len([one for one in days if one < 0])
    assert strip.median is None


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=34))
def test_nearly_all_lags_fit_the_axis(days: list[int]) -> None:
    made = board(*(row(f"u{place}", found(one)) for place, one in enumerate(days)))
    beyond = made.rows[0].strip.beyond
    assert beyond <= len(days) / 10 + 1
    assert [at for _, at in made.ticks] == [0, 500, 1000]
    assert made.ticks[-1][0] == made.reach


def test_a_board_without_lags_has_an_axis_all_the_same() -> None:
    made = board(row("Hà Nội", found(None)))
    assert made.reach == 90
    assert made.rows[0].strip.ticks == ()
