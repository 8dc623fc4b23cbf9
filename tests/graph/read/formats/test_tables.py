"""Registers as tables, Markdown and JSON lines: what becomes of rows, headings and lines."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

import pytest
import xlwt  # type: ignore[import-untyped]

from graph.errors import InputError
from graph.model import PartialDate
from graph.read.article import Hints, article_of, pieces_of, read_article
from graph.read.formats.sheets import xlsx_book

HEAD = ["TT", "Số, ký hiệu", "Loại văn bản", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu"]
ROW = ["1", "12-KH/TU", "Kế hoạch", "5/3/2018", "Tỉnh ủy Hà Tĩnh", "Về tổ chức bộ máy"]
SHARED = "(shared)"
TOLD = "Kế hoạch số 12-KH/TU ngày 5-3-2018 của Tỉnh ủy Hà Tĩnh “Về tổ chức bộ máy”"


def text(content: bytes | str, name: str, **columns: str) -> str:
    given = content.encode() if isinstance(content, str) else content
    return article_of(given, "x", place=name, hints=Hints(columns=tuple(columns.items()))).text


def xlsx(*rows: list[str], shared: str = "", replaced: tuple[str, str] = ("", "")) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    told = ""
    for number, row in enumerate(rows, start=1):
        cells = ""
        for at, cell in enumerate(row):
            place = f"{chr(65 + at)}{number}"
            plain = f'<c r="{place}"><v>{cell}</v></c>'
            shown = f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            told_once = f'<c r="{place}" t="s"><v>0</v></c>'
            cells += (
                told_once
                if cell == SHARED
                else plain
                if cell.isdecimal()
                else shown
                if cell
                else ""
            )
        told += f'<row r="{number}">{cells}</row>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("xl/workbook.xml", f'<workbook xmlns="{space}"/>')
        sheet = f'<worksheet xmlns="{space}"><sheetData>{told}</sheetData></worksheet>'
        sheet = sheet.replace(*replaced, 1)
        file.writestr("xl/worksheets/sheet1.xml", sheet)
        once = f'<sst xmlns="{space}"><si><t>{shared[:1]}</t><r><t>{shared[1:]}</t></r></si></sst>'
        file.writestr("xl/sharedStrings.xml", once)
    return out.getvalue()


def xls(*rows: Sequence[object], first_empty: bool = False) -> bytes:
    """Return a workbook of Excel 97; days are cells of dates."""
    book = xlwt.Workbook()
    if first_empty:
        book.add_sheet("Trống")
    sheet, day = book.add_sheet("Sổ"), xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write(number, at, cell, day)
            else:
                sheet.write(number, at, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["so.xls", "so.bin"])
def test_a_register_of_old_excel_is_told_as_one_of_new(name: str) -> None:
    row = [1, *ROW[1:3], date(2018, 3, 5), *ROW[4:]]
    told = text(xls(HEAD, row, first_empty=name == "so.bin"), name).split("\n")
    assert told[1].startswith(TOLD)
    named = text(xls(["TT", "Mã", "Ngày"], [1, "12-KH/TU", 43164]), name, number="Mã")
    assert "Văn bản số 12-KH/TU ngày 5-3-2018" in named


def test_a_number_dressed_as_a_day_does_not_take_the_register_with_it() -> None:
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sổ")
    for at, heading in enumerate(("Số ký hiệu", "Ngày")):
        sheet.write(0, at, heading)
        sheet.write(1, at, ("12-KH/TU", 99_999_999)[at], day)
    out = io.BytesIO()
    book.save(out)
    assert "số 12-KH/TU ngày 99999999" in text(out.getvalue(), "so.xls")


def test_an_xls_for_which_memory_does_not_suffice_is_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def short(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("graph.read.formats.xls.xlrd.open_workbook", short)
    with pytest.raises(MemoryError):
        article_of(xls(list(HEAD)), "x", place="so.xls")


def test_an_xls_that_is_damaged_or_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = xls(list(HEAD), list(ROW))
    for broken in (sound[:600], sound[:1500] + b"\xff" * 400 + sound[1900:], sound[:-2048]):
        with pytest.raises(InputError, match=r"XLS|headings"):
            article_of(broken, "x", place="so.xls")
    monkeypatch.setattr("graph.read.formats.xls._MOST_LETTERS", 50)
    with pytest.raises(InputError, match="XLS"):
        article_of(sound, "x", place="so.xls")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_row_of_a_register_is_the_line_of_its_number(separator: str) -> None:
    rows = [["Sổ văn bản"], HEAD, ROW, ["2", "", "không số", "", "", ""]]
    quoted = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    lines = text(quoted, "so.csv").split("\n")
    assert lines[2] == f"{TOLD}."
    assert lines[3].split() == ["2", "không", "số"]


def test_headings_are_known_without_tone_marks_or_named_from_outside() -> None:
    assert text("so ky hieu;ngay ban hanh\n12-KH/TU;2018-03-05", "so.csv").endswith(
        "Văn bản số 12-KH/TU ngày 5-3-2018."
    )
    told = text("Mã;Khi nào\n12-KH/TU;5/3/2018", "so.csv", number="Mã", issued="Khi nào")
    assert told.endswith("Văn bản số 12-KH/TU ngày 5-3-2018.")
    for columns in ({}, {"number": "Không có"}):
        with pytest.raises(InputError) as caught:
            text("Mã;Khi nào\n12-KH/TU;5/3/2018", "so.csv", **columns)
        assert "Mã, Khi nào" in caught.value.message.vi
        assert caught.value.place == "so.csv:1"


def test_relations_of_a_row_are_told_each_in_its_sentence() -> None:
    lines = text(f"{';'.join(HEAD)};Thực hiện;Thay thế\n{';'.join(ROW)};18-NQ/TW;3-KH/TU", "a.csv")
    assert lines.split("\n")[1] == (
        f"{TOLD}. Kế hoạch số 12-KH/TU thực hiện 18-NQ/TW. Kế hoạch số 12-KH/TU thay thế 3-KH/TU."
    )


@pytest.mark.parametrize("heading", ["Độ mật", "Mức độ mật", "do mat"])
def test_a_row_that_is_marked_secret_refuses_the_register(heading: str) -> None:
    def register(mark: str) -> str:
        return f"Số ký hiệu;Ngày;{heading}\n1-KH/TU;1/5/2018;Không\n2-KH/TU;1/5/2018;{mark}"

    for mark in ("Mật", "MẬT", "Tối mật", "tuyet mat"):
        with pytest.raises(InputError) as caught:
            text(register(mark), "so.csv")
        assert "dòng 3" in caught.value.message.vi
    for mark in ("", "Thường", "Không mật"):
        assert "2-KH/TU" in text(register(mark), "so.csv")


def test_a_sheet_keeps_its_rows_and_dates() -> None:
    lines = text(xlsx(HEAD, [*ROW[:3], "43164", *ROW[4:]]), "so.xlsx").split("\n")
    assert lines[1] == f"{TOLD}."


def test_a_shared_text_is_told_in_each_cell_but_not_without_end() -> None:
    rows = [HEAD, *([*ROW[:5], SHARED] for _ in range(20))]
    assert text(xlsx(*rows, shared="Về quy hoạch"), "so.xlsx").count("“Về quy hoạch”") == 20
    with pytest.raises(InputError) as caught:
        xlsx_book(xlsx(*rows, shared="a" * (1 << 20)), "so.xlsx")
    assert "bom nén" in caught.value.message.vi


def test_markdown_loses_its_marks() -> None:
    told = text(
        "---\ntitle: x\n---\n# Kế hoạch\n\n**Tỉnh ủy** ban hành [Kế hoạch 12-KH/TU](http://x)\n"
        "> _Nghị quyết_ 18-NQ/TW\n\n| a | b |\n|---|---|\n| một | hai |\n",
        "x.md",
    )
    assert [line for line in told.split("\n") if line] == [
        *("Kế hoạch", "Tỉnh ủy ban hành Kế hoạch 12-KH/TU", "Nghị quyết 18-NQ/TW"),
        *("a\tb", "một\thai"),
    ]


def test_rules_and_comments_of_markdown_are_read_in_one_pass() -> None:
    for wrong in ("-" * 100_000 + "x", "<!--" * 100_000):
        assert text(f"# Kế hoạch\n{wrong}", "x.md").endswith(wrong)
    told = text("a<!-- một\n-->b\n| - | * |\n***\n:---|---:\n- c<!-- hai", "x.md")
    assert told.split() == ["ab", "-", "*", "-", "c<!--", "hai"]


def test_a_json_line_is_read_without_the_lines_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bài.jsonl"
    file.write_text('{"text": "một"}\n{"text": "hai"}\n', "utf-8")
    pieces = pieces_of(file)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("all was read"))
    assert [read_article(piece).text for piece in pieces] == ["một", "hai"]


def test_each_json_line_is_a_text_with_what_it_says_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "bài.jsonl"
    one = {
        "name": "một",
        "text": "Nghị quyết 18-NQ/TW",
        "published": "2018-05-01",
        "url": "http://x",
    }
    file.write_text(f"{json.dumps(one)}\n\n{{}}\n" + '{"content": "Chỉ thị 05-CT/TW"}', "utf-8")
    first, wrong, last = pieces_of(file)
    article = read_article(first)
    assert (article.identifier, article.published) == ("một", PartialDate(2018, 5, 1))
    assert read_article(last).identifier == "bài-4"
    with pytest.raises(InputError) as caught:
        read_article(wrong)
    assert caught.value.place == f"{file}:3"


@pytest.mark.parametrize("field", ["text", "title", "name", "publisher"])
def test_half_a_letter_in_a_json_line_is_told(field: str) -> None:
    line = json.dumps({"text": "Nghị quyết 18-NQ/TW", field: "Nghị \ud83d quyết"})
    with pytest.raises(InputError) as caught:
        article_of(line.encode(), "x", place="x.jsonl:1")
    assert (caught.value.place, caught.value.remedy is None) == ("x.jsonl:1", False)
    whole = json.dumps({"text": "Nghị quyết \U0001f600"})
    assert text(whole, "x.jsonl") == "Nghị quyết \U0001f600"


def test_numbers_of_any_length_are_no_days_and_no_places() -> None:
    figures = "9" * 5000
    assert figures in text(f"Số ký hiệu;Ngày\n12-KH/TU;{figures}", "so.csv")
    cells = {'r="1"': f'r="{figures}"', "<v>0</v>": f"<v>{figures}</v>"}
    for sound, wrong in cells.items():
        assert xlsx_book(xlsx([SHARED, "so"], shared="a", replaced=(sound, wrong)), "so.xlsx")


def test_a_file_that_is_one_text_is_one_piece(tmp_path: Path) -> None:
    assert pieces_of(tmp_path / "x.txt") == (tmp_path / "x.txt",)
    assert pieces_of(tmp_path / "none.jsonl") == (tmp_path / "none.jsonl",)
