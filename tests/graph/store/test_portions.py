"""New sources reach the engine in portions, side by side: all of them, or none."""

from __future__ import annotations

from pathlib import Path

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
