"""Each shape lets right data pass, finds what is wrong, and says so in both languages."""

from __future__ import annotations

from typing import NamedTuple

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from ontology import lexicon, shapes, terms
from ontology.entries import Code
from ontology.shapes import Severity

PREFIXES = """
@prefix cas: <https://w3id.org/cascade-vn/ontology#> .
@prefix id: <https://w3id.org/cascade-vn/id/> .
@prefix level: <https://w3id.org/cascade-vn/id/level/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


class Case(NamedTuple):
    """A shape with data that pass it and data that break it once."""

    shape: str
    passing: str
    failing: str
    severity: Severity = Severity.VIOLATION


ISSUED = 'id:a cas:issued "2020-03-01"^^xsd:date ;'
CLAIM = "id:c a cas:Claim ; rdf:subject id:a ; rdf:predicate cas:replaces ; rdf:object id:b "
CASES = (
    Case(
        "NumberGrammar",
        'id:a cas:number "66.18/2026/NQ-CP" . id:b cas:number "80-QĐ/TW" . id:c cas:number "335" .',
        'id:a cas:number "80 - QĐ/TW" .',
    ),
    Case("NumberGrammar", 'id:a cas:number "5973/UBND-KT" .', 'id:a cas:number "QĐ/TW" .'),
    Case(
        "NumberGrammar",
        'id:a cas:number "64/2025/QH15" .',
        'id:a cas:number "80-Q\u00d0/TW" .',  # Eth, which only looks like Đ
    ),
    Case(
        "NoCentralNumberForLocalBody",
        'id:a cas:number "920-CTr/TU" ; cas:level level:province .'
        'id:b cas:number "80-QĐ/TW" ; cas:level level:central .',
        'id:a cas:number "920-CTr/TW" ; cas:level level:province .',
    ),
    Case(
        "NoCentralNumberForLocalBody",
        'id:a cas:number "01-HD/BTCTW" ; cas:issuedBy id:x . id:x cas:level level:central .',
        'id:a cas:number "03-NQ/HNTW" ; cas:issuedBy id:x . id:x cas:level level:commune .',
    ),
    Case("OneIssued", f"{ISSUED} .", f'{ISSUED} cas:issued "2020-03-02"^^xsd:date .'),
    Case("OneNumber", 'id:a cas:number "1-QĐ/TW" .', 'id:a cas:number "1-QĐ/TW" , "2-QĐ/TW" .'),
    Case("OneNumeral", 'id:a cas:numeral "1" .', 'id:a cas:numeral "1" , "2" .'),
    Case("OneTypeCode", 'id:a cas:typeCode "nq" .', 'id:a cas:typeCode "nq" , "qd" .'),
    Case("OneTitle", 'id:a cas:title "về A"@vi .', 'id:a cas:title "về A"@vi , "về B"@vi .'),
    Case(
        "OneDocumentType",
        "id:a cas:documentType <urn:nq> .",
        "id:a cas:documentType <urn:nq> , <urn:ct> .",
    ),
    Case("OneTerm", "id:a cas:term id:xii .", "id:a cas:term id:xii , id:xiii ."),
    Case(
        "IssuedIsADate",
        f'{ISSUED} . id:b cas:issued "2020"^^xsd:gYear .'
        'id:c cas:issued "2020-03"^^xsd:gYearMonth .',
        'id:a cas:issued "1-3-2020" .',
    ),
    Case("IssuedIsADate", f"{ISSUED} .", 'id:a cas:issued "2020-02-30"^^xsd:date .'),
    Case(
        "EffectiveIsADate",
        'id:a cas:effective "2020"^^xsd:gYear .',
        'id:a cas:effective "năm 2020" .',
    ),
    Case(
        "ExpiresIsADate",
        'id:a cas:expires "2020-12-31"^^xsd:date .',
        'id:a cas:expires "2020-12-31" .',
    ),
    Case(
        "DatesInOrder",
        f'{ISSUED} cas:effective "2020-03-01"^^xsd:date ; cas:expires "2021"^^xsd:gYear .'
        'id:b cas:issued "2020-03-01"^^xsd:date ; cas:effective "2020-03"^^xsd:gYearMonth .',
        f'{ISSUED} cas:effective "2020-02-28"^^xsd:date .',
        Severity.WARNING,
    ),
    Case(
        "DatesInOrder",
        f'{ISSUED} cas:expires "2020-03-01"^^xsd:date .',
        f'{ISSUED} cas:expires "2019"^^xsd:gYear .',
        Severity.WARNING,
    ),
    Case(
        "ChildAfterParent",
        f'{ISSUED} cas:restsOn id:b . id:b cas:issued "2020"^^xsd:gYear .',
        f'{ISSUED} cas:restsOn id:b . id:b cas:issued "2020-04"^^xsd:gYearMonth .',
        Severity.WARNING,
    ),
    Case(
        "LowerDoesNotReplaceHigher",
        "id:a cas:level level:central ; cas:replaces id:b . id:b cas:level level:province ."
        "id:c cas:level level:province ; cas:replaces id:d . id:d cas:level level:province .",
        "id:a cas:level level:province ; cas:replaces id:b . id:b cas:level level:central .",
    ),
    Case(
        "LowerDoesNotRepealHigher",
        "id:a cas:level level:province ; cas:repeals id:b . id:b cas:level level:commune .",
        "id:a cas:level level:district ; cas:repeals id:b . id:b cas:level level:province .",
    ),
    Case(
        "ReferenceHasNoLineage",
        "id:r a cas:Reference ; cas:candidate id:a . id:b cas:restsOn id:a .",
        "id:r a cas:Reference ; cas:restsOn id:a .",
    ),
    Case(
        "ReferenceHasNoLineage",
        "id:r a cas:Reference .",
        "id:r a cas:Reference . id:a cas:restsOn id:r .",
    ),
    Case(
        "KnownVerification",
        'id:a cas:verification "seen_once" .',
        'id:a cas:verification "certain" .',
    ),
    Case(
        "Labelled",
        'id:a a cas:Document ; rdfs:label "Quy định 80-QĐ/TW"@vi .'
        'id:b a cas:Body ; skos:prefLabel "Bộ Chính trị"@vi .',
        "id:a a cas:Document .",
    ),
    Case("ClaimHasEvidence", f"{CLAIM} ; cas:evidence id:row .", f"{CLAIM} ."),
    Case(
        "ClaimObject",
        f"{CLAIM} ; cas:evidence id:row .",
        f"{CLAIM} , id:x ; cas:evidence id:row .",
    ),
    Case(
        "ClaimSubject",
        f"{CLAIM} ; cas:evidence id:row .",
        "id:c rdf:predicate cas:replaces ; rdf:object id:b ; cas:evidence id:row .",
    ),
    Case(
        "ClaimPredicate",
        f"{CLAIM} ; cas:evidence id:row .",
        "id:c a cas:Claim ; rdf:subject id:a ; rdf:object id:b ; cas:evidence id:row .",
    ),
    Case(
        "ClaimPredicateKnown",
        f"{CLAIM} ; cas:evidence id:row .",
        "id:c rdf:subject id:a ; rdf:predicate cas:supersedes ; rdf:object id:b ;"
        " cas:evidence id:row .",
    ),
    Case(
        "KnownModality",
        'id:c cas:modality "done" .',
        'id:c cas:modality "hoped" .',
    ),
    Case("KnownInference", 'id:c cas:inference "term" .', 'id:c cas:inference "guess" .'),
    Case("KnownConfidence", 'id:c cas:confidence "secondary" .', 'id:c cas:confidence "high" .'),
    Case(
        "ValidityInOrder",
        'id:u cas:validFrom "2008-08-01"^^xsd:date ; cas:validTo "2025-06-30"^^xsd:date .',
        'id:u cas:validFrom "2025-07-01"^^xsd:date ; cas:validTo "2025-06-30"^^xsd:date .',
    ),
    Case(
        "MergedUnitHasEnded",
        'id:u cas:mergedInto id:v ; cas:validTo "2025-06-30"^^xsd:date .',
        "id:u cas:mergedInto id:v .",
    ),
    Case(
        "DocumentWithinUnit",
        f'{ISSUED} cas:unit id:u . id:u cas:validTo "2025-06-30"^^xsd:date .',
        f'{ISSUED} cas:unit id:u . id:u cas:validTo "2008-07-31"^^xsd:date .',
        Severity.WARNING,
    ),
    Case(
        "DocumentWithinUnit",
        f'{ISSUED} cas:unit id:u . id:u cas:validFrom "1997"^^xsd:gYear .',
        f'{ISSUED} cas:unit id:u . id:u cas:validFrom "2025-07-01"^^xsd:date .',
        Severity.WARNING,
    ),
)
NAMES = [f"{case.shape}-{number}" for number, case in enumerate(CASES)]


def check(turtle: str) -> tuple[shapes.Violation, ...]:
    """Return what the shapes find in data that may hold an ill-typed literal on purpose."""
    return shapes.check(Graph().parse(data=PREFIXES + turtle, format="turtle"))


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_right_data_pass(case: Case) -> None:
    assert check(case.passing) == ()


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_what_is_wrong_is_found_and_said_in_both_languages(case: Case) -> None:
    found = [violation for violation in check(case.failing) if violation.shape == case.shape]
    assert len(found) == 1
    violation = found[0]
    assert violation.severity is case.severity
    assert violation.focus.startswith((terms.DATA, terms.ONTOLOGY))
    assert violation.vi
    assert violation.en
    assert violation.vi != violation.en


QUERIED = [case for case in CASES if case.shape in shapes.queried()]


@pytest.mark.parametrize("case", QUERIED, ids=lambda case: case.shape)
def test_a_query_run_once_finds_what_a_shacl_processor_finds(case: Case) -> None:
    data = Graph().parse(data=PREFIXES + case.failing, format="turtle")
    _, report, _ = pyshacl.validate(
        data + shapes.background(), shacl_graph=shapes.shapes_graph(), inference="none"
    )
    assert isinstance(report, Graph)
    found = {
        (str(report.value(node, SH.focusNode)), str(report.value(node, SH.value)))
        for node in report.subjects(SH.sourceConstraintComponent, SH.SPARQLConstraintComponent)
    }
    assert found == {
        (violation.focus, violation.value)
        for violation in shapes.check(data)
        if violation.shape in shapes.queried()
    }


def test_every_shape_has_its_cases() -> None:
    graph = shapes.shapes_graph()
    declared = {
        str(shape).rsplit("#", 1)[-1]
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in graph.subjects(RDF.type, kind)
    }
    assert declared == {case.shape for case in CASES}


def test_every_shape_says_one_message_in_each_language() -> None:
    graph = shapes.shapes_graph()
    for holder in set(graph.subjects(SH.message)):
        languages = [
            str(message.language)
            for message in graph.objects(holder, SH.message)
            if isinstance(message, Literal)
        ]
        assert sorted(languages) == ["en", "vi"]


def test_a_violation_names_path_and_value() -> None:
    (violation,) = check('id:a cas:number "80 QĐ/TW" .')
    assert violation == shapes.Violation(
        focus=terms.DATA + "a",
        shape="NumberGrammar",
        path=terms.number,
        value="80 QĐ/TW",
        severity=Severity.VIOLATION,
        vi=violation.vi,
        en=violation.en,
    )
    assert "không đúng cách viết" in violation.vi
    assert "not well formed" in violation.en


def test_violations_come_in_one_order() -> None:
    turtle = 'id:b cas:number "x" . id:a cas:number "y" ; cas:modality "hoped" .'
    found = check(turtle)
    assert found == tuple(sorted(found)) == check(turtle)
    assert [violation.focus[-1] for violation in found] == ["a", "a", "b"]


def test_triples_as_a_store_hands_them_over() -> None:
    line = f'<urn:a> <{terms.number}> "80 QĐ/TW" .\n'
    assert [v.shape for v in shapes.check_ntriples(line)] == ["NumberGrammar"]
    assert shapes.check_ntriples(line.encode()) == shapes.check_ntriples(line)


def test_checking_leaves_the_data_alone() -> None:
    data = Graph().parse(data=f'<urn:a> <{terms.number}> "1-QĐ/TW" .', format="nt")
    shapes.check(data)
    assert len(data) == 1


def test_single_valued_properties_all_have_a_shape() -> None:
    graph = shapes.shapes_graph()
    single = {str(graph.value(shape, SH.path)) for shape in graph.subjects(SH.maxCount, Literal(1))}
    assert set(terms.SINGLE_VALUED) <= single


@pytest.mark.parametrize(
    ("shape", "rows"),
    [
        ("KnownModality", lexicon.MODALITY),
        ("KnownInference", lexicon.INFERENCE),
        ("KnownConfidence", lexicon.CONFIDENCE),
        ("KnownVerification", lexicon.CONFIDENCE),
    ],
)
def test_closed_lists_are_those_of_the_vocabulary(shape: str, rows: tuple[Code, ...]) -> None:
    graph = shapes.shapes_graph()
    head = graph.value(URIRef("https://w3id.org/cascade-vn/shape#" + shape), SH["in"])
    assert head is not None
    assert [str(item) for item in graph.items(head)] == [row.code for row in rows]
