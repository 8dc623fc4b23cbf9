"""Frozen values that are filled at once are dataclasses like any other."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from graph.extraction import Span
from graph.filling import filled_at_once


@filled_at_once
@dataclass(frozen=True, slots=True)
class Row:
    number: str
    lines: tuple[int, ...]
    title: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Plain:
    number: str
    lines: tuple[int, ...]
    title: str | None = None
    sure: bool = True


def test_it_takes_what_a_dataclass_takes() -> None:
    row = Row("18", sure=False, lines=(1, 2))
    assert asdict(row) == asdict(Plain("18", (1, 2), sure=False))
    assert repr(row) == repr(Plain("18", (1, 2), sure=False)).replace("Plain", "Row")
    assert type(row) is Row
    assert [one.name for one in fields(row)] == ["number", "lines", "title", "sure"]


@pytest.mark.parametrize("arguments", [("18",), ("18", (), None, True, 5)])
def test_it_refuses_what_a_dataclass_refuses(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Plain(*arguments)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Row(*arguments)  # type: ignore[arg-type]


def test_it_is_frozen_once_it_is_made() -> None:
    row = Row("18", ())
    with pytest.raises(FrozenInstanceError):
        row.number = "19"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del row.number
    assert row.number == "18"


def test_equal_values_are_equal_and_have_one_hash() -> None:
    assert Row("18", (1,)) == Row("18", (1,))
    assert len({Row("18", (1,)), Row("18", (1,)), Row("19", (1,))}) == 2
    other: object = Plain("18", (1,))
    assert Row("18", (1,)) != other


def test_it_is_copied_and_travels() -> None:
    row = replace(Row("18", (1,)), title="Về sắp xếp")
    assert row == Row("18", (1,), "Về sắp xếp")
    assert pickle.loads(pickle.dumps(row)) == row
    span = Span(1, 3, "số")
    assert pickle.loads(pickle.dumps(span)) == span


def test_what_it_does_not_know_of_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Made:
        lines: list[int] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Checked:
        number: int

        def __post_init__(self) -> None:
            raise ValueError(self.number)

    @dataclass(frozen=True, slots=True)
    class Derived(Plain):
        more: int = 0

    for one in (Made, Checked, Derived):
        with pytest.raises(TypeError, match="filled in a way of its own"):
            filled_at_once(one)
