"""The lineages that the browser is measured with hold what is asked for."""

from __future__ import annotations

import pytest
from pyoxigraph import QuerySolutions, Store

from benchmarks import tabled
from benchmarks.browser import Measured
from benchmarks.drawn import ROOT, DrawnAnswers, documents
from graph.model import SceneQuestion, View
from graph.view.diagram import CardKind
from graph.view.laying import lay_out


@pytest.mark.parametrize("cards", [250, 300])
def test_as_many_cards_are_drawn_as_are_asked_for(cards: int) -> None:
    scene = DrawnAnswers().scene(SceneQuestion(ROOT.spelling, View(), (f"x/all{cards}",)))
    drawn = [card for card in lay_out(scene, 960).cards if card.kind is CardKind.DOCUMENT]
    assert len(drawn) == cards
    assert scene.outline.documents == len(documents(cards)) == len(scene.rows)


def test_a_limit_is_held_from_its_side() -> None:
    assert Measured("frames", 55, 55, "fps", least=True).holds
    assert not Measured("frames", 54, 55, "fps", least=True).holds
    assert Measured("painted", 300, 300, "ms").holds
    assert not Measured("painted", 301, 300, "ms").holds


def test_as_many_rows_are_asked_for_as_are_told() -> None:
    for rows in (tabled.SOME, tabled.ROWS):
        found = Store().query(tabled.asked(rows))
        assert isinstance(found, QuerySolutions)
        units = [str(one["unit"]) for one in found]
        assert len(units) == rows
        assert len(set(units)) == 10
