"""Marks of secrecy where no row is read: further sheets, heads of pages, boxes, fields."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from html import escape

import pytest
import xlwt  # type: ignore[import-untyped]

from graph.errors import InputError
from graph.read.article import article_of
from graph.read.formats.biff import written_apart

HEAD, ROW = ["Số ký hiệu", "Ngày"], ["12-KH/TU", "5/3/2018"]
REGISTER = [HEAD, ROW]
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

Rows = Sequence[Sequence[str]]

MARKED: list[Rows] = [
    [["TỈNH ỦY HÀ TĨNH", "MẬT"], ["Danh mục"]],
    [["TT", "Tên", "Độ mật"], ["1", "Kế hoạch", "Thường"], ["2", "Phương án", "Tối mật"]],
    [["Tài liệu lưu hành nội bộ"]],
    [["TT", "Độ mật"], ["1", "Mật"], ["2", "Tối mật"], ["3", "Tuyệt mật"]],
    [["Tên", "Độ mật"], ["Đề án", "Mật"], ["Sơ đồ", "Tối mật"], ["Phương án", "Tuyệt mật"]],
    [["1", "MẬT"], ["2", "TỐI MẬT"], ["3", "TUYỆT MẬT"]],
    [["MẬT"], ["Danh mục một"], ["TỐI MẬT"], ["Danh mục hai"], ["TUYỆT MẬT"]],
]
FREE: list[Rows] = [
    [],
    [["Tuyệt mật"], ["Tối mật"], ["MẬT"], ["Thường"]],
    [["Độ mật"], ["Thường"], ["Mật"], ["Tối mật"], ["Tuyệt mật"]],
    [["Độ mật:", "Mật", "Tối mật", "Tuyệt mật"]],
    [["TT", "Độ mật"], ["1", "Thường"], ["2", "Không"]],
    [["Hướng dẫn bảo mật"], ["Mật khẩu", "đổi mỗi quý"]],
]


def xlsx(*sheets: Rows, page: str = "", drawn: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("xl/workbook.xml", f'<workbook xmlns="{_SPACE}"/>')
        for number, rows in enumerate(sheets, 1):
            cells = (
                "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row)
                for row in rows
            )
            told = "".join(f"<row>{row}</row>" for row in cells)
            foot = f"<headerFooter>{page}</headerFooter>" if number == len(sheets) else ""
            file.writestr(
                f"xl/worksheets/sheet{number}.xml",
                f'<worksheet xmlns="{_SPACE}"><sheetData>{told}</sheetData>{foot}</worksheet>',
            )
        if drawn:
            box = f'<a:p xmlns:a="{_DRAWING}"><a:r><a:t>{drawn}</a:t></a:r></a:p>'
            file.writestr("xl/drawings/drawing1.xml", box)
    return out.getvalue()


def xls(*sheets: Rows, page: str = "") -> bytes:
    book = xlwt.Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.add_sheet(f"Trang {number}")
        if page:  # the setter of the library takes bytes of ASCII alone
            sheet._Worksheet__header_str = page
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refused(content: bytes, name: str) -> str:
    with pytest.raises(InputError, match="marked") as caught:
        article_of(content, "x", place=name)
    return caught.value.message.vi


def text(content: bytes, name: str) -> str:
    return article_of(content, "x", place=name).text


@pytest.mark.parametrize("sheet", MARKED)
def test_a_mark_on_a_further_sheet_counts(sheet: Rows) -> None:
    refused(xlsx(REGISTER, sheet), "so.xlsx")
    refused(xlsx(REGISTER, [], sheet), "so.xlsx")
    refused(xls(REGISTER, sheet), "so.xls")


@pytest.mark.parametrize("sheet", FREE)
def test_levels_to_choose_from_on_a_further_sheet_are_no_marks(sheet: Rows) -> None:
    assert "12-KH/TU" in text(xlsx(REGISTER, sheet), "so.xlsx")
    assert "12-KH/TU" in text(xls(REGISTER, sheet), "so.xls")


def test_levels_to_choose_from_above_the_headings_are_no_marks() -> None:
    above = [[f"Dòng {number}"] for number in range(20)]
    levels = ["Chọn:", "MẬT", "TỐI MẬT", "TUYỆT MẬT"]
    assert "12-KH/TU" in text(xlsx([*above, levels, *REGISTER]), "so.xlsx")


def test_different_marks_on_the_pages_of_a_file_are_no_list() -> None:
    heads = "".join(
        f"<{where}>&amp;C{level}</{where}>"
        for where, level in (
            ("oddHeader", "MẬT"),
            ("evenHeader", "TỐI MẬT"),
            ("firstHeader", "TUYỆT MẬT"),
        )
    )
    assert "MẬT" in refused(xlsx(REGISTER, page=heads), "so.xlsx")


def test_a_mark_between_the_letterhead_and_the_headings_counts() -> None:
    above = [[f"Dòng {number}"] for number in range(20)]
    refused(xlsx([*above, ["", "MẬT"], *REGISTER]), "so.xlsx")


def test_a_mark_at_the_head_of_the_pages_of_a_sheet_counts() -> None:
    codes = '&amp;LSổ&amp;C&amp;"Arial,Bold"&amp;14&amp;KFF0000TỐI MẬT&amp;RTrang &amp;P'
    for where in ("oddHeader", "evenFooter", "firstHeader"):
        assert "TỐI MẬT" in refused(xlsx(REGISTER, page=f"<{where}>{codes}</{where}>"), "so.xlsx")
    assert "12-KH/TU" in text(xlsx(REGISTER, page="<oddHeader>&amp;CBảo mật</oddHeader>"), "a.xlsx")
    assert "MẬT" in refused(xls(REGISTER, page="&C&14MẬT&RTrang &P"), "so.xls")
    assert "12-KH/TU" in text(xls(REGISTER, page="&CSổ văn bản"), "so.xls")


def test_a_mark_drawn_on_a_sheet_counts() -> None:
    assert "TUYỆT MẬT" in refused(xlsx(REGISTER, drawn="TUYỆT MẬT"), "so.xlsx")
    assert "12-KH/TU" in text(xlsx(REGISTER, drawn="Mẫu sổ"), "so.xlsx")


def test_a_box_in_old_excel_is_told_in_either_letters_and_broken_records_end() -> None:
    def record(kind: int, held: bytes) -> bytes:
        return kind.to_bytes(2, "little") + len(held).to_bytes(2, "little") + held

    box = record(0x1B6, bytes(18)) + record(0x3C, b"\x01" + "TỐI MẬT".encode("utf-16-le"))
    assert written_apart(box, "cp1258") == ["TỐI MẬT"]
    assert written_apart(record(0x1B6, b"") + record(0x3C, b"\x00stamp"), "cp1258") == ["stamp"]
    assert written_apart(record(0x3C, b"\x00cells"), "cp1258") == []
    old = record(0x0809, b"\x00\x05\x05\x00") + record(0x14, b"\x05&Chai")
    assert written_apart(old, "cp1258") == ["hai"]
    for end in range(len(box)):
        written_apart(box[:end], "cp1258")


@pytest.mark.parametrize("field", ["secrecy", "do_mat", "Độ mật"])
def test_a_json_line_that_tells_its_level_is_refused(field: str) -> None:
    def line(level: str) -> bytes:
        return json.dumps({"text": "Kế hoạch 12-KH/TU", field: level}).encode()

    refused(line("Tối mật"), "x.jsonl:1")
    assert text(line("Thường"), "x.jsonl:1") == "Kế hoạch 12-KH/TU"
