"""Sentences cut from a text as evidence."""

from __future__ import annotations

import pytest

from graph.extraction import Article
from graph.resolve.quotes import bounds, quoting

TEXT = (
    "Đoạn đầu.\n"
    "Hội nghị họp tại TP. Hồ Chí Minh. Đồng chí A chủ trì; Tỉnh ủy ban hành Quy định 1-QĐ/TU. "
    "Hết.\n"
    "Đoạn cuối không có dấu chấm\n"
)


def cut(words: str, text: str = TEXT) -> str:
    start = text.index(words)
    first, last = bounds(text, start, start + len(words))
    return text[first:last]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Đoạn đầu", "Đoạn đầu."),
        ("họp", "Hội nghị họp tại TP. Hồ Chí Minh."),
        ("Quy định 1-QĐ/TU", "Tỉnh ủy ban hành Quy định 1-QĐ/TU."),
        ("A chủ trì; Tỉnh ủy", "Đồng chí A chủ trì; Tỉnh ủy ban hành Quy định 1-QĐ/TU."),
        ("Đồng chí A", "Đồng chí A chủ trì;"),
        ("Hết", "Hết."),
        ("không có", "Đoạn cuối không có dấu chấm"),
    ],
)
def test_words_are_quoted_in_their_sentence(words: str, sentence: str) -> None:
    assert cut(words) == sentence


def test_a_term_ends_the_sentence_that_is_quoted() -> None:
    first = "Ban Thường vụ Tỉnh ủy ban hành Kết luận số 55-KL/TU thực hiện nghị quyết khóa X."
    second = "Các huyện ủy đã xây dựng kế hoạch."
    assert cut("55-KL/TU", f"{first} {second}") == first
    assert cut("huyện ủy", f"{first} {second}") == second


def test_an_endless_line_gives_a_bounded_quote() -> None:
    text = "a " * 50_000 + "Quy định 1-QĐ/TU " + "b " * 50_000
    assert len(cut("Quy định 1-QĐ/TU", text)) < 1400


def test_a_sentence_keeps_its_address_wherever_it_stands() -> None:
    moved = "Một câu mới.\n" + TEXT.replace("ban hành", "ban\u00a0hành")
    addresses = set()
    for text in (TEXT, moved):
        start = text.index("Quy định 1")
        sentence = quoting(Article("a", text, ""), "https://s.example/s")(start, start + 10)
        assert text[sentence.start : sentence.end] == sentence.quote
        addresses.add(sentence.iri)
    assert len(addresses) == 1
