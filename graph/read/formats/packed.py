"""Files of Office: parts of XML in a zip, unpacked and parsed within bounds.

A bomb of either kind is refused: no part unpacks to more than it may, whatever the zip says of its
size, and no XML declares a document type, so that no entity expands and nothing is fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from xml.parsers import expat

from graph.errors import Text
from graph.read.formats.problems import damaged, locked, too_much

#: Bytes of one part, unpacked: the longest decree with its tables has a sixth of it.
LARGEST_PART = 64 << 20
_MOST_PARTS, _DEEPEST, _BLOCK = 4000, 2000, 1 << 16
_ENCRYPTED = 0x1

Start = Callable[[str, Mapping[str, str]], None]


class Parts:
    """The parts of one file.

    Parameters
    ----------
    content : the zip.
    place : what the file is called, for messages.
    kind : what it is, for messages.

    Raises
    ------
    InputError : it is no sound zip.
    """

    def __init__(self, content: bytes, place: str, kind: Text) -> None:
        self._place, self._kind = place, kind
        self._left = LARGEST_PART
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise damaged(place, kind) from error
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > _MOST_PARTS:
            raise too_much(place, kind, LARGEST_PART)

    def read(self, name: str) -> bytes:
        """Return a part; all that are read together unpack to `LARGEST_PART` at most.

        Raises
        ------
        InputError : it is missing, damaged, locked or too large.
        """
        blocks: list[bytes] = []
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & _ENCRYPTED:
                raise locked(self._place, self._kind)
            with self._zip.open(entry) as stream:
                while block := stream.read(_BLOCK):
                    self._left -= len(block)
                    if self._left < 0:
                        raise too_much(self._place, self._kind, LARGEST_PART)
                    blocks.append(block)
        except KeyError as error:
            raise damaged(self._place, self._kind, name) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            ValueError,
        ) as error:
            raise damaged(self._place, self._kind, name) from error
        return b"".join(blocks)

    def parse(
        self, name: str, start: Start, end: Callable[[str], None], text: Callable[[str], None]
    ) -> None:
        """Parse a part of XML; names come as `namespace local`.

        Parameters
        ----------
        name : the part.
        start, end, text : told of elements and of text, in their order.

        Raises
        ------
        InputError : it is missing, no sound XML, or declares a document type.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        depth = 0

        def opened(tag: str, attributes: Mapping[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEEPEST:
                raise damaged(self._place, self._kind, name)
            start(tag, attributes)

        def closed(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(tag)

        def declared(*_: object) -> None:
            raise damaged(self._place, self._kind, f"{name}: DOCTYPE")

        parser.StartElementHandler = opened
        parser.EndElementHandler = closed
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = declared
        try:
            parser.Parse(self.read(name), True)
        except expat.ExpatError as error:
            raise damaged(self._place, self._kind, f"{name}:{error.lineno}") from error
