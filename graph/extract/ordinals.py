"""Ordinals as texts print them: 6, VI, sáu, thứ tư, mười một; Roman numerals of terms."""

from __future__ import annotations

from functools import lru_cache

_WORDS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
#: What a pattern over folded text looks for.
ORDINAL = "|".join([r"\d{1,2}", r"[ivxl]{1,8}", *sorted(_WORDS, key=len, reverse=True)])
_ROMAN = (("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50}


@lru_cache(maxsize=1024)
def number_of(ordinal: str) -> int | None:
    """Return the number an ordinal stands for; None when it is none."""
    if ordinal.isdigit():
        return int(ordinal)
    if ordinal in _WORDS:
        return _WORDS[ordinal]
    return _of_roman(ordinal) if ordinal and set(ordinal) <= set(_LETTERS) else None


def roman(number: int) -> str:
    """Return a Roman numeral: 13 -> XIII."""
    letters, rest = "", number
    for letter, value in (("l", 50), *_ROMAN):
        while rest >= value:
            letters += letter
            rest -= value
    return letters.upper()


def _of_roman(letters: str) -> int | None:
    values = [_LETTERS[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    total = sum(-value if value < following else value for value, following in pairs)
    return total if total > 0 and roman(total).lower() == letters else None
