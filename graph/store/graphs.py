"""Names of graphs, and which of them only Cascade itself may change.

Facts stand in the unnamed default graph, so that every way of asking sees them without a union.
"""

from __future__ import annotations

from pyoxigraph import DefaultGraph, Quad

DATA = "https://w3id.org/cascade-vn/id/"
SOURCE_PREFIX = DATA + "source/"
IMPORT_PREFIX = DATA + "import/"
GRAPH_PREFIX = DATA + "graph/"
FACTS = GRAPH_PREFIX + "facts"  # what a remote engine calls the default graph
ENTAILED = GRAPH_PREFIX + "entailed"
REVIEW = GRAPH_PREFIX + "review"
IDENTITY = GRAPH_PREFIX + "identity"


def is_managed(graph: str | None) -> bool:
    """Tell whether a graph changes only through ingest, register and review.

    Parameters
    ----------
    graph
        address of a graph; None is the default graph, which holds the facts.
    """
    return graph is None or graph.startswith((SOURCE_PREFIX, GRAPH_PREFIX))


def graph_label(quad: Quad) -> str:
    """Return the name of a quad's graph, empty for the default graph."""
    graph = quad.graph_name
    return "" if isinstance(graph, DefaultGraph) else graph.value
