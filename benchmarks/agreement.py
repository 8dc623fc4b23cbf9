"""Agreement of two annotations of the gold, and what a reading gets of it.

    python -m benchmarks.agreement [FIRST] [SECOND] [--sure] [--differences] [--json FILE]
                                   [--before FILE]

FIRST and SECOND are folders of JSON files of the same names; without them, the two annotations of
the test texts in data/gold. The first columns take FIRST as right and judge SECOND; `back` is F1
the other way round, `mean` of both is the agreement. With a folder of readings as SECOND the first
columns are its score. Texts that SECOND lacks are told and left out. `between docs` are the
relations of one document to another. Every mark of the one that is judged counts, also what it
calls optional; `--sure` leaves out what either calls optional. `--json` keeps the result, and
`--before` says what was gained and lost since one that was kept.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.gold.assignments import assignments, deadlines
from benchmarks.gold.edges import reversed_relations
from benchmarks.gold.keys import Item
from benchmarks.gold.pairing import Pairing, is_core
from benchmarks.gold.scores import METRICS, Metric, trap_hits
from benchmarks.gold.tally import Tally

GOLD = Path(__file__).resolve().parent.parent / "data" / "gold"
EVERY_METRIC: Sequence[tuple[str, Metric]] = (
    *METRICS,
    ("assignments", assignments),
    ("deadlines", deadlines),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two folders say of the same texts.

    `there` judges the second by the first, `back` the first by the second, metric by metric;
    `traps` are the mentions of the second on a trap of the first, `turned` its relations that are
    right the other way round; `compared` texts both have, `lacking` texts that only the first has.
    """

    there: Mapping[str, Tally]
    back: Mapping[str, Tally]
    traps: tuple[str, ...]
    turned: tuple[str, ...]
    compared: tuple[str, ...]
    lacking: tuple[str, ...]


def readings(folder: Path) -> Mapping[str, Item]:
    """Return the readings of a folder by the names of their files."""
    files = sorted(folder.glob("*.json"))
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def text_of(reading: Item, folder: Path) -> str:
    """Return the text that a reading of this folder names, characters as they stand."""
    file = folder / str(reading["source"]["text_file"])
    return file.read_bytes().decode("utf-8")


def compare(gold: Item, told: Item, text: str) -> Mapping[str, Tally]:
    """Judge one reading by another, metric by metric."""
    pair = Pairing(gold, told, text)
    return {name: metric(pair) for name, metric in EVERY_METRIC}


def sure(reading: Item) -> Item:
    """Return a reading without what it calls optional."""
    kept = {
        section: [item for item in reading[section] if is_core(item)]
        for section in ("documents", "officials", "relations", "results", "assignments")
        if section in reading
    }
    documents = [
        {**one, "mentions": [where for where in one["mentions"] if is_core(where)]}
        for one in kept.get("documents", ())
    ]
    return {**reading, **kept, "documents": documents}


def agreement(first: Path, second: Path, *, only_sure: bool = False) -> Agreement:
    """Compare two folders in both directions; `only_sure` = without what either calls optional."""
    golds, tolds = (
        {name: sure(one) if only_sure else one for name, one in readings(folder).items()}
        for folder in (first, second)
    )
    compared = tuple(name for name in golds if name in tolds)
    there = dict.fromkeys((name for name, _ in EVERY_METRIC), Tally())
    back, traps, turned = dict(there), list[str](), list[str]()
    for name in compared:
        text = text_of(golds[name], first)
        for metric, tally in compare(golds[name], tolds[name], text).items():
            there[metric] += _labelled(name, tally)
        for metric, tally in compare(tolds[name], golds[name], text).items():
            back[metric] += tally
        pair = Pairing(golds[name], tolds[name], text)
        traps += [f"{name}: {hit}" for hit in trap_hits(pair)]
        turned += [f"{name}: {one}" for one in reversed_relations(pair)]
    lacking = tuple(name for name in golds if name not in tolds)
    return Agreement(there, back, tuple(traps), tuple(turned), compared, lacking)


def _labelled(name: str, tally: Tally) -> Tally:
    """Return a tally whose items tell the text they are of."""
    missed, wrong = ([f"{name}: {one}" for one in part] for part in (tally.missed, tally.wrong))
    return replace(tally, missed=tuple(missed), wrong=tuple(wrong))


def table(found: Agreement) -> str:
    """Return the figures as lines for the terminal."""
    lines = [f"{'':14}{'P':>7}{'R':>7}{'F1':>7}{'back':>7}{'mean':>7}   found/asked   right/told"]
    for name, tally in found.there.items():
        back = found.back[name]
        if not (tally.asked or tally.told or back.asked or back.told):
            lines.append(f"{name:14}    n/a")
            continue
        shares = (tally.precision, tally.recall, tally.f1, back.f1, (tally.f1 + back.f1) / 2)
        counts = f"{tally.found}/{tally.asked}", f"{tally.right}/{tally.told}"
        figures = "".join(f"{share:7.3f}" for share in shares)
        lines.append(f"{name:14}{figures}{counts[0]:>14}{counts[1]:>13}")
    counts_of = (("traps hit", found.traps), ("turned round", found.turned))
    return "\n".join([*lines, *(f"{name:14}{len(one):7}" for name, one in counts_of)])


def differences(found: Agreement) -> str:
    """Return what only one of the two says, for whoever decides between them."""
    lines = []
    for name, tally in found.there.items():
        lines += [f"- {name}: {one}" for one in tally.missed]
        lines += [f"+ {name}: {one}" for one in tally.wrong]
    return "\n".join([*lines, *(f"! trap: {hit}" for hit in found.traps)])


def figures(found: Agreement) -> Item:
    """Return the figures with what is missed and wrong, to be kept and compared with later ones."""
    metrics = {
        name: {
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
            "back_f1": round(found.back[name].f1, 4),
            "asked": tally.asked,
            "told": tally.told,
            "missed": list(tally.missed),
            "wrong": list(tally.wrong),
        }
        for name, tally in found.there.items()
    }
    return {
        "texts": len(found.compared),
        "metrics": metrics,
        "traps": list(found.traps),
        "turned": list(found.turned),
    }


def as_json(found: Agreement) -> str:
    """Return the figures as JSON."""
    return json.dumps(figures(found), ensure_ascii=False, indent=1) + "\n"


def changes(before: Item, found: Agreement) -> str:
    """Return what was gained and lost since a result that was kept, metric by metric.

    `before` = what `as_json` wrote, parsed. A gain is an item that was missed or an error that was
    made before and is no more.
    """
    lines = []
    for name, tally in found.there.items():
        old = before["metrics"].get(name, {"f1": 0.0, "missed": (), "wrong": ()})
        lacks, errs, lacked, erred = map(
            set, (tally.missed, tally.wrong, old["missed"], old["wrong"])
        )
        gained = [*sorted(lacked - lacks), *sorted(erred - errs)]
        lost = [*sorted(lacks - lacked), *sorted(errs - erred)]
        if gained or lost:
            lines.append(
                f"{name}: F1 {old['f1']:.3f} → {tally.f1:.3f}, +{len(gained)} -{len(lost)}"
            )
            lines += [f"  + {one}" for one in gained] + [f"  - {one}" for one in lost]
    return "\n".join(lines or ["không đổi / no change"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the agreement of two folders."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("first", type=Path, nargs="?", default=GOLD / "test")
    parser.add_argument("second", type=Path, nargs="?", default=GOLD / "second")
    parser.add_argument("--sure", action="store_true", help="leave out what either calls optional")
    parser.add_argument(
        "--differences", action="store_true", help="name what only one of them says"
    )
    parser.add_argument("--json", type=Path, help="keep the result in this file")
    parser.add_argument("--before", type=Path, help="say what changed since this kept result")
    chosen = parser.parse_args(arguments)
    found = agreement(chosen.first, chosen.second, only_sure=chosen.sure)
    both, lacking = len(found.compared), len(found.lacking)
    print(f"{both} văn bản có ở cả hai / texts in both, {lacking} còn thiếu / lacking")
    if found.compared:
        print(table(found))
    if found.compared and chosen.differences:
        print(differences(found))
    if chosen.before:
        print(changes(json.loads(chosen.before.read_text(encoding="utf-8")), found))
    if chosen.json:
        chosen.json.write_text(as_json(found), encoding="utf-8")


if __name__ == "__main__":
    main()
