"""A plain-text file as an Article: its encoding recognised, its letters in NFC, nothing guessed.

UTF-8 (with or without a mark) and UTF-16 with a mark are read; anything else is refused with its
place. Texts marked secret or for internal circulation in their letterhead are refused, so that
nothing of them is ever stored (Luật Bảo vệ bí mật nhà nước 2018, điều 8: the marks).
"""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, Text
from graph.extraction import Article
from graph.model import PartialDate

#: Bytes of the largest file that is read: a newspaper article is a thousand times smaller.
LARGEST = 8 * 1024 * 1024
#: Lines of a letterhead in which a mark of secrecy stands, blank ones not counted.
LETTERHEAD = 15

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Composing letters takes time that grows with the square of a run of marks; no language has these.
_PILED_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{31}")
_FIELDS = re.compile(r"\s{2,}|[\t\u00a0|]+")
_FRAME = " \u00a0.,:;*()[]{}<>“”\"'-–—_=#"
_SECRET = {"MẬT", "TỐI MẬT", "TUYỆT MẬT"}
_LABELLED = re.compile(r"(?:dấu )?(?:chỉ )?(?:độ|mức độ) mật\s*[:：]\s*(?:tuyệt mật|tối mật|mật)\b")
_INTERNAL = re.compile(r"(?:tài liệu |bản tin |văn bản )?(?:chỉ )?lưu hành nội bộ(?: .{0,40})?")
_SAVE_AS_UTF8 = Text(
    "mở bằng trình soạn thảo rồi lưu lại thành văn bản thuần, bảng mã UTF-8",
    "open it in an editor and save it as plain text in UTF-8",
)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a text from outside; None where only the text can say."""

    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    province: str | None = None


def read_article(file: Path, hints: Hints | None = None) -> Article:
    """Read a plain-text file.

    Parameters
    ----------
    file : the file; its stem names the article.
    hints : what is known of it from outside.

    Raises
    ------
    InputError : it cannot be read, is no text, is too large, or may not be stored.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise _too_large(str(file), size)
        content = file.read_bytes()
    except OSError as error:
        raise InputError(
            Text("không đọc được tệp này", "the file cannot be read"),
            place=str(file),
            remedy=Text("kiểm tra đường dẫn và quyền đọc", "check the path and the right to read"),
        ) from error
    return article_of(content, file.stem, place=str(file), hints=hints)


def article_of(
    content: bytes, identifier: str, *, place: str, hints: Hints | None = None
) -> Article:
    """Return the bytes of a plain text as an article.

    Parameters
    ----------
    content : the bytes.
    identifier : what names the article.
    place : where the bytes come from, for messages.
    hints : what is known of it from outside.

    Raises
    ------
    InputError : they are no text, too many, or may not be stored.
    """
    if len(content) > LARGEST:
        raise _too_large(place, len(content))
    text = _composed(_decoded(content, place), place)
    if not text.strip():
        raise InputError(
            Text("tệp không có chữ nào", "the file holds no text"),
            place=place,
            remedy=Text("kiểm tra lại tệp nguồn", "check the file it was made from"),
        )
    refuse_restricted(text, place)
    known = hints or Hints()
    return Article(
        identifier=unicodedata.normalize("NFC", identifier),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=known.published,
        publisher=known.publisher,
        url=known.url,
        province=known.province,
    )


def refuse_restricted(text: str, place: str) -> None:
    """Raise InputError when the letterhead marks the text secret or for internal circulation."""
    lines = (line for line in text.splitlines() if line.strip())
    for number, line in zip(range(LETTERHEAD), lines, strict=False):
        mark = _mark_of(line)
        if mark:
            raise InputError(
                Text(
                    f"văn bản có dấu “{mark}”: không đọc, không lưu gì của nó",
                    f"the text is marked “{mark}”: it is not read and nothing of it is stored",
                ),
                place=f"{place}:{number + 1}",
                remedy=Text(
                    "chỉ nạp văn bản được phép công khai", "bring only texts that may be published"
                ),
            )


def _mark_of(line: str) -> str | None:
    """Return the mark of secrecy that a line bears: standing alone, not as part of a headline."""
    for field in _FIELDS.split(line[:400]):
        bare = field.strip(_FRAME)
        if bare in _SECRET:
            return bare
        lowered = bare.lower()
        if _LABELLED.match(lowered) or _INTERNAL.fullmatch(lowered):
            return bare
    return None


def _decoded(content: bytes, place: str) -> str:
    if content.startswith(_UTF32):
        raise _no_text(place, "UTF-32", None)
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text(place, encoding, error) from error
    found = _CONTROL.search(text)
    if found:
        raise InputError(
            Text(
                f"tệp nhị phân, không phải văn bản (ký tự điều khiển thứ {found.start() + 1})",
                f"a binary file, not a text (control character at {found.start() + 1})",
            ),
            place=f"{place}:{text.count(chr(10), 0, found.start()) + 1}",
            remedy=_SAVE_AS_UTF8,
        )
    return text


def _composed(text: str, place: str) -> str:
    piled = _PILED_MARKS.search(text)
    if piled:
        raise InputError(
            Text("dấu chồng dấu, không phải chữ viết", "marks piled on marks, not writing"),
            place=f"{place}:{text.count(chr(10), 0, piled.start()) + 1}",
            remedy=Text("kiểm tra lại tệp nguồn", "check the file it was made from"),
        )
    return unicodedata.normalize("NFC", text)


def _no_text(place: str, encoding: str, error: UnicodeDecodeError | None) -> InputError:
    line = error.object.count(b"\n", 0, error.start) + 1 if error else 1
    byte = error.start + 1 if error else 1
    name = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(encoding)
    if name is None:
        vi, en = f"bảng mã {encoding} chưa đọc được", f"the encoding {encoding} is not read"
    else:
        vi, en = f"byte thứ {byte} không đúng {name}", f"byte {byte} is not {name}"
    return InputError(Text(vi, en), place=f"{place}:{line}", remedy=_SAVE_AS_UTF8)


def _too_large(place: str, size: int) -> InputError:
    megabyte = 1024 * 1024
    have, most = f"{size / megabyte:.0f} MB", f"{LARGEST // megabyte} MB"
    return InputError(
        Text(f"tệp quá lớn: {have}, nhiều nhất {most}", f"the file is too large: {have} of {most}"),
        place=place,
        remedy=Text("tách thành từng bài, từng văn bản", "split it into single texts"),
    )
