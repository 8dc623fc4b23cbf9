"""Which way round every property reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from rdflib import OWL, RDF, Graph, Literal, URIRef

from ontology import lexicon, reason
from ontology import terms as cas
from ontology.entries import Cue
from tests.ontology.directions import (
    DIRECTIONS,
    ENTAILED,
    TURNED_ROUND,
    Direction,
    entailed,
)
from tests.ontology.plain_values import VALUES

NODE = cas.DATA + "direction/"
NUMBERED = tuple(enumerate(DIRECTIONS))
NAMES = [f"{index}-{row.name}" for index, row in NUMBERED]
CUED = {cue.relation for cue in lexicon.CUES}


def subject_of(index: int) -> str:
    return f"{NODE}{index}/subject"


def object_of(index: int) -> str:
    return f"{NODE}{index}/object"


def holder_of(relation: str) -> str:
    return f"{NODE}value/{relation.removeprefix(cas.ONTOLOGY)}"


@pytest.fixture(scope="module")
def found() -> reason.Classification:
    """HermiT's answer on all pairs at once; each pair has nodes of its own."""
    if not reason.java_available():
        pytest.skip("HermiT needs Java, which is not installed")
    sample = Graph()
    for index, row in enumerate(DIRECTIONS):
        triple = (subject_of(index), row.relation, object_of(index))
        sample.add((URIRef(triple[0]), URIRef(triple[1]), URIRef(triple[2])))
    for relation in (relation for group in VALUES.values() for relation in group):
        sample.add((URIRef(holder_of(relation)), URIRef(relation), Literal("chữ")))
    return reason.classify(sample)


def test_every_property_that_joins_two_things_has_a_pair(ontology: Graph) -> None:
    joining = {str(found) for found in ontology.subjects(RDF.type, OWL.ObjectProperty)}
    assert joining == {row.relation for row in DIRECTIONS}


def test_every_property_with_a_plain_value_is_listed(ontology: Graph) -> None:
    plain = {str(found) for found in ontology.subjects(RDF.type, OWL.DatatypeProperty)}
    assert plain == {relation for group in VALUES.values() for relation in group}


@pytest.mark.parametrize("expected", VALUES, ids=str)
def test_a_plain_value_tells_what_it_is_said_of(
    expected: str | None, found: reason.Classification
) -> None:
    for relation in VALUES[expected]:
        classes = {held for node, held in found.types if node == holder_of(relation)}
        assert classes == ({expected} if expected else set()), relation


def test_the_pairs_agree_with_the_ontology(found: reason.Classification) -> None:
    assert found.consistent
    assert found.unsatisfiable == frozenset()


@pytest.mark.parametrize(("index", "row"), NUMBERED, ids=NAMES)
def test_what_follows_is_just_what_should_and_never_the_reverse(
    index: int, row: Direction, found: reason.Classification
) -> None:
    ends = {subject_of(index), object_of(index)}
    between = {statement for statement in found.relations if ends == {statement[0], statement[2]}}
    assert between == entailed(subject_of(index), row.relation, object_of(index))


@pytest.mark.parametrize(("index", "row"), NUMBERED, ids=NAMES)
def test_the_two_ends_are_what_they_should_be(
    index: int, row: Direction, found: reason.Classification
) -> None:
    for node, expected in (
        (subject_of(index), row.subject_class),
        (object_of(index), row.object_class),
    ):
        if expected is not None:
            assert (node, expected) in found.types


@pytest.mark.parametrize("row", DIRECTIONS, ids=NAMES)
def test_the_lexicon_reads_the_sentence_in_that_direction(row: Direction) -> None:
    base = row.relation if row.relation in CUED else TURNED_ROUND.get(row.relation)
    if base not in CUED:
        assert row.relation not in CUED
        return
    cue = longest_cue(base, row.said())
    object_first = row.subject_first if base != row.relation else not row.subject_first
    assert cue.inverted == object_first, f"{row.said()}: {cue.iri}"


def longest_cue(relation: str, sentence: str) -> Cue:
    """Return the cue of the relation with the longest stretch in the sentence."""
    stretches = sorted(stretches_of(relation, sentence), key=lambda pair: -pair[0])
    assert stretches, f"no cue of {relation} in “{sentence}”"
    return stretches[0][1]


def stretches_of(relation: str, sentence: str) -> Iterator[tuple[int, Cue]]:
    for cue in lexicon.CUES:
        if cue.relation != relation:
            continue
        for phrase in cue.phrases:
            gaps = (re.escape(part.strip()) for part in phrase.split("…"))
            match = re.search(r"(?<!\w)" + r"\s.+?\s".join(gaps) + r"(?!\w)", sentence, re.I)
            if match:
                yield len(match[0]), cue


def test_the_tables_for_the_store_say_the_same() -> None:
    never_stored = {cas.descendsFrom, cas.cascadesTo}
    assert {relation: set(above) for relation, above in cas.SUPER_PROPERTIES.items()} == {
        relation: above - never_stored for relation, above in ENTAILED.items()
    }
    assert {two: one for one, two in cas.INVERSES} == TURNED_ROUND


def test_a_replaced_document_is_never_the_one_that_replaces(found: reason.Classification) -> None:
    new, old = subject_of(0), object_of(0)
    assert (DIRECTIONS[0].subject, DIRECTIONS[0].object) == (
        "Quy định 80-QĐ/TW",
        "Quy định 105-QĐ/TW",
    )
    assert old in found.members(cas.ReplacedDocument)
    assert new not in found.members(cas.ReplacedDocument)


def test_replacing_is_citing_but_no_lineage(found: reason.Classification) -> None:
    new, old = subject_of(0), object_of(0)
    assert (new, cas.cites, old) in found.relations
    assert (new, cas.restsOn, old) not in found.relations
    assert (new, cas.descendsFrom, old) not in found.relations


def test_links_and_reviews_are_not_citations(found: reason.Classification) -> None:
    for index, row in enumerate(DIRECTIONS):
        if row.relation in {cas.linkedWith, cas.reviews, cas.concludes}:
            assert (subject_of(index), cas.cites, object_of(index)) not in found.relations
