"""The index of one generation, made from its facts and the claims behind the edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graph.lineage.index.arrays import (
    BIT,
    FIRST_DAY,
    LAST_DAY,
    LEVELS,
    NONE,
    RELATIONS,
    UNKNOWN_LEVEL,
    WHOLE_BITS,
    Bytes,
    Columns,
    Edges,
    LineageIndex,
    Numbers,
)
from graph.lineage.index.names import packed
from graph.lineage.index.scan import Scan
from graph.lineage.index.sources import sources_of
from graph.model import Modality, Verdict, Verification
from graph.store.protocol import Reader
from ontology import terms as cas

_CERTAIN = {one.value: int(one is not Verification.UNVERIFIED) for one in Verification}
#: A reviewer decided against it; decisions stand in a graph of their own, on the claim.
_OVERRULED = tuple(
    f'<{cas.verdict}> "{one.value}"' for one in Verdict if one is not Verdict.ACCEPTED
)
#: What makes a claim no plain support of an edge.
_DOUBTS = (
    f"<{cas.inference}> ?any",
    f"<{cas.withdrawn}> ?any",
    f"<{cas.declined}> ?any",
    *_OVERRULED,
    *(f'<{cas.certainty}> "{word}"' for word in ("likely", "inferred")),
)
#: What makes a claim no support at all.
_VOID = (
    *_OVERRULED,
    f"<{cas.withdrawn}> ?any",
    f"<{cas.declined}> ?any",
    *(f'<{cas.modality}> "{one.value}"' for one in Modality if one is not Modality.DONE),
)
_ENDS = (cas.replaces, cas.repeals, cas.suspends)


def index_of(reader: Reader) -> LineageIndex:
    """Return the index of a generation."""
    scan = Scan.of(reader)
    kinds, kind = scan.pointing(cas.documentType)
    units, unit = scan.pointing(cas.unit)
    bodies, issuer = scan.pointing(cas.issuedBy)
    up = _edges(scan)
    return LineageIndex(
        reader.generation,
        packed(scan.ordered),
        kinds,
        units,
        bodies,
        _columns(scan, up, kind, unit, issuer),
        up,
        turned(up),
        sources_of(scan),
    )


def _columns(scan: Scan, up: Edges, kind: Numbers, unit: Numbers, issuer: Numbers) -> Columns:
    issued_from, issued_to = scan.days(cas.issued, (FIRST_DAY, LAST_DAY))
    effective_from, effective_to = scan.days(cas.effective, (NONE, NONE))
    stated = effective_from != NONE
    since_from = np.where(stated, effective_from, issued_from).astype(np.int32)
    since_to = np.where(stated, effective_to, issued_to).astype(np.int32)
    ended_maybe, ended_surely = scan.days(cas.expires, (LAST_DAY, LAST_DAY))
    sources = np.repeat(np.arange(len(scan.ordered), dtype=np.int32), np.diff(up.starts))
    whole = ((up.relations & WHOLE_BITS) != 0) & (up.part == 0)
    np.minimum.at(ended_maybe, up.targets[whole], since_from[sources[whole]])
    np.minimum.at(ended_surely, up.targets[whole], since_to[sources[whole]])
    return Columns(
        kind,
        scan.values(cas.level, LEVELS, UNKNOWN_LEVEL),
        unit,
        issuer,
        issued_from,
        issued_to,
        since_from,
        since_to,
        stated.astype(np.uint8),
        ended_maybe,
        ended_surely,
        scan.values(cas.verification, _CERTAIN, 0),
    )


def _edges(scan: Scan) -> Edges:
    told = [(scan.edges(relation), BIT[relation]) for relation in RELATIONS]
    keys = np.concatenate([pairs for pairs, _ in told])
    bits = np.concatenate([np.full(len(pairs), bit, np.uint8) for pairs, bit in told])
    order = np.argsort(keys, kind="stable")
    keys, first = np.unique(keys[order], return_index=True)
    relations = np.bitwise_or.reduceat(bits[order], first) if len(first) else bits
    certain, part = _support(scan, keys, relations)
    return edges_from(keys, relations, certain, part, len(scan.ordered))


def edges_from(
    keys: NDArray[np.int64], relations: Bytes, certain: Bytes, part: Bytes, count: int
) -> Edges:
    """Return edges in rows from keys, `source * count + target`, in order."""
    starts = np.searchsorted(keys, np.arange(count + 1, dtype=np.int64) * count)
    targets = (keys % max(count, 1)).astype(np.int32)
    return Edges(starts.astype(np.int64), targets, relations, certain, part)


def _support(scan: Scan, keys: NDArray[np.int64], relations: Bytes) -> tuple[Bytes, Bytes]:
    """Return which edges are plainly claimed, and which end a part only."""
    doubtful, void = scan.marked(_DOUBTS), scan.marked(_VOID)
    partial = scan.marked((f"<{cas.part}> ?any",))
    certain = np.zeros(len(keys), np.uint8)
    told = {bit: np.zeros(len(keys), np.uint8) for bit in (WHOLE_BITS, BIT[cas.suspends])}
    whole = {bit: np.zeros(len(keys), np.uint8) for bit in told}
    for relation in RELATIONS:
        pairs, claims = scan.claims(relation)
        places, known = found(keys, pairs)
        standing = known & ~_among(claims, void)
        certain[places[standing & ~_among(claims, doubtful)]] = 1
        if relation in _ENDS:
            bit = WHOLE_BITS if BIT[relation] & WHOLE_BITS else BIT[relation]
            told[bit][places[standing]] = 1
            whole[bit][places[standing & ~_among(claims, partial)]] = 1
    ends = (relations & WHOLE_BITS) != 0
    in_part = {bit: (told[bit] == 1) & (whole[bit] == 0) for bit in told}
    suspended = ((relations & BIT[cas.suspends]) != 0) & in_part[BIT[cas.suspends]]
    return certain, np.where(ends, in_part[WHOLE_BITS], suspended).astype(np.uint8)


def found(
    keys: NDArray[np.int64], wanted: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return where keys stand among ordered ones, and which of them stand there at all."""
    if not len(keys):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), np.bool_)
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return places, keys[places] == wanted


def _among(claims: list[bytes], marked: set[bytes]) -> NDArray[np.bool_]:
    return np.fromiter((claim in marked for claim in claims), np.bool_, len(claims))


def turned(edges: Edges) -> Edges:
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
