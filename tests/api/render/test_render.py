"""Answers as lines, CSV and JSON: complete, aligned, and harmless whatever the data holds."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import fields, replace

import pytest
from rich.text import Text as Line

from api.render.cascades import cascade_csv, cascade_lines
from api.render.coverages import coverage_csv, coverage_lines
from api.render.descriptions import description_lines
from api.render.documents import candidates_lines, heading_lines
from api.render.finds import hits_csv, hits_lines
from api.render.screen import Screen, printable
from api.render.sheets import BOM, Sheet, csv_text, harmless_cell, table_lines
from api.render.structured import json_text
from graph.model import Cascade, CascadeNode, Document, Force, Hit, Lag, PartialDate, Verification
from tests.api.render.samples import (
    CASCADE,
    COVERAGE,
    DESCRIPTION,
    HOSTILE,
    LOCAL,
    PARTIAL,
    REPLACED,
    ROOT,
    SOUND,
    SUCCESSOR,
    WEAK,
    node,
)

PIPED = Screen()
NARROW = Screen("vi", 60)


def text_of(lines: list[Line]) -> str:
    return "\n".join(line.plain.rstrip() for line in lines)


def rows_of(text: str) -> list[list[str]]:
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))


def test_a_cascade_says_first_that_the_document_was_replaced() -> None:
    lines = text_of(cascade_lines(CASCADE, PIPED, evidence=False)).splitlines()
    assert lines[0] == "Bị thay thế bởi Quy định 80-QĐ/TW từ ngày 18-8-2022"
    assert lines[1] == "Quy định 105-QĐ/TW"
    assert "  Tính đến ngày 1-1-2023: hết hiệu lực" in lines


def test_a_cascade_in_english() -> None:
    text = text_of(cascade_lines(CASCADE, Screen("en"), evidence=False))
    assert "Replaced by Quy định 80-QĐ/TW since 18 August 2022" in text
    assert "3 documents · 3 units" in text
    assert "+148 days" in text


def test_a_cascade_counts_and_shows_every_node() -> None:
    text = text_of(cascade_lines(CASCADE, PIPED, evidence=False))
    assert "3 văn bản · 3 địa phương" in text
    assert "cấp tỉnh: 3" in text
    assert "căn cứ Quy định 680-QĐ/TU" in text
    assert "+148 ngày" in text
    assert "72–102 ngày" in text
    assert "chưa rõ" in text
    assert "chưa kiểm chứng · ngày ban hành, trích yếu: các nguồn không thống nhất" in text
    assert "quan hệ chưa kiểm chứng" in text
    assert "nêu ở dưới" in text
    assert "thực hiện, hướng dẫn Kế hoạch 1-KH/TU" in text
    assert "https://example.org/a" not in text


def test_a_repeated_document_says_where_it_stands() -> None:
    again = node(PARTIAL, repeated=True)
    above = text_of(
        cascade_lines(replace(CASCADE, nodes=(node(PARTIAL), again)), PIPED, evidence=False)
    )
    assert above.count("đã nêu ở trên") == 1
    below = text_of(
        cascade_lines(replace(CASCADE, nodes=(again, node(PARTIAL))), PIPED, evidence=False)
    )
    assert below.count("nêu ở dưới") == 1


def test_evidence_shows_source_quote_cue_and_address() -> None:
    text = text_of(cascade_lines(CASCADE, PIPED, evidence=True))
    assert "↳ Sổ văn bản · hai nguồn độc lập" in text
    assert "“Thực hiện Quy định 105-QĐ/TW”" in text
    assert "lời dẫn: “Thực hiện”" in text
    assert "https://example.org/a" in text
    assert "↳ Sổ văn bản · chưa kiểm chứng · dự kiến · suy từ tên gọi tắt" in text
    assert "không lưu địa chỉ nguồn" in text
    assert "kiến thức chung" in text


def test_columns_of_a_cascade_stand_under_each_other() -> None:
    lines = text_of(cascade_lines(CASCADE, PIPED, evidence=False)).splitlines()
    shown = [line for line in lines if "─" in line]
    assert len(shown) == 4
    assert (
        len(
            {
                line.index(unit)
                for line, unit in zip(shown, ("Hà Tĩnh", "Cà Mau", "Cà Mau", "Huế"), strict=True)
            }
        )
        == 1
    )


def test_upward_the_relation_points_at_the_basis() -> None:
    upward = replace(CASCADE, down=False)
    assert "căn cứ → Quy định 680-QĐ/TU" in text_of(cascade_lines(upward, PIPED, evidence=False))


def test_an_empty_cascade_is_not_told_as_inaction() -> None:
    empty = replace(CASCADE, nodes=(), documents=0, by_level=(), units=0)
    text = text_of(cascade_lines(empty, PIPED, evidence=False))
    assert "không có nghĩa là chưa thực hiện" in text


def test_a_deep_and_wide_cascade_is_shown_whole() -> None:
    deep: CascadeNode = node(replace(LOCAL, name="tận cùng"))
    for _ in range(200):
        deep = node(LOCAL, children=(deep,))
    wide = tuple(node(replace(LOCAL, name=f"rộng {n}")) for n in range(500))
    text = text_of(cascade_lines(replace(CASCADE, nodes=(deep, *wide)), PIPED, evidence=True))
    assert "tận cùng" in text
    assert "rộng 499" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    title = replace(LOCAL, title="phân cấp quản lý cán bộ " * 30)
    cascade = replace(CASCADE, root=title, nodes=(node(title), *CASCADE.nodes))
    screen = Screen("vi", width)
    for line in cascade_lines(cascade, screen, evidence=True):
        assert len(line.plain.rstrip()) <= width, line.plain


def test_piped_titles_are_not_broken() -> None:
    title = "phân cấp quản lý cán bộ " * 30
    cascade = replace(CASCADE, nodes=(node(replace(LOCAL, title=title)),))
    assert title.strip() in text_of(cascade_lines(cascade, PIPED, evidence=False))


def test_a_cascade_as_csv() -> None:
    head, *rows = rows_of(cascade_csv(CASCADE))
    assert head[:4] == ["depth", "relation", "document", "spelling"]
    assert len(rows) == 4
    first = dict(zip(head, rows[0], strict=True))
    assert first["issued"] == "2018-05-16"
    assert (first["lag_least"], first["lag_most"]) == ("148", "148")
    assert first["sources"] == "https://example.org/a"
    undated = dict(zip(head, rows[3], strict=True))
    assert (undated["verification"], undated["relation_verification"]) == (
        "seen_once",
        "unverified",
    )
    assert dict(zip(head, rows[1], strict=True))["relation"] == "implements;guides"
    assert dict(zip(head, rows[3], strict=True))["lag_least"] == ""


def test_coverage_tells_absence_as_absence_from_the_corpus() -> None:
    text = text_of(coverage_lines(COVERAGE, PIPED))
    assert "1 trên 34 tỉnh, thành phố" in text
    assert "trung vị 148 ngày" in text
    assert "chưa tìm thấy trong kho này: 1" in text
    assert "có nhắc đến, chưa thấy văn bản: 1" in text
    assert "Số liệu dựa trên 2 nguồn." in text
    assert "không có nghĩa là chưa thực hiện" in text
    assert "trung vị" not in text_of(coverage_lines(replace(COVERAGE, median_lag=None), PIPED))


def test_coverage_as_csv() -> None:
    head, *rows = rows_of(coverage_csv(COVERAGE))
    assert [row[head.index("state")] for row in rows] == ["found", "reported", "none_found"]
    assert rows[0][head.index("lag_most")] == "148"


def test_coverage_says_what_is_unverified() -> None:
    found = COVERAGE.units[0]
    weak_edge = replace(found, evidence=(WEAK,))
    weak_document = replace(weak_edge, first=PARTIAL)
    for unit, told in ((weak_edge, "quan hệ chưa kiểm chứng"), (weak_document, "chưa kiểm chứng")):
        shown = replace(COVERAGE, units=(unit,))
        (line,) = [
            line
            for line in text_of(coverage_lines(shown, PIPED)).splitlines()
            if line.startswith("Hà Tĩnh")
        ]
        assert told in line
    head, row = rows_of(coverage_csv(replace(COVERAGE, units=(weak_edge,))))
    cells = dict(zip(head, row, strict=True))
    assert cells["verification"] == "seen_once"
    assert cells["relation_verification"] == "unverified"


@pytest.mark.parametrize(
    ("unit_set", "told"),
    [(63, "17 văn bản của tỉnh, thành phố mới"), (34, "17 văn bản của địa phương không xếp được")],
)
def test_documents_of_no_unit_of_the_set_are_counted(unit_set: int, told: str) -> None:
    shown = replace(COVERAGE, unit_set=unit_set, outside=17)
    assert told in text_of(coverage_lines(shown, PIPED))
    assert "không xếp được" not in text_of(coverage_lines(COVERAGE, PIPED))
    head, *rows = rows_of(coverage_csv(shown))
    last = dict(zip(head, rows[-1], strict=True))
    assert (last["unit"], last["state"], last["documents"]) == ("", "outside", "17")
    assert json.loads(json_text(shown))["outside"] == 17


def test_hits_say_what_is_unverified() -> None:
    hits = (Hit(PARTIAL.iri, "document", PARTIAL.name, "", PARTIAL), Hit("x:b", "body", "b", ""))
    lines = text_of(hits_lines(hits, PIPED)).splitlines()
    assert "chưa kiểm chứng" in lines[2]
    assert "chưa kiểm chứng" not in lines[3]
    head, first, second = rows_of(hits_csv(hits))
    at = head.index("verification")
    assert (first[at], second[at]) == ("unverified", "")


def test_the_issuer_is_not_shown_for_a_title() -> None:
    untitled = replace(ROOT, title=None)
    hit = Hit(ROOT.iri, "document", ROOT.name, "", untitled)
    assert "Bộ Chính trị" not in text_of(candidates_lines((untitled,), PIPED))
    assert "Bộ Chính trị" not in text_of(hits_lines((hit,), PIPED))


def test_a_description_shows_values_that_differ_and_relations_from_both_ends() -> None:
    text = text_of(description_lines(DESCRIPTION, PIPED, evidence=False))
    assert text.startswith("Bị thay thế bởi Quy định 80-QĐ/TW")
    assert "Ngày ban hành  19-12-2017" in text
    assert "nguồn khác ghi: 12-2017 · chưa kiểm chứng" in text
    assert "ngày ban hành: các nguồn không thống nhất" in text
    assert "sửa đổi, bổ sung (1)" in text
    assert "bị thay thế bởi (1)" in text
    assert "là căn cứ của (1)" in text
    assert "680-QĐ/TU@Hà Tĩnh" in text
    assert "https://example.org/a" not in text
    assert "https://example.org/a" in text_of(description_lines(DESCRIPTION, PIPED, evidence=True))


def test_a_reference_lists_what_it_may_be() -> None:
    unresolved = replace(ROOT, unresolved=True)
    shown = replace(DESCRIPTION, document=unresolved, candidates=(ROOT, SUCCESSOR))
    text = text_of(description_lines(shown, PIPED, evidence=False))
    assert "chưa xác định được văn bản" in text
    assert "Có thể là một trong các văn bản sau" in text
    assert "80-QĐ/TW" in text


@pytest.mark.parametrize(
    ("on", "vi", "en"),
    [
        (None, "80-QĐ/TW chưa rõ từ ngày nào", "80-QĐ/TW from a day that is not known"),
        (PartialDate(2019), "80-QĐ/TW từ năm 2019", "80-QĐ/TW since 2019"),
        (PartialDate(2014, 6), "80-QĐ/TW từ tháng 6-2014", "80-QĐ/TW since June 2014"),
    ],
)
def test_an_ending_is_told_as_precisely_as_its_day(
    on: PartialDate | None, vi: str, en: str
) -> None:
    ending = replace(REPLACED.endings[0], on=on)
    standing = replace(REPLACED, force=Force.UNKNOWN, endings=(ending,))
    shown = replace(DESCRIPTION, standing=standing)
    for told, language in ((vi, "vi"), (en, "en")):
        first = text_of(description_lines(shown, Screen(language), evidence=False)).splitlines()[0]
        assert first.endswith(told)


@pytest.mark.parametrize(
    ("term", "told"),
    [("XII", "khóa XII"), ("2015-2020", "nhiệm kỳ 2015-2020"), ("2025", None), (None, None)],
)
def test_terms_are_told_as_what_they_are(term: str | None, told: str | None) -> None:
    lines = text_of(heading_lines(replace(ROOT, term=term), PIPED))
    assert (told in lines) if told else ("khóa" not in lines and "nhiệm kỳ" not in lines)


def test_candidates_show_spelling_date_and_title() -> None:
    text = text_of(candidates_lines((ROOT, PARTIAL), PIPED))
    assert "105-QĐ/TW" in text
    assert "19-12-2017" in text
    assert "phân cấp quản lý cán bộ" in text


def test_hits_of_every_kind() -> None:
    hits = (
        Hit(ROOT.iri, "document", ROOT.name, "", ROOT),
        Hit("x:b", "body", "Bộ Chính trị", "Politburo"),
        Hit("x:o", "strange", "Ai đó", "Trưởng ban"),
    )
    text = text_of(hits_lines(hits, PIPED))
    for part in ("văn bản", "cơ quan", "strange", "Politburo", "105-QĐ/TW", "19-12-2017"):
        assert part in text
    assert rows_of(hits_csv(hits))[1][:2] == ["document", "Quy định 105-QĐ/TW"]


def test_json_has_the_names_of_the_model() -> None:
    read = json.loads(json_text(CASCADE))
    assert set(read) == {field.name for field in fields(Cascade)}
    assert set(read["nodes"][0]["document"]) == {field.name for field in fields(Document)}
    assert read["as_of"] == "2023-01-01"
    assert read["root"]["issued"] == "2017-12-19"
    assert read["nodes"][1]["document"]["issued"] == "2018-03"
    assert read["nodes"][2]["lag"] is None
    assert read["by_level"] == {"province": 3}
    assert json.loads(json_text(DESCRIPTION))["values"]["issued"][1]["chosen"] is False
    assert json.loads(json_text(COVERAGE))["units"][0]["state"] == "found"
    assert json.loads(json_text(replace(CASCADE, by_level=())))["by_level"] == {}


HOSTILE_DOCUMENT = replace(ROOT, name=HOSTILE, title=HOSTILE, unit=HOSTILE, issuers=(HOSTILE,))
HOSTILE_EVIDENCE = replace(
    SOUND, source_name=HOSTILE, quote=HOSTILE, cue=HOSTILE, places=(HOSTILE,), note=HOSTILE
)
HOSTILE_NODE = node(HOSTILE_DOCUMENT, evidence=(HOSTILE_EVIDENCE,), predicates=(HOSTILE,))


@pytest.mark.parametrize("screen", [PIPED, NARROW])
def test_hostile_data_is_shown_and_does_nothing(screen: Screen) -> None:
    hostile = replace(CASCADE, root=HOSTILE_DOCUMENT, nodes=(HOSTILE_NODE,))
    described = replace(
        DESCRIPTION,
        document=HOSTILE_DOCUMENT,
        values=((HOSTILE, DESCRIPTION.values[0][1]),),
        same_number=(HOSTILE_DOCUMENT,),
    )
    unit = replace(COVERAGE.units[0], unit=HOSTILE, first=HOSTILE_DOCUMENT)
    hit = Hit("x:y", "official", HOSTILE, HOSTILE)
    lines = [
        *cascade_lines(hostile, screen, evidence=True),
        *description_lines(described, screen, evidence=True),
        *coverage_lines(replace(COVERAGE, document=HOSTILE_DOCUMENT, units=(unit,)), screen),
        *hits_lines((hit,), screen),
    ]
    for line in lines:
        categories = {unicodedata.category(letter) for letter in line.plain}
        assert not categories & {"Cc", "Cf", "Zl", "Zp"}, line.plain
        assert not any("red" in str(span.style) for span in line.spans)
    shown = "".join(line.plain for line in lines)
    assert "\\x1b[31m" in shown
    assert "[red]" in shown
    assert ":boom:" in shown


@pytest.mark.parametrize("text", ["=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert harmless_cell(text) == "'" + text
    assert rows_of(csv_text(("a",), [(text,)]))[1] == ["'" + text]


@pytest.mark.parametrize("text", ["-12", "+3.882", "18-8-2022", "Hà Tĩnh", "", "a=b"])
def test_figures_and_words_stay_as_they_are(text: str) -> None:
    assert harmless_cell(text) == text


def test_csv_of_hostile_documents_holds_no_formula() -> None:
    hostile = replace(HOSTILE_DOCUMENT, name="=1+1", title="@x", unit="+a", spelling="-b")
    cells = rows_of(cascade_csv(replace(CASCADE, nodes=(node(hostile),))))[1]
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+a", "-b"))]


def test_printable_keeps_vietnamese_and_spells_the_rest() -> None:
    assert printable("Nghị quyết – “đổi mới”") == "Nghị quyết – “đổi mới”"
    assert printable("a\x1b]0;t\x07b\u200b\u2028") == "a\\x1b]0;t\\x07b\\u200b"
    assert printable("hai\ndòng\tmột") == "hai dòng một"
    assert printable(unicodedata.normalize("NFD", "ế")) == "ế"


def test_a_table_fits_its_screen_and_keeps_its_words() -> None:
    sheet = Sheet(("một", "hai", "ba"), (("a" * 90, "từ " * 40, "1"),), frozenset({2}))
    lines = table_lines(sheet, NARROW)
    assert max(len(line.plain.rstrip()) for line in lines) <= 60
    assert sum(line.plain.count("từ") for line in lines) == 40
    assert sum(line.plain.count("a") for line in lines) == 90 + 2
    assert len(table_lines(sheet, PIPED)) == 3


def test_negative_lags_are_shown() -> None:
    early = node(replace(LOCAL, issued=PartialDate(2017, 12, 7)), lag=Lag(-12, -12))
    text = text_of(cascade_lines(replace(CASCADE, nodes=(early,)), PIPED, evidence=False))
    assert "−12 ngày" in text


def test_a_document_of_one_source_is_no_doubt() -> None:
    sound = replace(CASCADE, nodes=(node(replace(LOCAL, verification=Verification.SEEN_ONCE)),))
    text = text_of(cascade_lines(sound, PIPED, evidence=False))
    assert "chưa kiểm chứng" not in text
