"""Storing texts, write-time checks included, beside the bare engine adding the same quads.

    python -m benchmarks.storing [--documents 10000] [--texts DIR] [--store DIR]

A made-up register of `--documents` documents with our own register in it; then texts, already
read, in calls of many and alone. What is measured is the whole call for each text: its claims told,
resolved, compared with what is stored, facts and entailments reckoned, files and quads on the disk,
a generation published. The bare engine adds just the quads that each call added to a copy of the
same store, in the way that is cheaper for so many, and publishes nothing. Ratios come first: they
can be compared between machines, milliseconds cannot; CPU milliseconds (all threads) tell what
another load on the machine took. Texts after the first round cite local documents of other numbers,
so each says something new.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad

from benchmarks.generate import Register
from graph.build import load_register
from graph.extract.pipeline import extract
from graph.extraction import Article
from graph.ingest import ingest
from graph.knowledge import knowledge_of
from graph.read.article import article_of
from graph.read.register import default_register, read_register
from graph.resolve.link import Linker
from graph.store.local import LocalStore
from graph.store.protocol import Change
from graph.store.reading import hold_current

TOGETHER, ROUNDS, ALONE = 128, 3, 16
_NOW = datetime(2026, 7, 1, tzinfo=UTC)
_ROOT = Path(__file__).resolve().parent.parent
_LOCAL_NUMBER = re.compile(r"\b(\d{1,4})(?=-[A-ZĐ][A-Za-zĐ]*/(?!TW))")


class Watched(LocalStore):
    """A store that tells which quads each change added."""

    added: tuple[Quad, ...] = ()

    def apply(self, change: Change) -> int:
        """Make the change and keep what it adds."""
        self.added = change.added
        return super().apply(change)


@dataclass
class Cost:
    """Milliseconds per text of each call, ours and the bare engine's, and quads per text.

    `cpu` is what all threads of ours took, where `ours` is by the clock.
    """

    ours: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    quads: list[float] = field(default_factory=list)

    def told(self, name: str) -> str:
        """Return the medians as a line: ratio first."""
        parts = (self.ours, self.cpu, self.bare, self.quads)
        ours, cpu, bare, quads = map(statistics.median, parts)
        times = f"{ours / bare:8.2f} {ours:12.1f} {cpu:12.1f} {bare:12.1f}"
        return f"{name:24} {times} {quads:12.0f}"


def texts_of(folder: Path | None) -> list[Path]:
    """Return our own texts with those of a folder: the one given, else of the shared folder."""
    shared = Path(os.environ.get("CASCADE_SHARED") or _ROOT.parent / "shared")
    own = (_ROOT / "data" / "corpus").glob("*.txt")
    return [*sorted(own), *sorted((folder or shared / "seeds").glob("*.txt"))]


def articles(files: Sequence[Path]) -> Iterator[Article]:
    """Yield the texts over and over, each round with other numbers of local documents."""
    for turn in count():
        for file in files:
            text = _LOCAL_NUMBER.sub(
                lambda found, turn=turn: str(int(found[1]) + 7 * turn),  # type: ignore[misc]
                file.read_text(encoding="utf-8"),
            )
            content = f"{text}\nBản {turn}.".encode()
            yield article_of(content, f"{file.stem}-{turn}", place=str(file))


def made(folder: Path, documents: int) -> Watched:
    """Return a store of made-up documents and our register, made unless it is there."""
    store = Watched(folder)
    if not folder.exists():
        store.replace(Register(documents).quads())
        load_register(store, now=_NOW)
    return store


def measure(store: Watched, files: Sequence[Path]) -> dict[str, Cost]:
    """Bring texts in alone and together, each time followed by the bare engine."""
    register, _ = read_register(default_register())
    knowledge, linker = knowledge_of(register), Linker(register)
    many = list(islice(articles(files), ALONE + TOGETHER * ROUNDS))
    read = {one.sha256: extract(one, knowledge) for one in many}
    assert linker.registered  # made once in the life of a process: not the cost of a text

    def bring(some: Sequence[Article]) -> None:
        ingest(store, some, read=lambda one: read[one.sha256], linker=linker, now=_NOW)

    with tempfile.TemporaryDirectory(prefix="cascade-bench-", dir=store.path.parent) as folder:
        with hold_current(store.path) as (_, snapshot):
            pyoxigraph.Store.read_only(str(snapshot)).backup(Path(folder, "bare"))
        bare = pyoxigraph.Store(Path(folder, "bare"))
        costs = {f"{TOGETHER} together": Cost(), "one by one": Cost()}
        together, alone = costs.values()
        for first in range(0, TOGETHER * ROUNDS, TOGETHER):
            _both(together, many[first : first + TOGETHER], bring, store, bare)
        for one in many[TOGETHER * ROUNDS :]:
            _both(alone, [one], bring, store, bare)
    return costs


def _both(
    cost: Cost,
    some: Sequence[Article],
    bring: Callable[[Sequence[Article]], None],
    store: Watched,
    bare: pyoxigraph.Store,
) -> None:
    spent = time.process_time()
    cost.ours.append(_milliseconds(lambda: bring(some)) / len(some))
    cost.cpu.append((time.process_time() - spent) * 1000 / len(some))
    add = bare.bulk_extend if len(some) > 1 else bare.extend
    cost.bare.append(_milliseconds(lambda: add(store.added)) / len(some))
    cost.quads.append(len(store.added) / len(some))


def _milliseconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(prog="benchmarks.storing")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--texts", type=Path, help="folder of more texts")
    parser.add_argument("--store", type=Path, help="store to copy; made here when there is none")
    given = parser.parse_args(arguments)
    files = texts_of(given.texts)
    with tempfile.TemporaryDirectory(prefix="cascade-bench-") as folder:
        store = made(given.store or Path(folder, "made"), given.documents)
        shutil.copytree(store.path, Path(folder, "copy"))
        costs = measure(Watched(Path(folder, "copy")), files)
    print(f"{given.documents} documents, {len(files)} texts, medians")
    print(f"{'a text':24} {'ratio':>8} {'ms':>12} {'CPU ms':>12} {'bare ms':>12} {'quads':>12}")
    for name, cost in costs.items():
        print(cost.told(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
