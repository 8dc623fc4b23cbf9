"""Outlines and pages: counts equal to the property path, filters that say what they hide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.lineage.cascade import trace
from graph.lineage.documents import documents, find_document
from graph.lineage.outline import outline, page
from graph.model import CascadeOutline, Document, Level, LineagePage, View
from graph.resolve.identity import unit_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from tests.graph.lineage.country import (
    DATES,
    EDGES,
    LETTERS,
    Edge,
    asked,
    country,
    iri,
    letter_of,
)


def root_of(reader: Reader, letter: str) -> Document:
    return documents(reader, [iri(letter)])[iri(letter)]


def outlined(store: MemoryStore, letter: str = "a", **asked_for: object) -> CascadeOutline:
    with store.read() as reader:
        return outline(reader, root_of(reader, letter), View(**asked_for))  # type: ignore[arg-type]


def paged(store: MemoryStore, letter: str = "a", **asked_for: object) -> LineagePage:
    with store.read() as reader:
        return page(reader, root_of(reader, letter), View(**asked_for))  # type: ignore[arg-type]


def letters(found: LineagePage) -> str:
    return "".join(letter_of(row.document.iri) for row in found.rows)


CHAIN = (
    Edge("b", "implements", "a"),
    Edge("c", "implements", "b"),
    Edge("e", "guides", "c"),
    Edge("f", "basedOn", "a", inferred=True),
)
DAYS = {"a": "2017-01-01", "b": "2017-02-01", "c": "2018", "e": "2018-03-01", "f": "2025-08-01"}


@settings(max_examples=40, deadline=None)
@given(EDGES, st.sampled_from(LETTERS), st.booleans())
def test_an_outline_counts_what_the_property_path_finds(
    edges: list[Edge], root: str, down: bool
) -> None:
    store = country(edges)
    path = f"?d cas:restsOn+ <{iri(root)}>" if down else f"<{iri(root)}> cas:restsOn+ ?d"
    with store.read() as reader:
        found = {d for (d,) in asked(reader, f"SELECT DISTINCT ?d {{ {path} }}")} - {iri(root)}
    shown = paged(store, root, down=down)
    assert {row.document.iri for row in shown.rows} == found
    counted = outlined(store, root, down=down)
    assert counted.documents == shown.total == len(found)
    assert sum(group.documents for group in counted.groups) == len(found)
    assert counted.hidden == 0


@settings(max_examples=40, deadline=None)
@given(EDGES, DATES, st.sampled_from(["2017-06-01", "2018-02-15", "2019-06-01"]))
def test_an_outline_counts_what_the_tree_shows(
    edges: list[Edge], dates: dict[str, str], day: str
) -> None:
    store, on = country(edges, dates), date.fromisoformat(day)
    with store.read() as reader:
        root = root_of(reader, "a")
        for view in (View(as_of=on), View(depth=1), View(down=False, depth=2, as_of=on)):
            tree = trace(reader, root, down=view.down, depth=view.depth, as_of=view.as_of)
            counted = outline(reader, root, view)
            assert (counted.documents, counted.by_level, counted.units) == (
                tree.documents,
                tree.by_level,
                tree.units,
            )


@settings(max_examples=40, deadline=None)
@given(EDGES)
def test_documents_in_cycles_are_those_that_rest_on_themselves(edges: list[Edge]) -> None:
    store = country(edges)
    with store.read() as reader:
        cyclic = {d for (d,) in asked(reader, "SELECT DISTINCT ?d { ?d cas:restsOn+ ?d }")}
    shown = paged(store)
    assert {row.document.iri for row in shown.rows if row.in_cycle} == cyclic & {
        row.document.iri for row in shown.rows
    }
    assert outlined(store).in_cycles == sum(row.in_cycle for row in shown.rows)


@settings(max_examples=40, deadline=None)
@given(EDGES, DATES, st.integers(1, 3))
def test_pages_in_a_row_show_every_document_once(
    edges: list[Edge], dates: dict[str, str], limit: int
) -> None:
    store = country(edges, dates)
    with store.read() as reader:
        root = root_of(reader, "a")
        whole = [row.document.iri for row in page(reader, root, View()).rows]
        by_cursor: list[str] = []
        cursor, number = None, 0
        while number == 0 or cursor is not None:
            number += 1
            found = page(reader, root, View(), limit=limit, after=cursor)
            numbered = page(reader, root, View(), limit=limit, number=number)
            assert found == numbered
            assert found.before == len(by_cursor)
            by_cursor += [row.document.iri for row in found.rows]
            cursor = found.next
    assert by_cursor == whole


def test_a_cursor_stays_good_when_documents_come_before_it() -> None:
    first = country([Edge("c", "implements", "a"), Edge("h", "implements", "a")])
    with first.read() as reader:
        cursor = page(reader, root_of(reader, "a"), View(), limit=1).next
    later = country([Edge(letter, "implements", "a") for letter in "bcdh"])
    with later.read() as reader:
        found = page(reader, root_of(reader, "a"), View(), limit=9, after=cursor)
        gone = page(reader, root_of(reader, "a"), View(levels=(Level.CENTRAL,)), after=cursor)
    assert (letters(found), found.before) == ("hd", 2)
    assert gone.rows == ()


def test_a_cursor_of_no_document_is_refused() -> None:
    with country(CHAIN).read() as reader, pytest.raises(QuestionError) as refused:
        page(reader, root_of(reader, "a"), View(), after="document/tw/nq/99/xii")
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("asked_for", "shown", "hidden"),
    [
        ({}, "bcfe", 0),
        ({"levels": (Level.DISTRICT,)}, "e", 3),
        ({"levels": (Level.PROVINCE, Level.CENTRAL)}, "bcf", 1),
        ({"units": (unit_iri("ha-nam"),)}, "ce", 2),
        ({"relations": ("implements",)}, "bce", 1),
        ({"relations": ("guides",)}, "", 4),
        ({"relations": ("basedOn",)}, "f", 3),
        ({"stated": True}, "bce", 1),
        ({"depth": 1}, "bf", 0),
        ({"as_of": date(2018, 2, 1)}, "bc", 0),
        ({"as_of": date(2018, 2, 1), "in_force": True}, "b", 1),
        ({"down": False}, "", 0),
    ],
)
def test_filters_choose_and_say_how_many_they_hide(
    asked_for: dict[str, object], shown: str, hidden: int
) -> None:
    store = country(CHAIN, DAYS)
    assert letters(paged(store, "a", **asked_for)) == shown
    counted = outlined(store, "a", **asked_for)
    assert (counted.documents, counted.hidden) == (len(shown), hidden)


def test_a_chain_leads_through_a_document_that_is_not_shown() -> None:
    found = paged(country(CHAIN, DAYS), levels=(Level.DISTRICT,))
    (row,) = found.rows
    assert (row.steps, [letter_of(tie.other.iri) for tie in row.ties]) == (3, ["c"])
    assert row.ties[0].predicates == ("guides",)
    assert all(tie.evidence for tie in row.ties)
    assert row.total_lag is not None
    assert row.total_lag.exact


def test_facets_count_what_is_shown() -> None:
    counted = outlined(country(CHAIN, DAYS), as_of=date(2025, 12, 1))
    assert dict(counted.by_relation) == {"guides": 1, "implements": 3, "basedOn": 1}
    assert (counted.stated, counted.in_force, counted.uncertain_force) == (3, 4, 0)
    assert [(g.level, g.unit, g.documents) for g in counted.groups] == [
        (Level.CENTRAL, None, 1),
        (Level.PROVINCE, "Hà Nam", 1),
        (Level.PROVINCE, "Ninh Bình", 1),
        (Level.DISTRICT, "Hà Nam", 1),
    ]
    assert counted.units == 1  # of today: Hà Nam went into Ninh Bình


def test_what_hangs_directly_on_one_document_is_a_page_of_its_own() -> None:
    with country(CHAIN, DAYS).read() as reader:
        root = root_of(reader, "a")
        assert letters(page(reader, root, View(), under=iri("a"))) == "bf"
        assert letters(page(reader, root, View(), under=iri("b"))) == "c"
        assert letters(page(reader, root, View(), under=iri("h"))) == ""


def test_a_document_says_on_how_many_it_hangs() -> None:
    edges = [Edge("b", "implements", "a"), Edge("c", "implements", "a"), Edge("c", "guides", "b")]
    rows = {letter_of(r.document.iri): r for r in paged(country(edges, DAYS)).rows}
    assert [letter_of(tie.other.iri) for tie in rows["c"].ties] == ["b", "a"]  # nearest in time
    assert (rows["c"].tied, rows["b"].below, rows["c"].below) == (2, 1, 0)


def test_a_reference_has_no_lineage(reader: Reader) -> None:
    document = find_document(reader, "57-NQ/TW")
    unknown = replace(document, iri=document.iri + "-none")
    assert outline(reader, unknown, View()).documents == 0
    assert page(reader, unknown, View()).rows == ()


def test_the_outline_of_57_agrees_with_its_tree(reader: Reader) -> None:
    document = find_document(reader, "57-NQ/TW")
    tree, counted = trace(reader, document), outline(reader, document, View())
    assert (counted.documents, counted.units) == (tree.documents, tree.units)
    assert counted.by_level == tree.by_level
    assert counted.in_cycles == 0
    assert 0 < counted.stated < counted.documents
