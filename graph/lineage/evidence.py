"""Claims behind facts: who says it, in which row or sentence, how well founded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.lineage.facts import Facts
from graph.model import (
    Evidence,
    Inference,
    Literal,
    Modality,
    PartialDate,
    Verification,
)
from graph.rdf import value_of
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT = NamedNode(_RDF + "subject")
_OBJECT = NamedNode(_RDF + "object")


@dataclass(frozen=True, slots=True)
class Said:
    """One claim about a subject: the statement, whether it was declined, and its evidence."""

    predicate: str
    object: str | Literal
    declined: bool
    evidence: Evidence


def said_about(facts: Facts, subject: str) -> Iterator[Said]:
    """Yield every standing claim about a subject, in all sources."""
    for claim, graph in _claims_about(facts, subject):
        said = _said(facts, claim, graph)
        if said is not None:
            yield said


def evidence_of(
    facts: Facts, subject: str, value: str, predicates: Iterable[str] = ()
) -> tuple[Evidence, ...]:
    """Return what supports the relations from a subject to another thing, best founded first.

    Parameters
    ----------
    facts : facts of the store.
    subject : where the relation starts.
    value : where it ends.
    predicates : addresses of the relations meant; empty: all.
    """
    wanted = set(predicates)
    found: list[Evidence] = []
    for claim, graph in _claims_about(facts, subject):
        # Asking for the object first spares reading the many claims about other things.
        if any(facts.reader.quads(claim, _OBJECT, NamedNode(value), graph)):
            said = _said(facts, claim, graph)
            if said and not said.declined and (not wanted or said.predicate in wanted):
                found.append(said.evidence)
    return sort_evidence(found)


def _claims_about(facts: Facts, subject: str) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield the claims about a subject, each with the graph of its source."""
    for found in facts.reader.quads(None, _SUBJECT, NamedNode(subject), None):
        if isinstance(found.subject, NamedNode) and isinstance(found.graph_name, NamedNode):
            yield found.subject, found.graph_name


def sort_evidence(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence best founded first, then by address."""
    return tuple(sorted(found, key=lambda one: (one.verification.rank, one.places, one.claim)))


def _said(facts: Facts, claim: NamedNode, graph: NamedNode) -> Said | None:
    properties: dict[str, list[str | Literal]] = {}
    for quad in facts.reader.quads(claim, None, None, graph):
        properties.setdefault(quad.predicate.value, []).append(value_of(quad.object))
    if cas.withdrawn in properties:
        return None
    return Said(
        predicate=_one(properties, _RDF + "predicate") or "",
        object=properties[_RDF + "object"][0],
        declined=_one(properties, cas.declined) == "true",
        evidence=_evidence(facts, claim.value, graph.value, properties),
    )


def _evidence(
    facts: Facts, claim: str, source: str, properties: dict[str, list[str | Literal]]
) -> Evidence:
    row = _row(facts, _one(properties, cas.evidence) or "")
    seen = _one(row, cas.seenOn)
    return Evidence(
        claim=claim,
        source=source,
        source_name=facts.label(source),
        places=tuple(sorted(_text(place) for place in row.get(cas.address, ()))),
        verification=Verification(_one(row, cas.confidence) or Verification.UNVERIFIED),
        quote=_one(properties, cas.quote),
        cue=_one(properties, cas.cue),
        modality=Modality(_one(properties, cas.modality) or Modality.DONE),
        inference=tuple(sorted(Inference(_text(how)) for how in properties.get(cas.inference, ()))),
        note=_one(row, cas.note),
        seen=PartialDate.parse(seen) if seen else None,
        certainty=_one(properties, cas.certainty),
    )


def _row(facts: Facts, iri: str) -> dict[str, list[str | Literal]]:
    """Return the properties of a row of the register, wherever it stands."""
    found: dict[str, list[str | Literal]] = {}
    if iri:
        for quad in facts.reader.quads(NamedNode(iri), None, None, None):
            if isinstance(quad.object, NamedNode | RdfLiteral):
                found.setdefault(quad.predicate.value, []).append(value_of(quad.object))
    return found


def _one(properties: dict[str, list[str | Literal]], predicate: str) -> str | None:
    values = properties.get(predicate)
    return _text(values[0]) if values else None


def _text(value: str | Literal) -> str:
    return value if isinstance(value, str) else value.text
