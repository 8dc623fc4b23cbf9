"""Pieces of printed lines: the columns of a letterhead or of the end of a text, without edges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.structure import Stretch
from graph.extract.text import Folded

#: Between the columns of a letterhead; a bar where a table was printed as text.
_COLUMNS = re.compile(r"\s?\|\s?|\s{2,}|\t+")
EDGES = " \t*_|\r"
#: What a frame is drawn with.
FRAME = re.compile(r"[\W_\d]*")


def columns(text: Folded, line: Stretch) -> Iterator[Stretch]:
    """Yield the columns of a line; a line of nothing but bars is one."""
    start = line.start
    for gap in _COLUMNS.finditer(text.shaped, line.start, line.end):
        if gap.start() > start:
            yield Stretch(start, gap.start())
        start = gap.end()
    if start < line.end:
        yield Stretch(start, line.end)
    elif not text.shaped[line.start : line.end].strip(EDGES):
        yield line  # nothing but bars


def last_column(text: Folded, line: Stretch) -> Stretch:
    """Return what stands in the last column of a line: day and signature stand on the right."""
    return trimmed(text, list(columns(text, line))[-1])


def trimmed(text: Folded, line: Stretch) -> Stretch:
    """Return a piece without blanks, stars and bars at its edges."""
    start, end = line.start, line.end
    while start < end and text.shaped[start] in EDGES:
        start += 1
    while start < end and text.shaped[end - 1] in EDGES:
        end -= 1
    return Stretch(start, end)


def in_capitals(text: Folded, line: Stretch) -> bool:
    """Tell whether a piece is printed in capitals."""
    return text.shaped[line.start : line.end].isupper()
