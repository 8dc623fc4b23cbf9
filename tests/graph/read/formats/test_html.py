"""Pages saved from sites: all of the content, nothing of what stands around it."""

from __future__ import annotations

import re

import pytest

from graph.errors import InputError
from graph.model import PartialDate
from graph.read.article import article_of
from tests.graph.read.formats.layouts import TITLE, pages

_NUMBER = re.compile(r"\b(\d+)-(?:NQ|CT|KL|CTr)/T[WU]")


def text(page: str) -> str:
    return article_of(page.encode(), "x", place="x.html").text


@pytest.mark.parametrize("kind", pages())
def test_only_the_content_is_told(kind: str) -> None:
    told = text(pages()[kind])
    numbers = {int(number) for number in _NUMBER.findall(told)}
    assert numbers == {18, 64, 92}
    assert "cụ thể hóa thành kế hoạch của mình" in told


def test_the_title_comes_first_and_paragraphs_are_lines() -> None:
    lines = text(pages()["newspaper"]).split("\n")
    assert lines[0] == TITLE
    assert len(lines) == 5


def test_a_letterhead_is_told_cell_by_cell_and_a_row_of_data_as_a_line() -> None:
    assert text(pages()["a law portal"]).split("\n")[:4] == [
        *("TỈNH ỦY HÀ TĨNH", "Số: 92-CTr/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "CHƯƠNG TRÌNH HÀNH ĐỘNG"),
    ]
    row = "<table><tr><td>1</td><td>Rà soát<br>quy hoạch</td><td>Sở Xây dựng</td></tr></table>"
    assert text(f"<html><body><p>Giao việc</p>{row}</body></html>") == (
        "Giao việc\n1\tRà soát quy hoạch\tSở Xây dựng"
    )


def test_what_a_page_says_of_itself_is_kept_and_hints_count_more() -> None:
    head = (
        "<meta property='og:site_name' content='Báo X'><link rel='canonical' "
        "href='https://x.example/bai'><script type='application/ld+json'>"
        '{"@type": "NewsArticle", "datePublished": "2018-05-20T08:00:00+07:00"}</script>'
    )
    article = article_of(
        pages()["newspaper"].replace("</head>", f"{head}</head>").encode(), "x", place="x"
    )
    assert (article.published, article.publisher) == (PartialDate(2018, 5, 20), "Báo X")
    assert article.url == "https://x.example/bai"


@pytest.mark.parametrize(
    "mark",
    [
        "<header class='site-header'><div>UBND tỉnh</div><div>TỐI MẬT</div></header>",
        "<table><tr><td>TỈNH ỦY HÀ TĨNH</td></tr><tr><td>M Ậ T</td></tr></table>",
        "<aside><dl><dt>Thuộc tính</dt><dd>Độ mật: Mật</dd></dl></aside>",
        "<div class='footer'><p>Lưu hành nội bộ</p></div>",
    ],
)
def test_a_mark_outside_the_content_counts(mark: str) -> None:
    page = pages()["newspaper"]
    for marked in (page.replace("<body>", f"<body>{mark}"), page.replace("</body>", mark)):
        with pytest.raises(InputError, match="marked"):
            text(marked)


@pytest.mark.parametrize(
    "beside",
    [
        "<select><option>MẬT</option><option>Thường</option></select>",
        "<div class='sidebar'><ul><li>TUYỆT MẬT</li><li>TỐI MẬT</li><li>MẬT</li></ul></div>",
        "<div class='sidebar'><a href='/x'>Lưu hành nội bộ</a></div>",
        "<nav><span>MẬT</span></nav><div class='sidebar'>Độ mật: Không</div>",
        "<div class='sidebar'><p>Mật</p><p>BẢO MẬT</p></div>",
    ],
)
def test_choices_and_links_beside_the_content_are_no_marks(beside: str) -> None:
    page = pages()["newspaper"].replace("</body>", f"{beside}</body>")
    assert text(page) == text(pages()["newspaper"])


def test_a_page_without_content_is_refused() -> None:
    with pytest.raises(InputError):
        text("<html><body><nav>Nghị quyết 18-NQ/TW</nav></body></html>")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div class='x'>" * 2_900 + "Nghị quyết",
        "<html><body>" + "<div>Tin liên quan</div><p></p>" * 20_000 + "<p>Nghị quyết</p>",
        "<html><table><tr>" + "<td>a</td>" * 20_000 + "<td>Nghị quyết</td></tr></table>",
        "<html><body>" + "<a><b><i>" * 900 + "Nghị quyết",
    ],
)
def test_hostile_pages_end_soon(page: str) -> None:
    assert "Nghị quyết" in text(page)


def test_a_page_set_too_deep_is_refused() -> None:
    with pytest.raises(InputError):
        text("<html><body>" + "<div class='x'>" * 60_000 + "Nghị quyết")
