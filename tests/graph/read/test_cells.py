from __future__ import annotations

import pytest

from graph.errors import Text
from graph.model import PartialDate
from graph.read import cells
from graph.read.cells import CellError
from graph.records import Pointer

REAL_NUMBERS = [
    *("18-NQ/TW", "03-NQ/HNTW", "07-QĐi/TW", "05-QĐNS/TW", "01-QĐi/UBKTTW", "02-CtrHĐ/TU"),
    *("03-CTr/ĐU", "01-NQ/ĐH", "07-TB/CQTTBCĐ", "591-CV/BCSĐ", "3488-NQ/QUTW", "39-CTr/HU"),
    *("139/NQ-CP", "30/2020/NĐ-CP", "66.18/2026/NQ-CP", "30c/NQ-CP", "36a/NQ-CP", "0155/KH-UBND"),
    *("73/2005/QĐ.UBT", "01/1999/QĐ.UB", "197/STTTT", "8602/QĐ-QĐ/TU", "06/QĐ-BCĐTW-VPĐP"),
    *("193/2025/QH15", "35/2023/UBTVQH15", "1673/NQ-UBTVQH15", "2410/BCA-C41", "18/VBHN-VPQH"),
    *("5973/UBND-KT", "7308/KH-BNN-TCLN", "05/2022/TT-BNNPTNT", "1330/ĐA-UBND", "24/TT-BNN&PTNT"),
]
NO_NUMBERS = [
    *("44", "NQ/TW", "18-NQ", "18 -NQ/TW", "18- NQ/TW", "18NQ/TW", "18-nq/tw", "-NQ/TW", "18/"),
    *("18-NQ/TW ngày", "Nghị quyết 18", "18-NQ/TW@2017", "123456-NQ/TW", "18-NQ//TW"),
    *("19/NQ-TW", "30/3020/NĐ-CP", "30/20/NĐ-CP", "18–NQ/TW", "18-QÐ/TW", "=1+1", "١٨-NQ/TW"),
]


@pytest.mark.parametrize("number", REAL_NUMBERS)
def test_numbers_as_issuers_write_them_are_read(number: str) -> None:
    assert cells.number(number) == number


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(CellError):
        cells.number(number)


def test_a_page_may_print_the_figure_alone() -> None:
    assert cells.printed_number("44") == "44"
    with pytest.raises(CellError):
        cells.printed_number("bốn mươi tư")


@pytest.mark.parametrize("text", ["2024", "2024-02", "2024-02-29"])
def test_dates_are_read_as_precisely_as_known(text: str) -> None:
    assert cells.date(text) == PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2023-02-29",
            Text("ngày này không có trong lịch", "there is no such day in the calendar"),
        ),
        ("2023-13", Text("ngày này không có trong lịch", "there is no such day in the calendar")),
        (
            "0202-05-01",
            Text("ngày này không có trong lịch", "there is no such day in the calendar"),
        ),
        ("25/10/2017", Text("ngày không đúng dạng", "not a date in the form asked for")),
        ("2017-1-2", Text("ngày không đúng dạng", "not a date in the form asked for")),
        ("２０１７", Text("ngày không đúng dạng", "not a date in the form asked for")),
    ],
)
def test_dates_that_cannot_be_are_refused(text: str, told: Text) -> None:
    with pytest.raises(CellError) as caught:
        cells.date(text)
    assert caught.value.message == told


def test_a_pointer_is_a_number_at_a_date() -> None:
    assert cells.pointer("04-NQ/TW@2016-10-30") == Pointer("04-NQ/TW", PartialDate(2016, 10, 30))
    assert cells.pointer("@2021-02-01") == Pointer(None, PartialDate(2021, 2, 1))


@pytest.mark.parametrize("text", ["04-NQ/TW", "04-NQ/TW@", "@", "04@2016-10-30", "a@b@2016"])
def test_what_is_no_pointer_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        cells.pointer(text)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_sources_are_web_addresses_or_names(text: str) -> None:
    assert cells.sources("https://tinh.vn/a ; sách, tr. 5") == ("https://tinh.vn/a", "sách, tr. 5")
    with pytest.raises(CellError):
        cells.sources(f"https://tinh.vn/a; {text}")


@pytest.mark.parametrize("text", ["2015", "2015-2014", "2015-2030", "2015–2020", "1815-1820"])
def test_what_is_no_provincial_term_is_refused(text: str) -> None:
    assert cells.term_years("2015-2020") == "2015-2020"
    with pytest.raises(CellError):
        cells.term_years(text)
