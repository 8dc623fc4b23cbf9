"""From texts to the graph, end to end: nothing lost or doubled, and what more texts and hands cost.

    python -m benchmarks.ingesting [--texts DIR] [--articles 20000] [--workers 2]

Three runs over the same register: a tenth of the articles, all of them, and all of them with
several workers. Ratios come first: they can be compared between machines, seconds cannot, and CPU
seconds (all processes) tell what another load on the machine took. The articles are those of a
made-up country (`benchmarks.national`), which tells what each of them states; `--texts` names a
folder of others.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat

from benchmarks.country.articles import STATED, write_articles
from benchmarks.national import country
from graph.build import load_register
from graph.ingest import IngestReport, bring
from graph.read.article import Hints
from graph.readings import checked_sources
from graph.resolve.identity import source_iri
from graph.store.exchange import export
from graph.store.local import LocalStore
from graph.store.protocol import Reader
from graph.workers import reading
from ontology import terms as cas

_DOCUMENTS_AN_ARTICLE = 10  # of the country that the articles tell of
_NOW = datetime(2026, 7, 1, tzinfo=UTC)
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TYPE, _SUBJECT, _PREDICATE, _OBJECT = (
    NamedNode(_RDF + name) for name in ("type", "subject", "predicate", "object")
)
#: The article that states it, the document that carries out, the one that is carried out.
Edge = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock and of all CPUs, what it did, and what the store holds then."""

    articles: int
    workers: int
    seconds: float
    cpu: float
    faults: tuple[str, ...]
    checksum: str

    @property
    def told(self) -> str:
        """Return the run as a line of the table."""
        each = 1000 / self.articles
        return (
            f"{self.articles:9} {self.workers:8} {self.seconds:9.1f} {self.cpu:9.1f} "
            f"{self.seconds * each:9.2f} {self.cpu * each:9.2f}   {self.checksum[:12]}"
        )


def run(base: Path, files: Sequence[Path], workers: int, edges: Sequence[Edge]) -> Run:
    """Bring the articles into a copy of the store and look at what came of them.

    The copy stays until all runs are over: some file systems look through what was removed lately
    before they make a new file, which the next run would pay for.
    """
    place = Path(tempfile.mkdtemp(dir=base.parent, prefix=f"{len(files)}-{workers}-"), "store")
    shutil.copytree(base, place)
    store = LocalStore(place, processors=workers)
    begun, before = time.perf_counter(), _cpu()
    with reading(files, Hints(), _NOW, workers) as read:
        report = bring(
            store,
            read.results,
            linker=read.linker,
            now=_NOW,
            known=read.hear,
            expected=len(files),
        )
    seconds, cpu = time.perf_counter() - begun, _cpu() - before
    with store.read() as reader:
        faults = tuple(_faults(reader, report, files, edges))
        checksum = export(reader, io.BytesIO(), RdfFormat.N_QUADS).sha256
    store.close()
    return Run(len(files), workers, seconds, cpu, faults, checksum)


def _cpu() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _faults(
    reader: Reader, report: IngestReport, files: Sequence[Path], edges: Sequence[Edge]
) -> Iterator[str]:
    """Yield what is lost or doubled."""
    stored = checked_sources(reader)
    if not len(files) == len(report.sources) == len(set(report.sources)) == len(stored):
        yield f"{len(files)} articles, {len(report.sources)} brought in, {len(stored)} stored"
    claims = sum(
        1
        for source in stored
        for _ in reader.quads(predicate=_TYPE, object=NamedNode(cas.Claim), graph=NamedNode(source))
    )
    if claims != report.claims:
        yield f"{report.claims} claims made, {claims} stored"
    times = [_times(reader, *edge) for edge in edges]
    if any(count != 1 for count in times):
        yield f"{times.count(0)} of {len(edges)} stated relations lost, {sum(times)} claimed"


def _times(reader: Reader, source: str, child: str, parent: str) -> int:
    """Return how often an article claims, of whatever modality, that one implements another."""
    graph = NamedNode(source)
    claims = [quad.subject for quad in reader.quads(None, _SUBJECT, NamedNode(child), graph)]
    return sum(
        Quad(claim, _PREDICATE, NamedNode(cas.implements), graph) in found
        and Quad(claim, _OBJECT, NamedNode(parent), graph) in found
        for claim in claims
        for found in [set(reader.quads(claim, None, None, graph))]
    )


def _edges(texts: Path, files: Sequence[Path]) -> list[Edge]:
    """Return what the articles state, where a list of it stands beside them."""
    if not (texts / STATED).exists():
        return []
    sources = {one.relative_to(texts).as_posix(): source_iri(one.stem) for one in files}
    told = map(json.loads, (texts / STATED).read_text(encoding="utf-8").splitlines())
    return [
        (sources[one["file"]], one["child"], one["parent"])
        for one in told
        if one["file"] in sources
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; return 1 when something is lost, doubled or different."""
    parser = argparse.ArgumentParser(prog="benchmarks.ingesting")
    parser.add_argument("--texts", type=Path, help="folder of articles")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="cascade-bench-") as folder:
        base = Path(folder, "register")
        load_register(LocalStore(base), now=_NOW)
        texts = given.texts or Path(folder, "texts")
        if given.texts is None:
            # Kept no longer: the runs would look for garbage in all of it.
            write_articles(country(_DOCUMENTS_AN_ARTICLE * given.articles), texts, given.articles)
            gc.collect()
        files = sorted(texts.rglob("*.txt"))[: given.articles]
        runs = [
            run(base, some, workers, _edges(texts, some))
            for some, workers in (
                (files[: len(files) // 10], 1),
                (files, 1),
                (files, given.workers),
            )
        ]
    return _report(*runs)


def _report(few: Run, many: Run, shared: Run) -> int:
    more = many.articles / few.articles
    print(f"{more:.0f} times the articles cost {many.seconds / few.seconds:.2f} times", end=", ")
    print(f"{many.cpu / few.cpu:.2f} times the CPU (target 11)")
    print(f"{shared.workers} workers: {many.seconds / shared.seconds:.2f} times as fast", end=" ")
    print("(target 1.6)")
    same = many.checksum == shared.checksum
    print(f"the same graph whoever reads: {same}")
    print(f"{'articles':>9} {'workers':>8} {'s':>9} {'CPU s':>9} {'ms each':>9} {'CPU ms':>9}")
    for one in (few, many, shared):
        print(one.told)
    faults = [
        f"{one.articles}, {one.workers}: {fault}"
        for one in (few, many, shared)
        for fault in one.faults
    ]
    for fault in faults:
        print(fault)
    return 1 if faults or not same else 0


if __name__ == "__main__":
    sys.exit(main())
