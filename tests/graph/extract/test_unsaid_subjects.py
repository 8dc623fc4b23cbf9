"""Documents that act, end or change in clauses whose subject the text named before."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import read
from tests.graph.extract.test_between_documents import triples

NEW, OLD, OTHER, FOURTH = "61/2022/QĐ-UBND", "17/2016/QĐ-UBND", "19/2017/QĐ-UBND", "23/2018/QĐ-UBND"
PLAN, PARENT = "48/KH-UBND", "52-NQ/TW"
_ISSUED = f"UBND tỉnh ban hành Quyết định số {NEW} về bến đò. "


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"Theo đó, Quyết định số {OLD} hết hiệu lực thi hành.", {("repeals", OLD)}),
        (f"Theo đó, Quyết định số {OLD} được thay thế.", {("replaces", OLD)}),
        (
            f"Theo đó, các Quyết định số {OLD}, số {OTHER} bị bãi bỏ từ ngày 1/10/2022.",
            {("repeals", OLD), ("repeals", OTHER)},
        ),
        (f"Đồng thời, bãi bỏ Quyết định số {OLD}.", {("repeals", OLD)}),
        (
            f"Theo đó, sửa đổi khoản 2 Điều 5 Quyết định số {OLD}; bãi bỏ Quyết định số {OTHER}.",
            {("amends", OLD), ("repeals", OTHER)},
        ),
        (f"Quy định mới thay thế Quyết định số {OLD}.", set()),
        (f"Quyết định mới thay thế Quyết định số {OLD}.", {("replaces", OLD)}),
        (f"Theo đó, Quyết định số {OLD} vẫn được áp dụng.", set()),
        (f"Bên cạnh đó, Quyết định số {OLD} cũng hết hiệu lực.", set()),
        (f"Trước đây, Quyết định số {OLD} đã hết hiệu lực.", set()),
    ],
)
def test_a_sentence_goes_on_about_what_was_issued(
    words: str, told: set[tuple[str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {_ISSUED}{words}", knowledge)) == {
        (NEW, predicate, other) for predicate, other in told
    }


def test_what_several_issued_ends_by_none_of_them(knowledge: Knowledge) -> None:
    words = (
        f"Tin Gia Lai: UBND tỉnh ban hành Quyết định số {NEW} về bến đò; HĐND tỉnh thông qua Nghị "
        f"quyết số 12/2022/NQ-HĐND về phí đò. Theo đó, Quyết định số {OLD} hết hiệu lực."
    )
    assert triples(read(words, knowledge)) == set()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Quyết định số {NEW} thay thế Quyết định số {OLD} ngày 2/3/2016; các Quyết định số "
            f"{OTHER} ngày 5/8/2017, số {FOURTH} ngày 1/2/2018 hết hiệu lực thi hành.",
            {("replaces", OLD), ("repeals", OTHER), ("repeals", FOURTH)},
        ),
        (
            f"Quyết định số {NEW} có hiệu lực từ ngày 1/10/2022; Quyết định số {OLD} hết hiệu lực.",
            {("repeals", OLD)},
        ),
        (
            f"Quyết định số {NEW} thay thế Quyết định số {OLD}; Quyết định số {OTHER}.",
            {("replaces", OLD), ("replaces", OTHER)},
        ),
        (
            f"Quyết định số {NEW} thay thế Quyết định số {OLD}; Quyết định số {OTHER} còn hiệu "
            "lực đến năm 2025.",
            {("replaces", OLD)},
        ),
        (
            f"Quyết định số {NEW} bãi bỏ toàn bộ Quyết định số {OLD} và một phần Quyết định số "
            f"{OTHER}.",
            {("repeals", OLD), ("amends", OTHER)},
        ),
    ],
)
def test_the_clause_behind_a_semicolon(
    words: str, told: set[tuple[str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == {
        (NEW, predicate, other) for predicate, other in told
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"Quyết định số {OLD} sau đó được điều chỉnh bằng Quyết định số {NEW}.", "amends"),
        (f"Quyết định số {OLD} nay được thay bằng Quyết định số {NEW}.", "replaces"),
        (
            f"Quyết định số {OLD} không còn hiệu lực, thay vào đó là Quyết định số {NEW}.",
            "replaces",
        ),
        (
            f"Quyết định số {OLD} hết hiệu lực; thay vào đó, UBND tỉnh ban hành Quyết định số "
            f"{NEW}.",
            "replaces",
        ),
    ],
)
def test_what_takes_the_place_of_another(words: str, told: str, knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == {(NEW, told, OLD)}


def test_a_document_that_ends_beside_another_is_not_replaced_by_it(knowledge: Knowledge) -> None:
    words = f"Tin Gia Lai: Quyết định số {OLD} không còn hiệu lực, cùng đó là Quyết định số {NEW}."
    assert triples(read(words, knowledge)) == set()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Quyết định số {OLD} và Quyết định số {OTHER} về phí đò. Cả hai văn bản bị bãi bỏ bởi "
            f"Quyết định số {NEW}.",
            {OLD, OTHER},
        ),
        (
            f"Quyết định số {OLD} và Quyết định số {OTHER} về phí đò. Các văn bản này được thay "
            f"bằng Quyết định số {NEW}.",
            {OLD, OTHER},
        ),
        (
            f"Quyết định số {OLD} và Quyết định số {OTHER} về phí đò. Các quyết định trên được "
            f"thay thế bằng Quyết định số {NEW}.",
            {OLD, OTHER},
        ),
        (
            f"Quyết định số {OLD} về phí đò. Cả hai văn bản bị bãi bỏ bởi Quyết định số {NEW}.",
            set(),
        ),
        (
            f"Quyết định số {OLD} về phí đò. Triển khai quyết định, xã nộp phí theo Quyết định số "
            f"{NEW}.",
            set(),
        ),
    ],
)
def test_words_for_several_documents(words: str, told: set[str], knowledge: Knowledge) -> None:
    changes = {
        one for one in triples(read(f"Tin Gia Lai: {words}", knowledge)) if one[1] != "basedOn"
    }
    assert {other for _, _, other in changes} == told
    assert {subject for subject, _, _ in changes} <= {NEW}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Kế hoạch số {PLAN} thực hiện Nghị quyết số {PARENT} và cụ thể hóa Chương trình hành "
            "động số 31-CTr/TU.",
            {(PLAN, "implements", PARENT), (PLAN, "implements", "31-CTr/TU")},
        ),
        (
            f"Kế hoạch số {PLAN} kế thừa nội dung của Kế hoạch số 12/KH-UBND và cụ thể hóa Nghị "
            f"quyết số {PARENT}.",
            {(PLAN, "implements", PARENT)},
        ),
        (
            f"Kế hoạch số {PLAN} thực hiện Chương trình hành động số 31-CTr/TU thực hiện Nghị "
            f"quyết số {PARENT}.",
            {(PLAN, "implements", "31-CTr/TU"), ("31-CTr/TU", "implements", PARENT)},
        ),
    ],
)
def test_two_verbs_share_a_subject(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


_LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 61/2022/QĐ-UBND
Gia Lai, ngày 5 tháng 9 năm 2022
QUYẾT ĐỊNH
Ban hành Quy định về bến đò

"""
_GROUNDS = """Căn cứ Luật Đường thủy số 11/2004/QH11;
Căn cứ Quyết định số 876/QĐ-BNV ngày 10/11/2021 của Bộ Nội vụ; thực hiện Kết luận số 112-KL/TU \
ngày 2/2/2022 của Ban Thường vụ Tỉnh ủy.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy định về bến đò.
"""


def test_grounds_turn_into_what_is_carried_out(knowledge: Knowledge) -> None:
    told = triples(read(_LETTERHEAD + _GROUNDS, knowledge))
    assert (NEW, "basedOn", "876/QĐ-BNV") in told
    assert (NEW, "implements", "112-KL/TU") in told
    assert (NEW, "basedOn", "112-KL/TU") not in told


def test_a_list_of_what_ends_stops_where_the_next_clause_begins(knowledge: Knowledge) -> None:
    ends = (
        "Điều 2. Hiệu lực\n2. Các văn bản sau đây hết hiệu lực:\n"
        f"a) Quyết định số {OLD} ngày 2/3/2016;\nb) Quyết định số {OTHER} ngày 5/8/2017.\n"
        f"3. Quyết định số {FOURTH} ngày 1/2/2018 được giữ nguyên.\n"
    )
    told = triples(read(_LETTERHEAD + _GROUNDS + ends, knowledge))
    assert {other for _, predicate, other in told if predicate == "repeals"} == {OLD, OTHER}


def test_several_verbs_of_change_in_a_heading(knowledge: Knowledge) -> None:
    article = f"Điều 2. Thay thế, bãi bỏ một số điểm, khoản của Quyết định số {OLD} ngày 2/3/2016\n"
    told = triples(read(_LETTERHEAD + _GROUNDS + article, knowledge))
    assert {one for one in told if one[2] == OLD} == {(NEW, "amends", OLD)}


def test_a_bloc_of_a_province_stands_under_its_province(knowledge: Knowledge) -> None:
    words = (
        "Đảng ủy Khối các cơ quan tỉnh Gia Lai ban hành Kế hoạch số 97-KH/ĐUK thực hiện Chương "
        "trình hành động số 16-CTr/TU của Tỉnh ủy."
    )
    assert triples(read(words, knowledge)) == {("97-KH/ĐUK", "implements", "16-CTr/TU")}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"UBND tỉnh ra Kế hoạch số {PLAN} thực hiện Nghị quyết số {PARENT} và thay Quyết định "
            f"số {OLD} bằng Quyết định số {NEW}.",
            {(PLAN, "implements", PARENT), (NEW, "replaces", OLD)},
        ),
        (
            f"HĐND tỉnh bãi bỏ Nghị quyết số 33/2013/NQ-HĐND; thay thế Quyết định số {OLD} bằng "
            f"Quyết định số {NEW}.",
            {(NEW, "replaces", OLD)},
        ),
        (
            f"Quyết định số {OTHER} về phí đò và Quyết định số {NEW} sửa đổi, bổ sung một số điều "
            f"của Quyết định số {OLD}.",
            {(NEW, "amends", OLD)},
        ),
        (
            f"Quyết định số {OTHER} và Quyết định số {NEW} sửa đổi, bổ sung Quyết định số {OLD}.",
            {(NEW, "amends", OLD), (OTHER, "amends", OLD)},
        ),
        (
            f"Quyết định số {NEW} sửa đổi Quy chế bến đò ban hành kèm theo Quyết định số {OLD}.",
            {(NEW, "amends", OLD)},
        ),
        (
            f"Quyết định số {NEW} sửa đổi Điều 6 Quy định ban hành kèm theo Quyết định số {OLD}; "
            f"đồng thời bãi bỏ Quyết định số {OTHER}.",
            {(NEW, "amends", OLD), (NEW, "repeals", OTHER)},
        ),
        (
            f"Những nội dung của Quyết định số {OLD} trái với Quyết định số {NEW} bị bãi bỏ.",
            {(NEW, "amends", OLD)},
        ),
        (f"Những nội dung của Quyết định số {OLD} trái với Quyết định số {NEW}.", set()),
        (
            "Kết luận số 77-KL/TU yêu cầu tiếp tục đẩy mạnh thực hiện Chương trình hành động số "
            "63-CTr/TU.",
            {("77-KL/TU", "continues", "63-CTr/TU")},
        ),
        (
            f"Quyết định số {OLD} về phí đò. Quyết định 17 bị bãi bỏ bởi Quyết định số {NEW}.",
            {(NEW, "repeals", OLD)},
        ),
    ],
)
def test_who_acts_where_several_are_named(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


def test_what_is_amended_ends_with_what_amended_it(knowledge: Knowledge) -> None:
    ends = (
        f"Điều 2. Hiệu lực\n2. Quyết định này thay thế Quyết định số {OLD} ngày 2/3/2016 của UBND "
        f"tỉnh quy định phí đò; Quyết định số {OTHER} ngày 5/8/2017 của UBND tỉnh sửa đổi, bổ sung "
        f"một số điều của Quyết định số {OLD}.\n"
    )
    told = triples(read(_LETTERHEAD + _GROUNDS + ends, knowledge))
    assert {one for one in told if one[1] in ("replaces", "amends")} == {
        (NEW, "replaces", OLD),
        (NEW, "replaces", OTHER),
        (OTHER, "amends", OLD),
    }


def test_a_letter_repeals_letters_of_its_own_series_alone(knowledge: Knowledge) -> None:
    letter = (
        "UBND TỈNH GIA LAI\nSỞ NỘI VỤ\nSố: 1642/SNV-CCHC\nV/v bãi bỏ văn bản\n"
        "Gia Lai, ngày 10 tháng 5 năm 2022\n\nKính gửi: UBND các huyện.\n\n"
        "Căn cứ Quyết định số 876/QĐ-BNV ngày 10/11/2021, Sở Nội vụ đề nghị:\n"
        "1. Bãi bỏ Công văn số 1355/SNV-CCHC ngày 22/4/2022 của Sở Nội vụ.\n"
        f"2. Bãi bỏ Quyết định số {OLD} ngày 2/3/2016.\n"
    )
    assert triples(read(letter, knowledge)) == {
        ("1642/SNV-CCHC", "basedOn", "876/QĐ-BNV"),
        ("1642/SNV-CCHC", "repeals", "1355/SNV-CCHC"),
    }


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Điều 2. Bãi bỏ toàn bộ 02 quyết định của Ủy ban nhân dân tỉnh", {OLD, OTHER}),
        ("Điều 2. Rà soát 02 quyết định của Ủy ban nhân dân tỉnh", set()),
    ],
)
def test_a_heading_repeals_what_is_listed_under_it(
    heading: str, told: set[str], knowledge: Knowledge
) -> None:
    items = f"{heading}\n1. Quyết định số {OLD} ngày 2/3/2016;\n2. Quyết định số {OTHER}.\n"
    found = triples(read(_LETTERHEAD + _GROUNDS + items, knowledge))
    assert {other for _, predicate, other in found if predicate == "repeals"} == told


def test_a_list_of_parts_goes_on_over_many_articles(knowledge: Knowledge) -> None:
    article = (
        f"Điều 2. Bãi bỏ Điều 8, 9 của Quyết định số {OLD}; điểm a khoản 14 Điều 4 và "
        f"các Điều 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23 của Quyết định số {OTHER}.\n"
    )
    told = triples(read(_LETTERHEAD + _GROUNDS + article, knowledge))
    assert {other for _, predicate, other in told if predicate == "amends"} == {OLD, OTHER}
