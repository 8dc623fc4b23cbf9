"""The ontology and its schemes as a reference for readers: every term with what is said of it.

Made from the files themselves when it is asked for, so it cannot say otherwise than they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.terms import ONTOLOGY

_ROOM = Path(__file__).parent
_DOCUMENT = URIRef(f"{ONTOLOGY}Document")
_TRAITS = (OWL.FunctionalProperty, OWL.TransitiveProperty, OWL.SymmetricProperty)


class Family(StrEnum):
    """Which part of the reference a term stands in."""

    CLASS = "class"
    KIND = "kind"  # of documents
    DEFINED = "defined"  # by an expression: found by a reasoner
    RELATION = "relation"
    VALUE = "value"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One thing said in Vietnamese and in English; the notation alone where nothing is said."""

    vi: str
    en: str

    def within(self, language: str) -> str:
        """Return the text in `language`: `en` for English, Vietnamese otherwise."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property.

    `above` and `below` are the classes or properties right above and below it; `domain` and
    `range` the classes of which any may stand at either end, empty: anything; `inverse` is a
    property; `traits` are local names of OWL; `defined_as` says by which expression a class is
    defined; `aligned` are terms of other vocabularies.
    """

    iri: str
    family: Family
    label: Bilingual
    definition: Bilingual
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: str | None = None
    traits: tuple[str, ...] = ()
    defined_as: Bilingual | None = None
    aligned: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the local name, which is also its anchor."""
        return self.iri.removeprefix(ONTOLOGY)


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of a scheme; `notations` as data and document numbers write it."""

    iri: str
    label: Bilingual
    notations: tuple[str, ...]
    definition: Bilingual | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of concepts."""

    iri: str
    label: Bilingual
    definition: Bilingual
    concepts: tuple[Concept, ...]

    @property
    def name(self) -> str:
        """Return the last part of its address, which is also its anchor."""
        return self.iri.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything that the ontology names."""

    terms: tuple[Term, ...]
    schemes: tuple[Scheme, ...]

    def family(self, family: Family) -> tuple[Term, ...]:
        """Return the terms of one part, in the order of the file's own sections."""
        return tuple(term for term in self.terms if term.family is family)


@cache
def reference() -> Reference:
    """Return the reference; made once."""
    graph = Graph().parse(_ROOM / "cascade.ttl", format="turtle")
    aligned = Graph().parse(_ROOM / "alignments.ttl", format="turtle")
    kinds = (
        OWL.Class,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
        OWL.AnnotationProperty,
    )
    named = {
        subject
        for kind in kinds
        for subject in graph.subjects(RDF.type, kind)
        if isinstance(subject, URIRef) and subject.startswith(ONTOLOGY)
    }
    terms = (_term(graph, aligned, iri) for iri in sorted(named))
    return Reference(tuple(terms), tuple(_schemes()))


def vocabulary_files() -> tuple[Path, ...]:
    """Return the files of the schemes."""
    return tuple(sorted((_ROOM / "vocab").glob("*.ttl")))


def ontology_file(name: str) -> Path:
    """Return one of the files beside the schemes: `cascade`, `alignments` or `shapes`."""
    return _ROOM / f"{name}.ttl"


def _term(graph: Graph, aligned: Graph, iri: URIRef) -> Term:
    up = RDFS.subClassOf if (iri, RDF.type, OWL.Class) in graph else RDFS.subPropertyOf
    expression = graph.value(iri, OWL.equivalentClass)
    inverse = graph.value(iri, OWL.inverseOf) or graph.value(predicate=OWL.inverseOf, object=iri)
    return Term(
        iri=str(iri),
        family=_family(graph, iri, expression),
        label=_both(graph, iri, RDFS.label),
        definition=_both(graph, iri, SKOS.definition),
        above=_ours(graph.objects(iri, up)),
        below=_ours(graph.subjects(up, iri)),
        domain=_classes(graph, graph.value(iri, RDFS.domain)),
        range=_classes(graph, graph.value(iri, RDFS.range)),
        inverse=str(inverse) if inverse else None,
        traits=tuple(
            str(trait).rpartition("#")[2] for trait in _TRAITS if (iri, RDF.type, trait) in graph
        ),
        defined_as=_expression(graph, expression) if expression else None,
        aligned=tuple(sorted(str(other) for other in aligned.objects(iri))),
    )


def _family(graph: Graph, iri: URIRef, expression: Node | None) -> Family:
    if (iri, RDF.type, OWL.Class) in graph:
        if expression is not None:
            return Family.DEFINED
        above = graph.transitive_objects(iri, RDFS.subClassOf)
        return Family.KIND if iri != _DOCUMENT and _DOCUMENT in above else Family.CLASS
    if (iri, RDF.type, OWL.ObjectProperty) in graph:
        return Family.RELATION
    return Family.VALUE if (iri, RDF.type, OWL.DatatypeProperty) in graph else Family.NOTE


def _ours(found: Iterable[Node]) -> tuple[str, ...]:
    return tuple(sorted(str(one) for one in found if str(one).startswith(ONTOLOGY)))


def _classes(graph: Graph, node: Node | None) -> tuple[str, ...]:
    """Return the classes of a domain or a range: one, or the members of a union."""
    if node is None:
        return ()
    union = graph.value(node, OWL.unionOf)
    members = Collection(graph, union) if union is not None else [node]
    return tuple(str(member) for member in members)


def _expression(graph: Graph, node: Node) -> Bilingual:
    """Return a class expression in words."""
    if isinstance(node, URIRef):
        return _named(graph, node)
    if (parts := graph.value(node, OWL.intersectionOf)) is not None:
        return _joined(graph, parts, (" và ", " and "))
    if (parts := graph.value(node, OWL.oneOf)) is not None:
        return _joined(graph, parts, (" hoặc ", " or "))
    on = graph.value(node, OWL.onProperty)
    assert isinstance(on, URIRef)  # all others are restrictions of a named property
    exact, some = graph.value(node, OWL.hasValue), graph.value(node, OWL.someValuesFrom)
    value = exact if exact is not None else some
    assert value is not None  # of either kind that the ontology uses
    told, prop = _expression(graph, value), _named(graph, on)
    joint = ("là", "is") if exact is not None else ("tới", "some")
    return Bilingual(f"{prop.vi} {joint[0]} {told.vi}", f"{prop.en} {joint[1]} {told.en}")


def _joined(graph: Graph, parts: Node, joint: tuple[str, str]) -> Bilingual:
    told = [_expression(graph, part) for part in Collection(graph, parts)]
    return Bilingual(joint[0].join(t.vi for t in told), joint[1].join(t.en for t in told))


def _named(graph: Graph, iri: URIRef) -> Bilingual:
    if (iri, RDFS.label, None) in graph:
        return _both(graph, iri, RDFS.label)
    return _both(_vocabulary(), iri, SKOS.prefLabel)


@cache
def _vocabulary() -> Graph:
    graph = Graph()
    for file in vocabulary_files():
        graph.parse(file, format="turtle")
    return graph


def _schemes() -> Iterator[Scheme]:
    graph = _vocabulary()
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        members = sorted(graph.subjects(SKOS.inScheme, scheme), key=partial(_place, graph))
        yield Scheme(
            str(scheme),
            _both(graph, scheme, SKOS.prefLabel),
            _both(graph, scheme, SKOS.definition),
            tuple(_concept(graph, member) for member in members),
        )


def _place(graph: Graph, concept: Node) -> tuple[int, str]:
    """Return where a concept stands: by its rank where the scheme has ranks, by its address."""
    rank = graph.value(concept, URIRef(f"{ONTOLOGY}rank"))
    return int(str(rank)) if rank is not None else 0, str(concept)


def _concept(graph: Graph, iri: Node) -> Concept:
    notations = {str(one) for one in graph.objects(iri, SKOS.notation)}
    has_definition = (iri, SKOS.definition, None) in graph
    return Concept(
        str(iri),
        _both(graph, iri, SKOS.prefLabel),
        tuple(sorted(notations)),
        _both(graph, iri, SKOS.definition) if has_definition else None,
    )


def _both(graph: Graph, iri: Node, predicate: URIRef) -> Bilingual:
    found = {
        text.language: str(text)
        for text in graph.objects(iri, predicate)
        if isinstance(text, Literal)
    }
    short = str(iri).rpartition("#")[2].rpartition("/")[2]
    vi = found.get("vi") or found.get(None) or found.get("en") or short
    return Bilingual(vi, found.get("en") or vi)
