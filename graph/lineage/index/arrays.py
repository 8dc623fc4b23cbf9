"""What the index of lineage holds: columns of all documents and the edges between them.

A document is a whole number, its place in every column. Days are proleptic ordinals
(`date.toordinal`); what is unknown reaches from `FIRST_DAY` to `LAST_DAY`, so a comparison with
either end needs no second case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.model import Level
from ontology import terms as cas

Numbers: TypeAlias = NDArray[np.int32]
Bytes: TypeAlias = NDArray[np.uint8]

FIRST_DAY, LAST_DAY = 0, 2**31 - 1
NONE = -1

#: Relations that edges are of, each a bit of `Edges.relations`; the order is part of the format.
RELATIONS = (
    cas.implements,
    cas.continues,
    cas.guides,
    cas.basedOn,
    cas.replaces,
    cas.repeals,
    cas.suspends,
    cas.amends,
)
BIT = {relation: 1 << place for place, relation in enumerate(RELATIONS)}
#: The relations that make lineage (`restsOn`).
LINEAGE_BITS = BIT[cas.implements] | BIT[cas.continues] | BIT[cas.guides] | BIT[cas.basedOn]
#: The relations that end a document as a whole, unless a claim names a part.
WHOLE_BITS = BIT[cas.replaces] | BIT[cas.repeals]
#: The relations that end or suspend a document, or a part of it.
ENDING_BITS = BIT[cas.replaces] | BIT[cas.repeals] | BIT[cas.suspends]

#: Codes of `Columns.level` by the concept of the level.
LEVELS = {f"{cas.DATA}level/{level}": place for place, level in enumerate(Level)}
UNKNOWN_LEVEL = 255


class Names(Protocol):
    """Addresses of documents by number, and back."""

    def __getitem__(self, number: int) -> str:
        """Return the address of a document."""
        ...

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def find(self, iri: str) -> int:
        """Return the number of a document, `NONE` when the index does not know it."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """Edges out of every document, in rows: those of `d` stand at `starts[d]:starts[d + 1]`.

    Parameters
    ----------
    starts : int64, one more than documents.
    targets : int32, the document at the other end; ascending within a row.
    relations : uint8, bits of `RELATIONS` by which the two are related (as stated, and what that
        implies: `guides` sets `implements` too).
    certain : uint8, 1 when a claim that is neither inferred nor uncertain supports the edge.
    part : uint8, 1 when only a part is ended: every claim that the edge replaces or repeals has
        `cas:part`; where it does neither, every claim that it suspends.
    """

    starts: NDArray[np.int64]
    targets: Numbers
    relations: Bytes
    certain: Bytes
    part: Bytes

    def row(self, document: int) -> slice:
        """Return where the edges of a document stand."""
        return slice(int(self.starts[document]), int(self.starts[document + 1]))


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """What is known of each document, one column a field, all of the same length.

    Parameters
    ----------
    kind : int32 into `LineageIndex.kinds`, the concept of its type; `NONE` when unknown.
    level : uint8, place in `graph.model.Level`; 255 when unknown.
    unit : int32 into `LineageIndex.units`; `NONE` when it has none.
    issuer : int32 into `LineageIndex.bodies`, the first of its issuers; `NONE` when unknown.
    issued_from, issued_to : int32, first and last day it may have been issued.
    since_from, since_to : int32, first and last day it may have taken effect: as stated, else as
        assumed, on issue.
    since_stated : uint8, 1 when that is stated.
    ended_maybe, ended_surely : int32, the first day on which it may be, and on which it is surely,
        no longer in force as a whole (expired, replaced, repealed); `LAST_DAY` when never.
        Suspension and what ends a part only are left out: they stand in the edges.
    certain : uint8, 1 when its verification is better than unverified.
    """

    kind: Numbers
    level: Bytes
    unit: Numbers
    issuer: Numbers
    issued_from: Numbers
    issued_to: Numbers
    since_from: Numbers
    since_to: Numbers
    since_stated: Bytes
    ended_maybe: Numbers
    ended_surely: Numbers
    certain: Bytes


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Which sources speak of every document, in rows: those of `d` at `starts[d]:starts[d + 1]`.

    Parameters
    ----------
    starts : int64, one more than documents.
    seen : int32, places in `keys` and `years`, each once in a row.
    keys : uint64, the key of the printed address of a source (`sources.key_of`).
    years : uint16, the year in which it was published or seen, 0 for unknown.
    """

    starts: NDArray[np.int64]
    seen: Numbers
    keys: NDArray[np.uint64]
    years: NDArray[np.uint16]


@dataclass(frozen=True, slots=True, eq=False)
class LineageIndex:
    """The index of one generation.

    Parameters
    ----------
    generation : of the store it was made from.
    names : addresses of the documents.
    kinds, units, bodies : addresses that the columns point into.
    columns : what is known of each document.
    up : edges from a document to what it rests on, replaces, amends ...: as they are stated.
    down : the same edges turned round.
    sources : which sources speak of each document.
    """

    generation: int
    names: Names
    kinds: Sequence[str]
    units: Sequence[str]
    bodies: Sequence[str]
    columns: Columns
    up: Edges
    down: Edges
    sources: Sources

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.names)

    def addresses(self, documents: Sequence[int] | Numbers) -> Iterator[str]:
        """Yield the addresses of some documents."""
        return (self.names[int(one)] for one in documents)
