"""Let HermiT prove the ontology consistent and classify a sample with it.

Known limits. owlready2 reads no Turtle, so rdflib writes it N-Triples. HermiT refuses dates, so
literals of date types are left out (dates are checked by the shapes). A reasoner is for samples:
over all data the same entailments are rules of the store. Needs Java.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import owlready2  # type: ignore[import-untyped]
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

_ROOM = Path(__file__).parent
#: What HermiT cannot read.
REFUSED_DATATYPES = {XSD.date, XSD.gYear, XSD.gYearMonth}
_ONTOLOGY = "https://w3id.org/cascade-vn/ontology#"
_DATA = "https://w3id.org/cascade-vn/id/"
_STRUCTURE = (str(RDF), str(RDFS), str(OWL))

Statement = tuple[str, str, str]


class JavaMissing(RuntimeError):
    """There is no Java, so nothing was proved; the message says so in both languages."""

    vi = "không có Java nên chưa suy luận được gì; cài default-jre-headless rồi chạy lại"
    en = "no Java, so nothing was proved; install default-jre-headless and run again"

    def __init__(self) -> None:
        super().__init__(f"{self.vi} / {self.en}")


@dataclass(frozen=True, slots=True)
class Classification:
    """What HermiT found.

    `consistent` is False when the ontology and the sample contradict each other; nothing else is
    then known. `unsatisfiable` are classes that can have no member. `types` gives each individual
    with all its classes, `relations` each object statement, stated or inferred.
    """

    consistent: bool
    unsatisfiable: frozenset[str] = frozenset()
    types: frozenset[tuple[str, str]] = frozenset()
    relations: frozenset[Statement] = frozenset()

    def members(self, class_iri: str) -> frozenset[str]:
        """Return the individuals found in a class."""
        return frozenset(subject for subject, found in self.types if found == class_iri)


def java_available() -> bool:
    """Tell whether Java can be run."""
    return shutil.which(owlready2.JAVA_EXE) is not None


def classify(sample: Graph | None = None) -> Classification:
    """Return what follows from the ontology and `sample` together.

    Raises
    ------
    JavaMissing : HermiT cannot run.
    """
    if not java_available():
        raise JavaMissing
    world = owlready2.World()
    try:
        # One file: statements about individuals need the declarations beside them.
        triples = BytesIO(_readable(sample or Graph()).serialize(format="nt").encode())
        world.get_ontology("https://w3id.org/cascade-vn/ontology").load(fileobj=triples)
        return _run(world)
    finally:
        world.close()


def _run(world: Any) -> Classification:
    try:
        owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Classification(consistent=False)
    nothing = frozenset(
        found.iri for found in world.inconsistent_classes() if found is not owlready2.Nothing
    )
    return Classification(True, nothing, _types(world), _relations(world))


def _types(world: Any) -> frozenset[tuple[str, str]]:
    return frozenset(
        (individual.iri, above.iri)
        for individual in world.individuals()
        for found in individual.is_a
        if isinstance(found, owlready2.ThingClass)
        for above in found.ancestors()
        if above is not owlready2.Thing
    )


def _relations(world: Any) -> frozenset[Statement]:
    """Return every relation; owlready2 keeps what is not plain from the hierarchy, so climb it."""
    return frozenset(
        statement
        for relation in world.object_properties()
        for subject, target in relation.get_relations()
        for above in relation.ancestors()
        if above.iri.startswith(_ONTOLOGY)
        for statement in _both_ways(above, subject.iri, target.iri)
    )


def _both_ways(relation: Any, subject: str, target: str) -> tuple[Statement, ...]:
    there = (subject, relation.iri, target)
    inverse = relation.inverse_property
    return (there,) if inverse is None else (there, (target, inverse.iri, subject))


@cache
def _ontology() -> Graph:
    return Graph().parse(_ROOM / "cascade.ttl", format="turtle")


def _readable(sample: Graph) -> Graph:
    """Return ontology and sample without what HermiT refuses or the ontology does not declare."""
    ontology = _ontology()
    known = {
        subject
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for subject in ontology.subjects(RDF.type, kind)
    }
    together = Graph()
    together += ontology
    for subject, predicate, value in sample:
        structural = str(predicate).startswith(_STRUCTURE) and not isinstance(value, Literal)
        if (structural or predicate in known) and not _refused(value):
            together.add((subject, predicate, value))
    for individual in _individuals(together, sample):
        together.add((individual, RDF.type, OWL.NamedIndividual))
    return together


def _refused(value: object) -> bool:
    return isinstance(value, Literal) and value.datatype in REFUSED_DATATYPES


def _individuals(together: Graph, sample: Graph) -> frozenset[URIRef]:
    """Return the nodes to declare as individuals: owlready2 lists no others."""
    spoken_of = {*sample.subjects(), *together.objects()}
    return frozenset(
        node
        for node in spoken_of
        if isinstance(node, URIRef)
        and (str(node).startswith(_DATA) or (node, None, None) in sample)
    )
