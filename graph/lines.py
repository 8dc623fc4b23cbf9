"""Claims and what they stand on as lines of N-Quads: how a source is written out when it is new.

A text makes over a thousand quads. As objects each of them costs a call for every term, and is
then turned into such a line anyway; `graph.rdf` reads the same lines where quads are wanted, so
what a claim says is told here only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

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

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_KEPT = 65_536  # spellings
#: What N-Quads print as it is; the rest the engine spells.
_PLAIN = re.compile(r'[^"\\\x00-\x1f\x7f]*').fullmatch


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
    return RdfLiteral(value.text, datatype=node(XSD + value.datatype))


def date_term(day: PartialDate) -> RdfLiteral:
    """Return a date as the literal of its precision."""
    kind = "date" if day.exact else "gYearMonth" if day.month else "gYear"
    return RdfLiteral(str(day), datatype=node(XSD + kind))


@lru_cache
def moment(when: datetime) -> RdfLiteral:
    """Return a moment as a literal, to the second, in UTC."""
    # The engine keeps moments by value and prints them in this, their canonical spelling.
    told = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return RdfLiteral(told, datatype=node(XSD + "dateTime"))


def address_of(claim: Claim) -> str:
    """Return the address of a claim: it stays when the source is read again."""
    told = claim.object
    value = told if isinstance(told, str) else f"{told.text}^^{told.datatype}@{told.language}"
    return claim_iri(claim.source, (claim.subject, claim.predicate, value), claim.evidence)


def claim_lines(claim: Claim, standing: Standing, address: str | None = None) -> str:
    """Return a claim, flat, in the graph of its source.

    Parameters
    ----------
    claim : the claim.
    standing : when it was recorded and, if so, withdrawn.
    address : `address_of` the claim, where that is known already.
    """
    subject = f"<{address or address_of(claim)}>"
    return _lines(subject, claim.source, _told_of_claim(claim, standing))


def evidence_lines(evidence: EvidenceRow | Sentence) -> str:
    """Return a node of evidence in the graph of its source."""
    if isinstance(evidence, EvidenceRow):
        return _lines(_spelled(evidence.iri), evidence.source, _told_of_row(evidence))
    return _lines(_spelled(evidence.iri), evidence.source, _told_of_sentence(evidence))


def _lines(subject: str, graph: str, told: Iterable[str]) -> str:
    """Return what is told of a subject, each `predicate object` on a line of its own."""
    begin, end = f"{subject} ", f" {_spelled(graph)} .\n"
    return f"{begin}{f'{end}{begin}'.join(told)}{end}"


def _told_of_claim(claim: Claim, standing: Standing) -> list[str]:
    told = [
        _A_CLAIM,
        f"{_SUBJECT} {_spelled(claim.subject)}",
        f"{_PREDICATE} {_spelled(claim.predicate)}",
        f"{_OBJECT} {_spelled(claim.object)}",
        f"{_EVIDENCE} {_spelled(claim.evidence)}",
        _MODALITY[claim.modality],
        f"{_RECORDED} {_moment(standing.recorded)}",
    ]
    if standing.withdrawn is not None:
        told.append(f"{_WITHDRAWN} {_moment(standing.withdrawn)}")
    told += [_INFERENCE[how] for how in claim.inference]
    if claim.cue:
        told.append(f"{_CUE} {_vietnamese(claim.cue)}")
    if claim.certainty:
        told.append(f"{_CERTAINTY} {_words(claim.certainty)}")
    if claim.declined:
        told.append(f"{_DECLINED} {_TRUE}")
    told += _told_in_text(claim)
    return told


def _told_in_text(claim: Claim) -> Iterator[str]:
    """Yield what the words of a text tell of a claim made in it."""
    if claim.start is not None and claim.end is not None:
        yield f"{_START} {_whole(claim.start)}"
        yield f"{_END} {_whole(claim.end)}"
    if claim.surface:
        yield f"{_SURFACE} {_vietnamese(claim.surface)}"
    if claim.part:
        yield f"{_PART} {_vietnamese(claim.part)}"
    if claim.role:
        yield f"{_ROLE} {_words(claim.role)}"
    if claim.deadline:
        yield f"{_DEADLINE} {date_term(claim.deadline)}"


def _told_of_sentence(sentence: Sentence) -> Iterator[str]:
    yield _A_SENTENCE
    yield f"{_IN_SOURCE} {_spelled(sentence.source)}"
    yield f"{_QUOTE} {_vietnamese(sentence.quote)}"
    yield f"{_START} {_whole(sentence.start)}"
    yield f"{_END} {_whole(sentence.end)}"
    yield _RATED[Verification.ARTICLE]
    for place in sentence.places:
        yield f"{_ADDRESS} {_words(place)}"
    if sentence.seen is not None:
        yield f"{_SEEN_ON} {date_term(sentence.seen)}"


def _told_of_row(row: EvidenceRow) -> Iterator[str]:
    yield _A_ROW
    yield f"{_IN_SOURCE} {_spelled(row.source)}"
    yield f"{_ROW_KEY} {_words(row.key)}"
    yield _RATED[row.verification]
    for place in row.places:
        yield f"{_ADDRESS} {_words(place)}"
    if row.note:
        yield f"{_NOTE} {_words(row.note)}"
    if row.seen is not None:
        yield f"{_SEEN_ON} {date_term(row.seen)}"


@lru_cache
def _moment(when: datetime) -> str:
    return str(moment(when))


@lru_cache(_KEPT)
def _spelled(value: str | Literal) -> str:
    """Return a value as the engine spells it, which refuses an address that is none."""
    return str(term(value))


def _words(text: str) -> str:
    return f'"{text}"' if _PLAIN(text) else str(RdfLiteral(text))


def _vietnamese(text: str) -> str:
    return f'"{text}"@vi' if _PLAIN(text) else str(RdfLiteral(text, language="vi"))


def _whole(number: int) -> str:
    return f'"{number}"{_INTEGER}'


def _names(*iris: str) -> Iterator[str]:
    return (f"<{iri}>" for iri in iris)


_TYPE, _SUBJECT, _PREDICATE, _OBJECT = _names(
    RDF + "type", RDF + "subject", RDF + "predicate", RDF + "object"
)
_A_CLAIM, _A_SENTENCE, _A_ROW = (
    f"{_TYPE} {kind}" for kind in _names(cas.Claim, cas.Sentence, cas.RegisterRow)
)
_EVIDENCE, _RECORDED, _WITHDRAWN, _CUE, _CERTAINTY, _DECLINED = _names(
    cas.evidence, cas.recorded, cas.withdrawn, cas.cue, cas.certainty, cas.declined
)
_START, _END, _SURFACE, _PART, _ROLE, _DEADLINE = _names(
    cas.start, cas.end, cas.surface, cas.part, cas.role, cas.deadline
)
_IN_SOURCE, _QUOTE, _ADDRESS, _SEEN_ON, _ROW_KEY, _NOTE = _names(
    cas.inSource, cas.quote, cas.address, cas.seenOn, cas.rowKey, cas.note
)
_MODALITY = {one: f"<{cas.modality}> {_words(one)}" for one in Modality}
_INFERENCE = {one: f"<{cas.inference}> {_words(one)}" for one in Inference}
_RATED = {one: f"<{cas.confidence}> {_words(one)}" for one in Verification}
_INTEGER = f"^^<{XSD}integer>"
_TRUE = f'"true"^^<{XSD}boolean>'
