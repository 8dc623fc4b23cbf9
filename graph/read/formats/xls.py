"""XLS, the spreadsheets of Excel up to 2003: the rows of the first sheet that has any.

Its other sheets, the heads and feet of printed pages and text boxes are told apart.

`xlrd` takes the cells out; a file of whatever bytes ends in an error that tells so.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import Literal

import xlrd
from xlrd.biffh import XLRDError
from xlrd.sheet import Cell

from graph.errors import InputError, Text
from graph.read.formats.biff import written_apart
from graph.read.formats.book import Book, lines_apart
from graph.read.formats.problems import damaged, locked, too_much

KIND = Text("XLS", "XLS file")
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256  # what the format has room for
_MOST_LETTERS = 8 << 20  # cells and their letters: texts are shared, so that a small file has many


def xls_book(content: bytes, place: str) -> Book:
    """Return the rows of the first sheet with a row, and what the others may be marked with.

    Raises
    ------
    InputError : it is no sound XLS, is locked, or holds more than a register does.
    """
    try:
        with xlrd.open_workbook(
            file_contents=content, logfile=io.StringIO(), on_demand=True, ragged_rows=True
        ) as book:
            return _book(book, place)
    except (InputError, MemoryError):  # who bounds the memory is told that it was not enough
        raise
    except XLRDError as error:
        if "encrypted" in str(error).lower():
            raise locked(place, KIND) from error
        raise damaged(place, KIND, str(error)[:60]) from error
    except Exception as error:  # of broken bytes xlrd raises whatever it stumbles over
        raise damaged(place, KIND) from error


def _book(book: xlrd.Book, place: str) -> Book:
    told: list[list[str]] = []
    apart: list[str] = []
    left = _MOST_LETTERS
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        cells = (sheet.row(row)[:_MOST_COLUMNS] for row in range(sheet.nrows))
        rows, left = _told(cells, book.datemode, place, left)
        book.unload_sheet(number)
        if told:
            apart += lines_apart(rows)
        else:
            told = rows
    stream = bytes((book.mem or b"")[book.base : book.base + book.stream_len])
    return Book(told, (*apart, *written_apart(stream, book.encoding or "cp1258")))


def _told(
    rows: Iterable[list[Cell]], datemode: Literal[0, 1], place: str, left: int
) -> tuple[list[list[str]], int]:
    """Return rows as they read, and of the letters that may be read those that are left."""
    told: list[list[str]] = []
    for row in rows:
        told.append([_value(cell, datemode) for cell in row])
        left -= sum(1 + len(value) for value in told[-1])
        if left < 0 or len(told) > _MOST_ROWS:
            raise too_much(place, KIND, _MOST_LETTERS)
    return told, left


def _value(cell: Cell, datemode: Literal[0, 1]) -> str:
    """Return a cell as it reads: days as 2022-08-18, whole numbers without a point."""
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        with suppress(OverflowError, ValueError):  # a number dressed as a day stays a number
            day: datetime = xlrd.xldate_as_datetime(float(cell.value), datemode)
            return day.date().isoformat()
    if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return f"{cell.value:.15g}"
    return ""
