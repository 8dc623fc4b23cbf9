"""Names of provinces in a text, and the one a place phrase speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.extract.gazetteer import Knowledge, KnownProvince
from graph.extract.phrases import at_word
from graph.extract.text import folded as fold_name

_LEADS = {
    "đảng bộ tỉnh ": 4,
    "đảng bộ thành phố ": 4,
    "tỉnh ủy ": 4,
    "thành ủy ": 4,
    "tỉnh ": 3,
    "thành phố ": 3,
    "ubnd tỉnh ": 4,
    "tp ": 2,
    "tp.": 2,
    "tp. ": 2,
}


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A province named in the text; `weight` says how strongly the text speaks of it."""

    start: int
    end: int
    province: KnownProvince
    weight: int


def find_places(
    folded: str, knowledge: Knowledge, start: int = 0, end: int | None = None
) -> list[FoundPlace]:
    """Return the provinces named in a folded text, longest name first where names overlap."""
    pattern = _pattern(tuple(knowledge.places))
    if pattern is None:
        return []
    stop = len(folded) if end is None else end
    return [
        FoundPlace(
            found.start(),
            found.end(),
            knowledge.places[found[0]],
            _weight(folded, found.start(), knowledge.places),
        )
        for found in pattern.finditer(folded, start, stop)
    ]


def _weight(folded: str, start: int, places: Mapping[str, KnownProvince]) -> int:
    before = folded[max(0, start - 20) : start]
    return max((weight for lead, weight in _LEADS.items() if before.endswith(lead)), default=1)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    spelt = sorted({fold_name(name) for name in names}, key=len, reverse=True)
    if not spelt:
        return None
    return re.compile(rf"{at_word(map(re.escape, spelt))}(?!\w)")
