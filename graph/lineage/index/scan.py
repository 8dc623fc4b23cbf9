"""Facts and claims of a whole generation as columns: what an index is made from.

The engine writes the answer of one small query a property as text, and arrays take it from there;
an object for every quad would take several times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, cast

import numpy as np
from numpy.typing import NDArray
from pyoxigraph import QueryResultsFormat, QuerySolutions

from graph.lineage.index.arrays import NONE, Numbers
from graph.model import PartialDate
from graph.store.protocol import Reader
from ontology import terms as cas

Span = tuple[int, int]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LAST = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """One generation, and the documents that it has.

    Parameters
    ----------
    reader : the generation.
    ordered : addresses of the documents in UTF-8, in order.
    numbers : their numbers, by the address as the engine writes it: `<...>`.
    """

    reader: Reader
    ordered: list[bytes]
    numbers: Mapping[bytes, int]

    @classmethod
    def of(cls, reader: Reader) -> Scan:
        """Find the documents of a generation."""
        (found,) = columns(reader, f"SELECT ?s {{ ?s a <{cas.Document}> }}", 1)
        ordered = sorted({cell[1:-1] for cell in found if cell.startswith(b"<")})
        return cls(reader, ordered, {b"<%b>" % iri: place for place, iri in enumerate(ordered)})

    def numbered(self, cells: Sequence[bytes]) -> Numbers:
        """Return the numbers of documents, `NONE` for what is none."""
        get = self.numbers.get
        return np.fromiter((get(cell, NONE) for cell in cells), np.int32, len(cells))

    def pointing(self, predicate: str) -> tuple[tuple[str, ...], Numbers]:
        """Return the addresses that a property points at, and for each document which.

        Of several that one document has, the first in the order of letters counts.
        """
        subjects, objects = self._pairs(predicate)
        places, codes, table = _coded(subjects, objects)
        least = _least(len(self.ordered), places, codes)
        used = np.unique(least[least != _LAST])
        column = np.where(least == _LAST, NONE, np.searchsorted(used, least)).astype(np.int32)
        return tuple(text_in(table[code]) for code in used.tolist()), column

    def days(self, predicate: str, unknown: Span) -> tuple[Numbers, Numbers]:
        """Return the first and last day that a date of each document can mean."""
        subjects, texts = self._pairs(predicate)
        places, codes, table = _coded(subjects, texts)
        least = _least(len(self.ordered), places, codes)
        spans = [span(text_in(cell), unknown) for cell in table]
        first = np.array([one for one, _ in spans] + [unknown[0]], np.int32)
        last = np.array([one for _, one in spans] + [unknown[1]], np.int32)
        chosen = np.where(least == _LAST, len(table), least)
        return first[chosen], last[chosen]

    def values(self, predicate: str, coded: Mapping[str, int], unknown: int) -> NDArray[np.uint8]:
        """Return a value of each document that is one of a few, as its code."""
        subjects, objects = self._pairs(predicate)
        places, codes, table = _coded(subjects, objects)
        least = _least(len(self.ordered), places, codes)
        told = [coded.get(text_in(cell), unknown) for cell in table]
        chosen = np.where(least == _LAST, len(table), least)
        return np.array([*told, unknown], np.uint8)[chosen]

    def edges(self, predicate: str) -> NDArray[np.int64]:
        """Return the pairs of documents in a relation, as `source * count + target`."""
        subjects, objects = _columns_of_property(self.reader, predicate)
        return self.pairs(subjects, objects)

    def pairs(self, subjects: Sequence[bytes], objects: Sequence[bytes]) -> NDArray[np.int64]:
        """Return pairs of documents as one number each; those with other things are left out."""
        sources, targets = self.numbered(subjects), self.numbered(objects)
        both = (sources != NONE) & (targets != NONE)
        keys: NDArray[np.int64] = sources[both].astype(np.int64) * len(self.ordered) + targets[both]
        return keys

    def claims(self, predicate: str) -> tuple[NDArray[np.int64], list[bytes]]:
        """Return the pairs of documents that claims relate, and the claims."""
        claims, subjects, objects = columns(
            self.reader,
            f"""SELECT ?c ?s ?o {{ GRAPH ?g {{ ?c <{_RDF}predicate> <{predicate}> ;
                <{_RDF}subject> ?s ; <{_RDF}object> ?o }} }}""",
            3,
        )
        sources, targets = self.numbered(subjects), self.numbered(objects)
        both = (sources != NONE) & (targets != NONE)
        keys = sources[both].astype(np.int64) * len(self.ordered) + targets[both]
        return keys, [claims[place] for place in np.flatnonzero(both).tolist()]

    def marked(self, patterns: Iterable[str]) -> set[bytes]:
        """Return the claims that any of some patterns fits."""
        either = " UNION ".join(f"{{ ?c {pattern} }}" for pattern in patterns)
        (found,) = columns(self.reader, f"SELECT ?c {{ GRAPH ?g {{ {either} }} }}", 1)
        return set(found)

    def _pairs(self, predicate: str) -> tuple[Numbers, list[bytes]]:
        subjects, objects = _columns_of_property(self.reader, predicate)
        return self.numbered(subjects), objects


def columns(reader: Reader, query: str, width: int) -> list[list[bytes]]:
    """Return the answer of a query as columns of cells, as the engine writes them (TSV)."""
    answer = cast(QuerySolutions, reader.query(query))
    written = answer.serialize(format=QueryResultsFormat.TSV) or b""
    cells = written[written.index(b"\n") + 1 :].replace(b"\n", b"\t").split(b"\t")
    cells.pop()  # after the last end of a line
    return [cells[place::width] for place in range(width)]


def streamed(
    reader: Reader, query: str, width: int, take: Callable[[Sequence[Sequence[bytes]]], None]
) -> None:
    """Give the answer of a query away in columns of cells, block by block: no more is in memory."""
    answer = cast(QuerySolutions, reader.query(query))
    answer.serialize(cast(IO[bytes], _Blocks(width, take)), format=QueryResultsFormat.TSV)


@dataclass
class _Blocks:
    """What the engine writes an answer to."""

    width: int
    take: Callable[[Sequence[Sequence[bytes]]], None]
    _rest: bytes = b""
    _begun: bool = False

    def write(self, block: bytes) -> int:
        """Give away the lines that are whole."""
        lines, _, self._rest = (self._rest + block).rpartition(b"\n")
        if not self._begun and lines:
            self._begun = True  # the first line names the columns
            lines = lines.partition(b"\n")[2]
        if lines:
            cells = lines.replace(b"\n", b"\t").split(b"\t")
            self.take([cells[place :: self.width] for place in range(self.width)])
        return len(block)

    def flush(self) -> None:
        """Nothing waits here but the beginning of a line."""


def _columns_of_property(reader: Reader, predicate: str) -> tuple[list[bytes], list[bytes]]:
    """Return subjects and values of a property."""
    subjects, objects = columns(reader, f"SELECT ?s ?o {{ ?s <{predicate}> ?o }}", 2)
    return subjects, objects


def text_in(cell: bytes) -> str:
    """Return an address, or the text of a literal, as it is written in a cell."""
    if cell.startswith(b'"'):
        return cell[1 : cell.rindex(b'"')].decode()
    return cell.strip(b"<>").decode()


def _coded(places: Numbers, values: Sequence[bytes]) -> tuple[Numbers, Numbers, list[bytes]]:
    """Return documents, codes of their values in the order of letters, and what codes stand for."""
    table = sorted(set(values), key=text_in)
    codes = {value: code for code, value in enumerate(table)}
    coded = np.fromiter((codes[value] for value in values), np.int32, len(values))
    known = places != NONE
    return places[known], coded[known], table


def _least(count: int, places: Numbers, codes: Numbers) -> Numbers:
    """Return the least code of each document; the greatest number where it has none."""
    least = np.full(count, _LAST, np.int32)
    np.minimum.at(least, places, codes)
    return least


def span(text: str, unknown: Span) -> Span:
    """Return the first and last day that a date can mean; what is no date is unknown."""
    try:
        day = PartialDate.parse(text)
    except ValueError:
        return unknown
    return day.earliest.toordinal(), day.latest.toordinal()
