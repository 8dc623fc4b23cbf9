"""Confidence: Wilson's bound of what a rule was right in, and the order that reviewers see."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from benchmarks.precision import FILE, rules, written
from graph.confidence import confidence_of, lower_bound
from graph.extraction import StatedRelation
from graph.model import Modality, PartialDate
from graph.precision import RULES


@pytest.mark.parametrize(
    ("right", "told", "bound"), [(0, 0, 0.0), (0, 5, 0.0), (9, 10, 0.596), (10, 10, 0.722)]
)
def test_the_bound_is_wilsons(right: int, told: int, bound: float) -> None:
    assert lower_bound(right, told) == pytest.approx(bound, abs=0.001)


def test_more_of_the_same_is_trusted_more() -> None:
    assert lower_bound(3, 3) < lower_bound(30, 30) < lower_bound(300, 300) < 1


def test_a_rule_that_was_never_judged_has_no_confidence() -> None:
    assert confidence_of("nothing", "stated") is None
    for rule, (right, told) in RULES.items():
        assert confidence_of(*rule.split(".")) == round(lower_bound(right, told), 2)


@pytest.mark.long
def test_the_table_is_what_reading_gives() -> None:
    assert FILE.read_text(encoding="utf-8") == written(rules())


def test_a_relation_is_told_whole_with_how_far_it_can_be_trusted() -> None:
    told = StatedRelation(
        *("d1", "implements", "d2", 3, 9, "thực hiện", "stated"),
        modality=Modality.PLANNED,
        part="khoản 2",
        role="lead",
        deadline=PartialDate(2026, 5),
    )
    unsaid = {field.name for field in fields(told) if getattr(told, field.name) == field.default}
    assert unsaid == {"confidence"}
    assert told.trusted(0.7) == replace(told, confidence=0.7)
