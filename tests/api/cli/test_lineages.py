"""trace in counts and pages, stale, coverage by ways, matrix, compare on the register."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.api.cli.conftest import Run

BOM = "\ufeff"


def rows_of(text: str) -> list[dict[str, str]]:
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))


def test_without_new_options_the_tree_stays_as_it_was(run: Run) -> None:
    tree = run("trace", "57-NQ/TW").stdout
    assert "├─ thực hiện Nghị quyết 03/NQ-CP" in tree
    assert set(json.loads(run("trace", "57-NQ/TW", "--format", "json").stdout)) == {
        *("root", "down", "as_of", "depth", "standing", "nodes", "documents", "by_level", "units")
    }


def test_filters_list_documents_and_say_how_many_they_hide(run: Run) -> None:
    whole = json.loads(run("trace", "57-NQ/TW", "--limit", "1", "--format", "json").stdout)
    assert whole["outline"]["hidden"] == 0
    args = ("trace", "57-NQ/TW", "--type", "ke hoach", "--level", "tỉnh")
    found = json.loads(run(*args, "--format", "json").stdout)
    outline = found["outline"]
    assert 0 < outline["documents"] == whole["outline"]["documents"] - outline["hidden"]
    assert {row["document"]["type_vi"] for row in found["page"]["rows"]} == {"Kế hoạch"}
    assert {row["document"]["level"] for row in found["page"]["rows"]} == {"province"}
    assert all(row["ties"][0]["evidence"] for row in found["page"]["rows"])
    assert f"bị bộ lọc ẩn: {outline['hidden']}" in run(*args).stdout


def test_a_province_stands_for_what_went_into_it(run: Run) -> None:
    def numbers(name: str) -> set[str]:
        args = ("trace", "57-NQ/TW", "--province", name, "--format", "json")
        rows = json.loads(run(*args).stdout)["page"]["rows"]
        return {row["document"]["spelling"] for row in rows}

    assert "29/KH-UBND@Nam Định@2025" in numbers("Ninh Bình")
    assert "29/KH-UBND@Nam Định@2025" in numbers("Ninh Bình@34")
    assert numbers("Ninh Bình@63") == set()
    assert numbers("tỉnh nam dinh") == {"29/KH-UBND@Nam Định@2025"}


def test_groups_are_counted_and_nothing_is_expanded(run: Run) -> None:
    args = ("trace", "57-NQ/TW", "--group", "unit")
    found = json.loads(run(*args, "--format", "json").stdout)
    assert found["page"] is None
    groups = found["outline"]["groups"]
    assert sum(group["documents"] for group in groups) == found["outline"]["documents"]
    shown = run(*args).stdout
    assert "Cà Mau (bộ 63)" in shown
    assert "Cà Mau (bộ 34)" in shown
    written = rows_of(run(*args, "--format", "csv").stdout)
    assert [row["unit_iri"] for row in written] == [group["unit_iri"] or "" for group in groups]
    levels = run("trace", "57-NQ/TW", "--group", "level").stdout
    assert "(không thuộc tỉnh nào)" not in levels


def test_pages_follow_one_another_by_cursor(run: Run) -> None:
    iris: list[str] = []
    cursor: tuple[str, ...] = ()
    while True:
        found = json.loads(
            run("trace", "57-NQ/TW", "--limit", "30", *cursor, "--format", "json").stdout
        )
        page = found["page"]
        assert page["before"] == len(iris)
        iris += [row["document"]["iri"] for row in page["rows"]]
        if page["next"] is None:
            break
        cursor = ("--cursor", page["next"])
    assert len(set(iris)) == len(iris) == page["total"]
    assert f"--cursor {cursor[1]}" in run("trace", "57-NQ/TW", "--limit", "60").stdout
    second = run("trace", "57-NQ/TW", "--limit", "30", "--page", "2", "--format", "csv").stdout
    assert [row["iri"] for row in rows_of(second)] == iris[30:60]


def test_upwards_a_relation_is_told_from_what_is_rested_on(run: Run) -> None:
    shown = run("trace", "25/KH-UBND@Thái Nguyên@2025", "--up", "--limit", "9").stdout
    line = next(line for line in shown.splitlines() if line.startswith("Nghị quyết 57-NQ/TW"))
    assert "được thực hiện bằng" in line
    assert "→" not in line


def test_stale_keeps_its_three_lists_apart(run: Run) -> None:
    args = ("stale", "--as-of", "2026-11-27")
    found = json.loads(run(*args, "--format", "json").stdout)
    sure, possible = found["surely"], found["possibly"]
    assert sure["documents"] == len(sure["rows"]) > 0
    assert possible["documents"] == len(possible["rows"]) > 0
    shown = run(*args).stdout
    assert f"Chắc chắn: {sure['documents']} văn bản" in shown
    assert f"Có thể (ngày tháng chưa đủ rõ để kết luận): {possible['documents']} văn bản" in shown
    assert "nay là: Quy định 208-QĐ/TW" in shown
    assert "Có thể" not in run(*args, "--list", "surely").stdout
    written = rows_of(run(*args, "--format", "csv").stdout)
    assert {row["list"] for row in written} == {"surely", "possibly"}
    chain = next(row for row in written if row["spelling"] == "97-QĐ/TW@XIII")
    assert (chain["chain"], chain["since_least"]) == (
        "Quy định 97-QĐ/TW > Quy định 24-QĐ/TW",
        "2025-01-20",
    )


def test_stale_is_chosen_by_level_and_province(run: Run) -> None:
    args = ("stale", "--as-of", "2026-11-27", "--province", "Đà Nẵng", "--list", "surely")
    found = json.loads(run(*args, "--format", "json").stdout)["surely"]
    assert {row["document"]["unit"] for row in found["rows"]} == {"Đà Nẵng"}
    assert found["by_level"] == {"province": found["documents"]}
    assert (
        json.loads(run("stale", "--as-of", "2000-01-01", "--format", "json").stdout)["surely"][
            "documents"
        ]
        == 0
    )


def test_coverage_says_how_deep_and_on_which_corpus(run: Run) -> None:
    found = json.loads(run("coverage", "57-NQ/TW", "--format", "json").stdout)
    rows = {row["unit"]: row for row in found["units"]}
    assert (rows["Hồ Chí Minh"]["deepest"], rows["Huế"]["deepest"]) == ("commune", None)
    assert all(row["corpus"]["sources"] for row in found["units"])
    assert found["slowest"]["unit"] == "Lâm Đồng"
    shown = run("coverage", "57-NQ/TW").stdout
    assert "Chậm nhất trong số đã biết: Lâm Đồng, +451 ngày" in shown
    written = rows_of(run("coverage", "57-NQ/TW", "--format", "csv").stdout)
    hue = next(row for row in written if row["unit"] == "Huế")
    assert int(hue["corpus_documents"]) > 0
    paged = json.loads(
        run("coverage", "57-NQ/TW", "--page", "2", "--limit", "5", "--format", "json").stdout
    )
    assert paged["units"] == found["units"][5:10]
    assert (paged["found"], paged["by_state"]) == (found["found"], found["by_state"])
    told = run("coverage", "57-NQ/TW", "--page", "2", "--limit", "5").stdout
    assert f"có văn bản: {found['by_state']['found']} ·" in told


def test_every_way_of_a_province_is_paged(run: Run) -> None:
    args = ("coverage", "57-NQ/TW", "--paths", "Đà Nẵng")
    found = json.loads(run(*args, "--format", "json").stdout)
    assert found["unit"] == "Đà Nẵng"
    lengths = [len(way["steps"]) for way in found["ways"]]
    assert lengths == sorted(lengths)
    assert lengths[-1] > 1
    first = run(*args, "--limit", "2").stdout
    assert "Xem tiếp: --page 2" in first
    assert "http" in run(*args, "--limit", "2", "--evidence").stdout
    assert len(rows_of(run(*args, "--format", "csv").stdout)) == sum(lengths)
    none = run("coverage", "57-NQ/TW", "--paths", "Huế").stdout
    assert "chưa tìm thấy trong kho này" in none


def test_a_matrix_tells_four_states_and_totals(run: Run) -> None:
    args = ("matrix", "57-NQ/TW", "36-NQ/TW@2018", "--units", "63")
    found = json.loads(run(*args, "--format", "json").stdout)
    assert len(found["rows"]) == 63
    assert [len(row["cells"]) for row in found["rows"]] == [2] * 63
    assert found["totals"][1]["in_scope"] == 28
    shown = run(*args).stdout
    assert "ngoài phạm vi" in shown
    assert "không có nghĩa là chưa thực hiện" in shown
    assert f"{found['totals'][1]['found']} trên 28 tỉnh, thành phố thuộc phạm vi" in shown
    assert len(rows_of(run(*args, "--format", "csv").stdout)) == 126


def test_two_resolutions_are_compared(run: Run) -> None:
    args = ("compare", "57-NQ/TW", "29-NQ/TW@2013")
    found = json.loads(run(*args, "--format", "json").stdout)
    parts = (found["both"], found["only_first"], found["only_second"], found["neither"])
    assert sum(map(len, parts)) == 34
    assert f"Cả hai: {len(found['both'])}" in run(*args).stdout
    assert len(rows_of(run(*args, "--format", "csv").stdout)) == 68


def test_two_provinces_are_compared(run: Run) -> None:
    args = ("compare", "Hà Nội", "hai phong")
    found = json.loads(run(*args, "--format", "json").stdout)
    assert (found["first"], found["second"]) == ("Hà Nội", "Hải Phòng")
    assert found["both"] + found["only_first"] + found["only_second"] == found["total"]
    states = [(row["first"]["state"], row["second"]["state"]) for row in found["rows"]]
    assert all("found" in pair for pair in states)
    shown = run(*args, "--limit", "3").stdout
    assert f"1–3 / {found['total']}" in shown
    assert len(rows_of(run(*args, "--format", "csv").stdout)) == 2 * len(found["rows"])
    assert "Ninh Bình" in run("compare", "Hà Nam", "Hà Nội").stdout


@pytest.mark.parametrize(
    ("args", "offered"),
    [
        (("trace", "57-NQ/TW", "--type", "thư tình"), "Chương trình hành động"),
        (("trace", "57-NQ/TW", "--level", "sao Hỏa"), "province"),
        (("trace", "57-NQ/TW", "--relation", "cites"), "basedOn"),
        (("trace", "57-NQ/TW", "--province", "Atlantis"), "Hà Tĩnh"),
        (("trace", "57-NQ/TW", "--province", "Hà Nội@61"), "63"),
        (("trace", "57-NQ/TW", "--cursor", "document/none"), "trang đầu"),
        (("trace", "57-NQ/TW", "--certainty", "maybe"), "stated"),
        (("trace", "57-NQ/TW", "--group", "color"), "level"),
        (("stale", "--as-of", "mai"), "2022-08-18"),
        (("stale", "--list", "all"), "possibly"),
        (("coverage", "57-NQ/TW", "--paths", "Atlantis"), "Hà Tĩnh"),
        (("matrix", "57-NQ/TW", "--units", "64"), "34"),
        (("compare", "Hà Nội", "Atlantis"), "Hà Tĩnh"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(
    run: Run, args: tuple[str, ...], offered: str
) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Lỗi: ")
    assert offered in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("trace", "57-NQ/TW", "--in-force", "--certainty", "stated", "--evidence"),
        ("trace", "57-NQ/TW", "--group", "level"),
        ("stale",),
        ("coverage", "36-NQ/TW@2018"),
        ("coverage", "57-NQ/TW", "--paths", "Đà Nẵng"),
        ("matrix", "57-NQ/TW", "29-NQ/TW@2013"),
        ("compare", "57-NQ/TW", "29-NQ/TW@2013"),
        ("compare", "Hà Nội", "Hải Phòng"),
    ],
)
def test_every_answer_is_told_in_english_too(run: Run, args: tuple[str, ...]) -> None:
    result = run("--lang", "en", *args)
    assert result.exit_code == 0
    assert not [heading for heading in _VIETNAMESE if heading in result.stdout]


#: Words of ours, which no title or name of the register holds.
_VIETNAMESE = (
    *(
        "chưa rõ hiệu lực",
        "chưa thấy",
        "ngoài phạm vi",
        "trung vị",
        "Số ngày",
        "Ban hành ",
        "Bên dưới",
    ),
    *("Trong kho", "Cả hai", "nay là", "còn hiệu lực", "suy ra", "Xem tiếp", "bị bộ lọc"),
)
