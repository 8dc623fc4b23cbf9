"""Every term is named and explained in both languages; constants say what the Turtle says."""

from __future__ import annotations

import builtins
import keyword
import unicodedata

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from ontology import generate, reason, terms
from ontology.generate import ROOM

TERMS = (*terms.CLASSES, *terms.PROPERTIES)
LINEAGE = (terms.implements, terms.basedOn, terms.continues, terms.guides)


def said(graph: Graph, term: str, predicate: URIRef) -> dict[str, str]:
    """Return what is said of a term, by language."""
    return {
        str(value.language): str(value)
        for value in graph.objects(URIRef(term), predicate)
        if isinstance(value, Literal)
    }


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_every_term_is_said_in_both_languages(
    term: str, predicate: URIRef, ontology: Graph
) -> None:
    texts = said(ontology, term, predicate)
    assert set(texts) == {"vi", "en"}
    assert all(text.strip() == text != "" for text in texts.values())
    if predicate == SKOS.definition:
        assert all(text.endswith(".") for text in texts.values())


def test_labels_tell_properties_apart(ontology: Graph) -> None:
    for language in ("vi", "en"):
        labels = [said(ontology, term, RDFS.label)[language] for term in terms.PROPERTIES]
        assert len(labels) == len(set(labels))


def test_constants_hold_every_declared_term(ontology: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    declared = {str(found) for kind in kinds for found in ontology.subjects(RDF.type, kind)}
    assert {term for term in declared if term.startswith(terms.ONTOLOGY)} == set(TERMS)
    for term in TERMS:
        assert getattr(terms, term.removeprefix(terms.ONTOLOGY)) == term


def test_no_name_gets_in_the_way_of_python() -> None:
    names = {term.removeprefix(terms.ONTOLOGY) for term in TERMS}
    assert all(name.isidentifier() and not keyword.iskeyword(name) for name in names)
    assert not names & set(dir(builtins))


def test_every_term_spoken_of_is_declared(ontology: Graph, vocabularies: Graph) -> None:
    shapes = Graph().parse(ROOM / "shapes.ttl", format="turtle")
    alignments = Graph().parse(ROOM / "alignments.ttl", format="turtle")
    for graph in (ontology, vocabularies, shapes, alignments):
        used = {str(node) for triple in graph for node in triple}
        assert {node for node in used if node.startswith(terms.ONTOLOGY)} <= {
            terms.ONTOLOGY,
            *TERMS,
        }


def test_alignments_use_known_vocabularies_only() -> None:
    graph = Graph().parse(ROOM / "alignments.ttl", format="turtle")
    known = {"eli", "foaf", "org", "prov", "qb", "schema", "skos", "dcterms", "rdf"}
    prefixes = {str(space): name for name, space in graph.namespaces() if name in known}
    for subject, _, target in graph:
        assert str(subject) in TERMS
        assert any(str(target).startswith(space) for space in prefixes), target


def test_lineage_stands_with_what_it_entails() -> None:
    for relation in LINEAGE:
        assert {terms.restsOn, terms.cites} <= set(terms.SUPER_PROPERTIES[relation])
    assert terms.implements in terms.SUPER_PROPERTIES[terms.guides]
    assert terms.SUPER_PROPERTIES[terms.replaces] == (terms.cites,)


def test_closures_are_never_offered_for_storing() -> None:
    never = {terms.descendsFrom, terms.cascadesTo}
    assert not never & {term for above in terms.SUPER_PROPERTIES.values() for term in above}
    assert terms.linkedWith not in terms.SUPER_PROPERTIES
    assert terms.reviews not in terms.SUPER_PROPERTIES


def test_single_values_are_those_of_the_design() -> None:
    wanted = {terms.issued, terms.number, terms.title, terms.documentType, terms.term}
    assert set(terms.SINGLE_VALUED) == wanted | {terms.numeral, terms.typeCode}


def test_a_kind_of_document_stands_under_its_form() -> None:
    assert terms.SUPER_CLASSES[terms.ActionProgram] == (terms.Program, terms.Document)
    assert terms.SUPER_CLASSES[terms.Resolution] == (terms.Document,)
    assert terms.Document not in terms.SUPER_CLASSES


def test_nothing_that_the_reasoner_refuses(ontology: Graph) -> None:
    used = {str(node) for triple in ontology for node in triple}
    assert not used & {str(refused) for refused in reason.REFUSED_DATATYPES}
    transitive = set(ontology.subjects(RDF.type, OWL.TransitiveProperty))
    assert transitive == {URIRef(terms.descendsFrom)}
    for kind in (OWL.IrreflexiveProperty, OWL.AsymmetricProperty, OWL.FunctionalProperty):
        assert not transitive & set(ontology.subjects(RDF.type, kind))


def test_turtle_is_in_nfc() -> None:
    for path in (*ROOM.glob("*.ttl"), *(ROOM / "vocab").glob("*.ttl")):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path
        assert "\u00a0" not in text


def test_generator_and_constants_agree_on_the_namespaces() -> None:
    assert generate.load_ontology().value(predicate=RDF.type, object=OWL.Ontology) == URIRef(
        terms.ONTOLOGY.rstrip("#")
    )
