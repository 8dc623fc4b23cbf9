"""A process that writes often keeps the copy it changes: as long as nobody else wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.errors import StoreLocked
from graph.store.layout import LIVE
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Store
from graph.store.sorting import canonical_dump
from graph.store.tidying import tidying_threads
from tests.graph.store.samples import fact, sample


def dump(store: Store) -> bytes:
    with store.read() as reader:
        return canonical_dump(reader)


def test_a_fork_is_kept_as_long_as_nobody_else_writes(tmp_path: Path) -> None:
    """Another writer leaves it in place, and what that one published is not lost by it."""
    store, other = LocalStore(tmp_path / "kho", keep=True), LocalStore(tmp_path / "kho")
    store.replace(sample(50))
    (fork,) = (store.path / LIVE).iterdir()
    with other.writing():
        pass
    assert store.apply(Change(added=(fact(101),))) == 2
    assert [*(store.path / LIVE).iterdir()] == [fork]
    assert other.apply(Change(added=(fact(102),))) == 3
    assert store.apply(Change(removed=(fact(0),), added=(fact(103),))) == 4
    assert fork not in (store.path / LIVE).iterdir()
    expected = {*sample(50), *map(fact, (101, 102, 103))} - {fact(0)}
    assert dump(store) == dump(MemoryStore(expected))
    store.close()
    assert not [*(store.path / LIVE).iterdir()]


def test_a_kept_fork_is_not_used_after_a_failure(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kho", keep=True)
    store.replace(sample(5))
    with pytest.raises(TypeError):
        store.apply(Change(added=(fact(6), "no quad")))  # type: ignore[arg-type]
    assert store.apply(Change(added=(fact(7),))) == 2
    assert dump(store) == dump(MemoryStore({*sample(5), fact(7)}))


def test_a_store_held_by_another_leaves_the_fork_for_later(tmp_path: Path) -> None:
    store, other = LocalStore(tmp_path / "kho", keep=True), LocalStore(tmp_path / "kho")
    store.replace(sample(5))
    with other.writing(), pytest.raises(StoreLocked):
        store.apply(Change(added=(fact(6),)))
    assert store.apply(Change(added=(fact(6),))) == 2
    assert dump(store) == dump(MemoryStore({*sample(5), fact(6)}))


def test_the_engine_tidies_a_fork_only_while_nobody_else_needs_the_processor(
    tmp_path: Path,
) -> None:
    store = LocalStore(tmp_path / "kho", keep=True)
    store.replace(sample(5))
    threads = tidying_threads()
    assert threads or not Path("/proc/self/task").exists()
    own = os.getpriority(os.PRIO_PROCESS, 0)
    for thread in threads:
        assert os.getpriority(os.PRIO_PROCESS, thread) == min(own + 10, 19)
    store.close()
