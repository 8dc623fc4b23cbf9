"""An index that follows its store: rows of touched documents read anew, all others copied.

Numbers stay in the order of addresses, so a document that came or went moves those after it. What
results is what an index made anew from that generation would be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.lineage.index.arrays import (
    NONE,
    WHOLE_BITS,
    Columns,
    Edges,
    LineageIndex,
    Numbers,
)
from graph.lineage.index.build import found
from graph.lineage.index.names import as_packed, changed, shifted, spliced
from graph.lineage.index.rows import Row, citing, expires_of, resting_on, row_of, spoken_of
from graph.lineage.index.sources import changed_sources
from graph.store.protocol import Reader
from ontology import terms as cas

_DOCUMENT, _CLAIM = f"{cas.DATA}document/", f"{cas.DATA}claim/"
_SOURCE = f"{cas.DATA}source/"  # and rows and sentences below it


def documents_in(reader: Reader, touched: Iterable[str]) -> set[str]:
    """Return the documents that touched addresses are, make a claim about, or are evidence of."""
    found, claims = set(), set()
    for iri in touched:
        if iri.startswith(_DOCUMENT):
            found.add(iri)
        elif iri.startswith(_CLAIM):
            claims.add(iri)
        elif iri.startswith(_SOURCE):
            claims.update(resting_on(reader, iri))
    for claim in claims:
        found.update(one for one in spoken_of(reader, claim) if one.startswith(_DOCUMENT))
    return found


def patched(index: LineageIndex, reader: Reader, touched: Iterable[str]) -> LineageIndex:
    """Return the index of a later generation.

    Parameters
    ----------
    index : of the earlier one.
    reader : the later one.
    touched : documents of which anything may have changed in between.
    """
    rows = {iri: row_of(reader, iri) for iri in touched}
    for iri in tuple(rows):
        known = index.names.find(iri)
        if rows[iri] is None and known != NONE:  # edges to it are edges no more
            others: Iterable[str] = index.addresses(index.down.targets[index.down.row(known)])
        elif rows[iri] is not None and known == NONE:  # what spoke of it speaks of a document now
            others = citing(reader, iri)
        else:
            continue
        for other in others:
            if other not in rows:
                rows[other] = row_of(reader, other)
    return _Patch(index, reader, rows).made()


@dataclass(frozen=True, slots=True)
class _Cut:
    """Documents from `start` to `stop` in the old numbers, and the rows that come instead."""

    start: int
    stop: int
    rows: tuple[Row, ...]


class _Around(NamedTuple):
    """An edge as it stands in a row: the document at its other end, by its new number."""

    other: int
    relations: int
    certain: int
    part: int


#: Documents from one to another, exclusive, in the old numbers, and the rows that come instead.
_RowCut = tuple[int, int, list[list[_Around]]]


class _Patch:
    """One patch: the old index, the rows that changed, and the way from old numbers to new."""

    def __init__(self, index: LineageIndex, reader: Reader, rows: Mapping[str, Row | None]) -> None:
        self._old = index
        self._reader = reader
        self._cuts = tuple(_cuts(index, rows))
        self._names = changed(
            as_packed(index.names),
            [(cut.start, cut.stop, [row.iri for row in cut.rows]) for cut in self._cuts],
        )
        self._moved = self._moving()
        self._rows = [row for cut in self._cuts for row in cut.rows]
        self._anew = {number for cut in self._cuts for number in range(cut.start, cut.stop)}

    def made(self) -> LineageIndex:
        """Return the new index."""
        up, down = self._edges()
        columns, (kinds, units, bodies) = self._columns()
        self._end(columns, up, down)
        cuts = [(cut.start, cut.stop, [row.sources for row in cut.rows]) for cut in self._cuts]
        return LineageIndex(
            self._reader.generation,
            self._names,
            kinds,
            units,
            bodies,
            columns,
            up,
            down,
            changed_sources(self._old.sources, cuts),
        )

    def _moving(self) -> Numbers | None:
        """Return the new number of every old document, `NONE` when it went; None: none moves."""
        if all(cut.stop - cut.start == len(cut.rows) for cut in self._cuts):
            return None
        numbers = np.empty(len(self._old), np.int32)
        at = shift = 0
        for cut in self._cuts:
            numbers[at : cut.start] = np.arange(at + shift, cut.start + shift)
            stays = np.arange(cut.start + shift, cut.stop + shift)
            numbers[cut.start : cut.stop] = stays if cut.rows else NONE
            shift += len(cut.rows) - (cut.stop - cut.start)
            at = cut.stop
        numbers[at:] = np.arange(at + shift, len(numbers) + shift)
        return numbers

    def _new(self, old: int) -> int:
        return old if self._moved is None else int(self._moved[old])

    def _edges(self) -> tuple[Edges, Edges]:
        out = {row.iri: self._out(row) for row in self._rows}
        incoming: dict[int, list[_Around]] = defaultdict(list)
        for row in self._rows:
            number = self._names.find(row.iri)
            for edge in out[row.iri]:
                incoming[edge.other].append(edge._replace(other=number))
        up = [(cut.start, cut.stop, [out[row.iri] for row in cut.rows]) for cut in self._cuts]
        down = self._turned(incoming)
        return self._changed(self._old.up, up), self._changed(self._old.down, down)

    def _out(self, row: Row) -> list[_Around]:
        """Return the edges out of a document."""
        found = ((self._names.find(edge.target), edge) for edge in row.edges)
        return sorted(
            _Around(number, edge.relations, int(edge.certain), int(edge.part))
            for number, edge in found
            if number != NONE
        )

    def _turned(self, incoming: Mapping[int, list[_Around]]) -> list[_RowCut]:
        """Return which rows of the edges turned round change, and what they are then."""
        cuts: list[_RowCut] = []
        for cut in self._cuts:
            numbers = [self._names.find(row.iri) for row in cut.rows]
            still = list(self._still(cut.start)) if cut.stop > cut.start else []
            rows = [sorted([*still, *incoming.get(number, [])]) for number in numbers]
            cuts.append((cut.start, cut.stop, rows))
        for old in self._aimed_at(incoming):
            edges = [*self._still(old), *incoming.get(self._new(old), [])]
            cuts.append((old, old + 1, [sorted(edges)]))
        return sorted(cuts, key=lambda cut: cut[:2])

    def _aimed_at(self, incoming: Iterable[int]) -> set[int]:
        """Return the documents, not read anew, that edges of those read anew led or lead to."""
        led = {
            target
            for source in self._anew
            for target in self._old.up.targets[self._old.up.row(source)].tolist()
        }
        if self._moved is None:
            return (led | set(incoming)) - self._anew
        back = np.flatnonzero(self._moved != NONE)
        wanted = np.fromiter(incoming, np.int64)
        places, known = found(self._moved[back].astype(np.int64), wanted)
        return (led | set(back[places[known]].tolist())) - self._anew

    def _still(self, old: int) -> Iterator[_Around]:
        """Yield the edges into a document that come from documents not read anew."""
        edges, row = self._old.down, self._old.down.row(old)
        for source, relations, certain, part in zip(
            edges.targets[row].tolist(),
            edges.relations[row].tolist(),
            edges.certain[row].tolist(),
            edges.part[row].tolist(),
            strict=True,
        ):
            if source not in self._anew:
                yield _Around(self._new(source), relations, certain, part)

    def _changed(self, old: Edges, cuts: Sequence[_RowCut]) -> Edges:
        """Return edges with some rows replaced, and all numbers the new ones."""
        starts = shifted(old.starts, [(a, b, list(map(len, rows))) for a, b, rows in cuts])

        def column(place: int, values: NDArray[Any]) -> NDArray[Any]:
            return spliced(
                values,
                [
                    (
                        int(old.starts[a]),
                        int(old.starts[b]),
                        np.array([edge[place] for row in rows for edge in row], values.dtype),
                    )
                    for a, b, rows in cuts
                ],
            )

        targets = old.targets if self._moved is None else self._moved[old.targets]
        return Edges(
            starts,
            column(0, targets),
            column(1, old.relations),
            column(2, old.certain),
            column(3, old.part),
        )

    def _columns(self) -> tuple[Columns, tuple[tuple[str, ...], ...]]:
        tables = [_Table(table) for table in (self._old.kinds, self._old.units, self._old.bodies)]
        told = [[_values(row, *tables) for row in cut.rows] for cut in self._cuts]

        def column(place: int, old: NDArray[Any]) -> NDArray[Any]:
            return spliced(
                old,
                [
                    (cut.start, cut.stop, np.array([row[place] for row in rows], old.dtype))
                    for cut, rows in zip(self._cuts, told, strict=True)
                ],
            )

        columns = (
            column(place, getattr(self._old.columns, field.name))
            for place, field in enumerate(fields(Columns))
        )
        return Columns(*columns), tuple(table.told for table in tables)

    def _end(self, columns: Columns, up: Edges, down: Edges) -> None:
        """Set the ends of all documents that the changed rows may end, or ended before."""
        affected = {self._names.find(row.iri) for row in self._rows}
        for number in tuple(affected):
            row = up.row(number)
            affected.update(up.targets[row][(up.relations[row] & WHOLE_BITS) != 0].tolist())
        for source in self._anew:
            row = self._old.up.row(source)
            ends = (self._old.up.relations[row] & WHOLE_BITS) != 0
            affected.update(map(self._new, self._old.up.targets[row][ends].tolist()))
        for number in affected - {NONE}:
            row = down.row(number)
            whole = ((down.relations[row] & WHOLE_BITS) != 0) & (down.part[row] == 0)
            enders = down.targets[row][whole]
            first, last = expires_of(self._reader, self._names[number])
            columns.ended_maybe[number] = min([first, *columns.since_from[enders].tolist()])
            columns.ended_surely[number] = min([last, *columns.since_to[enders].tolist()])


def _values(row: Row, kinds: _Table, units: _Table, bodies: _Table) -> tuple[int, ...]:
    """Return a row in the order of `Columns`; its ends are its own ones only."""
    return (
        kinds.code(row.kind),
        row.level,
        units.code(row.unit),
        bodies.code(row.issuer),
        *row.issued,
        *row.since,
        int(row.stated),
        *row.expires,
        int(row.certain),
    )


class _Table:
    """A table that columns point into; what is new comes behind."""

    def __init__(self, table: Sequence[str]) -> None:
        self.told = tuple(table)
        self._codes = {address: code for code, address in enumerate(table)}

    def code(self, address: str | None) -> int:
        """Return the code of an address."""
        if address is None:
            return NONE
        if address not in self._codes:
            self._codes[address] = len(self.told)
            self.told = (*self.told, address)
        return self._codes[address]


def _cuts(index: LineageIndex, rows: Mapping[str, Row | None]) -> Iterator[_Cut]:
    """Yield what is cut out of the index and what comes there, in order."""
    names = as_packed(index.names)
    coming: dict[int, list[Row]] = {}
    for iri in sorted(rows, key=str.encode):
        row, number = rows[iri], names.find(iri)
        if number == NONE and row is not None:
            coming.setdefault(names.place(iri), []).append(row)
    known = sorted(names.find(iri) for iri in rows if names.find(iri) != NONE)
    for place in sorted({*coming, *known}):
        if place in coming:
            yield _Cut(place, place, tuple(coming[place]))
        at = bisect_left(known, place)
        if at < len(known) and known[at] == place:
            row = rows[names[place]]
            yield _Cut(place, place + 1, () if row is None else (row,))
