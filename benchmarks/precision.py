"""What each rule of reading was right in on the dev part of our gold: the table of confidence.

    python -m benchmarks.precision [--check | --keep]

`--keep` writes graph/precision.py anew, `--check` ends with 1 when reading gives another one now.
A rule is what a relation claims and how plainly; beside relations stand numbers, days of issue,
terms, figures and mentions as a whole. The test part is never looked at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.agreement import GOLD, readings, text_of
from benchmarks.gold.assignments import assignments
from benchmarks.gold.edges import relations
from benchmarks.gold.keys import Item
from benchmarks.gold.pairing import Pairing
from benchmarks.gold.scores import documents, issue_dates, mentions, results, terms
from benchmarks.gold.tally import Tally
from benchmarks.scoring import read_split
from graph import precision

FILE = Path(precision.__file__)
_WHOLE = {
    "assignedTo": assignments,
    "issued": issue_dates,
    "mentions": mentions,
    "number": documents,
    "term": terms,
    "value": results,
}
_HEAD = '''"""How often each rule of reading was right on the dev part of data/gold: generated.

Made by `python -m benchmarks.precision --keep`; do not edit.
"""

from collections.abc import Mapping

#: By rule: how many of its claims were right, and how many there were.
RULES: Mapping[str, tuple[int, int]] = {
'''


def rules() -> Mapping[str, tuple[int, int]]:
    """Read the dev part and return by rule how many claims were right, and how many there were."""
    found: dict[str, Tally] = {}
    with tempfile.TemporaryDirectory(prefix="cascade-precision-") as folder:
        read_split("dev", Path(folder))
        tolds = readings(Path(folder))
        golds = readings(GOLD / "dev")
        for name in sorted(golds.keys() & tolds.keys()):
            text = text_of(golds[name], GOLD / "dev")
            for rule, tally in _judged(golds[name], tolds[name], text):
                found[rule] = found.get(rule, Tally()) + tally
    return {rule: (one.right, one.told) for rule, one in sorted(found.items()) if one.told}


def _judged(gold: Item, told: Item, text: str) -> Iterator[tuple[str, Tally]]:
    """Yield each rule that spoke in a text, with what of it was right."""
    whole = Pairing(gold, told, text)
    for name, metric in _WHOLE.items():
        yield name, metric(whole)
    by_rule: dict[str, list[Item]] = {}
    for one in told["relations"]:
        by_rule.setdefault(f"{one['predicate']}.{one['certainty']}", []).append(one)
    for rule, mine in by_rule.items():
        yield rule, relations(Pairing(gold, {**told, "relations": mine}, text))


def written(table: Mapping[str, tuple[int, int]]) -> str:
    """Return the module that holds the table."""
    rows = "".join(f'    "{rule}": ({right}, {told}),\n' for rule, (right, told) in table.items())
    return f"{_HEAD}{rows}}}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, keep it, or say whether the one that is kept is current."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--keep", action="store_true", help="write graph/precision.py anew")
    parser.add_argument("--check", action="store_true", help="say whether it is current")
    chosen = parser.parse_args(arguments)
    table = rules()
    if chosen.keep:
        FILE.write_text(written(table), encoding="utf-8")
    elif chosen.check and FILE.read_text(encoding="utf-8") != written(table):
        print("✗  graph/precision.py: python -m benchmarks.precision --keep")
        return 1
    for rule, (right, told) in table.items():
        print(f"{rule:28}{right:5}/{told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
