"""Documents and relations of many short texts; every span proves itself in every variant."""

from __future__ import annotations

import unicodedata

import pytest

from graph.extract.gazetteer import Knowledge
from graph.extraction import Extraction
from graph.model import Modality
from tests.graph.extract.reading import documents, read, relations
from tests.graph.extract.texts import SAMPLES, Sample

_NEW_TO_OLD = {"óa": "oá", "òa": "oà", "ủy": "uỷ", "úy": "uý"}


def old_tones(text: str) -> str:
    """Return the text with tones where older texts set them (hoà, uỷ)."""
    for new, old in _NEW_TO_OLD.items():
        text = text.replace(new, old)
    return text


def spans(reading: Extraction) -> list[tuple[int, int, str]]:
    found = [span for document in reading.documents for span in document.mentions]
    found += [span for body in reading.bodies for span in body.mentions]
    return [(span.start, span.end, span.surface) for span in found]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_a_text_states(sample: Sample, knowledge: Knowledge) -> None:
    reading = read(sample.text, knowledge)
    assert documents(reading) == sample.documents
    assert relations(reading) == sample.relations


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@pytest.mark.parametrize(
    "variant",
    [
        lambda text: unicodedata.normalize("NFC", unicodedata.normalize("NFD", text)),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("Đ", "Ð"),
        lambda text: text.replace("-", "–"),
        old_tones,
    ],
    ids=["nfd", "no-break spaces", "eth", "dashes", "old tones"],
)
def test_spelling_variants_say_the_same(
    sample: Sample, variant: object, knowledge: Knowledge
) -> None:
    assert callable(variant)
    reading = read(variant(sample.text), knowledge)
    plain = read(sample.text, knowledge)
    assert [one.number for one in reading.documents] == [one.number for one in plain.documents]
    shape = [(one.subject, one.predicate, one.object) for one in plain.relations]
    assert [(one.subject, one.predicate, one.object) for one in reading.relations] == shape


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_span_proves_itself(sample: Sample, knowledge: Knowledge) -> None:
    text = sample.text.replace(" ", "\u00a0")
    reading = read(text, knowledge)
    assert all(text[start:end] == surface for start, end, surface in spans(reading))
    for relation in reading.relations:
        assert 0 <= relation.start < relation.end <= len(text)
        assert relation.cue is None or relation.cue in text[relation.start : relation.end]


def test_a_part_that_is_changed_is_told(knowledge: Knowledge) -> None:
    text = (
        "Nghị định số 5/2024/NĐ-CP sửa đổi, bổ sung khoản 2 Điều 7 của Nghị định số 9/2020/NĐ-CP."
    )
    (relation,) = (one for one in read(text, knowledge).relations if one.predicate == "amends")
    assert relation.part == "khoản 2 điều 7"


def test_what_is_to_come_is_planned(knowledge: Knowledge) -> None:
    text = (
        "Thực hiện Nghị quyết số 42-NQ/TW, trong thời gian tới UBND tỉnh Lào Cai sẽ ban hành Kế"
        " hoạch số 9/KH-UBND."
    )
    (relation,) = (one for one in read(text, knowledge).relations if one.predicate == "implements")
    assert relation.modality is Modality.PLANNED


def test_an_unresolved_figure_keeps_its_candidates(knowledge: Knowledge) -> None:
    (document,) = read("Nghị quyết 19 đi vào cuộc sống.", knowledge).documents
    assert document.number == "19"
    assert len(document.candidates) > 1


def test_two_documents_of_one_number_are_told_apart_by_their_dates(knowledge: Knowledge) -> None:
    text = (
        "Nghị quyết số 18-NQ/TW, ngày 16/6/2022 về đất đai và Nghị quyết số 18-NQ/TW, ngày"
        " 25/10/2017 về tổ chức bộ máy là hai văn bản."
    )
    assert [one.term for one in read(text, knowledge).documents] == ["XIII", "XII"]


def test_an_alias_keeps_its_set_where_nothing_picks_a_member(knowledge: Knowledge) -> None:
    (document,) = read("Nghị quyết Trung ương 7 (khóa XII) được quán triệt.", knowledge).documents
    assert document.number is None
    assert {one.number for one in document.candidates} == {"26-NQ/TW", "27-NQ/TW", "28-NQ/TW"}


def test_a_subject_clause_picks_the_member(knowledge: Knowledge) -> None:
    text = "Nghị quyết Trung ương 7 (khóa XII) về cải cách chính sách tiền lương được quán triệt."
    (document,) = read(text, knowledge).documents
    assert document.number == "27-NQ/TW"
    assert "number" in document.inferred
    assert document.reasons


def test_the_term_of_a_number_is_not_that_of_the_sources_date(knowledge: Knowledge) -> None:
    text = (
        "03/07/2018 - 07:32\n\nThực hiện Nghị quyết 39-NQ/TW về tinh giản biên chế và cơ cấu lại"
        " đội ngũ cán bộ, công chức, viên chức, tỉnh Sơn La giảm nhiều đầu mối."
    )
    (document,) = read(text, knowledge).documents
    assert document.term == "XI"


def test_reading_without_knowledge_finds_what_is_printed() -> None:
    (document,) = read("Nghị quyết số 18-NQ/TW được ban hành.", Knowledge()).documents
    assert (document.number, document.term) == ("18-NQ/TW", None)


def test_the_sentence_that_opens_a_paragraph_says_what_it_is_about(knowledge: Knowledge) -> None:
    filler = "Các đơn vị tổ chức học tập, kiểm tra và báo cáo đúng thời hạn quy định. " * 12
    text = (
        "Thứ sáu, nâng cao năng lực lãnh đạo và sức chiến đấu của tổ chức cơ sở đảng, chất lượng"
        f" đội ngũ cán bộ, đảng viên. {filler}Cùng với đó là tổng kết Nghị quyết số 22-NQ/TW."
    )
    (document,) = read(text, knowledge).documents
    assert document.term == "X"
    assert any("chủ đề của đoạn" in reason for reason in document.reasons)


def test_why_a_number_stays_open_is_told(knowledge: Knowledge) -> None:
    several, unknown = (
        read(f"Hội nghị nhắc đến Nghị quyết số {number}.", knowledge).documents[0]
        for number in ("19-NQ/TW", "8888-NQ/TW")
    )
    assert several.candidates
    assert "nhiều văn bản cùng số" in several.reasons[0]
    assert "chưa có trong sổ văn bản" in unknown.reasons[0]
