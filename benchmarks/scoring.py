"""What reading gets of our own gold, beside what it got when that was last kept.

    python -m benchmarks.scoring [--keep]

Every text of data/gold is read with what split.csv says of it from outside (day, province), and
judged. For dev the items gained and lost are named; of test only figures are told and kept, so
that nobody tunes rules to it. `--keep` writes data/gold/scores.json anew. The end of the process is
1 when a figure is below its floor: floors are raised with the reader, never lowered.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.agreement import GOLD, Agreement, agreement, changes, figures
from benchmarks.gold.keys import Item
from graph.extract.interchange import as_json
from graph.extract.pipeline import extract
from graph.knowledge import knowledge_of
from graph.model import PartialDate
from graph.read.article import Hints, read_article
from graph.read.register import default_register, read_register

KEPT = GOLD / "scores.json"
SPLITS = ("dev", "test")
#: The least F1 by metric, a little below what was reached when it was set.
FLOORS: Mapping[str, Mapping[str, float]] = {
    "dev": {
        "mentions": 0.98,
        "documents": 0.98,
        "resolution": 0.99,
        "terms": 0.97,
        "relations": 0.95,
        "between docs": 0.92,
        "evidence": 0.97,
        "officials": 0.96,
        "positions": 0.96,
        "results": 0.9,
        "issue dates": 0.94,
        "assignments": 0.92,
        "deadlines": 0.97,
    },
    "test": {
        "mentions": 0.94,
        "documents": 0.93,
        "resolution": 0.95,
        "terms": 0.95,
        "relations": 0.85,
        "between docs": 0.79,
        "evidence": 0.94,
        "officials": 0.94,
        "positions": 0.95,
        "results": 0.75,
        "issue dates": 0.87,
        "assignments": 0.74,
        "deadlines": 0.92,
    },
}
#: The most mentions on a trap and relations the wrong way round.
CEILINGS: Mapping[str, Mapping[str, int]] = {
    "dev": {
        "traps": 0,
        "turned": 0,
    },
    "test": {
        "traps": 1,
        "turned": 0,
    },
}


def read_split(split: str, folder: Path) -> None:
    """Read the texts of a split and write what is read into a folder.

    Parameters
    ----------
    split : `dev` or `test`.
    folder : gets one file of the interchange format for each text.
    """
    knowledge = knowledge_of(read_register(default_register())[0])
    with (GOLD / "split.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["split"] == split]
    for row in rows:
        day = PartialDate.parse(row["published"]) if row["published"] else None
        hints = Hints(published=day, province=row["province"] or None)
        article = read_article(GOLD / "texts" / split / f"{row['name']}.txt", hints)
        told = as_json(extract(article, knowledge))
        (folder / f"{row['name']}.json").write_text(told, encoding="utf-8")


def score(split: str) -> Agreement:
    """Return how the reading of a split is judged by its gold."""
    with tempfile.TemporaryDirectory(prefix="cascade-scoring-") as folder:
        read_split(split, Path(folder))
        return agreement(GOLD / split, Path(folder))


def kept_of(split: str, found: Agreement) -> Item:
    """Return what is kept of a score: of test the figures alone."""
    told = figures(found)
    if split == "dev":
        return told
    metrics = {
        name: {key: value for key, value in one.items() if key not in {"missed", "wrong"}}
        for name, one in told["metrics"].items()
    }
    return {**told, "metrics": metrics, "traps": len(found.traps), "turned": len(found.turned)}


def table(split: str, found: Agreement, before: Item | None) -> str:
    """Return the figures of a split as lines, what it got before beside them."""
    lines = [f"{split:14}{'P':>7}{'R':>7}{'F1':>7}{'before':>8}{'floor':>7}   found/asked"]
    for name, tally in found.there.items():
        if not (tally.asked or tally.told):
            lines.append(f"{name:14}    n/a")
            continue
        old = before["metrics"].get(name, {}).get("f1") if before else None
        least = FLOORS[split].get(name)
        figures_now = (tally.precision, tally.recall, tally.f1)
        shares = "".join(f"{round(one, 4):7.3f}" for one in figures_now)  # as they are kept
        beside = f"{_told(old, 8)}{_told(least, 7)}"
        unread = "   chưa đọc / not read" if tally.asked and not tally.told else ""
        lines.append(f"{name:14}{shares}{beside}{tally.found:>9}/{tally.asked}{unread}")
    counts = (("traps hit", found.traps), ("turned round", found.turned))
    return "\n".join([*lines, *(f"{name:14}{len(one):7}" for name, one in counts)])


def _told(figure: float | None, width: int) -> str:
    return f"{'-':>{width}}" if figure is None else f"{figure:{width}.3f}"


def faults(split: str, found: Agreement) -> Iterator[str]:
    """Yield what is worse than it may be."""
    for name, least in FLOORS[split].items():
        if found.there[name].f1 < least:
            yield f"{split}, {name}: F1 {found.there[name].f1:.3f} < {least:.3f}"
    counts = {"traps": len(found.traps), "turned": len(found.turned)}
    for name, most in CEILINGS[split].items():
        if counts[name] > most:
            yield f"{split}, {name}: {counts[name]} > {most}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores; return 1 when one is below its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--keep", action="store_true", help="keep the scores as they are now")
    chosen = parser.parse_args(arguments)
    before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    found = {split: score(split) for split in SPLITS}
    for split, one in found.items():
        print(table(split, one, before.get(split)), end="\n\n")
    if before:
        print(changes(before["dev"], found["dev"]))
    worse = [fault for split, one in found.items() for fault in faults(split, one)]
    print(
        "\n".join(f"✗  {fault}" for fault in worse) or "✓  không dưới sàn / nothing below its floor"
    )
    if chosen.keep:
        told = {split: kept_of(split, one) for split, one in found.items()}
        KEPT.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
