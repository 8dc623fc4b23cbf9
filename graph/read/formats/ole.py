"""Compound files (OLE2): the streams that Word up to 2003 kept its documents in."""

from __future__ import annotations

import io
import struct

import olefile

MAGIC = olefile.MAGIC
#: What broken bytes make the library stumble over: a folder may hold itself.
_BROKEN = (OSError, ValueError, IndexError, struct.error, RecursionError)


class OleError(ValueError):
    """The file is no sound compound file."""


class CompoundFile:
    """The streams of one file by name.

    Parameters
    ----------
    content : the file.

    Attributes
    ----------
    names : those of the streams.

    Raises
    ------
    OleError : it is not sound.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._file = olefile.OleFileIO(io.BytesIO(content))
            self.names = frozenset("/".join(path) for path in self._file.listdir())
        except _BROKEN as error:
            raise OleError(str(error)) from error

    def stream(self, name: str) -> bytes:
        """Return a stream.

        Raises
        ------
        OleError : there is none, or its sectors are not there.
        """
        try:
            return bytes(self._file.openstream(name).read())
        except _BROKEN as error:
            raise OleError(str(error)) from error
