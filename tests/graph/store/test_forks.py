"""A process that writes often keeps the copy it changes: as long as nobody else wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph
import pytest

from graph.errors import StoreLocked
from graph.store import local, tidying
from graph.store.engine import EngineReader
from graph.store.layout import LIVE, read_current, snapshot_path
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Store
from graph.store.reading import open_current
from graph.store.sorting import canonical_dump
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
    threads = tidying.tidying_threads()
    assert threads or not Path("/proc/self/task").exists()
    own = os.getpriority(os.PRIO_PROCESS, 0)
    for thread in threads:
        assert os.getpriority(os.PRIO_PROCESS, thread) == min(own + 5, 19)
    store.close()


def test_many_files_are_merged_before_a_generation_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process after the other: what the engine begins to merge goes with each fork."""
    path = tmp_path / "kho"
    LocalStore(path).replace(sample(5))
    monkeypatch.setattr(tidying, "_FILES", 0)
    for number in range(4):  # so many that the ranges of their files overlap
        LocalStore(path).apply(Change(added=tuple(map(fact, range(1000 + number, 1200, 4)))))
        snapshot = snapshot_path(path, str(read_current(path).snapshot))
        assert len([*snapshot.glob("*.sst")]) <= 12  # one for each index, at most
    expected = {*sample(5), *map(fact, range(1000, 1200))}
    assert dump(LocalStore(path)) == dump(MemoryStore(expected))


def test_few_files_are_left_for_a_later_change(tmp_path: Path) -> None:
    """Merging rewrites everything: many changes share one."""
    engine = pyoxigraph.Store(tmp_path / "few")
    engine.bulk_extend(sample(5))
    (tmp_path / "few" / "000099.sst").symlink_to("removed while they are counted")
    assert not tidying.tidied(engine, tmp_path / "few")


def test_a_large_copy_is_not_rewritten_at_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a whole country that takes a minute, for which its writer would wait."""
    engine = pyoxigraph.Store(tmp_path / "large")
    engine.bulk_extend(sample(5))
    monkeypatch.setattr(tidying, "_FILES", 0)
    monkeypatch.setattr(tidying, "_LARGEST", 1)
    assert not tidying.tidied(engine, tmp_path / "large")
    monkeypatch.undo()
    monkeypatch.setattr(tidying, "_FILES", 0)
    assert tidying.tidied(engine, tmp_path / "large")


def test_a_writer_reads_in_its_fork(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No snapshot is opened for that; without a fork, or one that is behind, one is."""
    store, other = LocalStore(tmp_path / "kho", keep=True), LocalStore(tmp_path / "kho")
    opened: list[Path] = []

    def watched(place: Path) -> EngineReader:
        opened.append(place)
        return open_current(place)

    monkeypatch.setattr(local, "open_current", watched)
    store.replace(sample(5))
    for number in (6, 7):
        with store.writing():
            with store.base() as reader:
                assert fact(number) not in reader
                assert reader.generation == number - 5
            store.apply(Change(added=(fact(number),)))
            with store.base() as reader:
                assert fact(number) in reader
                assert reader.generation == number - 4
    assert not opened
    other.apply(Change(added=(fact(8),)))
    with store.writing(), store.base() as reader:
        assert (reader.generation, fact(8) in reader) == (4, True)
    assert opened
