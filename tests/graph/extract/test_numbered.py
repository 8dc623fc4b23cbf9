"""Every printed form of a number, and what only looks like one."""

from __future__ import annotations

import pytest

from graph.extract.numbered import find_numbered
from graph.extract.text import fold
from graph.extract.types import find_type_words


def numbers(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return surface, number and type of what is found."""
    folded = fold(text)
    found = find_numbered(folded, find_type_words(folded.openings))
    return [
        (text[one.start : one.end], one.number, one.type_vi)
        for one in sorted(found, key=lambda one: one.start)
    ]


@pytest.mark.parametrize(
    ("text", "number", "type_vi"),
    [
        ("Quy định số 680-QĐ/TU", "680-QĐ/TU", "Quy định"),
        ("Chỉ thị 05-CT/TW", "05-CT/TW", "Chỉ thị"),
        ("Nghị quyết số 128/NQ-CP", "128/NQ-CP", "Nghị quyết"),
        ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP", "Nghị định"),
        ("Quyết định 1493/QĐ-TTg", "1493/QĐ-TTg", "Quyết định"),
        ("Luật số 64/2025/QH15", "64/2025/QH15", "Luật"),
        ("Nghị quyết số 1686/NQ-UBTVQH15", "1686/NQ-UBTVQH15", "Nghị quyết"),
        ("Nghị quyết 66.18/2026/NQ-CP", "66.18/2026/NQ-CP", "Nghị quyết"),
        ("18/VBHN-VPQH", "18/VBHN-VPQH", "Văn bản hợp nhất"),
        ("Công văn 5973/UBND-KT", "5973/UBND-KT", "Công văn"),
        ("Nghị quyết số 18- NQ/TW", "18-NQ/TW", "Nghị quyết"),
        ("Kết luận số 100 - KL/TW", "100-KL/TW", "Kết luận"),
        ("Quy định số 47 – QĐ/TW", "47-QĐ/TW", "Quy định"),
        ("Quy định 37QĐ/TW", "37-QĐ/TW", "Quy định"),
        ("Kết luận số64-KL/TW", "64-KL/TW", "Kết luận"),
        ("Chí thị số 10-CT/TW", "10-CT/TW", "Chỉ thị"),
        ("Nghị quyết 19/NQ-TW", "19-NQ/TW", "Nghị quyết"),
        ("Chương trình hành động số 47-CTR/TU", "47-CTr/TU", "Chương trình hành động"),
        ("Quy định số 335-QÐ/TU", "335-QĐ/TU", "Quy định"),
        ("Kết luận số 55-\nKL/TU", "55-KL/TU", "Kết luận"),
        ("Quy định 335", "335", "Quy định"),
        ("Nghị quyết số 18 ngày 25-10-2017", "18", "Nghị quyết"),
        ("Nghị quyết 57 đã mở đường", "57", "Nghị quyết"),
    ],
)
def test_forms(text: str, number: str, type_vi: str) -> None:
    found = numbers(text)
    assert [(one[1], one[2]) for one in found] == [(number, type_vi)]


def test_a_word_glued_behind_stays_outside() -> None:
    assert numbers("Thông báo số 70-TB/TWngày 1/2/2020")[0][0] == "Thông báo số 70-TB/TW"
    assert numbers("Kế hoạch số98-KH/TUđể thực hiện")[0][0] == "Kế hoạch số98-KH/TU"
    assert numbers("Chương trình số 52-\nCTr/TUthực hiện")[0][1] == "52-CTr/TU"


def test_the_last_code_is_shared_by_the_figures_before_it() -> None:
    assert numbers("Chương trình hành động số 920 và 1011-CTr/TU") == [
        ("Chương trình hành động số 920", "920-CTr/TU", "Chương trình hành động"),
        ("1011-CTr/TU", "1011-CTr/TU", "Chương trình hành động"),
    ]
    found = numbers("các Quyết định số 12, 13 và 14/QĐ-UBND")
    assert [one[1] for one in found] == ["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND"]


def test_a_code_is_not_shared_with_a_document_of_another_kind() -> None:
    assert numbers("theo Quy định số 124 và Hướng dẫn số 25-HD/BTCTW") == [
        ("Quy định số 124", "124", "Quy định"),
        ("Hướng dẫn số 25-HD/BTCTW", "25-HD/BTCTW", "Hướng dẫn"),
    ]
    assert numbers("Nghị quyết 18 và Nghị quyết 19-NQ/TW")[0][1] == "18-NQ/TW"


def test_one_type_word_serves_a_list_of_numbers() -> None:
    found = numbers("các Nghị quyết: số 19-NQ/TW, số 20-NQ/TW và số 21-NQ/TW")
    assert [(one[0], one[2]) for one in found] == [
        ("số 19-NQ/TW", "Nghị quyết"),
        ("số 20-NQ/TW", "Nghị quyết"),
        ("số 21-NQ/TW", "Nghị quyết"),
    ]
    assert [one[1] for one in numbers("các Quy định 335, 336 và 668 của tỉnh")] == [
        "335",
        "336",
        "668",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Số 5 - 2022",
        "22/43 cơ quan",
        "(14/10/1930 - 14/10/2021)",
        "kế hoạch 5 năm",
        "Kế hoạch 5 năm 2016-2020",
        "Nghị quyết 3 nội dung",
        "quyết định 3 vấn đề",
        "10-Hà Nội",
        "dịch COVID-19",
        "chuyến bay A320-VN",
        "báo cáo 9 tháng",
        "khóa XV",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert numbers(text) == []
