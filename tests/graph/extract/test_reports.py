"""Whole reports and whole official texts: what is found is what a careful reader finds."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from graph.model import Modality, PartialDate
from tests.graph.extract.official_acts import OFFICIAL_ACTS
from tests.graph.extract.official_plans import OFFICIAL_PLANS
from tests.graph.extract.reading import (
    Report,
    all_relations,
    documents,
    items,
    read,
    titles,
)
from tests.graph.extract.reports_of_provinces import REPORTS_OF_PROVINCES
from tests.graph.extract.reports_of_the_centre import REPORTS_OF_THE_CENTRE

REPORTS = [*REPORTS_OF_THE_CENTRE, *REPORTS_OF_PROVINCES]
OFFICIAL_TEXTS = [*OFFICIAL_ACTS, *OFFICIAL_PLANS]

_BY_NAME = {report.name: report for report in OFFICIAL_TEXTS}


@pytest.mark.parametrize("report", [*REPORTS, *OFFICIAL_TEXTS], ids=lambda report: report.name)
def test_a_text_says_what_a_careful_reader_finds(report: Report, knowledge: Knowledge) -> None:
    reading = read(report.text, knowledge)
    assert documents(reading) - report.optional == set(items(report.documents)) - report.optional
    told = all_relations(reading)
    assert told - report.optional == set(items(report.relations)) - report.optional
    assert titles(reading) == report.posts


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_an_article_is_no_document_itself(report: Report, knowledge: Knowledge) -> None:
    assert read(report.text, knowledge).document is None


@pytest.mark.parametrize("report", OFFICIAL_TEXTS, ids=lambda report: report.name)
def test_an_official_text_is_its_own_subject(report: Report, knowledge: Knowledge) -> None:
    reading = read(report.text, knowledge)
    (own,) = (one for one in reading.documents if one.id == reading.document)
    assert own.mentions[0].start < 300
    assert any(
        line.startswith(own.number or "?") and "| issuedBy |" in line
        for line in items(report.relations)
    )


def test_the_days_of_force_are_told(knowledge: Knowledge) -> None:
    reading = read(_BY_NAME["decision of a people's committee"].text, knowledge)
    (own,) = (one for one in reading.documents if one.id == reading.document)
    assert (own.issued, own.effective) == (PartialDate(2024, 11, 5), PartialDate(2024, 11, 15))


def test_a_part_that_is_repealed_is_a_change(knowledge: Knowledge) -> None:
    reading = read(_BY_NAME["resolution of the National Assembly"].text, knowledge)
    parts = {one.part for one in reading.relations if one.predicate == "amends"}
    assert "khoản 2 điều 3" in parts


def test_recipients_are_no_bodies_of_the_text(knowledge: Knowledge) -> None:
    reading = read(_BY_NAME["conclusion of a standing committee"].text, knowledge)
    assert "Văn phòng Trung ương Đảng" not in {body.name for body in reading.bodies}


def test_figures_of_rules_are_bounds_and_no_results(knowledge: Knowledge) -> None:
    text = _BY_NAME["decision of a people's committee"].text.replace(
        "Điều 3.", "Điều 2a. Mỗi xã có ít nhất 15 cán bộ, đạt 80%.\nĐiều 3."
    )
    assert read(text, knowledge).results == ()


def test_a_headline_in_capitals_makes_no_official_text(knowledge: Knowledge) -> None:
    text = "THÔNG BÁO\n\nĐồng bào xã Bản Qua vui mừng đón Nghị quyết số 18-NQ/TW của Trung ương."
    assert read(text, knowledge).document is None


@pytest.mark.parametrize(
    ("place", "modality"),
    [
        ("UBND thành phố Cần Thơ", Modality.DONE),
        ("UBND huyện Cần Giuộc", Modality.DONE),
        ("UBND thành phố cần", Modality.REQUESTED),
    ],
)
def test_a_place_called_like_a_request_requests_nothing(
    knowledge: Knowledge, place: str, modality: Modality
) -> None:
    text = f"{place} ban hành Kế hoạch 12/KH-UBND để thực hiện Nghị quyết 57-NQ/TW."
    (relation,) = (one for one in read(text, knowledge).relations if one.predicate == "implements")
    assert relation.modality is modality


@pytest.mark.parametrize(
    ("text", "day", "title"),
    [
        (
            "Nghị quyết số 57-NQ/TW về đột phá phát triển khoa học, công nghệ ngày 22-12-2024 của "
            "Bộ Chính trị được quán triệt.",
            "2024-12-22",
            "về đột phá phát triển khoa học, công nghệ",
        ),
        (
            "Quy định 680-QĐ/TU về phân cấp quản lý cán bộ, ngày 16/5/2018, thay thế Quy định 335.",
            "2018-05-16",
            "về phân cấp quản lý cán bộ",
        ),
        (
            "Quy định 681-QĐ/TU được Ban Thường vụ Tỉnh ủy ban hành ngày 17-5-2018.",
            "2018-05-17",
            None,
        ),
        (
            "Kế hoạch 12-KH/TU về tổ chức kỷ niệm ngày 30-4-1975 đã ban hành.",
            None,
            "về tổ chức kỷ niệm ngày 30-4-1975",
        ),
    ],
)
def test_a_day_behind_the_title_or_the_verb_is_that_of_the_document(
    knowledge: Knowledge, text: str, day: str | None, title: str | None
) -> None:
    document = read(text, knowledge).documents[0]
    assert (document.issued and str(document.issued), document.title) == (day, title)
