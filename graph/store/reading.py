"""The reader's side of a store on disk: the current snapshot, held and opened."""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from graph.store.engine import EngineReader
from graph.store.failures import damaged, missing, store_failures
from graph.store.journal import derived
from graph.store.layout import Current, read_current, snapshot_path
from graph.store.locks import hold_snapshot


def open_current(store: Path) -> EngineReader:
    """Open the current generation.

    Raises
    ------
    StoreMissing
        when there is no store.
    StoreDamaged
        when its snapshot is not there or cannot be opened.
    """
    current, handle = _held(store)
    if current.snapshot is None or handle is None:
        return EngineReader(current.generation, pyoxigraph.Store(), store)
    folder = snapshot_path(store, current.snapshot)
    try:
        with store_failures(folder):
            engine = pyoxigraph.Store.read_only(str(folder))
    except BaseException:
        os.close(handle)
        raise
    past = derived(store, current.generation)
    reader = EngineReader(current.generation, engine, store, past)
    weakref.finalize(reader, os.close, handle)
    return reader


@contextmanager
def hold_current(store: Path) -> Iterator[tuple[int, Path]]:
    """Keep the current generation from being removed; give its number and its folder.

    Raises
    ------
    StoreMissing
        when there is no store, or nothing was ever written to it.
    StoreDamaged
        when its snapshot is not there.
    """
    current, handle = _held(store)
    if current.snapshot is None or handle is None:
        raise missing(store)
    try:
        yield current.generation, snapshot_path(store, current.snapshot)
    finally:
        os.close(handle)


def _held(store: Path) -> tuple[Current, int | None]:
    current = read_current(store)
    while current.snapshot is not None:
        folder = snapshot_path(store, current.snapshot)
        with store_failures(store):
            handle = hold_snapshot(folder)
        if handle is not None:
            return current, handle
        read_before, current = current, read_current(store)
        if current == read_before and not folder.is_dir():
            name = current.snapshot
            raise damaged(folder, f"thiếu thế hệ {name}", f"generation {name} is missing")
    return current, None
