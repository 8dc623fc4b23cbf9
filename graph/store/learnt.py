"""What a writer of this process learnt of the newest generation, for the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Thing = TypeVar("_Thing")


class Learnt:
    """Things that are true of one generation; gone once anybody made another one.

    What takes long to find out, and is wanted again by whoever changes the store next. Taking and
    keeping is for the holder of the store's lock.

    Parameters
    ----------
    mark : tells the present generation from all others.
    """

    def __init__(self, mark: Callable[[], tuple[int, ...]]) -> None:
        self._mark = mark
        self._at: tuple[int, ...] = ()
        self._thing: object = None

    def take(self, kind: type[_Thing]) -> _Thing | None:
        """Return what was kept of the present generation, whose it is now; None without."""
        thing, self._thing = self._thing, None
        return thing if isinstance(thing, kind) and self._at == self._mark() else None

    def keep(self, thing: object) -> None:
        """Keep a thing that is true of the present generation, in place of another one."""
        self._thing, self._at = thing, self._mark()

    def clear(self) -> None:
        """Keep nothing."""
        self._thing = None
