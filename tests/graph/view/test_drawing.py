"""The drawing: what pyvis makes is data, nothing moves, doubt shows."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graph.model import Verification
from graph.subgraph import documents_of, subgraph
from graph.view.drawing import Drawing, draw, library
from tests.api import sample


@pytest.fixture
def drawing() -> Drawing:
    cascade = sample.cascade()
    return draw(cascade, dict.fromkeys(documents_of(cascade), ("tên", "nơi", "")))


def test_every_document_and_edge_is_drawn_once(drawing: Drawing) -> None:
    graph = subgraph(sample.cascade())
    assert [node["id"] for node in drawing.nodes] == list(range(len(graph)))
    numbers = drawing.numbers
    ends = {(edge["from"], edge["to"]) for edge in drawing.edges}
    assert ends == {(numbers[own], numbers[basis]) for own, basis in graph.edges}
    assert numbers[sample.ROOT.iri] == 0


def test_positions_are_fixed_and_nothing_moves(drawing: Drawing) -> None:
    assert drawing.options["physics"] == {"enabled": False}
    for node, card in zip(drawing.nodes, drawing.placed.cards, strict=True):
        assert (node["x"], node["y"]) == (card.x, card.y)


def test_the_drawing_is_plain_data(drawing: Drawing) -> None:
    told = json.loads(json.dumps([drawing.nodes, drawing.edges, drawing.options]))
    assert told[0][1]["lines"] == ["tên", "nơi", ""]
    assert not any("title" in thing for thing in (*drawing.nodes, *drawing.edges))


def test_what_is_not_stated_plainly_is_broken() -> None:
    proofs = {
        "stated": sample.evidence(1),
        "likely": sample.evidence(1, certainty="likely"),
        "unverified": sample.evidence(1, verification=Verification.UNVERIFIED),
    }
    broken = {}
    for told, proof in proofs.items():
        node = sample.node(sample.STATE, 1, evidence=(proof,))
        cascade = replace(sample.cascade(), nodes=(node,))
        captions = dict.fromkeys(documents_of(cascade), ("", "", ""))
        broken[told] = bool(draw(cascade, captions).edges[0]["dashes"])
    assert broken == {"stated": False, "likely": True, "unverified": True}


def test_arrows_only_within_a_band(drawing: Drawing) -> None:
    levels = [card.document.level for card in drawing.placed.cards]
    for edge in drawing.edges:
        own, basis = int(str(edge["from"])), int(str(edge["to"]))
        assert edge["arrows"] == ("to" if levels[own] is levels[basis] else "")


def test_the_library_keeps_its_licence_and_looks_for_no_map() -> None:
    script = library()
    assert "Almende" in script[:1000]
    assert "Apache 2.0" in script[:1000]
    assert "sourceMappingURL" not in script
    assert "@version 9.1.2" in script
    assert "\r" not in script
