"""A fault of a row, told as a problem of one of its cells."""

from __future__ import annotations

from graph.errors import RowProblem, Text
from graph.read.lines import shown
from graph.records import Row


def fault(row: Row, column: str, value: object, message: Text, remedy: Text) -> RowProblem:
    """Return the problem that stands in a column of the row."""
    told = "" if value is None else shown(str(value))
    return RowProblem(row.place.file, row.place.line, column, told, message, remedy)
