"""Bottlenecks of a cascade: what would be cut off from its root without a document or a body.

“Cut off” speaks of this corpus: no chain without the document was found. Another may exist, and a
document does not fall because one that it rests on does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import networkx as nx

from graph.model import Document


def cut_off_by_each(flow: nx.DiGraph[str], root: str) -> dict[str, tuple[str, ...]]:
    """Return, for every document but the root, those all of whose chains run through it.

    Parameters
    ----------
    flow : arcs away from the root; cycles are allowed.
    root : from which everything is reached.

    Returns
    -------
    The documents that it strictly dominates, sorted. Those of nested bottlenecks count for each.

    References
    ----------
    K. D. Cooper, T. J. Harvey, K. Kennedy, A Simple, Fast Dominance Algorithm, 2001.
    """
    above = {
        one: by
        for one, by in nx.immediate_dominators(flow, root).items()
        if by is not None and one not in (root, by)
    }
    below: defaultdict[str, list[str]] = defaultdict(list)
    for one, nearest in above.items():
        by = nearest
        while by != root:
            below[by].append(one)
            by = above[by]
    return {one: tuple(sorted(below[one])) for one in flow if one != root}


def cut_off_by_all(flow: nx.DiGraph[str], root: str, documents: frozenset[str]) -> tuple[str, ...]:
    """Return what can be reached from the root through some documents only, these left out.

    Only what stands below the documents is walked.
    """
    below = set().union(*(nx.descendants(flow, one) for one in documents)) - documents
    still = {
        one
        for one in below
        if one == root
        or any(above not in below and above not in documents for above in flow.predecessors(one))
    }
    waiting = list(still)
    while waiting:
        reached = {one for one in flow.successors(waiting.pop()) if one in below} - still
        still |= reached
        waiting.extend(reached)
    return tuple(sorted(below - still))


def by_place(documents: Mapping[str, Document]) -> dict[str, frozenset[str]]:
    """Return documents by the unit that issued them, of central ones by the issuing bodies.

    Parameters
    ----------
    documents : by address; one of which neither is known is left out.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for iri, document in documents.items():
        place = document.unit or ", ".join(document.issuers)
        if place:
            found[place].add(iri)
    return {place: frozenset(of_it) for place, of_it in sorted(found.items())}
