"""The log of writes: who did what when, one JSON line each, only ever added to.

Every write leaves two lines, one before it and one after it, so that a server that is killed
between them leaves the trace of a write whose end nobody saw. No secret and no text of a source
goes in.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from api.access.secrets import new_name
from graph.store.failures import store_failures

FILE = "audit.jsonl"
MOST_REFUSED = 60
_LONGEST = 300  # characters of what a line tells about


class Entry:
    """A write that is under way; tell it the generation that came of it."""

    def __init__(self) -> None:
        self.generation: int | None = None


class AuditLog:
    """The log of one store.

    Parameters
    ----------
    folder : where it lies, None for no log (and no writes).
    clock : tells the time.
    """

    def __init__(self, folder: Path | None, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = threading.Lock()
        self._minute: datetime | None = None
        self._refused = self._skipped = 0

    @contextmanager
    def writing(self, who: str, what: str, about: str, also: Sequence[str] = ()) -> Iterator[Entry]:
        """Log a write around it, whether it succeeds or not.

        Parameters
        ----------
        who : name of the caller.
        what : the deed, such as `review.accept`.
        about : what it is done to: an address or a name, never a text.
        also : what else it is done to, each named in full where it begins.
        """
        entry, number = Entry(), new_name()
        self._add(number, who, what, about, "begun", None, also)
        try:
            yield entry
        except BaseException as error:
            self._add(number, who, what, about, f"failed {type(error).__name__}", None)
            raise
        self._add(number, who, what, about, "done", entry.generation)

    def refused(self, who: str, what: str, why: str) -> None:
        """Log a write that was not let through; `what` is the method and the path.

        Strangers can be refused as often as they like: beyond `MOST_REFUSED` a minute they are only
        counted, and the next line that is written tells how many.
        """
        with self._lock:
            minute = self._clock().replace(second=0, microsecond=0)
            if minute != self._minute:
                self._minute, self._refused = minute, 0
            self._refused += 1
            if self._refused > MOST_REFUSED:
                self._skipped += 1
                return
            skipped, self._skipped = self._skipped, 0
        about = f"{skipped} more were refused before" if skipped else ""
        self._add(new_name(), who, what, about, f"refused {why}", None)

    def _add(
        self,
        number: str,
        who: str,
        what: str,
        about: str,
        outcome: str,
        generation: int | None,
        also: Sequence[str] = (),
    ) -> None:
        if self._folder is None:
            return
        line: dict[str, object] = {
            "at": self._clock().astimezone(UTC).isoformat(timespec="milliseconds"),
            "write": number,
            "who": who[:_LONGEST],
            "what": what[:_LONGEST],
            "about": about[:_LONGEST],
            "outcome": outcome,
            "generation": generation,
        }
        if also:
            line["also"] = [one[:_LONGEST] for one in also]
        with store_failures(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
            handle = os.open(self._folder / FILE, flags, 0o600)
            try:
                os.write(handle, (json.dumps(line, ensure_ascii=False) + "\n").encode())
                os.fsync(handle)
            finally:
                os.close(handle)
