"""What the index holds of one document, read from its facts and the claims about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions
from pyoxigraph import Literal as RdfLiteral

from graph.lineage.index.arrays import (
    BIT,
    FIRST_DAY,
    LAST_DAY,
    LEVELS,
    NONE,
    RELATIONS,
    UNKNOWN_LEVEL,
    WHOLE_BITS,
)
from graph.lineage.index.scan import Span, span
from graph.lineage.index.sources import Seen, seen_in
from graph.model import Modality, Verification
from graph.store.protocol import Reader
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FACTS = DefaultGraph()
_DOUBTED = {"likely", "inferred"}


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge out of a document, by the address at its other end."""

    target: str
    relations: int
    certain: bool
    part: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What the index holds of one document; addresses are those of the columns' tables."""

    iri: str
    kind: str | None
    level: int
    unit: str | None
    issuer: str | None
    issued: Span
    effective: Span
    expires: Span
    certain: bool
    edges: tuple[Edge, ...]
    sources: tuple[Seen, ...]

    @property
    def stated(self) -> bool:
        """Tell whether it says since when it is in effect."""
        return self.effective[0] != NONE

    @property
    def since(self) -> Span:
        """Return since when it is in effect: as stated, else as assumed, on issue."""
        return self.effective if self.stated else self.issued


def row_of(reader: Reader, iri: str) -> Row | None:
    """Return what the index holds of a document; None when it is none."""
    facts: dict[str, list[str]] = defaultdict(list)
    for quad in reader.quads(subject=NamedNode(iri), graph=_FACTS):
        if isinstance(quad.object, NamedNode | RdfLiteral):
            facts[quad.predicate.value].append(quad.object.value)
    if cas.Document not in facts[_RDF + "type"]:
        return None
    return Row(
        iri,
        _least(facts[cas.documentType]),
        LEVELS.get(_least(facts[cas.level]) or "", UNKNOWN_LEVEL),
        _least(facts[cas.unit]),
        _least(facts[cas.issuedBy]),
        _span(facts[cas.issued], (FIRST_DAY, LAST_DAY)),
        _span(facts[cas.effective], (NONE, NONE)),
        _span(facts[cas.expires], (LAST_DAY, LAST_DAY)),
        _least(facts[cas.verification]) not in (None, Verification.UNVERIFIED.value),
        tuple(_edges(reader, iri, facts)),
        seen_in(reader, iri),
    )


def expires_of(reader: Reader, iri: str) -> Span:
    """Return the first and last day on which a document can expire by its own statement."""
    quads = reader.quads(NamedNode(iri), NamedNode(cas.expires), None, _FACTS)
    told = [quad.object.value for quad in quads if isinstance(quad.object, RdfLiteral)]
    return _span(told, (LAST_DAY, LAST_DAY))


def citing(reader: Reader, iri: str) -> Iterator[str]:
    """Yield what stands in a relation of the index to a document."""
    for relation in RELATIONS:
        for quad in reader.quads(None, NamedNode(relation), NamedNode(iri), _FACTS):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value


def resting_on(reader: Reader, evidence: str) -> Iterator[str]:
    """Yield the claims that rest on a row or a sentence."""
    for quad in reader.quads(None, NamedNode(cas.evidence), NamedNode(evidence), None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def spoken_of(reader: Reader, claim: str) -> Iterator[str]:
    """Yield what a claim is about."""
    for quad in reader.quads(NamedNode(claim), NamedNode(_RDF + "subject"), None, None):
        if isinstance(quad.object, NamedNode):
            yield quad.object.value


def _least(values: Iterable[str]) -> str | None:
    return min(values, default=None)


def _span(values: Iterable[str], unknown: Span) -> Span:
    told = _least(values)
    return unknown if told is None else span(told, unknown)


def _edges(reader: Reader, iri: str, facts: dict[str, list[str]]) -> Iterator[Edge]:
    bits: dict[str, int] = defaultdict(int)
    for relation in RELATIONS:
        for target in facts.get(relation, ()):
            bits[target] |= BIT[relation]
    support = _support(reader, iri) if bits else {}
    for target, relations in bits.items():
        claims = support.get(target, [])
        ends = relations & (WHOLE_BITS if relations & WHOLE_BITS else BIT[cas.suspends])
        ending = [claim.part for claim in claims if claim.relation & ends]
        certain = any(claim.plain for claim in claims)
        yield Edge(target, relations, certain, bool(ending) and all(ending))


@dataclass(frozen=True, slots=True)
class _Supporting:
    """A standing claim behind an edge."""

    relation: int
    plain: bool
    part: bool


def _support(reader: Reader, iri: str) -> dict[str, list[_Supporting]]:
    """Return the standing claims about a document that relate it to others, by these."""
    # Told which relations are meant, the engine would look at all claims of these instead.
    answer = reader.query(
        f"""SELECT ?c ?p ?o {{ GRAPH ?g {{ ?c <{_RDF}subject> <{iri}> ; <{_RDF}predicate> ?p ;
            <{_RDF}object> ?o }} }}"""
    )
    assert isinstance(answer, QuerySolutions), "a SELECT gives solutions"
    found: dict[str, list[_Supporting]] = defaultdict(list)
    for row in answer:
        claim, predicate, target = row["c"], row["p"], row["o"]
        assert isinstance(claim, NamedNode)
        assert isinstance(predicate, NamedNode)
        if not isinstance(target, NamedNode) or predicate.value not in BIT:
            continue
        standing = _judged(reader, claim, BIT[predicate.value])
        if standing is not None:
            found[target.value].append(standing)
    return found


def _judged(reader: Reader, claim: NamedNode, relation: int) -> _Supporting | None:
    """Return how a claim supports an edge; None when it does not, or no longer."""
    plain, part = True, False
    for quad in reader.quads(subject=claim):
        predicate, value = quad.predicate.value, getattr(quad.object, "value", "")
        if predicate in (cas.withdrawn, cas.declined):
            return None
        if predicate == cas.modality and value != Modality.DONE.value:
            return None
        plain &= predicate != cas.inference
        plain &= predicate != cas.certainty or value not in _DOUBTED
        part |= predicate == cas.part
    return _Supporting(relation, plain, part)
