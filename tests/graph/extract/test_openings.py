"""Patterns that are tried where their opening words stand find what a search would find."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract import openings, pipeline
from graph.extract.openings import Opened, Openings, opened_by
from graph.extract.text import fold

_ROOT = Path(__file__).resolve().parents[3]
_TEXTS = sorted((_ROOT / "data" / "corpus").glob("*.txt"))
_TEXTS += sorted((_ROOT / "data" / "gold").rglob("*.txt"))
assert pipeline  # which loads every module that has such patterns


def found(pattern: Opened, text: str) -> list[tuple[int, int]]:
    return [one.span() for one in pattern.finditer(fold(text).openings)]


def searched(pattern: Opened, text: str) -> list[tuple[int, int]]:
    folded = fold(text)
    over = folded.shaped if pattern.shaped else folded.folded
    return [one.span() for one in pattern.pattern.finditer(over)]


@pytest.mark.parametrize("file", _TEXTS, ids=lambda file: file.stem)
def test_each_pattern_finds_in_our_texts_what_a_search_does(file: Path) -> None:
    text = file.read_text(encoding="utf-8", errors="replace")
    for pattern in openings.known():
        assert found(pattern, text) == searched(pattern, text), pattern.words


_WORDS = sorted({word for pattern in openings.known() for word in pattern.words})
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_WORDS).map(str.capitalize),
    st.sampled_from(_WORDS).map(str.title),
    st.sampled_from(["số 1", "này", "của", "tỉnh Hà Tĩnh", "Sở Y tế", "Nguyễn Văn A", "trưởng"]),
    st.text(alphabet="aăâđêôơưbctụ ,.:;-/(\n1", max_size=6),
)


@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", "  ", "\n", ", ", "-"]))))
def test_each_pattern_finds_what_a_search_does(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    for pattern in openings.known():
        assert found(pattern, text) == searched(pattern, text), pattern.words


def test_a_stretch_is_searched_as_by_a_search() -> None:
    pattern = opened_by(("giao", "giao cho", "phân công"), behind=r"(?: \w+)?(?!\w)")
    text = "giao cho A, phân công B; được giao C"
    for start, end in pairwise(range(0, len(text) + 1, 3)):
        told = [one.span() for one in pattern.finditer(Openings(text, text), start, end)]
        assert told == [one.span() for one in pattern.pattern.finditer(text, start, end)]


def test_a_pattern_made_after_a_text_was_searched_is_found_in_it() -> None:
    text = Openings(*["một bữa tiệc sinh nhật"] * 2)
    assert not list(opened_by(("giao",)).finditer(text))
    assert [one.start() for one in opened_by(("sinh nhật",)).finditer(text)] == [13]


def test_a_phrase_that_opens_with_no_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with a letter"):
        opened_by((r"\d+ văn bản",))
