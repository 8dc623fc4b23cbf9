"""Lists and histories that portals print of a document, and changes told beside each other."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, read, relations
from tests.graph.extract.test_between_documents import triples
from tests.graph.extract.test_unsaid_subjects import NEW, OLD, OTHER

PAGE = """Số ký hiệu: 31/2021/QĐ-UBND
Ngày ban hành: 27/09/2021
Cơ quan ban hành: UBND tỉnh Kon Tum
Trích yếu: Ban hành Quy định về bến đò trên địa bàn tỉnh
Văn bản căn cứ:
- Nghị định số 71/2018/NĐ-CP
Văn bản bị thay thế:
- Quyết định số 29/2016/QĐ-UBND
- Quyết định số 44/2017/QĐ-UBND
Văn bản sửa đổi, bổ sung:
- Quyết định số 12/2023/QĐ-UBND
Văn bản thay thế:
- Quyết định số 55/2025/QĐ-UBND
Tin khác
- Quyết định số 60/2025/QĐ-UBND
"""
HISTORY = """Lịch sử hiệu lực: Quyết định 19/2014/QĐ-UBND
Ngày\tTrạng thái\tVăn bản nguồn
11/08/2014\tVăn bản được ban hành\t19/2014/QĐ-UBND
15/03/2017\tĐược sửa đổi, bổ sung\t08/2017/QĐ-UBND
10/06/2022\tBị thay thế\t17/2022/QĐ-UBND
"""


def plain(text: str, knowledge: Knowledge) -> set[tuple[str, str, str]]:
    """Return the relations between documents, by number without the province."""
    told = relations(read(text, knowledge))
    return {(one.split(" ")[0], said, other.split(" ")[0]) for one, said, other in told}


def test_the_lists_of_a_portal(knowledge: Knowledge) -> None:
    here = "31/2021/QĐ-UBND"
    assert plain(PAGE, knowledge) == {
        (here, "basedOn", "71/2018/NĐ-CP"),
        (here, "replaces", "29/2016/QĐ-UBND"),
        (here, "replaces", "44/2017/QĐ-UBND"),
        ("12/2023/QĐ-UBND", "amends", here),
        ("55/2025/QĐ-UBND", "replaces", here),
    }
    assert (
        read(PAGE, knowledge).documents[0].title == "Ban hành Quy định về bến đò trên địa bàn tỉnh"
    )


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("Quyết định số 31/2021/QĐ-UBND quy định về bến đò", True),
        ("Số hiệu: 31/KH-UBND", True),
        ("Sở Tư pháp rà soát theo Kế hoạch số 31/KH-STP", False),
        ("Báo cáo số 31/BC-UBND về công tác văn bản", False),
        ("Quyết định số 31/QĐ-UBND công bố danh mục văn bản", False),
    ],
)
def test_headings_speak_of_the_document_of_the_page(
    line: str, listed: bool, knowledge: Knowledge
) -> None:
    page = f"{line}\nVăn bản bị bãi bỏ\nQuyết định số 27/2019/QĐ-UBND\n"
    assert bool(plain(page, knowledge)) == listed


def test_the_history_of_a_portal(knowledge: Knowledge) -> None:
    assert plain(HISTORY, knowledge) == {
        ("08/2017/QĐ-UBND", "amends", "19/2014/QĐ-UBND"),
        ("17/2022/QĐ-UBND", "replaces", "19/2014/QĐ-UBND"),
    }


def test_words_of_a_sentence_head_no_list(knowledge: Knowledge) -> None:
    words = "Tỉnh rà soát văn bản bị thay thế.\nQuyết định số 31/2021/QĐ-UBND về đò.\n"
    words += "Có văn bản thay thế:\nvà nay là lúc đọc lại Quyết định số 29/2016/QĐ-UBND."
    assert plain(words, knowledge) == set()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Quyết định số {NEW} thay thế Quyết định số {OLD} và được bổ sung bởi Quyết định số "
            "88/2023/QĐ-UBND.",
            {(NEW, "replaces", OLD), ("88/2023/QĐ-UBND", "amends", NEW)},
        ),
        (
            f"Quyết định số {OLD} đã cũ. Quyết định được thay thế bởi Quyết định số {OTHER}.",
            {(OTHER, "replaces", OLD)},
        ),
    ],
)
def test_what_replaces_is_amended(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


def test_a_mistaken_belief_is_denied(knowledge: Knowledge) -> None:
    words = f"Ai cho rằng Quyết định số {OLD} đã bị Quyết định số {NEW} thay thế là nhầm."
    told = read(f"Tin Gia Lai: {words}", knowledge).relations
    assert {one.modality.value for one in told if one.predicate == "replaces"} == {"denied"}


RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
TỈNH BÌNH THUẬN
Số: 18/2022/NQ-HĐND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Thuận, ngày 25 tháng 10 năm 2022
NGHỊ QUYẾT
Sửa đổi, bổ sung một số điều của Quy định mức chi cho các kỳ thi ban hành kèm theo Nghị quyết số \
07/2021/NQ-HĐND ngày 26 tháng 8 năm 2021
Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;
QUYẾT NGHỊ:
Điều 1. Mức chi tăng.
Điều 2. Bãi bỏ Nghị quyết số 31/2017/NQ-HĐND và Điều 2 Nghị quyết số 50/2018/NQ-HĐND.
"""


def test_a_whole_one_and_a_part_of_the_next(knowledge: Knowledge) -> None:
    here = "18/2022/NQ-HĐND"
    changes = {one for one in plain(RESOLUTION, knowledge) if one[1] != "basedOn"}
    assert changes == {
        (here, "amends", "07/2021/NQ-HĐND"),
        (here, "repeals", "31/2017/NQ-HĐND"),
        (here, "amends", "50/2018/NQ-HĐND"),
    }


@pytest.mark.parametrize(
    ("words", "issued"),
    [
        ("phê duyệt Chương trình Chuyển đổi số quốc gia tại Quyết định số 749/QĐ-TTg.", True),
        ("phê duyệt kinh phí cho các việc nêu tại Quyết định số 749/QĐ-TTg.", False),
    ],
)
def test_what_is_approved_by_a_number(words: str, issued: bool, knowledge: Knowledge) -> None:
    told = all_relations(read(f"Thủ tướng Chính phủ {words}", knowledge))
    assert ("749/QĐ-TTg | issuedBy | Thủ tướng Chính phủ" in told) == issued
