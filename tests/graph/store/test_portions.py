"""New sources reach the engine in portions, side by side: all of them, or none."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph
import pytest

from graph.store import engine
from graph.store.local import LocalStore
from graph.store.protocol import Change, Written
from tests.graph.store.samples import claim, fact, written

SOURCES, EACH = 40, 100


def sources() -> tuple[Written, ...]:
    return tuple(
        written(f"s{source}", [claim(number, f"s{source}") for number in range(EACH)])
        for source in range(SOURCES)
    )


@pytest.mark.parametrize("portion", [1, 50_000, 1 << 30])
def test_nothing_is_lost_between_portions(
    portion: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PORTION", portion)
    store = LocalStore(tmp_path / "kho")
    store.apply(Change(added=(fact(1),), written=sources()))
    with store.read() as reader:
        stored = list(reader.quads())
        assert len(stored) == len(set(stored)) == SOURCES * EACH + 1
        assert len(reader.graphs()) == SOURCES


@pytest.mark.parametrize("processors", [1, 2, 8])
def test_no_more_portions_are_loaded_at_once_than_there_are_processors_for(
    processors: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = [0]
    most = []
    bulk = engine._bulk

    def watched(copy: pyoxigraph.Store, content: bytes) -> None:
        running[0] += 1
        most.append(running[0])
        bulk(copy, content)
        time.sleep(0.01)  # long enough for another thread to begin
        running[0] -= 1

    monkeypatch.setattr(engine, "_PORTION", 50_000)
    monkeypatch.setattr(engine, "_bulk", watched)
    LocalStore(tmp_path / "kho", processors=processors).apply(Change(written=sources()))
    assert max(most) == min(processors, engine.AT_ONCE)
    assert len(most) > engine.AT_ONCE


def test_a_portion_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PORTION", 50_000)
    store = LocalStore(tmp_path / "kho")
    store.apply(Change(added=(fact(1),)))
    broken = Written("x:broken", b"<x:a> <x:b> .\n", frozenset())
    with pytest.raises(SyntaxError):
        store.apply(Change(written=(*sources(), broken)))
    store.apply(Change(added=(fact(2),)))
    with store.read() as reader:
        assert set(reader.quads()) == {fact(1), fact(2)}
