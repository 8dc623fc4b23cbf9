"""What one cell may say: each reader turns its text into a value or says what is wrong.

A reader is given NFC text without control characters or outer spaces, never empty: `required`
and `optional` decide what an empty cell means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from graph.errors import Text
from graph.model import Level, PartialDate, Verification
from graph.records import Plainness, Pointer

Reader = Callable[[str], object]

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_YEARS = range(1930, 2100)
_CODE = r"[A-ZÂĂÊÔĐƯ][A-Za-zÂĂÊÔĐƯđ&]*[0-9]{0,3}"
_FIGURE = r"[0-9]{1,5}(?:\.[0-9]{1,3})?[a-zđ]?"
_PARTY_NUMBER = rf"{_FIGURE}-{_CODE}/{_CODE}"  # 18-NQ/TW
_YEAR = r"(?:(?:19|20)[0-9]{2}/)?"
_STATE_NUMBER = rf"(?!.*-T[WU]$){_FIGURE}/{_YEAR}{_CODE}(?:[-.]{_CODE})*(?:/{_CODE})?"  # 139/NQ-CP
_NUMBER = re.compile(rf"{_PARTY_NUMBER}|{_STATE_NUMBER}")
_BARE_NUMBER = re.compile(r"[0-9]{1,5}")
_TERM = re.compile(r"[IVX]+")
_TERM_YEARS = re.compile(r"((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})")
_TERM_LENGTH = 5
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?=\S)")


class CellError(ValueError):
    """A cell that cannot be read, with what is wrong and what to do."""

    def __init__(self, message: Text, remedy: Text) -> None:
        super().__init__(message.en)
        self.message = message
        self.remedy = remedy


def required(read: Reader) -> Reader:
    """Return a reader that refuses an empty cell."""

    def reader(cell: str) -> object:
        if not cell:
            raise CellError(
                Text("ô này không được để trống", "this cell must not be empty"),
                Text(
                    "điền giá trị, hoặc bỏ cả dòng nếu không biết",
                    "fill it in, or leave the row out if it is not known",
                ),
            )
        return read(cell)

    return reader


def optional(read: Reader) -> Reader:
    """Return a reader that takes an empty cell for None."""
    return lambda cell: read(cell) if cell else None


def listed(read: Reader) -> Reader:
    """Return a reader of `;`-lists; an empty cell is an empty list."""

    def reader(cell: str) -> tuple[object, ...]:
        parts = (part.strip() for part in cell.split(";"))
        return tuple(read(part) for part in parts if part)

    return reader


def text(cell: str) -> str:
    """Return the cell as it is."""
    return cell


def date(cell: str) -> PartialDate:
    """Read `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; the day must exist."""
    if not _DATE.fullmatch(cell):
        raise CellError(
            Text("ngày không đúng dạng", "not a date in the form asked for"),
            Text("viết NNNN-TT-NN, NNNN-TT hoặc NNNN", "write YYYY-MM-DD, YYYY-MM or YYYY"),
        )
    try:
        found = PartialDate.parse(cell)
    except ValueError:
        found = None
    if found is None or found.year not in _YEARS:
        raise CellError(
            Text("ngày này không có trong lịch", "there is no such day in the calendar"),
            Text(
                f"đối chiếu với nguồn; năm từ {_YEARS[0]} đến {_YEARS[-1]}",
                f"check it against the source; years run from {_YEARS[0]} to {_YEARS[-1]}",
            ),
        )
    return found


def number(cell: str) -> str:
    """Read the number of a document as printed: `18-NQ/TW`, `30c/NQ-CP`, `66.18/2026/NQ-CP`."""
    if not _NUMBER.fullmatch(cell):
        raise CellError(
            Text("không phải số hiệu văn bản", "not the number of a document"),
            Text(
                "viết như 18-NQ/TW, 680-QĐ/TU, 139/NQ-CP hoặc 30/2020/NĐ-CP, không có dấu cách",
                "write it like 18-NQ/TW, 680-QĐ/TU, 139/NQ-CP or 30/2020/NĐ-CP, without spaces",
            ),
        )
    return cell


def printed_number(cell: str) -> str:
    """Read a number as a page prints it, where the bare figure (`44`) may be all there is."""
    return cell if _BARE_NUMBER.fullmatch(cell) else number(cell)


def pointer(cell: str) -> Pointer:
    """Read `number@date`, or `@date` for a congress resolution."""
    left, at, right = cell.rpartition("@")
    if not at:
        raise CellError(
            Text("không phải số@ngày", "not a number@date"),
            Text("viết như 04-NQ/TW@2016-10-30", "write it like 04-NQ/TW@2016-10-30"),
        )
    return Pointer(number(left) if left else None, date(right))


def term(cell: str) -> str:
    """Read a term of the Central Committee in Roman figures."""
    if not _TERM.fullmatch(cell):
        raise CellError(
            Text("khóa phải viết bằng chữ số La Mã", "a term is written in Roman figures"),
            Text("viết như XII", "write it like XII"),
        )
    return cell


def term_years(cell: str) -> str:
    """Read a term of a provincial congress: two years, about five apart."""
    found = _TERM_YEARS.fullmatch(cell)
    if found is None or not 1 <= int(found[2]) - int(found[1]) <= _TERM_LENGTH:
        raise CellError(
            Text("không phải nhiệm kỳ", "not a term of office"),
            Text("viết như 2015-2020", "write it like 2015-2020"),
        )
    return cell


def any_unit(cell: str) -> str | None:
    """Read the name of a unit, or `*` for every unit without a row of its own: None."""
    return None if cell == "*" else cell


def place(cell: str) -> str:
    """Read one source: a web address, or the name of a document or a work."""
    scheme = _SCHEME.match(cell)
    if scheme is not None and scheme[0].lower() not in ("http:", "https:"):
        raise CellError(
            Text("địa chỉ này không phải trang web", "this address is no web page"),
            Text(
                "dùng địa chỉ http:// hoặc https://, hoặc tên tài liệu",
                "use an http:// or https:// address, or the name of a document",
            ),
        )
    return cell


def sources(cell: str) -> tuple[object, ...]:
    """Read the `;`-list of sources; a row without any is refused by `required`."""
    return tuple(place(part.strip()) for part in cell.split(";") if part.strip())


def whole(cell: str) -> int:
    """Read a rank: a whole number from 1 to 99."""
    if not re.fullmatch(r"[1-9][0-9]?", cell):
        raise CellError(
            Text("không phải số nguyên từ 1 đến 99", "not a whole number from 1 to 99"),
            Text("viết thứ bậc bằng chữ số, 1 là cao nhất", "write the rank, 1 is the highest"),
        )
    return int(cell)


def yes_no(cell: str) -> bool:
    """Read `yes` or `no`."""
    return one_of(("yes", "no"))(cell) == "yes"


def one_of(allowed: tuple[str, ...]) -> Reader:
    """Return a reader that takes one of the words and nothing else."""
    choices = ", ".join(allowed)

    def reader(cell: str) -> str:
        if cell not in allowed:
            raise CellError(
                Text("giá trị không có trong danh sách", "not one of the values allowed"),
                Text(f"chọn một trong: {choices}", f"choose one of: {choices}"),
            )
        return cell

    return reader


def member(kind: type[StrEnum], *, but: tuple[StrEnum, ...] = ()) -> Reader:
    """Return a reader of the values of an enumeration, `but` the ones named."""
    choose = one_of(tuple(value.value for value in kind if value not in but))
    return lambda cell: kind(str(choose(cell)))


def plainness(cell: str) -> Plainness | None:
    """Read `clear` or `likely`; `unverified` (no address was kept) is None."""
    word = one_of((*(value.value for value in Plainness), "unverified"))(cell)
    return None if word == "unverified" else Plainness(str(word))


level = member(Level)
verification = member(Verification, but=(Verification.ARTICLE,))
