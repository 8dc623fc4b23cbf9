"""How well a title fits the words of a text: shared pairs of neighbouring syllables."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from graph.extract.text import fold

_SYLLABLE = re.compile(r"[^\W_]+")
_EMPTY = {"về", "và", "của", "các", "những", "một", "số", "việc", "trong", "cho", "với", "theo"}

Pairs = frozenset[tuple[str, str]]


def pairs_of(text: str) -> Pairs:
    """Return the pairs of neighbouring syllables of a text, empty words left out."""
    lower = fold(unicodedata.normalize("NFC", text)).folded
    return frozenset(pairwise(word for word in _SYLLABLE.findall(lower) if word not in _EMPTY))


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
    return pairs_of(title)
