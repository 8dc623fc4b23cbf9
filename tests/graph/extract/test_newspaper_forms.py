"""Who issues together, what a plenum adopted, posts as newspapers shorten them."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, read, titles


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Căn cứ Thông tư liên tịch số 11/2004/TTLT-BNN-BNV ngày 02/4/2004 của Bộ Nông nghiệp "
            "và Phát triển nông thôn và Bộ Nội vụ hướng dẫn nhiệm vụ;",
            {"Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nội vụ"},
        ),
        (
            "Căn cứ Thông tư số 11/2014/TT-BTC ngày 02/4/2014 của Bộ Tài chính và Bộ Nội vụ "
            "đề nghị;",
            {"Bộ Tài chính"},
        ),
        (
            "UBND tỉnh Bạc Liêu ban hành Kế hoạch thực hiện Chương trình của Ban Chấp hành Đảng bộ "
            "tỉnh về cải cách tiền lương.",
            {"UBND tỉnh Bạc Liêu"},
        ),
    ],
)
def test_who_issues_together_and_who_is_but_cited(
    text: str, issuers: set[str], knowledge: Knowledge
) -> None:
    told = (one.split(" | ") for one in all_relations(read(text, knowledge)))
    assert {ends[2] for ends in told if ends[1] == "issuedBy"} == issuers


@pytest.mark.parametrize(
    "said",
    [
        "được Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII thông qua",
        "được thông qua tại Hội nghị Trung ương 6 khóa XII",
        "do Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII ban hành",
    ],
)
def test_a_plenum_that_adopted_a_number(said: str, knowledge: Knowledge) -> None:
    told = all_relations(read(f"Nghị quyết số 20-NQ/TW {said} về y tế.", knowledge))
    assert "20-NQ/TW | adoptedAt | Hội nghị Trung ương 6 (khóa XII)" in told


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Dự có đồng chí Đỗ Đức Duy - UVBCHTW Đảng, Bí thư Tỉnh ủy Yên Bái.",
            {"UVBCHTW Đảng", "Bí thư Tỉnh ủy Yên Bái"},
        ),
        (
            "Ông Khuất Việt Hùng, Phó Chủ tịch chuyên trách Ủy ban ATGT Quốc gia, dự hội nghị.",
            {"Phó Chủ tịch chuyên trách Ủy ban ATGT Quốc gia"},
        ),
        ("PCT UBND tỉnh Nguyễn Văn Sơn chủ trì.", {"PCT UBND tỉnh"}),
        ("Ông Lê Văn Tâm, Chủ tịch Hội đồng quản trị Công ty Mía đường, dự họp.", set()),
    ],
)
def test_posts_that_are_shortened_or_of_rare_bodies(
    text: str, posts: set[str], knowledge: Knowledge
) -> None:
    told = titles(read(text, knowledge))
    assert set().union(*told.values()) == posts
