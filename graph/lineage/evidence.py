"""Claims behind facts: who says it, in which row or sentence, how well founded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.confidence import confidence_of
from graph.lineage.facts import Facts
from graph.lineage.relations import local
from graph.lineage.stored import Place, StoredClaim, stored_claims, text_of
from graph.model import (
    Evidence,
    Inference,
    Literal,
    Modality,
    PartialDate,
    Verification,
)
from graph.rdf import Standing
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT = NamedNode(_RDF + "subject")
_PREDICATE = NamedNode(_RDF + "predicate")
_OBJECT = NamedNode(_RDF + "object")
_EVIDENCE = NamedNode(cas.evidence)
_WITHDRAWN = NamedNode(cas.withdrawn)
_SURFACE = NamedNode(cas.surface)
_START = NamedNode(cas.start)


@dataclass(frozen=True, slots=True)
class Said:
    """One claim about a subject: the statement, whether it counts, and its evidence.

    `declined`: the register decided against it, or a reviewer rejected or corrected it.
    """

    predicate: str
    object: str | Literal
    declined: bool
    evidence: Evidence


def said_about(facts: Facts, subject: str) -> Iterator[Said]:
    """Yield every standing claim about a subject, in all sources, and what corrections make of it.

    A claim that was corrected is told as it stands, not counting, and as it was corrected.
    """
    found = stored_claims(facts.reader, places_about(facts, subject))
    facts.read_labels(source for _, source in found)
    for claim in found.values():
        said = said_by(facts, claim)
        if said is not None:
            yield said
    yield from _corrected(facts, subject)


def evidence_of(
    facts: Facts,
    subject: str,
    value: str,
    predicates: Iterable[str] = (),
    *,
    at: datetime | None = None,
) -> tuple[Evidence, ...]:
    """Return what supports the relations from a subject to another thing, best founded first.

    Parameters
    ----------
    facts : facts of the store.
    subject : where the relation starts.
    value : where it ends.
    predicates : addresses of the relations meant; empty: all.
    at : what stood at that moment; None for what stands.
    """
    wanted = set(predicates)
    found: list[Evidence] = []
    for claim in facts.claims_between(subject, value):
        said = said_by(facts, claim, at)
        if said and not said.declined and (not wanted or said.predicate in wanted):
            found.append(said.evidence)
    for said in _corrected(facts, subject, at):
        if said.object == value and (not wanted or said.predicate in wanted):
            found.append(said.evidence)
    return sort_evidence(found)


def _corrected(facts: Facts, subject: str, at: datetime | None = None) -> Iterator[Said]:
    """Yield what corrections say about a subject, each on the evidence of the claim corrected."""
    for decision in facts.corrections(subject):
        correction = decision.correction
        said = said_then(facts, NamedNode(decision.claim), NamedNode(decision.source), at)
        if said is not None and correction is not None and said.evidence.decision is not None:
            evidence = replace(said.evidence, modality=correction.modality)
            yield Said(correction.predicate, correction.object, declined=False, evidence=evidence)


def mentions_of(facts: Facts, document: str, most: int) -> tuple[tuple[Evidence, ...], int]:
    """Return sentences that name a document, by source and place in it, and how many do in all.

    Parameters
    ----------
    facts : facts of the store.
    document : address of what is named.
    most : sentences to read.
    """
    found = [
        (graph.value, claim.value, _whole(facts, claim, graph))
        for claim, graph in _claims(facts, _OBJECT, document)
        if cas.mentions in _told(facts, claim, _PREDICATE, graph)
        and not any(_told(facts, claim, _WITHDRAWN, graph))
        and not _overruled(facts, claim)
    ]
    found.sort(key=lambda one: (one[0], one[2]))
    shown = stored_claims(facts.reader, ((claim, graph) for graph, claim, _ in found[:most]))
    said = (said_by(facts, claim) for claim in shown.values())
    return tuple(one.evidence for one in said if one is not None), len(found)


def _overruled(facts: Facts, claim: NamedNode) -> bool:
    """Tell whether a reviewer decided that a claim does not say what it says."""
    decision = facts.decision(claim.value)
    return decision is not None and decision.overrules


def places_about(facts: Facts, subject: str) -> Iterator[Place]:
    """Yield the claims about a subject, each with the graph of its source."""
    return ((claim.value, graph.value) for claim, graph in _claims(facts, _SUBJECT, subject))


def _claims(facts: Facts, end: NamedNode, thing: str) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield the claims that have a thing at one end, each with the graph of its source."""
    for found in facts.reader.quads(None, end, NamedNode(thing), None):
        if isinstance(found.subject, NamedNode) and isinstance(found.graph_name, NamedNode):
            yield found.subject, found.graph_name


def sort_evidence(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence best founded first, then by address."""
    return tuple(sorted(found, key=lambda one: (one.verification.rank, one.places, one.claim)))


def distinct(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return evidence best founded first, one for each row or sentence: several claims share it."""
    once = {(one.source, one.places, one.quote, one.note): one for one in found}
    return sort_evidence(once.values())


def support_of(facts: Facts, subject: str) -> tuple[Evidence, ...]:
    """Return the rows and sentences that say anything of a subject, best founded first.

    Parameters
    ----------
    facts : facts of the store.
    subject : address of the thing.
    """
    return distinct(one.evidence for one in said_about(facts, subject) if not one.declined)


def said_then(facts: Facts, claim: NamedNode, graph: NamedNode, at: datetime | None) -> Said | None:
    """Return what a claim said if it stood at a moment, whether or not it still does."""
    place = claim.value, graph.value
    return said_by(facts, stored_claims(facts.reader, [place])[place], at)


def said_by(facts: Facts, claim: StoredClaim, at: datetime | None = None) -> Said | None:
    """Return what a claim says if it stands, or stood at a moment, whether or not it still does."""
    properties = claim.properties
    if not properties or not _stood(properties, at):
        return None
    decision = facts.decision(claim.claim)
    if decision is not None and at is not None and decision.at > at:
        decision = None  # nobody had decided then
    declined = _one(properties, cas.declined) == "true"
    return Said(
        predicate=_one(properties, _RDF + "predicate") or "",
        object=properties[_RDF + "object"][0],
        declined=decision.overrules if decision else declined,
        evidence=replace(_evidence(facts, claim), decision=decision),
    )


def _stood(properties: dict[str, list[str | Literal]], at: datetime | None) -> bool:
    """Tell whether a claim stands, or stood at a moment."""
    recorded, withdrawn = _one(properties, cas.recorded), _one(properties, cas.withdrawn)
    if at is None or recorded is None:
        return withdrawn is None
    closed = datetime.fromisoformat(withdrawn) if withdrawn else None
    return Standing(datetime.fromisoformat(recorded), closed).stood(at)


def _evidence(facts: Facts, claim: StoredClaim) -> Evidence:
    properties, row = claim.properties, claim.row
    seen, start = _one(row, cas.seenOn), _one(row, cas.start)
    quote, cue = _one(row, cas.quote), _one(properties, cas.cue)
    return Evidence(
        claim=claim.claim,
        source=claim.source,
        source_name=facts.label(claim.source),
        places=tuple(sorted(text_of(place) for place in row.get(cas.address, ()))),
        verification=Verification(_one(row, cas.confidence) or Verification.UNVERIFIED),
        quote=quote,
        cue=cue,
        modality=Modality(_one(properties, cas.modality) or Modality.DONE),
        inference=tuple(sorted(Inference(text_of(h)) for h in properties.get(cas.inference, ()))),
        note=_one(row, cas.note),
        seen=PartialDate.parse(seen) if seen else None,
        certainty=_one(properties, cas.certainty),
        marks=marked(quote, cue, tuple(_surfaces(claim, int(start or 0)))) if quote else (),
        part=_one(properties, cas.part),
        start=int(start) if start else None,
        confidence=_confidence(properties) if quote else None,
    )


def _confidence(properties: dict[str, list[str | Literal]]) -> float | None:
    predicate = _one(properties, _RDF + "predicate")
    return confidence_of(local(predicate), _one(properties, cas.certainty)) if predicate else None


def _surfaces(claim: StoredClaim, first: int) -> Iterator[tuple[int, str]]:
    """Yield the citations in a sentence of what a relation ties, with their places in it."""
    # A source that mentions something is no citation in its own sentence.
    ends = {_one(claim.properties, _RDF + end) for end in ("subject", "object")} - {claim.source}
    for citation in claim.citations:
        if not ends.isdisjoint(citation.ends):
            yield citation.start - first, citation.surface


def marked(
    quote: str, cue: str | None, surfaces: tuple[tuple[int, str], ...]
) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a quote to look at: its citations, and the cue between them.

    Parameters
    ----------
    quote : the sentence.
    cue : the words that carry the relation, as the reading has them.
    surfaces : the citations that the relation ties, each with its place in the quote.
    """
    spans = {
        (start, start + len(surface))
        for start, surface in surfaces
        if quote[max(start, 0) : start + len(surface)] == surface
    }
    spans |= _cue_spans(quote, cue, spans) if cue else set()
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _cue_spans(quote: str, cue: str, ends: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return where the cue stands, nearest to the first end of the relation."""
    parts = [re.escape(word) for word in cue.split() if word not in ("…", "...")]
    found = [hit.span() for hit in re.finditer(r"\s+".join(parts), quote, re.IGNORECASE)]
    if not found:
        return set()
    middle = sum(start + end for start, end in ends) / (2 * len(ends)) if ends else 0
    return {min(found, key=lambda span: abs((span[0] + span[1]) / 2 - middle))}


def _told(facts: Facts, claim: NamedNode, predicate: NamedNode, graph: NamedNode) -> Iterator[str]:
    """Yield what a claim has for a property, as text."""
    for quad in facts.reader.quads(claim, predicate, None, graph):
        if isinstance(quad.object, NamedNode | RdfLiteral):
            yield quad.object.value


def _whole(facts: Facts, thing: NamedNode, graph: NamedNode) -> int:
    """Return where a sentence or a claim begins in its text."""
    found = next(facts.reader.quads(thing, _START, None, graph), None)
    return int(found.object.value) if found and isinstance(found.object, RdfLiteral) else 0


def _one(properties: dict[str, list[str | Literal]], predicate: str) -> str | None:
    values = properties.get(predicate)
    return text_of(values[0]) if values else None
