"""Where cards stand: each once, in the band of its level, none over another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from graph.lineage.cascade import trace
from graph.lineage.documents import find_document
from graph.model import Cascade, Level
from graph.store.protocol import Reader
from graph.subgraph import documents_of
from graph.view.bands import CARD, Placed, place
from tests.api import sample


def of_register(reader: Reader, name: str, *, down: bool = True) -> Cascade:
    return trace(reader, find_document(reader, name), down=down)


@pytest.fixture(params=["57-NQ/TW", "29-NQ/TW@XI", "179/KH-UBND@Đồng Nai"])
def cascade(request: pytest.FixtureRequest, reader: Reader) -> Cascade:
    return of_register(reader, request.param, down="KH" not in request.param)


def test_every_document_has_one_card_in_the_band_of_its_level(cascade: Cascade) -> None:
    placed = place(cascade)
    assert {card.document.iri for card in placed.cards} == set(documents_of(cascade))
    assert len({card.document.iri for card in placed.cards}) == len(placed.cards)
    bands = {band.level: band for band in placed.bands}
    for card in placed.cards:
        band = bands[card.document.level]
        assert band.top < card.y - CARD[1] / 2 < card.y + CARD[1] / 2 < band.bottom
        assert 0 < card.x - CARD[0] / 2 < card.x + CARD[0] / 2 < placed.width
    assert sum(band.documents for band in placed.bands) == len(placed.cards)


def test_no_card_lies_over_another(cascade: Cascade) -> None:
    cards = place(cascade).cards
    rows: dict[int, list[int]] = {}
    for card in cards:
        rows.setdefault(card.y, []).append(card.x)
    for places in rows.values():
        ordered = sorted(places)
        assert all(b - a > CARD[0] for a, b in pairwise(ordered))
    heights = sorted(rows)
    assert all(b - a > CARD[1] for a, b in pairwise(heights))


def test_bands_follow_each_other_from_the_centre_down() -> None:
    placed = place(sample.cascade())
    assert [band.level for band in placed.bands] == [Level.CENTRAL, Level.PROVINCE, Level.DISTRICT]
    assert placed.bands[0].top == 0
    assert [b.bottom for b in placed.bands[:-1]] == [b.top for b in placed.bands[1:]]


def test_the_root_stands_alone_and_hangs_on_nothing() -> None:
    placed = place(sample.cascade())
    root = placed.cards[0]
    assert (root.document, root.above) == (sample.ROOT, None)
    assert [card.y for card in placed.cards].count(root.y) == 1
    assert {card.above for card in placed.cards[1:]} <= {card.document.iri for card in placed.cards}


def test_a_document_of_unknown_level_stands_below_all() -> None:
    lost = replace(sample.STATE, level=None)
    placed: Placed = place(replace(sample.cascade(), nodes=(sample.node(lost, 1),)))
    assert [band.level for band in placed.bands] == [Level.CENTRAL, None]
