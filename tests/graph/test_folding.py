"""Folding of long texts: the words of a sentence fold as they do alone."""

from __future__ import annotations

import random
import unicodedata

from graph.folding import bare, clean

_LETTERS = (
    "aăâđĐÐðeêioôơuưyΣσİ  \t\u00a0–—‑.,\u0300\u0301\u0303\u0309\u0323\u0306\u0302\u031b\u0f71"
)


def _defined(text: str) -> str:
    """Return a text folded as a whole, one character after the other."""
    strokes = str.maketrans({"đ": "d", "Đ": "D"})
    marked = unicodedata.normalize("NFD", clean(text).translate(strokes))
    return "".join(one for one in marked if not unicodedata.combining(one)).lower()


def test_long_texts_fold_as_they_are_defined_to() -> None:
    """Sentences are folded word by word; nothing shows of it."""
    chance = random.Random(7)
    for _ in range(300):
        text = "".join(chance.choices(_LETTERS, k=chance.randint(1, 300)))
        assert bare(text) == _defined(text)


def test_lookalikes_and_spaces_become_one() -> None:
    """What looks alike is cleaned alike, also where nothing else is to be replaced."""
    assert clean("  Ðiều\u00a05\t–\n6\x1f7 ") == "Điều 5 - 6 7"
    assert clean("hoà\u0300".replace("\u0300", "")) == "hoà"
