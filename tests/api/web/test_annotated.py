"""A text in pieces is the same text, and its marks never lie on one another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from api.web.annotated import Mark, MarkKind, marks_of, paragraphs

TEXT = "Một.\n\nHai ba bốn\r\n  \nnăm"


def nothing(**some: object) -> dict[str, object]:
    empty: dict[str, object] = {
        kind: [] for kind in ("documents", "officials", "results", "bodies")
    }
    return empty | some


def span(start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end}


def test_blank_lines_are_left_out_and_nothing_else() -> None:
    lines = ["".join(piece.text for piece in one.pieces) for one in paragraphs(TEXT, ())]
    assert lines == ["Một.", "Hai ba bốn", "năm"]


def test_a_mark_is_one_piece() -> None:
    mark = Mark(6, 12, MarkKind.DOCUMENT, "k")
    pieces = [piece for one in paragraphs(TEXT, (mark,)) for piece in one.pieces]
    assert [(piece.text, piece.mark) for piece in pieces if piece.mark] == [("Hai ba", mark)]


def test_of_two_names_on_one_place_the_more_telling_stays() -> None:
    reading = nothing(
        documents=[{"id": "d", "mentions": [span(10, 20)]}],
        bodies=[{"id": "b", "name": "B", "mentions": [span(15, 25), span(30, 35)]}],
        results=[span(18, 31)],
    )
    found = [(one.start, one.end, one.kind.value) for one in marks_of(reading, ())]
    assert found == [(10, 20, "document"), (30, 35, "body")]


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: span(*sorted(pair)))


@given(st.text("ab \n\r", max_size=60), st.lists(spans, max_size=8), st.lists(spans, max_size=8))
def test_pieces_are_the_text_whatever_is_marked(
    text: str, some: list[dict[str, object]], others: list[dict[str, object]]
) -> None:
    reading = nothing(
        documents=[{"id": "d", "mentions": some}],
        bodies=[{"id": "b", "name": "", "mentions": others}],
    )
    marks = [one for one in marks_of(reading, ()) if one.end <= len(text)]
    for one, other in pairwise(marks):
        assert one.end <= other.start
    lines = ["".join(piece.text for piece in one.pieces) for one in paragraphs(text, marks)]
    kept = [line.replace("\r", "") for line in text.split("\n") if line.strip()]
    assert [line.replace("\r", "") for line in lines] == kept
    told = "".join(p.text for one in paragraphs(text, marks) for p in one.pieces if p.mark)
    said = "".join(text[one.start : one.end] for one in marks)
    assert "".join(told.split()) == "".join(said.split())
