"""Changes of parts, in titles, articles and lists of full texts, and charges to councils."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.provinces import read as read_actors
from tests.graph.extract.reading import read
from tests.graph.extract.test_assigning import tasks
from tests.graph.extract.test_between_documents import triples

HEAD = (
    "BỘ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 61/2022/TT-BNV\nHà Nội, ngày 5 tháng 8 năm 2022\nTHÔNG TƯ\n"
)


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("Bãi bỏ một số điều, khoản của Thông tư số 17/2016/TT-BNV", "amends"),
        ("Thay thế cụm từ “kho” bằng cụm từ “bãi” tại Điều 2 Thông tư số 17/2016/TT-BNV", "amends"),
        ("Bãi bỏ nội dung về kho tại Phụ lục của Thông tư số 17/2016/TT-BNV", "amends"),
        ("Bãi bỏ Thông tư số 17/2016/TT-BNV", "repeals"),
    ],
)
def test_an_article_that_changes_a_part_amends(
    article: str, told: str, knowledge: Knowledge
) -> None:
    reading = read(
        f"{HEAD}Quy định về kho lưu trữ\nCăn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;\n"
        f"Bộ trưởng Bộ Nội vụ ban hành Thông tư về kho lưu trữ.\nĐiều 1. {article}.\n",
        knowledge,
    )
    changes = {one for one in triples(reading) if one[1] != "basedOn"}
    assert changes == {("61/2022/TT-BNV", told, "17/2016/TT-BNV")}


def test_what_a_title_changes_changes_nothing_itself(knowledge: Knowledge) -> None:
    reading = read(
        f"{HEAD}Sửa đổi, bổ sung một số điều của Thông tư số 17/2016/TT-BNV ngày 5 tháng 3 năm "
        "2016 của Bộ trưởng Bộ Nội vụ và bãi bỏ Thông tư số 18/2016/TT-BNV\nCăn cứ Luật Lưu trữ "
        "ngày 11 tháng 11 năm 2011;\n",
        knowledge,
    )
    changes = {one for one in triples(reading) if one[1] != "basedOn"}
    assert changes == {
        ("61/2022/TT-BNV", "amends", "17/2016/TT-BNV"),
        ("61/2022/TT-BNV", "repeals", "18/2016/TT-BNV"),
    }


def test_a_suspension_carries_nothing_out(knowledge: Knowledge) -> None:
    words = "Thông tư số 61/2022/TT-BNV ngưng hiệu lực thi hành Thông tư số 17/2016/TT-BNV."
    assert triples(read(words, knowledge)) == set()


def test_a_preamble_changes_from_what_it_carries_out_to_its_grounds(knowledge: Knowledge) -> None:
    reading = read(
        "TỈNH ỦY GIA LAI\n*\nSố 45-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nPleiku, ngày 10/4/2017\n"
        "KẾ HOẠCH\nnuôi ong\n\nThực hiện Công văn số 123-CV/BTGTW, trên cơ sở Nghị quyết số "
        "09-NQ/TU, Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch như sau:\n",
        knowledge,
    )
    assert triples(reading) == {
        ("45-KH/TU", "implements", "123-CV/BTGTW"),
        ("45-KH/TU", "basedOn", "09-NQ/TU"),
    }


def test_a_resolution_charges_the_standing_body_of_its_council() -> None:
    found = read_actors(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH GIA LAI\nSố: 31/2022/NQ-HĐND\nGia Lai, ngày 9 tháng 12 năm 2022\n"
        "NGHỊ QUYẾT\nQuy định phí bến đò\nCăn cứ Luật Phí và lệ phí năm 2015;\nQUYẾT NGHỊ:\n"
        "Điều 1. Thường trực Hội đồng nhân dân tỉnh, các Ban và đại biểu Hội đồng nhân dân tỉnh "
        "giám sát việc thực hiện Nghị quyết này.\nĐiều 2. Hội đồng nhân dân tỉnh đã giám sát năm "
        "2021.\n"
    )
    assert tasks(found) == [(("Thường trực Hội đồng nhân dân tỉnh Gia Lai",), (), None)]
