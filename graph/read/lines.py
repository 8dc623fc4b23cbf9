"""A CSV file as rows of cells, each line on its own: one bad line never takes others with it.

A cell may not hold a line break, so every line of the file is one row; an unclosed quotation
mark is then an error of its own line and does not swallow the rest.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import RowProblem, Text

_BOM = b"\xef\xbb\xbf"
_LONGEST_SHOWN = 120
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class RawRow:
    """The cells of one line by column name: NFC, outer spaces dropped."""

    line: int
    cells: dict[str, str]


def shown(value: str) -> str:
    """Return a value fit for a message: short, its unseen characters spelled out."""
    cut = value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"
    return "".join(f"\\u{ord(c):04x}" if unicodedata.category(c) in _UNSEEN else c for c in cut)


def read_lines(
    path: Path, columns: tuple[str, ...]
) -> tuple[list[RawRow] | None, list[RowProblem]]:
    """Read a file whose first line names exactly `columns`, in any order.

    Returns None for the rows when the file or its first line cannot be used; otherwise all
    lines that could be cut into sound cells, and the problems of the others.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        return None, [_unreadable(path.name, error)]
    first, *rest = content.removeprefix(_BOM).split(b"\n")
    try:
        names = [unicodedata.normalize("NFC", name).strip() for name in _cut(first)]
    except _Fault as fault:
        return None, [fault.at(path.name, 1)]
    if wrong := list(_wrong_header(path.name, names, columns)):
        return None, wrong
    return _rows(path.name, rest, names)


def _rows(file: str, lines: list[bytes], names: list[str]) -> tuple[list[RawRow], list[RowProblem]]:
    rows: list[RawRow] = []
    problems: list[RowProblem] = []
    for line, content in enumerate(lines, start=2):
        if not content.strip():
            continue
        try:
            cells = _matched(_cut(content), names)
        except _Fault as fault:
            problems.append(fault.at(file, line))
            continue
        unseen = [_unseen(name, cell).at(file, line) for name, cell in cells.items() if _has(cell)]
        problems += unseen
        if not unseen:
            rows.append(RawRow(line, cells))
    return rows, problems


class _Fault(Exception):
    """What is wrong with one line, before its place is known."""

    def __init__(self, column: str, value: str, message: Text, remedy: Text) -> None:
        super().__init__(message.en)
        self.column, self.value, self.message, self.remedy = column, value, message, remedy

    def at(self, file: str, line: int) -> RowProblem:
        """Return the problem with its place."""
        return RowProblem(file, line, self.column, shown(self.value), self.message, self.remedy)


def _cut(content: bytes) -> list[str]:
    try:
        line = content.removesuffix(b"\r").decode("utf-8")
    except UnicodeDecodeError as error:
        raise _Fault(
            "",
            content.decode("utf-8", errors="replace"),
            Text(
                f"không phải UTF-8 (byte thứ {error.start + 1} của dòng)",
                f"not UTF-8 (byte {error.start + 1} of the line)",
            ),
            Text("lưu lại tệp với bảng mã UTF-8", "save the file as UTF-8"),
        ) from error
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error as error:
        raise _Fault(
            "",
            line,
            Text("dấu nháy kép hoặc ô không khép kín", "a quotation mark or cell is not closed"),
            Text(
                "đặt ô có dấu phẩy trong nháy kép, nháy kép bên trong viết đôi, mỗi hàng một dòng",
                "quote a cell with commas, double the quotation marks inside, one row to a line",
            ),
        ) from error


def _matched(cells: list[str], names: list[str]) -> dict[str, str]:
    if len(cells) != len(names):
        short = len(cells) < len(names)
        raise _Fault(
            names[len(cells)] if short else names[-1],
            "" if short else ",".join(cells[len(names) :]),
            Text(
                f"dòng có {len(cells)} ô, bảng có {len(names)} cột",
                f"the line has {len(cells)} cells, the table {len(names)} columns",
            ),
            Text(
                "thêm hoặc bớt dấu phẩy; ô có dấu phẩy phải đặt trong nháy kép",
                "add or remove commas; a cell with a comma must be quoted",
            ),
        )
    normal = (unicodedata.normalize("NFC", cell).strip(" \t\u00a0") for cell in cells)
    return dict(zip(names, normal, strict=True))


def _has(cell: str) -> bool:
    return any(unicodedata.category(c) in _UNSEEN for c in cell)


def _unseen(name: str, cell: str) -> _Fault:
    return _Fault(
        name,
        cell,
        Text("có ký tự điều khiển hoặc ký tự ẩn", "holds a control or unseen character"),
        Text("xóa ký tự ghi ở dạng \\u….", "delete the character spelled \\u…."),
    )


def _unreadable(file: str, error: OSError) -> RowProblem:
    missing = isinstance(error, FileNotFoundError)
    return RowProblem(
        file,
        1,
        "",
        "",
        Text("thiếu tệp này", "the file is missing")
        if missing
        else Text(f"không mở được tệp ({error.strerror})", f"cannot open it ({error.strerror})"),
        Text(
            "đặt lại tệp; bảng trống thì chỉ giữ dòng tên cột",
            "put the file back; an empty table keeps its line of column names",
        )
        if missing
        else Text("kiểm tra quyền đọc", "check that it can be read"),
    )


def _wrong_header(file: str, names: list[str], columns: tuple[str, ...]) -> Iterator[RowProblem]:
    expected = ", ".join(columns)
    remedy = Text(f"dòng đầu phải có các cột: {expected}", f"the first line must name: {expected}")
    for name, count in Counter(names).items():
        if name not in columns:
            what = Text("cột không có trong bảng này", "this table has no such column")
        elif count > 1:
            what = Text(f"cột viết {count} lần", f"the column stands {count} times")
        else:
            continue
        yield RowProblem(file, 1, shown(name), shown(name), what, remedy)
    for name in columns:
        if name not in names:
            yield RowProblem(file, 1, name, "", Text("thiếu cột", "the column is missing"), remedy)
