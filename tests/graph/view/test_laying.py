"""Lược đồ at its places: nothing covers anything, nothing leaves the sheet, all bands line up."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.outline import outline
from graph.model import CENTRE, Level, Scene, SceneQuestion, UnitState, View
from graph.resolve.identity import unit_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from graph.view.diagram import Box, CardKind, ChipKind, Diagram
from graph.view.laying import NARROW, lay_out
from graph.view.scene import scene

UNITS = ("ha-noi", "lao-cai-2025", "da-nang-2025", "quang-ninh", "ca-mau-2025", "lang-son")
DOCUMENTS = ("57-NQ/TW", "29-NQ/TW@2013", "18-NQ/TW@XII", "03/NQ-CP@2025", "68-NQ/TW")


def cover(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.bottom
        and other.y < one.bottom
    )


def boxes(diagram: Diagram) -> list[Box]:
    return [card.box for card in diagram.cards] + [chip.box for chip in diagram.chips]


@pytest.fixture(scope="module")
def scene_of(register_store: MemoryStore):  # type: ignore[no-untyped-def]
    @cache
    def made(
        document: str, opened: tuple[str, ...] | None, whole: bool, chosen: str | None
    ) -> Scene:
        units = None if opened is None else tuple(unit_iri(one) for one in opened)
        with register_store.read() as reader:
            question = SceneQuestion(
                document, View(), units, (CENTRE, *(units or ())) if whole else (), chosen
            )
            return scene(reader, question)

    return made


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(DOCUMENTS),
    st.none() | st.sets(st.sampled_from(UNITS)).map(lambda units: tuple(sorted(units))),
    st.booleans(),
    st.integers(320, 2400),
)
def test_nothing_covers_anything_and_all_is_on_the_sheet(  # type: ignore[no-untyped-def]
    scene_of, document: str, opened: tuple[str, ...] | None, whole: bool, width: int
) -> None:
    shown: Scene = scene_of(document, opened, whole, None)
    diagram = lay_out(shown, width)
    placed = boxes(diagram)
    covered = [
        (one, other)
        for place, one in enumerate(placed)
        for other in placed[place + 1 :]
        if cover(one, other)
    ]
    assert covered == []
    for box in (*placed, *(bar.reach for bar in diagram.bars)):
        assert box.x >= 0
        assert box.x + box.width <= width
        assert box.y >= 0
        assert box.bottom <= diagram.height
    tops = [band.box.y for band in diagram.bands]
    assert tops == sorted(tops)
    assert [band.box.bottom for band in diagram.bands[:-1]] == tops[1:]
    assert lay_out(shown, width) == diagram


def test_bars_and_cards_tell_what_the_outline_counts(reader: Reader) -> None:
    shown = scene(reader, SceneQuestion("57-NQ/TW", View()))
    diagram = lay_out(shown, 960)
    by_level = dict(outline(reader, shown.root, View()).by_level)
    for level in (Level.PROVINCE, Level.COMMUNE):
        bars = [bar for bar in diagram.bars if bar.level is level]
        assert sum(bar.documents for bar in bars) == by_level[level]
    provinces = [bar for bar in diagram.bars if bar.level is Level.PROVINCE]
    assert len(provinces) == 34
    absent = {chip.unit for chip in diagram.chips if chip.kind is ChipKind.UNIT}
    assert absent == {unit.iri for unit in shown.spread.units if unit.state is not UnitState.FOUND}
    cards = [card for card in diagram.cards if card.kind is CardKind.UNIT]
    assert {card.unit for card in cards} == set(shown.opened)
    for card in cards:
        assert len(card.rows) + card.rest == dict(
            next(unit for unit in shown.spread.units if unit.iri == card.unit).by_level
        ).get(Level.PROVINCE, 0)


@pytest.mark.parametrize("width", [NARROW, 960, 1600])
def test_a_province_stands_at_one_place_in_all_bands(reader: Reader, width: int) -> None:
    diagram = lay_out(scene(reader, SceneQuestion("57-NQ/TW", View())), width)
    places: dict[str, set[int]] = {}
    for bar in diagram.bars:
        places.setdefault(bar.unit, set()).add(bar.box.x)
    assert {len(found) for found in places.values()} == {1}
    assert len({bar.level for bar in diagram.bars}) > 1


def test_the_chosen_chain_leads_from_the_root_to_the_document(reader: Reader) -> None:
    whole = scene(reader, SceneQuestion("29-NQ/TW@2013", View()))
    deep = next(row for row in whole.rows if row.steps == 2).document
    shown = scene(reader, SceneQuestion("29-NQ/TW@2013", View(), (), (), deep.iri))
    assert shown.selection is not None
    assert shown.selection.steps[0].object.iri == shown.root.iri
    assert shown.selection.steps[-1].subject.iri == deep.iri
    lit = [link for link in lay_out(shown, 960).links if link.chosen]
    assert {link.above for link in lit} >= {shown.root.iri}
    assert {link.below for link in lit} >= {deep.iri}
    assert deep.unit_iri is None or shown.opened


def test_what_the_view_leaves_out_cannot_be_chosen(reader: Reader) -> None:
    asked = SceneQuestion("57-NQ/TW", View(), (), (), f"{unit_iri('ha-noi')}")
    assert scene(reader, asked).selection is None
