"""A subgraph as GraphML and as GEXF, for Gephi, yEd and networkx.

The same graph always gives the same bytes: no file names a clock or the version of a library.
"""

from __future__ import annotations

import io
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

_GEXF_VERSION = "1.2draft"
_META = "meta"
_CREATOR = "Cascade"


def graphml(graph: nx.DiGraph[str]) -> bytes:
    """Return a graph as GraphML in UTF-8.

    Parameters
    ----------
    graph : attributes are text, whole numbers or truth values (`graph.subgraph`).

    Returns
    -------
    What `networkx.read_graphml` reads back equal, the attributes of the graph as well.
    """
    stream = io.BytesIO()
    nx.write_graphml_xml(graph, stream, encoding="utf-8", prettyprint=True)
    return stream.getvalue()


def gexf(graph: nx.DiGraph[str]) -> bytes:
    """Return a graph as GEXF 1.2 in UTF-8; dates stay attributes, as precisely as known.

    Parameters
    ----------
    graph : attributes are text, whole numbers or truth values; `label` names a document.

    Returns
    -------
    What `networkx.read_gexf` reads back with equal documents, edges and their attributes (it adds
    an `id` to each edge). Attributes of the graph have no place in GEXF.
    """
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version=_GEXF_VERSION)
    writer.add_graph(graph)
    for meta in writer.xml.findall(_META):
        meta.clear()
        ElementTree.SubElement(meta, "creator").text = _CREATOR
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
