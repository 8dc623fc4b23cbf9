"""The register: all tables of a directory as typed rows, with every problem they have.

A row with a problem is refused and the others are read. What points at a refused document is
then refused too, so every `Pointer` in the `Register` that comes out leads to a row of it.
"""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from graph.errors import InputError, RowProblem, Text
from graph.read import tables
from graph.read.names import find_unknown_names
from graph.read.references import find_dangling, find_faults
from graph.read.table import Table, read_table
from graph.records import Register, Row

_TABLES: dict[str, Table[Any]] = {
    field.name: getattr(tables, field.name.upper()) for field in fields(Register)
}
_BESIDE_CODE = Path(__file__).resolve().parent.parent / "register"  # in an installed wheel
_IN_CHECKOUT = Path(__file__).resolve().parent.parent.parent / "data" / "register"


def default_register() -> Path:
    """Return the folder of the register that came with Cascade.

    Raises
    ------
    InputError : neither the installed package nor a checkout around it holds one.
    """
    for folder in (_BESIDE_CODE, _IN_CHECKOUT):
        if folder.is_dir():
            return folder
    raise InputError(
        Text("bản cài đặt thiếu sổ văn bản", "this installation lacks the register"),
        place=str(_BESIDE_CODE),
        remedy=Text("cài lại, hoặc chỉ --register", "install again, or point --register to one"),
    )


def read_register(directory: Path) -> tuple[Register, tuple[RowProblem, ...]]:
    """Read every table of a directory.

    Returns the rows that are sound, sorted by key, and all problems found, sorted by file and
    line. The order of rows and columns in the files makes no difference.

    Raises
    ------
    InputError : the directory does not exist.
    """
    if not directory.is_dir():
        raise InputError(
            Text("không có thư mục này", "there is no such folder"),
            place=str(directory),
            remedy=Text("chỉ thư mục chứa các bảng CSV", "name the folder that holds the tables"),
        )
    readings = {name: read_table(directory, table) for name, table in _TABLES.items()}
    register = Register(**{name: reading.rows for name, reading in readings.items()})
    problems = [problem for reading in readings.values() for problem in reading.problems]
    faults = list(find_faults(register))
    refused = {
        name: None if reading.refused is None else reading.refused | _named(register, name, faults)
        for name, reading in readings.items()
    }
    faults += find_unknown_names(register, refused)
    knows_documents = refused["central_documents"] is not None
    faults += find_dangling(register) if knows_documents else ()
    while faults:
        problems += faults
        register = _without(register, faults)
        faults = list(find_dangling(register)) if knows_documents else []
    return register, tuple(sorted(problems, key=_order))


def _named(register: Register, name: str, problems: list[RowProblem]) -> frozenset[str]:
    """Return what the rows of a table that have problems are called."""
    refused = {(problem.file, problem.line) for problem in problems}
    rows: tuple[Row, ...] = getattr(register, name)
    return frozenset(row.key[0] for row in rows if (row.place.file, row.place.line) in refused)


def _without(register: Register, problems: list[RowProblem]) -> Register:
    refused = {(problem.file, problem.line) for problem in problems}
    kept = {
        field.name: tuple(
            row
            for row in getattr(register, field.name)
            if (row.place.file, row.place.line) not in refused
        )
        for field in fields(register)
    }
    return replace(register, **kept)


def _order(problem: RowProblem) -> tuple[str, int, str, str]:
    return problem.file, problem.line, problem.column, problem.message.en
