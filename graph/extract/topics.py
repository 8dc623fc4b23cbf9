"""How well a title fits the words of a text: shared pairs of neighbouring syllables."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from graph.extract.text import folded

_SYLLABLE = re.compile(r"[^\W_]+")
_EMPTY = {"về", "và", "của", "các", "những", "một", "số", "việc", "trong", "cho", "với", "theo"}

Pairs = frozenset[tuple[str, str]]


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> Pairs:
    """Return the pairs of neighbouring syllables of a text, empty words left out."""
    syllables = [word for word in _SYLLABLE.findall(folded(text)) if word not in _EMPTY]
    return frozenset(pairwise(syllables))


def fit(title: str | None, words: Pairs) -> float:
    """Return the share of a title's pairs that stand in `words`; 0 without a title."""
    pairs = pairs_of(title) if title else frozenset()
    return len(pairs & words) / len(pairs) if pairs else 0.0


def overlap(left: str, right: str) -> float:
    """Return the share of the shorter text's pairs that the other has too."""
    a, b = pairs_of(left), pairs_of(right)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
