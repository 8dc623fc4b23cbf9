"""Managed graphs take no writes from outside, however they are written; users' own graphs do."""

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
from graph.store.graphs import ENTAILED, FACTS, GRAPH_PREFIX, IDENTITY, REVIEW, SOURCE_PREFIX
from graph.store.local import LocalStore
from graph.store.sorting import canonical_dump
from tests.conformance.service import Service, serving

MINE = "https://example.org/mine"
SOURCE = f"{SOURCE_PREFIX}bao"
MANAGED = (SOURCE, ENTAILED, REVIEW, IDENTITY, FACTS, f"{GRAPH_PREFIX}vocabulary")
_BEARER: dict[str, str] = {}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("managed") / "store"
    s, p = NamedNode("x:s"), NamedNode("x:p")
    quads = [Quad(s, p, Literal("fact")), Quad(s, p, Literal("mine"), NamedNode(MINE))]
    quads += [Quad(s, p, Literal("m"), NamedNode(graph)) for graph in MANAGED]
    LocalStore(where).replace(quads)
    now = datetime.now(UTC)
    tokens = Tokens(folder_beside(where))
    _, bearer = tokens.create([Scope.UPDATE], label="thử", now=now, expires=None)
    _BEARER["authorization"] = f"Bearer {bearer}"
    return where


@pytest.fixture(scope="module")
def service(place: Path) -> Iterator[Service]:
    with serving(store=place) as running:
        yield running


def managed_quads(place: Path) -> bytes:
    with LocalStore(place).read() as reader:
        lines = canonical_dump(reader).splitlines()
    return b"\n".join(line for line in lines if b"/mine" not in line and b"/other" not in line)


def graph_path(graph: str) -> str:
    return f"/rdf-graph-store?graph={quote(graph, safe='')}"


REFUSED = (
    ("INSERT DATA { <x:a> <x:b> <x:c> }", FACTS),
    ("DELETE DATA { <x:s> <x:p> 'fact' }", FACTS),
    ("DELETE WHERE { ?s ?p ?o }", FACTS),
    ("DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", FACTS),
    (f"INSERT DATA {{ GRAPH <{SOURCE}> {{ <x:a> <x:b> <x:c> }} }}", SOURCE),
    (f"PREFIX g: <{SOURCE_PREFIX}> INSERT DATA {{ GRAPH g:bao {{ <x:a> <x:b> 1 }} }}", SOURCE),
    (f"BASE <{SOURCE_PREFIX}> INSERT DATA {{ GRAPH <bao> {{ <x:a> <x:b> 1 }} }}", SOURCE),
    (f"WITH <{ENTAILED}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}", ENTAILED),
    (f"COPY <{MINE}> TO <{REVIEW}>", REVIEW),
    (f"MOVE <{IDENTITY}> TO <{MINE}>", IDENTITY),
    (f"ADD <{MINE}> TO DEFAULT", FACTS),
    (f"CLEAR GRAPH <{SOURCE}>", SOURCE),
    (f"DROP SILENT GRAPH <{SOURCE}>", SOURCE),
    (f"CREATE SILENT GRAPH <{SOURCE_PREFIX}new>", f"{SOURCE_PREFIX}new"),
    ("CLEAR DEFAULT", FACTS),
    ("CLEAR ALL", FACTS),
    ("DROP ALL", FACTS),
    ("DROP NAMED", ENTAILED),
    ("DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", ENTAILED),
    ("INSERT { GRAPH ?g { ?s ?p 1 } } WHERE { GRAPH ?g { ?s ?p ?o } }", ENTAILED),
    (
        f"INSERT {{ GRAPH ?g {{ <x:a> <x:b> 1 }} }} WHERE {{ BIND(IRI('{SOURCE}') AS ?g) }}",
        SOURCE,
    ),
    (f"INSERT DATA {{ GRAPH <{MINE}> {{ <x:a> <x:b> 1 }} }} ; CLEAR DEFAULT", FACTS),
)


@pytest.mark.parametrize(("text", "graph"), REFUSED, ids=[text[:60] for text, _ in REFUSED])
def test_an_update_is_refused_and_the_graph_is_named(
    service: Service, place: Path, text: str, graph: str
) -> None:
    before = managed_quads(place)
    answer = service.update(text, _BEARER)
    assert answer.status == 403
    assert answer.problem()["type"] == "urn:cascade:problem:graph-managed"
    assert answer.problem()["place"] == graph
    assert managed_quads(place) == before
    assert service.ask("HEAD", graph_path(MINE)).fine


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize("graph", [*MANAGED, None])
def test_the_graph_store_is_refused(
    service: Service, place: Path, method: str, graph: str | None
) -> None:
    before = managed_quads(place)
    path = graph_path(graph) if graph else "/rdf-graph-store?default"
    headers = {"content-type": "text/turtle", **_BEARER}
    answer = service.ask(method, path, b"<x:a> <x:b> <x:c> .", headers)
    assert answer.status == 403
    assert answer.problem()["place"] == (graph or FACTS)
    assert managed_quads(place) == before


def test_a_graph_of_ones_own_is_written_and_no_fact_by_it(service: Service, place: Path) -> None:
    before = managed_quads(place)
    other = "https://example.org/other"
    headers = {"content-type": "text/turtle", **_BEARER}
    put = service.ask("PUT", graph_path(other), b"<x:a> <x:b> [] .", headers)
    assert put.status == 201
    assert service.update(
        f"WITH <{other}> INSERT {{ ?s <x:c> 2 }} WHERE {{ ?s ?p ?o }}", _BEARER
    ).fine
    copied = f"INSERT {{ GRAPH <{other}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}"
    assert service.update(copied, _BEARER).fine
    rows = service.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{other}> {{ ?s ?p ?o }} }}").rows()
    assert rows[0]["n"]["value"] == "3"
    assert service.query("ASK { <x:a> ?p ?o }").body == b'{"head":{},"boolean":false}'
    assert service.ask("DELETE", graph_path(other), None, _BEARER).status == 204
    assert service.ask("GET", graph_path(other)).status == 404
    assert managed_quads(place) == before


def test_nobody_writes_without_a_token(service: Service) -> None:
    assert service.update(f"CLEAR GRAPH <{MINE}>").status == 401
    headers = {"content-type": "text/turtle"}
    assert service.ask("PUT", graph_path(MINE), b"", headers).status == 401


def test_a_write_is_logged_by_who_and_which_graph(service: Service, place: Path) -> None:
    assert service.update(f"INSERT DATA {{ GRAPH <{MINE}> {{ <x:log> <x:b> 1 }} }}", _BEARER).fine
    lines = (folder_beside(place) / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    assert '"what": "update.sparql"' in lines[-1]
    assert MINE in lines[-1]
    assert "x:log" not in "".join(lines)
