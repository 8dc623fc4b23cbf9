"""Folding keeps every offset: equal lengths, and variants of one letter meet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.text import fold


@given(st.text(max_size=200))
def test_every_folding_has_the_length_of_the_text(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    assert len(folded.shaped) == len(folded.folded) == len(folded.plain) == len(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khoá XII", "khóa xii"),
        ("Uỷ ban", "ủy ban"),
        ("Hoà Bình", "hòa bình"),
        ("toàn quốc", "toàn quốc"),
        ("Quý III", "quý iii"),
        ("QÐ/TU", "qđ/tu"),
        ("số\u00a018–NQ/TW", "số 18-nq/tw"),
    ],
)
def test_variants_meet(typed: str, meant: str) -> None:
    assert fold(typed).folded == meant


def test_plain_form_drops_marks_but_the_folded_form_keeps_them() -> None:
    folded = fold("Đảng đang đáng")
    assert folded.plain == "dang dang dang"
    assert folded.folded == "đảng đang đáng"
