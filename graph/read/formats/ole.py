"""Compound files (OLE2): the streams that Word up to 2003 kept its documents in."""

from __future__ import annotations

import io
import struct

import olefile

MAGIC = olefile.MAGIC


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
        try:
            self._file = olefile.OleFileIO(io.BytesIO(content))
        except (OSError, ValueError, IndexError, struct.error) as error:
            raise OleError(str(error)) from error

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the streams."""
        return frozenset("/".join(path) for path in self._file.listdir())

    def stream(self, name: str) -> bytes:
        """Return a stream.

        Raises
        ------
        OleError : there is none, or its sectors are not there.
        """
        try:
            return bytes(self._file.openstream(name).read())
        except (OSError, ValueError, IndexError, struct.error) as error:
            raise OleError(str(error)) from error
