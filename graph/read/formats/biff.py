"""Records of XLS that the library of its cells passes over: heads and feet of pages, text boxes.

A record is a number, a length and so many bytes ([MS-XLS] 2.1.4); texts come in 16-bit letters, or
in 8-bit ones whose table the workbook names, or in the lower half of Unicode.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from graph.read.formats.sheets import page_lines

_START, _HEADER, _FOOTER, _BOX, _MORE = 0x0809, 0x14, 0x15, 0x01B6, 0x3C
_UNICODE = 0x0600  # version of Excel from which texts are in Unicode
_HEAD = struct.Struct("<HH")


def written_apart(stream: bytes, codec: str) -> list[str]:
    """Return what the heads and feet of pages and the text boxes of a workbook say.

    Parameters
    ----------
    stream : the records of the workbook.
    codec : of its letters, where they are not in Unicode.
    """
    told: list[str] = []
    unicode, in_box = True, False
    for kind, held in _records(stream):
        if kind == _START and len(held) >= _HEAD.size:
            unicode = _HEAD.unpack_from(held)[0] >= _UNICODE
        elif kind in (_HEADER, _FOOTER):
            told += page_lines(_text(held, codec, unicode=unicode))
        elif kind == _MORE and in_box and held:
            told += (line for line in _letters(held).splitlines() if line.strip())
        in_box = kind == _BOX
    return told


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + _HEAD.size <= len(stream):
        kind, size = _HEAD.unpack_from(stream, place)
        place += _HEAD.size
        yield kind, stream[place : place + size]
        place += size


def _text(held: bytes, codec: str, *, unicode: bool) -> str:
    """Return a text with its length before it."""
    if not unicode:
        return held[1:].decode(codec, "replace")
    return _letters(held[2:]) if held[2:] else ""


def _letters(held: bytes) -> str:
    """Return a text with a mark before it that tells whether its letters are wide."""
    if held[0] & 1:
        return held[1 : 1 + (len(held) - 1) // 2 * 2].decode("utf-16-le", "replace")
    return held[1:].decode("latin-1")
