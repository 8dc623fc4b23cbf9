"""Stores filled once in a whole run of the tests, and lent to each test as a copy of its own.

Loading the register takes seconds, more than twice as many where coverage is counted, and each
process of a run would do it again for every folder of tests. A copy of the files takes none.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from graph.build import load_register
from graph.ingest import bring
from graph.read.article import Hints
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.workers import reading


@dataclass(frozen=True, slots=True)
class ReadyStores:
    """Lends stores; `folder` is the one that all processes of this run share."""

    folder: Path

    def register(self, place: Path, now: datetime) -> LocalStore:
        """Make a store at a place that holds the shipped register, loaded at a time."""
        name = f"register-{now:%Y-%m-%dT%H%M}"
        return self.lent(place, name, lambda made: _load(made, now))

    def texts(self, place: Path, now: datetime, name: str, files: Sequence[Path]) -> LocalStore:
        """Make a store at a place that holds the register and these texts; they have one name."""

        def fill(made: Path) -> None:
            store = self.register(made, now)
            with reading(list(files), Hints(), now, 1) as read:
                report = bring(store, read.results, linker=read.linker, now=now, known=read.hear)
            assert not report.problems

        return self.lent(place, f"{name}-{now:%Y-%m-%dT%H%M}", fill)

    def lent(self, place: Path, name: str, fill: Callable[[Path], None]) -> LocalStore:
        """Copy the store of that name to a place; the first who asks for it in a run fills it."""
        made = self.folder / name
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.is_dir():
                half = self.folder / f"{name}.half"
                shutil.rmtree(half, ignore_errors=True)
                fill(half)
                half.rename(made)
        shutil.copytree(made, place)
        return LocalStore(place)


def in_memory(store: LocalStore) -> MemoryStore:
    """Return a store in memory that holds the same quads, as its first generation."""
    with store.read() as reader:
        return MemoryStore(reader.quads())


def _load(place: Path, now: datetime) -> None:
    load_register(LocalStore(place), now=now)
