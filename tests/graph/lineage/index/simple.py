"""The index made in the plainest way, quad by quad: what the quick one is held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Literal as RdfLiteral

from graph.lineage.index.arrays import (
    BIT,
    FIRST_DAY,
    LAST_DAY,
    NONE,
    RELATIONS,
    WHOLE_BITS,
    Columns,
    Edges,
    LineageIndex,
    Numbers,
    Sources,
)
from graph.lineage.index.sources import key_of
from graph.model import Level, Modality, PartialDate, Verification
from graph.rdf import read_claims
from graph.store.protocol import Reader
from ontology import terms as cas

_FACTS = DefaultGraph()
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TYPE = NamedNode(_RDF + "type")
_LEVELS = {f"{cas.DATA}level/{level}": place for place, level in enumerate(Level)}
_UNKNOWN_LEVEL = 255


class ListedNames:
    """Addresses in memory."""

    def __init__(self, listed: Sequence[str]) -> None:
        self.listed = listed
        self.numbers = {iri: number for number, iri in enumerate(listed)}

    def __getitem__(self, number: int) -> str:
        return self.listed[number]

    def __len__(self) -> int:
        return len(self.listed)

    def find(self, iri: str) -> int:
        return self.numbers.get(iri, NONE)


def index_of(reader: Reader) -> LineageIndex:
    """Return the index of a generation."""
    listed = sorted(
        quad.subject.value
        for quad in reader.quads(None, _TYPE, NamedNode(cas.Document), _FACTS)
        if isinstance(quad.subject, NamedNode)
    )
    names = ListedNames(listed)
    kinds, kind = _pointing(reader, names, cas.documentType)
    units, unit = _pointing(reader, names, cas.unit)
    bodies, issuer = _pointing(reader, names, cas.issuedBy)
    up = _edges(reader, names)
    return LineageIndex(
        reader.generation,
        names,
        kinds,
        units,
        bodies,
        _columns(reader, names, up, kind, unit, issuer),
        up,
        _turned(up),
        _sources(reader, names),
    )


def _sources(reader: Reader, names: ListedNames) -> Sources:
    """Return which sources speak of each document: every address that is printed, by year."""
    found: list[set[tuple[int, int]]] = [set() for _ in range(len(names))]
    for quad in reader.quads(None, NamedNode(_RDF + "subject"), None, None):
        number = names.find(_address(quad.object))
        for row in reader.quads(quad.subject, NamedNode(cas.evidence), None, quad.graph_name):
            assert isinstance(row.object, NamedNode)
            told = {
                predicate: [
                    _address(one.object)
                    for one in reader.quads(row.object, NamedNode(predicate), None, None)
                ]
                for predicate in (cas.address, cas.seenOn)
            }
            addresses = told[cas.address] or [_address(quad.graph_name)]
            years = [int(day[:4]) for day in told[cas.seenOn]] or [0]
            if number != NONE:
                found[number] |= {(key_of(one), year) for one in addresses for year in years}
    seen = sorted({one for row in found for one in row})
    return Sources(
        np.cumsum([0, *map(len, found)]).astype(np.int64),
        np.array([seen.index(one) for row in found for one in sorted(row)], np.int32),
        np.array([key for key, _ in seen], np.uint64),
        np.array([year for _, year in seen], np.uint16),
    )


def _about(reader: Reader, predicate: str) -> Iterable[Quad]:
    return reader.quads(None, NamedNode(predicate), None, _FACTS)


def _pointing(
    reader: Reader, names: ListedNames, predicate: str
) -> tuple[tuple[str, ...], Numbers]:
    """Return the addresses that a property points at, and for each document which; least first."""
    told: dict[int, str] = {}
    for quad in _about(reader, predicate):
        number = names.find(_address(quad.subject))
        if number != NONE:
            value = _address(quad.object)
            told[number] = min(value, told.get(number, value))
    addresses = tuple(sorted(set(told.values())))
    places = {address: place for place, address in enumerate(addresses)}
    column = np.full(len(names), NONE, np.int32)
    for number, address in told.items():
        column[number] = places[address]
    return addresses, column


def _address(term: object) -> str:
    return term.value if isinstance(term, NamedNode | RdfLiteral) else ""


def _days(
    reader: Reader, names: ListedNames, predicate: str, unknown: tuple[int, int]
) -> tuple[Numbers, Numbers]:
    """Return the first and last day that a date of each document can mean; the least told."""
    told: dict[int, str] = {}
    for quad in _about(reader, predicate):
        number, text = names.find(_address(quad.subject)), _address(quad.object)
        told[number] = min(text, told.get(number, text))
    first = np.full(len(names), unknown[0], np.int32)
    last = np.full(len(names), unknown[1], np.int32)
    for number, text in told.items():
        if number != NONE:
            day = PartialDate.parse(text)
            first[number], last[number] = day.earliest.toordinal(), day.latest.toordinal()
    return first, last


def _columns(
    reader: Reader, names: ListedNames, up: Edges, kind: Numbers, unit: Numbers, issuer: Numbers
) -> Columns:
    issued_from, issued_to = _days(reader, names, cas.issued, (FIRST_DAY, LAST_DAY))
    effective_from, effective_to = _days(reader, names, cas.effective, (NONE, NONE))
    stated = effective_from != NONE
    since_from = np.where(stated, effective_from, issued_from)
    since_to = np.where(stated, effective_to, issued_to)
    expires_from, expires_to = _days(reader, names, cas.expires, (LAST_DAY, LAST_DAY))
    level = np.full(len(names), _UNKNOWN_LEVEL, np.uint8)
    for quad in _about(reader, cas.level):
        number = names.find(_address(quad.subject))
        if number != NONE:
            level[number] = _LEVELS.get(_address(quad.object), _UNKNOWN_LEVEL)
    certain = np.zeros(len(names), np.uint8)
    for quad in _about(reader, cas.verification):
        number = names.find(_address(quad.subject))
        if number != NONE:
            certain[number] = _address(quad.object) != Verification.UNVERIFIED
    sources = np.repeat(np.arange(len(names), dtype=np.int32), np.diff(up.starts))
    whole = ((up.relations & WHOLE_BITS) != 0) & (up.part == 0)
    ended_maybe, ended_surely = expires_from.copy(), expires_to.copy()
    np.minimum.at(ended_maybe, up.targets[whole], since_from[sources[whole]])
    np.minimum.at(ended_surely, up.targets[whole], since_to[sources[whole]])
    return Columns(
        kind,
        level,
        unit,
        issuer,
        issued_from,
        issued_to,
        since_from.astype(np.int32),
        since_to.astype(np.int32),
        stated.astype(np.uint8),
        ended_maybe,
        ended_surely,
        certain,
    )


def _edges(reader: Reader, names: ListedNames) -> Edges:
    found: dict[tuple[int, int], int] = {}
    for relation in RELATIONS:
        for quad in _about(reader, relation):
            ends = names.find(_address(quad.subject)), names.find(_address(quad.object))
            if NONE not in ends:
                found[ends] = found.get(ends, 0) | BIT[relation]
    ordered = sorted(found)
    sources = np.fromiter((one for one, _ in ordered), np.int32, len(ordered))
    support = _support(reader, names)
    return Edges(
        np.searchsorted(sources, np.arange(len(names) + 1)).astype(np.int64),
        np.fromiter((other for _, other in ordered), np.int32, len(ordered)),
        np.fromiter((found[ends] for ends in ordered), np.uint8, len(ordered)),
        np.fromiter((any(p for _, p, _ in support[e]) for e in ordered), np.uint8, len(ordered)),
        np.fromiter((_partial(found[e], support[e]) for e in ordered), np.uint8, len(ordered)),
    )


def _partial(bits: int, claims: list[tuple[int, bool, bool]]) -> bool:
    wanted = bits & WHOLE_BITS or bits & BIT[cas.suspends]
    parts = [part for bit, _, part in claims if bit & wanted]
    return bool(parts) and all(parts)


def _support(
    reader: Reader, names: ListedNames
) -> dict[tuple[int, int], list[tuple[int, bool, bool]]]:
    """Return the standing claims behind every edge: relation, plain or not, of a part or not."""
    found: dict[tuple[int, int], list[tuple[int, bool, bool]]] = defaultdict(list)
    for graph in reader.graphs():
        for claim, standing in read_claims(reader.quads(graph=NamedNode(graph)), {}):
            void = standing.withdrawn or claim.declined or claim.modality is not Modality.DONE
            if claim.predicate in BIT and isinstance(claim.object, str) and not void:
                plain = not claim.inference and claim.certainty not in ("likely", "inferred")
                ends = names.find(claim.subject), names.find(claim.object)
                found[ends].append((BIT[claim.predicate], plain, claim.part is not None))
    return found


def _turned(edges: Edges) -> Edges:
    """Return the same edges from the other end."""
    count = len(edges.starts) - 1
    sources = np.repeat(np.arange(count, dtype=np.int32), np.diff(edges.starts))
    order = np.argsort(edges.targets, kind="stable")
    return Edges(
        np.searchsorted(edges.targets[order], np.arange(count + 1)).astype(np.int64),
        sources[order],
        edges.relations[order],
        edges.certain[order],
        edges.part[order],
    )
