"""Where sentences of Vietnamese text end: what stops them, and which stops only shorten a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A stop ends a sentence before a capital; "TP. Huế", "số 5. 2022", "T.Ư" do not.
_STOP = re.compile(
    r"[.!?…;](?:(?<=[^\s.].)(?P<closing>[\"”’'»)\]]*)(?=\s+[\"“‘'«(\[]?[^\W\d_]|\s*$)"
    r"|(?<=\.)\.\.(?=\s))"
)
_BEFORE_A_WORD = " \t\u00a0\"“‘'«(["
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“])(?:tp|tx|tt|ts|pgs|gs|ths|bs|ks|q|h|p|x|đ/c|đc|tr|st|kt|tl|tm|tuq|t|ông|bà|"
    r"no)\.$"
)
# "khóa X." is a term at the end of a sentence, "x. Tịnh Trà" a commune.
_ORDINAL = re.compile(r"\b(?:khóa|khoá|thứ) [ivxl]+\.$")
_LONGEST = 16  # characters of what a stop may shorten, with the word before it
_SEEN = 6  # characters behind a stop in which the next word begins


def ends(text: str, start: int, end: int, *, lists: bool = True) -> Iterator[int]:
    """Yield where sentences end inside a stretch of one line.

    Parameters
    ----------
    text : as stored, or folded character by character with its capitals kept.
    start, end : the stretch; its end is an end of a sentence only when a stop stands there.
    lists : whether a list runs on over its semicolons, or each of them ends what is read alone.

    Yields
    ------
    int
        positions behind a stop and the marks that close with it.
    """
    for found in _STOP.finditer(text, start, end):
        stop = found.end() if found["closing"] is None else found.start("closing")
        if text[stop - 1] == ";":
            if not lists:
                yield found.end()
        elif _begins_anew(text, found.end()) and not _shortens(text, stop):
            yield found.end()


def _begins_anew(text: str, place: int) -> bool:
    """Tell whether the next word begins as sentences do, or nothing follows."""
    following = text[place : place + _SEEN].lstrip(_BEFORE_A_WORD)
    return not following or following[0].isupper()


def _shortens(text: str, stop: int) -> bool:
    before = text[max(stop - _LONGEST, 0) : stop].lower()
    return bool(_ABBREVIATED.search(before)) and not _ORDINAL.search(before)
