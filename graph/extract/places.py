"""Names of provinces in a text, and the one a place phrase speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.extract.gazetteer import Knowledge, KnownProvince
from graph.extract.openings import Opened, opened_by
from graph.extract.phrases import at_word
from graph.extract.text import Folded, with_old_tone
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
    text: Folded, knowledge: Knowledge, start: int = 0, end: int | None = None
) -> list[FoundPlace]:
    """Return the provinces named in a text, longest name first where names overlap.

    Names open with a capital; only there is one looked for.
    """
    patterns = _patterns(tuple(knowledge.places))
    if patterns is None:
        return []
    capital, names = patterns
    lower, here = text.folded, start
    stop = len(lower) if end is None else end
    found = []
    for at in names.places(text.openings, start, stop):
        if at < here or capital.match(text.shaped, at) is None:
            continue
        name = names.pattern.match(lower, at, stop)
        if name is not None:
            here = name.end()
            found.append(FoundPlace(at, here, knowledge.places[name[0]], _weight(lower, at)))
    return found


def _weight(lower: str, start: int) -> int:
    before = lower[max(0, start - 20) : start]
    return max((weight for lead, weight in _LEADS.items() if before.endswith(lead)), default=1)


@lru_cache(maxsize=8)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], Opened] | None:
    """Return what names open with, in capitals of the shaped text, and the folded names."""
    spelt = sorted({fold_name(name) for name in names}, key=len, reverse=True)
    if not spelt:
        return None
    first = {name.split(" ")[0] for name in spelt}
    first |= {with_old_tone(syllable) for syllable in first}
    opens = sorted({*(one.capitalize() for one in first), *(one.upper() for one in first)})
    return (
        re.compile(at_word(map(re.escape, sorted(opens, key=len, reverse=True)))),
        opened_by(map(re.escape, spelt)),
    )
