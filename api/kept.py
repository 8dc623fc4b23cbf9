"""What is costly to make from a generation, kept until there is a newer one."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from graph.store.protocol import Reader

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Makes something of a generation when it is first asked for; safe to share between threads.

    Whoever asks while it is being made waits for it, so that it is made once.

    Parameters
    ----------
    make : makes it.
    """

    def __init__(self, make: Callable[[Reader], Made]) -> None:
        self._make = make
        self._lock = Lock()
        self._newest: tuple[int, Made] | None = None

    def of(self, reader: Reader) -> Made:
        """Return what there is of the generation that a reader sees."""
        newest = self._newest
        if newest is not None and newest[0] == reader.generation:
            return newest[1]
        with self._lock:
            if self._newest is None or self._newest[0] != reader.generation:
                self._newest = reader.generation, self._make(reader)
            return self._newest[1]
