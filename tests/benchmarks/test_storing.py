"""What the benchmark of storing counts."""

from __future__ import annotations

from pathlib import Path

from benchmarks.storing import Watched
from graph.store.protocol import Change
from tests.graph.store.samples import claim, fact, written


def test_all_that_a_call_added_is_counted_once(tmp_path: Path) -> None:
    """A call may make several transactions, and a source comes written out or quad by quad."""
    store = Watched(tmp_path / "kho")
    new = [claim(1, "mới"), claim(2, "mới")]
    store.apply(Change(added=(fact(1),)))
    store.apply(Change(added=(fact(2),), written=(written("mới", new),)))
    added, spent = store.taken()
    assert sorted(map(str, added)) == sorted(map(str, [fact(1), fact(2), *new]))
    assert spent > 0
    assert store.taken() == ([], 0.0)
