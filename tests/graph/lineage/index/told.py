"""Indexes as plain values, and sources that say what a test wants said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import pairwise

from graph.accession import SourceContent, accession
from graph.lineage.index.arrays import NONE, Columns, Edges, LineageIndex
from graph.model import Claim, EvidenceRow, Inference, Literal, PartialDate, Verification
from graph.rdf import source_quads
from graph.resolve.drafts import text, when
from graph.store.protocol import Store
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.lineage.small import iri

_TABLES = {"kind": "kinds", "unit": "units", "issuer": "bodies"}


def contents(index: LineageIndex) -> dict[str, object]:
    """Return what an index holds, tables looked up, so that two can be compared."""
    names = [index.names[number] for number in range(len(index))]
    assert names == sorted(names)
    told: dict[str, object] = {"names": names, "generation": index.generation}
    for field in fields(Columns):
        column = getattr(index.columns, field.name).tolist()
        table = getattr(index, _TABLES[field.name]) if field.name in _TABLES else None
        told[field.name] = (
            column if table is None else [None if code == NONE else table[code] for code in column]
        )
    for way, edges in (("up", index.up), ("down", index.down)):
        told |= {
            f"{way} {field.name}": getattr(edges, field.name).tolist() for field in fields(Edges)
        }
    sources, seen = (
        index.sources,
        list(zip(index.sources.keys.tolist(), index.sources.years.tolist(), strict=True)),
    )
    told["sources"] = [
        sorted(seen[code] for code in sources.seen[start:stop].tolist())
        for start, stop in pairwise(sources.starts.tolist())
    ]
    return told


@dataclass(frozen=True)
class Said:
    """One statement of a source in a test: documents are letters."""

    subject: str
    predicate: str
    value: str
    inferred: bool = False
    likely: bool = False
    part: bool = False
    page: str | None = None
    seen: str | None = None


def say(store: Store, source: str, statements: Iterable[Said]) -> None:
    """Let a source say this, and nothing that it said before."""
    address = f"{cas.DATA}source/{source}"
    statements = tuple(statements)
    claims = {_claim(address, one) for one in statements}
    rows = {one.iri: one for said in statements for one in _row(address, said)}
    about = frozenset(source_quads(address, source, source)) if claims else frozenset()
    with store.read() as reader:
        change = accession(
            reader, [SourceContent(address, tuple(claims), tuple(rows.values()), about)], NOW
        )
    store.apply(change)


def _row(source: str, said: Said) -> Iterator[EvidenceRow]:
    """Yield the row that a statement stands in, when it says more than its address."""
    if said.page or said.seen:
        places = (said.page,) if said.page else ()
        seen = PartialDate.parse(said.seen) if said.seen else None
        row = _claim(source, said).evidence
        yield EvidenceRow(row, source, row, places, Verification.SEEN_ONCE, seen=seen)


def _claim(source: str, said: Said) -> Claim:
    return Claim(
        source,
        iri(said.subject),
        cas.ONTOLOGY + said.predicate,
        _value(said),
        f"{source}/row/{said.subject}{said.predicate}{said.value}",
        Verification.SEEN_ONCE,
        inference=(Inference.TERM,) if said.inferred else (),
        certainty="likely" if said.likely else None,
        part="điểm 1" if said.part else None,
    )


def _value(said: Said) -> str | Literal:
    if said.predicate in ("issued", "effective", "expires"):
        return when(PartialDate.parse(said.value))
    if said.predicate in ("number", "title"):
        return text(said.value)
    return iri(said.value) if len(said.value) == 1 else said.value
