"""Registers of documents kept as tables: each row told as sentences on a line of its own.

Line n of the text is row n of the table, so that a place in the text names the row. What a column
holds, its heading says, with or without tone marks; a mapping given from outside counts more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from graph.errors import InputError, Text
from graph.read.formats.book import HEAD, SECRECY, Book, folded, marked, unlisted
from graph.read.formats.taken import Taken

#: Kinds of columns, with the headings that name them, folded: `trich yeu` for `Trích yếu`.
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "number": ("so ky hieu", "so hieu", "so van ban", "so vb", "ky hieu", "so ky hieu van ban"),
    "type": ("loai van ban", "loai", "hinh thuc", "ten loai", "the loai", "loai vb"),
    "issued": ("ngay ban hanh", "ngay van ban", "ngay ky", "ngay thang", "ngay", "ngay thang nam"),
    "issuer": ("co quan ban hanh", "noi ban hanh", "don vi ban hanh", "cq ban hanh", "co quan"),
    "title": ("trich yeu", "trich yeu noi dung", "ten van ban", "noi dung", "tieu de", "ten"),
    "signer": ("nguoi ky", "ho ten nguoi ky"),
    "post": ("chuc vu", "chuc vu nguoi ky", "chuc danh"),
    "implements": ("thuc hien", "trien khai", "trien khai thuc hien", "thuc hien van ban"),
    "based": ("can cu", "can cu phap ly", "van ban can cu"),
    "replaces": ("thay the", "thay the van ban", "van ban bi thay the"),
    "amends": ("sua doi", "sua doi bo sung", "bo sung", "van ban duoc sua doi"),
    "repeals": ("bai bo", "van ban bi bai bo"),
    "guides": ("huong dan", "huong dan thi hanh", "huong dan thuc hien"),
    "secrecy": SECRECY,
}
_ENGLISH = {
    "number": "number",
    "type": "type",
    "date": "issued",
    "issued": "issued",
    "issuer": "issuer",
    "title": "title",
    "signer": "signer",
    "implements": "implements",
    "based on": "based",
    "replaces": "replaces",
    "amends": "amends",
    "repeals": "repeals",
    "guides": "guides",
    "secrecy": "secrecy",
}
_SAID = {
    "implements": "thực hiện",
    "based": "được ban hành căn cứ",
    "replaces": "thay thế",
    "amends": "sửa đổi, bổ sung",
    "repeals": "bãi bỏ",
    "guides": "hướng dẫn thực hiện",
}
_FEWEST = 2
_SERIAL = range(10_000, 80_000)  # days since 30-12-1899, as spreadsheets keep a date
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")


def register_text(book: Book, place: str, columns: Mapping[str, str] | None = None) -> Taken:
    """Return a table as text.

    Parameters
    ----------
    book : its cells, the first row is row 1; what stands apart from them.
    place : what the file is called, for messages.
    columns : heading of the table by kind of column, where the headings do not say it.

    Raises
    ------
    InputError : no row of headings is found, or a heading that was named is not there.
    """
    rows = book.rows
    head, kinds = _headings(rows, place, columns or {})
    lines = ["\t".join(cell.strip() for cell in row) for row in rows[: head + 1]]
    apart = [*book.apart, *(cell for row in unlisted(rows[:head]) for cell in row)]
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        cells = {kind: " ".join(row[at].split()) for kind, at in kinds.items() if at < len(row)}
        apart += marked([cells.get("secrecy", "")], number)
        lines.append(_row(cells) or " ".join(" ".join(row).split()))
    name = re.sub(r".*[/\\]|\.[^.]*$", "", place)
    text = "\n".join(line.replace("\n", " ") for line in lines)
    return Taken(text, tuple(apart), title=f"Sổ văn bản {name}")


def _headings(
    rows: Sequence[Sequence[str]], place: str, columns: Mapping[str, str]
) -> tuple[int, Mapping[str, int]]:
    """Return which row holds the headings, and the column of each kind."""
    named = {folded(heading): kind for kind, heading in columns.items()}
    known = {heading: kind for kind, headings in HEADINGS.items() for heading in headings}
    known |= _ENGLISH | named
    for number, row in enumerate(rows[:HEAD]):
        kinds: dict[str, int] = {}
        for at, cell in enumerate(row):
            kind = known.get(folded(cell))
            if kind and (kind not in kinds or folded(cell) in named):
                kinds[kind] = at
        if "number" in kinds and len(kinds) >= _FEWEST:
            lacking = [heading for kind, heading in columns.items() if kind not in kinds]
            if lacking:
                raise _no_headings(place, row, lacking)
            return number, kinds
    raise _no_headings(place, next(iter(rows), ()), list(columns.values()))


def _row(cells: Mapping[str, str]) -> str:
    """Return a row as sentences; empty where it names no document."""
    number = cells.get("number")
    if not number:
        return ""
    name = f"{_capital(cells.get('type') or 'Văn bản')} số {number}"
    said = [name]
    if day := cells.get("issued"):
        said.append(f"ngày {_day(day)}")
    if issuer := cells.get("issuer"):
        said.append(f"của {issuer}")
    if title := cells.get("title"):
        said.append(f"“{title}”")
    if signer := cells.get("signer"):
        said.append(f"do đồng chí {signer}, {cells['post']}, ký" if cells.get("post") else "")
    sentences = [" ".join(part for part in said if part)]
    sentences += [f"{name} {verb} {cells[kind]}" for kind, verb in _SAID.items() if cells.get(kind)]
    return ". ".join(one.rstrip(" .;") for one in sentences) + "."


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _day(said: str) -> str:
    """Return a day as it is written in Vietnamese."""
    if found := _ISO.fullmatch(said):
        return f"{int(found[3])}-{int(found[2])}-{found[1]}"
    whole = said.removesuffix(".0")
    short = len(whole) <= len(str(_SERIAL.stop))
    if short and whole.isascii() and whole.isdecimal() and int(whole) in _SERIAL:
        day = date(1899, 12, 30) + timedelta(days=int(whole))
        return f"{day.day}-{day.month}-{day.year}"
    return said.replace("/", "-")


def _no_headings(place: str, row: Sequence[str], lacking: Sequence[str]) -> InputError:
    seen = ", ".join(cell.strip() for cell in row if cell.strip())[:200] or "—"
    wanted = f" ({', '.join(lacking)})" if lacking else ""
    return InputError(
        Text(
            f"không thấy dòng tiêu đề có cột số, ký hiệu{wanted}; thấy: {seen}",
            f"no row of headings names the column of numbers{wanted}; seen: {seen}",
        ),
        place=f"{place}:1",
        remedy=Text(
            "đặt tên cột như “Số ký hiệu”, hoặc chỉ ra: --columns 'number=Tên cột,issued=Tên cột'",
            "name a column “Số ký hiệu”, or say it: --columns 'number=HEADING,issued=HEADING'",
        ),
    )
