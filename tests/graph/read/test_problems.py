"""Every way in which a table can be wrong: where it is told, and that the rest is still read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.read.register import read_register
from graph.records import Register
from tests.graph.read.small import Cells, only, place, problems_of, row, write

OTHER: Cells = row("central_documents", number="19-NQ/TW")


def test_the_sound_rows_are_sound(tmp_path: Path) -> None:
    register, problems = read_register(write(tmp_path))
    assert problems == ()
    assert [len(getattr(register, name)) for name in Register.__dataclass_fields__] == [1] * 17


@pytest.mark.parametrize(
    ("table", "changed", "column", "vi", "en"),
    [
        ("terms", {"end": "31/1/2021"}, "end", "ngày không đúng dạng", "not a date"),
        ("terms", {"start": "2016-02-30"}, "start", "không có trong lịch", "no such day"),
        ("officials", {"level": "tỉnh"}, "level", "không có trong danh sách", "not one of"),
        ("central_relations", {"predicate": "implement"}, "predicate", "danh sách", "not one of"),
        ("central_documents", {"confidence": "sure"}, "confidence", "danh sách", "not one of"),
        ("central_documents", {"confidence": "article"}, "confidence", "danh sách", "not one of"),
        ("provincial_facts", {"confidence": "seen_once"}, "confidence", "danh sách", "not one of"),
        ("document_types", {"normative": "có"}, "normative", "danh sách", "not one of"),
        ("provinces", {"set": "63;35"}, "set", "danh sách", "not one of"),
        ("posts", {"rank": "0"}, "rank", "không phải số nguyên", "not a whole number"),
        (
            "central_documents",
            {"number": "18 NQ"},
            "number",
            "không phải số hiệu",
            "not the number",
        ),
        ("provincial_facts", {"object_number": "số 44"}, "object_number", "số hiệu", "the number"),
        ("plenums", {"documents": "18-NQ/TW"}, "documents", "không phải số@ngày", "number@date"),
        ("central_documents", {"term": "12"}, "term", "chữ số La Mã", "Roman figures"),
        ("provincial_terms", {"term": "2005"}, "term", "không phải nhiệm kỳ", "term of office"),
        ("provincial_terms", {"unit": ""}, "unit", "không được để trống", "must not be empty"),
        ("central_documents", {"issued": ""}, "issued", "không được để trống", "must not be empty"),
        ("decoys", {"source": ""}, "source", "không được để trống", "must not be empty"),
        ("officials", {"source": "javascript:x"}, "source", "không phải trang web", "no web page"),
        ("officials", {"name": "A\u0007"}, "name", "ký tự điều khiển", "control or unseen"),
        ("officials", {"name": "A\u202eB"}, "name", "ký tự ẩn", "control or unseen"),
        # what rows owe each other
        ("central_documents", {"replaces": "1-NQ/TW@2011"}, "replaces", "không có", "no such doc"),
        ("central_documents", {"amended_by": "1-NQ/TW@2019"}, "amended_by", "không có", "no such"),
        (
            "central_documents",
            {"replaced_by": "1-NQ/TW@2019"},
            "replaced_by",
            "không có",
            "no such",
        ),
        ("plenums", {"documents": "1-NQ/TW@2017-10-25"}, "documents", "không có", "no such doc"),
        ("alias_defaults", {"members": "1-NQ/TW@2019"}, "members", "không có", "no such document"),
        ("alias_defaults", {"default": "1-NQ/TW@2019"}, "default", "trong members", "the members"),
        (
            "central_documents",
            {"type_vi": "Nghị quyêt"},
            "type_vi",
            "document_types",
            "no such name",
        ),
        ("scope", {"document": "18-NQ/TW@2018"}, "document", "không có", "no such document"),
        ("contradictions", {"documents": "1-NQ/TW@2019"}, "documents", "không có", "no such doc"),
        ("contradictions", {"field": "date"}, "field", "không có trong danh sách", "not one of"),
        ("contradictions", {"declined": "c"}, "declined", "không có trong danh sách", "not one of"),
        ("plenums", {"term": "XI"}, "term", "terms.csv", "terms.csv"),
        ("terms", {"end": "2015"}, "end", "trước khi bắt đầu", "before it begins"),
        ("provinces", {"valid_to": "1990"}, "valid_to", "trước khi bắt đầu", "before it begins"),
        ("provinces", {"merged_into": "Hà Nộ"}, "merged_into", "không có đơn vị", "no such unit"),
        ("provincial_facts", {"province": "Hà Nộ"}, "province", "không có đơn vị", "no such unit"),
        ("provincial_terms", {"unit": "Hà Nộ"}, "unit", "không có đơn vị", "no such unit"),
        ("scope", {"kind": "unit", "value": "Huế"}, "value", "không có đơn vị", "no such unit"),
        ("scope", {"kind": "region", "value": "Tây"}, "value", "không có vùng", "no such region"),
        ("scope", {"value": "Hà Tây"}, "value", "không khớp", "do not fit"),
    ],
)
def test_a_bad_cell_is_told_with_its_place(
    tmp_path: Path, table: str, changed: Cells, column: str, vi: str, en: str
) -> None:
    rows = [row(table, **changed)]
    if table == "central_documents":  # others point at the sound row
        rows = [row(table), OTHER | changed]
    problem = only(problems_of(tmp_path, **{table: rows}))
    told = changed[column].replace("\u0007", "\\u0007").replace("\u202e", "\\u202e")
    assert place(problem) == (f"{table}.csv", 1 + len(rows), column, told)
    assert vi in problem.message.vi
    assert en in problem.message.en


@pytest.mark.parametrize(
    ("table", "changed", "column", "value"),
    [
        ("provincial_facts", {"subject_issued": "2009-01-01"}, "province", "Hà Tây"),
        ("provincial_officials", {"as_of": "2008-08-01"}, "province", "Hà Tây"),
        ("provincial_facts", {"source": "sách"}, "confidence", "clear"),
        (
            "central_relations",
            {"subject_date": "2017-10-26"},
            "subject_number",
            "18-NQ/TW@2017-10-26",
        ),
        ("central_relations", {"object_number": ""}, "object_number", "@2017-10-25"),
    ],
)
def test_a_bad_pair_of_cells_is_told_at_one_of_them(
    tmp_path: Path, table: str, changed: Cells, column: str, value: str
) -> None:
    problem = only(problems_of(tmp_path, **{table: [row(table, **changed)]}))
    assert place(problem) == (f"{table}.csv", 2, column, value)


def test_a_province_ends_with_its_last_day(tmp_path: Path) -> None:
    facts = [row("provincial_facts", subject_issued=day) for day in ("2008-07-31", "2008", "")]
    assert problems_of(tmp_path, provincial_facts=facts) == ()


def test_the_other_rows_are_read(tmp_path: Path) -> None:
    rows = [row("central_documents"), row("central_documents", issued="?"), OTHER]
    register, problems = read_register(write(tmp_path, central_documents=rows))
    assert [document.number for document in register.central_documents] == ["18-NQ/TW", "19-NQ/TW"]
    assert place(only(problems)) == ("central_documents.csv", 3, "issued", "?")


def test_every_bad_cell_of_a_row_is_told(tmp_path: Path) -> None:
    bad = row("central_documents", number="?", issued="2017-02-30", confidence="yes")
    problems = problems_of(tmp_path, central_documents=[row("central_documents"), bad])
    assert [(problem.line, problem.column) for problem in problems] == [
        (3, "confidence"),
        (3, "issued"),
        (3, "number"),
    ]


def test_replaced_before_issue_is_refused(tmp_path: Path) -> None:
    older = row(
        "central_documents", number="9-NQ/TW", issued="2011", replaces="18-NQ/TW@2017-10-25"
    )
    newer = row("central_documents", replaced_by="9-NQ/TW@2011")
    problems = problems_of(tmp_path, central_documents=[row("central_documents"), older])
    assert place(only(problems)) == (
        "central_documents.csv", 3, "replaces", "18-NQ/TW@2017-10-25",
    )  # fmt: skip
    problems = problems_of(
        tmp_path,
        central_documents=[newer, older | {"replaces": ""}],
        plenums=[], central_relations=[], alias_defaults=[], scope=[],
    )  # fmt: skip
    problem = only(problems)
    assert place(problem) == ("central_documents.csv", 2, "replaced_by", "9-NQ/TW@2011")
    assert "trước ngày ban hành" in problem.message.vi
    assert "before it was issued" in problem.message.en


def test_dates_that_may_be_in_order_are_kept(tmp_path: Path) -> None:
    same_year = row("central_documents", number="9-NQ/TW", issued="2017")
    document = row("central_documents", replaced_by="9-NQ/TW@2017", effective="2017-10-01")
    assert problems_of(tmp_path, central_documents=[document, same_year]) == ()


def test_what_points_at_a_refused_row_is_refused(tmp_path: Path) -> None:
    directory = write(tmp_path, central_documents=[row("central_documents", confidence="?")])
    register, problems = read_register(directory)
    assert [problem.file for problem in problems] == [
        "alias_defaults.csv",
        "central_documents.csv",
        "central_relations.csv",
        "central_relations.csv",
        "plenums.csv",
        "scope.csv",
    ]
    assert len(register.central_relations) + len(register.scope) + len(register.plenums) == 0


def test_a_bad_term_or_unit_is_not_held_against_what_names_it(tmp_path: Path) -> None:
    problem = only(problems_of(tmp_path, terms=[row("terms", start="27/1/2016")]))
    assert place(problem) == ("terms.csv", 2, "start", "27/1/2016")
    scope = [row("scope", kind="region", value="Đồng bằng sông Hồng")]
    bad = [row("provinces", coastal="?")]
    problem = only(problems_of(tmp_path, provinces=bad, scope=scope))
    assert place(problem) == ("provinces.csv", 2, "coastal", "?")


def test_an_alias_denotes_one_document(tmp_path: Path) -> None:
    named = row("central_documents", aliases="Nghị quyết 18;khoán 10")
    also = OTHER | {"aliases": "Khoán 10"}
    problem = only(problems_of(tmp_path, central_documents=[named, also]))
    assert place(problem) == ("central_documents.csv", 3, "aliases", "Khoán 10")
    assert problem.message.vi == "tên gọi này đã thuộc về 18-NQ/TW@2017-10-25"
    assert problem.message.en == "this alias already denotes 18-NQ/TW@2017-10-25"


def test_a_row_is_told_all_that_is_wrong_with_it(tmp_path: Path) -> None:
    bad = OTHER | {"type_vi": "Nghị", "term": "XI", "replaces": "1-NQ/TW@2011;2-NQ/TW@2020"}
    problems = problems_of(tmp_path, central_documents=[row("central_documents"), bad])
    assert [(problem.column, problem.value) for problem in problems] == [
        ("replaces", "1-NQ/TW@2011"),
        ("replaces", "2-NQ/TW@2020"),
        ("replaces", "2-NQ/TW@2020"),
        ("term", "XI"),
        ("type_vi", "Nghị"),
    ]


def test_equal_keys_are_told_with_the_first_line(tmp_path: Path) -> None:
    rows = [row("central_documents"), OTHER, row("central_documents", title_vi="khác")]
    problem = only(problems_of(tmp_path, central_documents=rows))
    assert place(problem) == (
        "central_documents.csv",
        4,
        "number+type_vi+issued",
        "18-NQ/TW | Nghị quyết | 2017-10-25",
    )
    assert problem.message.vi == "trùng khóa với dòng 2"
    assert problem.message.en == "the same key as line 2"


def test_terms_of_one_unit_may_not_overlap(tmp_path: Path) -> None:
    following = row("provincial_terms", term="2010-2015", starts="2010-09-30", ends="")
    problem = only(problems_of(tmp_path, provincial_terms=[row("provincial_terms"), following]))
    assert place(problem) == ("provincial_terms.csv", 3, "starts", "2010-09-30")
    assert "2005-2010" in problem.message.vi
    assert "2005-2010" in problem.message.en
    own = row("provincial_terms", unit="Hà Tây")
    assert problems_of(tmp_path, provincial_terms=[row("provincial_terms"), own]) == ()


@pytest.mark.parametrize(
    ("table", "changed", "column"),
    [
        ("central_documents", {"number": "99-NQ/TW", "issued": "2023"}, "number"),
        (
            "provincial_facts",
            {"object_number": "99-NQ/TW", "object_issued": "2023"},
            "object_number",
        ),
        (
            "provincial_facts",
            {"subject_number": "99-NQ/TW", "subject_issued": "2023", "province": ""},
            "subject_number",
        ),
    ],
)
def test_a_decoy_is_refused_with_its_reason(
    tmp_path: Path, table: str, changed: Cells, column: str
) -> None:
    sound = [] if table == "provincial_facts" else [row(table)]
    problem = only(problems_of(tmp_path, **{table: [*sound, row(table, **changed)]}))
    assert place(problem) == (f"{table}.csv", 2 + len(sound), column, "99-NQ/TW@2023")
    assert problem.message.vi.endswith("invented data")
    assert problem.message.en.endswith("invented data")


def test_a_relation_of_a_decoy_is_refused(tmp_path: Path) -> None:
    relation = row("central_relations", object_number="99-NQ/TW", object_date="2023")
    problems = problems_of(tmp_path, central_relations=[relation])
    assert {place(problem) for problem in problems} == {
        ("central_relations.csv", 2, "object_number", "99-NQ/TW@2023")
    }
    assert any("invented data" in problem.message.en for problem in problems)


def test_a_document_of_the_same_number_is_no_decoy(tmp_path: Path) -> None:
    real = row("central_documents", number="99-NQ/TW", issued="2023-05-01")
    cited = row("provincial_facts", object_number="59-NQ/TW")
    undated = row("decoys", number="59-NQ/TW", date="")
    assert problems_of(
        tmp_path,
        central_documents=[row("central_documents"), real],
        provincial_facts=[cited],
        decoys=[row("decoys"), undated],
    ) == ()  # fmt: skip


def test_a_long_value_is_cut_in_the_message(tmp_path: Path) -> None:
    problem = only(problems_of(tmp_path, officials=[row("officials", level="x" * 5000)]))
    assert problem.value == "x" * 120 + "…"


def test_a_problem_reads_as_one_line(tmp_path: Path) -> None:
    problem = only(problems_of(tmp_path, terms=[row("terms", end="31/1/2021")]))
    assert problem.told("vi") == (
        "terms.csv:2: end: “31/1/2021”: ngày không đúng dạng → viết NNNN-TT-NN, NNNN-TT hoặc NNNN"
    )
    assert problem.told("en") == (
        "terms.csv:2: end: “31/1/2021”: not a date in the form asked for "
        "→ write YYYY-MM-DD, YYYY-MM or YYYY"
    )
