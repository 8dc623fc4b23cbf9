"""Which sources speak of each document: printed addresses and years, as keys in rows.

A source is known by the address that is printed of it; a text of which none was kept, by its own.
Only whether two are the same is ever asked, so a key of 64 bits stands for an address: among a
million of them the chance that any two share one is one in thirty million.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.lineage.index.arrays import Numbers, Sources
from graph.lineage.index.names import shifted, spliced
from graph.lineage.index.scan import Scan, columns, streamed, text_in
from graph.store.protocol import Reader
from ontology import terms as cas

#: A source in a year: the key of its address, and the year in which it was seen, 0 for unknown.
Seen = tuple[int, int]

_SUBJECT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject"
_SPEAKING = f"""SELECT ?s ?row ?g {{
    GRAPH ?g {{ ?c <{_SUBJECT}> ?s ; <{cas.evidence}> ?row }} }}"""
_SHIFT = 32  # bits of a document and of what it is paired with, in one number


def key_of(address: str) -> int:
    """Return the key of an address."""
    return int.from_bytes(blake2b(address.encode(), digest_size=8).digest(), "little")


def year_of(seen: str) -> int:
    """Return the year of a date, however precise; 0 when it begins with none."""
    return int(seen[:4]) if seen[:4].isdecimal() else 0


def sources_of(scan: Scan) -> Sources:
    """Return which sources speak of each document of a generation."""
    table = _Table(_told(scan.reader, cas.address), _told(scan.reader, cas.seenOn))
    pairs = array("q")
    numbers = scan.numbers

    def take(cells: Sequence[Sequence[bytes]]) -> None:
        for document, row, graph in zip(*cells, strict=True):
            number = numbers.get(document)
            if number is not None:
                pairs.extend([(number << _SHIFT) | code for code in table.codes(row, graph)])

    streamed(scan.reader, _SPEAKING, 3, take)
    return _sources(np.unique(np.frombuffer(pairs, np.int64)), table.seen, len(scan.ordered))


def _told(reader: Reader, predicate: str) -> Mapping[bytes, list[bytes]]:
    """Return what rows and sentences have for a property, by their cell."""
    found: dict[bytes, list[bytes]] = defaultdict(list)
    rows, values = columns(
        reader, f"SELECT ?row ?value {{ GRAPH ?g {{ ?row <{predicate}> ?value }} }}", 2
    )
    for row, value in zip(rows, values, strict=True):
        found[row].append(value)
    return found


@dataclass
class _Table:
    """Sources in years, numbered as they come."""

    printed: Mapping[bytes, list[bytes]]
    days: Mapping[bytes, list[bytes]]
    seen: dict[Seen, int] = field(default_factory=dict)
    _keys: dict[bytes, int] = field(default_factory=dict)
    _plain: dict[bytes, tuple[int, ...]] = field(default_factory=dict)

    def codes(self, row: bytes, graph: bytes) -> tuple[int, ...]:
        """Return the numbers of the sources that stand behind a row, or of its own source."""
        if row in self.printed or row in self.days:
            addresses = self.printed.get(row, [graph])
            years = [year_of(text_in(day)) for day in self.days.get(row, ())]
            return self._numbered(addresses, years or [0])
        if graph not in self._plain:
            self._plain[graph] = self._numbered([graph], [0])
        return self._plain[graph]

    def _numbered(self, addresses: Iterable[bytes], years: Iterable[int]) -> tuple[int, ...]:
        keys, told = [self._key(address) for address in addresses], list(years)
        return tuple(
            self.seen.setdefault((key, year), len(self.seen)) for key in keys for year in told
        )

    def _key(self, address: bytes) -> int:
        if address not in self._keys:
            self._keys[address] = key_of(text_in(address))
        return self._keys[address]


def _sources(pairs: NDArray[np.int64], seen: Mapping[Seen, int], count: int) -> Sources:
    """Return sources in rows, from pairs of a document and a number among `seen`, in order."""
    keys = np.fromiter((key for key, _ in seen), np.uint64, len(seen))
    years = np.fromiter((year for _, year in seen), np.uint16, len(seen))
    order = np.lexsort((years, keys))
    places = np.empty(len(seen), np.int32)
    places[order] = np.arange(len(seen), dtype=np.int32)
    documents = pairs >> _SHIFT
    codes = places[pairs & ((1 << _SHIFT) - 1)]
    starts = np.searchsorted(documents, np.arange(count + 1, dtype=np.int64)).astype(np.int64)
    rows = codes[np.lexsort((codes, documents))]
    return Sources(starts, rows, keys[order], years[order])


def seen_in(reader: Reader, iri: str) -> tuple[Seen, ...]:
    """Return the sources in years that speak of one document, in the order of their keys."""
    answer = reader.query(
        f"SELECT DISTINCT ?row ?g {{ GRAPH ?g {{ ?c <{_SUBJECT}> {NamedNode(iri)} ; "
        f"<{cas.evidence}> ?row }} }}"
    )
    assert isinstance(answer, QuerySolutions), "a SELECT gives solutions"
    found: set[Seen] = set()
    for solution in answer:
        row, graph = solution["row"], solution["g"]
        assert isinstance(graph, NamedNode)
        if isinstance(row, NamedNode):
            addresses = _values(reader, row, cas.address) or [graph.value]
            years = [year_of(day) for day in _values(reader, row, cas.seenOn)] or [0]
            found.update((key_of(one), year) for one in addresses for year in years)
    return tuple(sorted(found))


def _values(reader: Reader, row: NamedNode, predicate: str) -> list[str]:
    quads = reader.quads(row, NamedNode(predicate), None, None)
    return [quad.object.value for quad in quads if isinstance(quad.object, Literal)]


def changed_sources(
    old: Sources, cuts: Sequence[tuple[int, int, Sequence[Sequence[Seen]]]]
) -> Sources:
    """Return sources with the rows of some documents replaced; what is new comes behind.

    Parameters
    ----------
    old : as they were.
    cuts : first and last (exclusive) document of each stretch, and the rows that come instead.
    """
    wanted = {seen for *_, rows in cuts for row in rows for seen in row}
    near = np.flatnonzero(np.isin(old.keys, np.array([key for key, _ in wanted], np.uint64)))
    codes = {(int(old.keys[place]), int(old.years[place])): place for place in near.tolist()}
    fresh = sorted(wanted - codes.keys())
    codes |= {seen: len(old.keys) + place for place, seen in enumerate(fresh)}
    lengths = [(start, stop, [len(row) for row in rows]) for start, stop, rows in cuts]
    pieces = [
        (
            int(old.starts[start]),
            int(old.starts[stop]),
            np.array([codes[seen] for row in rows for seen in row], np.int32),
        )
        for start, stop, rows in cuts
    ]
    return Sources(
        shifted(old.starts, lengths),
        spliced(old.seen, pieces),
        np.concatenate([old.keys, np.array([key for key, _ in fresh], np.uint64)]),
        np.concatenate([old.years, np.array([year for _, year in fresh], np.uint16)]),
    )


def owners_of(sources: Sources) -> Numbers:
    """Return for each entry of `sources.seen` the document that it stands at."""
    count = len(sources.starts) - 1
    return np.repeat(np.arange(count, dtype=np.int32), np.diff(sources.starts))
