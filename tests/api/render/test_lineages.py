"""Outlines, stale lists, matrices, ways as lines and rows: doubts told, hostile data harmless."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.text import Text as Line

from api.render.matrices import cell_text, matrix_csv, matrix_lines, unit_comparison_lines
from api.render.outlines import listing_csv, listing_lines
from api.render.screen import Screen
from api.render.stales import since_text, stale_csv, stale_lines
from api.render.ways import way_csv, way_lines
from graph.model import (
    CascadeOutline,
    Cell,
    ComparisonRow,
    EndedBasis,
    Force,
    Lag,
    Level,
    LineageGroup,
    LineagePage,
    LineageRow,
    Listing,
    Matrix,
    MatrixRow,
    MatrixTotal,
    Stale,
    StaleDocument,
    StaleList,
    Standing,
    Tallied,
    Tie,
    UnitComparison,
    UnitCorpus,
    UnitState,
    View,
    Way,
    WayPage,
)
from tests.api.render.samples import ROOT, WEAK

DAY = date(2026, 1, 15)
HOSTILE = "=cmd|' /C calc'!A0 \x1b[31m\u202e<script>"
BAD = replace(ROOT, name=HOSTILE, title=HOSTILE, unit=HOSTILE, spelling=HOSTILE)
STANDING = Standing(Force.UNKNOWN, DAY, None, ())
TIE = Tie(BAD, ("implements",), None, False, (WEAK,))
ROW = LineageRow(BAD, 1, (TIE,), 3, None, 0, True, STANDING)
CORPUS = UnitCorpus(12, None, ())
GROUP = LineageGroup(Level.PROVINCE, HOSTILE, "x:unit", 1, ("63",))
OUTLINE = CascadeOutline(
    root=BAD,
    view=View(),
    on=DAY,
    standing=STANDING,
    documents=1,
    hidden=7,
    units=1,
    by_level=((Level.PROVINCE, 1),),
    by_type=(Tallied("x", HOSTILE, HOSTILE, 1),),
    by_relation=(("implements", 1),),
    in_force=0,
    uncertain_force=1,
    stated=0,
    in_cycles=1,
    groups=(GROUP,),
)
LISTING = Listing(OUTLINE, LineagePage((ROW,), 0, 1, None))
BASIS = EndedBasis(BAD, (BAD, BAD), (), (BAD,))
STALE_ROW = StaleDocument(BAD, STANDING, date(2020, 1, 1), date(2020, 12, 31), (BASIS,), 4)
LISTED = StaleList(1, ((Level.PROVINCE, 1),), (GROUP,), (STALE_ROW,), 0, "document/x")
STALE = Stale(DAY, 9, LISTED, LISTED, LISTED)
FOUND = Cell(UnitState.FOUND, 3, "x:1", HOSTILE, None, Lag(5, 35), Level.COMMUNE)
MATRIX = Matrix(
    (BAD, BAD),
    63,
    (MatrixRow(HOSTILE, "x:unit", HOSTILE, (FOUND, Cell(UnitState.OUT_OF_SCOPE)), CORPUS),),
    (MatrixTotal(1, 0, 1, 1, Lag(5, 35), HOSTILE, Lag(5, 35), 3, 2),) * 2,
)
SIDES = UnitComparison(
    *(HOSTILE, HOSTILE, "x:1", "x:2", 34, CORPUS, CORPUS, 1, 0, 0),
    (ComparisonRow(BAD, FOUND, FOUND),),
    0,
    1,
)
WAYS = WayPage(BAD, HOSTILE, "x:unit", 34, (Way(BAD, (TIE,), None),), 0, 2)


def text(lines: list[Line]) -> str:
    return "\n".join(line.plain for line in lines)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [None, 80])
def test_hostile_data_is_harmless_in_lines(language: str, width: int | None) -> None:
    screen = Screen(language, width)
    shown = text(
        [
            *listing_lines(LISTING, screen, "unit", evidence=True),
            *stale_lines(STALE, screen, None),
            *stale_lines(STALE, screen, "partly"),
            *matrix_lines(MATRIX, screen),
            *unit_comparison_lines(SIDES, screen),
            *way_lines(WAYS, screen, evidence=True),
        ]
    )
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "<script>" in shown  # told as it stands


@pytest.mark.parametrize(
    "written", [listing_csv(LISTING), stale_csv(STALE, None), matrix_csv(MATRIX), way_csv(WAYS)]
)
def test_no_cell_is_a_formula(written: str) -> None:
    assert "'=cmd" in written
    assert ",=cmd" not in written
    assert "\n=cmd" not in written


def test_a_listing_says_what_it_hides_and_what_is_doubtful() -> None:
    shown = text(listing_lines(LISTING, Screen(), None, evidence=False))
    for told in (
        "bị bộ lọc ẩn: 7",
        "nằm trong vòng lặp: 1",
        "quan hệ suy ra",
        "quan hệ chưa kiểm chứng",
        "+2 quan hệ khác",
        "chưa rõ hiệu lực: 1",
    ):
        assert told in shown
    nothing = Listing(replace(OUTLINE, documents=0, by_level=()), LineagePage((), 0, 0, None))
    assert "không có nghĩa là chưa thực hiện" in text(
        listing_lines(nothing, Screen(), None, evidence=False)
    )


@pytest.mark.parametrize(
    ("least", "most", "vi", "en"),
    [
        (None, None, "chưa rõ từ ngày nào", "from a day that is not known"),
        (date(2020, 1, 2), date(2020, 1, 2), "từ ngày 2-1-2020", "since 2 January 2020"),
        (date(2020, 1, 2), None, "không sớm hơn 2-1-2020", "not before 2 January 2020"),
        (None, date(2020, 1, 2), "muộn nhất là 2-1-2020", "2 January 2020 at the latest"),
        (
            date(2020, 1, 1),
            date(2020, 12, 31),
            "từ khoảng 1-1-2020 đến 31-12-2020",
            "since some day from 1 January 2020 to 31 December 2020",
        ),
    ],
)
def test_since_when_is_a_range_where_it_must_be(
    least: date | None, most: date | None, vi: str, en: str
) -> None:
    assert since_text(least, most, Screen("vi")) == vi
    assert since_text(least, most, Screen("en")) == en


def test_stale_lists_are_never_one() -> None:
    shown = text(stale_lines(STALE, Screen(), None))
    places = [
        shown.index(title) for title in ("Chắc chắn:", "Có thể (", "Căn cứ hết hiệu lực một phần")
    ]
    assert places == sorted(places)
    assert "+ 3 căn cứ khác đã hết" in shown
    assert "--cursor document/x" in shown


@pytest.mark.parametrize(
    ("cell", "vi", "en"),
    [
        (FOUND, "5–35 ngày (3, cấp xã)", "5–35 days (3, Commune)"),
        (replace(FOUND, lag=None), "chưa rõ (3, cấp xã)", "not known (3, Commune)"),
        (Cell(UnitState.REPORTED), "có nhắc đến", "reported"),
        (Cell(UnitState.NONE_FOUND), "chưa thấy", "none found"),
        (Cell(UnitState.OUT_OF_SCOPE), "ngoài phạm vi", "out of scope"),
    ],
)
def test_a_cell_tells_its_state(cell: Cell, vi: str, en: str) -> None:
    assert (cell_text(cell, Screen("vi")), cell_text(cell, Screen("en"))) == (vi, en)


def test_the_corpus_stands_beside_figures_also_where_sources_were_not_counted() -> None:
    shown = text(matrix_lines(MATRIX, Screen()))
    assert "12 văn bản" in shown
    assert "nguồn" not in shown
