"""Texts of the sources, as files beside the generations: written whole, then named.

A text is named by the SHA-256 of its bytes, so it never changes under a name; what was read in it
stands beside it. They are written before the transaction that speaks of them and removed after the
one that no longer does: what a crash leaves over is a file that nothing names.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from graph.store.failures import store_failures

_AT_ONCE = 4
_TOGETHER = 64  # files open at a time, by each of these


class Texts(Protocol):
    """Named pieces of text that live beside a dataset."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes under a name, None when there are none."""
        ...

    def write(self, name: str, content: bytes) -> bool:
        """Put bytes under a name, whole or not at all; tell whether anything changed."""
        ...

    def write_all(self, contents: Mapping[str, bytes]) -> tuple[str, ...]:
        """Put bytes under many names; return the names that were not there before."""
        ...

    def remove(self, name: str) -> None:
        """Take a name away; one that is not there is no error."""
        ...

    def names(self) -> tuple[str, ...]:
        """Return every name, sorted."""
        ...


class MemoryTexts:
    """Texts that end with their process."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def read(self, name: str) -> bytes | None:
        """Return the bytes under a name, None when there are none."""
        return self._kept.get(name)

    def write(self, name: str, content: bytes) -> bool:
        """Put bytes under a name; tell whether anything changed."""
        changed = self._kept.get(name) != content
        self._kept[name] = content
        return changed

    def write_all(self, contents: Mapping[str, bytes]) -> tuple[str, ...]:
        """Put bytes under many names; return the names that were not there before."""
        new = tuple(name for name in contents if name not in self._kept)
        self._kept.update(contents)
        return new

    def remove(self, name: str) -> None:
        """Take a name away."""
        self._kept.pop(name, None)

    def names(self) -> tuple[str, ...]:
        """Return every name, sorted."""
        return tuple(sorted(self._kept))


class FolderTexts:
    """Texts in a folder of this machine.

    Parameters
    ----------
    folder : made by the first `write`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """Return the bytes under a name, None when there are none.

        Raises
        ------
        StoreError
        """
        with store_failures(self._folder.parent):
            try:
                return (self._folder / name).read_bytes()
            except FileNotFoundError:
                return None

    def write(self, name: str, content: bytes) -> bool:
        """Put bytes under a name, whole or not at all; tell whether anything changed.

        Raises
        ------
        StoreFull, StoreReadOnly, StoreError
        """
        if self.read(name) == content:
            return False
        self._settle([(name, content)])
        return True

    def write_all(self, contents: Mapping[str, bytes]) -> tuple[str, ...]:
        """Put bytes under many names, each whole; return the names that were not there before.

        After a failure none of the new names is left.

        Raises
        ------
        StoreFull, StoreReadOnly, StoreError
        """
        new = tuple(name for name in contents if not (self._folder / name).exists())
        files = [(name, contents[name]) for name in new]
        portions = [files[place : place + _TOGETHER] for place in range(0, len(files), _TOGETHER)]
        try:
            for name in contents.keys() - set(new):
                self.write(name, contents[name])
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                for _ in threads.map(self._settle, portions):
                    pass
        except BaseException:
            for name in new:
                self.remove(name)
            raise
        return new

    def _settle(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Write files, bring them to rest and name them.

        All of them are written before the disk is waited for: it brings many small files to rest
        together in little more time than one.
        """
        fresh = [self._folder / f".{name}.new" for name, _ in files]  # the writer is alone
        with store_failures(self._folder.parent):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                with ExitStack() as opened:
                    streams = [opened.enter_context(file.open("wb")) for file in fresh]
                    for stream, (_, content) in zip(streams, files, strict=True):
                        stream.write(content)
                        stream.flush()
                    for stream in streams:
                        os.fsync(stream.fileno())
                for file, (name, _) in zip(fresh, files, strict=True):
                    file.replace(self._folder / name)
            except BaseException:
                for file in fresh:
                    file.unlink(missing_ok=True)
                raise

    def names(self) -> tuple[str, ...]:
        """Return every name, sorted; what an interrupted writer left is none.

        Raises
        ------
        StoreError
        """
        with store_failures(self._folder.parent):
            if not self._folder.is_dir():
                return ()
            found = (entry.name for entry in self._folder.iterdir())
            return tuple(sorted(name for name in found if not name.startswith(".")))

    def remove(self, name: str) -> None:
        """Take a name away; one that is not there is no error."""
        with store_failures(self._folder.parent):
            (self._folder / name).unlink(missing_ok=True)
