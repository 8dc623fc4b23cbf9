"""Who acts: committees of a council, Party committees of offices; what a clause goes back to."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, read, relations

NOTICE = (
    "UBND TỈNH GIA LAI\nSố: 58/TB-UBND\nGia Lai, ngày 7 tháng 6 năm 2024\nTHÔNG BÁO\n"
    "Kết luận về bến đò\n"
)


@pytest.mark.parametrize(
    "body",
    [
        "Ban Pháp chế HĐND tỉnh",
        "Ban Kinh tế - Ngân sách HĐND tỉnh",
        "Ban Văn hóa - Xã hội HĐND tỉnh",
        "Ban Dân tộc HĐND tỉnh",
        "Đảng ủy Cục Thuế",
        "Đảng ủy Sở Y tế",
    ],
)
def test_who_is_charged(body: str, knowledge: Knowledge) -> None:
    reading = read(
        f"{NOTICE}1. Giao {body} chủ trì rà soát hồ sơ bến đò trước ngày 20/7/2024.", knowledge
    )
    named = {one.id: one.name for one in reading.bodies}
    (task,) = reading.assignments
    assert [named[lead] for lead in task.lead] == [f"{body} Gia Lai"]


def test_the_board_of_a_party_committee_is_none_of_the_council(knowledge: Knowledge) -> None:
    reading = read(
        f"{NOTICE}1. Giao Ban Kinh tế Tỉnh ủy chủ trì, phối hợp với HĐND tỉnh rà soát.", knowledge
    )
    named = {one.id: one.name for one in reading.bodies}
    (task,) = reading.assignments
    assert [named[lead] for lead in task.lead] == ["Ban Kinh tế Tỉnh ủy Gia Lai"]


def test_a_report_is_of_the_committee_of_the_council(knowledge: Knowledge) -> None:
    reading = read("Ban Pháp chế HĐND tỉnh Gia Lai có Báo cáo số 33/BC-HĐND về bến đò.", knowledge)
    assert all_relations(reading) == {
        "33/BC-HĐND (Gia Lai) | issuedBy | Ban Pháp chế HĐND tỉnh Gia Lai"
    }


@pytest.mark.parametrize(
    "body", ["Đảng ủy Cục Thuế tỉnh Gia Lai", "Đảng ủy Công an tỉnh Gia Lai", "Đảng ủy xã Ia Pal"]
)
def test_a_party_committee_issues_under_its_own_code(body: str, knowledge: Knowledge) -> None:
    reading = read(f"{body} ban hành Nghị quyết số 5-NQ/ĐU ngày 3/3/2023.", knowledge)
    assert {one for one in all_relations(reading) if "issuedBy" in one} == {
        f"5-NQ/ĐU | issuedBy | {body}",
    }


def test_a_province_issues_nothing_under_the_code_of_a_lesser_committee(
    knowledge: Knowledge,
) -> None:
    reading = read("Tỉnh ủy Gia Lai ban hành Nghị quyết số 5-NQ/ĐU ngày 3/3/2023.", knowledge)
    assert not {one for one in all_relations(reading) if "issuedBy" in one}


DIRECTIVE, PLAN = "20/CT-UBND (Gia Lai)", "12/KH-UBND (Gia Lai)"


@pytest.mark.parametrize(
    ("before", "words", "told"),
    [
        ("", "Trên cơ sở đó, UBND huyện Chư Sê có Kế hoạch số 12/KH-UBND.", {"basedOn"}),
        (
            "",
            "Trên cơ sở đó, các xã đã làm bến mới; UBND huyện Chư Sê có Kế hoạch số 12/KH-UBND.",
            set[str](),
        ),
        (
            " cùng Quyết định số 31/QĐ-UBND",
            "Trên cơ sở đó, UBND huyện Chư Sê có Kế hoạch số 12/KH-UBND.",
            set[str](),
        ),
        ("", "Sau đó, UBND huyện Chư Sê có Kế hoạch số 12/KH-UBND về phí đò.", set[str]()),
    ],
)
def test_on_that_basis(before: str, words: str, told: set[str], knowledge: Knowledge) -> None:
    text = f"UBND tỉnh Gia Lai ban hành Chỉ thị số 20/CT-UBND{before} về bến đò. {words}"
    reading = read(text, knowledge)
    assert relations(reading) == {(PLAN, one, DIRECTIVE) for one in told}
    assert {one.certainty for one in reading.relations if one.predicate in told} <= {"inferred"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Với Chỉ thị số 20/CT-UBND về bến đò, UBND huyện Chư Sê đã ban hành Kế hoạch số "
            "12/KH-UBND để triển khai thực hiện.",
            {"implements"},
        ),
        (
            "Với Chỉ thị số 20/CT-UBND về bến đò, UBND huyện Chư Sê đã có Kế hoạch số 12/KH-UBND "
            "về phí đò.",
            set[str](),
        ),
        (
            "Cùng với Chỉ thị số 20/CT-UBND về bến đò, UBND huyện Chư Sê đã ban hành Kế hoạch số "
            "12/KH-UBND để thực hiện.",
            set[str](),
        ),
    ],
)
def test_what_is_issued_for_a_directive(words: str, told: set[str], knowledge: Knowledge) -> None:
    reading = read(f"Tin Gia Lai. {words}", knowledge)
    assert relations(reading) == {(PLAN, one, DIRECTIVE) for one in told}
