"""Counts of one metric, and how they are told to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.gold.keys import Item


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one metric.

    `asked` core items of the gold, `found` of them; `told` items of the other reading that are
    judged, `right` of them; `missed` and `wrong` name the others for people.
    """

    asked: int = 0
    found: int = 0
    told: int = 0
    right: int = 0
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.asked + other.asked,
            self.found + other.found,
            self.told + other.told,
            self.right + other.right,
            self.missed + other.missed,
            self.wrong + other.wrong,
        )

    @property
    def precision(self) -> float:
        """Share of what is told that is right; 1 where nothing is asked and nothing told."""
        return self.right / self.told if self.told else float(not self.asked)

    @property
    def recall(self) -> float:
        """Share of what is asked that is found; 1 where nothing is asked."""
        return self.found / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def share_of(verdicts: Mapping[str, bool]) -> Tally:
    """Return a tally of what is right among what can be judged."""
    right = sum(verdicts.values())
    lacking = tuple(label for label, good in verdicts.items() if not good)
    return Tally(len(verdicts), right, len(verdicts), right, lacking)


def name_of(document: Item) -> str:
    """Return what a person would call a document by."""
    name = document.get("number") or document.get("alias") or document.get("title")
    return f"{document.get('type')} {name}"
