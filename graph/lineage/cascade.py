"""The cascade of a document: what rests on it, level by level, or what it rests on.

The whole of it as a tree; `graph.lineage.outline` counts and pages it instead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from graph.lineage.documents import document_of, read_documents
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LINEAGE_BITS, NONE, LineageIndex
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import Reached, edges_of
from graph.lineage.relations import names_of
from graph.lineage.seen import see
from graph.lineage.standing import standing_on
from graph.lineage.units import UnitSet
from graph.model import Cascade, CascadeNode, Document, Evidence, Lag, Level, View
from graph.store.protocol import Reader
from ontology import terms as cas


def trace(
    reader: Reader,
    document: Document,
    *,
    down: bool = True,
    depth: int | None = None,
    as_of: date | None = None,
    evidence: bool = False,
) -> Cascade:
    """Return the lineage of a document.

    Parameters
    ----------
    reader : one generation of the store.
    document : where it starts.
    down : to what rests on it; else up to what it rests on.
    depth : how many steps; None for all.
    as_of : what was issued by then, standing as of then; None for today and everything known. What
        has no date may have been issued by then, but not before what it rests on.
    evidence : whether to read what supports each edge.

    Returns
    -------
    A tree in which each document stands once with its children, under the nearest in time of the
    documents that it rests on (an action program before the resolution behind it); wherever else
    it hangs it is marked repeated. Counts are of distinct documents, the start left out.
    """
    facts, index = Facts(reader), index_for(reader)
    today = UnitSet(facts, 34)
    seen = see(index, document.iri, View(down=down, depth=depth, as_of=as_of))
    walk = _Walk(facts, document, down, depth, seen.on, evidence)
    walk.find(index, seen.reached)
    walk.place()
    found = [walk.documents[iri] for iri in walk.home]
    levels = Counter(one.level for one in found if one.level is not None)
    return Cascade(
        root=document,
        down=down,
        as_of=as_of,
        depth=depth,
        standing=standing_on(facts, document.iri, seen.on),
        nodes=walk.nodes(),
        documents=len(found),
        by_level=tuple((level, levels[level]) for level in Level if levels[level]),
        units=len(
            {unit for one in found if one.unit_iri for unit in today.stands_for(one.unit_iri)}
        ),
    )


@dataclass
class _Walk:
    """One walk over lineage: who is reached, then who hangs on whom, then the tree."""

    facts: Facts
    root: Document
    down: bool
    depth: int | None
    on: date
    evidence: bool
    documents: dict[str, Document] = field(default_factory=dict)
    next: dict[str, list[str]] = field(default_factory=dict)
    relations: dict[tuple[str, str], int] = field(default_factory=dict)  # bits of each edge
    steps: dict[str, int] = field(default_factory=dict)  # from the root, in the tree
    home: dict[str, str] = field(default_factory=dict)  # document -> the one it hangs on
    shortest: dict[str, str] = field(default_factory=dict)  # document -> the one it was reached by

    def find(self, index: LineageIndex, reached: Reached) -> None:
        """Read every document that was reached, and which hang directly on which."""
        self.documents[self.root.iri] = self.root
        addresses = [self.root.iri, *index.addresses(reached.documents[1:])]
        read_documents(self.facts, addresses)
        for iri, place in zip(addresses[1:], reached.parents[1:].tolist(), strict=True):
            document = document_of(self.facts, iri)
            if document is not None:
                self.documents[iri], self.shortest[iri] = document, addresses[place]
        for iri, neighbour, relations in _edges(index, reached, self.down, self.depth):
            if neighbour in self.documents and iri in self.documents:
                self.next.setdefault(iri, []).append(neighbour)
                self.relations[iri, neighbour] = relations
        if self.evidence:
            self.facts.read_links(
                (one, other) if self.down else (other, one) for one, other in self.relations
            )
        for found in self.next.values():
            found.sort(key=lambda iri: _order(self.documents[iri]))

    def place(self) -> None:
        """Hang every document on the nearest in time of those that it can hang on."""
        hangs_on: dict[str, list[str]] = defaultdict(list)
        for iri, neighbours in self.next.items():
            for neighbour in neighbours:
                hangs_on[neighbour].append(iri)
        self.steps[self.root.iri] = 0
        waiting = sorted(set(hangs_on) - {self.root.iri}, key=self._time, reverse=not self.down)
        while waiting:
            left = [iri for iri in waiting if not self._hang(iri, hangs_on[iri])]
            if len(left) == len(waiting):
                self._place_by_steps()
                return
            waiting = left

    def _place_by_steps(self) -> None:
        """Hang every document by its shortest way.

        The nearest in time can stand so far down that a limit of steps would cut off what rests on
        it, although another way leads there within the limit.
        """
        for iri, above in self.shortest.items():  # in the order in which they were reached
            self.home[iri], self.steps[iri] = above, self.steps[above] + 1

    def _hang(self, iri: str, above: list[str]) -> bool:
        """Hang a document if one of those above it has its place already."""
        able = [
            one
            for one in above
            if one in self.steps and (self.depth is None or self.steps[one] < self.depth)
        ]
        if not able:
            return False
        self.home[iri] = max(able, key=self._time) if self.down else min(able, key=self._time)
        self.steps[iri] = self.steps[self.home[iri]] + 1
        return True

    def _time(self, iri: str) -> tuple[bool, str, str]:
        """Order documents by date; what has none comes after, but before nothing it hangs on."""
        issued = self.documents[iri].issued
        return issued is None, str(issued or ""), iri

    def nodes(self) -> tuple[CascadeNode, ...]:
        """Return the nodes that hang on the root, each with what hangs on it, by level and date.

        Built from the farthest inwards: a chain may be longer than a call stack is deep.
        """
        below: dict[str, tuple[CascadeNode, ...]] = {}
        for iri in sorted(self.steps, key=lambda one: -self.steps[one]):
            if self.depth is None or self.steps[iri] < self.depth:
                found = (one for one in self.next.get(iri, ()) if one in self.steps)
                parent = self.documents[iri]
                below[iri] = tuple(self._node(self.documents[one], parent, below) for one in found)
        return below.get(self.root.iri, ())

    def _node(
        self, document: Document, parent: Document, below: Mapping[str, tuple[CascadeNode, ...]]
    ) -> CascadeNode:
        child, above = (document, parent) if self.down else (parent, document)
        first, last = (self.root, document) if self.down else (document, self.root)
        predicates = names_of(self.relations[parent.iri, document.iri])
        repeated = self.home.get(document.iri) != parent.iri  # also where a cycle comes back
        return CascadeNode(
            document=document,
            predicates=predicates,
            depth=self.steps[parent.iri] + 1,
            lag=Lag.between(above.issued, child.issued),
            total_lag=Lag.between(first.issued, last.issued),
            children=() if repeated else below.get(document.iri, ()),
            evidence=self._evidence(child, above, predicates),
            repeated=repeated,
            standing=standing_on(self.facts, document.iri, self.on),
        )

    def _evidence(
        self, child: Document, above: Document, predicates: tuple[str, ...]
    ) -> tuple[Evidence, ...]:
        if not self.evidence:
            return ()
        named = [cas.ONTOLOGY + name for name in predicates]
        return evidence_of(self.facts, child.iri, above.iri, named)


def _edges(
    index: LineageIndex, reached: Reached, down: bool, depth: int | None
) -> Iterator[tuple[str, str, int]]:
    """Yield the edges of lineage among what was reached, by address, with their bits."""
    edges = index.down if down else index.up
    # The documents of the last step were reached, but nothing beyond them was asked for.
    inner = reached.documents if depth is None else reached.documents[reached.depth < depth]
    places, owners = edges_of(edges, inner[inner != NONE])
    keep = ((edges.relations[places] & LINEAGE_BITS) != 0) & np.isin(
        edges.targets[places], reached.documents
    )
    places, owners = places[keep], inner[owners[keep]]
    for owner, target, relations in zip(
        owners.tolist(),
        edges.targets[places].tolist(),
        edges.relations[places].tolist(),
        strict=True,
    ):
        yield index.names[owner], index.names[target], relations


def _order(document: Document) -> tuple[int, str, str]:
    level = list(Level).index(document.level) if document.level else len(Level)
    return level, str(document.issued or "9999"), document.iri
