"""What reviewers decided on claims, and what a claim amounts to under a decision.

Decisions stand in a graph of their own, keyed by claim; the claims stay as their sources made
them. A claim that was rejected supports nothing; one that was corrected supports the corrected
statement; one that was accepted outranks what nobody reviewed (`graph.facts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from graph.errors import NotFound, Text
from graph.model import (
    Claim,
    Correction,
    Decision,
    Modality,
    PartialDate,
    Taught,
    Verdict,
    Verification,
)
from graph.rdf import Standing, address_of, date_term, moment, node, term, value_of
from graph.sources import claims_about, stored_claim
from graph.store.graphs import REVIEW
from graph.store.protocol import Reader
from ontology import terms as cas

_REVIEW = NamedNode(REVIEW)
_IN_SOURCE = NamedNode(cas.inSource)


@dataclass(frozen=True)
class Decisions:
    """The decisions of a store, by the address of the claim.

    Few compared with the claims, for people make them one by one: so they are read all at once.
    """

    by_claim: Mapping[str, Decision] = field(default_factory=dict)

    def amended(self, claim: str, decision: Decision | None) -> Decisions:
        """Return these decisions with another one on a claim; None: with none on it."""
        kept = {known: one for known, one in self.by_claim.items() if known != claim}
        return Decisions(kept | {claim: decision} if decision else kept)

    def until(self, moment: datetime) -> Decisions:
        """Return those decisions that were made by a moment."""
        return Decisions({claim: one for claim, one in self.by_claim.items() if one.at <= moment})

    def effective(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield what claims amount to: accepted, corrected, or as they stand; rejected ones not."""
        if not self.by_claim:
            yield from claims
            return
        for claim in claims:
            amounting = under(claim, self.by_claim.get(address_of(claim)))
            if amounting is not None:
                yield amounting

    def about(
        self,
        reader: Reader,
        subject: str,
        leaving_out: frozenset[str],
        ratings: dict[str, Verification] | None = None,
        *,
        at: datetime | None = None,
    ) -> Iterator[Claim]:
        """Yield what the standing claims of the store amount to that speak of a subject now.

        Parameters
        ----------
        reader : the store.
        subject : address of the thing spoken of.
        leaving_out : sources that are being read anew.
        ratings, at : see `graph.sources.claims_about`.
        """
        claims = claims_about(reader, subject, leaving_out, ratings, at=at)
        if not self.by_claim:
            yield from claims
            return
        for claim in self.effective(claims):
            if claim.subject == subject:
                yield claim
        for address in self._corrected_to.get(subject, ()):
            found = stored_claim(reader, address)
            if found is None or not found[1].stood(at) or found[0].source in leaving_out:
                continue
            if found[0].subject != subject:
                yield from self.effective((found[0],))

    def correct_to(self, subject: str) -> bool:
        """Tell whether a correction makes some claim speak of a subject."""
        return bool(self.by_claim) and subject in self._corrected_to

    @cached_property
    def _corrected_to(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for address, decision in sorted(self.by_claim.items()):
            if decision.correction:
                found[decision.correction.subject].append(address)
        return found


def under(claim: Claim, decision: Decision | None) -> Claim | None:
    """Return what a claim amounts to under a decision; None when it supports nothing."""
    if decision is None:
        return claim
    if decision.verdict is Verdict.REJECTED:
        return None
    reviewed = replace(claim, accepted=True, declined=False)
    correction = decision.correction
    if correction is None:
        return reviewed
    return replace(
        reviewed,
        subject=correction.subject,
        predicate=correction.predicate,
        object=correction.object,
        modality=correction.modality,
    )


def decisions_in(reader: Reader) -> Decisions:
    """Return all decisions of a store."""
    properties: dict[str, dict[str, object]] = defaultdict(dict)
    for quad in reader.quads(graph=_REVIEW):
        if isinstance(quad.subject, NamedNode):
            properties[quad.subject.value][quad.predicate.value] = quad.object
    return Decisions({claim: _decision(claim, told) for claim, told in properties.items()})


def decision_on(reader: Reader, claim: str) -> Decision | None:
    """Return the decision on one claim, None while nobody decided."""
    told = {q.predicate.value: q.object for q in reader.quads(node(claim), graph=_REVIEW)}
    return _decision(claim, dict(told)) if told else None


def corrections_to(reader: Reader, subject: str) -> list[Decision]:
    """Return the decisions that corrected a claim to speak of a subject, by claim."""
    found = reader.quads(None, NamedNode(cas.correctedSubject), NamedNode(subject), _REVIEW)
    claims = sorted(quad.subject.value for quad in found if isinstance(quad.subject, NamedNode))
    decisions = (decision_on(reader, claim) for claim in claims)
    return [decision for decision in decisions if decision is not None]


def decisions_teaching(reader: Reader) -> tuple[Decision, ...]:
    """Return the decisions that say of a name which document it means, by that name."""
    found = (one for one in decisions_in(reader).by_claim.values() if one.taught)
    return tuple(sorted(found, key=lambda one: (one.taught.name if one.taught else "", one.claim)))


def taught_in(reader: Reader, leaving_out: str | None = None) -> tuple[Taught, ...]:
    """Return the register of the store's own: what its decisions say of names, sorted.

    Each decision stands for itself. Two on different claims that let one name mean different
    documents are both kept, and the name stays open between them: neither person saw the other's
    text, and both may be right. A later decision on the same claim is in place of the earlier one,
    for it is about the same words.

    Parameters
    ----------
    reader : one generation of the store.
    leaving_out : address of a source that is being erased, and all that was decided on it.
    """
    decisions = decisions_teaching(reader)
    found = {one.taught for one in decisions if one.taught and one.source != leaving_out}
    return tuple(sorted(found, key=lambda one: (one.name, one.document, repr(one))))


def known_claim(reader: Reader, address: str) -> tuple[Claim, Standing]:
    """Return a claim of the store with its standing, as its source makes it.

    Raises
    ------
    NotFound : no source makes it.
    """
    found = stored_claim(reader, address)
    if found is None:
        raise NotFound(
            Text("không có phát biểu này", "there is no such claim"),
            place=address,
            remedy=Text("xem `cascade review list`", "see `cascade review list`"),
        )
    return found


def decision_quads(decision: Decision) -> Iterator[Quad]:
    """Yield a decision as quads of the graph of reviews."""
    told: list[tuple[str, NamedNode | RdfLiteral]] = [
        (cas.inSource, NamedNode(decision.source)),
        (cas.verdict, RdfLiteral(decision.verdict.value)),
        (cas.reviewedBy, RdfLiteral(decision.by)),
        (cas.reviewedAt, moment(decision.at)),
    ]
    if decision.note:
        told.append((cas.reviewNote, RdfLiteral(decision.note)))
    if decision.correction:
        told += [
            (cas.correctedSubject, NamedNode(decision.correction.subject)),
            (cas.correctedPredicate, NamedNode(decision.correction.predicate)),
            (cas.correctedObject, term(decision.correction.object)),
            (cas.correctedModality, RdfLiteral(decision.correction.modality.value)),
        ]
    if decision.taught:
        told += _taught_quads(decision.taught)
    for predicate, value in told:
        yield Quad(NamedNode(decision.claim), node(predicate), value, _REVIEW)


def _taught_quads(taught: Taught) -> Iterator[tuple[str, NamedNode | RdfLiteral]]:
    """Yield what a decision writes into the register; its day is that of the decision."""
    yield cas.taughtName, RdfLiteral(taught.name)
    yield cas.taughtDocument, NamedNode(taught.document)
    yield cas.taughtNumber, RdfLiteral(taught.number)
    for predicate, value in ((cas.taughtType, taught.type_vi), (cas.taughtTitle, taught.title)):
        if value:
            yield predicate, RdfLiteral(value)
    for predicate, day in ((cas.taughtIssued, taught.issued), (cas.taughtFrom, taught.said_on)):
        if day:
            yield predicate, date_term(day)


def quads_deciding_on(reader: Reader, source: str) -> tuple[Quad, ...]:
    """Return every quad of the decisions on claims of a source, present and past."""
    claims = reader.quads(None, _IN_SOURCE, NamedNode(source), _REVIEW)
    return tuple(quad for one in claims for quad in reader.quads(one.subject, graph=_REVIEW))


def titles_taught(reader: Reader, document: str, title: str) -> Iterator[Quad]:
    """Yield where the register of the store's own keeps a title of a document."""
    for told in reader.quads(None, NamedNode(cas.taughtDocument), NamedNode(document), _REVIEW):
        for quad in reader.quads(told.subject, NamedNode(cas.taughtTitle), None, _REVIEW):
            if _text(quad) == title:
                yield quad


def tells_title(facts: Iterable[Quad], document: str, title: str) -> bool:
    """Tell whether one of some facts is the title of a document, in whatever language."""
    about = NamedNode(document), NamedNode(cas.title)
    return any((one.subject, one.predicate) == about and _text(one) == title for one in facts)


def _text(quad: Quad) -> str | None:
    return quad.object.value if isinstance(quad.object, RdfLiteral) else None


def _decision(claim: str, told: Mapping[str, object]) -> Decision:
    def text(predicate: str) -> str:
        value = value_of(told[predicate])
        return value if isinstance(value, str) else value.text

    def day(predicate: str) -> PartialDate | None:
        return PartialDate.parse(text(predicate)) if predicate in told else None

    corrected = cas.correctedSubject in told
    at = datetime.fromisoformat(text(cas.reviewedAt))
    return Decision(
        claim=claim,
        source=text(cas.inSource),
        verdict=Verdict(text(cas.verdict)),
        by=text(cas.reviewedBy),
        at=at,
        note=text(cas.reviewNote) if cas.reviewNote in told else None,
        correction=Correction(
            subject=text(cas.correctedSubject),
            predicate=text(cas.correctedPredicate),
            object=value_of(told[cas.correctedObject]),
            modality=Modality(text(cas.correctedModality)),
        )
        if corrected
        else None,
        taught=Taught(
            text(cas.taughtName),
            text(cas.taughtDocument),
            text(cas.taughtNumber),
            text(cas.taughtType) if cas.taughtType in told else None,
            day(cas.taughtIssued),
            text(cas.taughtTitle) if cas.taughtTitle in told else None,
            day(cas.taughtFrom),
            at.date(),
        )
        if cas.taughtName in told
        else None,
    )
