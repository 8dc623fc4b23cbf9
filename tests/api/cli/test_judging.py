"""impact, path, responsible, changes, conflicts on the register."""

from __future__ import annotations

import json

import pytest

from tests.api.cli.conftest import Run

BOM = "\ufeff"
ASKED = [
    ("impact", "57-NQ/TW", "--on", "2026-11-27"),
    ("path", "80-QĐ/TW", "105-QĐ/TW"),
    ("responsible", "01-KL/BTCTW"),
    ("changes", "--since", "1-1-2022", "--until", "31-12-2022"),
    ("conflicts",),
]


@pytest.mark.parametrize("args", ASKED)
def test_every_answer_is_text_json_and_csv(run: Run, args: tuple[str, ...]) -> None:
    text = run(*args)
    assert (text.exit_code, text.stderr) == (0, "")
    assert json.loads(run(*args, "--format", "json").stdout)
    table = run(*args, "--format", "csv").stdout
    assert table.startswith(BOM)
    _, *rows = table.splitlines()
    assert rows
    assert not [row for row in rows if row.startswith(("=", "+", "-", "@"))]
    assert run(*args, "--lang", "en").stdout != text.stdout


def test_impact_counts_first_and_pages(run: Run) -> None:
    first = run("impact", "57-NQ/TW", "--on", "27-11-2026", "--limit", "3").stdout
    assert "Nếu văn bản này hết hiệu lực từ ngày 27-11-2026:" in first
    assert "văn bản không còn căn cứ nào khác còn hiệu lực" in first
    assert first.index("Theo cấp") < first.index("Theo địa phương") < first.index("Từng văn bản")
    assert "Trang sau: --after 3" in first
    told = json.loads(
        run("impact", "57-NQ/TW", "--limit", "3", "--after", "3", "--format", "json").stdout
    )
    assert (told["before"], len(told["rows"])) == (3, 3)
    assert {row["fate"] for row in told["rows"]} <= {"bare", "open", "kept"}
    none = run("impact", "27-NQ/TW@XII", "--on", "27-11-2026")
    assert "không có văn bản nào đang dựa vào" in none.stdout


def test_a_path_is_told_in_sentences_with_days(run: Run) -> None:
    told = run("path", "105-QĐ/TW", "80-QĐ/TW").stdout
    assert "80-QĐ/TW thay thế Quy định 105-QĐ/TW (ngày 18-8-2022, sau 1.703 ngày)" in told
    english = run("path", "105-QĐ/TW", "80-QĐ/TW", "--lang", "en").stdout
    assert "replaces Quy định 105-QĐ/TW (18 August 2022, 1,703 days later)" in english
    assert "http" in run("path", "105-QĐ/TW", "80-QĐ/TW", "--evidence").stdout


def test_no_path_says_so_and_what_is_near(run: Run) -> None:
    result = run("path", "57-NQ/TW", "105-QĐ/TW")
    assert result.exit_code == 1
    assert "Kho này không ghi mối liên hệ nào" in result.stdout
    assert "gần nhất:" in result.stdout
    same = run("path", "57-NQ/TW", "57-NQ/TW")
    assert (same.exit_code, "cùng một văn bản" in same.stdout) == (0, True)


def test_responsible_keeps_three_kinds_apart(run: Run) -> None:
    told = run("responsible", "01-KL/BTCTW").stdout
    titles = ("Người ký", "Được giao trong văn bản", "Người đứng đầu cơ quan vào ngày 16-3-2021")
    places = [told.index(title) for title in titles]
    assert places == sorted(places)
    assert "Không suy ra được" in told
    assert "Chỉ có khoảng thời gian chưa kiểm chứng: Phạm Minh Chính" in told
    shown = run("responsible", "01-KL/BTCTW", "--on", "2-7-2018").stdout
    assert "Phạm Minh Chính · nguồn cho thấy giữ chức vụ đúng ngày đó" in shown


def test_changes_keep_two_clocks_apart(run: Run) -> None:
    told = run("changes", "--since", "1-1-2022", "--until", "31-12-2022").stdout
    recorded, dated = told.split("Theo ngày của văn bản")
    assert "Theo thời điểm ghi vào kho" in recorded
    assert "Không có gì." in recorded
    assert "18-8-2022 · Quy định 105-QĐ/TW" in dated
    today = run("changes", "--since", "1-1-2026", "--limit", "1").stdout
    assert "Sổ văn bản Trung ương" in today
    assert "lần đầu được ghi" in today


def test_conflicts_can_be_asked_by_kind(run: Run) -> None:
    told = run("conflicts", "--kind", "same_number").stdout
    assert "Kết luận 12-KL/TW" in told
    assert "Các nguồn không thống nhất" not in told.splitlines()[0]
    every = run("conflicts", "--limit", "1").stdout
    assert every.count("Không có.") >= 1
    assert "(đang lấy)" in every


@pytest.mark.parametrize(
    "args",
    [
        ("impact", "57-NQ/TW", "--on", "30-2-2020"),
        ("impact", "57-NQ/TW", "--after", "x"),
        ("impact", "57-NQ/TW", "--limit", "0"),
        ("path", "57-NQ/TW"),
        ("path", "18-NQ/TW", "57-NQ/TW"),
        ("changes",),
        ("changes", "--since", "hôm qua"),
        ("conflicts", "--kind", "none"),
    ],
)
def test_what_cannot_be_answered_as_put_exits_2(run: Run, args: tuple[str, ...]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "→" in result.stderr
