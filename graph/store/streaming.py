"""An RDF file on its way into an empty engine: read once, counted and summed up while it passes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from pyoxigraph import RdfFormat

from graph.store.failures import unreadable
from graph.store.formats import BROKEN

#: How many bytes have passed, out of how many.
Passed = Callable[[int, int], None]
_BLOCK = 1 << 20  # bytes read at once: the engine asks for two thousand at a time
_EVERY = 1 << 24  # bytes between two tellings


@dataclass
class Passing:
    """A stream that the engine reads from; what passes is summed up.

    Parameters
    ----------
    stream : where it comes from, at the place where the body begins.
    file : its name, for errors.
    size : of the whole in bytes, for who is told of progress.
    tell : told now and then how much has passed.
    """

    stream: BinaryIO
    file: Path
    size: int
    tell: Passed | None = None
    passed: int = 0
    _digest: Any = field(default_factory=hashlib.sha256)
    _block: memoryview = field(default_factory=lambda: memoryview(b""))
    _told: int = 0

    def read(self, most: int = -1) -> bytes:
        """Return the next bytes, at most so many."""
        if not self._block:
            self._fill()
        given = self._block if most < 0 else self._block[:most]
        self._block = self._block[len(given) :]
        return bytes(given)

    def _fill(self) -> None:
        try:
            block = self.stream.read(_BLOCK)
        except (
            BROKEN
        ) as error:  # told here: on the way through the engine it would pass for its own
            raise unreadable(self.file, str(error)) from error
        self._digest.update(block)
        self._block = memoryview(block)
        self.passed += len(block)
        if self.tell is not None and self.passed >= self._told + _EVERY:
            self._told = self.passed
            self.tell(self.passed, self.size)

    def sha256(self) -> str:
        """Return the checksum of everything; what nobody has read yet is read now."""
        while True:
            self._fill()
            if not self._block:
                return str(self._digest.hexdigest())


@dataclass(frozen=True)
class Streamed:
    """RDF that is loaded from a stream, and what is checked before it counts.

    Parameters
    ----------
    body : the stream.
    format : its RDF format.
    checked : given how many quads came into each graph (the facts under the empty name), or the
        slip of syntax at which loading broke off; raises when they are not what they should be.
    """

    body: Passing
    format: RdfFormat
    checked: Callable[[Mapping[str, int] | SyntaxError], None]
