"""Compound files (OLE2): the streams that Word up to 2003 kept its documents in.

References
----------
[MS-CFB]: Compound File Binary File Format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFE  # ends a chain; what is not smaller names no sector
_HEADER, _ENTRY, _MINI = 512, 128, 64
_IN_HEADER = 109  # sectors of the table of sectors that the header names
_STREAM, _ROOT = 2, 5


class OleError(ValueError):
    """The file is no sound compound file."""


class CompoundFile:
    """The streams of one file by name.

    Parameters
    ----------
    content : the file.

    Raises
    ------
    OleError : it is not sound.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) < _HEADER or not content.startswith(MAGIC):
            raise OleError("header")
        self._content = content
        self._size = 1 << _number("<H", content, 30)
        if self._size not in (512, 4096):
            raise OleError("sector")
        self._cutoff = _number("<I", content, 56)
        self._table = self._sectors_of(list(self._table_sectors()))
        self._mini_table = self._sectors_of(list(self._chain(_number("<I", content, 60))))
        self._entries = dict(self._directory())
        root = self._entries.get("", (_END, 0))
        self._mini = b"".join(map(self._sector, self._chain(root[0])))

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the streams."""
        return frozenset(self._entries) - {""}

    def stream(self, name: str) -> bytes:
        """Return a stream.

        Raises
        ------
        OleError : there is none, or its sectors are not there.
        """
        if name not in self._entries:
            raise OleError(name)
        start, size = self._entries[name]
        if size >= self._cutoff:
            return b"".join(map(self._sector, self._chain(start)))[:size]
        pieces = []
        for place in _followed(start, self._mini_table):
            pieces.append(self._mini[place * _MINI : (place + 1) * _MINI])
        return b"".join(pieces)[:size]

    def _sector(self, place: int) -> bytes:
        start = _HEADER + place * self._size if self._size == _HEADER else (place + 1) * self._size
        return self._content[start : start + self._size]

    def _chain(self, start: int) -> Iterator[int]:
        return _followed(start, self._table)

    def _table_sectors(self) -> Iterator[int]:
        """Yield the sectors that hold the table: some named in the header, others in a list."""
        named = struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76)
        yield from (place for place in named if place < _END)
        following, seen = _number("<I", self._content, 68), 0
        while following < _END:
            seen += 1
            block = self._sector(following)
            if len(block) < self._size or seen * self._size > len(self._content):
                raise OleError("table")
            *places, following = struct.unpack(f"<{self._size // 4}I", block)
            yield from (place for place in places if place < _END)

    def _sectors_of(self, places: list[int]) -> tuple[int, ...]:
        if len(places) * self._size > len(self._content):
            raise OleError("table")
        joined = b"".join(map(self._sector, places))
        return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])

    def _directory(self) -> Iterator[tuple[str, tuple[int, int]]]:
        entries = b"".join(map(self._sector, self._chain(_number("<I", self._content, 48))))
        for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", entries, at + 64)
            start, size = struct.unpack_from("<II", entries, at + 116)
            name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind == _ROOT:
                yield "", (start, size)
            elif kind == _STREAM:
                yield name, (start, size)


def _followed(start: int, table: tuple[int, ...]) -> Iterator[int]:
    """Yield a chain of sectors; one that runs in a ring or out of the file is not sound."""
    place, left = start, len(table)
    while place < _END:
        if left <= 0 or place >= len(table):
            raise OleError("chain")
        yield place
        place, left = table[place], left - 1


def _number(form: str, content: bytes, at: int) -> int:
    try:
        (value,) = struct.unpack_from(form, content, at)
    except struct.error as error:
        raise OleError("short") from error
    return int(value)
