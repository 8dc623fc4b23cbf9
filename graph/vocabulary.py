"""The ontology and its vocabularies in the store, so that queries can read labels and definitions.

They stand in a graph of their own, without the anonymous class expressions: those are for the
reasoner, which reads the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

import ontology
from graph.store.graphs import GRAPH_PREFIX
from graph.store.protocol import Change, Reader

ONTOLOGY_GRAPH = GRAPH_PREFIX + "ontology"
_FOLDER = Path(ontology.__file__).parent


def vocabulary_change(reader: Reader) -> Change:
    """Return what brings the graph of the ontology up to date."""
    stored = frozenset(reader.quads(graph=NamedNode(ONTOLOGY_GRAPH)))
    wanted = _quads()
    return Change(tuple(stored - wanted), tuple(wanted - stored))


@cache
def _quads() -> frozenset[Quad]:
    files = [_FOLDER / "cascade.ttl", *sorted((_FOLDER / "vocab").glob("*.ttl"))]
    return frozenset(quad for file in files for quad in _named(file))


def _named(file: Path) -> Iterator[Quad]:
    graph = NamedNode(ONTOLOGY_GRAPH)
    for quad in parse(file.read_bytes(), RdfFormat.TURTLE):
        if not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
