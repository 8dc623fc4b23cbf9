"""The writer's side of a store on disk: a fork, a change, a new generation."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad

from graph.errors import StoreDamaged, StoreMissing
from graph.store.engine import changes, fill, make
from graph.store.failures import store_failures
from graph.store.journal import tidy_journal, write_entry
from graph.store.layout import (
    LIVE,
    SNAPSHOTS,
    Current,
    clear_scratch,
    prepare,
    read_current,
    set_aside,
    snapshot_path,
    sync_folder,
    write_current,
)
from graph.store.locks import hold_store, sweep
from graph.store.protocol import Change


class Writer:
    """The one writer of a store, from taking its lock to letting go of it."""

    def __init__(self, store: Path, current: Current) -> None:
        self._store = store
        self._current = current
        self._live: pyoxigraph.Store | None = None
        self._forks = 0

    def apply(self, change: Change) -> int:
        """Make the change in the fork and publish it; return the generation."""
        with self._attempt():
            live = self._live = self._live or self._fork()
            if changes(live, change):
                make(live, change)
                self._publish(live.backup, change)
        return self._current.generation

    def replace(self, quads: Iterable[Quad] | Path) -> int:
        """Load everything afresh and publish it; return the generation."""
        with self._attempt():
            live = pyoxigraph.Store(self._scratch())
            fill(live, quads)
            self._publish(live.backup)
            self._live = live
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
            self._live = None
            number = max(generation, self._current.generation + 1)
            self._publish(opened, generation=number)
        return self._current.generation

    def close(self) -> None:
        """Throw the fork away; what was published stays."""
        self._live = None
        shutil.rmtree(self._store / LIVE, ignore_errors=True)

    @contextmanager
    def _attempt(self) -> Iterator[None]:
        try:
            with store_failures(self._store):
                yield
        except BaseException:
            self._live = None  # the fork may be half changed: the next change gets a new one
            raise

    def _scratch(self) -> Path:
        self._forks += 1
        return self._store / LIVE / str(self._forks)

    def _fork(self) -> pyoxigraph.Store:
        place = self._scratch()
        if self._current.snapshot is not None:
            source = snapshot_path(self._store, self._current.snapshot)
            pyoxigraph.Store.read_only(str(source)).backup(place)
        return pyoxigraph.Store(place)

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
def writing(store: Path, *, mend: bool = False) -> Iterator[Writer]:
    """Take the store's lock, make the store if there is none, and give its writer.

    Parameters
    ----------
    store
        its folder.
    mend
        set aside a store that cannot be read and begin an empty one in its place.

    Raises
    ------
    StoreLocked, StoreReadOnly, StoreFull, StoreDamaged, InputError
    """
    prepare(store)
    with hold_store(store):
        with store_failures(store):
            current = _begun(store, mend)
            clear_scratch(store)
            sweep(store, current)
        writer = Writer(store, current)
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
