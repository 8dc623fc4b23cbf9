"""Every way by which a province rests on a resolution, shortest first, page by page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from graph.lineage.coverage import Covered
from graph.lineage.documents import document_of
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LINEAGE_BITS, Edges
from graph.lineage.provinces import Territory, first_keys, territory_of
from graph.lineage.relations import names_of
from graph.model import Document, Lag, Tie, Way, WayPage
from graph.store.protocol import Reader
from ontology import terms as cas


def ways(
    reader: Reader,
    document: Document,
    unit: str,
    *,
    unit_set: int = 34,
    limit: int = 20,
    number: int = 1,
) -> WayPage:
    """Return one page of the ways by which documents of a unit rest on a resolution.

    Parameters
    ----------
    reader : one generation of the store.
    document : the resolution.
    unit : address of a unit of the set.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01).
    limit : most ways on the page.
    number : which page, from 1.

    Returns
    -------
    Ways by their length, then by the date of the document that they start from; none passes a
    document twice. Further pages are found when they are asked for.

    Raises
    ------
    NotFound : the set has no such unit.
    """
    facts, territory = Facts(reader), territory_of(reader, unit_set)
    place = territory.place(unit)
    every = _ways(territory, Covered(facts, territory, document), place)
    before = (number - 1) * limit
    found = list(islice(every, before, before + limit + 1))
    told = _Told(facts, territory)
    return WayPage(
        document=document,
        unit=territory.listed[place].name,
        unit_iri=unit,
        unit_set=unit_set,
        ways=tuple(told.way(way) for way in found[:limit]),
        before=before,
        next=number + 1 if len(found) > limit else None,
    )


def _ways(territory: Territory, covered: Covered, place: int) -> Iterator[tuple[int, ...]]:
    """Yield ways up from the documents of a unit to the root, breadth first: shortest first."""
    index, reached = territory.index, covered.figures.reached
    if not len(reached):
        return
    documents, units = territory.members(np.sort(reached.documents[1:]))
    own = documents[units == place]
    own = own[np.argsort(first_keys(index, own), kind="stable")]
    waiting: deque[tuple[int, ...]] = deque((int(one),) for one in own)
    while waiting:
        way = waiting.popleft()
        if way[-1] == covered.number:
            yield way
            continue
        # What was not reached from the root does not lead to it.
        waiting.extend(
            (*way, above)
            for above in _above(index.up, way[-1])
            if above not in way and reached.place(above) >= 0
        )


def _above(edges: Edges, document: int) -> list[int]:
    row = edges.row(document)
    lineage = (edges.relations[row] & LINEAGE_BITS) != 0
    return [int(one) for one in edges.targets[row][lineage]]


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """Ways with names and evidence, read from the store."""

    facts: Facts
    territory: Territory

    def way(self, way: tuple[int, ...]) -> Way:
        """Return a way with what supports each of its steps."""
        documents = [self._document(number) for number in way]
        steps = tuple(
            self._step(way[place : place + 2], documents[place : place + 2])
            for place in range(len(way) - 1)
        )
        return Way(documents[0], steps, Lag.between(documents[-1].issued, documents[0].issued))

    def _step(self, ends: tuple[int, ...], documents: list[Document]) -> Tie:
        edges, (child, above) = self.territory.index.up, documents
        row = edges.row(ends[0])
        edge = row.start + int(np.searchsorted(edges.targets[row], ends[1]))
        predicates = names_of(int(edges.relations[edge]))
        named = [cas.ONTOLOGY + name for name in predicates]
        return Tie(
            above,
            predicates,
            Lag.between(above.issued, child.issued),
            bool(edges.certain[edge]),
            evidence_of(self.facts, child.iri, above.iri, named),
        )

    def _document(self, number: int) -> Document:
        found = document_of(self.facts, self.territory.index.names[number])
        assert found is not None  # the index holds documents of this generation only
        return found
