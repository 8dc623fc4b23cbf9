"""The frames of official texts as clerks and portals print them: heading, issuer, signature."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, name_of, read

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

ACTION = (
    "TỈNH ỦY THÁI BÌNH\n*\nSố 47-CTr/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Thái Bình, ngày 12 tháng 3 năm 2018\n"
    "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\n"
    "thực hiện Nghị quyết số 18-NQ/TW ngày 25-10-2017\n-----\n"
    "I- MỤC TIÊU\n1. Nâng cao hiệu lực.\nT/M TỈNH ỦY\nBÍ THƯ\n(đã ký)\nNguyễn Hồng Tâm\n"
)
PLAN = (
    f"UBND TỈNH HÀ NAM\nSỞ Y TẾ\nSố: 215/KH-SYT\n{MOTTO}\nHà Nam, ngày 5 tháng 5 năm 2021\n"
    "KẾ HOẠCH TRIỂN KHAI THỰC HIỆN CHỈ THỊ SỐ 12/CT-UBND VỀ PHÒNG CHỐNG DỊCH\n"
    "I. MỤC ĐÍCH\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Thị Lan Anh\n"
)
DEPARTMENT = (
    f"BỘ NỘI VỤ\nSố: 1234/QĐ-BNV\n{MOTTO}\nHà Nội, ngày 20 tháng 8 năm 2019\nQUYẾT ĐỊNH\n"
    "Về việc công bố thủ tục hành chính\nĐiều 1. Công bố thủ tục.\n"
    "TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ PHÁP CHẾ\nPhạm Minh Hùng\n"
)
SMALL = (
    "Ủy ban nhân dân tỉnh Bến Tre\nCộng hòa xã hội chủ nghĩa Việt Nam\nSố: 12/CT-UBND\n"
    "Bến Tre, ngày 3 tháng 9 năm 2015\nCHỈ THỊ\nVề tăng cường quản lý đất đai\n"
    "Thời gian qua còn hạn chế.\nCHỦ TỊCH\nĐã ký: Võ Thành Hạo\n"
)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (ACTION, ("47-CTr/TU", "Chương trình hành động", "2018-03-12")),
        (PLAN, ("215/KH-SYT", "Kế hoạch", "2021-05-05")),
        (DEPARTMENT, ("1234/QĐ-BNV", "Quyết định", "2019-08-20")),
        (SMALL, ("12/CT-UBND", "Chỉ thị", "2015-09-03")),
    ],
)
def test_what_a_frame_tells(page: str, told: tuple[str, str, str], knowledge: Knowledge) -> None:
    reading = read(page, knowledge)
    own = next(one for one in reading.documents if one.id == reading.document)
    assert (own.number, own.type_vi, str(own.issued)) == told


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (
            ACTION,
            {
                "issuedBy | Tỉnh ủy Thái Bình",
                "signedBy | Nguyễn Hồng Tâm",
                "implements | 18-NQ/TW",
            },
        ),
        (
            PLAN,
            {
                "issuedBy | Sở Y tế Hà Nam",
                "signedBy | Trần Thị Lan Anh",
                "implements | 12/CT-UBND (Hà Nam)",
            },
        ),
        (DEPARTMENT, {"issuedBy | Bộ Nội vụ", "signedBy | Phạm Minh Hùng"}),
        (SMALL, {"issuedBy | UBND tỉnh Bến Tre", "signedBy | Võ Thành Hạo"}),
    ],
)
def test_who_a_frame_names(page: str, told: set[str], knowledge: Knowledge) -> None:
    reading = read(page, knowledge)
    own = next(one for one in reading.documents if one.id == reading.document)
    ends = (one.split(" | ", 1) for one in all_relations(reading))
    assert {end for subject, end in ends if subject == name_of(own)} == told


@pytest.mark.parametrize(
    "page",
    [
        "KẾ HOẠCH TỔ CHỨC LỄ HỘI HOA BAN\nNgày 5/3, Sở Y tế đã họp bàn về Chỉ thị số 12/CT-UBND.",
        "Số 5 - 2022\nQUYẾT ĐỊNH SÁNG SUỐT CỦA MỘT NGƯỜI\nÔng Nam kể chuyện.",
        f"{MOTTO}\nKẾ HOẠCH TỔ CHỨC LỄ HỘI\nKhông có số, ký hiệu.",
    ],
)
def test_headlines_in_capitals_are_no_frames(page: str, knowledge: Knowledge) -> None:
    assert read(page, knowledge).document is None
