"""What users say in our terms is found, graph by graph, as it would stand after a change."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from graph.check import check
from graph.conforming import BLANK, Judged, graph_to_judge, to_judge
from graph.store.graphs import REVIEW, SOURCE_PREFIX
from graph.store.memory import MemoryStore
from graph.store.protocol import Change
from ontology import terms as cas

MINE, OTHER = "https://example.org/mine", "https://example.org/other"
PREFIXES = """
PREFIX cas: <https://w3id.org/cascade-vn/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""


def quads(turtle: str, graph: str | None = MINE) -> tuple[Quad, ...]:
    found = parse((PREFIXES + turtle).encode(), RdfFormat.TURTLE)
    if graph is None:
        return tuple(found)
    return tuple(Quad(q.subject, q.predicate, q.object, NamedNode(graph)) for q in found)


def judged(
    added: str, before: tuple[Quad, ...] = (), removed: tuple[Quad, ...] = ()
) -> tuple[Judged, ...]:
    with MemoryStore(before).read() as reader:
        return to_judge(reader, Change(removed, quads(added)))


@pytest.mark.parametrize(
    "foreign",
    [
        "<x:a> <x:b> <x:c> .",
        "<x:a> a <x:Document> ; rdfs:label 'cas:number' .",
        "[] rdf:subject <x:a> ; rdf:predicate <x:p> ; rdf:object 1 .",
        "<x:a> <x:b> cas:Document .",
    ],
)
def test_what_uses_none_of_our_terms_is_not_judged(foreign: str) -> None:
    assert judged(foreign) == ()


def test_only_the_things_that_use_them_are_judged() -> None:
    (one,) = judged("<x:a> cas:number '1' . <x:b> a cas:Document . <x:c> rdfs:label 'c' .")
    assert one.graph == MINE
    assert one.things == {"x:a", "x:b"}


def test_a_thing_is_judged_as_it_would_stand() -> None:
    before = quads("<x:a> cas:number '1' ; cas:issued '2020' .")
    gone = quads("<x:a> cas:issued '2020' .")
    (one,) = judged("<x:a> cas:issued '2021' .", before, gone)
    said = {(t.predicate.value, t.object.value) for t in one.triples}  # type: ignore[union-attr]
    assert said == {(cas.number, "1"), (cas.issued, "2021")}


def test_a_thing_that_only_loses_something_is_not_judged() -> None:
    before = quads("<x:a> cas:number '1' , '2' .")
    assert judged("", before, before[:1]) == ()


def test_neighbours_bear_on_a_thing_but_are_not_judged() -> None:
    facts = quads("<x:body> cas:level <x:level> .", None)
    (one,) = judged("<x:a> cas:issuedBy <x:body> ; cas:restsOn <x:b> . <x:b> <x:p> 1 .", facts)
    assert one.things == {"x:a"}
    assert {t.subject.value for t in one.triples} == {"x:a", "x:b", "x:body"}  # type: ignore[union-attr]


def test_graphs_are_judged_each_by_itself_and_managed_ones_not() -> None:
    turtle = "<x:a> cas:number '1' ."
    added = [*quads(turtle), *quads(turtle, OTHER), *quads(turtle, None)]
    added += [*quads(turtle, REVIEW), *quads(turtle, f"{SOURCE_PREFIX}x")]
    with MemoryStore().read() as reader:
        found = to_judge(reader, Change((), tuple(added)))
    assert [one.graph for one in found] == [MINE, OTHER]


def test_blank_nodes_get_names_and_quoted_triples_are_left() -> None:
    blank = BlankNode("b0")
    quoted = Triple(NamedNode("x:s"), NamedNode(cas.number), Literal("1"))
    graph = NamedNode(MINE)
    added = (
        Quad(blank, NamedNode(cas.number), Literal("1"), graph),
        Quad(blank, NamedNode("x:says"), quoted, graph),
    )
    with MemoryStore().read() as reader:
        (one,) = to_judge(reader, Change((), added))
    assert one.things == {f"{BLANK}b0"}
    assert len(one.triples) == 1


def test_a_whole_graph_can_be_judged() -> None:
    with MemoryStore(
        [*quads("<x:a> cas:number '1' ."), *quads("<x:b> <x:p> 1 .", OTHER)]
    ).read() as r:
        found = graph_to_judge(r, MINE)
        assert found is not None
        assert found.things == {"x:a"}
        assert graph_to_judge(r, OTHER) is None


def test_check_tells_what_users_say_wrong_and_in_which_graph() -> None:
    wrong = quads("<x:a> a cas:Document ; cas:number '57 NQ/TW' .")
    right = quads("<x:a> a cas:Document ; rdfs:label 'a' ; cas:number '57-NQ/TW' .", OTHER)
    with MemoryStore([*wrong, *right]).read() as reader:
        found = {(flaw.rule, flaw.graph, flaw.grave) for flaw in check(reader)}
    assert found == {("NumberGrammar", MINE, True), ("Labelled", MINE, True)}


def test_check_does_not_mix_what_users_say_with_the_facts() -> None:
    """Two graphs that differ on a date are two opinions, no fact with two values."""
    one = quads(
        "<x:a> rdfs:label 'a' ; cas:issued '2020'^^<http://www.w3.org/2001/XMLSchema#gYear> ."
    )
    two = quads(
        "<x:a> rdfs:label 'a' ; cas:issued '2021'^^<http://www.w3.org/2001/XMLSchema#gYear> .",
        OTHER,
    )
    with MemoryStore([*one, *two]).read() as reader:
        assert check(reader) == ()
