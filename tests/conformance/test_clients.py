"""Clients as they are: rdflib, SPARQLWrapper, curl, pandas, and another engine through SERVICE."""

from __future__ import annotations

import json
import subprocess
from urllib.parse import quote, urlencode

import pandas as pd
import pyoxigraph
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from tests.conformance.service import Service

NAME = URIRef("https://example.org/name")
GRAPH = URIRef("https://example.org/people")
DATA = (
    "DROP ALL ; INSERT DATA { <x:1> <https://example.org/name> 'Hà Nội' . "
    "<x:2> <https://example.org/name> 'Huế, \"cố đô\"'@vi . "
    "GRAPH <https://example.org/people> { <x:3> <https://example.org/name> 'riêng' } }"
)
ROWS = "SELECT ?s ?name { ?s <https://example.org/name> ?name } ORDER BY ?s"


@pytest.fixture(autouse=True)
def data(plain: Service) -> None:
    assert plain.update(DATA).fine


def test_rdflib_reads(plain: Service) -> None:
    graph = Graph(SPARQLStore(plain.sparql))
    assert {str(value) for value in graph.objects(None, NAME)} == {"Hà Nội", 'Huế, "cố đô"'}
    assert [str(row[0]) for row in graph.query(ROWS)] == ["x:1", "x:2"]  # type: ignore[index]
    assert len(graph.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }").graph or ()) == 2


def test_rdflib_reads_one_graph(plain: Service) -> None:
    graph = Graph(SPARQLStore(plain.sparql), identifier=GRAPH)
    assert [str(value) for value in graph.objects(None, NAME)] == ["riêng"]


def test_rdflib_writes(plain: Service) -> None:
    store = SPARQLUpdateStore(plain.sparql, plain.sparql, autocommit=True)
    graph = Graph(store, identifier=GRAPH)
    graph.add((URIRef("x:4"), NAME, Literal("Đà Nẵng", lang="vi")))
    assert (URIRef("x:4"), NAME, Literal("Đà Nẵng", lang="vi")) in graph
    graph.remove((URIRef("x:4"), None, None))
    assert len(graph) == 1


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(plain: Service, method: str) -> None:
    wrapper = SPARQLWrapper(plain.sparql)
    wrapper.setMethod(method)
    wrapper.setQuery(ROWS)
    wrapper.setReturnFormat(JSON)
    found = wrapper.queryAndConvert()
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == [  # type: ignore[index,call-overload]
        "Hà Nội",
        'Huế, "cố đô"',
    ]
    wrapper.setReturnFormat(XML)
    assert "Hà Nội" in wrapper.queryAndConvert().toxml()  # type: ignore[union-attr]
    wrapper.setReturnFormat(CSV)
    assert "Hà Nội" in wrapper.queryAndConvert().decode()  # type: ignore[union-attr]
    wrapper.setQuery("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    wrapper.setReturnFormat(TURTLE)
    assert "Hà Nội" in wrapper.queryAndConvert().decode()  # type: ignore[union-attr]


def test_sparqlwrapper_updates_and_names_graphs(plain: Service) -> None:
    wrapper = SPARQLWrapper(plain.sparql)
    wrapper.setMethod(POST)
    wrapper.setQuery(f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <x:5> <{NAME}> 'năm' }} }}")
    wrapper.query()
    wrapper = SPARQLWrapper(plain.sparql, returnFormat=JSON)
    wrapper.addDefaultGraph(str(GRAPH))
    wrapper.setQuery(ROWS)
    found = wrapper.queryAndConvert()
    assert [row["s"]["value"] for row in found["results"]["bindings"]] == ["x:3", "x:5"]  # type: ignore[index,call-overload]


def curl(*arguments: str) -> str:
    command = ["curl", "--silent", "--show-error", "--fail", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_curl(plain: Service) -> None:
    asked = curl(plain.sparql, "--data-urlencode", f"query={ROWS}", "-H", "accept: text/csv")
    assert asked.splitlines()[:2] == ["s,name", "x:1,Hà Nội"]
    got = curl("--get", plain.sparql, "--data-urlencode", f"query={ROWS}")
    assert len(json.loads(got)["results"]["bindings"]) == 2
    store = f"{plain.base}/rdf-graph-store?graph={quote(GRAPH)}"
    curl("-X", "PUT", store, "-H", "content-type: text/turtle", "--data-binary", "<x:9> <x:p> 9 .")
    assert curl(store, "-H", "accept: application/n-triples").startswith("<x:9> <x:p>")


def test_pandas(plain: Service) -> None:
    address = f"{plain.sparql}?{urlencode({'query': ROWS})}"
    table = pd.read_csv(address, storage_options={"accept": "text/csv"})
    assert list(table["name"]) == ["Hà Nội", 'Huế, "cố đô"']


def test_another_engine_calls_us(plain: Service) -> None:
    """An engine elsewhere may ask us by SERVICE; it is ours that never asks others."""
    rows = pyoxigraph.Store().query(f"SELECT ?name {{ SERVICE <{plain.sparql}> {{ {ROWS} }} }}")
    assert isinstance(rows, pyoxigraph.QuerySolutions)
    assert [row["name"].value for row in rows] == ["Hà Nội", 'Huế, "cố đô"']
