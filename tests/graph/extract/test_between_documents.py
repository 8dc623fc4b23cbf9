"""Clauses that relate documents: passives, lists in titles, purposes, openings, ends of force."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from graph.extraction import Extraction
from tests.graph.extract.reading import BETWEEN_DOCUMENTS, read

Triple = tuple[str | None, str, str | None]


def triples(reading: Extraction) -> set[Triple]:
    numbers = {one.id: one.number or one.title for one in reading.documents}
    return {
        (numbers[one.subject], one.predicate, numbers[one.object])
        for one in reading.relations
        if one.predicate in BETWEEN_DOCUMENTS
    }


NEW, OLD, OTHER = "61/2022/QĐ-UBND", "17/2016/QĐ-UBND", "19/2017/QĐ-UBND"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"Quyết định số {OLD} được Quyết định số {NEW} sửa đổi, bổ sung.", "amends"),
        (f"Quyết định số {OLD} nay bị Quyết định số {NEW} ngày 5/9/2022 bãi bỏ.", "repeals"),
        (
            f"Kể từ ngày Quyết định số {NEW} có hiệu lực, Quyết định số {OLD} hết hiệu lực.",
            "repeals",
        ),
        (
            f"Quyết định số {OLD} không còn hiệu lực do được thay thế bởi Quyết định số {NEW}.",
            "replaces",
        ),
        (
            f"Quyết định số {NEW} có hiệu lực từ ngày 1/10/2022; bãi bỏ Quyết định số {OLD}.",
            "repeals",
        ),
        (f"Thay thế Quyết định số {OLD}, UBND tỉnh có Quyết định số {NEW}.", "replaces"),
        (
            f"UBND tỉnh ban hành Quyết định số {NEW}, trong đó sửa đổi khoản 3 Điều 7 Quyết định "
            f"số {OLD}.",
            "amends",
        ),
        (
            f"UBND tỉnh có Quyết định số {NEW} về bến đò. Quyết định thay thế Quyết định số {OLD}.",
            "replaces",
        ),
        (
            f"UBND tỉnh ban hành Quyết định số {NEW} về bến đò. Văn bản này thay thế Quyết định "
            f"số {OLD}.",
            "replaces",
        ),
    ],
)
def test_what_changes_another(words: str, told: str, knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == {(NEW, told, OLD)}


@pytest.mark.parametrize(
    "words",
    [
        f"Quyết định số {OLD} được Quyết định số {NEW} nhắc tới.",
        f"Khi Quyết định số {NEW} có hiệu lực, Quyết định số {OLD} vẫn được áp dụng.",
        f"Quyết định số {NEW} quy định phí đò; mức phí nêu ở Quyết định số {OLD} đã bị bãi bỏ.",
        f"UBND tỉnh nhắc Quyết định số {NEW} và Quyết định số {OLD}. Văn bản này còn hiệu lực.",
    ],
)
def test_what_changes_nothing(words: str, knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == set()


PLAN, PARENT = "48/KH-UBND", "52-NQ/TW"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"UBND tỉnh ban hành Kế hoạch số {PLAN} để lãnh đạo, chỉ đạo thực hiện Nghị quyết số "
            f"{PARENT}.",
            "implements",
        ),
        (
            f"Kế hoạch số {PLAN} nhằm cụ thể hóa các nhiệm vụ, giải pháp nêu tại Nghị quyết số "
            f"{PARENT}.",
            "implements",
        ),
        (
            f"Thực hiện sự chỉ đạo của Trung ương tại Nghị quyết số {PARENT}, UBND tỉnh ban hành "
            f"Kế hoạch số {PLAN}.",
            "implements",
        ),
        (f"Kế hoạch số {PLAN} là bước cụ thể hóa Nghị quyết số {PARENT}.", "implements"),
        (
            f"Sau khi có Nghị quyết số {PARENT}, UBND tỉnh ban hành Kế hoạch số {PLAN} để triển "
            "khai thực hiện.",
            "implements",
        ),
        (
            f"Nghị quyết số {PARENT} được UBND tỉnh triển khai bằng Kế hoạch số {PLAN}.",
            "implements",
        ),
        (
            f"Từ Nghị quyết số {PARENT}, UBND tỉnh đã cụ thể hóa thành Kế hoạch số {PLAN}.",
            "implements",
        ),
        (
            f"Nghị quyết số {PARENT} là căn cứ quan trọng để UBND tỉnh ban hành Kế hoạch số "
            f"{PLAN}.",
            "basedOn",
        ),
        (
            f"Kế hoạch số {PLAN} được UBND tỉnh ban hành với mục tiêu triển khai Nghị quyết số "
            f"{PARENT}.",
            "implements",
        ),
        (
            f"Kế hoạch số {PLAN} là kế hoạch đầu tiên để thực hiện Nghị quyết số {PARENT}.",
            "implements",
        ),
        (
            f"Để thực hiện Nghị quyết số {PARENT}, UBND tỉnh phê duyệt đề án bến bãi kèm theo Kế "
            f"hoạch số {PLAN}.",
            "implements",
        ),
        (
            f"Trung ương ban hành Nghị quyết số {PARENT}. Triển khai nghị quyết, UBND tỉnh có Kế "
            f"hoạch số {PLAN}.",
            "implements",
        ),
    ],
)
def test_what_carries_out_another(words: str, told: str, knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == {(PLAN, told, PARENT)}


@pytest.mark.parametrize(
    "words",
    [
        f"Sau khi có Nghị quyết số {PARENT}, UBND tỉnh ban hành Kế hoạch số {PLAN} về phí đò.",
        f"Họp bàn Nghị quyết số {PARENT}, UBND tỉnh ban hành Kế hoạch số {PLAN} để thực hiện.",
        f"Nghị quyết số {PARENT} được UBND tỉnh triển khai cùng lúc với Kế hoạch số {PLAN}.",
    ],
)
def test_what_carries_out_nothing(words: str, knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == set()


def test_a_list_in_a_title_belongs_to_it_whole(knowledge: Knowledge) -> None:
    reading = read(
        "HĐND tỉnh Gia Lai thông qua Nghị quyết số 61/2022/NQ-HĐND về việc bãi bỏ các Nghị quyết "
        "số 14/2015/NQ-HĐND, số 16/2015/NQ-HĐND và số 18/2015/NQ-HĐND.",
        knowledge,
    )
    assert triples(reading) == {
        ("61/2022/NQ-HĐND", "repeals", f"{number}/2015/NQ-HĐND") for number in (14, 16, 18)
    }


def test_what_the_same_body_issues_is_in_no_title(knowledge: Knowledge) -> None:
    reading = read(
        "UBND tỉnh Gia Lai ban hành Quyết định số 61/2022/QĐ-UBND về việc bãi bỏ Quyết "
        "định số 17/2016/QĐ-UBND và Quyết định số 62/2022/QĐ-UBND quy định phí đò.",
        knowledge,
    )
    assert triples(reading) == {(NEW, "repeals", OLD)}


def test_a_guide_to_contents_guides(knowledge: Knowledge) -> None:
    reading = read(
        "Hướng dẫn số 29-HD/BTCTW về một số nội dung của Quy định số 50-QĐ/TW.", knowledge
    )
    assert triples(reading) == {("29-HD/BTCTW", "guides", "50-QĐ/TW")}


def test_what_changes_others_does_not_guide_what_they_guide(knowledge: Knowledge) -> None:
    words = "Nghị định số 61/2022/NĐ-CP sửa đổi một số nghị định quy định chi tiết Luật Cư trú."
    assert triples(read(words, knowledge)) == set()


def test_a_plan_of_a_district_can_carry_out_what_the_district_committee_decides(
    knowledge: Knowledge,
) -> None:
    reading = read(
        "UBND huyện Chư Sê, tỉnh Gia Lai ban hành Kế hoạch số 48/KH-UBND thực hiện Nghị quyết số "
        "05-NQ/HU.",
        knowledge,
    )
    assert triples(reading) == {("48/KH-UBND", "implements", "05-NQ/HU")}


def test_the_day_on_which_a_body_acts_is_not_that_of_the_document_before(
    knowledge: Knowledge,
) -> None:
    reading = read(
        "Thực hiện Nghị quyết số 19-NQ/TW của Ban Chấp hành Trung ương, ngày 3/2/2023, Chính phủ "
        "đã có Nghị quyết số 926/NQ-CP.",
        knowledge,
    )
    assert {one.number: one.issued for one in reading.documents}["19-NQ/TW"] is None


def test_two_clauses_behind_a_semicolon_have_each_its_subject(knowledge: Knowledge) -> None:
    reading = read(
        "Chỉ thị số 58-CT/TU thay thế Chỉ thị số 15-CT/TU; Quy định số 67-QĐ/TU thay thế Quy định "
        "số 27-QĐ/TU của Tỉnh ủy Gia Lai.",
        knowledge,
    )
    assert triples(reading) == {
        ("58-CT/TU", "replaces", "15-CT/TU"),
        ("67-QĐ/TU", "replaces", "27-QĐ/TU"),
    }


def test_what_another_body_issues_in_the_same_breath(knowledge: Knowledge) -> None:
    reading = read(
        "Triển khai Nghị quyết số 52-NQ/TW, Tỉnh ủy Gia Lai ban hành Chương trình hành động số "
        "68-CTr/TU, UBND tỉnh ban hành Kế hoạch số 48/KH-UBND.",
        knowledge,
    )
    assert triples(reading) == {
        ("68-CTr/TU", "implements", "52-NQ/TW"),
        ("48/KH-UBND", "implements", "52-NQ/TW"),
    }


def test_arranging_is_not_planning(knowledge: Knowledge) -> None:
    reading = read(
        "UBND tỉnh Gia Lai sắp xếp bộ máy, ban hành Kế hoạch số 48/KH-UBND để thực hiện Nghị quyết "
        "số 52-NQ/TW.",
        knowledge,
    )
    assert {one.modality for one in reading.relations if one.predicate == "implements"} == {"done"}


def test_a_list_far_inside_a_title_belongs_to_it(knowledge: Knowledge) -> None:
    reading = read(
        "UBND tỉnh Gia Lai có Công văn số 1200/UBND-NC hướng dẫn việc xếp kho theo Nghị định số "
        "61/2022/NĐ-CP ngày 3/5/2022 và Nghị quyết số 52-NQ/TW.",
        knowledge,
    )
    assert triples(reading) == {
        ("1200/UBND-NC", "basedOn", "61/2022/NĐ-CP"),
        ("1200/UBND-NC", "basedOn", "52-NQ/TW"),
    }
