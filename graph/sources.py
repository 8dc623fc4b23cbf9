"""What the graph of one source holds, and what it shall hold after the source is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad

from graph.model import Claim, EvidenceRow, Sentence, Verification
from graph.rdf import Standing, address_of, claim_quads, evidence_quads, node, read_claims
from graph.store.protocol import Reader
from ontology import terms as cas

_SUBJECT = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_CLAIM = NamedNode(cas.Claim)
_CONFIDENCE = NamedNode(cas.confidence)
_EVIDENCE = NamedNode(cas.evidence)


@dataclass(frozen=True, slots=True)
class StoredSource:
    """The graph of a source: its claims by address with their standing, and all its quads."""

    source: str
    claims: Mapping[str, tuple[Claim, Standing]]
    quads: frozenset[Quad]

    @property
    def standing(self) -> Iterator[Claim]:
        """Return the claims that the source still makes."""
        return (claim for claim, since in self.claims.values() if since.withdrawn is None)


def stored_source(reader: Reader, source: str) -> StoredSource:
    """Return what the store holds of a source; empty when it holds nothing."""
    quads = frozenset(reader.quads(graph=node(source)))
    ratings = {
        quad.subject.value: Verification(quad.object.value)
        for quad in quads
        if quad.predicate == _CONFIDENCE
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, RdfLiteral)
    }
    claims = {
        address_of(claim): (claim, standing) for claim, standing in read_claims(quads, ratings)
    }
    return StoredSource(source, claims, quads)


def updated(
    stored: StoredSource, claims: Iterable[Claim], now: datetime
) -> dict[str, tuple[Claim, Standing]]:
    """Return the claims of a source after it was read again.

    What it said before keeps the time it was recorded; what it no longer says is closed.
    """
    said = {address_of(claim): claim for claim in claims}
    result: dict[str, tuple[Claim, Standing]] = {}
    for address, claim in said.items():
        known = stored.claims.get(address)
        recorded = known[1].recorded if known and known[1].withdrawn is None else now
        result[address] = claim, Standing(recorded)
    for address, (claim, standing) in stored.claims.items():
        if address not in said:
            result[address] = claim, Standing(standing.recorded, standing.withdrawn or now)
    return result


def quads_of(
    stored: StoredSource,
    claims: Mapping[str, tuple[Claim, Standing]],
    rows: Iterable[EvidenceRow | Sentence],
) -> Iterator[Quad]:
    """Yield the quads of a source: its claims, the rows they stand on, rows of closed claims."""
    present: set[str] = set()
    for row in rows:
        present.add(row.iri)
        yield from evidence_quads(row)
    closed: set[str] = set()
    for address, (claim, standing) in claims.items():
        yield from claim_quads(claim, standing, address)
        if claim.evidence not in present:
            closed.add(claim.evidence)
    for quad in stored.quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value in closed:
            yield quad


def claims_about(
    reader: Reader,
    subject: str,
    leaving_out: frozenset[str],
    ratings: dict[str, Verification] | None = None,
    *,
    at: datetime | None = None,
) -> Iterator[Claim]:
    """Yield the standing claims about a subject in all sources but some.

    Parameters
    ----------
    reader : the store.
    subject : address of the thing spoken of.
    leaving_out : sources that are being read anew.
    ratings : what is known already of how well evidence is founded; what is looked up joins it.
    at : the claims that stood at that moment: recorded by then and not yet withdrawn; None for
        those that stand.
    """
    ratings = {} if ratings is None else ratings
    for found in reader.quads(predicate=_SUBJECT, object=NamedNode(subject)):
        graph = found.graph_name
        if not isinstance(graph, NamedNode) or graph.value in leaving_out:
            continue
        quads = list(reader.quads(subject=found.subject, graph=graph))
        _rate(reader, quads, ratings)
        for claim, standing in read_claims(quads, ratings):
            if standing.stood(at):
                yield claim


def claims_resting_on(reader: Reader, evidence: str) -> Iterator[Claim]:
    """Yield the standing claims that a row of the register or a sentence carries."""
    ratings: dict[str, Verification] = {}
    for found in reader.quads(predicate=_EVIDENCE, object=NamedNode(evidence)):
        quads = list(reader.quads(subject=found.subject, graph=found.graph_name))
        _rate(reader, quads, ratings)
        for claim, standing in read_claims(quads, ratings):
            if standing.withdrawn is None:
                yield claim


def stored_claim(reader: Reader, address: str) -> tuple[Claim, Standing] | None:
    """Return one claim with its standing, None when no source of the store makes it."""
    subject = NamedNode(address)
    for typed in reader.quads(subject, _TYPE, _CLAIM):
        ratings: dict[str, Verification] = {}
        quads = list(reader.quads(subject=subject, graph=typed.graph_name))
        _rate(reader, quads, ratings)
        return next(read_claims(quads, ratings), None)
    return None


def _rate(reader: Reader, quads: Iterable[Quad], ratings: dict[str, Verification]) -> None:
    """Look up how well the evidence of some claims is founded, unless that is known already."""
    for quad in quads:
        row = quad.object
        if quad.predicate != _EVIDENCE or not isinstance(row, NamedNode) or row.value in ratings:
            continue
        for rated in reader.quads(subject=row, predicate=_CONFIDENCE):
            if isinstance(rated.object, RdfLiteral):
                ratings[row.value] = Verification(rated.object.value)
