"""Storing texts, write-time checks included, beside the bare engine adding the same quads.

    python -m benchmarks.storing [--documents 100000] [--texts DIR] [--store DIR]

A made-up register of `--documents` documents with our own register in it; then texts, already
read, in calls of many and alone: real ones with our own, and the short reports of a made-up country
(`benchmarks.national`). What is measured is the whole call for each text: its citations resolved,
its claims compared with what is stored, facts and entailments reckoned, files and quads on the
disk, a generation published. The bare engine adds just the quads that each call added to a copy of
the same store, in the way that is cheaper for so many, and publishes nothing. Ratios come first:
they can be compared between machines, milliseconds cannot; CPU milliseconds (all threads) tell what
another load on the machine took. Texts after the first round cite local documents of other numbers,
so each says something new. Calls are those of processes that begin, each of which knows nothing of
the store, or of one that goes on: it knows what its last call learnt and keeps its fork, as a
server does, or one `cascade ingest` from portion to portion. Articles are the real ones alone,
without the shorter texts of our own. `--store` keeps the made-up register for the next time. On
100,000 documents one of many long texts, and one article, may take 15 ms at the median in a process
that goes on, else this ends with 1. What the engine merges beside the change counts as CPU.
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
from pyoxigraph import Quad, RdfFormat, parse

from benchmarks.country.articles import write_articles
from benchmarks.generate import Register
from benchmarks.national import country
from graph.build import load_register
from graph.extract.pipeline import extract
from graph.extraction import Article, Extraction
from graph.ingest import bring, source_of
from graph.knowledge import knowledge_of
from graph.read.article import article_of
from graph.read.register import default_register, read_register
from graph.resolve.documents import Given
from graph.resolve.link import Linker
from graph.store.local import LocalStore
from graph.store.protocol import Change
from graph.store.reading import hold_current
from graph.testimony import Testimony, testify

#: Texts in a call, and calls: of real texts, of short reports, of one text.
REAL, SHORT, ALONE, ROUNDS = 128, 512, 1, 3
_ALONE_ROUNDS, _DOCUMENTS_A_REPORT = 12, 10
#: Milliseconds that storing one of many long texts may take, on so many documents.
MOST, FULL = 15.0, 100_000
_LONG = (
    f"real, {REAL} in a call, a process each",
    f"real, {REAL} in a call, one process",
    f"articles, {REAL} in a call, one process",
)
_NOW = datetime(2026, 7, 1, tzinfo=UTC)
_ROOT = Path(__file__).resolve().parent.parent
_LOCAL_NUMBER = re.compile(r"\b(\d{1,4})(?=-[A-ZĐ][A-Za-zĐ]*/(?!TW))")


class Watched(LocalStore):
    """A store that tells what changes added since it was asked last, and how long they took."""

    def __init__(self, path: Path, *, keep: bool = False) -> None:
        super().__init__(path, keep=keep)
        self._changes: list[Change] = []
        self._spent = 0.0

    def apply(self, change: Change) -> int:
        """Make the change and keep what it adds."""
        begun = time.perf_counter()
        try:
            return super().apply(change)
        finally:
            self._spent += (time.perf_counter() - begun) * 1000
            self._changes.append(change)

    def taken(self) -> tuple[list[Quad], float]:
        """Return the quads added since the last time, and the milliseconds that took."""
        changes, self._changes = self._changes, []
        spent, self._spent = self._spent, 0.0
        quads = [quad for change in changes for quad in change.added]
        for change in changes:
            for one in change.written:
                quads += parse(one.content, RdfFormat.N_QUADS)
        return list(dict.fromkeys(quads)), spent


@dataclass
class Cost:
    """Milliseconds per text of each call, ours and the bare engine's, and quads per text.

    `cpu` is what all threads of ours took, where `ours` is by the clock; of that, `resolving` and
    `applying` (engine and publication); the rest goes to facts, checks and files.
    """

    ours: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    quads: list[float] = field(default_factory=list)
    resolving: list[float] = field(default_factory=list)
    applying: list[float] = field(default_factory=list)

    def told(self, name: str) -> str:
        """Return the medians as a line: ratio first."""
        parts = (self.ours, self.cpu, self.bare, self.quads)
        ours, cpu, bare, quads = map(statistics.median, parts)
        resolving, applying = (sum(one) / sum(self.ours) for one in (self.resolving, self.applying))
        shares = f"{resolving:9.0%} {1 - resolving - applying:9.0%} {applying:9.0%}"
        times = f"{ours / bare:6.2f} {ours:9.1f} {cpu:9.1f} {bare:9.1f}"
        return f"{name:38} {times} {quads:7.0f} {shares}"


def texts_of(folder: Path | None) -> tuple[list[Path], list[Path]]:
    """Return our own texts, and those of a folder: the one given, else of the shared folder."""
    shared = Path(os.environ.get("CASCADE_SHARED") or _ROOT.parent / "shared")
    own = (_ROOT / "data" / "corpus").glob("*.txt")
    return sorted(own), sorted((folder or shared / "seeds").glob("*.txt"))


def articles(files: Sequence[Path], mark: str = "") -> Iterator[Article]:
    """Yield the texts over and over, each round with other numbers of local documents.

    Parameters
    ----------
    files : the texts.
    mark : what the names of the articles begin with.
    """
    for turn in count():
        for file in files:
            text = _LOCAL_NUMBER.sub(
                lambda found, turn=turn: str(int(found[1]) + 7 * turn),  # type: ignore[misc]
                file.read_text(encoding="utf-8"),
            )
            content = f"{text}\nBản {turn}.".encode()
            yield article_of(content, f"{mark}{file.stem}-{turn}", place=str(file))


def made(folder: Path, documents: int) -> None:
    """Make a store of made-up documents and our register, unless it is there."""
    if not folder.exists():
        store = LocalStore(folder)
        store.replace(Register(documents).quads())
        load_register(store, now=_NOW)


def reports(folder: Path, number: int) -> Iterator[Article]:
    """Yield short reports of a made-up country."""
    write_articles(country(_DOCUMENTS_A_REPORT * number), folder, number)
    for file in sorted(folder.rglob("*.txt"))[:number]:
        yield article_of(file.read_bytes(), file.stem, place=str(file))


@dataclass(frozen=True)
class Bench:
    """A store with texts, and the bare engine beside it; `anew`: each call as of a new process."""

    store: Watched
    bare: pyoxigraph.Store
    linker: Linker
    read: Callable[[Article], Extraction]
    anew: bool

    def measure(self, name: str, articles: Iterator[Article], calls: int, each: int) -> float:
        """Bring texts in, each call followed by the bare engine; return milliseconds per text."""
        cost = Cost()
        for _ in range(calls):
            if self.anew:
                self.store.learnt.clear()
            self._call(cost, list(islice(articles, each)))
        print(cost.told(name), flush=True)
        return statistics.median(cost.ours)

    def _call(self, cost: Cost, some: Sequence[Article]) -> None:
        read = [(source_of(one), self.read(one)) for one in some]
        waited: list[float] = []
        heard: dict[str, frozenset[Given]] = {}
        spent, begun = time.process_time(), time.perf_counter()
        bring(
            self.store,
            self._testimonies(read, heard, waited),
            linker=self.linker,
            now=_NOW,
            known=heard.update,
        )
        cost.ours.append((time.perf_counter() - begun) * 1000 / len(some))
        cost.cpu.append((time.process_time() - spent) * 1000 / len(some))
        added, applying = self.store.taken()
        cost.resolving.append(sum(waited) / len(some))
        cost.applying.append(applying / len(some))
        add = self.bare.bulk_extend if len(some) > 1 else self.bare.extend
        cost.bare.append(_milliseconds(lambda: add(added)) / len(some))
        cost.quads.append(len(added) / len(some))

    def _testimonies(
        self,
        read: Sequence[tuple[str, Extraction]],
        heard: dict[str, frozenset[Given]],
        waited: list[float],
    ) -> Iterator[Testimony]:
        for source, told in read:
            begun = time.perf_counter()
            one = testify(source, told, self.linker, heard)
            waited.append((time.perf_counter() - begun) * 1000)
            yield one


def _milliseconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its table, line by line; return 1 when it takes too long."""
    parser = argparse.ArgumentParser(prog="benchmarks.storing")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--texts", type=Path, help="folder of more texts")
    parser.add_argument("--store", type=Path, help="store to copy; made here when there is none")
    given = parser.parse_args(arguments)
    own, foreign = texts_of(given.texts)
    files = [*own, *foreign]
    register, _ = read_register(default_register())
    knowledge, linker = knowledge_of(register), Linker(register)
    assert linker.registered  # made once in the life of a process: not the cost of a text
    with tempfile.TemporaryDirectory(prefix="cascade-bench-") as folder:
        copy, bare = Path(folder, "copy"), Path(folder, "bare")
        base = given.store or Path(folder, "made")
        made(base, given.documents)
        shutil.copytree(base, copy)
        with hold_current(copy) as (_, snapshot):
            pyoxigraph.Store.read_only(str(snapshot)).backup(bare)
        engine = pyoxigraph.Store(bare)
        print(f"{given.documents} documents, {len(files)} texts, medians; ms and quads of a text")
        print(_HEAD, flush=True)
        real, short = articles(files), reports(Path(folder, "reports"), SHORT * ROUNDS)
        long = articles(foreign or own, "bai-")
        taken: dict[str, float] = {}
        for name, anew, keep, texts, calls, each in (
            (_LONG[0], True, False, real, ROUNDS, REAL),
            (_LONG[1], False, True, real, ROUNDS, REAL),
            (_LONG[2], False, True, long, ROUNDS, REAL),
            (f"short, {SHORT} in a call", False, True, short, ROUNDS, SHORT),
            ("real, alone, a process each", True, False, real, _ALONE_ROUNDS, ALONE),
            ("real, alone, store kept open", False, True, real, _ALONE_ROUNDS, ALONE),
        ):
            store = Watched(copy, keep=keep)
            bench = Bench(store, engine, linker, lambda one: extract(one, knowledge), anew)
            taken[name] = bench.measure(name, texts, calls, each)
            store.close()
    for name in _LONG:
        print(f"{name}, to {MOST:g} ms: {taken[name] / MOST:.2f}, <= 1")
    most = max(taken[name] for name in _LONG[1:])
    return 1 if most > MOST and given.documents >= FULL else 0


_HEAD = (
    f"{'':38} {'ratio':>6} {'ms':>9} {'CPU ms':>9} {'bare ms':>9} {'quads':>7} "
    f"{'resolve':>9} {'facts':>9} {'apply':>9}"
)

if __name__ == "__main__":
    sys.exit(main())
