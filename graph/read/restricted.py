"""Texts that may not be stored: those marked secret or for internal circulation.

The mark stands in the letterhead (or on a stamp beside it) by itself; words about secrets in a
headline or in the text are no mark (Luật Bảo vệ bí mật nhà nước 2018, điều 8: the marks).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from graph.errors import InputError, Text
from graph.read.levels import without_lists

#: Lines of a letterhead in which a mark of secrecy stands, blank ones not counted.
LETTERHEAD = 15

_SEEN = 400  # characters of a line in which a mark is looked for
_EDGE, _PAGE = 3, "\f"  # lines at the head and foot of a page; what ends one in plain text
_ABOVE = 8  # lines over the motto of a further document of the same file
_LONGEST = 160  # characters of a line with the motto and the issuer beside it
_MOTTO = re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|đảng cộng sản việt nam")
_PARTED = re.compile(r"[ \t\u00a0]*={5,}[ \t\u00a0]*")  # a line between texts of a file
_FIELDS = re.compile(r"\s{2,}|[\t\u00a0|]+")
_FRAME = " \u00a0.,:;*()[]{}<>“”\"'-–—_=#"
_SECRET, _MORE_SECRET = {"MẬT"}, {"TỐIMẬT", "TUYỆTMẬT"}  # without blanks: they may be spaced out
_LABELLED = re.compile(
    r"(?:^|[;,] ?)(?:dấu )?(?:chỉ )?(?:độ|mức độ) mật\s*[:：]\s*(?:tuyệt mật|tối mật|mật)\b"
    r"(?!\s*(?:,|;|/|và|hoặc)\s*(?:tuyệt |tối )?mật\b)"  # whoever names several speaks of them
)
_NUMBERED = re.compile(  # with the number of the copy, or as a mark of what is marked
    r"(?:TÀI LIỆU |VĂN BẢN )?(?:TUYỆT |TỐI )?MẬT(?:[ .,:;()–-]{1,4}(?i:bản số).{0,15})?"
)
_INTERNAL = re.compile(
    r"(?:tài liệu |bản tin |văn bản )?(?:chỉ )?lưu hành nội bộ"
    r"(?P<more>[ ,;:–—-]+"
    r"(?P<closed>trong|tại|cơ quan|ngành|đảng|không|(?:số |năm )?\d+)?\b.{0,40})?"
)
_BRACKETS = ("(", "[", "{", "<")


def refuse_restricted(text: str, place: str, *, apart: Sequence[str] = ()) -> None:
    """Raise InputError when the letterhead marks a text secret or for internal circulation.

    Parameters
    ----------
    text : what would be stored; each document of a collection has a letterhead.
    place : where it comes from, for messages.
    apart : what stands beside the text: stamps, boxes, heads of pages; no lists of levels.
    """
    for number, line in _letterheads(text):
        if mark := _mark_of(line):
            raise _restricted(mark, f"{place}:{number}")
    beside = [unicodedata.normalize("NFC", line[:_SEEN]) for line in apart]
    for line in (*beside, *_edges(text)):
        if mark := _mark_of(line):
            raise _restricted(mark, place)


def _edges(text: str) -> Iterator[str]:
    """Yield the lines at the heads and feet of the pages of a text that tells its pages."""
    if _PAGE not in text:
        return
    for page in text.split(_PAGE):
        lines = without_lists([line for line in page.splitlines() if line.strip()])
        edges = (*lines[:_EDGE], *lines[-_EDGE:])
        yield from (line for line in edges if not line[:1].islower())  # a sentence that goes on


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
        if _PARTED.fullmatch(line):
            until = number + 1 + LETTERHEAD


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
    for field in _FIELDS.split(line[:_SEEN]):
        bare = field.strip(_FRAME)
        closed = "".join(bare.split())
        if closed in _SECRET or closed.upper() in _MORE_SECRET:
            return bare
        labelled = _NUMBERED.fullmatch(bare) or _LABELLED.search(bare.lower())
        if labelled or _is_internal(field.strip(), bare):
            return bare
    return None


def _is_internal(field: str, bare: str) -> bool:
    """Tell whether a field is the mark of internal circulation, and no headline about such texts.

    What goes on after the mark tells for whom it is; in brackets or capitals it may say anything.
    """
    found = _INTERNAL.fullmatch(bare.lower())
    if found is None:
        return False
    return bool(not found["more"] or found["closed"] or bare.isupper() or field[0] in _BRACKETS)
