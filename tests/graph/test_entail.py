"""The rules of the store entail just what HermiT does: on facts of the register, and on a made-up
sample in which everything meets everything.

HermiT is given only what is stated, the most specific properties and classes; the store takes the
same statements as claims. What both then hold of documents must be the same, but for the closure
of lineage, which the store never writes down (queries follow a path).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

import pytest
from pyoxigraph import DefaultGraph, NamedNode
from rdflib import Graph, URIRef

from graph.model import Claim
from graph.resolve.identity import DocumentKey
from graph.resolve.series import level_concept, level_of_series
from graph.store.graphs import ENTAILED
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import reason
from ontology import terms as cas
from tests.graph.reviewed import ONE, bring, claim

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# Series of every level: the store takes the level of a document from its series.
SERIES = (
    ("tw",),
    ("bnv",),
    ("tu", "ha-tinh"),
    ("hu", "ha-tinh", "huyen-can-loc"),
    ("du", "ha-tinh", "xa-cam-ha"),
    ("cb", "ha-tinh", "truong-chinh-tri"),
)
KINDS = (cas.Resolution, cas.ActionProgram, cas.Plan, cas.Regulation, cas.PersonnelDecision)
BETWEEN = (
    *(cas.implements, cas.continues, cas.guides, cas.basedOn, cas.replaces, cas.repeals),
    *(cas.amends, cas.suspends, cas.corrects, cas.consolidates, cas.linkedWith),
)
CLOSURE = {cas.descendsFrom, cas.cascadesTo}
Statement = tuple[str, str, str]

pytestmark = pytest.mark.skipif(
    not reason.java_available(), reason="HermiT needs Java, which is not installed"
)


def made_up(count: int = 60) -> set[Statement]:
    """Return documents of all levels and kinds, with relations of all kinds between them."""
    chosen = random.Random(27)
    keys = [
        DocumentKey(chosen.choice(SERIES), "nq", str(n), "xiii", by_term=True)
        for n in range(1, count + 1)
    ]
    documents = [key.iri for key in keys]
    stated = {(one, TYPE, chosen.choice(KINDS)) for one in documents[: count - 4]}
    stated |= {(one, TYPE, cas.Document) for one in documents[count - 4 :]}
    stated |= {(key.iri, cas.level, level_concept(level_of_series(key.series))) for key in keys}
    for _ in range(2 * count):
        one, other = chosen.sample(documents, 2)
        stated.add((one, chosen.choice(BETWEEN), other))
    return stated


def registered(reader: Reader) -> set[Statement]:
    """Return what the register states of documents that replace others and of all around them."""
    edges = {
        (quad.subject.value, predicate, quad.object.value)
        for predicate in BETWEEN
        for quad in reader.quads(None, NamedNode(predicate), None, DefaultGraph())
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    at_heart = {end for one in edges if one[1] == cas.replaces for end in (one[0], one[2])}
    near = {edge for edge in edges if at_heart & {edge[0], edge[2]}}
    documents = {end for edge in near for end in (edge[0], edge[2])}
    whole = {edge for edge in edges if {edge[0], edge[2]} <= documents}
    return _specific(whole) | set(_of_documents(reader, documents))


def _of_documents(reader: Reader, documents: Iterable[str]) -> Iterator[Statement]:
    for one in documents:
        about = [
            (quad.predicate.value, quad.object.value)
            for quad in reader.quads(NamedNode(one), None, None, DefaultGraph())
            if isinstance(quad.object, NamedNode)
        ]
        types = {value for predicate, value in about if predicate == TYPE}
        above = {up for kind in types for up in cas.SUPER_CLASSES.get(kind, ())}
        yield from ((one, TYPE, kind) for kind in types - above)
        yield from ((one, cas.level, value) for predicate, value in about if predicate == cas.level)


def _specific(edges: set[Statement]) -> set[Statement]:
    """Return relations without those that follow from a more specific one."""
    entailed = {
        (subject, above, value)
        for subject, predicate, value in edges
        for above in cas.SUPER_PROPERTIES.get(predicate, ())
    }
    return edges - entailed


def by_hermit(stated: set[Statement]) -> set[Statement]:
    graph = Graph()
    for subject, predicate, value in stated:
        graph.add((URIRef(subject), URIRef(predicate), URIRef(value)))
    found = reason.classify(graph)
    assert found.consistent
    types = {(one, TYPE, kind) for one, kind in found.types if kind.startswith(cas.ONTOLOGY)}
    return types_and_relations(types | found.relations, stated)


def by_the_store(stated: set[Statement]) -> set[Statement]:
    store = MemoryStore()
    claims: list[Claim] = [claim(ONE, *one) for one in sorted(stated)]
    bring(store, ONE, claims)
    with store.read() as reader:
        found = {
            (quad.subject.value, quad.predicate.value, quad.object.value)
            for graph in (DefaultGraph(), NamedNode(ENTAILED))
            for quad in reader.quads(graph=graph)
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
        }
    return types_and_relations(found, stated)


def types_and_relations(found: set[Statement], stated: set[Statement]) -> set[Statement]:
    """Return the classes of the documents and the relations between them."""
    documents = {subject for subject, predicate, _ in stated if predicate == TYPE}
    return {
        one
        for one in found
        if one[0] in documents and one[1] not in CLOSURE and (one[1] == TYPE or one[2] in documents)
    }


def told(found: set[Statement]) -> list[str]:
    return sorted(" ".join(part.rsplit("#", 1)[-1] for part in one) for one in found)


def test_the_rules_equal_hermit_on_a_made_up_sample() -> None:
    stated = made_up()
    hermit, store = by_hermit(stated), by_the_store(stated)
    assert told(store - hermit) == []
    assert told(hermit - store) == []
    found = {value for _, predicate, value in hermit if predicate == TYPE}
    assert {cas.CentralDocument, cas.LocalDocument, cas.RestsOnReplaced} <= found
    assert {cas.ReplacedDocument, cas.ImplementedDocument, cas.ProvincialActionProgram} <= found


def test_the_rules_equal_hermit_on_facts_of_the_register(reader: Reader) -> None:
    stated = registered(reader)
    assert len({one[0] for one in stated}) > 80
    hermit, store = by_hermit(stated), by_the_store(stated)
    assert told(store - hermit) == []
    assert told(hermit - store) == []
