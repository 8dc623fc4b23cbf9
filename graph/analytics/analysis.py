"""Everything that the shape of one cascade shows, in one value."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import networkx as nx

from graph.analytics.bottlenecks import by_place, cut_off_by_all, cut_off_by_each
from graph.analytics.chains import (
    Counts,
    acyclic,
    chains_through_any,
    count_chains,
    cycles,
    longest_chains,
    most_steps,
)
from graph.analytics.depths import depths, fewest_steps, strands
from graph.analytics.values import Analysis, Chain, PlacePosition, Position, Step
from graph.model import Cascade, CascadeNode, Document, Lag
from graph.subgraph import certainty_of, documents_of, flow, subgraph, walk


def analyse(cascade: Cascade, *, longest: int = 5) -> Analysis:
    """Return what the shape of a cascade shows.

    Parameters
    ----------
    cascade : of one document, down or up; with its evidence, else steps have no certainty.
    longest : at most how many of the longest chains.

    Returns
    -------
    Figures of the documents in this corpus. A bottleneck is one of the documents known here, not
    of the administration; nothing in it says that what was not found was not done.
    """
    graph = subgraph(cascade)
    root, documents, arcs = cascade.root.iri, documents_of(cascade), flow(graph)
    dag = acyclic(arcs, root)
    counts = count_chains(dag, root)
    fewest, lags = fewest_steps(arcs, root), _lags(cascade)
    edges = _edges(cascade)
    return Analysis(
        root=cascade.root,
        down=cascade.down,
        as_of=cascade.as_of,
        documents=len(documents) - 1,
        edges=graph.number_of_edges(),
        chains=counts.onward[root] if len(documents) > 1 else 0,
        cycles=tuple(tuple(documents[one] for one in cycle) for cycle in cycles(arcs)),
        depths=depths(fewest, documents, lags),
        positions=_positions(arcs, dag, counts, documents, fewest, lags),
        places=_places(arcs, dag, counts, documents, root),
        longest=tuple(
            _chain(chain, documents, edges, lags) for chain in longest_chains(dag, root, longest)
        ),
        strands=strands(arcs, root, documents),
    )


def _positions(
    arcs: nx.DiGraph[str],
    dag: nx.DiGraph[str],
    counts: Counts,
    documents: Mapping[str, Document],
    fewest: Mapping[str, int],
    lags: Mapping[str, Lag | None],
) -> tuple[Position, ...]:
    root = next(iter(documents))
    most, cut = most_steps(dag), cut_off_by_each(arcs, root)
    found = [
        Position(
            document=documents[one],
            fewest=fewest[one],
            most=most[one],
            chains=counts.through(one),
            onward=dag.out_degree(one),
            cut_off=cut[one],
            total_lag=lags[one],
        )
        for one in documents
        if one != root
    ]
    return tuple(sorted(found, key=lambda it: (-len(it.cut_off), -it.chains, it.document.iri)))


def _places(
    arcs: nx.DiGraph[str],
    dag: nx.DiGraph[str],
    counts: Counts,
    documents: Mapping[str, Document],
    root: str,
) -> tuple[PlacePosition, ...]:
    """Return the places that something hangs on; one whose documents are all ends has nothing."""
    found = []
    for place, all_of_it in by_place(documents).items():
        of_it = all_of_it - {root}
        if any(arcs.out_degree(one) for one in of_it):
            cut = cut_off_by_all(arcs, root, of_it)
            chains = chains_through_any(dag, counts, of_it)
            found.append(PlacePosition(place, len(of_it), chains, cut))
    return tuple(sorted(found, key=lambda one: (-len(one.cut_off), -one.chains, one.place)))


def _chain(
    iris: tuple[str, ...],
    documents: Mapping[str, Document],
    edges: Mapping[tuple[str, str], CascadeNode],
    lags: Mapping[str, Lag | None],
) -> Chain:
    steps = [Step(documents[iris[0]], (), None, None)]
    for ends in pairwise(iris):
        node = edges[ends]
        certainty = certainty_of(node.evidence)
        steps.append(Step(node.document, node.predicates, node.lag, certainty))
    return Chain(tuple(steps), lags[iris[-1]])


def _edges(cascade: Cascade) -> dict[tuple[str, str], CascadeNode]:
    """Return the node of each edge, by the documents at its ends, root's side first."""
    return {(above.iri, node.document.iri): node for above, node in walk(cascade)}


def _lags(cascade: Cascade) -> dict[str, Lag | None]:
    lags: dict[str, Lag | None] = {cascade.root.iri: None}
    for _, node in walk(cascade):
        lags.setdefault(node.document.iri, node.total_lag)
    return lags
