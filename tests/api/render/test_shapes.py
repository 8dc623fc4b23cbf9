"""Shapes and answers: what is written is of the shape that is described, for every value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import jsonschema_rs
import pytest

from api.render.shapes import COMPONENTS, schema_of, shapes_of
from api.render.structured import plain
from graph.model import Evidence, PartialDate, Standing, Verification
from tests.api import sample


def is_valid(value: object, kind: Any) -> bool:
    schema = {"components": {"schemas": shapes_of(kind)}, **schema_of(kind)}
    return jsonschema_rs.validator_for(schema, validate_formats=True).is_valid(plain(value))


@pytest.mark.parametrize(
    "value",
    [
        sample.cascade(),
        sample.coverage(),
        sample.description(),
        sample.OVERVIEW,
        sample.ENDED,
        sample.evidence(seen=PartialDate(2024, 5)),
    ],
)
def test_what_is_written_is_of_its_shape(value: object) -> None:
    assert is_valid(value, type(value))


def test_a_shape_refuses_what_is_not_of_it() -> None:
    assert not is_valid(sample.OVERVIEW, Standing)
    assert not is_valid({"claim": 1}, Evidence)


@dataclass(frozen=True)
class Made:
    """A value."""

    when: datetime
    day: date
    grade: Verification
    pairs: tuple[tuple[str, int], ...]
    by_level: tuple[tuple[str, int], ...]


def test_dates_codes_pairs_and_mappings() -> None:
    made = Made(
        datetime(2026, 1, 15, tzinfo=UTC),
        date(2026, 1, 15),
        Verification.ARTICLE,
        (("a", 1),),
        (("province", 2),),
    )
    assert is_valid(made, Made)
    properties = shapes_of(Made)["Made"]["properties"]
    assert properties["grade"] == {"$ref": COMPONENTS + "Verification"}
    assert properties["by_level"]["additionalProperties"] == {"type": "integer"}
    assert properties["pairs"]["items"]["maxItems"] == 2


def test_what_has_no_shape_is_not_guessed_at() -> None:
    with pytest.raises(TypeError):
        schema_of(dict[str, int])
