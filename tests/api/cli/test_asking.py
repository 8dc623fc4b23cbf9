"""find, show, trace, coverage on the register."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.api.cli.conftest import Run, invoke

BOM = "\ufeff"


def test_one_number_of_three_terms_is_listed_and_not_guessed(run: Run) -> None:
    result = run("trace", "18-NQ/TW")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "“18-NQ/TW” chỉ 3 văn bản" in result.stderr
    for term, day in (("XII", "25-10-2017"), ("XIII", "16-6-2022"), ("XIV", "28-7-2026")):
        (line,) = [line for line in result.stderr.splitlines() if f"@{term} " in line]
        assert day in line
        chosen = line.split()[0]
        assert run("show", chosen).exit_code == 0


def test_a_cascade_says_that_its_root_was_replaced(run: Run) -> None:
    result = run("trace", "105-QĐ/TW", "--as-of", "2023-01-01")
    assert result.exit_code == 0
    assert "Bị thay thế bởi Quy định 80-QĐ/TW từ ngày 18-8-2022" in result.stdout.splitlines()[0]
    english = run("trace", "105-QĐ/TW", "--as-of", "1-1-2023", "--lang", "en")
    assert "80-QĐ/TW since 18 August 2022" in english.stdout


def test_before_the_day_it_was_not_replaced(run: Run) -> None:
    result = run("trace", "105-QĐ/TW", "--as-of", "2022-08-17")
    assert "Về sau: bị thay thế bởi Quy định 80-QĐ/TW từ ngày 18-8-2022\n" in result.stdout
    assert "hết hiệu lực" not in result.stdout


def test_the_cascade_of_57_shows_provinces_dates_and_lags(run: Run) -> None:
    result = run("trace", "57-NQ/TW")
    assert result.exit_code == 0
    assert "22-12-2024" in result.stdout
    assert "địa phương" in result.stdout
    assert " ngày" in result.stdout
    assert "chưa rõ" in result.stdout


def test_a_cascade_can_be_cut_off_and_turned_up(run: Run) -> None:
    whole = json.loads(run("trace", "57-NQ/TW", "--format", "json").stdout)
    cut = json.loads(run("trace", "57-NQ/TW", "--depth", "1", "--format", "json").stdout)
    assert 0 < cut["documents"] < whole["documents"]
    upward = run("trace", "680-QĐ/TU", "--up")
    assert upward.exit_code in {0, 1, 2}


def test_evidence_gives_the_addresses_of_the_sources(run: Run) -> None:
    assert "http" not in run("trace", "57-NQ/TW", "--depth", "1").stdout
    assert "http" in run("trace", "57-NQ/TW", "--depth", "1", "--evidence").stdout


@pytest.mark.parametrize(
    "args",
    [
        ("find", "chuyen doi so"),
        ("show", "57-NQ/TW"),
        ("trace", "57-NQ/TW"),
        ("trace", "57-NQ/TW", "--up"),
        ("coverage", "57-NQ/TW"),
        ("coverage", "57-NQ/TW", "--units", "63"),
        ("query", "replacement-pairs"),
        ("query", "ASK { ?s ?p ?o }"),
    ],
)
def test_every_answer_is_json_on_demand(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)


@pytest.mark.parametrize(
    "args", [("find", "57"), ("trace", "57-NQ/TW"), ("coverage", "57-NQ/TW"), ("query", "ASK {}")]
)
def test_every_table_is_csv_for_a_spreadsheet(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args, "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.startswith(BOM)
    lines = result.stdout.splitlines()
    assert len(lines) > 1
    assert not [line for line in lines if line.startswith(("=", "+", "-", "@"))]


def test_tone_marks_are_optional_in_find(run: Run) -> None:
    plain = run("find", "chuyen doi so quoc gia", "--limit", "3")
    assert plain.exit_code == 0
    assert "57-NQ/TW" in plain.stdout
    assert "18-NQ/TW@XII" in run("find", "nghi quyet 18").stdout


def test_nothing_found_is_told_and_exits_1(run: Run) -> None:
    result = run("find", "khongcogiodau")
    assert result.exit_code == 1
    assert "không tìm thấy gì" in result.stderr
    assert run("show", "9999-NQ/TW").exit_code == 1
    empty = run("find", "khongcogiodau", "--format", "json")
    assert (empty.exit_code, json.loads(empty.stdout)) == (1, [])


def test_a_document_is_shown_on_a_day(run: Run) -> None:
    result = run("show", "105-QĐ/TW", "--on", "2023-01-01", "--evidence")
    assert result.exit_code == 0
    assert "hết hiệu lực" in result.stdout
    assert "bị thay thế bởi" in result.stdout
    before = run("show", "105-QĐ/TW", "--on", "2020-01-01")
    assert "hết hiệu lực" not in before.stdout


def test_formats_for_programs_say_how_well_founded_a_relation_is(run: Run) -> None:
    traced = json.loads(run("trace", "57-NQ/TW", "--depth", "1", "--format", "json").stdout)
    assert all(one["verification"] for node in traced["nodes"] for one in node["evidence"])
    assert all(node["evidence"] for node in traced["nodes"])
    for asked in (("trace", "57-NQ/TW"), ("coverage", "57-NQ/TW")):
        head, first, *_ = run(*asked, "--format", "csv").stdout.splitlines()
        assert ",verification,relation_verification," in head
        assert len(first.split(",")) >= len(head.split(","))


def test_documents_of_new_provinces_are_told_beside_the_63(run: Run) -> None:
    told = "của tỉnh, thành phố mới (từ ngày 1-7-2025) không xếp được vào 63 đơn vị."
    assert told in run("coverage", "57-NQ/TW", "--units", "63").stdout
    assert "không xếp được" not in run("coverage", "57-NQ/TW").stdout


def test_coverage_counts_both_sets_of_units(run: Run) -> None:
    for units in ("63", "34"):
        covered = json.loads(
            run("coverage", "57-NQ/TW", "--units", units, "--format", "json").stdout
        )
        assert covered["unit_set"] == int(units)
        assert len(covered["units"]) == int(units)
        assert 0 < covered["found"] <= int(units)
    assert "trên 34 tỉnh, thành phố" in run("coverage", "57-NQ/TW").stdout


@pytest.mark.parametrize(
    "args",
    [
        ("coverage", "57-NQ/TW", "--units", "64"),
        ("trace", "57-NQ/TW", "--as-of", "hôm qua"),
        ("trace", "57-NQ/TW", "--depth", "0"),
        ("show", "57-NQ/TW", "--on", "30-2-2020"),
        ("find", "57", "--limit", "0"),
        ("find",),
        ("nothing",),
        ("trace", "57-NQ/TW", "--format", "xml"),
        ("--lang", "fr", "find", "57"),
    ],
)
def test_what_cannot_be_answered_as_put_exits_2(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Lỗi: ")
    assert "→" in result.stderr


@pytest.mark.parametrize("args", [("find", "57"), ("show", "57-NQ/TW"), ("check",), ("serve",)])
def test_a_missing_store_exits_4_and_says_what_to_do(tmp_path: Path, args: tuple[str, ...]) -> None:
    result = invoke("--store", tmp_path / "none", *args)
    assert result.exit_code == 4 or (args == ("check",) and result.exit_code == 1)
    assert "chưa có kho dữ liệu" in result.output
    assert not (tmp_path / "none").exists()


HOSTILE = ["\x1b[31mđỏ", "[red]57[/red]", "=cmd|' /C calc'!A0", "\u202e57"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_question_is_repeated_harmless(run: Run, hostile: str) -> None:
    result = run("show", hostile)
    assert result.exit_code in {1, 2}
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr


def test_a_standing_can_be_asked_strictly_and_as_known_on_a_day(run: Run) -> None:
    strict = run("show", "105-QĐ/TW", "--on", "2020-01-01", "--strict").stdout
    assert "Tính đến ngày 1-1-2020 (không giả định): chưa rõ hiệu lực\n" in strict
    assert "vì ban hành ngày 19-12-2017: không nguồn nào nêu ngày có hiệu lực." in strict
    before = run("show", "105-QĐ/TW", "--on", "2020-01-01", "--known-on", "1-1-2020").stdout
    assert "(theo những gì đã ghi đến hết ngày 1-1-2020): chưa rõ hiệu lực" in before
    assert "vì đến khi đó kho chưa ghi gì về văn bản này." in before
    told = run("show", "105-QĐ/TW", "--strict", "--known-on", "1-1-2020", "--format", "json")
    standing = json.loads(told.stdout)["standing"]
    assert (standing["known_on"], standing["strict"]) == ("2020-01-01", True)
    assert [reason["doubt"] for reason in standing["reasons"]] == ["not_recorded"]
    assert run("show", "105-QĐ/TW", "--known-on", "hôm qua").exit_code == 2
