"""Tasks in a table flattened to lines: `1 | Thống kê bãi rác | Sở A | Sở B | 31/3/2026`.

The head of the table says which column names who leads, who helps and by when. Cells may also
stand each in a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.deadlines import deadline_of_cell
from graph.extract.parties import is_class
from graph.extract.scene import Scene
from graph.extract.structure import Stretch
from graph.extraction import GivenTask

_LEAD = re.compile(r"chủ trì|(?:đơn vị|cơ quan|người) (?:thực hiện|phụ trách)|đầu mối|được giao")
_HELP = re.compile(r"phối hợp|tham gia")
_TIME = re.compile(r"thời gian|thời hạn|hoàn thành|tiến độ|hạn")
_NUMBER = re.compile(r"\s*(?:số )?(?:tt|stt|thứ tự)\s*")
#: What a cell prints for the words of the cell above it.
_DITTO = re.compile(r"[\s\"'.,-]*(?:nt|như trên|//|\"|'')[\s\"'.,-]*")
_FEWEST = 3  # cells of a row
_MOST_COLUMNS = 9


@dataclass(frozen=True, slots=True)
class _Columns:
    lead: int
    support: int | None
    time: int | None


def tasks_of_rows(scene: Scene, document: str | None) -> Iterator[tuple[GivenTask, int]]:
    """Yield the tasks of the tables of a text, each with where its row begins."""
    yield from _cells_by_line(scene, document)
    raw = scene.text.article.text
    if "|" not in raw and "\t" not in raw:
        return  # no line has more than one cell
    columns: _Columns | None = None
    above: Sequence[Stretch] = ()
    for line in scene.text.lines:
        cells = _cells(scene, line)
        if len(cells) < _FEWEST:
            columns, above = None, ()
            continue
        heads = _columns(scene, cells)
        if heads is not None:
            columns, above = heads, ()
        elif columns is not None:
            cells = _as_above(scene, cells, above, columns)
            yield from _row(scene, document, line, cells, columns)
            above = cells


def _as_above(
    scene: Scene, cells: Sequence[Stretch], above: Sequence[Stretch], columns: _Columns
) -> Sequence[Stretch]:
    """Return the cells of a row, with the one above for one that says so or is merged with it.

    `như trên` says so; the cell of who leads is merged where it is empty in a numbered row
    that is not blank.
    """
    folded = scene.folded
    numbered = folded[cells[0].start : cells[0].end].strip(" .\t").isdigit()
    numbered = numbered and any(folded[one.start : one.end].strip(" |\t\r") for one in cells[1:])

    def stands_for_above(at: int, cell: Stretch) -> bool:
        if at == columns.lead and numbered and not folded[cell.start : cell.end].strip():
            return True
        repeated = at in (columns.lead, columns.support, columns.time)
        return repeated and _DITTO.fullmatch(folded, cell.start, cell.end) is not None

    return [
        above[at] if at < len(above) and stands_for_above(at, cell) else cell
        for at, cell in enumerate(cells)
    ]


def _cells_by_line(scene: Scene, document: str | None) -> Iterator[tuple[GivenTask, int]]:
    """Yield the tasks of tables that were flattened to one cell a line, each row by its number.

    A row is read where it has as many lines as the head has: one with a broken cell is left out.
    """
    if not any(mark in scene.folded for mark in ("tt\n", "tt\r", "tự\n", "tự\r")):
        return
    lines = scene.text.lines
    for place, line in enumerate(lines):
        if _NUMBER.fullmatch(scene.folded, line.start, line.end) is None:
            continue
        head = _head_of(scene, lines[place + 1 : place + 1 + _MOST_COLUMNS])
        if head is None:
            continue
        columns, width = head
        at, ordinal = place + width, 1
        while at < len(lines) and scene.folded[lines[at].start : lines[at].end].strip(
            " .\r"
        ) == str(ordinal):
            cells = lines[at : at + width]
            row = Stretch(cells[0].start, cells[-1].end)
            yield from _row(scene, document, row, cells, columns)
            at, ordinal = at + width, ordinal + 1


def _head_of(scene: Scene, lines: Sequence[Stretch]) -> tuple[_Columns, int] | None:
    """Return the columns that lines before the first row name, and how many they are."""
    for place, line in enumerate(lines):
        if scene.folded[line.start : line.end].strip(" .\r") == "1":
            cells = [Stretch(line.start, line.start), *lines[:place]]
            columns = _columns(scene, cells) if place + 1 >= _FEWEST else None
            return (columns, place + 1) if columns else None
    return None


def _cells(scene: Scene, line: Stretch) -> Sequence[Stretch]:
    raw = scene.text.article.text
    mark = "|" if "|" in raw[line.start : line.end] else "\t"
    cells, start = [], line.start
    for piece in raw[line.start : line.end].split(mark):
        cells.append(Stretch(start, start + len(piece)))
        start += len(piece) + 1
    return cells


def _columns(scene: Scene, cells: Sequence[Stretch]) -> _Columns | None:
    words = [scene.folded[cell.start : cell.end] for cell in cells]
    if words[0].strip(" .").isdigit():
        return None  # a row: the head has no number
    lead, support, time = (
        next((at for at, word in enumerate(words) if form.search(word)), None)
        for form in (_LEAD, _HELP, _TIME)
    )
    return None if lead is None else _Columns(lead, support if support != lead else None, time)


def _row(
    scene: Scene, document: str | None, line: Stretch, cells: Sequence[Stretch], columns: _Columns
) -> Iterator[tuple[GivenTask, int]]:
    lead, beside = _led(scene, cells, columns.lead)
    support = (*beside, *_bodies(scene, cells, columns.support))
    support = tuple(one for one in dict.fromkeys(support) if one not in lead)
    if not lead and not support:
        return
    deadline = None
    if columns.time is not None and columns.time < len(cells):
        cell, day = cells[columns.time], scene.text.dateline.day
        year = day.year if day else None
        deadline = deadline_of_cell(scene.folded, cell.start, cell.end, year)
    end = line.end
    while end > line.start and scene.folded[end - 1].isspace():
        end -= 1
    yield GivenTask(document, lead, support, deadline, line.start, end, None), line.start


def _led(
    scene: Scene, cells: Sequence[Stretch], place: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who leads by a cell, and who helps by it: `Sở A phối hợp với Sở B`."""
    cell = cells[place] if place < len(cells) else Stretch(0, 0)
    joint = scene.folded.find("phối hợp", cell.start, cell.end)
    if joint <= cell.start:
        return _bodies(scene, cells, place), ()
    halves = (Stretch(cell.start, joint), Stretch(joint, cell.end))
    return _bodies(scene, halves, 0), _bodies(scene, halves, 1)


def _bodies(scene: Scene, cells: Sequence[Stretch], place: int | None) -> tuple[str, ...]:
    if place is None or place >= len(cells):
        return ()
    cell = cells[place]
    named = scene.bodies_in(cell.start, cell.end)
    return tuple(dict.fromkeys(one.id for one in named if not is_class(one)))
