"""Phrases looked for where a word begins, at little cost to the text between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

#: One plain character of a pattern, that nothing behind it repeats or makes optional.
_PLAIN = re.compile(r"(?:[\w ]|\\\W)(?![?*+{])")
#: The same, or one of a class of characters.
_SINGLE = re.compile(r"(?:[\w ]|\\\W|\\d|\[[^]\\]+\])(?![?*+{])")

#: What a phrase looks ahead at and that is plain up to its last letter: `(?= tư)`, `(?= [bk])`.
_AHEAD = re.compile(r"\(\?=(?P<letters>[\w ]+)(?:\[[\w ]+\])?\)")


def at_word(phrases: Iterable[str], *barred: str) -> str:
    r"""Return a pattern for any of some phrases, of which none stands behind what is barred.

    Each phrase is a pattern that opens with a letter or a class of characters (`\d`, `[369]`); of
    those that open alike and fit the first given wins. Barred is a word character, or else what is
    named. The search then leaps from one opening letter to the next, where a look-behind put first
    would be tried at every character.
    """
    return _fork(list(phrases), "", barred or (r"\w",))


def plain_opening(phrase: str) -> str:
    """Return the letters that every text of a phrase begins with: `giao` of `giao(?: cho)?`."""
    letters, end = "", 0
    while found := _PLAIN.match(phrase, end):
        letters, end = letters + found[0][-1], found.end()
    ahead = _AHEAD.fullmatch(phrase, end)
    return letters + ahead["letters"] if ahead else letters


def _fork(rests: Sequence[str], begun: str, barred: Sequence[str]) -> str:
    """Return a pattern for what may follow the letters that some phrases have in common.

    It forks letter by letter, so that a text leaves it where it differs from all of them; what is
    barred is looked back at where the plain letters end, which few places of a text come to.
    """
    plain = [_SINGLE.match(rest) for rest in rests]
    branches: dict[str, list[str]] = {}
    for found, rest in zip(plain, rests, strict=True):
        if found is None:
            bars = "".join(f"(?<!{bar}{begun})" for bar in barred)
            return f"{bars}(?:{'|'.join(rests)})"
        branches.setdefault(found[0], []).append(rest[found.end() :])
    pieces = (
        letter + _fork(further, begun + letter, barred) for letter, further in branches.items()
    )
    return f"(?:{'|'.join(pieces)})"
