"""A claim as a Web Annotation and with its provenance, made from the flat quads of the store.

https://www.w3.org/TR/annotation-model/ (a target in a text, selected by quote and by position) and
https://www.w3.org/TR/prov-o/ (the reading that made the claim, the review that judged it). Every
node has an address below the claim's own, so there are no blank nodes here either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Triple

from graph.lineage.claims import claim_on_review
from graph.lineage.evidence import said_then
from graph.lineage.facts import Facts
from graph.linked.description import AGENT, Piece
from graph.linked.names import FACTS, Names
from graph.model import ClaimOnReview, Decision, Evidence
from graph.rdf import moment, node, term
from graph.readings import around
from graph.store.protocol import Object, Reader
from graph.store.texts import Texts
from ontology import terms as cas

OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_FOAF_NAME = "http://xmlns.com/foaf/0.1/name"
_AROUND = 48  # characters before and after a quote, by which it is found again


@dataclass(frozen=True, slots=True)
class AnnotatedClaim:
    """A claim with the paragraph that its sentence stands in.

    `stated` are its quads as its source makes it, `evidence` those of the row or the sentence it
    stands on; `before` and `after` are the rest of the paragraph, empty for rows of the register;
    `marks` are the stretches of the quote to look at.
    """

    shown: ClaimOnReview
    generation: int
    stated: tuple[Triple, ...]
    evidence: tuple[Triple, ...]
    checksum: str | None
    before: str = ""
    after: str = ""
    marks: tuple[tuple[int, int], ...] = ()


def annotated(reader: Reader, texts: Texts, address: str) -> AnnotatedClaim:
    """Return a claim, standing or withdrawn, with what it rests on.

    Raises
    ------
    NotFound : no source makes it.
    """
    shown = claim_on_review(reader, address)
    graph = NamedNode(shown.source)
    before, after = around(reader, texts, _evidence(shown))
    checksums = reader.quads(graph, NamedNode(cas.checksum), None, FACTS)
    return AnnotatedClaim(
        shown,
        reader.generation,
        tuple(q.triple for q in reader.quads(NamedNode(address), None, None, graph)),
        tuple(q.triple for q in reader.quads(NamedNode(shown.evidence), None, None, graph)),
        next((q.object.value for q in checksums if isinstance(q.object, Literal)), None),
        before,
        after,
        _marks(reader, shown),
    )


def piece_of(reader: Reader, claim: AnnotatedClaim) -> Piece:
    """Return the whole description of a claim: it never takes more than a page."""
    triples = tuple(dict.fromkeys(annotation_triples(claim)))
    names = Names(reader)
    ends = {
        triple.object.value
        for triple in (*claim.stated, *claim.evidence)
        if isinstance(triple.object, NamedNode) and triple.predicate != node(RDF + "type")
    }
    labels = (
        Triple(NamedNode(end), node(_RDFS_LABEL), Literal(text, language=language))
        for end in sorted(ends)
        for text, language in names.labels(end)
    )
    return Piece(claim.shown.claim, claim.generation, 1, triples, tuple(labels))


def annotation_triples(claim: AnnotatedClaim) -> Iterator[Triple]:
    """Yield a claim as it is stored, as an annotation, and with where it comes from."""
    yield from _annotation(claim)
    yield from claim.stated
    yield from claim.evidence
    yield from _reading(claim)
    if claim.shown.decision is not None:
        yield from _review(claim.shown.decision)


def _annotation(claim: AnnotatedClaim) -> Iterator[Triple]:
    address = claim.shown.claim
    yield _said(address, RDF + "type", node(OA + "Annotation"))
    yield _said(address, OA + "motivatedBy", node(OA + "describing"))
    yield _said(address, OA + "hasBody", _part(address, "statement"))
    yield _said(f"{address}#statement", RDF + "type", node(RDF + "Statement"))
    yield _said(f"{address}#statement", RDF + "type", node(PROV + "Entity"))
    for triple in claim.stated:
        if triple.predicate.value in {RDF + "subject", RDF + "predicate", RDF + "object"}:
            yield _said(f"{address}#statement", triple.predicate.value, triple.object)
    if claim.shown.quote is None or claim.shown.quote_start is None:
        # A row of the register is its own evidence: there is no text to point into.
        yield _said(address, OA + "hasTarget", NamedNode(claim.shown.evidence))
    else:
        yield from _target(claim, claim.shown.quote, claim.shown.quote_start)


def _target(claim: AnnotatedClaim, quote: str, start: int) -> Iterator[Triple]:
    """Yield where in its source a sentence stands, by its words and by its place."""
    address, source = claim.shown.claim, claim.shown.source
    target, words, place = (f"{address}#{part}" for part in ("target", "quote", "position"))
    yield _said(address, OA + "hasTarget", NamedNode(target))
    yield _said(target, RDF + "type", node(OA + "SpecificResource"))
    yield _said(target, OA + "hasSource", NamedNode(source))
    yield _said(target, OA + "hasSelector", NamedNode(words))
    yield _said(target, OA + "hasSelector", NamedNode(place))
    yield _said(words, RDF + "type", node(OA + "TextQuoteSelector"))
    yield _said(words, OA + "exact", Literal(quote))
    if claim.before:
        yield _said(words, OA + "prefix", Literal(claim.before[-_AROUND:]))
    if claim.after:
        yield _said(words, OA + "suffix", Literal(claim.after[:_AROUND]))
    yield from _position(place, start, start + len(quote))
    if claim.shown.start is not None and claim.shown.end is not None:
        # Within the sentence, the words of the claim itself; counted from its beginning.
        yield _said(place, OA + "refinedBy", _part(address, "words"))
        first, last = claim.shown.start - start, claim.shown.end - start
        yield from _position(f"{address}#words", first, last)


def _position(selector: str, start: int, end: int) -> Iterator[Triple]:
    whole = node(_XSD + "nonNegativeInteger")
    yield _said(selector, RDF + "type", node(OA + "TextPositionSelector"))
    yield _said(selector, OA + "start", Literal(str(max(start, 0)), datatype=whole))
    yield _said(selector, OA + "end", Literal(str(max(end, 0)), datatype=whole))


def _reading(claim: AnnotatedClaim) -> Iterator[Triple]:
    """Yield which reading of which source made a claim, by whom and when, until when."""
    shown = claim.shown
    address, source = shown.claim, NamedNode(shown.source)
    reading = reading_iri(shown.source, shown.recorded)
    yield _said(address, RDF + "type", node(PROV + "Entity"))
    yield _said(address, PROV + "wasGeneratedBy", NamedNode(reading))
    yield _said(address, PROV + "generatedAtTime", moment(shown.recorded))
    yield _said(address, PROV + "hadPrimarySource", source)
    yield _said(address, PROV + "wasDerivedFrom", NamedNode(shown.evidence))
    if shown.withdrawn is not None:
        yield _said(address, PROV + "invalidatedAtTime", moment(shown.withdrawn))
    yield _said(reading, RDF + "type", node(PROV + "Activity"))
    yield _said(reading, PROV + "used", source)
    yield _said(reading, PROV + "endedAtTime", moment(shown.recorded))
    yield _said(reading, PROV + "wasAssociatedWith", NamedNode(AGENT))
    yield _said(AGENT, RDF + "type", node(PROV + "SoftwareAgent"))
    yield _said(shown.source, RDF + "type", node(PROV + "Entity"))
    if claim.checksum is not None:
        yield _said(shown.source, cas.checksum, Literal(claim.checksum))


def reading_iri(source: str, recorded: datetime) -> str:
    """Return the address of one reading of a source: what was recorded at one moment."""
    return f"{source}#reading-{moment(recorded).value}"


def _review(decision: Decision) -> Iterator[Triple]:
    """Yield who judged a claim, when and how, and what the correction puts in its place."""
    review, reviewer = f"{decision.claim}#review", f"{decision.claim}#reviewer"
    yield _said(decision.claim, PROV + "wasInfluencedBy", NamedNode(review))
    yield _said(review, RDF + "type", node(PROV + "Activity"))
    yield _said(review, PROV + "used", NamedNode(decision.claim))
    yield _said(review, PROV + "endedAtTime", moment(decision.at))
    yield _said(review, PROV + "wasAssociatedWith", NamedNode(reviewer))
    yield _said(review, cas.verdict, Literal(decision.verdict.value))
    if decision.note:
        yield _said(review, cas.reviewNote, Literal(decision.note))
    yield _said(reviewer, RDF + "type", node(PROV + "Agent"))
    yield _said(reviewer, _FOAF_NAME, Literal(decision.by))
    if decision.correction is not None:
        yield from _correction(decision, review)


def _correction(decision: Decision, review: str) -> Iterator[Triple]:
    told = decision.correction
    assert told is not None  # asked for by who has one
    correction = f"{decision.claim}#correction"
    yield _said(review, PROV + "generated", NamedNode(correction))
    yield _said(correction, RDF + "type", node(RDF + "Statement"))
    yield _said(correction, RDF + "type", node(PROV + "Entity"))
    yield _said(correction, RDF + "subject", NamedNode(told.subject))
    yield _said(correction, RDF + "predicate", NamedNode(told.predicate))
    yield _said(correction, RDF + "object", term(told.object))
    yield _said(correction, cas.modality, Literal(told.modality.value))
    yield _said(correction, PROV + "wasRevisionOf", _part(decision.claim, "statement"))


def _marks(reader: Reader, shown: ClaimOnReview) -> tuple[tuple[int, int], ...]:
    """Return what to look at in the quote: citations and cue, else the words of the claim."""
    claim, source = NamedNode(shown.claim), NamedNode(shown.source)
    said = said_then(Facts(reader), claim, source, shown.recorded)
    if said is not None and said.evidence.marks:
        return said.evidence.marks
    if shown.quote is None or None in (shown.start, shown.end, shown.quote_start):
        return ()
    begun = shown.quote_start or 0
    first, last = (shown.start or 0) - begun, (shown.end or 0) - begun
    return ((first, last),) if 0 <= first < last <= len(shown.quote) else ()


def _evidence(shown: ClaimOnReview) -> Evidence:
    return Evidence(
        claim=shown.claim,
        source=shown.source,
        source_name=shown.source_name,
        places=shown.places,
        verification=shown.verification,
        quote=shown.quote,
        start=shown.quote_start,
    )


def _part(address: str, name: str) -> NamedNode:
    return NamedNode(f"{address}#{name}")


def _said(subject: str, predicate: str, value: Object) -> Triple:
    return Triple(NamedNode(subject), node(predicate), value)
