"""Plain text: its encoding recognised, old tables of Vietnamese letters converted, never guessed.

UTF-8 (with or without a mark), UTF-16 with a mark, Windows-1258, and TCVN3, VNI and VPS, which the
syllables tell. Anything else is refused with its place.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from graph.errors import InputError, Text
from graph.read.formats.legacy import converted
from graph.read.formats.syllables import share
from graph.read.formats.taken import Taken

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTE = re.compile(b"[\x00-\x01\x03\x04\x07\x08\x0e-\x10\x1a\x1c-\x1f]")
_VIETNAMESE = 0.8  # share of accented words that are syllables
_SAVE_AS_UTF8 = Text(
    "mở bằng trình soạn thảo rồi lưu lại thành văn bản thuần, bảng mã UTF-8",
    "open it in an editor and save it as plain text in UTF-8",
)


def plain_text(content: bytes, place: str) -> Taken:
    """Return the text of a plain-text file.

    Raises
    ------
    InputError : it is no text, or in letters that are not known.
    """
    return Taken(decoded(content, place))


def decoded(content: bytes, place: str) -> str:
    """Return bytes as text in Unicode; raises as `plain_text` does."""
    if content.startswith(_UTF32):
        raise _no_text(place, "UTF-32", None)
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        old = _in_old_letters(content) if encoding == "utf-8-sig" else None
        if old is None:
            raise _no_text(place, encoding, error) from error
        text = old
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
    told = converted(text)
    return told[0] if told else text


def _in_old_letters(content: bytes) -> str | None:
    """Return bytes that are no UTF-8 in the one old table under which they are Vietnamese."""
    if _CONTROL_BYTE.search(content):
        return None
    windows = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    told = converted(content.decode("latin-1"))
    if told and share(told[0]) >= share(windows):
        return told[0]
    return windows if share(windows) >= _VIETNAMESE and "\ufffd" not in windows else None


def _no_text(place: str, encoding: str, error: UnicodeDecodeError | None) -> InputError:
    line = error.object.count(b"\n", 0, error.start) + 1 if error else 1
    byte = error.start + 1 if error else 1
    name = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(encoding)
    if name is None:
        vi, en = f"bảng mã {encoding} chưa đọc được", f"the encoding {encoding} is not read"
    elif name == "UTF-8":
        tried = "Windows-1258, TCVN3 (ABC), VNI, VPS"
        vi = f"byte thứ {byte} không đúng UTF-8, và không nhận ra {tried}"
        en = f"byte {byte} is not UTF-8, and it is none of {tried}"
    else:
        vi, en = f"byte thứ {byte} không đúng {name}", f"byte {byte} is not {name}"
    return InputError(Text(vi, en), place=f"{place}:{line}", remedy=_SAVE_AS_UTF8)
