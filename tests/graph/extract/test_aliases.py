"""Resolutions of plenums and congresses by their aliases."""

from __future__ import annotations

import pytest

from graph.extract.aliases import find_aliases
from graph.extract.mentions import Mention
from graph.extract.text import fold
from graph.extract.types import find_type_words


def aliases(text: str) -> list[Mention]:
    folded = fold(text)
    return sorted(find_aliases(folded, find_type_words(folded.openings)), key=lambda one: one.start)


@pytest.mark.parametrize(
    ("text", "ordinal", "term"),
    [
        ("Nghị quyết Trung ương 4 (khóa XII)", "4", "XII"),
        ("Nghị quyết Trung ương 4 khoá XII", "4", "XII"),
        ("Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung ương khóa XII", "6", "XII"),
        ("Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng (khóa XI)", "4", "XI"),
        ("Nghị quyết T.Ư 4, khóa XI", "4", "XI"),
        ("Nghị quyết TW 5 khóa XIII", "5", "XIII"),
        ("Nghị quyết Trung ương 6 (lần 2) khóa VIII", "6 (lần 2)", "VIII"),
        ("NQTW4", "4", None),
    ],
)
def test_plenums(text: str, ordinal: str, term: str | None) -> None:
    (found,) = aliases(text)
    assert (found.ordinal, found.term, found.end) == (ordinal, term, len(text))


def test_a_list_of_plenums_shares_its_term() -> None:
    text = "Nghị quyết Trung ương 7, Trung ương 8 (khóa XII)"
    assert [(one.ordinal, one.term) for one in aliases(text)] == [("7", "XII"), ("8", "XII")]


def test_a_list_of_terms_shares_its_plenum() -> None:
    found = aliases("Nghị quyết Trung ương 4 khóa XI, khóa XII")
    assert [(one.ordinal, one.term) for one in found] == [("4", "XI"), ("4", "XII")]


@pytest.mark.parametrize(
    ("text", "ordinal", "local"),
    [
        ("Nghị quyết Đại hội XIII của Đảng", "XIII", False),
        ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "XIII", False),
        ("Nghị quyết Đại hội Đảng lần thứ XIII", "XIII", False),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII", "XVIII", True),
        ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Nghệ An lần thứ XIX", "XIX", True),
        ("Nghị quyết Đại hội XX Đảng bộ tỉnh Thanh Hóa", "XX", True),
        ("Nghị quyết lần thứ XI Đảng bộ TP", "XI", True),
        ("Nghị quyết Đại hội lần thứ XX Đảng bộ tỉnh", "XX", True),
    ],
)
def test_congresses(text: str, ordinal: str, local: bool) -> None:
    (found,) = aliases(text)
    assert (found.ordinal, found.local, found.end) == (ordinal, local, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị Trung ương 6 đã bế mạc",
        "nghị quyết của Trung ương về cán bộ",
        "Nghị quyết Trung ương 4 năm qua",
        "nghị quyết đại hội đảng bộ các cấp",
        "Đại hội XIII của Đảng",
        "khoán 10 hộ",
    ],
)
def test_events_and_classes_are_no_documents(text: str) -> None:
    assert aliases(text) == []
