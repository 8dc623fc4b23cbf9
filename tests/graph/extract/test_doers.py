"""Who did what a document asks for, at the head of a clause, and the figures that tell of it."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, read


def doers(text: str, knowledge: Knowledge) -> set[str]:
    """Return who implements, of all relations."""
    told = (one.split(" | ") for one in all_relations(read(text, knowledge)))
    return {ends[2] for ends in told if ends[1] == "implementedBy"}


def figures(text: str, knowledge: Knowledge) -> set[tuple[float, str, bool]]:
    """Return value and unit of each result, and whether a document is tied to it."""
    told = read(text, knowledge).results
    return {(one.value, one.unit, one.document is not None) for one in told}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "Thực hiện Nghị quyết số 19-NQ/TW, các xã, phường trên địa bàn tỉnh Lâm Đồng đã sắp "
            "xếp 45 trường học.",
            "các xã, phường",
        ),
        (
            "Triển khai Nghị quyết số 05-NQ/TU của Tỉnh ủy Bắc Ninh, huyện Gia Bình đã xây dựng "
            "12 mô hình.",
            "huyện Gia Bình",
        ),
        (
            "Thực hiện Chỉ thị số 05-CT/TW, các chi bộ trực thuộc Đảng ủy Khối đã đăng ký học tập.",
            "các chi bộ trực thuộc",
        ),
        (
            "Thực hiện Chỉ thị số 17-CT/TU về lập lại trật tự đô thị, thành phố Vinh giải tỏa "
            "1.250 điểm vi phạm.",
            "thành phố Vinh",
        ),
        (
            "Thực hiện Nghị quyết số 10-NQ/TU, Đảng bộ, chính quyền và nhân dân huyện Quỳ Châu đã "
            "nỗ lực vượt khó.",
            "Đảng bộ, chính quyền và nhân dân huyện Quỳ Châu",
        ),
        (
            "Thực hiện Nghị định số 78/2002/NĐ-CP về tín dụng, cấp ủy, chính quyền xã Tân Triều đã "
            "nhận thức rõ hơn.",
            "cấp ủy, chính quyền xã Tân Triều",
        ),
        (
            "Quán triệt Nghị quyết số 28-NQ/TW, Đảng bộ Quân sự tỉnh Nghệ An đã làm tốt việc tuyển "
            "quân.",
            "Đảng bộ Quân sự tỉnh Nghệ An",
        ),
        (
            "Thực hiện Chỉ thị số 40-CT/TW, Ngân hàng CSXH huyện Tân Kỳ giải ngân 120 tỷ đồng.",
            "Ngân hàng CSXH huyện Tân Kỳ",
        ),
    ],
)
def test_who_acts_behind_a_comma_carries_out(text: str, doer: str, knowledge: Knowledge) -> None:
    assert doers(text, knowledge) == {doer}


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết số 05-NQ/TU, huyện Gia Bình được hỗ trợ 12 tỷ đồng.",
        "Thực hiện Kết luận số 12-KL/TU, huyện Gia Bình đã ban hành Kế hoạch số 30-KH/HU.",
        "Hội nghị quán triệt Nghị quyết số 19-NQ/TW tại xã An Bình, huyện Gia Bình, tỉnh Bắc Ninh.",
        "Nghị quyết số 19-NQ/TW nói về các xã, phường, thị trấn và các chi bộ trực thuộc.",
    ],
)
def test_areas_and_classes_that_do_nothing_are_no_doers(text: str, knowledge: Knowledge) -> None:
    told = read(text, knowledge)
    assert doers(text, knowledge) == set()
    assert not [one.name for one in told.bodies if one.name.startswith(("huyện", "các ", "xã"))]


def test_a_title_ends_where_somebody_acts(knowledge: Knowledge) -> None:
    told = read(
        "Thực hiện Kế hoạch 207-KH/TU về triển khai Chỉ thị 35, các huyện, thành, thị, đảng ủy "
        "trực thuộc đã chọn 91 đảng bộ làm điểm.",
        knowledge,
    )
    assert told.documents[0].title == "về triển khai Chỉ thị 35"
    kept = read("Nghị quyết số 19-NQ/TW về phát triển các huyện, các xã miền núi.", knowledge)
    assert kept.documents[0].title == "về phát triển các huyện, các xã miền núi"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Thực hiện Nghị quyết số 18-NQ/TW, toàn tỉnh giảm 12 phó chủ tịch, 45 cấp phó và "
            "3 chi cục.",
            {(12, "phó chủ tịch", True), (45, "cấp phó", True), (3, "chi cục", True)},
        ),
        (
            "Sau 3 năm thực hiện Chỉ thị số 20-CT/TU, thành phố đã tháo dỡ hơn 1,5 nghìn mái che.",
            {(1500, "mái che", True)},
        ),
        (
            "Thực hiện Nghị quyết số 11-NQ/TU, thành phố đã phá dỡ 31 chung cư, lắp đặt hơn 1.450 "
            "thùng rác, cho thuê 97 thửa đất.",
            {(31, "chung cư", True), (1450, "thùng rác", True), (97, "thửa đất", True)},
        ),
        (
            "Đến nay, toàn tỉnh có 91/1447 (= 6,29 %) đảng bộ hoàn thành đại hội.",
            {(91, "đảng bộ", False)},
        ),
    ],
)
def test_figures_of_what_was_done(
    text: str, told: set[tuple[float, str, bool]], knowledge: Knowledge
) -> None:
    assert figures(text, knowledge) == told


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết số 18-NQ/TW, tỉnh sẽ giảm 12 phó chủ tịch.",
        "Thực hiện Nghị quyết số 18-NQ/TW, tỉnh chưa giảm 45 cấp phó như đã định.",
        "Đoàn kiểm tra 5 nội dung, giám sát 3 ngày theo Nghị quyết số 18-NQ/TW.",
        "Bà con trồng 120 gốc đào trước nhà.",  # tied to no document
    ],
)
def test_what_was_not_done_or_counts_no_thing_is_no_result(text: str, knowledge: Knowledge) -> None:
    assert figures(text, knowledge) == set()
