"""Who issued and signed: heads of bodies, and subjects that only go back to a document."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, read

ACTS = ("issuedBy", "signedBy", "adoptedAt")


def told(words: str, knowledge: Knowledge) -> set[str]:
    """Return who issued, signed and adopted what a piece of news of Gia Lai names."""
    found = all_relations(read(f"Tin Gia Lai: {words}", knowledge))
    return {one.replace(" (Gia Lai)", "") for one in found if one.split(" | ")[1] in ACTS}


@pytest.mark.parametrize(
    ("words", "issuers"),
    [
        (
            "Thông tư số 12/2019/TT-BYT ngày 4/5/2019 của Bộ trưởng Bộ Y tế quy định về trạm xá.",
            {"12/2019/TT-BYT | issuedBy | Bộ Y tế"},
        ),
        (
            "các Thông tư số 12/2019/TT-BYT, 13/2019/TT-BYT ngày 4/5/2019 của Bộ trưởng Bộ Y tế.",
            {"12/2019/TT-BYT | issuedBy | Bộ Y tế", "13/2019/TT-BYT | issuedBy | Bộ Y tế"},
        ),
        (
            "Chủ tịch UBND tỉnh vừa ban hành Quyết định số 77/QĐ-UBND về bến đò.",
            {"77/QĐ-UBND | issuedBy | UBND tỉnh Gia Lai"},
        ),
        (
            "Quyết định số 77/QĐ-UBND được Chủ tịch UBND tỉnh phê duyệt ngày 5/5/2022.",
            {"77/QĐ-UBND | issuedBy | UBND tỉnh Gia Lai"},
        ),
        ("Giám đốc Sở Y tế báo cáo về Quyết định số 77/QĐ-UBND.", set()),
        ("Chủ tịch UBND tỉnh yêu cầu thực hiện Quyết định số 77/QĐ-UBND.", set()),
        ("Giám đốc Sở Y tế đã ban hành Nghị quyết số 7/2022/NQ-HĐND.", set()),
    ],
)
def test_what_its_head_issues_is_of_the_body(
    words: str, issuers: set[str], knowledge: Knowledge
) -> None:
    assert told(words, knowledge) == issuers


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        (
            "Quy định số 40-QĐ/TU về nhà công vụ đã có. Quy định do Phó Bí thư Tỉnh ủy Lê Văn Tâm "
            "ký, gồm 3 chương.",
            {"40-QĐ/TU | signedBy | Lê Văn Tâm"},
        ),
        (
            "Thông tư số 12/2019/TT-BYT nói về trạm xá. Thông tư này do Bộ Y tế ban hành.",
            {"12/2019/TT-BYT | issuedBy | Bộ Y tế"},
        ),
        ("Sở đang soạn. Quy định do Phó Bí thư Tỉnh ủy Lê Văn Tâm ký, gồm 3 chương.", set()),
        (
            "Kế hoạch số 4-KH/TU nhắc Quy định số 40-QĐ/TU và Quy định số 41-QĐ/TU. Quy định do "
            "Phó Bí thư Tỉnh ủy Lê Văn Tâm ký.",
            set(),
        ),
    ],
)
def test_a_bare_type_goes_back_to_the_one_named(
    words: str, acts: set[str], knowledge: Knowledge
) -> None:
    assert told(words, knowledge) == acts


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        (
            "Nghị quyết số 7-NQ/TU được Ban Chấp hành Đảng bộ tỉnh khóa XIX thay bằng Nghị quyết "
            "số 16-NQ/TU.",
            {"16-NQ/TU | issuedBy | Ban Chấp hành Đảng bộ tỉnh Gia Lai"},
        ),
        (
            "HĐND tỉnh cụ thể hóa bằng Nghị quyết số 17/2014/NQ-HĐND và Nghị quyết số "
            "28/2021/NQ-HĐND.",
            {
                "17/2014/NQ-HĐND | issuedBy | HĐND tỉnh Gia Lai",
                "28/2021/NQ-HĐND | issuedBy | HĐND tỉnh Gia Lai",
            },
        ),
        (
            "Nghị quyết số 9-NQ/TU được Ban Chấp hành Đảng bộ tỉnh khóa XVI ban hành nhằm thực "
            "hiện Nghị quyết 26-NQ/TW của Trung ương 7 khóa XII.",
            {
                "9-NQ/TU | issuedBy | Ban Chấp hành Đảng bộ tỉnh Gia Lai",
                "26-NQ/TW | adoptedAt | Hội nghị Trung ương 7 (khóa XII)",
            },
        ),
    ],
)
def test_who_makes_one_by_another(words: str, acts: set[str], knowledge: Knowledge) -> None:
    assert told(words, knowledge) == acts


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        (
            "Nghị quyết số 16/NQ-CP có rồi. Nghị quyết được Bộ Y tế ban hành Kế hoạch làm theo.",
            set(),
        ),
        ("Nghị định số 16/2022/NĐ-CP được UBND tỉnh ban hành.", set()),
        (
            "Nghị định số 16/2022/NĐ-CP được Chính phủ ban hành.",
            {"16/2022/NĐ-CP | issuedBy | Chính phủ"},
        ),
        ("Nghị quyết số 7/2022/NQ-HĐND được HĐND tỉnh ban hành 12 văn bản hướng dẫn.", set()),
        ("UBND tỉnh phê duyệt Quy hoạch bến đò kèm theo Tờ trình số 31/TTr-SXD.", set()),
    ],
)
def test_what_has_another_object_is_not_issued(
    words: str, acts: set[str], knowledge: Knowledge
) -> None:
    assert told(words, knowledge) == acts


@pytest.mark.parametrize(
    ("words", "signed"),
    [
        ("do Phó Bí thư Tỉnh ủy Lê Văn Tâm ký biên bản.", False),
        ("được các đại biểu đánh giá cao, Phó Bí thư Tỉnh ủy Lê Văn Tâm ký.", False),
        ("do Ban Tổ chức trình bày, Phó Bí thư Tỉnh ủy Lê Văn Tâm ký ban hành.", True),
        ("được cơ sở đón nhận, do Phó Bí thư Tỉnh ủy Lê Văn Tâm ký.", True),
    ],
)
def test_another_paper_or_clause_is_not_signed(
    words: str, signed: bool, knowledge: Knowledge
) -> None:
    acts = told(f"Quy định số 40-QĐ/TU đã có. Quy định này {words}", knowledge)
    assert ("40-QĐ/TU | signedBy | Lê Văn Tâm" in acts) == signed
