"""Stale bases: equal to the property path under every reading of the dates, three lists apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.documents import find_document
from graph.lineage.stale import stale
from graph.model import Level, PartialDate, Stale, StaleDocument, StaleList, View
from graph.resolve.identity import unit_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from tests.graph.lineage.country import (
    DATES,
    EDGES,
    ENDINGS,
    Edge,
    asked,
    country,
    iri,
    letter_of,
)

DAY = date(2026, 11, 27)


def found(store: MemoryStore, on: date = DAY, **view: object) -> Stale:
    with store.read() as reader:
        return stale(reader, View(**view), on=on)  # type: ignore[arg-type]


def letters(listed: StaleList) -> set[str]:
    return {letter_of(row.document.iri) for row in listed.rows}


def row_of(listed: StaleList, letter: str) -> StaleDocument:
    return next(row for row in listed.rows if row.document.iri == iri(letter))


def _readings(dates: dict[str, str]) -> Iterator[dict[str, date]]:
    """Yield the dates at their earliest, at their latest, and either end of one against others."""
    known = {letter: PartialDate.parse(day) for letter, day in dates.items()}
    for early in (*known, None):
        for flipped in (False, True):
            yield {
                letter: day.earliest if (letter == early) != flipped else day.latest
                for letter, day in known.items()
            }


def _stale_if(
    rests: set[tuple[str, ...]], ended_by: set[tuple[str, ...]], days: dict[str, date], on: date
) -> set[str]:
    """Return what is stale when every date is known: the definition, said plainly."""
    begun = {iri(letter) for letter, day in days.items() if day <= on}
    ended = {old for new, old in ended_by if new in begun}
    return {d for d, basis in rests if basis in ended and d in begun and d not in ended}


@settings(max_examples=40, deadline=None)
@given(EDGES, ENDINGS, DATES, st.sampled_from(["2018-02-05", "2019-02-01", "2026-01-01"]))
def test_sure_is_stale_under_every_reading_and_possible_under_one(
    edges: list[Edge], endings: list[Edge], dates: dict[str, str], day: str
) -> None:
    store, on = country([*edges, *endings], dates), date.fromisoformat(day)
    with store.read() as reader:
        rests = asked(reader, "SELECT DISTINCT ?d ?b { ?d cas:restsOn+ ?b }")
        ended_by = asked(reader, "SELECT DISTINCT ?n ?o { ?n cas:replaces|cas:repeals ?o }")
    answer = found(store, on)
    sure, possible = letters(answer.surely), letters(answer.possibly)
    assert not sure & possible
    readings = list(_readings(dates))
    stale_in = [{*map(letter_of, _stale_if(rests, ended_by, r, on))} for r in readings]
    for each in stale_in:
        assert sure <= each
    # What is undated may have any day; of what is dated the extremes are tried.
    for each in stale_in:
        assert each <= sure | possible


@settings(max_examples=25, deadline=None)
@given(EDGES, ENDINGS)
def test_without_doubtful_dates_nothing_is_merely_possible(
    edges: list[Edge], endings: list[Edge]
) -> None:
    first = date(2018, 1, 1)
    dates = {x: (first + timedelta(days=i)).isoformat() for i, x in enumerate("abcdefgh")}
    store = country([*edges, *endings], dates)
    with store.read() as reader:
        rests = asked(reader, "SELECT DISTINCT ?d ?b { ?d cas:restsOn+ ?b }")
        ended_by = asked(reader, "SELECT DISTINCT ?n ?o { ?n cas:replaces|cas:repeals ?o }")
    answer = found(store)
    days = {letter: date.fromisoformat(day) for letter, day in dates.items()}
    assert letters(answer.surely) == {*map(letter_of, _stale_if(rests, ended_by, days, DAY))}
    assert answer.possibly.documents == answer.partly.documents == 0


CHAIN = (
    Edge("c", "implements", "a"),
    Edge("e", "implements", "c"),
    Edge("b", "replaces", "a"),
    Edge("h", "basedOn", "a", inferred=True),
)
DAYS = {
    "a": "2015-01-01",
    "b": "2020-01-01",
    "c": "2016-01-01",
    "e": "2021-05-01",
    "h": "2017-01-01",
}


def test_a_chain_leads_to_the_ended_basis_and_what_is_in_force_instead() -> None:
    edges = (*CHAIN, Edge("f", "replaces", "b"))
    answer = found(country(edges, {**DAYS, "f": "2025-08-01"}))
    row = row_of(answer.surely, "e")
    (basis,) = row.bases
    assert [letter_of(one.iri) for one in basis.chain] == ["e", "c", "a"]
    assert [letter_of(one.by.iri) for one in basis.endings if one.by] == ["b"]
    assert [letter_of(one.iri) for one in basis.successors] == ["f"]  # b itself was replaced
    # Since it took effect: its basis had ended before.
    assert row.since_least == row.since_most == date(2021, 5, 1)
    assert row_of(answer.surely, "c").since_least == date(2020, 1, 1)


def test_before_the_day_nothing_is_stale() -> None:
    assert found(country(CHAIN, DAYS), date(2019, 12, 31)).surely.documents == 0
    assert letters(found(country(CHAIN, DAYS), date(2020, 1, 1)).surely) == {"c", "h"}


def test_a_basis_that_expired_is_ended_by_nothing_but_the_day() -> None:
    answer = found(country([CHAIN[0]], DAYS, {"a": "2020-06-30"}))
    (basis,) = row_of(answer.surely, "c").bases
    assert [(one.predicate, one.by) for one in basis.endings] == [("expires", None)]
    assert basis.successors == ()


def test_what_has_ended_itself_is_not_stale() -> None:
    answer = found(country((*CHAIN, Edge("f", "repeals", "c")), {**DAYS, "f": "2022-01-01"}))
    assert letters(answer.surely) == {"e", "h"}


@pytest.mark.parametrize("unsure", ["b", "c"])
def test_a_day_that_is_not_known_makes_it_possible(unsure: str) -> None:
    dates = {letter: day for letter, day in DAYS.items() if letter != unsure}
    answer = found(country([CHAIN[0], CHAIN[2]], dates))
    assert (letters(answer.surely), letters(answer.possibly)) == (set(), {"c"})
    row = row_of(answer.possibly, "c")
    assert row.since_least == (date(2016, 1, 1) if unsure == "b" else date(2020, 1, 1))
    assert row.since_most is None


def test_a_year_gives_a_range() -> None:
    dates = {**DAYS, "b": "2020"}
    store = country([CHAIN[0], CHAIN[2]], dates)
    row = row_of(found(store).surely, "c")
    assert (row.since_least, row.since_most) == (date(2020, 1, 1), date(2020, 12, 31))
    assert letters(found(store, date(2020, 6, 1)).possibly) == {"c"}


@pytest.mark.parametrize(
    ("view", "sure"),
    [
        ({"stated": True}, "ce"),
        ({"relations": ("implements",)}, "ce"),
        ({"relations": ("basedOn",)}, "h"),
        ({"levels": (Level.DISTRICT,)}, "e"),
        ({"units": (unit_iri("ha-noi"),)}, "h"),
    ],
)
def test_filters_choose_documents_and_relations(view: dict[str, object], sure: str) -> None:
    assert letters(found(country(CHAIN, DAYS), DAY, **view).surely) == set(sure)


def test_lists_are_counted_whole_and_shown_in_pages() -> None:
    store = country(CHAIN, DAYS)
    shown: list[str] = []
    cursor = None
    for place in range(3):
        with store.read() as reader:
            listed = stale(reader, View(), on=DAY, limit=1, after=cursor).surely
        assert (listed.documents, listed.before) == (3, place)
        shown += [letter_of(row.document.iri) for row in listed.rows]
        cursor = listed.next
    assert (shown, cursor) == (["c", "h", "e"], None)
    assert [(g.level, g.unit, g.documents) for g in listed.groups] == [
        (Level.PROVINCE, "Hà Nam", 1),
        (Level.PROVINCE, "Hà Nội", 1),
        (Level.DISTRICT, "Hà Nam", 1),
    ]


def test_a_basis_ended_in_part_is_told_apart_and_makes_nothing_stale() -> None:
    edges = (
        *(Edge("c", "implements", "a"), Edge("h", "basedOn", "d"), Edge("f", "implements", "d")),
        *(Edge("b", "replaces", "a", part="Điều 5"), Edge("g", "repeals", "d")),
    )
    answer = found(country(edges, {**DAYS, "d": "2015", "f": "2016", "g": "2022-02"}))
    assert (letters(answer.surely), letters(answer.partly)) == ({"h", "f"}, {"c"})
    row = row_of(answer.partly, "c")
    assert row.since_least == date(2020, 1, 1)
    assert [letter_of(one.basis.iri) for one in row.bases] == ["a"]
    (ending,) = row.bases[0].endings
    assert ending.evidence[0].part == "Điều 5"


def test_another_source_that_names_no_part_ends_the_whole() -> None:
    edges = (CHAIN[0], Edge("b", "replaces", "a", part="Điều 5"), Edge("b", "replaces", "a"))
    answer = found(country(edges, DAYS))
    assert (letters(answer.surely), letters(answer.partly)) == ({"c"}, set())


def test_a_cycle_ends() -> None:
    edges = (*CHAIN, Edge("c", "basedOn", "e"))
    assert letters(found(country(edges, DAYS)).surely) == {"c", "e", "h"}


def spelled(rows: Iterable[StaleDocument]) -> dict[str, StaleDocument]:
    return {row.document.spelling: row for row in rows}


def test_local_rules_of_ha_tinh_rest_on_replaced_ones(reader: Reader) -> None:
    answer = stale(reader, View(levels=(Level.CENTRAL,)), on=DAY)
    rows = spelled(answer.surely.rows)
    for one, basis, instead in (
        ("97-QĐ/TW@XIII", "24-QĐ/TW", "208-QĐ/TW"),
        ("06-HD/TW@XIII", "294-QĐ/TW", "208-QĐ/TW"),
    ):
        row = rows[one]
        assert [b.basis.number for b in row.bases] == [basis]
        assert [s.number for s in row.bases[0].successors] == [instead]
    assert find_document(reader, "24-QĐ/TW@XIII").iri not in {r.document.iri for r in rows.values()}
