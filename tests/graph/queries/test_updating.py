"""Which graphs an update can touch, LOAD taken out, and the dataset of the request put in."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.errors import BeyondStore, QueryError
from graph.queries.guard import MAX_NESTING
from graph.queries.updating import DEFAULT, prepared

G, H = "x:g", "x:h"
TOUCHED = (
    ("INSERT DATA { <x:a> <x:b> 1 }", (DEFAULT,)),
    ("INSERT DATA {}", ()),
    ("DELETE WHERE { ?s ?p ?o }", (DEFAULT,)),
    (f"INSERT DATA {{ GRAPH <{G}> {{ <x:a> <x:b> 1 }} }}", (G,)),
    (f"INSERT DATA {{ GRAPH <{G}> {{ <x:a> <x:b> 1 }} <x:a> <x:b> 2 }}", (DEFAULT, G)),
    ("PREFIX p: <x:> DELETE DATA { GRAPH p:g { <x:a> <x:b> 1 } }", (G,)),
    (f"WITH <{G}> DELETE {{ ?s ?p ?o }} INSERT {{ ?s ?p 1 }} WHERE {{ ?s ?p ?o }}", (G,)),
    (f"WITH <{G}> INSERT {{ GRAPH <{H}> {{ ?s ?p 1 }} }} WHERE {{ ?s ?p ?o }}", (H,)),
    (f"WITH <{G}> INSERT {{ ?s ?p 1 }} WHERE {{}} ; INSERT DATA {{ <x:a> <x:b> 1 }}", (DEFAULT, G)),
    (f"INSERT {{ ?s ?p ?o }} USING <{G}> WHERE {{ ?s ?p ?o }}", (DEFAULT,)),
    (f"INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH <{G}> {{ ?s ?p ?o }} }}", (DEFAULT,)),
    (f'INSERT DATA {{ <x:a> <x:b> "GRAPH <{G}> {{" }} # GRAPH <{H}>', (DEFAULT,)),
    ("CLEAR DEFAULT", (DEFAULT,)),
    (f"DROP SILENT GRAPH <{G}> ; CREATE GRAPH <{H}>", (G, H)),
    (f"COPY DEFAULT TO <{G}>", (G,)),
    (f"ADD <{G}> TO DEFAULT", (DEFAULT,)),
    (f"MOVE SILENT GRAPH <{G}> TO <{H}>", (G, H)),
)
ONLY_RUNNING_TELLS = (
    "DROP ALL",
    "CLEAR NAMED",
    "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "BASE <x:> INSERT DATA { GRAPH <g> { <x:a> <x:b> 1 } }",
    "INSERT DATA { GRAPH unknown:g { <x:a> <x:b> 1 } }",
)


@pytest.mark.parametrize(("text", "graphs"), TOUCHED)
def test_the_graphs_are_found(text: str, graphs: tuple[str, ...]) -> None:
    assert prepared(text).graphs == graphs


@pytest.mark.parametrize(("text", "graphs"), TOUCHED)
def test_no_other_graph_changes(text: str, graphs: tuple[str, ...]) -> None:
    """What is found holds when the engine runs the update."""
    names = (DEFAULT, G, H, "x:other")
    engine = Store()
    for name in names:
        graph_name = DefaultGraph() if name == DEFAULT else NamedNode(name)
        engine.add(Quad(NamedNode("x:s"), NamedNode("x:p"), Literal(name), graph_name))
    before = {quad.graph_name: set(map(str, [quad])) for quad in engine}
    try:
        engine.update(text)
    except RuntimeError:
        return  # a graph that is there already: nothing changed
    for name in names:
        graph = next((g for g in before if getattr(g, "value", "") == name), None)
        if name not in graphs and graph is not None:
            found = {str(quad) for quad in engine.quads_for_pattern(None, None, None, graph)}
            assert found == before[graph]


@pytest.mark.parametrize("text", ONLY_RUNNING_TELLS)
def test_what_cannot_be_told_is_left_open(text: str) -> None:
    assert prepared(text).graphs is None


def test_a_load_is_taken_out_and_refused_unless_silent() -> None:
    silent = prepared("LOAD SILENT <http://x.vn/> INTO GRAPH <x:g> ; INSERT DATA { <x:a> <x:b> 1 }")
    assert silent.text == "INSERT DATA {} ; INSERT DATA { <x:a> <x:b> 1 }"
    assert silent.refused is None
    loud = prepared("PREFIX p: <x:> LOAD p:a ; CLEAR DEFAULT")
    assert loud.text == "PREFIX p: <x:> INSERT DATA {} ; CLEAR DEFAULT"
    assert isinstance(loud.refused, BeyondStore)
    with pytest.raises(QueryError, match="cannot be parsed"):
        prepared("LOAD SILENT INTO GRAPH <x:g>")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER EXISTS { ?a ?b ?c } }",
            "INSERT { ?s ?p ?o } USING <x:d> USING NAMED <x:n> WHERE "
            "{ ?s ?p ?o FILTER EXISTS { ?a ?b ?c } }",
        ),
        (
            "DELETE WHERE { ?s ?p ?o }",
            "DELETE { ?s ?p ?o } USING <x:d> USING NAMED <x:n> WHERE { ?s ?p ?o }",
        ),
        ("INSERT DATA { <x:a> <x:where> 1 }", "INSERT DATA { <x:a> <x:where> 1 }"),
        (
            "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { { SELECT ?s WHERE { ?s ?p 1 } } }",
            "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } USING <x:d> USING NAMED <x:n> WHERE "
            "{ { SELECT ?s WHERE { ?s ?p 1 } } }",
        ),
    ],
)
def test_the_dataset_of_the_request_is_put_in(text: str, found: str) -> None:
    assert prepared(text, ["x:d"], ["x:n"]).text == found
    Store().update(found)


@pytest.mark.parametrize(
    "text", ["WITH <x:g> DELETE { ?s ?p 1 } WHERE {}", "INSERT { ?s ?p 1 } USING <x:g> WHERE {}"]
)
def test_two_datasets_are_one_too_many(text: str) -> None:
    with pytest.raises(QueryError, match="may not have"):
        prepared(text, ["x:d"])


@pytest.mark.parametrize("name", ["g", "x:a> { } ; DROP ALL #", "x:a b", ""])
def test_a_dataset_is_named_by_iris(name: str) -> None:
    with pytest.raises(QueryError, match="no full IRI"):
        prepared("INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }", [name])


def test_many_triples_are_fine_and_deep_patterns_are_not() -> None:
    triples = "<x:a> <x:b> 1 . " * 2000
    assert prepared(f"INSERT DATA {{ {triples} }}").graphs == (DEFAULT,)
    with pytest.raises(QueryError, match="too many"):
        prepared(f"INSERT {{ {triples} }} WHERE {{}}")
    deep = "{" * (MAX_NESTING + 1) + "}" * (MAX_NESTING + 1)
    with pytest.raises(QueryError, match="deep"):
        prepared(f"DELETE {{}} WHERE {deep}")
    with pytest.raises(BeyondStore):
        prepared("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
