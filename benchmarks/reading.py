"""Reading texts: quality against an annotated folder, cost against a frozen plain regex, linearity.

    python -m benchmarks.reading [--gold DIR] [--repeat 25] [--ner PYTHON] [--json FILE]

`--gold` is a folder of annotated articles with the scorer beside it; without one, and none in the
shared folder beside the checkout, quality is left out and the cost is that of our own texts. The
end of the process tells: 1 when reading costs more than `LIMIT` passes of the regex, when two
processes read less than `TWO` times what one does, when the NER of `--ner` (an interpreter that has
underthesea) is less than `FASTER` times slower, or when four times a hard line costs much more than
four times the work. Costs are processor time, measured in
turns with the regex; the ratio is the median of paired rounds, that of the fastest stands beside.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from benchmarks.baseline_grammar import mentions
from benchmarks.reading_beside import beside_ner, form_lines, memory, scaling
from graph.extract.gazetteer import Knowledge
from graph.extract.interchange import as_json
from graph.extract.pipeline import extract
from graph.extraction import Article
from graph.knowledge import knowledge_of
from graph.read.article import article_of, read_article
from graph.read.register import default_register, read_register

LIMIT = 12.0
#: What two processes read of what one does, and how much slower the NER is, at least.
TWO, FASTER = 1.7, 100.0
#: Work for four times the text, at most, as a multiple; linear is 4.
GROWTH = 6.0
_ROOT = Path(__file__).resolve().parent.parent
_SMALL, _LARGE = 250_000, 1_000_000
_HARD = {
    "số số số": "số ",
    "1-1-1": "1-",
    "((((": "(",
    "()()": "()",
    "18-NQ/TW,": "18-NQ/TW, ",
    "Nghị quyết": "Nghị quyết ",
    "thực hiện": "thực hiện ",
    "khóa khóa": "(khóa ",
    "Đồng chí": "Đồng chí Nguyễn Văn A, ",
    "ngày 1-1": "ngày 1-1-",
    "Ban Ban": "Ban ",
    "1.111.111": "1.111",
    "tựa trong tựa": "Quyết định số 1/QĐ-UBND về việc thực hiện Kế hoạch số 2/KH-UBND; ",
    "ủy quyền": "ủy quyền Sở Tài chính làm hồ sơ; Sở Y tế làm hồ sơ ",
}


@dataclass(frozen=True, slots=True)
class Growth:
    """What a hard line costs: seconds for one million characters, and against a quarter of it."""

    line: str
    seconds: float
    growth: float


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading costs beside the plain regex, taken in turns text by text.

    `multiple` = the median of the ratios of neighbouring turns, text by text, each text with its
    share of the plain pass; `fastest` = the fastest reading of each text against its fastest plain
    pass; `seconds` of processor time of those fastest readings.
    """

    seconds: float
    multiple: float
    fastest: float


def spent(work: Callable[[], object]) -> float:
    """Return the processor seconds of some work: waiting for other processes is not its cost."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def cost(articles: Sequence[Article], knowledge: Knowledge, repeat: int) -> Cost:
    """Return what it costs to read the texts, against one pass of the plain regex over them.

    Both are measured in turns, so that a busy moment of the machine meets both: the median of
    their ratios holds on a loaded machine, where the fastest rounds are those of different moments.
    """
    for article in articles:
        extract(article, knowledge)  # tables that are made once are not the cost of a text
    reading: list[list[float]] = [[] for _ in articles]
    plain: list[list[float]] = [[] for _ in articles]
    for _ in range(repeat):
        for place, article in enumerate(articles):
            reading[place].append(spent(partial(extract, article, knowledge)))
            plain[place].append(spent(partial(mentions, article.text)))
    seconds, passes = [min(rounds) for rounds in reading], [min(rounds) for rounds in plain]
    ratios = [
        statistics.median(read / passed for read, passed in zip(*rounds, strict=True))
        for rounds in zip(reading, plain, strict=True)
    ]
    shared = sum(ratio * share for ratio, share in zip(ratios, passes, strict=True))
    return Cost(sum(seconds), shared / sum(passes), sum(seconds) / sum(passes))


def growth(name: str, piece: str, knowledge: Knowledge) -> Growth:
    """Return how the cost of one endless line grows with its length."""

    def seconds(length: int) -> float:
        line = (piece * (length // len(piece) + 1))[:length]
        article = article_of(line.encode(), "hard", place="hard")
        return spent(lambda: extract(article, knowledge))

    small, large = seconds(_SMALL), seconds(_LARGE)
    return Growth(name, large, large / max(small, 1e-9))


def scores(gold: Path, articles: Sequence[Article], knowledge: Knowledge) -> str:
    """Return what the scorer beside the gold says of the readings, as it prints it."""
    with tempfile.TemporaryDirectory(prefix="cascade-reading-") as folder:
        for article in articles:
            told = as_json(extract(article, knowledge))
            Path(folder, f"{article.identifier}.json").write_text(told, encoding="utf-8")
        command = [sys.executable, str(gold.parent / "score.py"), str(gold), folder, "--quiet"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def gold_folder(given: Path | None) -> Path | None:
    """Return the annotated folder: the one given, else that of the shared folder, else none."""
    shared = Path(os.environ.get("CASCADE_SHARED") or _ROOT.parent / "shared")
    place = given or shared / "gold" / "seeds"
    return place if place.is_dir() else None


def articles_of(gold: Path | None) -> list[Article]:
    """Return the annotated articles, or where there are none our own texts."""
    if gold is None:
        return [read_article(file) for file in sorted((_ROOT / "data" / "corpus").glob("*.txt"))]
    told = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(gold.glob("*.json"))]
    return [read_article(gold / one["source"]["text_file"]) for one in told]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its figures; return 1 when one is beyond its limit."""
    parser = argparse.ArgumentParser(prog="benchmarks.reading")
    parser.add_argument("--gold", type=Path, help="folder of annotated articles")
    parser.add_argument("--repeat", type=int, default=25)
    parser.add_argument("--ner", type=Path, help="an interpreter that has underthesea")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    given = parser.parse_args(arguments)
    knowledge = knowledge_of(read_register(default_register())[0])
    gold = gold_folder(given.gold)
    articles = articles_of(gold)
    if gold is not None:
        print(scores(gold, articles, knowledge))
    reading = cost(articles, knowledge, given.repeat)
    characters = sum(len(article.text) for article in articles)
    print(
        f"{reading.multiple:.1f} plain passes (median of paired rounds; fastest "
        f"{reading.fastest:.1f}): {characters:,} characters in {reading.seconds * 1000:.1f} ms"
    )
    print(form_lines())
    beside = {"memory": float(memory(articles)), "two": scaling(articles, given.repeat)}
    print(f"memory {beside['memory'] / 1e6:.0f} MB, two processes {beside['two']:.2f} x one")
    if given.ner:
        compared = beside_ner(given.ner, articles, knowledge)
        beside["ner"] = compared.multiple
        print(compared.line())
    grown = [growth(name, piece, knowledge) for name, piece in _HARD.items()]
    for one in grown:
        print(f"{one.line:<12} 1 MB {one.seconds:7.2f} s, 4 x text = {one.growth:5.2f} x work")
    if given.json:
        rows = [[one.line, one.seconds, one.growth] for one in grown]
        figures = {**asdict(reading), **beside, "growth": rows}
        given.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    within = reading.multiple <= LIMIT and beside["two"] >= TWO
    within &= beside.get("ner", FASTER) >= FASTER
    return 0 if within and all(one.growth <= GROWTH for one in grown) else 1


if __name__ == "__main__":
    sys.exit(main())
