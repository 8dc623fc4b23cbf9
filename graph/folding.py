"""Folding of Vietnamese text, one character to one character, for matching only.

What is shown or stored is never folded. Standard library only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Eth (U+00D0, U+00F0) is typed for Đ; both look alike on paper.
_LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "–": "-", "—": "-", "‑": "-"})
_STROKES = str.maketrans({"đ": "d", "Đ": "D"})
_LOOKALIKE = re.compile("[" + re.escape("".join(map(chr, _LOOKALIKES))) + "]")
_NAME = 120  # characters; longer texts are sentences, which do not come again, but their words do
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """Return the text in NFC with look-alike letters, dashes and spaces made one."""
    composed = unicodedata.normalize("NFC", text)
    if _LOOKALIKE.search(composed):  # translating costs ten times as much, and few need it
        composed = composed.translate(_LOOKALIKES)
    return " ".join(composed.split())


def bare(text: str) -> str:
    """Return the text without tone and vowel marks, lower case: `Nghị quyết` → `nghi quyet`.

    Old and new tone placement (hoà, hòa) and đ, Đ, Ð, d all meet here.
    """
    if len(text) <= _NAME:
        return _bare_name(text)
    return " ".join(map(_bare_name, clean(text).split(" ")))


@lru_cache(maxsize=16_384)
def _bare_name(text: str) -> str:
    """Return a name or a word without its marks: they come again and again."""
    marked = unicodedata.normalize("NFD", clean(text).translate(_STROKES))
    return "".join(c for c in marked if not unicodedata.combining(c)).lower()


def slug(text: str) -> str:
    """Return the text as one segment of an address: `Hà Tĩnh` → `ha-tinh`."""
    return _slug_of_name(text) if len(text) <= _NAME else _slug_of_bare(bare(text))


@lru_cache(maxsize=16_384)
def _slug_of_name(text: str) -> str:
    return _slug_of_bare(bare(text))


def _slug_of_bare(text: str) -> str:
    return _NOT_SLUG.sub("-", text).strip("-")
