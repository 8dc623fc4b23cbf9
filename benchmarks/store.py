"""Our store beside raw pyoxigraph and rdflib's memory, in one run, on the same generated register.

    python -m benchmarks.store [--documents 10000] [--repeat 3] [--full] [--json FILE]

Ratios to raw pyoxigraph come first: they can be compared between machines, seconds cannot. Loading
is compared like with like: the same N-Quads file, then the same quads in memory. The end of the
process tells: 1 when our fastest loading took more than 1.5 times as long as the raw engine's.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph
import rdflib
from pyoxigraph import Quad, RdfFormat, serialize

from benchmarks.generate import RDF, Register
from graph.store.local import LocalStore
from graph.store.protocol import Change
from ontology import terms as cas

LIMIT = 1.5
OURS, RAW, RDFLIB = "cascade", "pyoxigraph", "rdflib"
_RDFLIB_AT_MOST = 10_000
_CHANGES = 15
_QUERY_REPEAT = 5


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one task took one engine: median seconds, and their ratio to the raw engine's.

    `best` is the ratio of the fastest rounds: whatever else runs on the machine only adds time, so
    it is the steadier figure, and the one that is held against the limit.
    """

    task: str
    engine: str
    seconds: float
    ratio: float | None
    best: float | None


Times = dict[str, dict[str, list[float]]]


def queries(register: Register) -> dict[str, str]:
    """Return the questions that are asked of every engine."""
    one = f"<{register.resolution.value}>"
    return {
        "look up: a document and its claims": (
            f"SELECT ?p ?o ?c ?g {{ {{ {one} ?p ?o }} UNION "
            f"{{ GRAPH ?g {{ ?c <{RDF}subject> {one} ; <{cas.certainty}> ?o }} }} }}"
        ),
        "count: documents": f"SELECT (COUNT(*) AS ?n) {{ ?d a <{cas.Document}> }}",
        "one hop: what implements a resolution": (
            f"SELECT ?d ?label {{ ?d <{cas.implements}> {one} ; "
            "<http://www.w3.org/2000/01/rdf-schema#label> ?label }"
        ),
        "group: implementing documents by province": (
            f"SELECT ?unit (COUNT(?d) AS ?n) {{ ?d <{cas.implements}> {one} ; "
            f"<{cas.issuedBy}>/<{cas.jurisdiction}> ?unit }} GROUP BY ?unit"
        ),
    }


def measure(register: Register, repeat: int, with_rdflib: bool, folder: Path) -> list[Timing]:
    """Load and ask every engine, one after the other in each round; return the medians.

    Raises
    ------
    AssertionError
        when two engines give different numbers of answers.
    """
    quads = list(register.quads())
    file = folder / "register.nq"
    with file.open("wb") as stream:
        serialize(quads, stream, RdfFormat.N_QUADS)
    times: Times = {}
    for number in range(repeat):
        _load(times, folder / f"file-{number}", "load: N-Quads file", file)
        _load(times, folder / f"quads-{number}", "load: quads", quads)
    store = LocalStore(folder / "file-0" / "ours")
    raw = pyoxigraph.Store(folder / "file-0" / "raw")
    asked: dict[str, Callable[[str], Any]] = {RAW: raw.query}
    if with_rdflib:
        dataset = rdflib.Dataset()
        _timed(times, "load: N-Quads file", RDFLIB, _parse, dataset, file)
        asked[RDFLIB] = dataset.query
    with store.read() as reader:
        _ask(times, queries(register), {OURS: reader.query, **asked})
    _change(times, store, register)
    return _medians(times)


def _load(times: Times, folder: Path, task: str, what: Path | list[Quad]) -> None:
    def ours() -> None:
        LocalStore(folder / "ours").replace(what)

    def raw() -> None:
        engine = pyoxigraph.Store(folder / "raw")
        if isinstance(what, Path):
            engine.bulk_load(path=what)
        else:
            engine.bulk_extend(what)

    folder.mkdir()
    both = [(RAW, raw), (OURS, ours)]
    for engine, load in both if len(times.get(task, {}).get(RAW, ())) % 2 else reversed(both):
        _timed(times, task, engine, load)


def _ask(times: Times, questions: dict[str, str], engines: dict[str, Callable[[str], Any]]) -> None:
    for task, sparql in questions.items():
        sizes = set()
        for engine, query in engines.items():
            sizes.add(_answers(query, sparql))  # not timed: caches are warm for everyone
            for _ in range(_QUERY_REPEAT):
                _timed(times, task, engine, _answers, query, sparql)
        assert len(sizes) == 1, f"{task}: {sizes}"


def _change(times: Times, store: LocalStore, register: Register) -> None:
    changes = list(_changes(register))
    size = len(changes[0].removed) + len(changes[0].added)
    with store.writing() as writer:
        writer.apply(changes[0])
        for change in changes[1:_CHANGES]:
            _timed(times, f"change: {size} quads, in a session", OURS, writer.apply, change)
    for change in changes[_CHANGES:]:
        _timed(times, f"change: {size} quads, alone", OURS, store.apply, change)


def _changes(register: Register) -> Iterator[Change]:
    removed: tuple[Quad, ...] = ()
    for number in range(_CHANGES + _QUERY_REPEAT):
        first = register.documents + 5 * number
        added = tuple(Register(5, register.seed, first).quads())
        yield Change(removed[:20], added)
        removed = added


def _parse(dataset: rdflib.Dataset, file: Path) -> None:
    with file.open("rb") as stream:
        dataset.parse(stream, format="nquads")


def _answers(query: Callable[[str], Any], sparql: str) -> int:
    return len(list(query(sparql)))


def _timed(times: Times, task: str, engine: str, work: Callable[..., Any], *given: Any) -> Any:
    start = time.perf_counter()
    result = work(*given)
    taken = time.perf_counter() - start
    times.setdefault(task, {}).setdefault(engine, []).append(taken)
    return result


def _medians(times: Times) -> list[Timing]:
    return [
        Timing(
            task,
            engine,
            statistics.median(taken),
            statistics.median(taken) / statistics.median(engines[RAW]) if RAW in engines else None,
            min(taken) / min(engines[RAW]) if RAW in engines else None,
        )
        for task, engines in times.items()
        for engine, taken in engines.items()
    ]


def table(timings: list[Timing]) -> str:
    """Return the figures as text: the ratio to raw pyoxigraph first, seconds beside it."""
    lines = [f"{'task':44} {'engine':12} {'ratio':>8} {'of best':>8} {'seconds':>12}"]
    for timing in timings:
        ratio = f"{timing.ratio:8.2f}" if timing.ratio is not None else f"{'-':>8}"
        best = f"{timing.best:8.2f}" if timing.best is not None else f"{'-':>8}"
        lines.append(f"{timing.task:44} {timing.engine:12} {ratio} {best} {timing.seconds:12.5f}")
    return "\n".join(lines)


def too_slow(timings: list[Timing]) -> list[Timing]:
    """Return our loadings that took more than `LIMIT` times as long as the raw engine's."""
    return [
        timing
        for timing in timings
        if timing.engine == OURS
        and timing.task.startswith("load")
        and timing.best is not None
        and timing.best > LIMIT
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its table; return 1 when loading is too slow."""
    parser = argparse.ArgumentParser(prog="benchmarks.store")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--full", action="store_true", help="rdflib at any size")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    given = parser.parse_args(arguments)
    register = Register(given.documents)
    with_rdflib = given.full or given.documents <= _RDFLIB_AT_MOST
    with tempfile.TemporaryDirectory(prefix="cascade-bench-") as folder:
        timings = measure(register, given.repeat, with_rdflib, Path(folder))
    print(f"{given.documents} documents, {given.repeat} round(s), medians")
    print(table(timings))
    if given.json:
        rows = [[t.task, t.engine, t.seconds, t.ratio, t.best] for t in timings]
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    slow = too_slow(timings)
    for timing in slow:
        print(f"too slow: {timing.task}: {timing.best:.2f} > {LIMIT}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
