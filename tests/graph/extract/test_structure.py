"""Dateline, home province, sentences and dates."""

from __future__ import annotations

import pytest

from graph.extract.article import Prepared, prepare
from graph.extract.dates import find_dates
from graph.extract.gazetteer import Knowledge
from graph.extraction import Article
from graph.model import PartialDate


def prepared(text: str, knowledge: Knowledge) -> Prepared:
    return prepare(Article("test", text, ""), knowledge)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ngày 2-7-2018", "2018-07-02"),
        ("16/3/2021", "2021-03-16"),
        ("22.8.2019", "2019-08-22"),
        ("ngày 03 tháng bốn năm 2018", "2018-04-03"),
        ("ngày 5 tháng 10 năm 2020", "2020-10-05"),
        ("tháng 9/2022", "2022-09"),
    ],
)
def test_dates_as_printed(text: str, value: str) -> None:
    assert [str(found.value) for found in find_dates(text)] == [value]


@pytest.mark.parametrize("text", ["22/43 cơ quan", "31-2-2020", "14/10", "số 5 - 2022", "1.888"])
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_a_day_without_year_takes_that_of_the_dateline(knowledge: Knowledge) -> None:
    text = "Thứ Tư, 20/01/2021 21:42\n\nChiều 20/1, Tỉnh ủy Nghệ An tổ chức hội nghị tổng kết năm."
    dateline = prepared(text, knowledge).dateline
    assert dateline.published == PartialDate(2021, 1, 20)
    assert dateline.event == PartialDate(2021, 1, 20)


def test_home_province_is_the_one_the_text_is_about(knowledge: Knowledge) -> None:
    text = (
        "Tỉnh ủy Sơn La họp. Đảng bộ tỉnh Sơn La có đoàn công tác của tỉnh Lai Châu đến thăm. "
        "Các huyện của Sơn La cùng dự."
    )
    assert prepared(text, knowledge).dateline.province == "Sơn La"


def test_two_provinces_named_alike_leave_the_home_open(knowledge: Knowledge) -> None:
    text = "Tỉnh ủy Sơn La và Tỉnh ủy Lai Châu ký kết chương trình."
    assert prepared(text, knowledge).dateline.province is None


def test_abbreviations_do_not_end_a_sentence(knowledge: Knowledge) -> None:
    text = "Thành ủy TP. Hồ Chí Minh họp bàn. Hội nghị T.Ư 4 kết thúc. Đ/c. Nam dự."
    ready = prepared(text, knowledge)
    assert [text[one.start : one.end] for one in ready.sentences][:2] == [
        "Thành ủy TP. Hồ Chí Minh họp bàn.",
        "Hội nghị T.Ư 4 kết thúc.",
    ]


def test_the_headline_is_the_title_not_the_page_furniture(knowledge: Knowledge) -> None:
    text = (
        "Tiếng Việt | English\n\n14/10/2021 - 08:35\n\nNhiều kết quả trong xây dựng Đảng\n\nMở đầu."
    )
    assert prepared(text, knowledge).title == "Nhiều kết quả trong xây dựng Đảng"


def test_a_term_ends_a_sentence_where_the_letter_for_commune_does_not(
    knowledge: Knowledge,
) -> None:
    text = (
        "Đó là Chỉ thị 10-CT/TW khóa X. Nghị quyết 07-NQ/TU ra đời sau. Tại x. Tịnh Trà thì chưa."
    )
    cut = [text[one.start : one.end].strip() for one in prepared(text, knowledge).sentences]
    assert cut[0].endswith("khóa X.")
    assert len(cut) == 3
