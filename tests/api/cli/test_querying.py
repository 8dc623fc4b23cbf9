"""query: by name, by file, as text; only reading, parameters typed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import Result

from tests.api.cli.conftest import Run

CSV = ("--format", "csv")

QUESTION = """#+ name: of-number
#+ title.vi: Văn bản nào?
#+ title.en: Which documents?
#+ parameter number: string | Số | Number
#+ column label: Tên văn bản | Name of the document
SELECT ?label WHERE {
  #+ values
  ?d cas:number ?number ; rdfs:label ?label
}"""


def test_without_a_question_the_library_is_listed(run: Run) -> None:
    result = run("query")
    assert result.exit_code == 0
    assert "issuer-and-date" in result.stdout
    assert "document=document" in result.stdout


def test_a_question_by_name_with_a_document(run: Run) -> None:
    result = run("query", "issuer-and-date", "--param", "document=57-NQ/TW")
    assert result.exit_code == 0
    for part in ("Cơ quan ban hành", "Bộ Chính trị", "22-12-2024", "1 kết quả"):
        assert part in result.stdout


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0
    return list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"), newline="")))


def test_replacement_is_read_in_the_right_direction(run: Run) -> None:
    pairs = {(row["new"], row["old"]) for row in rows(run("query", "replacement-pairs", *CSV))}
    assert ("Quy định 80-QĐ/TW", "Quy định 105-QĐ/TW") in pairs
    assert ("Quy định 105-QĐ/TW", "Quy định 80-QĐ/TW") not in pairs


def test_lags_agree_with_the_cascade(run: Run) -> None:
    asked = ("lag-to-provinces", "--param", "document=57-NQ/TW")
    by_query = {
        (row["local"], row["unit"], row["days"])
        for row in rows(run("query", *asked, *CSV))
        if row["days"]
    }
    by_cascade = {
        (row["document"], row["unit"], row["lag_least"])
        for row in rows(run("trace", "57-NQ/TW", "--depth", "1", *CSV))
        if row["unit"] and row["lag_least"] and row["lag_least"] == row["lag_most"]
    }
    assert by_query == by_cascade
    assert len(by_query) > 20


def test_documents_of_one_number_are_three(run: Run) -> None:
    asked = ("documents-of-number", "--param", "number=18-nq/tw")
    issued = [row["issued"] for row in rows(run("query", *asked, *CSV))]
    assert issued == ["2017-10-25", "2022-06-16", "2026-07-28"]


def test_the_most_widely_implemented_come_first(run: Run) -> None:
    counts = [int(row["units"]) for row in rows(run("query", "most-widely-implemented", *CSV))]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 20


def test_a_query_is_stopped_at_its_limit_and_says_so(run: Run) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    result = run("query", endless, "--limit-seconds", "1")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "--limit-seconds 1: truy vấn chưa xong sau 1 giây" in result.stderr
    assert "tăng --limit-seconds" in result.stderr


def test_a_slip_is_placed_where_the_reader_wrote_it(run: Run) -> None:
    first = run("query", "SELECT * { ?s ?p }").stderr
    assert "sai cú pháp ở dòng 1, cột 19" in first
    assert "expected" not in first
    later = run("query", "SELECT * {\n  ?s foo:bar ?o }", "--lang", "en").stderr
    assert "at line 2, column" in later
    assert "undeclared prefix" in later
    own = run("query", "PREFIX cas: <x:> SELECT * { ?s cas:number ?o }")
    assert "0 kết quả" in own.stdout


def test_an_ambiguous_document_in_a_parameter_lists_the_documents(run: Run) -> None:
    result = run("query", "issuer-and-date", "--param", "document=18-NQ/TW")
    assert result.exit_code == 2
    assert "18-NQ/TW@XIV" in result.stderr


def test_who_held_a_post_is_answered_only_for_stated_days(run: Run) -> None:
    body = ("--param", "body=ban tổ chức trung ương")
    on = run("query", "officials-on-date", *body, "--param", "on=2018-07-02")
    assert "Phạm Minh Chính" in on.stdout
    never = run("query", "officials-on-date", *body, "--param", "on=1900-01-01")
    assert never.exit_code == 0
    assert "0 kết quả" in never.stdout


def test_a_question_in_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "of-number.rq"
    file.write_text("\ufeff" + QUESTION, encoding="utf-8")
    result = run("query", file, "--param", "number=57-NQ/TW")
    assert result.exit_code == 0
    assert "Tên văn bản" in result.stdout
    assert "Nghị quyết 57-NQ/TW" in result.stdout


def test_counting_counts_documents_once(run: Run) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?d a cas:Document }"
    distinct = "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d a cas:Document }"
    answers = {run("query", text, "--format", "csv").stdout for text in (count, distinct)}
    assert len(answers) == 1
    assert int(answers.pop().splitlines()[1]) > 400


def test_triples_are_turtle_table_and_csv(run: Run) -> None:
    text = "CONSTRUCT { ?d cas:number ?n } WHERE { ?d cas:number ?n } LIMIT 3"
    turtle = run("query", text, "--format", "ttl")
    assert "@prefix cas:" in turtle.stdout
    assert "cas:number" in turtle.stdout
    assert "3 kết quả" in run("query", text).stdout
    assert run("query", text, "--format", "csv").stdout.count("\n") == 4
    assert json.loads(run("query", text, "--format", "json").stdout)


def test_yes_or_no(run: Run) -> None:
    assert run("query", "ASK { ?d a cas:Document }").stdout.strip() == "có"
    assert run("query", "ASK { ?d a cas:Nothing }", "--lang", "en").stdout.strip() == "no"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("SELECT * { SERVICE <http://127.0.0.1:9/> {} }",), "SERVICE"),
        (("INSERT DATA { <a:a> <a:a> <a:a> }",), "chỉ được đọc"),
        (("DELETE WHERE { ?s ?p ?o }",), "chỉ được đọc"),
        (("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",), "ngoài kho"),
        (("SELECT * { ?s ?p }",), "sai cú pháp"),
        (("SELECT * {" + "(" * 200 + "}",), "tầng ngoặc"),
        (("SELECT * { ?s ?p ?o } LIMIT 1", "--format", "ttl"), "CONSTRUCT"),
        (("SELECT * { ?s ?p ?o }", "--param", "a=b"), "tham số"),
        (("issuer-and-date",), "document"),
        (("documents-of-number", "--param", "number"), "tên=giá trị"),
        (("documents-of-number", "--param", "numbre=1"), "numbre"),
        (("officials-on-date", "--param", "body=x", "--param", "on=mai"), "date"),
    ],
)
def test_what_is_refused_exits_2_and_says_why(run: Run, args: tuple[str, ...], told: str) -> None:
    result = run("query", *args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert told in result.stderr


def test_an_unknown_question_lists_the_known_ones(run: Run) -> None:
    result = run("query", "no-such-question")
    assert result.exit_code == 1
    assert "replacement-pairs" in result.stderr


def test_a_file_that_is_no_text_fails_as_input(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.rq"
    file.write_bytes(b"\xff\xfe\x00")
    assert run("query", file).exit_code == 3


def test_hostile_values_do_nothing_in_the_terminal(run: Run) -> None:
    text = r'SELECT ("\u001B[31m[red]=1+1" AS ?x) ("=cmd|\u0027x" AS ?y) {}'
    shown = run("query", text)
    assert "\x1b" not in shown.stdout
    assert "\\x1b[31m[red]=1+1" in shown.stdout
    assert run("query", text, "--format", "csv").stdout.rstrip().endswith("'=cmd|'x")
