"""What a file of tables holds: the rows that are read, and what else may bear a mark of secrecy."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

#: Rows of a sheet in which its headings stand, and what stands above them.
HEAD = 30
#: Headings of the column that tells how secret each row is, folded.
SECRECY = ("do mat", "muc do mat", "cap do mat", "dau mat", "dau do mat", "dau chi do mat")

_SECRET = {"mat": "Mật", "toi mat": "Tối mật", "tuyet mat": "Tuyệt mật"}
_EVERY = sorted(f"Độ mật: {level}" for level in _SECRET.values())
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
    said = (row for row in rows if any(cell.strip() for cell in row))
    head = [cell for row in islice(said, _LETTERHEAD) for cell in row]
    if not _SECRET.keys() <= {folded(cell) for cell in head}:  # else a list to choose from
        yield from head
    yield from marked_rows(rows)


def marked_rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a line for each row that a column of a sheet tells to be secret."""
    head = next((place for place, row in enumerate(rows[:HEAD]) if _columns(row)), None)
    if head is None:
        return
    columns = _columns(rows[head])
    told = [
        line
        for number, row in enumerate(rows[head + 1 :], start=head + 2)
        for line in marked((row[at] for at in columns if at < len(row)), number)
    ]
    levels = sorted(line.partition(",")[0] for line in told)
    if levels != _EVERY:  # each once: the levels that a form lets choose from
        yield from told


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
