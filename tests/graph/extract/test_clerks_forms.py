"""Forms that a clerk reads at once: who submits what, a list of grounds, what is no number."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from graph.extraction import Extraction
from tests.graph.extract.reading import all_relations, documents, read

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 26/2025/QĐ-UBND\nHà Giang, ngày 05 tháng 3 năm 2025\n\n"
    "QUYẾT ĐỊNH\nQuy định giá dịch vụ bến đò\n\n"
)


def ties(reading: Extraction, predicate: str) -> set[tuple[str, str]]:
    told = (one.split(" | ") for one in all_relations(reading))
    return {(left, right) for left, said, right in told if said == predicate}


def test_a_proposal_is_a_ground_and_of_whom_submits_it(knowledge: Knowledge) -> None:
    found = read(
        HEAD + "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;\n"
        "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 311/TTr-STC ngày 20/02/2025 và Báo "
        "cáo số 48/BC-STP của Sở Tư pháp;\n\nĐiều 1. Giá một lượt đò là 5.000 đồng.\n"
        "Điều 2. Quyết định này có hiệu lực thi hành sau 10 ngày, kể từ ngày ký ban hành.\n",
        knowledge,
    )
    own = "26/2025/QĐ-UBND (Hà Giang)"
    grounds = {right for left, right in ties(found, "basedOn") if left == own}
    assert {one.split(" (")[0] for one in grounds} == {"64/2025/QH15", "311/TTr-STC", "48/BC-STP"}
    issuers = {(left.split(" (")[0], right) for left, right in ties(found, "issuedBy")}
    assert ("311/TTr-STC", "Sở Tài chính Hà Giang") in issuers
    (document,) = (one for one in found.documents if one.id == found.document)
    assert str(document.effective) == "2025-03-15"


def test_a_list_of_grounds_under_its_heading(knowledge: Knowledge) -> None:
    found = read(
        HEAD.replace("2025/QĐ", "QĐ").replace("QUYẾT ĐỊNH\nQuy định", "KẾ HOẠCH\nQuy hoạch")
        + "I. CĂN CỨ PHÁP LÝ\n- Nghị định số 71/2021/NĐ-CP ngày 01/8/2021 của Chính phủ;\n"
        "- Quyết định số 905/QĐ-TTg ngày 20/7/2022.\nII. NỘI DUNG\n"
        "- Theo dõi Quyết định số 3/QĐ-TTg.\n",
        knowledge,
    )
    assert {right for _, right in ties(found, "basedOn")} == {"71/2021/NĐ-CP", "905/QĐ-TTg"}


@pytest.mark.parametrize(
    ("news", "issuer", "number"),
    [
        ("UBND tỉnh Hà Giang ra Quyết định số 415/QĐ-UBND", "UBND tỉnh Hà Giang", "415/QĐ-UBND"),
        (
            "Tỉnh ủy Hà Giang cụ thể hóa Nghị quyết số 57-NQ/TW bằng Chương trình hành động số "
            "61-CTr/TU",
            "Tỉnh ủy Hà Giang",
            "61-CTr/TU",
        ),
        (
            "UBND tỉnh Hà Giang báo cáo tại Công văn số 77/UBND-VX",
            "UBND tỉnh Hà Giang",
            "77/UBND-VX",
        ),
        (
            "Thủ tướng Chính phủ cũng đã có Quyết định số 1719/QĐ-TTg",
            "Thủ tướng Chính phủ",
            "1719/QĐ-TTg",
        ),
    ],
)
def test_verbs_right_before_a_document_tell_its_issuer(
    news: str, issuer: str, number: str, knowledge: Knowledge
) -> None:
    told = ties(read(f"Ngày 4/3/2025, {news}.", knowledge), "issuedBy")
    assert (number, issuer) in {(left.split(" (")[0], right) for left, right in told}


@pytest.mark.parametrize(
    "words",
    [
        "Hợp đồng số 12/HĐ-TW đã ký.",
        "Hồ sơ số 40/HS-CSGT lưu tại đội.",
        "Chứng từ số 9-UNC ghi rõ.",
        "Hai bên ký hợp đồng kinh tế số 05/2024/HĐKT.",
        "Ngân hàng giải ngân theo hợp đồng tín dụng số 45/2022/HĐTD.",
        "Nhà thầu dừng hợp đồng thi công số 77/HĐ-XD.",
        "Bản số 77/HĐ-XD đã hết hạn.",
        "Hai bên lập biên bản nghiệm thu số 12/BB-NT.",
        "Người dân ngồi kín khán đài số 3-BVH.",
        "Đội chữa cháy điều xe mang số 07-CCC.",
        "Ghi “số 02/TB-...” vào góc giấy.",
        "Bà con gọi vui là mô hình “Nghị quyết số 1 của bản”.",
        "Nghị quyết 4 nhất: nhanh nhất, gần nhất.",
    ],
)
def test_other_numbers_are_no_documents(words: str, knowledge: Knowledge) -> None:
    assert documents(read(words, knowledge)) == set()


@pytest.mark.parametrize("words", ["văn bản hỏa tốc", "ý kiến chỉ đạo", "hợp đồng và văn bản"])
def test_letters_keep_their_numbers(words: str, knowledge: Knowledge) -> None:
    found = documents(read(f"UBND tỉnh Hà Giang có {words} số 123/UBND-KT.", knowledge))
    assert found == {"123/UBND-KT (Hà Giang)"}


def test_laws_by_their_name_alone(knowledge: Knowledge) -> None:
    found = read(
        "Theo Điều 9 Luật Tố cáo, đơn gửi trong 90 ngày. Xã tổ chức thực hiện Luật Phòng, chống "
        "thiên tai; luật sư Luật Hà Giang góp ý dự thảo Luật Nước sạch.",
        knowledge,
    )
    assert documents(found) == {"Luật Tố cáo", "Luật Phòng, chống thiên tai"}


def test_two_resolutions_above_are_the_two_of_the_list(knowledge: Knowledge) -> None:
    found = read(
        "Tỉnh ủy Hà Giang quán triệt Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW. Để thực "
        "hiện hai nghị quyết trên, Tỉnh ủy ban hành Kế hoạch số 92-KH/TU.",
        knowledge,
    )
    plan = "92-KH/TU (Hà Giang)"
    assert ties(found, "implements") == {(plan, "18-NQ/TW"), (plan, "19-NQ/TW")}


def test_what_is_not_done_or_only_planned_is_no_review(knowledge: Knowledge) -> None:
    found = read(
        "Ở Hà Giang, một số cấp ủy chưa sơ kết Chỉ thị số 49-CT/TW; tới đây sẽ tổng kết Nghị quyết "
        "số 20-NQ/TW.",
        knowledge,
    )
    assert ties(found, "reviews") == set()


@pytest.mark.parametrize(
    ("words", "issued"),
    [
        ("UBND tỉnh Hà Giang ban hành Quyết định số 415/2024/QĐ-UBND.", "2024-06-05"),
        ("UBND tỉnh Hà Giang ban hành Quyết định số 415/2021/QĐ-UBND.", None),
        (
            "Đoàn giám sát làm việc với UBND tỉnh Hà Giang về việc ban hành Quyết định số "
            "415/QĐ-UBND.",
            None,
        ),
        ("Sở Y tế nghe UBND tỉnh Hà Giang ban hành Quyết định số 415/QĐ-UBND.", None),
    ],
)
def test_the_day_of_another_deed_is_no_day_of_issue(
    words: str, issued: str | None, knowledge: Knowledge
) -> None:
    found = read(f"Ngày 5/6/2024, {words}", knowledge).documents
    assert [one.issued and str(one.issued) for one in found] == [issued]
