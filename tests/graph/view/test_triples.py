"""Triples as a network: what pyvis makes is data, nothing moves, nothing is left out unsaid."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from graph.view.triples import MOST_NODES, Net, Origin, Statement, kind_of, network
from ontology.terms import DATA, ONTOLOGY
from tests.api.render.hostile import HOSTILE

RESTS = ONTOLOGY + "restsOn"


def star(leaves: int) -> list[Statement]:
    return [Statement(f"{DATA}document/{n}", RESTS, f"{DATA}document/hub") for n in range(leaves)]


def drawn(statements: list[Statement], origin: Origin | None = None) -> Net:
    return network(statements, {RESTS: "dựa trên"}, origin)


def test_what_leads_to_a_thing_is_drawn_and_what_is_a_value_told_at_its_node() -> None:
    net = drawn([*star(2), Statement(f"{DATA}document/0", ONTOLOGY + "number", "57", literal=True)])
    assert {(edge["from"], edge["to"], edge["label"]) for edge in net.edges} == {
        (f"{DATA}document/{n}", f"{DATA}document/hub", "dựa trên") for n in range(2)
    }
    facts = {node["id"]: node["facts"] for node in net.nodes}
    assert facts[f"{DATA}document/0"] == [("number", "57")]
    assert len(net.nodes) == 3


def test_the_same_triples_stand_in_the_same_places_and_never_on_one_another() -> None:
    net = drawn([*star(40), Statement("_:a", RESTS, "_:b")])
    assert net.nodes == drawn([*star(40), Statement("_:a", RESTS, "_:b")]).nodes
    assert net.options["physics"] == {"enabled": False}
    for one, other in combinations(net.nodes, 2):
        aside = abs(int(str(one["x"])) - int(str(other["x"])))
        below = abs(int(str(one["y"])) - int(str(other["y"])))
        assert aside > 120 or below > 30, (one["label"], other["label"])


def test_too_many_nodes_are_left_out_and_counted() -> None:
    net = drawn(star(MOST_NODES + 20))
    assert len(net.nodes) == MOST_NODES
    assert net.left_out == 21
    ids = {node["id"] for node in net.nodes}
    assert all({edge["from"], edge["to"]} <= ids for edge in net.edges)


def test_what_stands_around_an_opened_node_comes_on_a_ring_about_it() -> None:
    hub = f"{DATA}document/hub"
    known = frozenset({hub, f"{DATA}document/0"})
    net = drawn(star(5), Origin(hub, 1000.0, -500.0, known))
    placed = {str(node["id"]): node for node in net.nodes if "x" in node}
    assert set(placed) == {f"{DATA}document/{n}" for n in range(1, 5)}
    for node in placed.values():
        far = (int(str(node["x"])) - 1000) ** 2 + (int(str(node["y"])) + 500) ** 2
        assert 150**2 < far < 250**2


def test_no_triples_are_no_network() -> None:
    assert drawn([]).nodes == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_data(text: str) -> None:
    iri = f"{DATA}document/{text}"
    said = [Statement(iri, text, "_:x"), Statement(iri, text, text, literal=True)]
    net = network(said, {iri: text, text: text})
    told = json.loads(json.dumps([net.nodes, net.edges]))
    assert told[0][0]["name"] == text
    assert len(told[0][0]["label"]) <= 26
    assert not any("title" in thing for thing in (*net.nodes, *net.edges))


def test_kinds_of_things() -> None:
    told = {kind_of(iri) for iri in (f"{DATA}body/x", RESTS, "http://e.example/", "_:b")}
    assert told == {"body", "term", "other"}
