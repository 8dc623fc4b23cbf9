"""Answers laid out: bands, chains, strips, regions, marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from api.web import layout
from graph.model import Lag, Level, PartialDate
from tests.api import sample


def test_bands_stand_by_level_and_fold_what_is_too_much() -> None:
    found = layout.bands(sample.cascade().nodes, 5)
    assert [(band.level, len(band.shown), len(band.rest)) for band in found] == [
        (Level.CENTRAL, 1, 0),
        (Level.PROVINCE, 5, 2),
    ]


def test_a_chain_leads_from_the_root_to_the_document() -> None:
    way = layout.chain(sample.cascade().nodes, sample.PLAN.iri)
    assert [node.document.number for node in way] == ["12-CTr/TU", "5-KH/HU"]
    assert layout.chain(sample.cascade().nodes, "x") == ()


def test_soonest_units_stand_once_each_and_never_before_the_root() -> None:
    early = replace(sample.local_document(1), issued=PartialDate(2020))
    nodes = (sample.node(early, 1), *sample.cascade().nodes)
    found = layout.earliest(nodes, 4)
    assert [node.document.unit for node in found] == [
        name for name, _ in sample.PROVINCES if name in {n.document.unit for n in found}
    ]
    assert len({node.document.unit for node in found}) == 4
    assert all(node.total_lag and node.total_lag.least >= 0 for node in found)


def test_repeated_documents_are_counted_once() -> None:
    tally = layout.tally(sample.cascade().nodes)
    assert dict(tally.relations) == {"implements": 9, "basedOn": 1}
    assert sum(number for _, number in tally.verifications) == 9


def test_a_strip_reaches_from_the_first_day_to_the_last() -> None:
    strip = layout.strip(sample.cascade(as_of=date(2026, 1, 1)))
    assert strip is not None
    assert (strip.start, strip.end, strip.cursor) == (date(2024, 12, 22), date(2026, 1, 1), 1000)
    assert [level for level, _ in strip.rows] == [Level.CENTRAL, Level.PROVINCE, Level.DISTRICT]
    assert all(0 <= mark.x <= layout.WIDTH for _, marks in strip.rows for mark in marks)


def test_one_day_makes_no_strip() -> None:
    assert layout.strip(replace(sample.cascade(), nodes=())) is None


@pytest.mark.parametrize(
    ("last", "names"),
    [
        ("2025-04-01", ["1-2025", "2-2025", "3-2025", "4-2025"]),
        (
            "2026-12-01",
            ["1-2025", "4-2025", "7-2025", "10-2025", "1-2026", "4-2026", "7-2026", "10-2026"],
        ),
        ("2029-06-01", ["2025", "2026", "2027", "2028", "2029"]),
    ],
)
def test_ticks_name_months_or_years(last: str, names: list[str]) -> None:
    child = sample.node(replace(sample.PLAN, issued=PartialDate.parse(last)), 1)
    strip = layout.strip(replace(sample.cascade(), nodes=(child,)))
    assert strip is not None
    assert [name for name, _ in strip.ticks] == names


def test_a_century_has_few_ticks() -> None:
    child = sample.node(replace(sample.PLAN, issued=PartialDate(1930)), 1)
    strip = layout.strip(replace(sample.cascade(), nodes=(child,)))
    assert strip is not None
    assert 2 <= len(strip.ticks) <= 12


def test_bars_end_inside() -> None:
    assert [layout.bar(lag, 100) for lag in (None, Lag(-5, -5), Lag(50, 50), Lag(200, 200))] == [
        None,
        0,
        500,
        1000,
    ]


@pytest.mark.parametrize(
    ("text", "query", "met"),
    [
        ("Nghị quyết 57-NQ/TW", "nghi quyet", ["Nghị quyết"]),
        ("Đảng uỷ", "dang ủy", ["Đảng uỷ"]),
        ("ngày 22-12-2018", "18", []),
        ("a.b", "a.b", ["a.b"]),
        ("Nghị quyết", "", []),
        ("Hòa\u0300 bình", "binh", ["bình"]),
    ],
)
def test_marks_stand_where_the_words_do(text: str, query: str, met: list[str]) -> None:
    assert [text[start:end] for start, end in layout.matches(text, query)] == met
