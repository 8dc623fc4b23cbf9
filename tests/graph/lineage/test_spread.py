"""A lineage over units and days: equal to the outline, whatever the view."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.documents import documents, find_document
from graph.lineage.opening import opened_rows
from graph.lineage.outline import outline, page
from graph.lineage.spread import spread
from graph.model import CENTRE, Level, UnitState, View
from graph.resolve.identity import unit_iri
from graph.store.protocol import Reader
from tests.graph.lineage.country import DATES, EDGES, LETTERS, Edge, country, iri


@settings(max_examples=30, deadline=None)
@given(EDGES, DATES, st.sampled_from(LETTERS), st.none() | st.just(date(2018, 6, 1)))
def test_it_counts_what_the_outline_counts(
    edges: tuple[Edge, ...], dates: dict[str, str], root: str, as_of: date | None
) -> None:
    view = View(as_of=as_of)
    with country(edges, dates).read() as reader:
        document = documents(reader, [iri(root)])[iri(root)]
        found, counted = spread(reader, document, view), outline(reader, document, view)
        placed: Counter[Level] = Counter()
        for unit in found.units:
            placed.update(dict(unit.by_level))
            assert (unit.state is UnitState.FOUND) == bool(unit.documents)
        local = Counter(
            {
                level: sum(
                    group.documents
                    for group in counted.groups
                    if group.level is level and group.unit_iri
                )
                for level in Level
            }
        )
        assert +placed == +local
        ever = outline(reader, document, View())
        days = sum(count for row in found.days for _, count in row.days)
        assert days + found.undated == ever.documents


def test_units_of_the_past_count_for_those_of_today(reader: Reader) -> None:
    root = find_document(reader, "57-NQ/TW")
    units = {unit.name: unit for unit in spread(reader, root, View()).units}
    assert units["Quảng Ngãi"].documents == 5  # with those of Kon Tum, which went into it
    assert units["Huế"].state is UnitState.NONE_FOUND
    assert units["Quảng Ninh"].first == date(2025, 1, 15)


@pytest.mark.parametrize("most", [1, 3, 400])
def test_opened_units_show_the_first_of_each_level(reader: Reader, most: int) -> None:
    root, unit = find_document(reader, "57-NQ/TW"), unit_iri("ha-noi")
    rows = opened_rows(reader, root, View(), {unit: most, CENTRE: most})
    every = page(reader, root, View(), limit=500).rows
    own = [row.document.iri for row in every if row.document.unit == "Hà Nội"][:most]
    central = [row.document.iri for row in every if row.document.level is Level.CENTRAL][:most]
    assert [row.document.iri for row in rows] == [*central, *own]


def test_a_chosen_document_is_always_among_them(reader: Reader) -> None:
    root = find_document(reader, "57-NQ/TW")
    last = page(reader, root, View(), limit=500).rows[-1].document.iri
    rows = opened_rows(reader, root, View(), {CENTRE: 1}, always=last)
    assert len(rows) == 2
    assert rows[-1].document.iri == last
