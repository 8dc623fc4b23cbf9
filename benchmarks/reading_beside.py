"""What stands beside the cost of reading: a common NER, memory, two processes, and each form."""

from __future__ import annotations

import csv
import json
import multiprocessing
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.pool import Pool
from pathlib import Path

from benchmarks.agreement import GOLD, agreement
from benchmarks.scoring import read_split
from graph.extract.gazetteer import Knowledge
from graph.extract.pipeline import extract
from graph.extraction import Article
from graph.knowledge import knowledge_of
from graph.read.article import read_article
from graph.read.register import default_register, read_register

_SPAWN = multiprocessing.get_context("spawn")
_METRICS = ("mentions", "documents", "relations", "officials")
# Run by another interpreter: underthesea (GPL-3.0) is neither needed nor installed here.
_NER = """
import json, sys, time
from importlib.metadata import version
from underthesea import ner
texts = json.load(sys.stdin)
ner("Chủ tịch UBND tỉnh Hà Tĩnh")
begun = time.process_time()
for text in texts:
    ner(text)
print(version("underthesea"), time.process_time() - begun)
"""


@dataclass(frozen=True, slots=True)
class Beside:
    """What reading and underthesea's NER take over the same texts, in processor seconds."""

    version: str
    texts: int
    characters: int
    ner: float
    reading: float

    @property
    def multiple(self) -> float:
        """Return how many times as long the NER takes."""
        return self.ner / self.reading

    def line(self) -> str:
        """Return the figures as a line."""
        return (
            f"underthesea {self.version} NER: {self.multiple:.0f} x as long "
            f"({self.ner:.1f} s and {self.reading:.3f} s, {self.texts} texts, "
            f"{self.characters:,} characters)"
        )


def beside_ner(python: Path, articles: Sequence[Article], knowledge: Knowledge) -> Beside:
    """Return the cost of both over the texts given and those of the dev part of our gold.

    Each reads every text once with what it makes only once at hand.

    Parameters
    ----------
    python : an interpreter that has underthesea.
    articles : texts beside those of our gold.
    knowledge : of the register.
    """
    ours = sorted((GOLD / "texts" / "dev").glob("*.txt"))
    texts = [*articles, *map(read_article, ours)]
    version, ner = _ner(python, texts)
    extract(texts[0], knowledge)
    begun = time.process_time()
    for text in texts:
        extract(text, knowledge)
    reading = time.process_time() - begun
    return Beside(version, len(texts), sum(len(one.text) for one in texts), ner, reading)


def _ner(python: Path, articles: Sequence[Article]) -> tuple[str, float]:
    """Return the version of underthesea and the processor seconds of its NER over the texts."""
    texts = json.dumps([article.text for article in articles])
    # One thread, as reading has: what waits for other processors is no cost of a text.
    alone = {**os.environ, "OMP_NUM_THREADS": "1"}
    told = subprocess.run(
        [str(python), "-c", _NER],
        input=texts,
        capture_output=True,
        text=True,
        check=True,
        env=alone,
    )
    version, seconds = told.stdout.split()[-2:]
    return version, float(seconds)


def memory(articles: Sequence[Article]) -> int:
    """Return how many bytes a process that reads the texts has at its most."""
    with _SPAWN.Pool(1) as pool:
        return pool.apply(_peak, (articles,))


def _peak(articles: Sequence[Article]) -> int:
    knowledge = knowledge_of(read_register(default_register())[0])
    for article in articles:
        extract(article, knowledge)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def scaling(articles: Sequence[Article], rounds: int) -> float:
    """Return how many times as much two processes read as one does in the same time.

    Parameters
    ----------
    articles : the texts; each process reads all of them as often as it is told.
    rounds : how often one process reads them.
    """
    with _SPAWN.Pool(2, initializer=_prepare) as pool:
        pool.map(_read, [(articles, 1)] * 2, chunksize=1)  # tables are made once
        alone = _wall(pool, [(articles, rounds)])
        both = _wall(pool, [(articles, rounds)] * 2)
    return 2 * alone / both


def _wall(pool: Pool, work: list[tuple[Sequence[Article], int]]) -> float:
    begun = time.monotonic()
    pool.map(_read, work, chunksize=1)
    return time.monotonic() - begun


_KNOWN: list[Knowledge] = []


def _prepare() -> None:
    _KNOWN.append(knowledge_of(read_register(default_register())[0]))


def _read(work: tuple[Sequence[Article], int]) -> int:
    articles, rounds = work
    for _ in range(rounds):
        for article in articles:
            extract(article, _KNOWN[0])
    return len(articles)


def by_form(split: str = "dev") -> Mapping[str, Mapping[str, float]]:
    """Return F1 by metric for each kind of text of a split of our gold."""
    with (GOLD / "split.csv").open(encoding="utf-8", newline="") as lines:
        kinds = {row["name"]: row["kind"] for row in csv.DictReader(lines) if row["split"] == split}
    found: dict[str, Mapping[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="cascade-forms-") as folder:
        read_split(split, Path(folder))
        for kind in sorted(set(kinds.values())):
            with tempfile.TemporaryDirectory(prefix="cascade-form-") as mine:
                for name, one in kinds.items():
                    if one == kind:
                        told = Path(folder, f"{name}.json").read_bytes()
                        Path(mine, f"{name}.json").write_bytes(told)
                tallies = agreement(GOLD / split, Path(mine)).there
            found[kind] = {
                name: round(tallies[name].f1, 3)
                for name in _METRICS
                if tallies[name].asked or tallies[name].told
            }
    return found


def form_lines() -> str:
    """Return the figures of each form as lines."""
    rows = [f"{'F1 by form (dev)':18}" + "".join(f"{name:>11}" for name in _METRICS)]
    for kind, figures in by_form().items():
        told = (f"{figures[name]:.3f}" if name in figures else "-" for name in _METRICS)
        rows.append(f"{kind:18}" + "".join(f"{one:>11}" for one in told))
    return "\n".join(rows)
