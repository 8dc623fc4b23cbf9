"""How the documents of a cascade are distributed: by steps from the root, and into strands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from statistics import median_low

import networkx as nx

from graph.analytics.values import Depth, Strand
from graph.model import Document, Lag, Level


def fewest_steps(flow: nx.DiGraph[str], root: str) -> dict[str, int]:
    """Return the steps from the root by the shortest chain."""
    steps: Mapping[str, int] = nx.single_source_shortest_path_length(flow, root)
    return dict(steps)


def depths(
    fewest: Mapping[str, int], documents: Mapping[str, Document], lags: Mapping[str, Lag | None]
) -> tuple[Depth, ...]:
    """Return how many documents stand how many steps below the root, and how much later.

    Parameters
    ----------
    fewest : steps by the shortest chain.
    documents : by address.
    lags : days after the root.

    Returns
    -------
    One row a number of steps, the root left out. A resolution that comes down in one step was
    taken up directly; that few documents stand deep may only say that few of them were read.
    """
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for iri, steps in fewest.items():
        if steps:
            rows[steps].append(iri)
    return tuple(_depth(steps, rows[steps], documents, lags) for steps in sorted(rows))


def _depth(
    steps: int,
    iris: list[str],
    documents: Mapping[str, Document],
    lags: Mapping[str, Lag | None],
) -> Depth:
    here = [documents[iri] for iri in iris]
    levels = Counter(one.level for one in here if one.level)
    known = [lags[iri] for iri in iris]
    exact = [lag.least for lag in known if lag and lag.exact]
    return Depth(
        steps=steps,
        documents=len(here),
        units=len({one.unit_iri for one in here if one.unit_iri}),
        by_level=tuple((level, levels[level]) for level in Level if levels[level]),
        median_lag=median_low(exact) if exact else None,
        dated=len(exact),
    )


def strands(
    flow: nx.DiGraph[str], root: str, documents: Mapping[str, Document]
) -> tuple[Strand, ...]:
    """Return how a cascade falls apart without its root: weakly connected components.

    Documents of one strand are tied by other documents of it; two strands meet in the root only.
    """
    rest = flow.subgraph([one for one in flow if one != root])
    found = []
    for component in nx.weakly_connected_components(rest):
        heads = sorted(one for one in component if flow.has_edge(root, one))
        found.append(Strand(len(component), tuple(documents[one] for one in heads)))
    return tuple(sorted(found, key=lambda one: (-one.documents, [head.iri for head in one.heads])))
