"""GraphML and GEXF: read back equal, the same bytes on every day."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import networkx as nx
import pytest

from graph.lineage.cascade import trace
from graph.lineage.documents import find_document
from graph.model import Cascade
from graph.store.protocol import Reader
from graph.subgraph import subgraph
from graph.view.markup import gexf, graphml
from tests.api import sample

HOSTILE = (
    "<script>alert(1)</script> & \"'\u2028\u2029 ]]> <!-- \u202egnp\u202c \t tab\nline\x00\x1b[31m "
    "Nghị quyết "
)


def hostile() -> Cascade:
    bad = replace(sample.STATE, name=HOSTILE, title=HOSTILE, unit=HOSTILE, issuers=(HOSTILE,))
    proof = (sample.evidence(1, quote=HOSTILE, source_name=HOSTILE, places=("javascript:x",)),)
    return replace(sample.cascade(), nodes=(sample.node(bad, 1, evidence=proof),))


@pytest.fixture(params=["register", "made up", "hostile", "alone"])
def graph(request: pytest.FixtureRequest, reader: Reader) -> nx.DiGraph[str]:
    if request.param == "register":
        root = find_document(reader, "57-NQ/TW")
        return subgraph(trace(reader, root, evidence=True))
    made = {"made up": sample.cascade(), "hostile": hostile()}
    return subgraph(made.get(request.param, replace(sample.cascade(), nodes=())))


def test_graphml_reads_back_equal(graph: nx.DiGraph[str]) -> None:
    back = nx.read_graphml(io.BytesIO(graphml(graph)))
    assert list(back.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(back.edges(data=True)) == list(graph.edges(data=True))
    assert {name: back.graph[name] for name in graph.graph} == graph.graph


def test_gexf_reads_back_equal(graph: nx.DiGraph[str]) -> None:
    back = nx.read_gexf(io.BytesIO(gexf(graph)))
    assert back.is_directed()
    assert list(back.nodes(data=True)) == list(graph.nodes(data=True))
    for _, _, about in back.edges(data=True):
        del about["id"]  # networkx numbers the edges of a GEXF
    assert list(back.edges(data=True)) == list(graph.edges(data=True))


@pytest.mark.parametrize("written", [graphml, gexf])
def test_no_file_names_a_clock_or_a_library(written: object) -> None:
    graph = subgraph(sample.cascade())
    text = written(graph)  # type: ignore[operator]
    assert text == written(graph)  # type: ignore[operator]
    assert not re.search(b"lastmodified|NetworkX", text, re.IGNORECASE)
    assert "Nghị quyết".encode() in text
    assert text.startswith(b"<?xml version='1.0' encoding='utf-8'?>")


def test_dates_of_gexf_are_attributes_as_precise_as_known() -> None:
    text = gexf(subgraph(sample.cascade())).decode()
    assert 'value="2025-06"' in text
    assert 'mode="static"' in text
    assert not re.search(r"<node [^>]*(start|end)=", text)
