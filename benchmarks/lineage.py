"""Lineage over the index beside SPARQL property paths and networkx, in one run on one country.

    python -m benchmarks.lineage [--documents 10000] [--json FILE] [--keep FOLDER]

Ratios come first: they can be compared between machines, milliseconds cannot. The end of the
process tells: 1 when a ratio is beyond its limit, or two ways of asking give different answers.
Below a million documents the ratios are told but not held against their limits, which speak of a
million: a property path over few documents is soon done.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pyoxigraph
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat

from benchmarks.country.documents import Documents
from benchmarks.country.plan import Form
from benchmarks.country.writing import write
from benchmarks.following import follow
from benchmarks.national import country
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LAST_DAY, LINEAGE_BITS, WHOLE_BITS, LineageIndex, Numbers
from graph.lineage.index.build import index_of
from graph.lineage.index.files import load, save
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import counted, least_in_groups, reachable, spread
from graph.lineage.units import UnitSet
from graph.store.importing import import_file
from graph.store.local import LocalStore
from graph.store.protocol import Reader
from ontology import terms as cas

FULL = 1_000_000
_PAGE, _SET = 50, 63
_TODAY = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a ratio must be: at least, or at most."""

    ratio: float
    least: bool = True

    def holds(self, found: float) -> bool:
        """Tell whether a ratio is within it."""
        return found >= self.ratio if self.least else found <= self.ratio

    def __str__(self) -> str:
        return f"{'>=' if self.least else '<='} {self.ratio:g}"


@dataclass(frozen=True, slots=True)
class Measured:
    """One task: how its time stands to that of the other way, and both in milliseconds."""

    task: str
    ratio: float
    limit: Limit
    own: float
    other: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Labour:
    """Seconds that some work took, and those of the processor: beside other load they differ."""

    seconds: float
    processor: float


@dataclass
class Run:
    """One country, loaded, with what was measured so far."""

    documents: Documents
    folder: Path
    ready: Path | None = None
    measured: list[Measured] = field(default_factory=list)
    different: list[str] = field(default_factory=list)

    def add(self, task: str, limit: Limit, own: float, other: float, note: str = "") -> None:
        """Note a task; for a least ratio it is other to own, for a greatest own to other."""
        ratio = other / own if limit.least else own / other
        one = Measured(task, ratio, limit, own * 1e3, other * 1e3, note)
        self.measured.append(one)
        print(line(one), file=sys.stderr, flush=True)  # the whole takes long

    def compare(self, task: str, greatest: float, own: Labour, other: Labour) -> None:
        """Note work beside other work; the time of the processor is told as well."""
        share = own.processor / other.processor
        note = f"processor {share:.2f}: {own.processor:.0f} s, {other.processor:.0f} s"
        self.add(task, Limit(greatest, least=False), own.seconds, other.seconds, note)

    def same(self, task: str, one: object, other: object) -> None:
        """Note when two ways of asking give different answers."""
        if one != other:
            self.different.append(task)


def timed(work: Callable[[], Any], times: int = 1) -> tuple[float, Any]:
    """Return the median of the seconds that some work takes, and its last result."""
    taken, result = [], None
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), result


def laboured(work: Callable[[], Any]) -> Labour:
    """Do some work once; return what it took."""
    start, processor = time.perf_counter(), time.process_time()
    work()
    return Labour(time.perf_counter() - start, time.process_time() - processor)


def load_both(run: Run) -> LocalStore:
    """Load the country with the raw engine and with ours; make the index; open it again."""
    file, store = run.ready or run.folder / "country.nq", LocalStore(run.folder / "ours")
    if run.ready is None:
        write(run.documents, file)

    def raw() -> None:
        engine = pyoxigraph.Store(run.folder / "raw")
        engine.bulk_load(path=file, format=RdfFormat.N_QUADS)
        engine.flush()  # ours is on the disk as well when it is published

    bulk = laboured(raw)
    shutil.rmtree(run.folder / "raw")
    ours = laboured(lambda: import_file(store, file))
    run.compare("import, without an index, to bulk load", 1.25, ours, bulk)
    with store.read() as reader:
        build = laboured(lambda: index_for(reader))
        run.compare("index made and left, to bulk load", 0.7, build, bulk)
        both = Labour(ours.seconds + build.seconds, ours.processor + build.processor)
        run.compare("import with the index, to bulk load", 2, both, bulk)
        index = index_for(reader)
        save(index, "bench", run.folder / "saved")
    again, opened = timed(lambda: load(run.folder / "saved"), 5)
    run.same("index as opened again", opened is not None and len(opened[1]), len(index))
    size = (run.folder / "saved" / "lineage.index").stat().st_size / 1e6
    run.add("index opened again, to half a second", Limit(1, least=False), again, 0.5)
    run.add("bytes of the index, to 500 MB", Limit(1, least=False), size / 1e3, 0.5)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    run.add("peak memory of this run, to 3 GB", Limit(1, least=False), peak / 1e3, 3e-3)
    if run.ready is None:
        file.unlink()
    return store


def cascades(run: Run, reader: Reader, index: LineageIndex) -> None:
    """Measure the great cascade and one of the others, against property paths and networkx."""
    plan = run.documents.plan
    for name, subject, least in (("great", 0, 30), ("ordinary", 1, 50)):
        root = int(np.flatnonzero((plan.form == Form.RESOLUTION) & (plan.subject == subject))[0])
        iri = run.documents.addresses[root]
        number = index.names.find(iri)

        def own(start: int = number) -> tuple[Numbers, Any]:
            reached = reachable(index, start)
            found = reached.documents[1:]
            return found, counted(index.columns, found, len(index.units))

        mine, (found, table) = timed(own, 30)
        path, answer = timed(lambda: _addresses(reader, f"?d <{cas.restsOn}>+ <{iri}>"))  # noqa: B023
        size = f"{len(found)} documents"
        run.same(f"{name} cascade", sorted(index.addresses(found)), sorted(answer))
        run.same(f"{name} cascade, counted", int(table.sum()), len(answer))
        run.add(f"{name} cascade, to SPARQL", Limit(least), mine, path, size)
        as_of = index.columns.issued_from <= date(2020, 1, 1).toordinal()
        bare, _ = timed(lambda: reachable(index, number), 30)  # noqa: B023
        then, _ = timed(
            lambda: reachable(index, number, allowed=as_of),  # noqa: B023
            30,
        )
        run.add(f"{name} cascade as of a day, to all", Limit(2, least=False), then, bare)
        if subject == 0:
            _beside_networkx(run, index, number, mine, len(found))


def _beside_networkx(run: Run, index: LineageIndex, root: int, mine: float, size: int) -> None:
    sources = np.repeat(np.arange(len(index)), np.diff(index.down.starts))
    lineage = (index.down.relations & LINEAGE_BITS) != 0
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edges_from(
        zip(sources[lineage].tolist(), index.down.targets[lineage].tolist(), strict=True)
    )
    other, found = timed(lambda: nx.descendants(graph, root), 3)
    run.same("great cascade in networkx", len(found), size)
    run.add("great cascade, to networkx", Limit(5), mine, other, f"{size} documents")


def upward(run: Run, reader: Reader, index: LineageIndex) -> None:
    """Measure what documents of communes rest on, all the way up."""
    chance = np.random.default_rng(5)
    communes = np.flatnonzero(run.documents.plan.form == Form.COMMUNE)
    own, path = [], []
    for place in chance.choice(communes, 50).tolist():
        iri = run.documents.addresses[place]
        number = index.names.find(iri)
        mine, reached = timed(lambda: reachable(index, number, down=False), 5)  # noqa: B023
        other, answer = timed(lambda: _addresses(reader, f"<{iri}> <{cas.restsOn}>+ ?d"), 3)  # noqa: B023
        run.same("upward lineage", sorted(index.addresses(reached.documents[1:])), sorted(answer))
        own.append(mine)
        path.append(other)
    run.add("upward lineage, to SPARQL", Limit(2), statistics.median(own), statistics.median(path))


def _addresses(reader: Reader, pattern: str) -> list[str]:
    answer = reader.query(f"SELECT DISTINCT ?d {{ {pattern} }}")
    assert isinstance(answer, QuerySolutions)
    return [row["d"].value for row in answer if isinstance(row["d"], NamedNode)]


def coverage(run: Run, reader: Reader, index: LineageIndex) -> None:
    """Measure the earliest document of each of the 63 units in the great cascade."""
    root = run.documents.addresses[0]
    number = index.names.find(root)
    units = UnitSet(Facts(reader), _SET)
    places = {unit.iri: place for place, unit in enumerate(units.units)}
    group = np.array([*(places.get(iri, -1) for iri in index.units), -1], np.int32)

    def own() -> tuple[Any, Any]:
        found = reachable(index, number).documents[1:]
        groups = group[index.columns.unit[found]]
        least, _ = least_in_groups(groups, index.columns.issued_from[found], len(places))
        return least, np.bincount(groups[groups >= 0], minlength=len(places))

    def path() -> dict[str, int]:
        answer = reader.query(f"""SELECT ?u (MIN(STR(?i)) AS ?first) (COUNT(DISTINCT ?d) AS ?n) {{
            {{ SELECT DISTINCT ?d {{ ?d <{cas.restsOn}>+ <{root}> }} }}
            ?d <{cas.unit}> ?u . ?u <{cas.unitSet}> "{_SET}" .
            OPTIONAL {{ ?d <{cas.issued}> ?i }} }} GROUP BY ?u""")
        assert isinstance(answer, QuerySolutions)
        return {row["u"].value: int(row["n"].value) for row in answer}

    mine, (_, counts) = timed(own, 30)
    other, found = timed(path)
    mine_counts = {unit: int(counts[place]) for unit, place in places.items() if counts[place]}
    run.same("coverage", mine_counts, found)
    run.add("coverage of 63 units, to SPARQL", Limit(60), mine, other, f"{len(found)} units found")


def stale(run: Run, reader: Reader, index: LineageIndex) -> None:
    """Measure which documents rest on one that another replaced or repealed, and since when."""

    def own() -> tuple[Any, Any]:
        on, columns = _TODAY.toordinal(), index.columns
        ended = np.where(columns.ended_maybe <= on, columns.ended_maybe, LAST_DAY).astype(np.int32)
        least, origin = spread(index, ended)
        in_force = (columns.since_from <= on) & (ended == LAST_DAY)
        return np.flatnonzero(in_force & (least != LAST_DAY)), origin

    def replaced() -> Any:
        """Return what rests on anything that was replaced, be it in part, as the path asks."""
        ends = (index.up.relations & WHOLE_BITS) != 0
        days = np.full(len(index), LAST_DAY, np.int32)
        days[index.up.targets[ends]] = 0
        return np.flatnonzero(spread(index, days)[0] != LAST_DAY)

    mine, (found, _) = timed(own, 5)
    edges = f"<{cas.replaces}>|<{cas.repeals}>"
    other, answer = timed(lambda: _addresses(reader, f"?e {edges} ?b . ?d <{cas.restsOn}>+ ?b"))
    run.same("stale scan", sorted(index.addresses(replaced())), sorted(answer))
    run.add("stale scan of all, to SPARQL", Limit(50), mine, other, f"{len(found)} documents")


def details(run: Run, reader: Reader, index: LineageIndex) -> None:
    """Measure the first page of the great cascade with its evidence; the limit is a time."""
    reached = reachable(index, index.names.find(run.documents.addresses[0]))
    places = range(1, min(_PAGE + 1, len(reached)))
    links = [
        (
            index.names[int(reached.documents[place])],
            index.names[int(reached.documents[reached.parents[place]])],
        )
        for place in places
    ]

    def own() -> list[Any]:
        facts = Facts(reader)
        facts.read_subjects(iri for iri, _ in links)
        facts.read_links(links)
        return [(facts.of(iri), evidence_of(facts, iri, basis)) for iri, basis in links]

    mine, rows = timed(own, 9)
    run.same("details", all(about for about, _ in rows), True)
    run.same("evidence", sum(bool(found) for _, found in rows) > len(rows) // 2, True)
    run.add("details of a page of 50, to 30 ms", Limit(1, least=False), mine, 0.030)


def increment(run: Run, store: LocalStore) -> None:
    """Measure answers after one source came, from the commit on, in a process that serves."""
    served = follow(store.path, run.documents.addresses[0], run.documents.addresses[5])
    run.same("increment", served.found, True)
    with store.read() as reader:
        followed, anew = index_for(reader), index_of(reader)
        run.same("increment, to an index made anew", list(_told(followed)), list(_told(anew)))
    told = ", ".join(f"{1e3 * one:.0f}" for one in served.seconds)
    slowest = max(served.seconds)
    run.add("answers after commits, to 150 ms", Limit(1, least=False), slowest, 0.150, told)
    for what, size in (("opened", served.opened), ("after answers", served.resident)):
        run.add(f"resident {what}, to 500 MB", Limit(1, least=False), size / 1e9, 0.5)


def _told(index: LineageIndex) -> Iterator[bytes]:
    for edges in (index.up, index.down):
        yield edges.starts.tobytes()
        yield edges.targets.tobytes()
        yield edges.relations.tobytes()
    yield index.columns.ended_maybe.tobytes()
    yield index.columns.ended_surely.tobytes()


def line(one: Measured) -> str:
    """Return one task as text: ratio and limit first, milliseconds beside them."""
    ratio = f"{one.task:42} {one.ratio:9.2f} {one.limit!s:>8}"
    return f"{ratio} {one.own:12.3f} {one.other:12.3f}  {one.note}".rstrip()


def table(measured: list[Measured]) -> str:
    """Return what was measured as text."""
    head = f"{'task':42} {'ratio':>9} {'limit':>8} {'own ms':>12} {'other ms':>12}"
    return "\n".join([head, *map(line, measured)])


def measure(documents: int, folder: Path, ready: Path | None = None) -> Run:
    """Make a country of that size, or take the file it was written to, and measure on it."""
    run = Run(country(documents), folder, ready)
    store = load_both(run)
    with store.read() as reader:
        index = index_for(reader)
        for task in (cascades, upward, coverage, stale, details):
            task(run, reader, index)
    increment(run, store)
    return run


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its table; return 1 when a limit or an answer does not hold."""
    parser = argparse.ArgumentParser(prog="benchmarks.lineage")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    parser.add_argument("--folder", type=Path, help="where the stores are made and removed")
    parser.add_argument("--file", type=Path, help="that country, written already")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="cascade-bench-", dir=given.folder) as folder:
        run = measure(given.documents, Path(folder), given.file)
    print(f"{given.documents} documents; ratios first, then milliseconds, medians")
    print(table(run.measured))
    if given.json:
        rows = [[one.task, one.ratio, str(one.limit), one.own, one.other] for one in run.measured]
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    for task in run.different:
        print(f"different answers: {task}")
    beyond = [one for one in run.measured if not one.limit.holds(one.ratio)]
    for one in beyond if given.documents >= FULL else ():
        print(f"beyond its limit: {one.task}: {one.ratio:.2f}, {one.limit}")
    return 1 if run.different or (beyond and given.documents >= FULL) else 0


if __name__ == "__main__":
    sys.exit(main())
