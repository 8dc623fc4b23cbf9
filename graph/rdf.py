"""Values into RDF and back: facts, claims with their evidence, sources.

Facts stand in the default graph; a claim is flat and stands in the graph of its source; no blank
nodes; the time of recording comes from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache

from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Literal as RdfLiteral

from graph.facts import Triple
from graph.model import (
    Claim,
    EvidenceRow,
    Inference,
    Literal,
    Modality,
    PartialDate,
    Sentence,
    Verification,
)
from graph.resolve.identity import claim_iri
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_FACTS = DefaultGraph()


@dataclass(frozen=True, slots=True)
class Standing:
    """When a claim was recorded and, if its source no longer says it, withdrawn."""

    recorded: datetime
    withdrawn: datetime | None = None

    def stood(self, at: datetime | None) -> bool:
        """Tell whether the claim stood at a moment; without one, whether it stands."""
        if at is None:
            return self.withdrawn is None
        return self.recorded <= at and (self.withdrawn is None or self.withdrawn > at)


@cache
def node(iri: str) -> NamedNode:
    """Return an address as an RDF term."""
    return NamedNode(iri)


def term(value: str | Literal) -> NamedNode | RdfLiteral:
    """Return a value as an RDF term."""
    if isinstance(value, str):
        return NamedNode(value)
    if value.language is not None:
        return RdfLiteral(value.text, language=value.language)
    return RdfLiteral(value.text, datatype=node(_XSD + value.datatype))


def value_of(rdf: object) -> str | Literal:
    """Return an RDF term as a value; the inverse of `term`."""
    if isinstance(rdf, NamedNode):
        return rdf.value
    if not isinstance(rdf, RdfLiteral):
        raise TypeError(f"neither address nor literal: {rdf}")
    if rdf.language is not None:
        return Literal(rdf.value, "langString", rdf.language)
    return Literal(rdf.value, rdf.datatype.value.removeprefix(_XSD))


def fact_quads(facts: Iterable[Triple]) -> Iterator[Quad]:
    """Yield facts as quads of the default graph."""
    for subject, predicate, value in facts:
        yield Quad(NamedNode(subject), node(predicate), term(value), _FACTS)


def address_of(claim: Claim) -> str:
    """Return the address of a claim: it stays when the source is read again."""
    told = claim.object
    value = told if isinstance(told, str) else f"{told.text}^^{told.datatype}@{told.language}"
    return claim_iri(claim.source, (claim.subject, claim.predicate, value), claim.evidence)


def claim_quads(claim: Claim, standing: Standing, address: str | None = None) -> Iterator[Quad]:
    """Yield a claim, flat, in the graph of its source.

    Parameters
    ----------
    claim : the claim.
    standing : when it was recorded and, if so, withdrawn.
    address : `address_of` the claim, where that is known already.
    """
    subject, graph = NamedNode(address or address_of(claim)), node(claim.source)

    def quad(predicate: str, value: NamedNode | RdfLiteral) -> Quad:
        return Quad(subject, node(predicate), value, graph)

    yield quad(_RDF + "type", node(cas.Claim))
    yield quad(_RDF + "subject", NamedNode(claim.subject))
    yield quad(_RDF + "predicate", node(claim.predicate))
    yield quad(_RDF + "object", term(claim.object))
    yield quad(cas.evidence, NamedNode(claim.evidence))
    yield quad(cas.modality, _word(claim.modality.value))
    yield quad(cas.recorded, moment(standing.recorded))
    if standing.withdrawn is not None:
        yield quad(cas.withdrawn, moment(standing.withdrawn))
    for how in claim.inference:
        yield quad(cas.inference, _word(how.value))
    if claim.cue:
        yield quad(cas.cue, RdfLiteral(claim.cue, language="vi"))
    if claim.certainty:
        yield quad(cas.certainty, _word(claim.certainty))
    if claim.declined:
        yield quad(cas.declined, RdfLiteral("true", datatype=node(_XSD + "boolean")))
    for predicate, value in _in_text(claim):
        yield quad(predicate, value)


def _in_text(claim: Claim) -> Iterator[tuple[str, RdfLiteral]]:
    """Yield what the words of a text tell of a claim made in it."""
    if claim.start is not None and claim.end is not None:
        yield cas.start, _whole(claim.start)
        yield cas.end, _whole(claim.end)
    if claim.surface:
        yield cas.surface, RdfLiteral(claim.surface, language="vi")
    if claim.part:
        yield cas.part, RdfLiteral(claim.part, language="vi")
    if claim.role:
        yield cas.role, RdfLiteral(claim.role)
    if claim.deadline:
        yield cas.deadline, date_term(claim.deadline)


def evidence_quads(evidence: EvidenceRow | Sentence) -> Iterator[Quad]:
    """Yield a node of evidence in the graph of its source."""
    return row_quads(evidence) if isinstance(evidence, EvidenceRow) else _sentence_quads(evidence)


def _sentence_quads(sentence: Sentence) -> Iterator[Quad]:
    subject, graph = NamedNode(sentence.iri), node(sentence.source)

    def quad(predicate: str, value: NamedNode | RdfLiteral) -> Quad:
        return Quad(subject, node(predicate), value, graph)

    yield quad(_RDF + "type", node(cas.Sentence))
    yield quad(cas.inSource, graph)
    yield quad(cas.quote, RdfLiteral(sentence.quote, language="vi"))
    yield quad(cas.start, _whole(sentence.start))
    yield quad(cas.end, _whole(sentence.end))
    yield quad(cas.confidence, _word(Verification.ARTICLE.value))
    for place in sentence.places:
        yield quad(cas.address, RdfLiteral(place))
    if sentence.seen is not None:
        yield quad(cas.seenOn, date_term(sentence.seen))


def row_quads(row: EvidenceRow) -> Iterator[Quad]:
    """Yield a row of the register as a node of evidence in the graph of its table."""
    subject, graph = NamedNode(row.iri), node(row.source)

    def quad(predicate: str, value: NamedNode | RdfLiteral) -> Quad:
        return Quad(subject, node(predicate), value, graph)

    yield quad(_RDF + "type", node(cas.RegisterRow))
    yield quad(cas.inSource, graph)
    yield quad(cas.rowKey, RdfLiteral(row.key))
    yield quad(cas.confidence, RdfLiteral(row.verification.value))
    for place in row.places:
        yield quad(cas.address, RdfLiteral(place))
    if row.note:
        yield quad(cas.note, RdfLiteral(row.note))
    if row.seen is not None:
        yield quad(cas.seenOn, date_term(row.seen))


def source_quads(source: str, name_vi: str, name_en: str) -> Iterator[Quad]:
    """Yield a source with its names, in its own graph and among the facts."""
    subject = node(source)
    for graph in (subject, _FACTS):
        yield Quad(subject, node(_RDF + "type"), node(cas.Source), graph)
        yield Quad(subject, node(_RDFS + "label"), RdfLiteral(name_vi, language="vi"), graph)
        yield Quad(subject, node(_RDFS + "label"), RdfLiteral(name_en, language="en"), graph)


def date_term(day: PartialDate) -> RdfLiteral:
    """Return a date as the literal of its precision."""
    kind = "date" if day.exact else "gYearMonth" if day.month else "gYear"
    return RdfLiteral(str(day), datatype=node(_XSD + kind))


def _whole(number: int) -> RdfLiteral:
    return RdfLiteral(str(number), datatype=node(_XSD + "integer"))


@lru_cache
def _word(text: str) -> RdfLiteral:
    """Return one of the few words that the vocabulary of claims has."""
    return RdfLiteral(text)


@lru_cache
def moment(when: datetime) -> RdfLiteral:
    """Return a moment as a literal, to the second, in UTC."""
    # The engine keeps moments by value and prints them in this, their canonical spelling.
    told = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return RdfLiteral(told, datatype=node(_XSD + "dateTime"))


def read_claims(
    quads: Iterable[Quad], ratings: dict[str, Verification]
) -> Iterator[tuple[Claim, Standing]]:
    """Yield the claims of one source's graph; the inverse of `claim_quads`.

    Parameters
    ----------
    quads : the quads of that graph.
    ratings : address of the evidence -> how well it is founded.
    """
    fields: dict[str, dict[str, list[object]]] = {}
    source = ""
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and "/claim/" in quad.subject.value:
            properties = fields.setdefault(quad.subject.value, {})
            properties.setdefault(quad.predicate.value, []).append(quad.object)
            source = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else source
    for properties in fields.values():
        yield _claim(source, properties, ratings), _standing(properties)


def _claim(
    source: str, properties: dict[str, list[object]], ratings: dict[str, Verification]
) -> Claim:
    def one(predicate: str) -> str | None:
        value = value_of(properties[predicate][0]) if predicate in properties else None
        return value.text if isinstance(value, Literal) else value

    evidence = one(cas.evidence) or ""
    return Claim(
        source=source,
        subject=one(_RDF + "subject") or "",
        predicate=one(_RDF + "predicate") or "",
        object=value_of(properties[_RDF + "object"][0]),
        evidence=evidence,
        verification=ratings.get(evidence, Verification.UNVERIFIED),
        modality=Modality(one(cas.modality) or Modality.DONE),
        inference=tuple(sorted(Inference(_text(how)) for how in properties.get(cas.inference, ()))),
        cue=one(cas.cue),
        certainty=one(cas.certainty),
        declined=one(cas.declined) == "true",
        start=_number(one(cas.start)),
        end=_number(one(cas.end)),
        surface=one(cas.surface),
        part=one(cas.part),
        role=one(cas.role),
        deadline=PartialDate.parse(told) if (told := one(cas.deadline)) else None,
    )


def _number(text: str | None) -> int | None:
    return int(text) if text is not None else None


def _text(rdf: object) -> str:
    value = value_of(rdf)
    return value if isinstance(value, str) else value.text


def _standing(properties: dict[str, list[object]]) -> Standing:
    """Return when a claim was recorded and withdrawn."""
    withdrawn = properties.get(cas.withdrawn)
    return Standing(
        datetime.fromisoformat(_text(properties[cas.recorded][0])),
        datetime.fromisoformat(_text(withdrawn[0])) if withdrawn else None,
    )
