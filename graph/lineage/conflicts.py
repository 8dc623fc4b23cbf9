"""What cannot all be true, or is doubtful together, with what every side stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np
from pyoxigraph import NamedNode

from graph.lineage.description import values_of
from graph.lineage.documents import document_of
from graph.lineage.evidence import said_about
from graph.lineage.facts import FACTS, Facts
from graph.lineage.index.arrays import (
    BIT,
    ENDING_BITS,
    LAST_DAY,
    LINEAGE_BITS,
    NONE,
    LineageIndex,
    Numbers,
)
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import among, reachable
from graph.lineage.paging import LIMIT, Page
from graph.lineage.paths import step_between
from graph.lineage.relations import local
from graph.model import Conflict, ConflictKind, ConflictList, Document, Level, Value
from graph.resolve.identity import DocumentKey, is_document
from graph.resolve.series import level_of_series
from graph.store.protocol import Reader
from ontology import terms as cas

_WHOLE_ENDS = (cas.replaces, cas.repeals)
_WHOLE_BITS = BIT[cas.replaces] | BIT[cas.repeals]
_OBJECT_BITS = ENDING_BITS | BIT[cas.amends]
_PAIR = 2
_DATED = (
    f"SELECT ?d {{ ?d a <{cas.Document}> "
    r'FILTER(REGEX(STR(?d), "/[0-9]{4}-[0-9]{2}-[0-9]{2}$")) }'
)

#: A conflict before it is read: what makes the value of it, called for those shown only.
_Found = Callable[[], Conflict]


def conflicts(
    reader: Reader,
    *,
    kinds: Iterable[ConflictKind] = (),
    limit: int = LIMIT,
    after: str | None = None,
) -> tuple[ConflictList, ...]:
    """Return the conflicts of a store, kind by kind.

    Parameters
    ----------
    reader : one generation of the store.
    kinds : which kinds; empty: all of them.
    limit : most conflicts of each kind on the page.
    after : the cursor that a list of the page before gave; it is good for each list.

    Raises
    ------
    QuestionError : no earlier page gave that cursor.
    """
    page = Page.after(after, limit)
    search = _Search(Facts(reader), index_for(reader))
    wanted = tuple(kinds) or tuple(ConflictKind)
    return tuple(_listed(kind, search.finders[kind](), page) for kind in wanted)


def _listed(kind: ConflictKind, found: list[_Found], page: Page) -> ConflictList:
    return ConflictList(
        kind=kind,
        conflicts=len(found),
        rows=tuple(read() for read in found[page.part]),
        before=min(page.before, len(found)),
        next=page.next(len(found)),
    )


@dataclass(frozen=True)
class _Search:
    """The search for conflicts: by arrays over all edges, read for those shown only."""

    facts: Facts
    index: LineageIndex

    @cached_property
    def finders(self) -> Mapping[ConflictKind, Callable[[], list[_Found]]]:
        """Return what finds each kind."""
        return {
            ConflictKind.DISPUTED: self.disputed,
            ConflictKind.INVERSE: self.inverse,
            ConflictKind.CYCLE: self.cycles,
            ConflictKind.LOWER_OVER_HIGHER: self.lower_over_higher,
            ConflictKind.BEFORE_BASIS: lambda: self._before(LINEAGE_BITS, _BASIS),
            ConflictKind.BEFORE_OBJECT: lambda: self._before(_OBJECT_BITS, _OBJECT),
            ConflictKind.SAME_NUMBER: self.same_number,
        }

    @cached_property
    def sources(self) -> Numbers:
        """Return the subject of every edge."""
        sizes = np.diff(self.index.up.starts)
        return np.repeat(np.arange(len(self.index), dtype=np.int32), sizes)

    def _edges(self, bits: int) -> tuple[Numbers, Numbers]:
        """Return the ends of the edges of some relations."""
        keep = (self.index.up.relations & bits) != 0
        return self.sources[keep], self.index.up.targets[keep]

    def _clash(self, kind: ConflictKind, edges: list[tuple[int, int]], bits: int) -> _Found:
        def read() -> Conflict:
            steps = tuple(step_between(self.facts, self.index, *e, bits=bits) for e in edges)
            ends = [end for step in steps for end in (step.subject, step.object)]
            return Conflict(kind, tuple({one.iri: one for one in ends}.values()), steps)

        return read

    def inverse(self) -> list[_Found]:
        """Return pairs of documents of which each replaces, repeals or suspends the other."""
        below, above = (ends.astype(np.int64) for ends in self._edges(ENDING_BITS))
        size = len(self.index)
        both = np.intersect1d(below * size + above, above * size + below)
        pairs = [(int(key) // size, int(key) % size) for key in both if key // size < key % size]
        kind = ConflictKind.INVERSE
        return [self._clash(kind, [(a, b), (b, a)], ENDING_BITS) for a, b in pairs]

    def cycles(self) -> list[_Found]:
        """Return circles of lineage, and circles of more than two that end each other."""
        lineage = self._circles(LINEAGE_BITS, least=_PAIR)
        return lineage + self._circles(ENDING_BITS, least=_PAIR + 1)

    def _circles(self, bits: int, *, least: int) -> list[_Found]:
        below, above = self._edges(bits)
        own = below[below == above].tolist()
        cores = _strongly_tied(*_core(below, above, len(self.index)))
        circles = [self._circle(part, bits) for part in cores if len(part) >= least]
        kind = ConflictKind.CYCLE
        return circles + [self._clash(kind, [(one, one)], bits) for one in own]

    def _circle(self, members: list[int], bits: int) -> _Found:
        """Return a shortest circle through the first of some documents in a circle."""

        def read() -> Conflict:
            first, allowed = members[0], among(members, len(self.index))
            walk = reachable(self.index, first, down=False, bits=bits, allowed=allowed)
            row = self.index.down.row(first)
            lead = (self.index.down.relations[row] & bits) != 0
            back = [walk.place(int(one)) for one in self.index.down.targets[row][lead]]
            way = walk.chain(min(place for place in back if place not in (NONE, 0)))
            edges = list(zip(way, (*way[1:], first), strict=True))
            steps = tuple(step_between(self.facts, self.index, *e, bits=bits) for e in edges)
            rest = [one for one in members if one not in way]
            others = tuple(self._documents(self.index.names[one] for one in rest[:LIMIT]))
            return Conflict(ConflictKind.CYCLE, (*(s.subject for s in steps), *others), steps)

        return read

    def lower_over_higher(self) -> list[_Found]:
        """Return where a document of a lower level replaces or repeals one of a higher level."""
        below, above = self._edges(_WHOLE_BITS)
        level = self.index.columns.level
        lower = (level[below] > level[above]) & (level[below] < len(Level))
        kind = ConflictKind.LOWER_OVER_HIGHER
        pairs = zip(below[lower].tolist(), above[lower].tolist(), strict=True)
        facts = [self._clash(kind, [pair], _WHOLE_BITS) for pair in pairs]
        ends = [(iri, field) for iri, field in self._disputes if field in _WHOLE_ENDS]
        return facts + [found for iri, field in ends for found in self._declined(iri, field)]

    def _declined(self, iri: str, field: str) -> Iterator[_Found]:
        """Yield what a source says so and that was set aside when it was read."""
        values = values_of(self.facts, iri, field)
        for said in said_about(self.facts, iri):
            told = said.object
            lower = said.predicate == field and said.declined and isinstance(told, str)
            if lower and _is_lower(iri, str(told)):
                documents = tuple(self._documents((iri, str(told))))
                kind = ConflictKind.LOWER_OVER_HIGHER
                yield _value_conflict(kind, documents, field, values)

    def _before(self, bits: int, kind: ConflictKind) -> list[_Found]:
        """Return edges whose subject is surely dated before their object."""
        below, above = self._edges(bits)
        columns = self.index.columns
        latest = columns.issued_to[below]
        early = (latest != LAST_DAY) & (latest < columns.issued_from[above])
        pairs = zip(below[early].tolist(), above[early].tolist(), strict=True)
        return [self._clash(kind, [pair], bits) for pair in pairs]

    def disputed(self) -> list[_Found]:
        """Return fields for which sources give values that cannot all be true."""
        return [self._dispute(iri, field) for iri, field in self._disputes]

    @cached_property
    def _disputes(self) -> list[tuple[str, str]]:
        quads = self.facts.reader.quads(None, NamedNode(cas.disputed), None, FACTS)
        told = {(str(q.subject)[1:-1], str(q.object)[1:-1]) for q in quads}
        return sorted((iri, field) for iri, field in told if is_document(iri))

    def _dispute(self, iri: str, field: str) -> _Found:
        def read() -> Conflict:
            documents = tuple(self._documents((iri,)))
            values = values_of(self.facts, iri, field)
            return Conflict(ConflictKind.DISPUTED, documents, field=local(field), sides=values)

        return read

    def same_number(self) -> list[_Found]:
        """Return documents that bear one number in one period of their series."""
        groups: dict[DocumentKey, list[str]] = defaultdict(list)
        for row in self.facts.reader.query(_DATED):  # type: ignore[union-attr]
            iri = row["d"].value
            groups[_undated(DocumentKey.parse(iri))].append(iri)
        twins = sorted(sorted(iris) for iris in groups.values() if len(iris) > 1)
        return [self._twins(iris) for iris in twins]

    def _twins(self, iris: list[str]) -> _Found:
        def read() -> Conflict:
            documents, field = tuple(self._documents(iris)), cas.number
            told = (values_of(self.facts, one.iri, field)[:1] for one in documents)
            values = tuple(value for values in told for value in values)
            return Conflict(ConflictKind.SAME_NUMBER, documents, field=local(field), sides=values)

        return read

    def _documents(self, iris: Iterable[str]) -> Iterator[Document]:
        found = (document_of(self.facts, iri) for iri in iris)
        return (one for one in found if one is not None)


_BASIS, _OBJECT = ConflictKind.BEFORE_BASIS, ConflictKind.BEFORE_OBJECT


def _core(below: Numbers, above: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return the edges that are left when all that lead nowhere or come from nowhere are taken."""
    while True:
        inner = (np.bincount(below, minlength=size) > 0) & (np.bincount(above, minlength=size) > 0)
        keep = inner[below] & inner[above]
        if keep.all():
            return below, above
        below, above = below[keep], above[keep]


def _strongly_tied(below: Numbers, above: Numbers) -> list[list[int]]:
    """Return the groups of documents of which each leads to each, by their first members."""
    graph = nx.DiGraph(zip(below.tolist(), above.tolist(), strict=True))
    return sorted(sorted(group) for group in nx.strongly_connected_components(graph))


def _value_conflict(
    kind: ConflictKind, documents: tuple[Document, ...], field: str, values: tuple[Value, ...]
) -> _Found:
    return lambda: Conflict(kind, documents, field=local(field), sides=values)


def _is_lower(iri: str, other: str) -> bool:
    return is_document(other) and _rank(iri) > _rank(other)


def _rank(iri: str) -> int:
    return list(Level).index(level_of_series(DocumentKey.parse(iri).series))


def _undated(key: DocumentKey) -> DocumentKey:
    return DocumentKey(key.series, key.kind, key.numeral, key.period, key.by_term)
