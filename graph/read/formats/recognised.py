"""Which format a file is in: what it holds decides, its name only where that says nothing."""

from __future__ import annotations

import re

from graph.errors import InputError, Text
from graph.read.formats import known, mhtml, odt, ole, pdf, rtf
from graph.read.formats.known import Format
from graph.read.formats.packed import Parts
from graph.read.formats.problems import damaged

_NEAR = 1024  # bytes in which the mark of a PDF may stand
_ZIP = b"PK\x03\x04"
_OFFICE = {"word/document.xml": known.DOCX, "xl/workbook.xml": known.XLSX}
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,80}(?:<!--.{0,400}?-->\s{0,80})?<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"SQLite format 3", "SQLite"),
)


def format_of(content: bytes, name: str) -> Format:
    """Return the format of a file.

    Parameters
    ----------
    content : its bytes.
    name : what it is called; also its place in messages.

    Raises
    ------
    InputError : it is in a format that is not read, which is named.
    """
    if content.startswith(_ZIP):
        return _of_zip(content, name)
    if content.startswith(ole.MAGIC):
        return _of_compound(content, name)
    if pdf.MAGIC in content[:_NEAR]:
        return known.PDF
    for mark, kind in _OTHERS:
        if content.startswith(mark):
            raise unread(name, kind)
    marked = (
        (known.RTF, content.startswith(rtf.MAGIC)),
        (known.HTML, _HTML.match(content)),
        (known.MHTML, mhtml.is_mhtml(content)),
    )
    found = next((format for format, bears in marked if bears), None)
    if found is not None:
        return found
    named = known.by_suffix(name)
    return named if named and named not in _BINARY else known.PLAIN


_BINARY = (
    *(known.DOCX, known.DOC, known.ODT, known.PDF, known.RTF, known.XLSX, known.XLS),
    known.MHTML,
)


def unread(place: str, kind: str) -> InputError:
    """Return the error of a file in a format that is not read."""
    taken = ", ".join(known.SUFFIXES)
    return InputError(
        Text(f"định dạng {kind} chưa đọc được", f"the format {kind} is not read"),
        place=place,
        remedy=Text(f"lưu lại thành một trong: {taken}", f"save it as one of: {taken}"),
    )


def _of_zip(content: bytes, name: str) -> Format:
    parts = Parts(content, name, Text("ZIP", "ZIP file"))
    kind = parts.read("mimetype").decode("ascii", "replace") if "mimetype" in parts.names else ""
    if kind == odt.MEDIA_TYPE:
        return known.ODT
    found = next((_OFFICE[part] for part in sorted(parts.names) if part in _OFFICE), None)
    if found is None:
        said = re.sub(r".*\.", "", kind) or "ZIP"
        raise unread(name, {"spreadsheet": "ODS"}.get(said, said.upper()[:20]))
    return found


def _of_compound(content: bytes, name: str) -> Format:
    try:
        streams = ole.CompoundFile(content).names
    except ole.OleError as error:
        kind = known.XLS if known.by_suffix(name) is known.XLS else known.DOC
        raise damaged(name, kind.name, str(error)) from error
    if "WordDocument" in streams:
        return known.DOC
    if streams & {"Workbook", "Book"}:
        return known.XLS
    if "EncryptedPackage" in streams:
        raise unread(name, "Office (mật khẩu / password)")
    raise unread(name, "OLE2")
