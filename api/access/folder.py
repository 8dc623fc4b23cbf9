"""What is kept beside a store and never inside it, so that no backup carries it away.

`<store>.access/` may be entered by its owner alone (0700), and so may its files be read (0600).
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.errors import StoreDamaged, Text
from graph.store.failures import store_failures

_LOCK = "lock"


def folder_beside(store: Path) -> Path:
    """Return the folder of a store's tokens, links and log of writes."""
    place = store.absolute()
    return place.with_name(f"{place.name}.access")


class KeptRows:
    """A small table in a JSON file of the folder: replaced whole, read again when it changed.

    Parameters
    ----------
    folder : where it lies; made by the first change.
    name : name of the file.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._file = folder / name
        self._seen: tuple[tuple[int, int, int], list[dict[str, Any]]] | None = None

    def read(self) -> list[dict[str, Any]]:
        """Return the rows; none where there is no file.

        Raises
        ------
        StoreDamaged : the file is not what was written.
        """
        try:
            found = self._file.stat()
        except FileNotFoundError:
            return []
        stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
        if self._seen is None or self._seen[0] != stamp:
            self._seen = (stamp, self._parsed())
        return self._seen[1]

    @contextmanager
    def changing(self) -> Iterator[list[dict[str, Any]]]:
        """Hand out the rows to be changed, nobody else changing them, and write them after."""
        with store_failures(self._folder):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            rows = [dict(row) for row in self.read()]
            yield rows
            with store_failures(self._folder):
                self._write(rows)
        finally:
            os.close(handle)

    def _parsed(self) -> list[dict[str, Any]]:
        try:
            rows = json.loads(self._file.read_bytes())["rows"]
            return [dict(row) for row in rows]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreDamaged(
                Text("tệp này không đọc được", "this file cannot be read"),
                place=str(self._file),
                remedy=Text(
                    "xóa tệp rồi tạo lại các mã truy cập",
                    "remove it and make the tokens again",
                ),
            ) from error

    def _write(self, rows: list[dict[str, Any]]) -> None:
        fresh = self._file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump({"rows": rows}, stream, ensure_ascii=False, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(self._file)
