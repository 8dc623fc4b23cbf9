"""Frames: typed columns, keys that join, and nothing that needs them."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd

from graph.frames import frames
from graph.subgraph import subgraph
from tests.api import sample


def test_frames_hold_the_graph() -> None:
    graph, tables = subgraph(sample.cascade()), frames(sample.cascade())
    assert list(tables.documents.index) == list(graph)
    assert list(tables.edges.index) == list(graph.edges)
    for iri, about in graph.nodes(data=True):
        for name, value in about.items():
            cell = tables.documents.loc[iri, name]
            known = cell.date().isoformat() if isinstance(cell, pd.Timestamp) else cell
            assert known == value
    bases = tables.edges.index.get_level_values("rests_on")
    assert set(bases) <= set(tables.documents.index)


def test_columns_are_typed() -> None:
    tables = frames(sample.cascade())
    documents, edges = tables.documents, tables.edges
    assert str(documents["total_lag_least"].dtype) == str(edges["quotes"].dtype) == "Int64"
    assert documents["issued_earliest"].dtype.kind == "M"
    assert documents["level"].max() == "district"  # ordered from the Centre down
    assert documents["unit"].isna().sum() == 2
    assert documents["issued"].loc[sample.PLAN.iri] == "2025-06"


def test_a_document_alone_makes_empty_edges() -> None:
    alone = sample.cascade()
    tables = frames(type(alone)(alone.root, True, None, None, alone.standing, (), 0, (), 0))
    assert len(tables.documents) == 1
    assert list(tables.edges.index.names) == ["document", "rests_on"]
    assert tables.edges.empty


def test_cascade_runs_without_pandas() -> None:
    code = (
        "import sys; sys.modules['pandas'] = None\n"
        "import api.app, api.cli, api.cli.analysing, api.cli.exporting, api.cli.serving"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
