"""What ends with a list behind it, clauses that go on by 'theo đó', and lists that tell a few."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, read
from tests.graph.extract.test_between_documents import triples
from tests.graph.extract.test_unsaid_subjects import NEW, OLD, OTHER, PARENT, PLAN


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"UBND tỉnh ban hành Quyết định số {NEW} về phí đò. Theo khoản 2 Điều 7 của Quyết định "
            f"này, từ ngày 1/9/2022, các quyết định sau hết hiệu lực: Quyết định số {OLD} và Quyết "
            f"định số {OTHER}.",
            {(NEW, "repeals", OLD), (NEW, "repeals", OTHER)},
        ),
        (
            f"Theo Quyết định số {NEW}, 2 quyết định sau hết hiệu lực một phần: Quyết định số "
            f"{OLD}, Quyết định số {OTHER}.",
            {(NEW, "amends", OLD), (NEW, "amends", OTHER)},
        ),
        (
            "Theo Luật Ban hành văn bản quy phạm pháp luật năm 2025, các quyết định sau đây hết "
            f"hiệu lực từ ngày 1/3/2025: Quyết định số {OLD}, Quyết định số {OTHER}.",
            set(),
        ),
        (
            "Sở đã rà soát theo Nghị định số 78/2025/NĐ-CP, các quyết định sau hết hiệu lực: Quyết "
            f"định số {OLD}, Quyết định số {OTHER}.",
            set(),
        ),
        (
            "Theo Tờ trình số 31/TTr-STP, các quyết định sau được thay thế: Quyết định số "
            f"{OLD}, Quyết định số {OTHER}.",
            set(),
        ),
        (
            f"Theo Quyết định số {NEW} công bố danh mục văn bản, các quyết định sau đây hết hiệu "
            f"lực: Quyết định số {OLD}, Quyết định số {OTHER}.",
            set(),
        ),
        (
            f"UBND tỉnh đã ban hành Quyết định số {NEW} quy định về phí đò, theo đó Quyết định số "
            f"{OLD} bị bãi bỏ.",
            {(NEW, "repeals", OLD)},
        ),
        (
            f"Quyết định số {NEW} bãi bỏ 31 quyết định của UBND tỉnh, trong đó có Quyết định số "
            f"{OLD} và Quyết định số {OTHER}.",
            {(NEW, "repeals", OLD), (NEW, "repeals", OTHER)},
        ),
        (
            f"Quyết định số {NEW} chính thức bãi bỏ 2 văn bản gồm: Quyết định số {OLD}, Quyết định "
            f"số {OTHER}.",
            {(NEW, "repeals", OLD), (NEW, "repeals", OTHER)},
        ),
        (
            f"Trên tinh thần Nghị quyết số {PARENT}, UBND tỉnh đã ban hành: Kế hoạch số {PLAN}.",
            {(PLAN, "basedOn", PARENT)},
        ),
        (
            f"Tỉnh khai tử giấy phép theo Nghị quyết số {PARENT}; Quyết định số {NEW} khai tử "
            f"Quyết định số {OLD}.",
            {(NEW, "repeals", OLD)},
        ),
        (
            f"Kế hoạch số {PLAN} được ban hành để đưa Nghị quyết số {PARENT} vào cuộc sống.",
            {(PLAN, "implements", PARENT)},
        ),
        (
            f"Kế hoạch số {PLAN} được ban hành để đưa nội dung Nghị quyết số {PARENT} vào giờ học.",
            set(),
        ),
        (
            f"Kế hoạch số {PLAN} nêu Quyết định số {OLD} và nhiều việc khác, trong đó có Quyết "
            f"định số {OTHER}.",
            set(),
        ),
        (
            "UBND tỉnh ra Kế hoạch số 21/KH-UBND. Kế hoạch số 58-KH/HU triển khai Chương trình "
            "hành động của Tỉnh ủy.",
            set(),
        ),
        (
            "Tỉnh ủy có Chương trình hành động số 19-CTr/TU. Kế hoạch số 58-KH/HU triển khai "
            "Chương trình hành động của Tỉnh ủy; xã khác chưa có.",
            {("58-KH/HU", "implements", "19-CTr/TU")},
        ),
        (
            "Tỉnh ủy có Chương trình hành động số 19-CTr/TU. UBND tỉnh ban hành Kế hoạch số "
            "55/KH-UBND thực hiện đồng thời Chương trình này và Nghị quyết số 138/NQ-CP.",
            {
                ("55/KH-UBND", "implements", "19-CTr/TU"),
                ("55/KH-UBND", "implements", "138/NQ-CP"),
            },
        ),
    ],
)
def test_ends_and_lists(words: str, told: set[tuple[str, str, str]], knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


def test_whoever_asks_to_go_on_also_ends(knowledge: Knowledge) -> None:
    words = (
        "Tin Gia Lai: Chỉ thị số 29-CT/TU yêu cầu tiếp tục thực hiện Nghị quyết số 30-NQ/TW, đồng "
        "thời chấm dứt hiệu lực của Chỉ thị số 11-CT/TU."
    )
    found = {one.replace(" (Gia Lai)", "") for one in all_relations(read(words, knowledge))}
    assert {"29-CT/TU | continues | 30-NQ/TW", "29-CT/TU | repeals | 11-CT/TU"} <= found
    assert "30-NQ/TW | repeals | 11-CT/TU" not in found


@pytest.mark.parametrize(
    ("words", "reviewer"),
    [
        ("Tròn 10 năm thực hiện Nghị quyết số 30-NQ/TW, Tỉnh ủy Gia Lai tổ chức tổng kết.", True),
        ("Tổng kết 10 năm thực hiện Nghị quyết số 30-NQ/TW, Tỉnh ủy Gia Lai đánh giá cao.", True),
        ("Sau 10 năm thực hiện Nghị quyết số 30-NQ/TW, Tỉnh ủy Gia Lai chưa tổng kết.", False),
        ("Sơ kết 5 năm thực hiện Nghị quyết số 30-NQ/TW của Bộ Chính trị", False),
    ],
)
def test_years_of_carrying_out_come_first(words: str, reviewer: bool, knowledge: Knowledge) -> None:
    found = {one for one in all_relations(read(words, knowledge)) if "reviews" in one}
    assert found == ({"Tỉnh ủy Gia Lai | reviews | 30-NQ/TW"} if reviewer else set())


CONCLUSION = """BAN CHẤP HÀNH TRUNG ƯƠNG
ĐẢNG CỘNG SẢN VIỆT NAM
Số 57-KL/TW
Hà Nội, ngày 15 tháng 6 năm 2023

KẾT LUẬN CỦA BỘ CHÍNH TRỊ
về công tác dân vận trong tình hình mới

Xem xét Tờ trình số 88-TTr/BDVTW, ngày 20/4/2023 của Ban Dân vận Trung ương, Bộ Chính trị yêu cầu
các cấp ủy tiếp tục thực hiện nghiêm Kết luận số 16-KL/TW và thực hiện tốt các nhiệm vụ sau:
1. Nâng cao nhận thức theo Quy định số 65-QĐ/TW.
T/M BỘ CHÍNH TRỊ
THƯỜNG TRỰC BAN BÍ THƯ
Lê Thị Hòa
"""


def test_a_conclusion_tells_to_go_on(knowledge: Knowledge) -> None:
    assert triples(read(CONCLUSION, knowledge)) == {
        ("57-KL/TW", "basedOn", "88-TTr/BDVTW"),
        ("57-KL/TW", "continues", "16-KL/TW"),
    }


def test_a_purpose_alone_parts_no_list(knowledge: Knowledge) -> None:
    words = (
        "Tin Gia Lai: UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND để triển khai thực hiện và Công "
        "văn số 512/UBND-TH về việc nhắc nộp báo cáo."
    )
    issued = {one for one in all_relations(read(words, knowledge)) if "issuedBy" in one}
    numbers = ("45/KH-UBND", "512/UBND-TH")
    assert issued == {f"{one} (Gia Lai) | issuedBy | UBND tỉnh Gia Lai" for one in numbers}


def test_a_list_behind_a_title_with_a_verb_is_issued_whole(knowledge: Knowledge) -> None:
    words = (
        "Tin Gia Lai: UBND tỉnh đã ban hành: Quyết định số 42/QĐ-UBND phê duyệt Kế hoạch hành "
        "động; Chỉ thị số 15/CT-UBND về dạy thêm; Kế hoạch số 52/KH-UBND về sân chơi."
    )
    issued = {one for one in all_relations(read(words, knowledge)) if "issuedBy" in one}
    numbers = ("42/QĐ-UBND", "15/CT-UBND", "52/KH-UBND")
    assert issued == {f"{one} (Gia Lai) | issuedBy | UBND tỉnh Gia Lai" for one in numbers}


@pytest.mark.parametrize("words", ["không tiếp tục", "tạm dừng việc tiếp tục"])
def test_a_conclusion_tells_to_stop(words: str, knowledge: Knowledge) -> None:
    told = triples(read(CONCLUSION.replace("tiếp tục", words), knowledge))
    assert told == {("57-KL/TW", "basedOn", "88-TTr/BDVTW")}
