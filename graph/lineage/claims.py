"""Claims as they are laid before a reviewer: the statement in words, the sentence, the decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import nsmallest

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.confidence import confidence_of
from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.lineage.relations import local
from graph.model import Claim, ClaimOnReview, Decision, Literal, Modality, Statement, Verification
from graph.rdf import Standing, address_of
from graph.resolve.identity import is_document, is_reference
from graph.resolve.names import type_words
from graph.review import Decisions, decisions_in, known_claim
from graph.sources import stored_claim, stored_source
from graph.store.graphs import SOURCE_PREFIX
from graph.store.protocol import Reader
from ontology import lexicon
from ontology import terms as cas

#: Names of what stands in the ontology and not among the facts: classes, properties, levels.
_TERMS = {iri: vi for iri, (vi, _) in cas.LABELS.items()} | {
    level.iri: level.vi for level in lexicon.LEVELS
}
_UNJUDGED, _SURE = 1.5, 2.0  # beyond any confidence that was measured
_SUBJECT = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")


class ReviewState(StrEnum):
    """Which claims a list shows."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ClaimsAsked:
    """What a list of claims shall hold.

    `source` and `subject` are addresses, None: any; `predicate` is the address of a property;
    `after` is the address of the last claim seen, `limit` the most claims told.
    """

    state: ReviewState = ReviewState.PENDING
    source: str | None = None
    subject: str | None = None
    predicate: str | None = None
    after: str = ""
    limit: int = 50


def claims_on_review(reader: Reader, asked: ClaimsAsked) -> tuple[ClaimOnReview, ...]:
    """Return claims that stand, a page of them: the least certain first while nobody decided.

    Claims that are as certain as each other, and those of other states, come source by source in
    the order of each text.

    Parameters
    ----------
    reader : one generation of the store.
    asked : which claims, and where the page begins.

    Raises
    ------
    NotFound : the claim after which the page begins is not there.
    """
    place = _doubt if asked.state is ReviewState.PENDING else _place
    begun = place(known_claim(reader, asked.after)[0], asked.after) if asked.after else None
    facts, decisions = Facts(reader), decisions_in(reader)
    fitting = (
        one
        for one in _standing(reader, asked, decisions)
        if _fits(one[1], decisions.by_claim.get(one[0]), asked)
        and (begun is None or place(one[1], one[0]) > begun)
    )
    page = nsmallest(asked.limit, fitting, key=lambda one: place(one[1], one[0]))
    return tuple(
        _shown(facts, claim, standing, decisions.by_claim.get(address))
        for address, claim, standing in page
    )


def claim_on_review(reader: Reader, address: str) -> ClaimOnReview:
    """Return one claim, standing or withdrawn.

    Raises
    ------
    NotFound : no source makes it.
    """
    claim, standing = known_claim(reader, address)
    return _shown(Facts(reader), claim, standing, decisions_in(reader).by_claim.get(address))


def claims_of_source(reader: Reader, source: str) -> tuple[ClaimOnReview, ...]:
    """Return every standing claim of a source in the order of its text."""
    facts, decisions = Facts(reader), decisions_in(reader)
    found = [
        _shown(facts, claim, standing, decisions.by_claim.get(address))
        for address, (claim, standing) in stored_source(reader, source).claims.items()
        if standing.withdrawn is None
    ]
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.claim)))


def outlines_of_source(reader: Reader, source: str) -> tuple[ClaimOnReview, ...]:
    """Return every standing claim of a source by its addresses alone, in the order of its text.

    Enough to group, count and order thousands of them; names of things and quotes are left out, and
    told of those that are shown by `claims_in_full`.
    """
    decisions = decisions_in(reader).by_claim
    found = [
        _outline(claim, standing, decisions.get(address))
        for address, (claim, standing) in stored_source(reader, source).claims.items()
        if standing.withdrawn is None
    ]
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.claim)))


def claims_in_full(reader: Reader, claims: Iterable[ClaimOnReview]) -> Mapping[str, ClaimOnReview]:
    """Return claims with all that is told of them, by address."""
    facts, decisions = Facts(reader), decisions_in(reader).by_claim
    return {
        one.claim: _shown(facts, *known_claim(reader, one.claim), decisions.get(one.claim))
        for one in claims
    }


_Order = tuple[float, str, int, str]


def _place(claim: Claim, address: str) -> _Order:
    return 0.0, claim.source, claim.start or 0, address


def _doubt(claim: Claim, address: str) -> _Order:
    """Return where a claim comes when the least certain is first: what was not read comes last."""
    return (_certain(claim), *_place(claim, address)[1:])


def _certain(claim: Claim) -> float:
    if claim.verification is not Verification.ARTICLE:
        return _SURE
    if claim.predicate == cas.candidate:
        return 0.0
    confidence = _confidence(claim)
    return _UNJUDGED if confidence is None else confidence


_Found = tuple[str, Claim, Standing]


def _standing(reader: Reader, asked: ClaimsAsked, decisions: Decisions) -> Iterator[_Found]:
    """Yield the claims that stand among which those asked for are, in no order."""
    if asked.state not in (ReviewState.PENDING, ReviewState.ALL):
        candidates = iter(decisions.by_claim)
    elif asked.subject:
        subject = NamedNode(asked.subject)
        candidates = (
            quad.subject.value
            for quad in reader.quads(None, _SUBJECT, subject)
            if isinstance(quad.subject, NamedNode)
        )
    else:
        yield from _of_sources(reader, asked.source)
        return
    for address in candidates:
        found = stored_claim(reader, address)
        if found and found[1].withdrawn is None:
            yield address, *found


def _of_sources(reader: Reader, source: str | None) -> Iterator[_Found]:
    sources = (
        [source] if source else [name for name in reader.graphs() if name.startswith(SOURCE_PREFIX)]
    )
    for name in sources:
        for address, (claim, standing) in stored_source(reader, name).claims.items():
            if standing.withdrawn is None:
                yield address, claim, standing


def _fits(claim: Claim, decision: Decision | None, asked: ClaimsAsked) -> bool:
    if asked.source and claim.source != asked.source:
        return False
    if asked.subject and claim.subject != asked.subject:
        return False
    if asked.predicate and claim.predicate != asked.predicate:
        return False
    if asked.state is ReviewState.ALL:
        return True
    state = decision.verdict.value if decision else ReviewState.PENDING.value
    return state == asked.state


def _shown(
    facts: Facts, claim: Claim, standing: Standing, decision: Decision | None
) -> ClaimOnReview:
    row = _about(facts, claim.evidence, claim.source)
    correction = decision.correction if decision else None
    first = row.get(cas.start, [""])[0]
    return replace(
        _outline(claim, standing, decision),
        source_name=facts.label(claim.source),
        statement=_statement(facts, claim.subject, claim.predicate, claim.object, claim.modality),
        quote=next(iter(row.get(cas.quote, ())), None),
        quote_start=int(first) if first else None,
        places=tuple(sorted(row.get(cas.address, ()))),
        corrected=_statement(
            facts,
            correction.subject,
            correction.predicate,
            correction.object,
            correction.modality,
        )
        if correction
        else None,
    )


def _outline(claim: Claim, standing: Standing, decision: Decision | None) -> ClaimOnReview:
    """Return a claim without what has to be looked up: names of things, its quote, a correction."""
    value = claim.object if isinstance(claim.object, str) else claim.object.text
    return ClaimOnReview(
        claim=address_of(claim),
        source=claim.source,
        source_name="",
        statement=Statement(claim.subject, "", local(claim.predicate), value, "", claim.modality),
        verification=claim.verification,
        recorded=standing.recorded,
        evidence=claim.evidence,
        withdrawn=standing.withdrawn,
        certainty=claim.certainty,
        confidence=_confidence(claim),
        inference=claim.inference,
        declined=claim.declined,
        cue=claim.cue,
        part=claim.part,
        start=claim.start,
        end=claim.end,
        decision=decision,
    )


def _confidence(claim: Claim) -> float | None:
    """Return how far what was read in a text can be trusted; rows of the register are not read."""
    if claim.verification is not Verification.ARTICLE:
        return None
    return confidence_of(local(claim.predicate), claim.certainty)


def _statement(
    facts: Facts, subject: str, predicate: str, value: str | Literal, modality: Modality
) -> Statement:
    text = value if isinstance(value, str) else value.text
    name = _name(facts, value) if isinstance(value, str) else text
    return Statement(subject, _name(facts, subject), local(predicate), text, name, modality)


def _name(facts: Facts, iri: str) -> str:
    if is_document(iri) or is_reference(iri):
        document = document_of(facts, iri)
        return document.name if document else iri.removeprefix(cas.DATA)
    return type_words(iri)[0] or _TERMS.get(iri) or facts.label(iri)


def _about(facts: Facts, evidence: str, source: str) -> dict[str, list[str]]:
    """Return what the node of evidence tells, in the graph of its source."""
    found: dict[str, list[str]] = {}
    for quad in facts.reader.quads(NamedNode(evidence), None, None, NamedNode(source)):
        if isinstance(quad.object, RdfLiteral):
            found.setdefault(quad.predicate.value, []).append(quad.object.value)
    return found
