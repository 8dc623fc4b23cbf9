"""How two documents hang together: the shortest explanations, each step with its quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np

from graph.lineage.documents import document_of
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import BIT, NONE, RELATIONS, Edges, LineageIndex, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import edges_of
from graph.lineage.relations import local
from graph.model import Document, Explanation, Lag, PathStep, Surroundings
from graph.store.protocol import Reader
from ontology import terms as cas

_WEIGHED = 200  # shortest ways that are looked at to tell the plainest of them
_NEAREST = 3
_Way = tuple[int, ...]


def explain(reader: Reader, start: Document, end: Document, *, limit: int = 3) -> Explanation:
    """Return the shortest explanations of how two documents hang together.

    Parameters
    ----------
    reader : one generation of the store.
    start, end : the documents.
    limit : most explanations, all of the least number of steps. A chain that leads one way comes
        before one that turns, and what sources state plainly before what was inferred.

    Returns
    -------
    Paths over lineage, replacing, repealing, suspending and amending, in either direction; none
    when nothing ties the two, then with what is near each of them. A document hangs together with
    itself by no step at all.
    """
    facts, index = Facts(reader), index_for(reader)
    ends = index.names.find(start.iri), index.names.find(end.iri)
    ways: list[_Way] = []
    if NONE not in ends:
        found = list(islice(shortest(index, *ends), _WEIGHED))
        ways = sorted(found, key=lambda way: _plainness(index, way))
    paths = tuple(tuple(_steps(facts, index, way)) for way in ways[:limit])
    around = () if paths else tuple(_around(facts, index, one) for one in (start, end))
    return Explanation(start, end, paths, len(ways) > limit, around)


def shortest(index: LineageIndex, start: int, end: int) -> Iterator[_Way]:
    """Yield the shortest ways between two documents, as numbers, both ends included."""
    steps = _distances(index, start, end)
    if steps[end] == NONE:
        return
    waiting: list[_Way] = [(end,)]
    while waiting:
        way = waiting.pop()
        if way[0] == start:
            yield way
            continue
        around = _neighbours(index, np.array(way[:1], np.int32))
        nearer = around[steps[around] == steps[way[0]] - 1]
        waiting += [(int(one), *way) for one in nearer[::-1]]


def _distances(index: LineageIndex, start: int, end: int | None = None) -> Numbers:
    """Return the least number of steps from a document to every other, as far as `end`."""
    steps = np.full(len(index), NONE, np.int32)
    level, step = np.array([start], np.int32), 0
    steps[level] = 0
    while len(level) and (end is None or steps[end] == NONE):
        around = _neighbours(index, level)
        level, step = around[steps[around] == NONE], step + 1
        steps[level] = step
    return steps


def _neighbours(index: LineageIndex, documents: Numbers) -> Numbers:
    """Return what any relation ties to some documents, each once, in the order of numbers."""
    sides = (index.up, index.down)
    found: Numbers = np.unique(
        np.concatenate([side.targets[edges_of(side, documents)[0]] for side in sides])
    )
    return found


def _plainness(index: LineageIndex, way: _Way) -> tuple[int, int, _Way]:
    """Return how often a way turns, and how many of its steps are inferred."""
    edges = [_edge(index, one, other) for one, other in pairwise(way)]
    turns = sum(one.forward != other.forward for one, other in pairwise(edges))
    return turns, sum(not edge.certain for edge in edges), way


@dataclass(frozen=True, slots=True)
class _Tie:
    """The relation between two neighbours; `forward` where the first is its subject."""

    forward: bool
    certain: bool


def _edge(index: LineageIndex, one: int, other: int) -> _Tie:
    place = _place(index.up, one, other)
    if place != NONE:
        return _Tie(True, bool(index.up.certain[place]))
    return _Tie(False, bool(index.up.certain[_place(index.up, other, one)]))


def _place(edges: Edges, one: int, other: int) -> int:
    row = edges.row(one)
    place = row.start + int(np.searchsorted(edges.targets[row], other))
    return place if place < row.stop and edges.targets[place] == other else NONE


def _steps(facts: Facts, index: LineageIndex, way: _Way) -> Iterator[PathStep]:
    for one, other in pairwise(way):
        forward = _edge(index, one, other).forward
        ends = (one, other) if forward else (other, one)
        yield step_between(facts, index, *ends, forward=forward)


def step_between(
    facts: Facts,
    index: LineageIndex,
    subject: int,
    value: int,
    *,
    bits: int = -1,
    forward: bool = True,
) -> PathStep:
    """Return the relations of one document to another with what supports them.

    Parameters
    ----------
    facts : facts of the store.
    index : the index of the same generation.
    subject, value : numbers of two documents that the index ties.
    bits : which relations are meant; all of them without.
    forward : whether the explanation goes from the subject to the object.
    """
    below, above = (_known(facts, index, one) for one in (subject, value))
    relations = int(index.up.relations[_place(index.up, subject, value)]) & bits
    predicates = predicates_of(relations)
    return PathStep(
        subject=below,
        predicates=tuple(local(predicate) for predicate in predicates),
        object=above,
        forward=forward,
        lag=Lag.between(above.issued, below.issued),
        evidence=evidence_of(facts, below.iri, above.iri, predicates),
    )


def predicates_of(relations: int) -> tuple[str, ...]:
    """Return the relations among the bits of an edge, without those that another implies."""
    specific = any(relations & BIT[one] for one in (cas.guides, cas.continues))
    return tuple(
        one
        for one in RELATIONS
        if relations & BIT[one] and not (one == cas.implements and specific)
    )


def _known(facts: Facts, index: LineageIndex, number: int) -> Document:
    document = document_of(facts, index.names[number])
    assert document is not None  # the index is of this generation
    return document


def _around(facts: Facts, index: LineageIndex, document: Document) -> Surroundings:
    number = index.names.find(document.iri)
    if number == NONE:
        return Surroundings(document, 0, ())
    near = _neighbours(index, np.array([number], np.int32))
    near = near[near != number]
    reached = int((_distances(index, number) != NONE).sum()) - 1
    found = (document_of(facts, index.names[int(one)]) for one in near[:_NEAREST])
    return Surroundings(document, reached, tuple(one for one in found if one is not None))
