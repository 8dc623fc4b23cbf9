"""Tables: aligned columns for a terminal, and CSV that a spreadsheet opens without running it."""

from __future__ import annotations

import csv
import io
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text as Line

from api.render.screen import FAINT, STRONG, Screen, printable

BOM = "\ufeff"

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FIGURE = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_GAP = "  "
_LEAST_COLUMN = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of text: headings, rows, and the columns whose cells stand on the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


def table_lines(sheet: Sheet, screen: Screen) -> list[Line]:
    """Return the table as aligned lines; wide columns wrap until the table fits the screen."""
    cells = [[printable(cell) for cell in row] for row in (sheet.headings, *sheet.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    if screen.width is not None:
        widths = _narrowed(widths, screen.width)
    lines: list[Line] = []
    for place, row in enumerate(cells):
        lines += _row_lines(row, widths, sheet.right, STRONG if place == 0 else "", screen)
        if place == 0:
            lines.append(Line(_GAP.join("─" * width for width in widths), FAINT))
    return lines


def csv_text(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return CSV for a spreadsheet: byte order mark, CRLF, every formula made text."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in (headings, *rows):
        writer.writerow([harmless_cell(cell) for cell in row])
    return BOM + out.getvalue()


def harmless_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: such text gets an apostrophe.

    Plain figures keep their sign.
    """
    if text.startswith(_FORMULA) and not _FIGURE.fullmatch(text):
        return "'" + text
    return text


def _narrowed(widths: list[int], room: int) -> list[int]:
    """Take columns from the widest one until all fit, none below a readable width."""
    widths = list(widths)
    room -= len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST_COLUMN:
        widest = widths.index(max(widths))
        second = max((w for w in widths if w < widths[widest]), default=_LEAST_COLUMN)
        excess = sum(widths) - room
        widths[widest] = max(widths[widest] - excess, min(second, widths[widest] - 1), 1)
        widths[widest] = max(widths[widest], _LEAST_COLUMN)
    return widths


def _row_lines(
    row: list[str], widths: list[int], right: frozenset[int], style: str, screen: Screen
) -> list[Line]:
    # The last column keeps long words whole, so that an address there can still be copied.
    wrapped = [
        _wrap(cell, width, whole=column == len(row) - 1) if screen.width is not None else [cell]
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    lines = []
    for place in range(max(map(len, wrapped))):
        parts = [
            _padded(cell[place] if place < len(cell) else "", width, column in right)
            for column, (cell, width) in enumerate(zip(wrapped, widths, strict=True))
        ]
        lines.append(Line(_GAP.join(parts), style))
    return lines


def _wrap(text: str, width: int, *, whole: bool) -> list[str]:
    lines = textwrap.wrap(text, width, break_long_words=not whole, break_on_hyphens=False)
    return lines or [""]


def _padded(text: str, width: int, right: bool) -> str:
    return text.rjust(width) if right else text.ljust(width)
