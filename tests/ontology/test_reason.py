"""HermiT finds the ontology consistent, classifies a sample, and sees a contradiction."""

from __future__ import annotations

import owlready2  # type: ignore[import-untyped]
import pytest
from rdflib import Graph

from ontology import reason, terms

DATA = terms.DATA
PREFIXES = """
@prefix cas: <https://w3id.org/cascade-vn/ontology#> .
@prefix id: <https://w3id.org/cascade-vn/id/> .
@prefix level: <https://w3id.org/cascade-vn/id/level/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SAMPLE = """
id:qd105 a cas:Regulation ; cas:number "105-QĐ/TW" ; cas:level level:central ;
    cas:issued "2017-12-19"^^xsd:date ; rdfs:label "Quy định 105-QĐ/TW"@vi .
id:qd80 a cas:Regulation ; cas:number "80-QĐ/TW" ; cas:level level:central ; cas:replaces id:qd105 .
id:qd680 a cas:Regulation ; cas:level level:province ; cas:basedOn id:qd105 ;
    cas:issued "2018"^^xsd:gYear .
id:nq18 a cas:Resolution ; cas:level level:central .
id:ctr920 a cas:ActionProgram ; cas:level level:province ; cas:implements id:nq18 .
id:kh1 a cas:Plan ; cas:level level:commune ; cas:implements id:ctr920 .
id:hd1 a cas:Guidance ; cas:level level:ministry ; cas:guides id:nq18 .
"""


def names(iris: frozenset[str]) -> set[str]:
    return {iri.removeprefix(DATA) for iri in iris}


def parsed(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


@pytest.fixture(scope="module")
def sample() -> reason.Classification:
    if not reason.java_available():
        pytest.skip("HermiT needs Java, which is not installed")
    return reason.classify(parsed(SAMPLE))


@pytest.mark.usefixtures("java")
def test_the_ontology_alone_is_consistent() -> None:
    found = reason.classify()
    assert found.consistent
    assert found.unsatisfiable == frozenset()


@pytest.mark.parametrize(
    ("defined", "members"),
    [
        (terms.CentralDocument, {"qd105", "qd80", "nq18"}),
        (terms.LocalDocument, {"qd680", "ctr920", "kh1"}),
        (terms.ProvincialActionProgram, {"ctr920"}),
        (terms.ReplacedDocument, {"qd105"}),
        (terms.ImplementedDocument, {"nq18", "ctr920"}),
        (terms.RestsOnReplaced, {"qd680"}),
    ],
)
def test_defined_classes_find_their_members(
    defined: str, members: set[str], sample: reason.Classification
) -> None:
    assert names(sample.members(defined)) == members


def test_kinds_stand_under_document(sample: reason.Classification) -> None:
    assert names(sample.members(terms.Document)) == {
        "qd105",
        "qd80",
        "qd680",
        "nq18",
        "ctr920",
        "kh1",
        "hd1",
    }
    assert names(sample.members(terms.Program)) == {"ctr920"}


def test_lineage_is_transitive_and_only_downwards(sample: reason.Classification) -> None:
    plan, program, resolution = (DATA + name for name in ("kh1", "ctr920", "nq18"))
    assert (plan, terms.descendsFrom, resolution) in sample.relations
    assert (resolution, terms.cascadesTo, plan) in sample.relations
    assert (plan, terms.restsOn, program) in sample.relations
    assert (plan, terms.restsOn, resolution) not in sample.relations
    assert (resolution, terms.descendsFrom, plan) not in sample.relations


@pytest.mark.usefixtures("java")
@pytest.mark.parametrize(
    "contradiction",
    [
        "id:x a cas:Body , cas:Document .",
        "id:x a cas:Body . id:x cas:replaces id:nq18 .",
        "id:nq18 cas:issuedBy id:kh1 .",
        'id:nq18 cas:number "18-NQ/TW" , "19-NQ/TW" .',
        "id:nq18 cas:term id:xii , id:xiii . id:xii owl:differentFrom id:xiii .",
        "id:r a cas:Reference ; cas:implements id:nq18 .",
    ],
)
def test_a_contradiction_is_seen(contradiction: str) -> None:
    assert not reason.classify(parsed(SAMPLE + contradiction)).consistent


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2, "JAVA_EXE", "no-such-java")
    assert not reason.java_available()
    with pytest.raises(reason.JavaMissing, match=r"không có Java.*no Java") as caught:
        reason.classify()
    assert "default-jre-headless" in caught.value.en
