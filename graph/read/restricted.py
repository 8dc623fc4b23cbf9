"""Texts that may not be stored: those marked secret or for internal circulation.

The mark stands in the letterhead (or on a stamp beside it) by itself; words about secrets in a
headline or in the text are no mark (Luật Bảo vệ bí mật nhà nước 2018, điều 8: the marks).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.errors import InputError, Text

#: Lines of a letterhead in which a mark of secrecy stands, blank ones not counted.
LETTERHEAD = 15

_ABOVE = 8  # lines over the motto of a further document of the same file
_LONGEST = 120  # characters of a line of a letterhead with two columns
_MOTTO = re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|đảng cộng sản việt nam")
_FIELDS = re.compile(r"\s{2,}|[\t\u00a0|]+")
_FRAME = " \u00a0.,:;*()[]{}<>“”\"'-–—_=#"
_SECRET = {"MẬT", "TỐI MẬT", "TUYỆT MẬT"}
_LABELLED = re.compile(r"(?:dấu )?(?:chỉ )?(?:độ|mức độ) mật\s*[:：]\s*(?:tuyệt mật|tối mật|mật)\b")
_INTERNAL = re.compile(r"(?:tài liệu |bản tin |văn bản )?(?:chỉ )?lưu hành nội bộ(?: .{0,40})?")


def refuse_restricted(text: str, place: str, *, apart: Sequence[str] = ()) -> None:
    """Raise InputError when the letterhead marks a text secret or for internal circulation.

    Parameters
    ----------
    text : what would be stored; each document of a collection has a letterhead.
    place : where it comes from, for messages.
    apart : what stands beside the text: stamps, boxes, heads of pages.
    """
    for number, line in _letterheads(text):
        if mark := _mark_of(line):
            raise _restricted(mark, f"{place}:{number}")
    for line in apart:
        if mark := _mark_of(line):
            raise _restricted(mark, place)


def _letterheads(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines, counted without blank ones, of each letterhead."""
    lines = [line for line in text.splitlines() if line.strip()]
    until = 0
    for number, line in enumerate(lines):
        if number < LETTERHEAD or number < until:
            yield number + 1, line
        elif len(line) < _LONGEST and _MOTTO.search(line.lower()):
            yield from enumerate(lines[number - _ABOVE : number + 1], number - _ABOVE + 1)
            until = number + LETTERHEAD


def _restricted(mark: str, place: str) -> InputError:
    return InputError(
        Text(
            f"văn bản có dấu “{mark}”: không đọc, không lưu gì của nó",
            f"the text is marked “{mark}”: it is not read and nothing of it is stored",
        ),
        place=place,
        remedy=Text(
            "chỉ nạp văn bản được phép công khai; được giải mật rồi thì thêm --allow-restricted",
            "bring only texts that may be published; of declassified ones say --allow-restricted",
        ),
    )


def _mark_of(line: str) -> str | None:
    """Return the mark of secrecy that a line bears: standing alone, not as part of a headline."""
    for field in _FIELDS.split(line[:400]):
        bare = field.strip(_FRAME)
        if bare in _SECRET:
            return bare
        lowered = bare.lower()
        if _LABELLED.match(lowered) or _INTERNAL.fullmatch(lowered):
            return bare
    return None
