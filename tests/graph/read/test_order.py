"""The order of rows and columns in the files never matters."""

from __future__ import annotations

import csv
import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import RowProblem
from graph.read.register import default_register, read_register
from graph.records import Register

Sheet = list[list[str]]


@cache
def sheets() -> dict[str, Sheet]:
    found = {}
    for path in sorted(default_register().glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.name] = list(csv.reader(file))
    return found


def shuffled(sheet: Sheet, order: random.Random) -> Sheet:
    header, *rows = sheet
    columns = list(range(len(header)))
    order.shuffle(columns)
    order.shuffle(rows)
    return [[line[column] for column in columns] for line in [header, *rows]]


def read_again(sheets: dict[str, Sheet], folder: Path) -> tuple[Register, tuple[RowProblem, ...]]:
    for name, sheet in sheets.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(sheet)
    return read_register(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shuffled")


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_shuffled_files_give_an_equal_register(folder: Path, seed: int) -> None:
    order = random.Random(seed)
    again = read_again({name: shuffled(s, order) for name, s in sheets().items()}, folder)
    assert again == read_register(default_register())


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_same_rows_are_refused_in_any_order(folder: Path, seed: int) -> None:
    order = random.Random(seed)

    def spoilt(sheet: Sheet) -> Sheet:
        column = sheet[0].index("issued")
        bad = [[*row[:column], "?", *row[column + 1 :]] for row in sheet[1:] if "18-NQ/TW" in row]
        good = [row for row in sheet[1:] if "18-NQ/TW" not in row]
        return [sheet[0], *good, *bad]

    ruined = sheets() | {"central_documents.csv": spoilt(sheets()["central_documents.csv"])}
    register, problems = read_again(ruined, folder)
    again, told = read_again({name: shuffled(s, order) for name, s in ruined.items()}, folder)
    assert again == register
    assert len(problems) == len(told) > 3


def test_equal_rows_on_other_lines_are_equal(folder: Path) -> None:
    turned = {name: [sheet[0], *sheet[:0:-1]] for name, sheet in sheets().items()}
    register, _ = read_again(turned, folder)
    shipped, _ = read_register(default_register())
    assert register == shipped
    assert [row.place for row in register.terms] != [row.place for row in shipped.terms]
