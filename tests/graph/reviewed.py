"""Two small sources that agree and differ, and what a store makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.accession import SourceContent, accession, withdrawal
from graph.check import check
from graph.ledger import Ledger
from graph.model import Claim, Correction, Decision, EvidenceRow, Literal, Verdict, Verification
from graph.rdf import address_of, source_quads
from graph.resolve.identity import row_iri, source_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.conftest import NOW

A, B, C = (f"{cas.DATA}document/tw/nq/{n}/xiii" for n in (57, 68, 71))
BODY, ABOVE, OTHER = (cas.DATA + f"body/{name}" for name in ("ha-tinh/tinh-uy", "tw", "khac"))
ONE, TWO, THREE = (source_iri(f"bai-{name}") for name in ("mot", "hai", "ba"))


def claim(
    source: str,
    subject: str,
    predicate: str,
    value: str | Literal,
    verification: Verification = Verification.ARTICLE,
    **more: object,
) -> Claim:
    key = f"{subject}{predicate}{value}"
    made = Claim(source, subject, predicate, value, row_iri(source, key), verification)
    return replace(made, **more)  # type: ignore[arg-type]


def content(source: str, claims: Iterable[Claim]) -> SourceContent:
    told = tuple(claims)
    rows = {
        one.evidence: EvidenceRow(one.evidence, source, one.evidence, (), one.verification)
        for one in told
    }
    about = frozenset(source_quads(source, "một bài", "a text")) if told else frozenset()
    return SourceContent(source, told, tuple(rows.values()), about)


def bring(
    store: MemoryStore,
    source: str,
    claims: Iterable[Claim],
    at: datetime = NOW,
    ledger: Ledger | None = None,
) -> None:
    with store.read() as reader:
        change = accession(reader, [content(source, claims)], at, ledger)
    store.apply(change)


def erase(store: MemoryStore, source: str) -> None:
    with store.read() as reader:
        change = withdrawal(reader, source, (), NOW)
    store.apply(change)


def decision(one: Claim, verdict: Verdict, correction: Correction | None = None) -> Decision:
    return Decision(address_of(one), one.source, verdict, "Lan", NOW, None, correction)


def facts(store: MemoryStore) -> set[Quad]:
    with store.read() as reader:
        return set(reader.quads(graph=DefaultGraph()))


def states(store: MemoryStore, subject: str, predicate: str, value: str | Literal) -> bool:
    with store.read() as reader:
        told = reader.quads(NamedNode(subject), NamedNode(predicate), None, DefaultGraph())
        text = value if isinstance(value, str) else value.text
        return text in {getattr(quad.object, "value", "") for quad in told}


def sound(reader: Reader) -> bool:
    return not [flaw for flaw in check(reader) if flaw.rule == "FactsFollowClaims"]


def day(text: str) -> Literal:
    return Literal(text, "date")


EDGE = claim(ONE, A, cas.implements, B)
NUMBERED = [
    claim(source, subject, cas.number, Literal(number))
    for source in (ONE, TWO)
    for subject, number in ((A, "57-NQ/TW"), (B, "68-NQ/TW"), (C, "71-NQ/TW"))
]
OF_ONE = [EDGE, *NUMBERED[:3]]
