"""How numbers, plenums, laws and types are printed: glued, dotted, misspelt, in lists."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from graph.model import Level, PartialDate
from tests.graph.extract.reading import documents, read, relations


@pytest.mark.parametrize(
    ("printed", "number", "kind"),
    [
        ("Quyết định 41/2009/QĐ.UBND", "41/2009/QĐ-UBND", "Quyết định"),
        ("Nghị quyết 33/NQ.HĐND", "33/NQ-HĐND", "Nghị quyết"),
        ("Thông báo kết luận số 217-TB/TU", "217-TB/TU", "Thông báo"),
        ("Văn bản 1187/STNMT-QLĐ", "1187/STNMT-QLĐ", "Công văn"),
        ("Chĩ thị số 21-CT/TU", "21-CT/TU", "Chỉ thị"),
        ("Quyềt định số 77-QĐ/TU", "77-QĐ/TU", "Quyết định"),
        ("Chương trình hành độngsố 46-CTr/TU", "46-CTr/TU", "Chương trình hành động"),
    ],
)
def test_numbers_as_typists_and_scanners_print_them(
    printed: str, number: str, kind: str, knowledge: Knowledge
) -> None:
    (found,) = read(f"Tỉnh ủy Gia Lai nhắc đến {printed}.", knowledge).documents
    assert (found.number, found.type_vi) == (number, kind)


def test_a_sentence_that_opens_right_behind_a_code_is_no_part_of_it(knowledge: Knowledge) -> None:
    (found,) = read("Gia Lai có Quyết định 41/QĐ-UBND. UBND tỉnh họp.", knowledge).documents
    assert found.number == "41/QĐ-UBND"


def test_a_department_that_no_list_has_is_one_of_a_province(knowledge: Knowledge) -> None:
    (found,) = read("Tại Gia Lai, Báo cáo 15/BC-SNN nêu mức nước.", knowledge).documents
    assert (found.level, found.province) == (Level.PROVINCE, "Gia Lai")


def test_a_plenum_glued_to_its_figure(knowledge: Knowledge) -> None:
    reading = read("Quán triệt Nghị quyết TW7 (khóa X), Nghị quyết T.Ư7 khóa XI.", knowledge)
    assert [one.alias for one in reading.documents] == [
        "Nghị quyết Trung ương 7 (khóa X)",
        "Nghị quyết Trung ương 7 (khóa XI)",
    ]


def test_a_year_in_brackets_is_that_of_the_document(knowledge: Knowledge) -> None:
    (found,) = read("Quán triệt Nghị quyết 15-NQ/TW (2012) về xã hội.", knowledge).documents
    assert (found.issued, found.term) == (PartialDate(2012), "XI")


def test_a_list_of_laws_goes_on_without_years(knowledge: Knowledge) -> None:
    reading = read(
        "Cần sửa Luật Thú y năm 2015, Luật Chăn nuôi và Luật Trồng trọt; sách Luật Rừng đã in.",
        knowledge,
    )
    assert documents(reading) >= {"Luật Thú y năm 2015", "Luật Chăn nuôi", "Luật Trồng trọt"}
    assert "Luật Rừng" not in documents(reading)


def test_glued_words_do_not_hide_what_is_carried_out(knowledge: Knowledge) -> None:
    reading = read(
        "Thực hiện Nghị quyết số29-NQ/TW,Tỉnh ủy Gia Lai ban hành Chương trình hành độngsố "
        "46-CTr/TU.",
        knowledge,
    )
    assert relations(reading) == {("46-CTr/TU (Gia Lai)", "implements", "29-NQ/TW")}
