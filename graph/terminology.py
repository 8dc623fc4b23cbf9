"""The ontology of a generation as values: what each class, property and concept is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from graph.model import Concept, OntologyTerm, Scheme, Terminology
from graph.store.protocol import Reader
from graph.vocabulary import ONTOLOGY_GRAPH
from ontology import terms as cas

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABELS = (_RDFS + "label", _SKOS + "prefLabel")
_MEANINGS = (_SKOS + "definition", _RDFS + "comment")
_OTHER = _SKOS + "altLabel"


class _Told:
    """What the graph of the ontology says of each thing."""

    def __init__(self, reader: Reader) -> None:
        self._about: dict[str, dict[str, list[NamedNode | Literal]]] = {}
        self._of: dict[str, list[str]] = defaultdict(list)
        self._in: dict[str, list[str]] = defaultdict(list)
        for quad in reader.quads(graph=NamedNode(ONTOLOGY_GRAPH)):
            if not isinstance(quad.subject, NamedNode):
                continue
            if not isinstance(quad.object, NamedNode | Literal):
                continue
            subject, predicate = quad.subject.value, quad.predicate.value
            self._about.setdefault(subject, {}).setdefault(predicate, []).append(quad.object)
            if predicate == _TYPE:
                self._of[quad.object.value].append(subject)
            elif predicate == _SKOS + "inScheme":
                self._in[quad.object.value].append(subject)

    def typed(self, kind: str) -> list[str]:
        """Return what is of a type, by address."""
        return sorted(self._of[kind])

    def members(self, scheme: str) -> list[str]:
        """Return the concepts of a scheme, by address."""
        return sorted(self._in[scheme])

    def addresses(self, thing: str, predicate: str) -> tuple[str, ...]:
        """Return the named things that one points at."""
        found = self._about.get(thing, {}).get(predicate, ())
        return tuple(sorted(one.value for one in found if isinstance(one, NamedNode)))

    def texts(self, thing: str, predicate: str, language: str | None = None) -> list[str]:
        """Return texts of a property, of one language or of all."""
        found = self._about.get(thing, {}).get(predicate, ())
        told = (one for one in found if isinstance(one, Literal))
        return sorted({one.value for one in told if language in (None, one.language)})

    def text(self, thing: str, predicates: Iterable[str], language: str | None) -> str | None:
        """Return the first text of some properties, None where there is none."""
        told = (text for one in predicates for text in self.texts(thing, one, language))
        return next(told, None)


def terminology(reader: Reader) -> Terminology:
    """Return the terms of one generation; all empty where the store has no ontology.

    Parameters
    ----------
    reader : the generation.
    """
    told = _Told(reader)
    iri = cas.ONTOLOGY.rstrip("#")
    return Terminology(
        iri=iri,
        version=told.text(iri, (_OWL + "versionInfo",), None),
        classes=_terms(told, "Class", "subClassOf"),
        object_properties=_terms(told, "ObjectProperty", "subPropertyOf"),
        datatype_properties=_terms(told, "DatatypeProperty", "subPropertyOf"),
        annotation_properties=_terms(told, "AnnotationProperty", "subPropertyOf"),
        schemes=tuple(_scheme(told, one) for one in told.typed(_SKOS + "ConceptScheme")),
    )


def _terms(told: _Told, kind: str, above: str) -> tuple[OntologyTerm, ...]:
    return tuple(
        OntologyTerm(
            iri=iri,
            local=iri.removeprefix(cas.ONTOLOGY),
            label_vi=told.text(iri, _LABELS, "vi"),
            label_en=told.text(iri, _LABELS, "en"),
            definition_vi=told.text(iri, _MEANINGS, "vi"),
            definition_en=told.text(iri, _MEANINGS, "en"),
            parents=told.addresses(iri, _RDFS + above),
            domains=told.addresses(iri, _RDFS + "domain"),
            ranges=told.addresses(iri, _RDFS + "range"),
            inverses=told.addresses(iri, _OWL + "inverseOf"),
        )
        for iri in told.typed(_OWL + kind)
    )


def _scheme(told: _Told, iri: str) -> Scheme:
    return Scheme(
        iri=iri,
        label_vi=told.text(iri, _LABELS, "vi"),
        label_en=told.text(iri, _LABELS, "en"),
        concepts=tuple(_concept(told, one) for one in told.members(iri)),
    )


def _concept(told: _Told, iri: str) -> Concept:
    return Concept(
        iri=iri,
        label_vi=told.text(iri, _LABELS, "vi"),
        label_en=told.text(iri, _LABELS, "en"),
        notation=told.text(iri, (_SKOS + "notation",), None),
        other=tuple(told.texts(iri, _OTHER)),
        definition_vi=told.text(iri, _MEANINGS, "vi"),
        definition_en=told.text(iri, _MEANINGS, "en"),
    )
