"""Who issued, signed, carries out, reviewed, is in charge of or is assigned a document."""

from __future__ import annotations

import pytest

from graph.extraction import StatedRelation
from graph.model import Modality
from tests.graph.extract.provinces import Read, read


def only(found: Read, predicate: str) -> StatedRelation:
    (relation,) = (one for one in found.actors.relations if one.predicate == predicate)
    return relation


def test_an_issuer_of_a_list_is_everybodys() -> None:
    found = read(
        "Theo đúng Quy định số 205-QĐ/TW, Quy định số 114-QĐ/TW và Quy định số 80-QĐ/TW của Bộ "
        "Chính trị; Nghị quyết số 128/NQ-CP, ngày 11-10-2021 của Chính phủ."
    )
    assert found.ties("issuedBy") == {
        ("205-QĐ/TW", "Bộ Chính trị"),
        ("114-QĐ/TW", "Bộ Chính trị"),
        ("80-QĐ/TW", "Bộ Chính trị"),
        ("128/NQ-CP", "Chính phủ"),
    }


def test_what_the_issued_document_carries_out_is_not_issued() -> None:
    found = read(
        "Tỉnh Lào Cai. Ban Thường vụ Tỉnh ủy đã ban hành Chương trình hành động số 148-CTr/TU để "
        "thực hiện Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW, Kết luận số 92-KL/TU; Quy định "
        "số 700-QĐ/TU (thay thế Quy định số 335-QĐ/TU)."
    )
    issuer = "Ban Thường vụ Tỉnh ủy Lào Cai"
    assert found.ties("issuedBy") == {
        ("148-CTr/TU", issuer),
        ("92-KL/TU", issuer),
        ("700-QĐ/TU", issuer),
    }


def test_each_verb_has_its_own_subject() -> None:
    found = read(
        "Tỉnh ủy Sơn La đã ban hành Nghị quyết số 07-NQ/TU, UBND tỉnh ban hành Kế hoạch số "
        "55/KH-UBND; Nghị quyết số 35/NQ-HĐND được HĐND tỉnh thông qua."
    )
    assert found.ties("issuedBy") == {
        ("07-NQ/TU", "Tỉnh ủy Sơn La"),
        ("55/KH-UBND", "UBND tỉnh Sơn La"),
        ("35/NQ-HĐND", "HĐND tỉnh Sơn La"),
    }


def test_an_adviser_is_no_issuer_and_no_implementer() -> None:
    found = read(
        "Ban Tuyên giáo Tỉnh ủy Gia Lai tham mưu Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số "
        "12-KH/TU. Ban Dân vận Tỉnh ủy tham mưu cho cấp ủy các cấp triển khai có hiệu quả Chỉ thị "
        "số 05-CT/TW."
    )
    assert found.ties("issuedBy") == {("12-KH/TU", "Ban Thường vụ Tỉnh ủy Gia Lai")}
    assert found.ties("implementedBy") == {("05-CT/TW", "cấp ủy các cấp")}


def test_a_signer_acts_for_his_body() -> None:
    found = read(
        "Thay mặt Ban Thường vụ Tỉnh ủy, đồng chí Nguyễn Văn Lợi, Bí thư Tỉnh ủy Bình Dương, đã ký "
        "ban hành Chỉ thị số 15-CT/TU. Chủ tịch UBND tỉnh Bình Dương Võ Văn Minh vừa ký ban hành "
        "Quyết định số 2250/QĐ-UBND."
    )
    assert found.ties("signedBy") == {
        ("15-CT/TU", "Nguyễn Văn Lợi"),
        ("2250/QĐ-UBND", "Võ Văn Minh"),
    }
    assert found.ties("issuedBy") == {
        ("15-CT/TU", "Ban Thường vụ Tỉnh ủy Bình Dương"),
        ("2250/QĐ-UBND", "UBND tỉnh Bình Dương"),
    }


def test_what_the_premier_signs_he_issues() -> None:
    found = read("Thủ tướng Chính phủ Trần Văn Hải vừa ký Quyết định số 569/QĐ-TTg về quy hoạch.")
    assert found.ties("signedBy") == {("569/QĐ-TTg", "Trần Văn Hải")}
    assert found.ties("issuedBy") == {("569/QĐ-TTg", "Thủ tướng Chính phủ")}
    assert only(found, "issuedBy").certainty == "inferred"


def test_every_conjunct_of_subject_and_object_counts() -> None:
    found = read(
        "Thành ủy Hải Phòng, HĐND thành phố và UBND thành phố đã tập trung lãnh đạo, chỉ đạo thực "
        "hiện tốt Nghị quyết số 45-NQ/TW và Kết luận số 96-KL/TW."
    )
    bodies = ("Thành ủy Hải Phòng", "HĐND thành phố Hải Phòng", "UBND thành phố Hải Phòng")
    assert found.ties("implementedBy") == {
        (number, body) for number in ("45-NQ/TW", "96-KL/TW") for body in bodies
    }


def test_the_subject_may_follow_and_the_verb_be_passive() -> None:
    found = read(
        "Thực hiện Nghị quyết số 36-NQ/TW của Bộ Chính trị, UBND tỉnh Nghệ An khẩn trương vào "
        "cuộc. Chỉ thị số 35-CT/TW được cấp ủy các cấp quán triệt, triển khai nghiêm túc."
    )
    assert found.ties("implementedBy") == {
        ("36-NQ/TW", "UBND tỉnh Nghệ An"),
        ("35-CT/TW", "cấp ủy các cấp"),
    }


def test_nominals_titles_and_posts_have_no_doer() -> None:
    found = read(
        "Tỉnh ủy Gia Lai nghe báo cáo kết quả thực hiện Chỉ thị số 05-CT/TW. Bí thư Tỉnh ủy nêu đề "
        "án thực hiện Nghị quyết số 18-NQ/TW. Cán bộ diện Ban Thường vụ Tỉnh ủy quản lý thực hiện "
        "Quy định số 41-QĐ/TW."
    )
    assert found.ties("implementedBy") == set()


def test_what_is_asked_for_is_no_deed() -> None:
    found = read("Đồng chí đề nghị cấp ủy các cấp tiếp tục thực hiện tốt Chỉ thị số 35-CT/TW.")
    assert only(found, "implementedBy").modality is Modality.REQUESTED
    found = read("Huyện ủy Chư Păh chưa triển khai thực hiện Chỉ thị số 35-CT/TW.")
    assert only(found, "implementedBy").modality is Modality.DENIED


def test_reviews_have_the_body_that_reviews() -> None:
    found = read(
        "Sáng 12/4/2019, Tỉnh ủy Sơn La tổ chức Hội nghị sơ kết 3 năm thực hiện Chỉ thị số "
        "05-CT/TW. Tổ chức tổng kết các nghị quyết của Trung ương như: Nghị quyết số 22-NQ/TW, "
        "Nghị quyết số 26-NQ/TW."
    )
    assert found.ties("reviews") == {
        ("Tỉnh ủy Sơn La", number) for number in ("05-CT/TW", "22-NQ/TW", "26-NQ/TW")
    }
    certainty = {found.name(r.object): r.certainty for r in found.actors.relations}
    assert (certainty["05-CT/TW"], certainty["22-NQ/TW"]) == ("stated", "inferred")


def test_a_review_is_no_carrying_out_and_every_reviewer_counts() -> None:
    found = read(
        "Đà Nẵng. Quận ủy Hải Châu, Huyện ủy Hòa Vang sơ kết 6 tháng thực hiện Chỉ thị số 24-CT/TU."
    )
    assert found.ties("reviews") == {
        ("Quận ủy Hải Châu", "24-CT/TU"),
        ("Huyện ủy Hòa Vang", "24-CT/TU"),
    }
    assert found.ties("implementedBy") == set()


def test_an_area_acts_only_where_it_opens_a_clause() -> None:
    found = read(
        "Ban Thường vụ Tỉnh ủy Gia Lai tổ chức hội nghị trực tuyến toàn tỉnh quán triệt, triển "
        "khai thực hiện Kết luận số 01-KL/TW. Thực hiện Chỉ thị số 05-CT/TW, toàn tỉnh đã có 125 "
        "mô hình."
    )
    assert found.ties("implementedBy") == {
        ("01-KL/TW", "Ban Thường vụ Tỉnh ủy Gia Lai"),
        ("05-CT/TW", "tỉnh Gia Lai"),
    }
    assert found.figures == [(125, "mô hình", "05-CT/TW")]


def test_a_subject_is_carried_over_a_semicolon_and_past_a_list() -> None:
    found = read(
        "Tỉnh ủy Sơn La tăng cường kiểm tra; lãnh đạo thực hiện Chỉ thị số 35-CT/TW. Thực "
        "hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ và Kế hoạch số "
        "16/KH-HĐTĐKT ngày 31/8/2021 của Hội đồng Thi đua, UBND tỉnh Sơn La đã vào cuộc."
    )
    assert found.ties("implementedBy") == {
        ("35-CT/TW", "Tỉnh ủy Sơn La"),
        ("19/CT-TTg", "UBND tỉnh Sơn La"),
        ("16/KH-HĐTĐKT", "UBND tỉnh Sơn La"),
    }


def test_a_report_and_the_next_sentence_imply_the_doer() -> None:
    found = read(
        "Đồng chí báo cáo kết quả thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 39-NQ/TW. Thời "
        "gian qua, Tỉnh ủy Lai Châu đã tập trung lãnh đạo thực hiện các nghị quyết của Trung ương."
    )
    assert found.ties("implementedBy") == {
        ("18-NQ/TW", "Tỉnh ủy Lai Châu"),
        ("39-NQ/TW", "Tỉnh ủy Lai Châu"),
    }
    assert {r.certainty for r in found.actors.relations} == {"inferred"}


def test_charge_and_assignment() -> None:
    found = read(
        "Ban Chỉ đạo thực hiện Nghị quyết số 19-NQ/TW do đồng chí Lê Quốc Phú, Bí thư Tỉnh ủy Đồng "
        "Tháp, làm Trưởng ban. Quyết định số 1493/QĐ-TTg giao Bộ Nội vụ chủ trì, phối hợp với Bộ "
        "Tài chính xây dựng đề án. Đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy, chủ trì hội nghị "
        "triển khai Nghị quyết số 20-NQ/TW."
    )
    assert found.ties("responsibleFor") == {("Lê Quốc Phú", "19-NQ/TW")}
    assert found.ties("assignedTo") == {
        ("1493/QĐ-TTg", "Bộ Nội vụ"),
        ("1493/QĐ-TTg", "Bộ Tài chính"),
    }


@pytest.mark.parametrize(
    ("task", "roles", "deadline"),
    [
        (
            "giao Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính xây dựng đề án trước ngày 30-6-2019",
            {("Bộ Nội vụ", "lead"), ("Bộ Tài chính", "support")},
            "2019-06-30",
        ),
        (
            "giao Bộ Nội vụ và Bộ Tài chính chủ trì xây dựng đề án, hoàn thành trong tháng 6-2019",
            {("Bộ Nội vụ", "lead"), ("Bộ Tài chính", "lead")},
            "2019-06",
        ),
        ("giao Bộ Nội vụ phối hợp thực hiện", {("Bộ Nội vụ", "support")}, None),
        (
            "giao Bộ Nội vụ xây dựng đề án theo Công văn ngày 2-3-2018",
            {("Bộ Nội vụ", "lead")},
            None,
        ),
    ],
)
def test_an_assignment_tells_role_and_deadline_where_stated(
    task: str, roles: set[tuple[str, str | None]], deadline: str | None
) -> None:
    found = read(f"Quyết định số 1493/QĐ-TTg {task}.")
    tasks = [one for one in found.actors.relations if one.predicate == "assignedTo"]
    names = {body.id: body.name for body in found.actors.bodies}
    assert {(names[one.object], one.role) for one in tasks} == roles
    assert {str(one.deadline) if one.deadline else None for one in tasks} == {deadline}


def test_evidence_covers_both_ends_and_the_cue() -> None:
    found = read("Tỉnh ủy Sơn La đã ban hành Nghị quyết số 07-NQ/TU về du lịch.")
    relation = only(found, "issuedBy")
    text = found.prepared.article.text
    assert text[relation.start : relation.end] == (
        "Tỉnh ủy Sơn La đã ban hành Nghị quyết số 07-NQ/TU"
    )
    assert (relation.cue, relation.certainty) == ("ban hành", "stated")
