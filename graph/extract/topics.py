"""How well a title fits the words of a text: shared pairs of neighbouring syllables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise

from graph.extract.text import Folded, folded

_SYLLABLE = re.compile(r"\w+")  # of a text whose underscores are spaces
_EMPTY = {"về", "và", "của", "các", "những", "một", "số", "việc", "trong", "cho", "với", "theo"}
_CUT = 2  # pairs that only the syllables cut at the edges of a stretch can make

Pairs = frozenset[tuple[str, str]]


class Syllables:
    """The pairs of syllables of a text: those of all of it and of a stretch."""

    def __init__(self, text: Folded) -> None:
        self._raw = text.raw
        self._folded = text.folded.replace("_", " ")

    @cached_property
    def pairs(self) -> Pairs:
        """Return the pairs of the whole text."""
        return _pairs(_SYLLABLE.findall(self._folded))

    def pairs_in(self, start: int, end: int) -> Pairs:
        """Return the pairs of a stretch; a syllable cut at its edge counts as what is left."""
        lower, raw = self._folded, self._raw
        found = _SYLLABLE.findall(lower, start, end)
        if found and lower[max(0, start - 1) : start + 1].isalnum():
            found[0] = folded(raw[start : start + len(found[0])])
        if found and lower[end - 1 : end + 1].isalnum():
            found[-1] = folded(raw[end - len(found[-1]) : end])
        return _pairs(found)


def _pairs(syllables: Iterable[str]) -> Pairs:
    """Return the pairs of neighbouring syllables, empty words left out."""
    return frozenset(pairwise([word for word in syllables if word not in _EMPTY]))


def fit(title: str | None, words: Pairs) -> float:
    """Return the share of a title's pairs that stand in `words`; 0 without a title."""
    pairs = _of_title(title) if title else frozenset()
    return len(pairs & words) / len(pairs) if pairs else 0.0


def best_fit(title: str | None, words: Pairs) -> float:
    """Return the most that a title can fit a stretch of a text with these pairs."""
    pairs = _of_title(title) if title else frozenset()
    return (len(pairs & words) + _CUT) / len(pairs) if pairs else 0.0


def overlap(left: str, right: str) -> float:
    """Return the share of the shorter title's pairs that the other has too."""
    a, b = _of_title(left), _of_title(right)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(maxsize=1024)
def _of_title(title: str) -> Pairs:
    """Remember the pairs of titles, which are few and short; whole texts are not kept."""
    return _pairs(_SYLLABLE.findall(folded(title).replace("_", " ")))
