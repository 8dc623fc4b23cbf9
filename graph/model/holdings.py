"""What a store holds as a whole: how much of what, and the terms in which it is said."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.lineages import Tallied
from graph.model.values import Level


@dataclass(frozen=True, slots=True)
class SourceClaims:
    """How many claims a source makes, and how many it made once and makes no more."""

    source: str
    source_name: str
    claims: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What one generation of the store holds, counted.

    `facts` are statements held true, each once; `claims` what sources say now, `withdrawn` what
    they said once; `documents` those of which anything is stated, by level, type and year of issue
    (`unknown`: not known), `references` citations that could mean several; `edges` pairs of related
    documents; `texts` sources that are texts, `tables` those of the register.
    """

    generation: int
    facts: int
    claims: int
    withdrawn: int
    documents: int
    references: int
    bodies: int
    officials: int
    tenures: int
    edges: int
    texts: int
    tables: int
    by_level: tuple[tuple[Level, int], ...]
    by_year: tuple[tuple[str, int], ...]
    by_type: tuple[Tallied, ...]
    sources: tuple[SourceClaims, ...]


@dataclass(frozen=True, slots=True)
class OntologyTerm:
    """A class or a property of the ontology, by what it is called and what it means.

    `parents` are the classes or properties that it is a kind of, `domains` and `ranges` what a
    property leads from and to; all by address.
    """

    iri: str
    local: str
    label_vi: str | None
    label_en: str | None
    definition_vi: str | None
    definition_en: str | None
    parents: tuple[str, ...]
    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    inverses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a vocabulary; `notation` is its printed code, `other` further names."""

    iri: str
    label_vi: str | None
    label_en: str | None
    notation: str | None
    other: tuple[str, ...]
    definition_vi: str | None
    definition_en: str | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A vocabulary with its concepts, by address."""

    iri: str
    label_vi: str | None
    label_en: str | None
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Terminology:
    """The terms in which the graph speaks: classes, properties, vocabularies, by address."""

    iri: str
    version: str | None
    classes: tuple[OntologyTerm, ...]
    object_properties: tuple[OntologyTerm, ...]
    datatype_properties: tuple[OntologyTerm, ...]
    annotation_properties: tuple[OntologyTerm, ...]
    schemes: tuple[Scheme, ...]
