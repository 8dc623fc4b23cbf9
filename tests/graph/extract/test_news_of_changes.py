"""Turns of news: agents in brackets, old ones told by 'cũ là', laws by the bare word."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import read
from tests.graph.extract.test_between_documents import triples
from tests.graph.extract.test_unsaid_subjects import NEW, OLD, OTHER, PARENT, PLAN


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"So với Quyết định số {OLD} trước đây (đã được Quyết định số {NEW} thay thế), phí đò "
            "giảm.",
            {(NEW, "replaces", OLD)},
        ),
        (
            f"So với Quyết định số {OLD} trước đây (và Quyết định số {NEW}), phí đò giảm.",
            set(),
        ),
        (
            f"Quyết định số {OLD} tiếp tục được sửa đổi, bổ sung một số điều vào tháng 7/2022 "
            f"(Quyết định số {NEW}).",
            {(NEW, "amends", OLD)},
        ),
        (
            f"Quyết định số {NEW} thay cho hai quyết định cũ là Quyết định số {OLD} và Quyết định "
            f"số {OTHER}.",
            {(NEW, "replaces", OLD), (NEW, "replaces", OTHER)},
        ),
        (
            f"Quyết định số {NEW} bãi bỏ các quyết định trước đó: Quyết định số {OLD}, Quyết định "
            f"số {OTHER}.",
            {(NEW, "repeals", OLD), (NEW, "repeals", OTHER)},
        ),
        (
            f"Quyết định số {NEW} sửa đổi Quyết định số {OLD}; Quyết định số {NEW} cũng thay thế "
            f"Quyết định số {OTHER}.",
            {(NEW, "amends", OLD), (NEW, "replaces", OTHER)},
        ),
        (
            f"UBND huyện cụ thể hóa Nghị quyết số {PARENT} thành quy trình nội bộ, ban hành tại "
            f"Quyết định số {NEW}.",
            {(NEW, "implements", PARENT)},
        ),
        (
            f"Kế hoạch số {PLAN} ngày 31/8/2022 được UBND tỉnh Gia Lai thông qua căn cứ Nghị quyết "
            f"số {PARENT}.",
            {(PLAN, "basedOn", PARENT)},
        ),
        (
            "Luật Đất đai số 31/2024/QH15 thay thế Luật Đất đai số 45/2013/QH13. Để hướng dẫn "
            "Luật, Chính phủ ban hành các Nghị định số 101/2024/NĐ-CP và 102/2024/NĐ-CP.",
            {
                ("31/2024/QH15", "replaces", "45/2013/QH13"),
                ("101/2024/NĐ-CP", "guides", "31/2024/QH15"),
                ("102/2024/NĐ-CP", "guides", "31/2024/QH15"),
            },
        ),
        (
            "Luật Đất đai số 31/2024/QH15 và Luật Nhà ở số 27/2023/QH15 có hiệu lực. Để hướng dẫn "
            "luật, Chính phủ ban hành Nghị định số 101/2024/NĐ-CP.",
            set(),
        ),
    ],
)
def test_turns_of_news(words: str, told: set[tuple[str, str, str]], knowledge: Knowledge) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


@pytest.mark.parametrize("joint", [";", ","])
def test_what_replaced_is_itself_replaced(joint: str, knowledge: Knowledge) -> None:
    words = (
        f"Tin Gia Lai: Quyết định số {OTHER} về phí đò thay thế Quyết định số {OLD}{joint} nay lại "
        f"được thay thế bởi Quyết định số {NEW}."
    )
    assert triples(read(words, knowledge)) == {(OTHER, "replaces", OLD), (NEW, "replaces", OTHER)}


def test_an_annex_is_cited_by_the_number_it_came_with(knowledge: Knowledge) -> None:
    words = (
        f"Tin Gia Lai: Quyết định số {NEW} sửa đổi, bổ sung Quy chế hoạt động của Ban Thi đua ban "
        f"hành kèm theo Quyết định số {OLD}."
    )
    assert triples(read(words, knowledge)) == {(NEW, "amends", OLD)}


def test_a_body_goes_on_from_what_it_received(knowledge: Knowledge) -> None:
    words = (
        f"Tin Gia Lai: Nghị quyết số {PARENT} được Tỉnh ủy cụ thể hóa bằng Chương trình hành động "
        f"số 38-CTr/TU, sau đó UBND tỉnh triển khai tại Kế hoạch số {PLAN}."
    )
    assert triples(read(words, knowledge)) == {
        ("38-CTr/TU", "implements", PARENT),
        (PLAN, "implements", "38-CTr/TU"),
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"bãi bỏ Điều 5 Quyết định số {OLD}, ngày 4/3/2016 và Quyết định số {OTHER}",
            {(NEW, "amends", OLD), (NEW, "repeals", OTHER)},
        ),
        (
            f"bãi bỏ Điều 5 của các Quyết định số {OLD} và số {OTHER}",
            {(NEW, "amends", OLD), (NEW, "amends", OTHER)},
        ),
        (
            f"sửa đổi Điều 5 Quyết định số {OLD} và Quyết định số {OTHER}",
            {(NEW, "amends", OLD), (NEW, "amends", OTHER)},
        ),
    ],
)
def test_a_part_of_one_and_the_whole_of_the_next(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: Quyết định số {NEW} {words}.", knowledge)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"UBND tỉnh ban hành hàng loạt văn bản triển khai Nghị quyết số {PARENT} như Quyết "
            f"định số {NEW}, Kế hoạch số {PLAN}.",
            {(NEW, "implements", PARENT), (PLAN, "implements", PARENT)},
        ),
        (
            f"UBND tỉnh ban hành hai văn bản hướng dẫn Nghị quyết số {PARENT}: Quyết định số {NEW} "
            f"và Quyết định số {OTHER}.",
            {(NEW, "guides", PARENT), (OTHER, "guides", PARENT)},
        ),
        (
            f"Các xã triển khai Nghị quyết số {PARENT} như Quyết định số {NEW}.",
            set(),
        ),
        (
            f"Quyết định số {NEW} thay thế các văn bản của ba địa phương cũ, gồm: Quyết định số "
            f"{OLD}, Quyết định số {OTHER}.",
            {(NEW, "replaces", OLD), (NEW, "replaces", OTHER)},
        ),
    ],
)
def test_texts_told_one_by_one(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told


def test_the_whole_of_one_and_a_part_of_the_next(knowledge: Knowledge) -> None:
    words = (
        f"Tin Gia Lai: Quyết định số {NEW} bãi bỏ Quyết định số {OLD} và khoản 1, 2 Điều 3 Quyết "
        f"định số {OTHER}."
    )
    assert triples(read(words, knowledge)) == {(NEW, "repeals", OLD), (NEW, "amends", OTHER)}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            f"Thay thế Quyết định số {OLD}, Quyết định số {NEW} có hiệu lực từ ngày 1/10/2022.",
            {(NEW, "replaces", OLD)},
        ),
        (
            f"Thay thế Quyết định số {OLD} và Quyết định số {NEW} là việc cần làm.",
            set(),
        ),
        (
            f"Các Quyết định số {OLD} ngày 5/7/2016 (cũ) và số {OTHER} ngày 10/7/2017 về ban hành "
            f"Quy chế làm việc hết hiệu lực kể từ ngày Quyết định số {NEW} có hiệu lực.",
            {(NEW, "repeals", OLD), (NEW, "repeals", OTHER)},
        ),
    ],
)
def test_lists_and_what_only_looks_like_one(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {words}", knowledge)) == told
