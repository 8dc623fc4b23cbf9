"""The benchmark of the store runs, compares like with like and tells when loading is slow."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import store
from benchmarks.generate import Register
from graph.store.graphs import SOURCE_PREFIX, graph_label
from ontology import terms as cas


def test_the_register_has_the_shape_it_promises() -> None:
    quads = list(Register(500).quads())
    assert quads == list(Register(500).quads())
    assert len(set(quads)) == len(quads)
    assert 31 <= (len(quads) - 2 * 63) / 500 <= 32
    graphs = Counter(graph_label(quad) for quad in quads)
    assert all(name == "" or name.startswith(SOURCE_PREFIX) for name in graphs)
    claims = [quad for quad in quads if getattr(quad.object, "value", "") == cas.Claim]
    assert len(claims) == 1000
    assert len(quads) - graphs[""] == 9 * len(claims)


def test_later_documents_are_new_ones() -> None:
    assert not set(Register(5, first=500).quads()) & set(Register(500).quads())


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib's own
def test_the_benchmark_compares_every_engine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LIMIT", float("inf"))
    file = tmp_path / "figures.json"
    assert store.main(["--documents", "500", "--repeat", "1", "--json", str(file)]) == 0
    rows = json.loads(file.read_text())
    engines: dict[str, set[str]] = {}
    for task, engine, seconds, ratio, best in rows:
        engines.setdefault(task, set()).add(engine)
        assert seconds > 0
        assert (ratio is None) == (best is None) == task.startswith("change")
        assert engine != store.RAW or ratio in (None, 1)
    three = {store.OURS, store.RAW, store.RDFLIB}
    assert engines.pop("load: N-Quads file") == three
    assert engines.pop("load: quads") == three - {store.RDFLIB}
    changes = {task for task in engines if task.startswith("change")}
    assert len(changes) == 2
    assert all(engines.pop(task) == {store.OURS} for task in changes)
    assert len(engines) == 4
    assert all(found == three for found in engines.values())
    assert "ratio" in capsys.readouterr().out


def test_slow_loading_is_told_by_the_end_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = [store.Timing("load: quads", store.OURS, 3.0, 1.4, 1.51)]
    monkeypatch.setattr(store, "measure", lambda *_: slow)
    assert store.main([]) == 1
    assert "too slow: load: quads: 1.51 > 1.5" in capsys.readouterr().out
    sound = [store.Timing("load: quads", store.OURS, 3.0, 1.6, 1.5)]
    monkeypatch.setattr(store, "measure", lambda *_: sound)
    assert store.main([]) == 0
