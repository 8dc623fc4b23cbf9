"""What is said of a document: values with sources, disputes, relations, references."""

from __future__ import annotations

from datetime import date

from pyoxigraph import NamedNode

from graph.lineage.description import describe
from graph.lineage.documents import documents, find_document
from graph.model import Description
from graph.store.protocol import Reader
from ontology import terms as cas

TODAY = date(2026, 11, 21)


def described(reader: Reader, spelling: str) -> Description:
    return describe(reader, find_document(reader, spelling), on=TODAY)


def test_a_disputed_date_shows_all_values_with_their_sources(reader: Reader) -> None:
    issued = dict(described(reader, "57-NQ/TW").values)["issued"]
    assert [(value.text, value.chosen) for value in issued] == [
        ("2024-12-22", True),
        ("2024-12-21", False),
        ("2024-12-25", False),
    ]
    assert all(one.places for value in issued for one in value.evidence)


def test_relations_go_both_ways_with_evidence(reader: Reader) -> None:
    found = described(reader, "80-QĐ/TW@XIII")
    assert [
        (e.predicate, e.object.number) for e in found.outgoing if e.predicate == "replaces"
    ] == [("replaces", "105-QĐ/TW")]
    assert ("replaces", "377-QĐ/TW") in {(e.predicate, e.subject.number) for e in found.incoming}
    assert all(edge.evidence for edge in (*found.outgoing, *found.incoming))


def test_documents_of_the_same_number_are_named(reader: Reader) -> None:
    found = described(reader, "18-NQ/TW@XII")
    assert [other.spelling for other in found.same_number] == ["18-NQ/TW@XIII", "18-NQ/TW@XIV"]


def test_an_unresolved_reference_has_no_lineage_and_says_so(reader: Reader) -> None:
    typed = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    references = [q.subject for q in reader.quads(None, typed, NamedNode(cas.Reference))]
    iris = {subject.value for subject in references if isinstance(subject, NamedNode)}
    known = documents(reader, iris)
    assert len(known) == 12
    assert all(document.unresolved for document in known.values())
    for iri in iris:
        assert not list(reader.quads(None, NamedNode(cas.restsOn), NamedNode(iri)))


def test_a_declined_relation_is_kept_but_makes_no_edge(reader: Reader) -> None:
    found = described(reader, "21-NQ/TW@XIV")
    assert ("amends", False) in {
        (field, value.chosen) for field, values in found.values for value in values
    }
    assert {e.predicate for e in found.outgoing} == {"replaces"}
