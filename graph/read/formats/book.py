"""What a file of tables holds: the rows that are read, and what else may bear a mark of secrecy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.read.levels import listing

#: Rows of a sheet in which its headings stand, and what stands above them.
HEAD = 30
#: Headings of the column that tells how secret each row is, folded.
SECRECY = ("do mat", "muc do mat", "cap do mat", "dau mat", "dau do mat", "dau chi do mat")

_SECRET = {"mat": "Mật", "toi mat": "Tối mật", "tuyet mat": "Tuyệt mật"}
_LETTERHEAD = 15


@dataclass(frozen=True, slots=True)
class Book:
    """The tables of a file.

    Parameters
    ----------
    rows : those of the sheet that is read.
    apart : lines of its other sheets, of the heads and feet of printed pages and of what is drawn
        on them, where a mark of secrecy may stand.
    """

    rows: Sequence[Sequence[str]]
    apart: tuple[str, ...] = ()


def lines_apart(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield what a sheet that is not read says where marks of secrecy stand."""
    rows = unlisted(rows)
    said = (row for row in rows if any(cell.strip() for cell in row))
    yield from (cell for row in islice(said, _LETTERHEAD) for cell in row)
    yield from marked_rows(rows)


def unlisted(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return the rows of a sheet, blank where they list the levels of secrecy to choose from.

    Such a list stands beside each other in a row or below each other in rows that hold nothing
    else; a row with a number or with what is marked is none of a list.
    """
    told: list[Sequence[str]] = []
    alone: list[tuple[int, int, str]] = []  # row, column and cell of what fills a row by itself
    for row in rows:
        filled = [at for at, cell in enumerate(row) if cell.strip()]
        if len(filled) == 1:
            alone.append((len(told), filled[0], row[filled[0]]))
        listed = () if any(row[at].strip().isdigit() for at in filled) else _listed(row, filled)
        told.append([("" if at in listed else cell) for at, cell in enumerate(row)])
    for run in _columns_of(alone):
        for place in listing([cell for _, _, cell in run]):
            told[run[place][0]] = []
    return told


def _listed(row: Sequence[str], filled: Sequence[int]) -> frozenset[int]:
    return frozenset(filled[place] for place in listing([row[at] for at in filled]))


def _columns_of(
    alone: Sequence[tuple[int, int, str]],
) -> Iterator[list[tuple[int, int, str]]]:
    """Yield the cells that follow each other down one column."""
    run: list[tuple[int, int, str]] = []
    for row, column, cell in alone:
        if run and (row, column) != (run[-1][0] + 1, run[-1][1]):
            yield run
            run = []
        run.append((row, column, cell))
    if run:
        yield run


def marked_rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a line for each row that a column of a sheet tells to be secret."""
    head = next((place for place, row in enumerate(rows[:HEAD]) if _columns(row)), None)
    if head is None:
        return
    columns = _columns(rows[head])
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        yield from marked((row[at] for at in columns if at < len(row)), number)


def marked(cells: Iterable[str], number: int) -> Iterator[str]:
    """Yield a line for each cell that tells the row of this number to be secret."""
    for cell in cells:
        if mark := _SECRET.get(folded(cell)):
            yield f"Độ mật: {mark}, dòng {number}"


def _columns(row: Sequence[str]) -> list[int]:
    return [at for at, cell in enumerate(row) if folded(cell) in SECRECY]


def folded(said: str) -> str:
    """Return a heading or a level without marks, in small letters: `so ky hieu`."""
    bare = unicodedata.normalize("NFD", said.lower().replace("đ", "d"))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    spelt = "".join(one if one.isascii() and one.isalnum() else " " for one in letters)
    return " ".join(spelt.split())
