"""A cascade as two pandas frames, for notebooks; needs the extra `frames`.

Nothing else imports this module: Cascade runs without pandas.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import pandas as pd

from graph.model import Cascade, Level
from graph.subgraph import DOCUMENT_FIELDS, EDGE_FIELDS, subgraph

_DAYS = ("total_lag_least", "total_lag_most", "lag_least", "lag_most")
_COUNTS = ("depth", "quotes", "sources")
_DATES = ("issued_earliest", "issued_latest", "force_on")


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """A cascade as tables.

    Parameters
    ----------
    documents : one row a document, by its address; columns are `graph.subgraph.DOCUMENT_FIELDS`.
    edges : one row an edge, by the addresses `document` and `rests_on`; columns are
        `graph.subgraph.EDGE_FIELDS`.
    """

    documents: pd.DataFrame
    edges: pd.DataFrame


def frames(cascade: Cascade) -> Frames:
    """Return the documents and the edges of a cascade.

    Parameters
    ----------
    cascade : traced with its evidence.

    Returns
    -------
    Days and counts are whole numbers that may be missing (`Int64`), days of the calendar
    `datetime64`, `level` an ordered category from the Centre down; `issued` stays text, as
    precisely as known (`2025-02`).
    """
    graph = subgraph(cascade)
    return Frames(_documents(graph), _edges(graph))


def _documents(graph: nx.DiGraph[str]) -> pd.DataFrame:
    rows = [about for _, about in graph.nodes(data=True)]
    index = pd.Index(list(graph), name="document")
    frame = _typed(pd.DataFrame(rows, index=index, columns=list(DOCUMENT_FIELDS)))
    frame["level"] = pd.Categorical(frame["level"], [*map(str, Level)], ordered=True)
    return frame


def _edges(graph: nx.DiGraph[str]) -> pd.DataFrame:
    rows = [about for _, _, about in graph.edges(data=True)]
    index = pd.MultiIndex.from_tuples(list(graph.edges), names=["document", "rests_on"])
    return _typed(pd.DataFrame(rows, index=index, columns=list(EDGE_FIELDS)))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with whole numbers, days of the calendar and text told apart."""
    for name in frame.columns:
        if name in (*_DAYS, *_COUNTS):
            frame[name] = frame[name].astype("Int64")
        elif name in _DATES:
            frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d")
        else:
            frame[name] = frame[name].astype("string")
    return frame
