"""Values into RDF and back: facts, claims with their evidence, sources.

Facts stand in the default graph; a claim is flat and stands in the graph of its source; no blank
nodes; the time of recording comes from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse
from pyoxigraph import Literal as RdfLiteral

from graph.facts import Triple
from graph.lines import (
    RDF,
    XSD,
    Standing,
    address_of,
    claim_lines,
    date_term,
    evidence_lines,
    moment,
    node,
    term,
)
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
from ontology import terms as cas

__all__ = [
    "Standing",
    "address_of",
    "claim_quads",
    "date_term",
    "evidence_quads",
    "fact_quads",
    "moment",
    "node",
    "read_claims",
    "source_quads",
    "term",
    "value_of",
]

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_FACTS = DefaultGraph()


def value_of(rdf: object) -> str | Literal:
    """Return an RDF term as a value; the inverse of `term`."""
    if isinstance(rdf, NamedNode):
        return rdf.value
    if not isinstance(rdf, RdfLiteral):
        raise TypeError(f"neither address nor literal: {rdf}")
    if rdf.language is not None:
        return Literal(rdf.value, "langString", rdf.language)
    return Literal(rdf.value, rdf.datatype.value.removeprefix(XSD))


def fact_quads(facts: Iterable[Triple]) -> Iterator[Quad]:
    """Yield facts as quads of the default graph."""
    for subject, predicate, value in facts:
        yield Quad(NamedNode(subject), node(predicate), term(value), _FACTS)


def claim_quads(claim: Claim, standing: Standing, address: str | None = None) -> Iterator[Quad]:
    """Yield a claim, flat, in the graph of its source.

    Parameters
    ----------
    claim : the claim.
    standing : when it was recorded and, if so, withdrawn.
    address : `address_of` the claim, where that is known already.
    """
    yield from parse(claim_lines(claim, standing, address), RdfFormat.N_QUADS)


def evidence_quads(evidence: EvidenceRow | Sentence) -> Iterator[Quad]:
    """Yield a node of evidence in the graph of its source."""
    yield from parse(evidence_lines(evidence), RdfFormat.N_QUADS)


def source_quads(source: str, name_vi: str, name_en: str) -> Iterator[Quad]:
    """Yield a source with its names, in its own graph and among the facts."""
    subject = node(source)
    for graph in (subject, _FACTS):
        yield Quad(subject, node(RDF + "type"), node(cas.Source), graph)
        yield Quad(subject, node(_RDFS + "label"), RdfLiteral(name_vi, language="vi"), graph)
        yield Quad(subject, node(_RDFS + "label"), RdfLiteral(name_en, language="en"), graph)


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
        subject=one(RDF + "subject") or "",
        predicate=one(RDF + "predicate") or "",
        object=value_of(properties[RDF + "object"][0]),
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
