"""RDF in our terms is held against the shapes before it is stored; other RDF is let through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from api.access import Scope
from api.access.folder import folder_beside
from api.access.tokens import Tokens
from graph.store.local import LocalStore
from tests.conformance.service import Answer, Service, serving

MINE = "https://example.org/mine"
PREFIXES = """
PREFIX cas: <https://w3id.org/cascade-vn/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
SOUND = '<x:d> a cas:Document ; rdfs:label "Văn bản" ; cas:number "57-NQ/TW" .'
BROKEN = '<x:d> a cas:Document ; cas:number "57 NQ TW" ; cas:issued "hôm qua" .'
_BEARER: dict[str, str] = {}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("shapes") / "store"
    LocalStore(where).replace([Quad(NamedNode("x:s"), NamedNode("x:p"), Literal("fact"))])
    tokens = Tokens(folder_beside(where))
    now = datetime.now(UTC)
    _, bearer = tokens.create([Scope.UPDATE], label="thử", now=now, expires=None)
    _BEARER["authorization"] = f"Bearer {bearer}"
    return where


@pytest.fixture(scope="module")
def service(place: Path) -> Iterator[Service]:
    with serving(store=place) as running:
        yield running


def send(service: Service, turtle: str, method: str = "PUT", graph: str = MINE) -> Answer:
    path = f"/rdf-graph-store?graph={quote(graph, safe='')}"
    headers = {"content-type": "text/turtle", **_BEARER}
    return service.ask(method, path, (PREFIXES + turtle).encode(), headers)


def size(service: Service, graph: str = MINE) -> int:
    rows = service.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}").rows()
    return int(rows[0]["n"]["value"])


def test_what_breaks_the_shapes_is_refused_with_where_and_how(service: Service) -> None:
    assert send(service, SOUND).fine
    before = size(service)
    refused = send(service, BROKEN)
    said = refused.problem()
    assert (refused.status, said["place"]) == (422, MINE)
    assert said["type"] == "urn:cascade:problem:shapes-broken"
    assert said["remedy"]
    found = {one["shape"]: one for one in said["violations"]}
    assert set(found) == {"NumberGrammar", "Labelled", "IssuedIsADate"}
    number = found["NumberGrammar"]
    assert (number["focus"], number["value"]) == ("x:d", "57 NQ TW")
    assert number["path"].endswith("#number")
    assert number["message"]["vi"] != number["message"]["en"]
    assert size(service) == before


def test_adding_to_a_graph_judges_what_is_there_then(service: Service) -> None:
    assert send(service, SOUND + '<x:d> cas:issued "2024-12-22"^^xsd:date .').fine
    again = send(service, '<x:d> cas:issued "2024-12-23"^^xsd:date .', "POST")
    assert [one["shape"] for one in again.problem()["violations"]] == ["OneIssued"]
    assert send(service, '<x:d> rdfs:comment "không phải dữ kiện" .', "POST").fine


@pytest.mark.parametrize(
    "foreign",
    [
        "<x:a> <x:b> [ <x:c> 'd' ] .",
        "<x:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <x:no> .",
        "<x:a> <https://schema.org/datePublished> 'hôm qua' .",
    ],
)
def test_other_rdf_is_let_through(service: Service, foreign: str) -> None:
    assert send(service, foreign, graph="https://example.org/free").fine


def test_an_update_is_held_against_them_too(service: Service) -> None:
    wrong = f"{PREFIXES} INSERT DATA {{ GRAPH <{MINE}> {{ {BROKEN} }} }}"
    refused = service.update(wrong, _BEARER)
    assert refused.status == 422
    assert refused.problem()["violations"]
    mended = wrong.replace(BROKEN, '<x:e> cas:number "58-NQ/TW" .')
    assert service.update(mended, _BEARER).fine


def test_taking_away_is_always_allowed(service: Service) -> None:
    assert service.update(f"CLEAR GRAPH <{MINE}>", _BEARER).fine
    assert size(service) == 0


def test_blank_nodes_are_named_and_the_list_is_bounded(service: Service) -> None:
    many = " ".join(f'[] cas:number "sai {n}" .' for n in range(40))
    said = send(service, many).problem()
    assert len(said["violations"]) == 20
    assert all(one["focus"].startswith("_:") for one in said["violations"])
    assert "40" in said["detail"]


def test_a_refusal_is_told_in_both_languages(service: Service) -> None:
    path = f"/rdf-graph-store?graph={quote(MINE, safe='')}&lang=vi"
    headers = {"content-type": "text/turtle", **_BEARER}
    said = service.ask("PUT", path, (PREFIXES + BROKEN).encode(), headers).problem()
    assert "trái 3 ràng buộc" in said["detail"]


def test_a_store_for_trials_judges_nothing() -> None:
    with serving("--plain") as plain:
        headers = {"content-type": "text/turtle"}
        answer = plain.ask("PUT", "/rdf-graph-store?default", (PREFIXES + BROKEN).encode(), headers)
        assert answer.fine
