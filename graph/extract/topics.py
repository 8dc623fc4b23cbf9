"""How well a title fits the words of a text: shared pairs of neighbouring syllables."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise

from graph.extract.text import Folded, folded

_SYLLABLE = re.compile(r"[^\W_]+")
_EMPTY = {"về", "và", "của", "các", "những", "một", "số", "việc", "trong", "cho", "với", "theo"}

Pairs = frozenset[tuple[str, str]]


class Syllables:
    """The syllables of a text, cut once; the pairs of a stretch are taken from them."""

    def __init__(self, text: Folded) -> None:
        self._text = text

    @cached_property
    def pairs(self) -> Pairs:
        """Return the pairs of the whole text."""
        return _pairs(_SYLLABLE.findall(self._text.folded))

    def pairs_in(self, start: int, end: int) -> Pairs:
        """Return the pairs of a stretch; a syllable cut at its edge counts as what is left."""
        starts, ends, syllables = self._places
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        found = syllables[first:last]
        for place in {first, last - 1} if found else ():
            left, right = max(start, starts[place]), min(end, ends[place])
            found[place - first] = folded(self._text.raw[left:right])
        return _pairs(found)

    @cached_property
    def _places(self) -> tuple[list[int], list[int], list[str]]:
        found = list(_SYLLABLE.finditer(self._text.folded))
        starts, ends = [one.start() for one in found], [one.end() for one in found]
        return starts, ends, [one[0] for one in found]


def _pairs(syllables: Iterable[str]) -> Pairs:
    """Return the pairs of neighbouring syllables, empty words left out."""
    return frozenset(pairwise(word for word in syllables if word not in _EMPTY))


def fit(title: str | None, words: Pairs) -> float:
    """Return the share of a title's pairs that stand in `words`; 0 without a title."""
    pairs = _of_title(title) if title else frozenset()
    return len(pairs & words) / len(pairs) if pairs else 0.0


def overlap(left: str, right: str) -> float:
    """Return the share of the shorter title's pairs that the other has too."""
    a, b = _of_title(left), _of_title(right)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(maxsize=1024)
def _of_title(title: str) -> Pairs:
    """Remember the pairs of titles, which are few and short; whole texts are not kept."""
    return _pairs(_SYLLABLE.findall(folded(title)))
