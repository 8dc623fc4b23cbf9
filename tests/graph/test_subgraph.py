"""A cascade as a graph: arcs as stated, typed attributes, nothing that is not known."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

import networkx as nx
import pytest

from graph.model import Cascade, Inference, Verification
from graph.subgraph import (
    DOCUMENT_FIELDS,
    EDGE_FIELDS,
    certainty_of,
    documents_of,
    flow,
    subgraph,
)
from tests.api import sample
from tests.graph.lineage.small import iri, store_of
from tests.graph.lineage.test_cascade import traced

STORE = store_of(
    ("b", "implements", "a"),
    ("c", "basedOn", "b"),
    ("c", "implements", "a"),
    dates={"a": "2020-01-01", "b": "2020-02", "c": "2020-03-01"},
)
ARCS = {(iri("b"), iri("a")), (iri("c"), iri("b")), (iri("c"), iri("a"))}


def test_arcs_run_as_stated_whichever_way_was_traced() -> None:
    down = subgraph(traced(STORE, "a", evidence=True))
    up = subgraph(traced(STORE, "c", down=False, evidence=True))
    assert set(down.edges) == set(up.edges) == ARCS
    assert (down.graph["direction"], up.graph["direction"]) == ("down", "up")
    assert set(flow(down).successors(iri("a"))) == {iri("b"), iri("c")}
    assert set(flow(up).successors(iri("c"))) == {iri("a"), iri("b")}


def test_what_is_known_is_typed_and_the_rest_left_out() -> None:
    graph = subgraph(traced(STORE, "a", evidence=True))
    about, edge = graph.nodes[iri("b")], graph.edges[iri("b"), iri("a")]
    assert (about["issued"], about["issued_latest"]) == ("2020-02", "2020-02-29")
    assert (edge["lag_least"], edge["lag_most"]) == (31, 59)
    assert (edge["relation"], edge["certainty"], edge["quotes"]) == ("implements", "stated", 0)
    assert "quote" not in edge
    assert "unit" not in about
    assert about["depth"] == 1
    assert graph.nodes[iri("a")]["depth"] == 0


def test_attributes_are_those_named() -> None:
    graph = subgraph(sample.cascade())
    assert set().union(*(about for _, about in graph.nodes(data=True))) <= set(DOCUMENT_FIELDS)
    assert set().union(*(about for *_, about in graph.edges(data=True))) <= set(EDGE_FIELDS)
    assert set(graph) == set(documents_of(sample.cascade()))


def test_a_cycle_stays_in_the_graph() -> None:
    store = store_of(("b", "implements", "a"), ("a", "basedOn", "b"), dates={})
    graph = subgraph(traced(store, "a"))
    assert set(graph.edges) == {(iri("b"), iri("a")), (iri("a"), iri("b"))}
    assert not nx.is_directed_acyclic_graph(graph)


def test_text_is_composed_and_fits_any_file() -> None:
    spelt = unicodedata.normalize("NFD", "Nghị quyết\x00 57\ud800\r\nmới ")
    root = replace(sample.ROOT, name=spelt)
    label = subgraph(replace(sample.cascade(), root=root)).nodes[root.iri]["label"]
    assert label == "Nghị quyết\ufffd 57\ufffd\nmới"


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ((), "unknown"),
        (({},), "stated"),
        (({"certainty": "clear"},), "stated"),
        (({"certainty": "likely"},), "likely"),
        (({"certainty": "inferred"},), "inferred"),
        (({"inference": (Inference.ALIAS,)},), "inferred"),
        (({"certainty": "likely"}, {"inference": (Inference.TERM,)}), "likely"),
        (({"certainty": "likely"}, {}), "stated"),
    ],
)
def test_the_plainest_source_counts(evidence: tuple[dict[str, Any], ...], told: str) -> None:
    assert certainty_of(sample.evidence(**changed) for changed in evidence) == told


def test_quotes_and_sources_are_counted() -> None:
    proof = (
        sample.evidence(1, verification=Verification.UNVERIFIED),
        sample.evidence(2, quote="Căn cứ Nghị quyết số 57-NQ/TW."),
    )
    made: Cascade = replace(sample.cascade(), nodes=(sample.node(sample.STATE, 1, evidence=proof),))
    edge = subgraph(made).edges[sample.STATE.iri, sample.ROOT.iri]
    assert (edge["quotes"], edge["sources"], edge["verification"]) == (1, 2, "seen_once")
    assert edge["quote"] == "Căn cứ Nghị quyết số 57-NQ/TW."
    assert edge["address"] == "https://example.org/van-ban/2"
