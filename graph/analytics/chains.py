"""Chains of a cascade: how many there are, which are longest, where each document stands in them.

A chain runs from the root to an end, a document with nothing further. Every function takes the
graph with arcs away from the root (`graph.subgraph.flow`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import networkx as nx


@dataclass(frozen=True, slots=True)
class Counts:
    """How many chains there are, by document.

    Parameters
    ----------
    ways : chains from the root to the document.
    onward : chains from the document to an end; an end has one, itself.
    """

    ways: dict[str, int]
    onward: dict[str, int]

    def through(self, document: str) -> int:
        """Return how many whole chains run through a document."""
        return self.ways[document] * self.onward[document]


def acyclic(flow: nx.DiGraph[str], root: str) -> nx.DiGraph[str]:
    """Return the graph without the arcs that close a cycle, as a walk from the root meets them.

    Every document stays within reach. Which arc closes a cycle depends on where the walk enters
    it: from the root, in the order of the cascade.
    """
    standing: set[str] = set()
    closing: list[tuple[str, str]] = []
    for start, end, kind in nx.dfs_labeled_edges(flow, root):
        if kind == "forward":
            standing.add(end)
        elif kind == "reverse":
            standing.discard(end)
        elif end in standing:
            closing.append((start, end))
    opened: nx.DiGraph[str] = nx.DiGraph(flow)
    opened.remove_edges_from(closing)
    return opened


def cycles(flow: nx.DiGraph[str]) -> tuple[tuple[str, ...], ...]:
    """Return the sets of documents that rest on each other, each sorted, the largest first.

    A cycle points at a doubtful statement: no document can rest on one that rests on it.
    """
    components = nx.strongly_connected_components(flow)
    found = [tuple(sorted(one)) for one in components if len(one) > 1 or _on_itself(flow, one)]
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _on_itself(flow: nx.DiGraph[str], component: set[str]) -> bool:
    (only,) = component
    return flow.has_edge(only, only)


def count_chains(dag: nx.DiGraph[str], root: str) -> Counts:
    """Count chains, without walking each: their number can grow with the power of the depth."""
    order = list(nx.topological_sort(dag))
    ways = dict.fromkeys(order, 0)
    ways[root] = 1
    onward = dict.fromkeys(order, 1)
    for start in order:
        for end in dag.successors(start):
            ways[end] += ways[start]
    for start in reversed(order):
        if dag.out_degree(start):
            onward[start] = sum(onward[end] for end in dag.successors(start))
    return Counts(ways, onward)


def chains_through_any(dag: nx.DiGraph[str], counts: Counts, documents: frozenset[str]) -> int:
    """Return how many chains run through at least one of some documents, each counted once.

    Only what stands above the documents is walked.
    """
    above = set(documents).union(*(nx.ancestors(dag, one) for one in documents))
    first: Counter[str] = Counter({one: 1 for one in above if dag.in_degree(one) == 0})
    for start in nx.topological_sort(dag.subgraph(above)):
        if start not in documents:
            for end in dag.successors(start):
                if end in above:
                    first[end] += first[start]
    return sum(first[one] * counts.onward[one] for one in documents)


def most_steps(dag: nx.DiGraph[str]) -> dict[str, int]:
    """Return the steps from the root by the longest chain."""
    steps: dict[str, int] = {}
    for one in nx.topological_sort(dag):
        steps[one] = max((steps[above] + 1 for above in dag.predecessors(one)), default=0)
    return steps


def longest_chains(dag: nx.DiGraph[str], root: str, most: int) -> tuple[tuple[str, ...], ...]:
    """Return chains of most steps, root first, one to each of at most `most` ends.

    Parameters
    ----------
    dag : without cycles.
    root : where they begin.
    most : how many at most.

    Returns
    -------
    Of ends equally deep, those with the most days after the root come first. Of several longest
    chains to one end, the one through the documents latest in time is taken. More steps are no
    fault and no merit: they say that a document came down through more hands.
    """
    steps = most_steps(dag)
    ends = [one for one in dag if one != root and not dag.out_degree(one)]
    ends.sort(key=lambda one: (-steps[one], -_days(dag, one), one))
    return tuple(_chain(dag, steps, end) for end in ends[:most])


def _chain(dag: nx.DiGraph[str], steps: dict[str, int], end: str) -> tuple[str, ...]:
    chain = [end]
    while steps[chain[-1]]:
        able = [one for one in dag.predecessors(chain[-1]) if steps[one] == steps[chain[-1]] - 1]
        chain.append(max(able, key=lambda one: (_days(dag, one), one)))
    return tuple(reversed(chain))


def _days(dag: nx.DiGraph[str], document: str) -> int:
    """Return how far a document lies from the root in time, at least; -1 when not known."""
    return int(dag.nodes[document].get("total_lag_least", -1))
