"""Texts as pages of law portals and newspapers print them: wrapped sources, days, short codes."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from graph.extract.text import fold
from tests.graph.extract.reading import documents, read, relations

WRAPPED = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 71/KH-UBND
|
Sơn
La, ngày 9 tháng 4
năm 2021
|
KẾ HOẠCH
VỀ VIỆC THỰC HIỆN CHỈ THỊ SỐ 42-CT/TW
Căn cứ Luật Thanh niên
ngày 16/6/2020; Chỉ thị số 42-CT/TW ngày
24/3/2015 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với công tác giáo
dục lý tưởng; xét đề nghị của Sở Nội vụ tại Tờ
trình số 66/TTr-SNV ngày 5 tháng 4 năm 2021 về việc
ban hành kế hoạch. UBND tỉnh ban hành Kế hoạch như sau:
1. Mục
đích
Nâng cao nhận thức.
"""


def days(text: str, knowledge: Knowledge) -> dict[str | None, str]:
    """Return the day of each document that has one, by number or title."""
    told = read(text, knowledge).documents
    return {one.number or one.title: str(one.issued) for one in told if one.issued}


def test_a_wrapped_page_keeps_its_days_and_grounds(knowledge: Knowledge) -> None:
    assert days(WRAPPED, knowledge) == {
        "71/KH-UBND": "2021-04-09",
        "Luật Thanh niên": "2020-06-16",
        "42-CT/TW": "2015-03-24",
        "66/TTr-SNV": "2021-04-05",
    }
    assert ("71/KH-UBND (Sơn La)", "basedOn", "66/TTr-SNV (Sơn La)") in relations(
        read(WRAPPED, knowledge)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ\nngày 5 tháng 6 năm 2020",  # a stamp, not what goes on with a citation
        "Rà soát quy hoạch\ncác sở, ngành\nquý II",
        "Căn cứ Luật Thanh niên;\nngày 16/6/2020",
        "Mục tiêu\na) nâng cao nhận thức của cán bộ, đảng viên trong toàn tỉnh về việc\nnày",
    ],
)
def test_short_lines_of_their_own_stay(text: str) -> None:
    assert fold(text).shaped.split("\n")[0] == text.split("\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Một năm trước đại hội, ngày 30/5/2019, Bộ Chính trị ban hành Chỉ thị 35-CT/TW.", True),
        (
            "Thực hiện chủ trương đó, ngày 30/5/2019, Bộ Chính trị đã ban hành Chỉ thị 35-CT/TW",
            True,
        ),
        ("Sau hội nghị ngày 30/5/2019 tại Hà Nội, Bộ Chính trị ban hành Chỉ thị 35-CT/TW.", False),
        ("Thực hiện Kết luận 21, ngày 30/5/2019, Bộ Chính trị ban hành Chỉ thị 35-CT/TW.", False),
    ],
)
def test_a_day_in_the_middle_of_a_sentence_is_that_of_what_is_issued_then(
    text: str, day: bool, knowledge: Knowledge
) -> None:
    assert days(text, knowledge).get("35-CT/TW") == ("2019-05-30" if day else None)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Triển khai Chỉ thị số 05-CT/TW; sau 3 năm thực hiện CT 05, cán bộ gương mẫu.", "CT 05"),
        ("Thực hiện Nghị quyết số 26-NQ/TW; kế hoạch thực hiện NQ/ 26 TW đã có.", "NQ/ 26 TW"),
        ("NQ 57 của Bộ Chính trị là đột phá.", "NQ 57"),
        ("Kế hoạch 45-KH/HU nêu ba việc; KH số 45 giao các xã làm.", "KH số 45"),
    ],
)
def test_a_short_number_behind_a_code_is_known(text: str, known: str, knowledge: Knowledge) -> None:
    told = read(text, knowledge)
    assert any(span.surface == known for one in told.documents for span in one.mentions)
    assert len(told.documents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Căn hộ CT 05 thuộc khu nhà ở; Chỉ thị số 05-CT/TW đã được quán triệt.",
        "Phòng TT 22 và lớp KH 77 học ở tầng hai, gần tòa CT4.",
        "NQ 18 lần được nhắc tới trong buổi trò chuyện.",
        "Xe mang mã KH 45-123; Kế hoạch 45-KH/HU giao các xã làm.",
    ],
)
def test_letters_and_figures_alone_are_no_document(text: str, knowledge: Knowledge) -> None:
    printed = {"05-CT/TW", "45-KH/HU"}
    told = read(text, knowledge)
    assert {name.split(" ")[0] for name in documents(told)} <= printed
    assert all(len(one.mentions) == 1 for one in told.documents)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("Căn cứ Luật Tổ chức HĐND\nvà UBND ngày 26/11/2003;", True),
        ("Xét đề nghị của Giám đốc\nSở Nội vụ tại Tờ trình số 5/TTr-SNV,", True),
        ("cán bộ quản lý công ty nhà nước thuộc UBND tỉnh\nQuảng Nam;", True),
        ("Chủ tịch UBND tỉnh\nQuang cảnh hội nghị sáng nay", False),
        ("Người đứng đầu là Giám đốc\nSở Nội vụ", False),
    ],
)
def test_names_broken_over_lines(lines: str, joined: bool) -> None:
    page = f"Quyết định\nĐoạn trước của văn bản thì kết thúc ở đây.\n{lines}"
    assert ("\n" not in fold(page).shaped[-len(lines) :]) == joined


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("Công văn số 2928/LĐTBXH-BVCSTE , ngày 12/8/2014 của Bộ", "2928/LĐTBXH-BVCSTE", 12),
        ("Số hiệu:55/2016/QĐ-UBNDNgày ban hành:19/10/2016", "55/2016/QĐ-UBND", 19),
        (
            "Nghị quyết số 18-NQ/TW được Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa "
            "XII thông qua ngày 25/10/2017.",
            "18-NQ/TW",
            25,
        ),
    ],
)
def test_numbers_and_days_parted_or_glued(
    text: str, number: str, day: int | None, knowledge: Knowledge
) -> None:
    (told,) = read(text, knowledge).documents
    assert (told.number, told.issued.day if told.issued else None) == (number, day)


TABLES = {
    "glued": (
        "Cơ quan ban hành: Ủy ban nhân dân tỉnh Quảng Ngãi\nSố công báo:\nĐã biết\n"
        "Số hiệu:55/2016/QĐ-UBNDNgày đăng công báo:Đang cập nhật\n"
        "Ngày ban hành:19/10/2016Ngày hết hiệu lực:\n",
        {("55/2016/QĐ-UBND", "2016-10-19", "UBND tỉnh Quảng Ngãi")},
    ),
    "a line each": (
        "Số ký hiệu\n80-CTr/TU\nNgày ban hành\n15-03-2024\nCơ quan ban hành\nTỉnh ủy Kon Tum\n",
        {("80-CTr/TU", "2024-03-15", "Tỉnh ủy Kon Tum")},
    ),
    "several": (
        "Số hiệu: 15/QĐ-UBND\nNgày ban hành: 05/01/2022\nCơ quan ban hành: UBND tỉnh Cà Mau\n"
        "Số hiệu: 16/QĐ-UBND\nNgày ban hành: 06/02/2022\nCơ quan ban hành: UBND tỉnh Cà Mau\n",
        {
            ("15/QĐ-UBND", "2022-01-05", "UBND tỉnh Cà Mau"),
            ("16/QĐ-UBND", "2022-02-06", "UBND tỉnh Cà Mau"),
        },
    ),
    "words of a sentence": (
        "Hồ sơ gồm văn bản có số hiệu, ngày ban hành: 05/01/2022; cơ quan ban hành: UBND tỉnh Cà "
        "Mau chịu trách nhiệm về Quyết định số 15/QĐ-UBND.",
        {("15/QĐ-UBND", "None", None)},
    ),
}


@pytest.mark.parametrize("kind", TABLES)
def test_the_attributes_that_a_portal_prints(kind: str, knowledge: Knowledge) -> None:
    text, told = TABLES[kind]
    reading = read(text, knowledge)
    names = {body.id: body.name for body in reading.bodies}
    issuers = {
        one.subject: names[one.object] for one in reading.relations if one.predicate == "issuedBy"
    }
    assert {(one.number, str(one.issued), issuers.get(one.id)) for one in reading.documents} == told


def test_a_law_named_with_its_year_is_of_that_year(knowledge: Knowledge) -> None:
    text = "Điều 18 Luật Đất đai năm 2013; Luật Thủy sản ngày 21/11/2017; theo Luật Nhà ở 2014."
    assert days(text, knowledge) == {
        "Luật Đất đai năm 2013": "2013",
        "Luật Thủy sản": "2017-11-21",
        "Luật Nhà ở năm 2014": "2014",
    }
