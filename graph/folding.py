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
_NAME = 120  # characters; longer texts are sentences, which do not come again
_SPACES = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """Return the text in NFC with look-alike letters, dashes and spaces made one."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_LOOKALIKES)).strip()


def bare(text: str) -> str:
    """Return the text without tone and vowel marks, lower case: `Nghị quyết` → `nghi quyet`.

    Old and new tone placement (hoà, hòa) and đ, Đ, Ð, d all meet here.
    """
    return _bare_name(text) if len(text) <= _NAME else _bare(text)


@lru_cache(maxsize=16_384)
def _bare_name(text: str) -> str:
    """Return a short text without its marks: names come again and again."""
    return _bare(text)


def _bare(text: str) -> str:
    marked = unicodedata.normalize("NFD", clean(text).translate(_STROKES))
    return "".join(c for c in marked if not unicodedata.combining(c)).lower()


def slug(text: str) -> str:
    """Return the text as one segment of an address: `Hà Tĩnh` → `ha-tinh`."""
    return _NOT_SLUG.sub("-", bare(text)).strip("-")
