"""Printed pages as a text: lines by where they stand, paragraphs joined.

Page numbers and what pages repeat at their edges are left out. Columns that stand side by side,
as in a letterhead, are parted by four blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.read.levels import listing

_GAP = "    "  # between columns
#: Lines at the head and foot of a page that may be no text.
EDGE = 3
_OFTEN = 3  # pages on which a line stands that no text repeats
_COLUMN, _WORD = 1.6, 0.12  # gaps in heights of a letter
_SAME_LINE, _SAME_SIZE = 0.45, 0.25
_REACHES = 0.08  # of the width of the text: a line that ends nearer to the right edge goes on
_INDENT = 0.9  # heights of a letter
_FAR = 1.9  # line distances, in heights of a letter, over which no paragraph runs
_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—.\s]*", re.IGNORECASE)
_SEAL = re.compile(
    r"(?:người ký|ký bởi|được ký bởi|email|cơ quan|thời gian ký|ngày ký|giờ ký|chữ ký số)\s*:.*",
    re.IGNORECASE,
)
_SHORT = 10  # lines of a page too few to show its right edge
_RECIPIENTS = re.compile(r"nơi nhận\s?:?", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_STARTS = re.compile(
    r"(?:[-+*•–]\s|\d{1,3}[.)]\s|[a-zđ][.)]\s|[IVXLC]{1,6}[./]\s|Điều\s+\d|Chương\s|Mục\s+\d|Phần\s|"
    r"Căn cứ\s|Theo đề nghị|Xét\s|Nơi nhận|Kính gửi)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words printed without a gap: where they stand, y growing upwards, and how high they are."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: `columns` is how many pieces stand far apart in it."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    columns: int


def text_of(pages: Sequence[Sequence[Piece]]) -> tuple[str, tuple[str, ...]]:
    """Return the text of pages, and apart from it the lines that are left out or stand at an edge.

    Parameters
    ----------
    pages : the pieces of each.
    """
    lines = [lines_of(page) for page in pages]
    kept, left_out = _without_furniture(lines)
    told = "\n".join(_paragraphs([_signature_last(page) for page in kept]))
    free = [[page[place] for place in _unlisted(page)] for page in lines]
    edges = (page[place].text for page in free for place in _edges(page))
    at_edges = (line for line in edges if not line[:1].islower())  # a sentence that goes on
    return told, tuple(dict.fromkeys((*left_out, *at_edges)))


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines of a page from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.bottom, one.left)):
        near = (row for row in rows[-4:] if _on_line(piece, row[0]))
        row = next(near, None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [_line(sorted(row, key=lambda one: one.left)) for row in rows]


def _on_line(piece: Piece, other: Piece) -> bool:
    height = max(piece.height, other.height)
    return abs(piece.bottom - other.bottom) < _SAME_LINE * height


def _line(row: Sequence[Piece]) -> Line:
    said, columns, before = row[0].text.strip(), 1, row[0]
    height = max(piece.height for piece in row)
    for piece in row[1:]:
        gap = piece.left - before.right
        if gap > _COLUMN * height:
            said, columns = said.rstrip() + _GAP, columns + 1
        elif gap > _WORD * height and not said.endswith(" "):
            said += " "
        said += piece.text
        before = piece if piece.right > before.right else before
    told = re.sub(r"(?<=\S) {1,3}(?=\S)", " ", said.strip())
    right = max(piece.right for piece in row)
    return Line(told, row[0].left, right, row[0].bottom, height, columns)


def _without_furniture(
    pages: Sequence[Sequence[Line]],
) -> tuple[list[list[Line]], tuple[str, ...]]:
    """Leave out page numbers, lines that many pages repeat at an edge, and seals of signing.

    What is left out is returned too: a mark of secrecy stands at the edge of every page.
    """
    seen = Counter(
        mark for page in pages for mark in {_mark(page[place]) for place in _edges(page)}
    )
    kept: list[list[Line]] = []
    left_out: dict[str, None] = {}
    for page in pages:
        edges = set(_edges(page))
        kept.append([])
        for place, line in enumerate(page):
            at_edge = place in edges and _is_furniture(line, seen, len(pages))
            if at_edge or _SEAL.fullmatch(line.text):
                left_out[line.text] = None
            elif line.text:
                kept[-1].append(line)
    return kept, tuple(left_out)


def _signature_last(page: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, those of the signature after the recipients it stands beside."""
    start = next((at for at, line in enumerate(page) if _RECIPIENTS.match(line.text)), len(page))
    told = list(page[:start])
    if start == len(page):
        return told
    middle = (min(line.left for line in page) + max(line.right for line in page)) / 2
    recipients: list[Line] = []
    signature: list[Line] = []
    for line in page[start:]:
        first, *others = re.split(r" {4,}", line.text)
        (recipients if line.left < middle else signature).append(_apart(line, first))
        signature += [_apart(line, other) for other in others]
    return told + recipients + signature


def _apart(line: Line, text: str) -> Line:
    """Return a line with this text, never to be joined with another."""
    return Line(text, line.left, line.right, line.bottom, line.height, columns=2)


def _edges(page: Sequence[Line]) -> Iterator[int]:
    yield from range(min(EDGE, len(page)))
    yield from range(max(EDGE, len(page) - EDGE), len(page))


def _unlisted(page: Sequence[Line]) -> Iterator[int]:
    listed = listing([line.text for line in page])
    yield from (place for place in range(len(page)) if place not in listed)


def _is_furniture(line: Line, seen: Counter[str], pages: int) -> bool:
    if _NUMBER.fullmatch(line.text):
        return True
    return pages >= _OFTEN and seen[_mark(line)] >= max(_OFTEN, pages / 2)


def _mark(line: Line) -> str:
    return " ".join(_FIGURES.sub("#", line.text.lower()).split())


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield paragraphs: lines are joined where the printed line is full and the next goes on."""
    said = ""
    before: Line | None = None
    widest = max((line.right for page in pages for line in page), default=0.0)
    for page in pages:
        left, right = _margins(page)
        right = widest if len(page) < _SHORT else right
        for place, line in enumerate(page):
            if before is not None and _goes_on(before, line, left, right, new_page=place == 0):
                said = _joined(said, line.text)
            else:
                if said:
                    yield said
                said = line.text
            before = line
    if said:
        yield said


def _margins(page: Sequence[Line]) -> tuple[float, float]:
    """Return the left and right edge of the text of a page."""
    if not page:
        return 0.0, 0.0
    lefts = Counter(round(line.left) for line in page if line.columns == 1)
    left = min((place for place, times in lefts.items() if times > 1), default=page[0].left)
    return float(left), max(line.right for line in page)


def _goes_on(before: Line, line: Line, left: float, right: float, *, new_page: bool) -> bool:
    if before.columns > 1 or line.columns > 1 or _STARTS.match(line.text):
        return False
    if before.right < right - _REACHES * (right - left):
        return False
    if abs(before.height - line.height) > _SAME_SIZE * before.height:
        return False
    if new_page:
        return line.text[0].islower() or before.text[-1] in ",-/"
    if before.bottom - line.bottom > _FAR * before.height:
        return False
    ended = before.text[-1] in ".;:!?"
    return not (ended and line.left > left + _INDENT * line.height)


def _joined(said: str, following: str) -> str:
    """Return two lines as one: a dash or stroke inside a number or code stays closed."""
    closed = len(said) > 1 and said[-1] in "-–/" and said[-2].isalnum() and following[0].isalnum()
    return said + following if closed else f"{said} {following}"
