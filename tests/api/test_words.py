"""Dates, numbers, lags and labels as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from api import judging_words, words
from graph.errors import Text
from graph.model import (
    Doubt,
    Force,
    Inference,
    Lag,
    Level,
    Modality,
    PartialDate,
    UnitState,
    Verification,
)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (PartialDate(2022, 8, 18), "18-8-2022", "18 August 2022"),
        (date(2022, 8, 18), "18-8-2022", "18 August 2022"),
        (PartialDate(2022, 8), "8-2022", "August 2022"),
        (PartialDate(2022), "2022", "2022"),
        (None, "chưa rõ", "not known"),
    ],
)
def test_days(value: PartialDate | date | None, vi: str, en: str) -> None:
    assert (words.day(value, "vi"), words.day(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("lag", "vi", "en"),
    [
        (Lag(148, 148), "+148 ngày", "+148 days"),
        (Lag(3882, 3882), "+3.882 ngày", "+3,882 days"),
        (Lag(1, 1), "+1 ngày", "+1 day"),
        (Lag(0, 0), "+0 ngày", "+0 days"),
        (Lag(-12, -12), "−12 ngày", "−12 days"),
        (Lag(61, 90), "61–90 ngày", "61–90 days"),
        (Lag(0, 30), "0–30 ngày", "0–30 days"),
        (Lag(-5, 25), "−5 đến +25 ngày", "−5 to +25 days"),
        (Lag(-30, -5), "−30 đến −5 ngày", "−30 to −5 days"),
        (None, "chưa rõ", "not known"),
    ],
)
def test_lags(lag: Lag | None, vi: str, en: str) -> None:
    assert (words.lag(lag, "vi"), words.lag(lag, "en")) == (vi, en)


def test_numbers_and_counts() -> None:
    assert words.number(3882, "vi") == "3.882"
    assert words.number(3882, "en") == "3,882"
    assert words.documents(1, "en") == "1 document"
    assert words.documents(1234, "vi") == "1.234 văn bản"
    assert words.units(2, "en") == "2 units"


def test_every_value_of_the_model_has_a_label() -> None:
    assert set(words.LEVELS) == set(Level)
    assert set(words.VERIFICATIONS) == set(Verification)
    assert set(words.FORCES) == set(Force)
    assert set(judging_words.DOUBTS) == set(Doubt)
    assert set(words.UNIT_STATES) == set(UnitState)
    assert set(words.MODALITIES) == set(Modality)
    assert set(words.INFERENCES) == set(Inference)


def test_every_relation_is_told_from_both_ends() -> None:
    assert set(words.RELATIONS) == set(words.INVERSES)
    assert words.relation("replaces", "vi") == "thay thế"
    assert words.relation("replaces", "vi", inverse=True) == "bị thay thế bởi"
    assert words.relation("notYetNamed", "vi") == "notYetNamed"
    assert words.field("notYetNamed", "en") == "notYetNamed"


def test_both_languages_are_there() -> None:
    tables = (words.LEVELS, words.FORCES, words.RELATIONS, words.INVERSES, words.FIELDS)
    texts = [text for table in tables for text in table.values()]
    assert all(isinstance(text, Text) and text.vi and text.en for text in texts)
