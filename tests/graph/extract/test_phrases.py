"""Phrases at the beginning of words are found as by a pattern that tries each of them in turn."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.phrases import at_word

PHRASES = (
    *("chủ trì", "chủ tịch(?: nước)?", "chỉ đạo", "chỉ", "chi cục", "ch?i", r"phó\ ban", "ph"),
    *("giao(?! thông)(?: cho)?", "giao", r"kế\s{1,2}hoạch", "k(?P<gap>.)t", "các (?=sở|bộ)"),
)
WORDS = (
    *("chủ", "trì", "tịch", "nước", "chỉ", "đạo", "chi", "cục", "phó", "ban", "giao", "thông"),
    *("cho", "kế", "hoạch", "két", "kit", "các", "sở", "ph", "xchỉ", "9giao", "_ban", ",", "-"),
)


def in_turn(phrases: list[str], *barred: str) -> str:
    """Return the plain pattern: a look-behind and the phrases as they are given."""
    bars = "".join(f"(?<!{bar})" for bar in barred or (r"\w",))
    return f"{bars}(?:{'|'.join(phrases)})"


def spans(pattern: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(pattern, text)]


@given(
    st.lists(st.sampled_from(PHRASES), min_size=1, max_size=8, unique=True),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
)
def test_what_is_found_is_what_trying_each_would_find(phrases: list[str], text: str) -> None:
    assert spans(at_word(phrases), text) == spans(in_turn(phrases), text)
    assert spans(at_word(phrases, r"\w", "kế "), text) == spans(
        in_turn(phrases, r"\w", "kế "), text
    )


def test_the_first_given_wins() -> None:
    assert spans(at_word(("chỉ", "chỉ đạo")), "chỉ đạo") == [(0, 3)]
    assert spans(at_word(("chỉ đạo", "chỉ")), "chỉ đạo") == [(0, 7)]


@pytest.mark.parametrize("text", ["xchỉ", "9chỉ", "_chỉ"])
def test_nothing_is_found_inside_a_word(text: str) -> None:
    assert spans(at_word(("chỉ", "chỉ đạo")), text) == []
