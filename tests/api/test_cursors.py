"""Cursors: what was sealed is opened again, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cursors import Cursors
from api.problems import Refused

OURS = Cursors(7, "mark", "/api/documents?q=18")


@given(st.text(max_size=80), st.integers(min_value=0), st.text(max_size=80))
def test_what_was_sealed_is_opened(inner: str, generation: int, mark: str) -> None:
    cursors = Cursors(generation, mark, "question")
    sealed = cursors.sealed(inner)
    assert sealed.isascii()
    assert cursors.opened(sealed) == inner


def test_no_cursor_is_the_first_page() -> None:
    assert OURS.opened(None) is None


@given(st.text(max_size=60))
def test_nothing_else_is_opened(text: str) -> None:
    with pytest.raises(Refused):
        OURS.opened(text)


@pytest.mark.parametrize(
    "other",
    [Cursors(7, "restored", OURS.question), Cursors(7, "mark", "/api/documents?q=19")],
)
def test_a_cursor_of_elsewhere_is_refused(other: Cursors) -> None:
    with pytest.raises(Refused) as refused:
        OURS.opened(other.sealed("20"))
    assert (refused.value.status_code, refused.value.problem.kind) == (422, "bad-cursor")


def test_a_cursor_of_an_earlier_generation_says_so() -> None:
    with pytest.raises(Refused) as refused:
        OURS.opened(Cursors(6, "before", OURS.question).sealed("20"))
    problem = refused.value.problem
    assert (problem.status, problem.kind, problem.place) == (410, "cursor-stale", "cursor")
    assert "6" in problem.message.vi
    assert "7" in problem.message.vi
