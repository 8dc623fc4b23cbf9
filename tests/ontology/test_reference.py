"""The reference says what the ontology's files say, of every term, in both languages."""

from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ontology import terms
from ontology.reference import Family, Term, ontology_file, reference, vocabulary_files

BY_NAME = {term.name: term for term in reference().terms}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(ontology_file("cascade"), format="turtle")


def test_every_term_stands_in_it_once() -> None:
    named = [term.iri for term in reference().terms]
    assert sorted(named) == sorted({*terms.CLASSES, *terms.PROPERTIES})
    parts = [term for family in Family for term in reference().family(family)]
    assert len(parts) == len(named)


@pytest.mark.parametrize("term", reference().terms, ids=lambda term: term.name)
def test_a_term_says_what_its_file_says(graph: Graph, term: Term) -> None:
    iri = URIRef(term.iri)
    for told, predicate in ((term.label, RDFS.label), (term.definition, SKOS.definition)):
        assert (iri, predicate, Literal(told.vi, lang="vi")) in graph
        assert (iri, predicate, Literal(told.en, lang="en")) in graph
    for above in term.above:
        assert {*graph.predicates(iri, URIRef(above))} & {RDFS.subClassOf, RDFS.subPropertyOf}
        assert term.iri in BY_NAME[above.removeprefix(terms.ONTOLOGY)].below
    if term.inverse:
        assert BY_NAME[term.inverse.removeprefix(terms.ONTOLOGY)].inverse == term.iri
    assert bool(term.domain) is ((iri, RDFS.domain, None) in graph)
    assert bool(term.range) is ((iri, RDFS.range, None) in graph)
    assert (term.family is Family.DEFINED) is ((iri, OWL.equivalentClass, None) in graph)


def test_expressions_are_told_in_words() -> None:
    told = BY_NAME["RestsOnReplaced"].defined_as
    assert told is not None
    assert told.vi == "Văn bản và dựa trên tới Văn bản đã có văn bản thay thế"
    local = BY_NAME["LocalDocument"].defined_as
    assert local is not None
    assert local.en == "Document and level some Province or District or Commune or Grass roots"
    central = BY_NAME["CentralDocument"].defined_as
    assert central is not None
    assert central.vi == "Văn bản và cấp là Trung ương"


def test_unions_traits_and_alignments_are_told() -> None:
    assert len(BY_NAME["assignedTo"].range) == 5
    assert BY_NAME["number"].traits == ("FunctionalProperty",)
    assert BY_NAME["linkedWith"].traits == ("SymmetricProperty",)
    assert "http://data.europa.eu/eli/ontology#implements" in BY_NAME["implements"].aligned


def test_every_concept_of_every_scheme_is_named() -> None:
    graph = Graph()
    for file in vocabulary_files():
        graph.parse(file, format="turtle")
    concepts = {str(one) for one in graph.subjects(RDF.type, SKOS.Concept)}
    told = {one.iri: one for scheme in reference().schemes for one in scheme.concepts}
    assert set(told) == concepts
    assert all(one.label.vi for one in told.values())
    levels = next(scheme for scheme in reference().schemes if scheme.name == "levels")
    assert [one.notations for one in levels.concepts][:2] == [("central",), ("ministry",)]
