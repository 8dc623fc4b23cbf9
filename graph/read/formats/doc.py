"""Word 97-2003 documents: the text by their table of pieces, without any converter.

Notes
-----
Paragraphs and cells of tables each end a line. Page headers, notes and text boxes stand apart.

References
----------
[MS-DOC]: Word (.doc) Binary File Format, 2.4.1 (retrieving text), 2.5 (the file information block).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from graph.errors import InputError, Text
from graph.read.formats.legacy import converted
from graph.read.formats.ole import CompoundFile, OleError
from graph.read.formats.problems import damaged, locked
from graph.read.formats.taken import Taken

KIND = Text("DOC (Word 97–2003)", "DOC file (Word 97-2003)")
_WORD_97 = 0xC1
_LOCKED, _SECOND_TABLE = 0x0100, 0x0200
_COUNTS, _PIECES = 0x4C, 0x1A2  # where the block counts characters, and points to the pieces
_COMPRESSED = 1 << 30
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_NESTED = 8  # fields within fields
_SHOWN = str.maketrans(
    {
        "\r": "\n",
        "\x07": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
        "\x0e": "\n",
        "\x1e": "-",
        "\x1f": None,
        **{chr(code): None for code in (*range(1, 7), 8, *range(0x10, 0x1E))},
    }
)


def doc_text(content: bytes, place: str) -> Taken:
    """Return the text of a Word 97-2003 document.

    Raises
    ------
    InputError : it is locked, damaged, or older than Word 97.
    """
    try:
        file = CompoundFile(content)
        block = file.stream("WordDocument")
        (version,), (flags,) = (
            struct.unpack_from("<H", block, 2),
            struct.unpack_from("<H", block, 10),
        )
        if flags & _LOCKED:
            raise locked(place, KIND)
        if version < _WORD_97:
            raise _too_old(place)
        table = file.stream("1Table" if flags & _SECOND_TABLE else "0Table")
        counts = struct.unpack_from("<8i", block, _COUNTS)
        said = "".join(_pieces(block, table))
    except (OleError, struct.error, ValueError) as error:
        raise damaged(place, KIND, str(error)[:60]) from error
    main, notes, headers, _, _, _, boxes, header_boxes = counts
    outside = said[main + notes :] if headers or boxes or header_boxes else ""
    text, apart = _shown(said[:main]), _shown(outside)
    return Taken(text, tuple(line for line in apart.split("\n") if line.strip()))


def _pieces(block: bytes, table: bytes) -> Iterator[str]:
    """Yield the pieces of the text in their order."""
    start, size = struct.unpack_from("<II", block, _PIECES)
    clx = table[start : start + size]
    at = 0
    while clx[at : at + 1] == b"\x01":  # formatting that pieces refer to
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at : at + 1] != b"\x02":
        raise OleError("pieces")
    (length,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + length]
    number = (len(plc) - 4) // 12
    places = struct.unpack_from(f"<{number + 1}I", plc, 0)
    left = len(block)
    for one in range(number):
        (where,) = struct.unpack_from("<I", plc, 4 * (number + 1) + 8 * one + 2)
        characters = places[one + 1] - places[one]
        left -= characters
        if characters < 0 or left < 0:
            raise OleError("pieces")
        yield _piece(block, where, characters)


def _piece(block: bytes, where: int, characters: int) -> str:
    if where & _COMPRESSED:
        start = (where & ~_COMPRESSED) // 2
        return block[start : start + characters].decode("cp1252", "replace")
    return block[where : where + 2 * characters].decode("utf-16-le", "replace")


def _shown(said: str) -> str:
    """Return a text as it is shown: fields by their results, marks of the format as line ends."""
    for _ in range(_NESTED):
        shown = _FIELD.sub(lambda found: found[1] or "", said)
        if shown == said:
            break
        said = shown
    said = re.sub("\x07\x07", "\x07", said).translate(_SHOWN)
    told = converted(said)
    return told[0] if told else said


def _too_old(place: str) -> InputError:
    return InputError(
        Text("tệp DOC cũ hơn Word 97", "a DOC file older than Word 97"),
        place=place,
        remedy=Text("mở bằng Word rồi lưu thành DOCX", "open it in Word and save it as DOCX"),
    )
