"""The writer's side of a store on disk: a fork, a change, a new generation."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pyoxigraph

from graph.errors import StoreDamaged, StoreMissing
from graph.store.engine import AT_ONCE, EngineReader, changes, fill, make
from graph.store.failures import store_failures
from graph.store.journal import tidy_journal, write_entry
from graph.store.layout import (
    LIVE,
    SNAPSHOTS,
    Current,
    clear_scratch,
    current_mark,
    prepare,
    read_current,
    set_aside,
    snapshot_path,
    sync_folder,
    write_current,
)
from graph.store.locks import clear_forks, hold_snapshot, hold_store, sweep
from graph.store.protocol import Change, Content
from graph.store.tidying import open_copy, tidied

_FORKS = count(1)


@dataclass
class Fork:
    """A copy of a generation that changes become the next ones in; held, it is not swept away.

    Opening one costs as much as storing a text, and the engine begins to tidy it each time; so a
    process that changes a store often keeps it, and uses it as long as nobody else wrote.

    Parameters
    ----------
    place : its folder.
    engine : the copy, opened.
    handle : what holds the folder.
    mark : of the generation that it is at (`layout.current_mark`).
    """

    place: Path
    engine: pyoxigraph.Store
    handle: int | None
    mark: tuple[int, ...] = ()

    def close(self) -> None:
        """Throw the copy away."""
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None
        del self.engine  # the folder goes after what writes to it
        shutil.rmtree(self.place, ignore_errors=True)


class Writer:
    """The one writer of a store, from taking its lock to letting go of it."""

    def __init__(
        self, store: Path, current: Current, fork: Fork | None, at_once: int = AT_ONCE
    ) -> None:
        self._store = store
        self._at_once = at_once
        self._current = current
        self._fork = fork

    def apply(self, change: Change) -> int:
        """Make the change in the fork and publish it; return the generation."""
        with self._attempt():
            fork = self._fork = self._fork or self._forked(self._current.snapshot)
            if changes(fork.engine, change):
                make(fork.engine, change, self._at_once)
                tidied(fork.engine, fork.place)
                self._publish(fork.engine.backup, change)
        return self._current.generation

    def base(self) -> EngineReader | None:
        """Return a reader of the fork as it is before the next change; None before the first."""
        if self._fork is None:
            return None
        return EngineReader(self._current.generation, self._fork.engine, self._store)

    def replace(self, quads: Content) -> int:
        """Load everything afresh and publish it; return the generation."""
        with self._attempt():
            self._drop()
            fork = self._fork = self._forked(None)
            fill(fork.engine, quads)
            self._publish(fork.engine.backup)
        return self._current.generation

    def adopt(self, checkpoint: Callable[[Path], None], generation: int) -> int:
        """Publish a checkpoint made elsewhere, after opening it; return its generation here.

        Parameters
        ----------
        checkpoint
            writes it into the folder it is given.
        generation
            the number it bore; in a store that is as far or farther it gets the next one.
        """

        def opened(folder: Path) -> None:
            checkpoint(folder)
            pyoxigraph.Store.read_only(str(folder))  # what cannot be opened is not published

        with self._attempt():
            self._drop()
            number = max(generation, self._current.generation + 1)
            self._publish(opened, generation=number)
        return self._current.generation

    def close(self) -> None:
        """Throw the fork away; what was published stays."""
        self._drop()
        with suppress(OSError):  # others may be kept there
            (self._store / LIVE).rmdir()

    def kept(self) -> Fork | None:
        """Let go of the store but not of the fork, which is for the next writer of this process."""
        fork, self._fork = self._fork, None
        if fork is not None:
            fork.mark = current_mark(self._store)
        return fork

    @contextmanager
    def _attempt(self) -> Iterator[None]:
        try:
            with store_failures(self._store):
                yield
        except BaseException:
            self._drop()  # the fork may be half changed: the next change gets a new one
            raise

    def _drop(self) -> None:
        fork, self._fork = self._fork, None
        if fork is not None:
            fork.close()

    def _forked(self, snapshot: str | None) -> Fork:
        """Return a fork of a snapshot; without one, an empty one."""
        place = self._store / LIVE / f"{os.getpid()}-{next(_FORKS)}"
        try:
            if snapshot is not None:
                source = snapshot_path(self._store, snapshot)
                pyoxigraph.Store.read_only(str(source)).backup(place)
            return Fork(place, open_copy(place), hold_snapshot(place))
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise

    def _publish(
        self,
        checkpoint: Callable[[Path], None],
        change: Change | None = None,
        generation: int | None = None,
    ) -> None:
        """Make a checkpoint the current generation; without a change it replaces everything."""
        number = generation or self._current.generation + 1
        folder = snapshot_path(self._store, str(number))
        shutil.rmtree(folder, ignore_errors=True)  # left by a publication that failed half way
        checkpoint(folder)
        sync_folder(self._store / SNAPSHOTS)
        write_entry(self._store, number, change)
        current = Current(number, str(number))
        write_current(self._store, current)
        self._current = current
        sweep(self._store, current)
        tidy_journal(self._store, number, afresh=change is None)


@contextmanager
def writing(
    store: Path, *, mend: bool = False, fork: Fork | None = None, at_once: int = AT_ONCE
) -> Iterator[Writer]:
    """Take the store's lock, make the store if there is none, and give its writer.

    Parameters
    ----------
    store
        its folder.
    mend
        set aside a store that cannot be read and begin an empty one in its place.
    fork
        what an earlier writer of this process kept; thrown away if another one wrote since.
    at_once
        processors that loading many quads may take.

    Raises
    ------
    StoreLocked, StoreReadOnly, StoreFull, StoreDamaged, InputError
    """
    prepare(store)
    with hold_store(store):
        with store_failures(store):
            current = _begun(store, mend)
            clear_scratch(store)
            clear_forks(store)
            sweep(store, current)
            if fork is not None and fork.mark != current_mark(store):
                fork.close()
                fork = None
        writer = Writer(store, current, fork, at_once)
        try:
            yield writer
        finally:
            writer.close()


def _begun(store: Path, mend: bool) -> Current:
    try:
        return read_current(store)
    except StoreMissing:
        write_current(store, Current(0))
    except StoreDamaged:
        if not mend:
            raise
        write_current(store, Current(set_aside(store)))
    return read_current(store)
