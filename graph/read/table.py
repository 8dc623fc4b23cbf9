"""One table: its file cut into lines, its cells read, its keys unique."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from graph.errors import RowProblem, Text
from graph.read.cells import CellError, Reader
from graph.read.lines import RawRow, read_lines, shown
from graph.records import Place, Row

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, the field it fills, how its cells are read."""

    name: str
    field: str
    read: Reader


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: the class of its rows and its columns."""

    row: type[R]
    columns: tuple[Column, ...]

    @property
    def key_columns(self) -> tuple[str, ...]:
        """Return the names of the key columns as the file spells them."""
        spelled = {column.field: column.name for column in self.columns}
        return tuple(spelled[name] for name in self.row.KEY)


@dataclass(frozen=True, slots=True)
class Reading(Generic[R]):
    """What a table gave: its sound rows and its problems.

    `refused` holds what the refused rows say in their first key column; it is None when the
    table could not be read at all.
    """

    rows: tuple[R, ...]
    problems: tuple[RowProblem, ...]
    refused: frozenset[str] | None


def read_table(directory: Path, table: Table[R]) -> Reading[R]:
    """Read one table: every row that is sound by itself, a problem for everything else."""
    names = tuple(column.name for column in table.columns)
    raw_rows, problems = read_lines(directory / table.row.FILE, names)
    if raw_rows is None:
        return Reading((), tuple(problems), refused=None)
    rows: dict[tuple[str, ...], R] = {}
    refused = set()
    for raw in raw_rows:
        row = _row(table, raw, problems)
        if row is None:
            refused.add(raw.cells[table.key_columns[0]])
        elif row.key in rows:
            problems.append(_duplicate(table, raw, rows[row.key]))
        else:
            rows[row.key] = row
    found = tuple(rows[key] for key in sorted(rows))
    return Reading(found, tuple(problems), frozenset(refused))


def _row(table: Table[R], raw: RawRow, problems: list[RowProblem]) -> R | None:
    values: dict[str, Any] = {}
    before = len(problems)
    for column in table.columns:
        cell = raw.cells[column.name]
        try:
            values[column.field] = column.read(cell)
        except CellError as error:
            problems.append(
                RowProblem(
                    table.row.FILE, raw.line, column.name, shown(cell), error.message, error.remedy
                )
            )
    if len(problems) > before:
        return None
    build: Callable[..., R] = table.row
    return build(**values, place=Place(table.row.FILE, raw.line))


def _duplicate(table: Table[R], raw: RawRow, first: R) -> RowProblem:
    columns = table.key_columns
    key = " | ".join(raw.cells[name] for name in columns)
    return RowProblem(
        table.row.FILE,
        raw.line,
        "+".join(columns),
        shown(key),
        Text(
            f"trùng khóa với dòng {first.place.line}",
            f"the same key as line {first.place.line}",
        ),
        Text("gộp hai dòng làm một, hoặc sửa khóa", "merge the two rows, or correct the key"),
    )
