"""Notes that a writer leaves beside the store for the next one, in this process or another.

What takes long to find out and is small to write down. A notebook is signed with the mark of the
generation that it is true of (`journal`); whoever opens it at another one strikes out what was
touched since. Nothing depends on it: where it cannot be opened, read or written, it is empty. Only
the holder of the store's lock uses it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

_FILE = "notes.sqlite"
_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS page (kind TEXT, name TEXT, told TEXT, PRIMARY KEY (kind, name))
    WITHOUT ROWID;
"""
_WRITE = "INSERT OR REPLACE INTO page VALUES (?, ?, ?)"
_SIGNATURE = ("notebook", "mark")


class Notebook:
    """Pages by kind and name.

    The engine behind it writes them whole or not at all, and loses at most the last ones when the
    power fails: then the mark is the earlier one as well.

    Parameters
    ----------
    folder : where it lies; made when there is something to write.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages: sqlite3.Connection | None = None
        self._given_up = False
        if (folder / _FILE).exists():
            self._open()

    @property
    def mark(self) -> str:
        """Return what it is signed with; empty where nobody signed it."""
        return self.page(*_SIGNATURE) or ""

    def page(self, kind: str, name: str) -> str | None:
        """Return what a page tells, None where there is none."""
        if self._pages is not None:
            with suppress(sqlite3.Error):
                found = self._pages.execute(
                    "SELECT told FROM page WHERE kind = ? AND name = ?", (kind, name)
                ).fetchone()
                return found and str(found[0])
        return None

    def write(self, mark: str, pages: Mapping[tuple[str, str], str | None]) -> None:
        """Write pages, take away those for which there is None, and sign with a mark: all or none.

        One that could not be written is left as it was, signed with an earlier mark: for good, for
        what should have stood on its pages is not said a second time.
        """
        if self._pages is None and not self._given_up:
            self._open()
        if self._pages is None:
            return
        gone = [name for name, told in pages.items() if told is None]
        told = [(*name, told) for name, told in pages.items() if told is not None]
        try:
            with self._pages:
                self._pages.executemany("DELETE FROM page WHERE kind = ? AND name = ?", gone)
                self._pages.executemany(_WRITE, (*told, (*_SIGNATURE, mark)))
        except sqlite3.Error:
            self.close()

    def strike(self, kind: str, names: Iterable[str] | None = None) -> bool:
        """Take pages of a kind away, all of them without names; tell whether that could be done."""
        if self._pages is None:
            return True
        with suppress(sqlite3.Error), self._pages:
            if names is None:
                self._pages.execute("DELETE FROM page WHERE kind = ?", (kind,))
            else:
                rows = ((kind, name) for name in names)
                self._pages.executemany("DELETE FROM page WHERE kind = ? AND name = ?", rows)
            return True
        return False

    def close(self) -> None:
        """Let go of it: it is as good as empty."""
        pages, self._pages, self._given_up = self._pages, None, True
        if pages is not None:
            with suppress(sqlite3.Error):
                pages.close()

    def _open(self) -> None:
        with suppress(sqlite3.Error, OSError):
            self._folder.mkdir(exist_ok=True)
            pages = sqlite3.connect(self._folder / _FILE, check_same_thread=False)
            pages.executescript(_TABLES)
            self._pages = pages
