"""Notes that a writer leaves beside the store for the next one, in this process or another.

What takes long to find out and is small to write down. A notebook is signed with the mark of the
generation that it is true of (`journal`); whoever opens it at another one strikes out what was
touched since. Nothing depends on it: where it cannot be opened, read or written, it is empty. Only
the holder of the store's lock uses it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

#: Raise it when pages tell something else, or when claims are counted by other rules
#: (`graph.support`, `graph.shared_numbers`): notes that bear another number are thrown away.
FORMAT = 1

_FILE = "notes.sqlite"
# The main file goes first: what is found beside an empty one is never taken for its own.
_FILES = ("", "-journal", "-wal", "-shm")
# No log beside the file that outlives a change: whoever has a file open that was thrown away must
# not touch what lies beside the one that came in its place.
_JOURNAL = "PRAGMA journal_mode = TRUNCATE"
_TABLES = f"""
BEGIN;
CREATE TABLE page (kind TEXT, name TEXT, told TEXT, PRIMARY KEY (kind, name)) WITHOUT ROWID;
PRAGMA user_version = {FORMAT};
COMMIT;
"""
_READ = "SELECT CAST(told AS BLOB) FROM page WHERE kind = ? AND name = ?"
_WRITE = "INSERT OR REPLACE INTO page VALUES (?, ?, ?)"
_STRIKE = "DELETE FROM page WHERE kind = ? AND name = ?"
_SIGNATURE = ("notebook", "mark")
_SPOILT = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR")
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)

_Thing = TypeVar("_Thing")


class Notebook:
    """Pages by kind and name.

    The engine behind it writes them whole or not at all. Once anything about it failed it is given
    up: empty, and never written or signed again, for what should have been struck out or written
    since is not said a second time. The file stays signed with an earlier mark; one that makes no
    sense any more is thrown away.

    Parameters
    ----------
    folder : where it lies; made when there is something to write.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages: sqlite3.Connection | None = None
        self.given_up = False
        try:
            there = (folder / _FILE).exists()
        except OSError:  # a folder that nobody may look into
            self.given_up = True
        else:
            if there:
                self._open()

    @property
    def mark(self) -> str:
        """Return what it is signed with; empty where nobody signed it."""
        return self.page(*_SIGNATURE) or ""

    def page(self, kind: str, name: str) -> str | None:
        """Return what a page tells, None where there is none."""
        if self._pages is None:
            return None
        try:
            found = self._pages.execute(_READ, (kind, name)).fetchone()
        except sqlite3.Error as error:
            self._fail(error)
            return None
        return str(found[0] or b"", "utf-8", "replace") if found else None

    def told(self, kind: str, name: str, again: Callable[[Any], _Thing]) -> _Thing | None:
        """Return what a page tells as JSON; one that cannot be understood is struck out.

        Parameters
        ----------
        kind, name : of the page.
        again : makes of it what was noted; may raise whatever comes of a page of another shape.
        """
        page = self.page(kind, name)
        if page is None:
            return None
        try:
            return again(json.loads(page))
        except _UNREADABLE:
            self.strike(kind, (name,))
            return None

    def write(self, mark: str, pages: Mapping[tuple[str, str], str | None]) -> None:
        """Write pages, take away those for which there is None, and sign with a mark: all or none.

        Parameters
        ----------
        mark : of the generation that all pages are true of now.
        pages : what they tell, by kind and name.
        """
        if self._pages is None and not self.given_up:
            self._open()
        if self._pages is None:
            return
        gone = [name for name, told in pages.items() if told is None]
        told = [(*name, told) for name, told in pages.items() if told is not None]
        try:
            with self._pages:
                self._pages.executemany(_STRIKE, gone)
                self._pages.executemany(_WRITE, (*told, (*_SIGNATURE, mark)))
        except sqlite3.Error as error:
            self._fail(error)

    def strike(self, kind: str, names: Iterable[str] | None = None) -> None:
        """Take pages of a kind away, all of them without names; else it is given up."""
        if self._pages is None:
            return
        try:
            with self._pages:
                if names is None:
                    self._pages.execute("DELETE FROM page WHERE kind = ?", (kind,))
                else:
                    self._pages.executemany(_STRIKE, ((kind, name) for name in names))
        except sqlite3.Error as error:
            self._fail(error)

    def close(self) -> None:
        """Let go of it: it is given up."""
        pages, self._pages, self.given_up = self._pages, None, True
        if pages is not None:
            with suppress(sqlite3.Error):
                pages.close()

    def _open(self) -> None:
        try:
            self._folder.mkdir(exist_ok=True)
            self._pages = _opened(self._folder)
        except (sqlite3.Error, OSError) as error:
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.close()
        if _is_spoilt(error):
            with suppress(OSError):
                throw_away(self._folder)


def throw_away(folder: Path) -> None:
    """Remove the notebook of a folder, and all that it said; only for the holder of the lock.

    Raises
    ------
    OSError : it cannot be removed.
    """
    for end in _FILES:
        (folder / f"{_FILE}{end}").unlink(missing_ok=True)


def _opened(folder: Path) -> sqlite3.Connection:
    """Open the file of a folder; one that is spoilt or of another format begins anew."""
    if (folder / _FILE).exists():
        pages = _connected(folder)
        try:
            if pages.execute("PRAGMA user_version").fetchone() == (FORMAT,):
                pages.execute(_JOURNAL)
                return pages
        except sqlite3.Error as error:
            if not _is_spoilt(error):
                raise
        pages.close()
        throw_away(folder)
    pages = _connected(folder)
    pages.execute(_JOURNAL)
    pages.executescript(_TABLES)
    return pages


def _connected(folder: Path) -> sqlite3.Connection:
    # Nobody else may use it, so there is nobody to wait for.
    return sqlite3.connect(folder / _FILE, timeout=0, check_same_thread=False)


def _is_spoilt(error: Exception) -> bool:
    """Tell whether an error says that a file makes no sense, not that it cannot be had now."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(_SPOILT)
