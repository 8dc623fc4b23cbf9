"""Texts read in several processes: the same as in one, whatever happens to a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from graph import testimony
from graph.errors import CascadeError
from graph.ingest import IngestReport, bring
from graph.read.article import Hints
from graph.store.memory import MemoryStore
from graph.store.sorting import canonical_dump
from graph.workers import reading
from tests.graph.conftest import NOW
from tests.graph.test_ingest import copied

CORPUS = Path(__file__).resolve().parents[2] / "data" / "corpus"
LOOSE = "Quy định 901-QĐ/TU của Tỉnh ủy Hà Tĩnh thay thế Quy định 902-QĐ/TU.\n"
DATED = "Quy định 901-QĐ/TU ngày 3-5-2018 của Tỉnh ủy Hà Tĩnh đã có hiệu lực.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Return texts that bear on one another, one that cannot be read, and the corpus."""
    told = {"a": LOOSE, "b": DATED, "c": LOOSE + "Tin thêm.\n", "d": "\x00"}
    for name, text in told.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [*sorted(tmp_path.glob("*.txt")), *sorted(CORPUS.glob("*.txt"))]


def brought(store: MemoryStore, files: list[Path], workers: int) -> tuple[bytes, list[str | None]]:
    """Return the dump of a copy of the store with these texts in it, and what was refused."""
    own = copied(store)
    report = brought_into(own, files, workers)
    with own.read() as reader:
        return canonical_dump(reader), [problem.place for problem in report.problems]


def brought_into(
    store: MemoryStore, files: list[Path], workers: int, now: datetime = NOW
) -> IngestReport:
    with reading(files, Hints(), now, workers) as read:
        return bring(store, read.results, linker=read.linker, now=now, known=read.hear)


def test_two_workers_store_what_one_stores(register_store: MemoryStore, files: list[Path]) -> None:
    one, two = (brought(register_store, files, workers) for workers in (1, 2))
    assert one == two
    (refused,) = one[1]
    assert refused is not None
    assert refused.startswith(str(files[3]))
    assert not multiprocessing.active_children()


def test_what_other_processes_read_again_changes_only_what_is_new(
    register_store: MemoryStore, files: list[Path]
) -> None:
    stores = [copied(register_store) for _ in range(2)]
    for workers, store in enumerate(stores, start=1):
        brought_into(store, files, workers)
    later = NOW + timedelta(days=1)
    for workers, store in enumerate(stores, start=1):
        assert not brought_into(store, files, workers, later).changed
    files[0].write_text(DATED + LOOSE, encoding="utf-8")
    for workers, store in enumerate(stores, start=1):
        assert brought_into(store, files, workers, later).changed
    one, two = stores
    with one.read() as first, two.read() as second:
        assert canonical_dump(first) == canonical_dump(second)


def test_a_process_that_dies_is_told_and_none_outlives_its_use(
    files: list[Path], tmp_path: Path
) -> None:
    deadly, endless = tmp_path / "x.txt", tmp_path / "y.txt"
    for pipe in (deadly, endless):
        os.mkfifo(pipe)  # reading one waits for a writer, for ever
    asked = [files[0], deadly, *files[1:3], endless, *files[4:]]
    with suppress(KeyboardInterrupt), reading(asked, Hints(), NOW, 2) as read:
        assert isinstance(next(read.results), testimony.Testimony)
        for child in multiprocessing.active_children():
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)
        rest = [next(read.results) for _ in range(3)]
        raise KeyboardInterrupt
    died = {one.place: one for one in rest if isinstance(one, CascadeError)}
    assert str(deadly) in died
    assert all(one.remedy for one in died.values())
    assert len(died) < len(rest)
    assert not multiprocessing.active_children()
