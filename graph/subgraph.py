"""A cascade as a directed graph for networkx: every document once, every edge once.

An arc runs as the relation is stated, from the document to the one that it rests on. Attributes
are text, whole numbers and truth values only, and what is not known is left out: so a file of any
format gives back just what was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import networkx as nx

from graph.model import (
    Cascade,
    CascadeNode,
    Document,
    Evidence,
    Lag,
    Standing,
    Verification,
)

Attributes: TypeAlias = dict[str, str | int | bool]

#: Attributes of a document, in the order in which tables show them.
DOCUMENT_FIELDS = (
    *("label", "spelling", "number", "type", "title", "level", "unit", "issuers", "term"),
    *("issued", "issued_earliest", "issued_latest", "force", "force_on", "ended_by"),
    *("verification", "disputed", "depth", "total_lag_least", "total_lag_most"),
)
#: Attributes of an edge, in the order in which tables show them.
EDGE_FIELDS = (
    *("relation", "lag_least", "lag_most", "certainty", "verification", "quotes", "quote"),
    *("sources", "source_name", "address"),
)

# What XML 1.0 cannot hold: controls, halves of a pair, and the two that are no characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def subgraph(cascade: Cascade) -> nx.DiGraph[str]:
    """Return a cascade as a graph.

    Parameters
    ----------
    cascade : traced with its evidence, else no edge has a certainty, quote or source.

    Returns
    -------
    Nodes are addresses, their attributes `DOCUMENT_FIELDS`; arcs have `EDGE_FIELDS`. `level`,
    `force` and `verification` are values of the model, dates ISO 8601 as precisely as known, lags
    days. `depth` counts steps in the tree of the cascade, the root at 0. `certainty` is that of
    `certainty_of`. The graph itself has `root`, `direction` (`down`, `up`) and, when asked for,
    `as_of`.
    """
    graph: nx.DiGraph[str] = nx.DiGraph(
        root=cascade.root.iri, direction="down" if cascade.down else "up"
    )
    if cascade.as_of:
        graph.graph["as_of"] = cascade.as_of.isoformat()
    graph.add_node(cascade.root.iri, **_about(cascade.root, cascade.standing, 0, None))
    for above, node in walk(cascade):
        own = node.document.iri
        if not node.repeated or own not in graph:
            about = _about(node.document, node.standing, node.depth, node.total_lag)
            graph.add_node(own, **about)
        ends = (own, above.iri) if cascade.down else (above.iri, own)
        graph.add_edges_from([(*ends, _edge(node))])
    return graph


def walk(cascade: Cascade) -> Iterator[tuple[Document, CascadeNode]]:
    """Yield every node after the document that it hangs on, without recursion."""
    waiting = [(cascade.root, node) for node in reversed(cascade.nodes)]
    while waiting:
        above, node = waiting.pop()
        yield above, node
        waiting.extend((node.document, child) for child in reversed(node.children))


def documents_of(cascade: Cascade) -> dict[str, Document]:
    """Return the documents of a cascade by address, the root first."""
    found = {cascade.root.iri: cascade.root}
    found.update((node.document.iri, node.document) for _, node in walk(cascade))
    return found


def flow(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """Return the same graph with arcs away from the root, whichever way it was traced."""
    return graph.reverse(copy=False) if graph.graph["direction"] == "down" else graph


def certainty_of(evidence: Iterable[Evidence]) -> str:
    """Return how plainly a relation is said by the source that says it most plainly.

    `stated` in so many words, `likely` not quite, `inferred` from an alias, a term or the wording,
    `unknown` when no evidence was read.
    """
    found = {_plainness(one) for one in evidence}
    return next((told for told in ("stated", "likely", "inferred") if told in found), "unknown")


def _plainness(evidence: Evidence) -> str:
    if evidence.inference or evidence.certainty == "inferred":
        return "inferred"
    return "likely" if evidence.certainty == "likely" else "stated"


def _about(
    document: Document, standing: Standing | None, depth: int, lag: Lag | None
) -> Attributes:
    issued = document.issued
    ended = [ending.by.name for ending in (standing.endings if standing else ()) if ending.by]
    return _known(
        label=document.name,
        spelling=document.spelling,
        number=document.number,
        type=document.type_vi,
        title=document.title,
        level=document.level,
        unit=document.unit,
        issuers="; ".join(document.issuers),
        term=document.term,
        issued=str(issued or ""),
        issued_earliest=issued.earliest.isoformat() if issued else None,
        issued_latest=issued.latest.isoformat() if issued else None,
        force=standing.force if standing else None,
        force_on=standing.on.isoformat() if standing else None,
        ended_by="; ".join(ended),
        verification=document.verification,
        disputed="; ".join(document.disputed),
        depth=depth,
        total_lag_least=lag.least if lag else None,
        total_lag_most=lag.most if lag else None,
    )


def _edge(node: CascadeNode) -> Attributes:
    quoted = [one for one in node.evidence if one.quote]
    first = next(iter(quoted or node.evidence), None)
    best: Verification | None = min(
        (one.verification for one in node.evidence), key=lambda it: it.rank, default=None
    )
    return _known(
        relation="; ".join(node.predicates),
        lag_least=node.lag.least if node.lag else None,
        lag_most=node.lag.most if node.lag else None,
        certainty=certainty_of(node.evidence),
        verification=best,
        quotes=len(quoted),
        quote=first.quote if first else None,
        sources=len({(one.source, one.places) for one in node.evidence}),
        source_name=first.source_name if first else None,
        address=next(iter(first.places), None) if first else None,
    )


def _known(**told: str | int | None) -> Attributes:
    """Return what is known; text composed, and without what no XML file could hold."""
    kept: Attributes = {}
    for name, value in told.items():
        known = _legal(value) if isinstance(value, str) else value
        if known is not None and known != "":
            kept[name] = known
    return kept


def _legal(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _ILLEGAL.sub("\ufffd", lines)).strip()
