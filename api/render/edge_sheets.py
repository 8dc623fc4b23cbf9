"""A cascade as two sheets, its relations and its documents, for spreadsheets and for Gephi."""

from __future__ import annotations

import networkx as nx

from api.render.sheets import csv_text
from graph.subgraph import DOCUMENT_FIELDS, EDGE_FIELDS


def edges_csv(graph: nx.DiGraph[str]) -> str:
    """Return one row a relation: addresses and names of its ends, then `EDGE_FIELDS`.

    `source` is the document, `target` the one that it rests on, as Gephi reads edges. With a byte
    order mark, and no cell that a spreadsheet could take for a formula.
    """
    names = {iri: str(about["label"]) for iri, about in graph.nodes(data=True)}
    return csv_text(
        ("source", "target", "document", "rests_on", *EDGE_FIELDS),
        [
            (own, basis, names[own], names[basis], *(_cell(about, name) for name in EDGE_FIELDS))
            for own, basis, about in graph.edges(data=True)
        ],
    )


def documents_csv(graph: nx.DiGraph[str]) -> str:
    """Return one row a document: its address as `id`, then `DOCUMENT_FIELDS`."""
    return csv_text(
        ("id", *DOCUMENT_FIELDS),
        [
            (iri, *(_cell(about, name) for name in DOCUMENT_FIELDS))
            for iri, about in graph.nodes(data=True)
        ],
    )


def _cell(about: dict[str, object], name: str) -> str:
    return str(about.get(name, ""))
