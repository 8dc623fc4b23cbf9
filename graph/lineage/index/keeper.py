"""Where an index comes from: made once for a generation, kept beside the store, then followed.

Whoever first asks makes the index and leaves it in the folder of the store; after a change only
the documents that it touched are read anew, in this process and in any other. Nothing depends on
the file: where it cannot be written, read or trusted, the index is made again.
"""

from __future__ import annotations

import contextlib
import ctypes
import threading
from pathlib import Path
from weakref import WeakKeyDictionary

from graph.lineage.index.arrays import LineageIndex
from graph.lineage.index.build import index_of
from graph.lineage.index.files import load, save
from graph.lineage.index.patch import documents_in, patched
from graph.store.journal import Derivable, Derived
from graph.store.protocol import Reader

_FEW, _SHARE = 200, 0.02  # touched documents up to which following is quicker than making anew
_STORES = 4  # stores whose newest index is kept in memory
_LONG = 300  # touched documents after which the file is written anew

_LOCK = threading.RLock()
_MADE: WeakKeyDictionary[Reader, LineageIndex] = WeakKeyDictionary()
#: For each folder of a store the newest index of this process, and the mark of its generation.
_NEWEST: dict[Path, tuple[str, LineageIndex]] = {}


def index_for(reader: Reader) -> LineageIndex:
    """Return the index of the generation that a reader sees."""
    with _LOCK:
        if reader not in _MADE:
            past = reader.derived if isinstance(reader, Derivable) else None
            _MADE[reader] = index_of(reader) if past is None else _kept(reader, past)
        return _MADE[reader]


def _kept(reader: Reader, past: Derived) -> LineageIndex:
    """Return the index of a generation on disk: the one there is, followed, or made anew."""
    newest = _NEWEST.get(past.store)
    index = newest and _followed(reader, past, *newest)
    stored = load(past.folder) if index is None else None
    if index is None:
        index = stored and _followed(reader, past, *stored)
    if index is None:
        index = index_of(reader)
        if stored is None or stored[1].generation <= past.generation:
            _leave(index, past)
        _give_back()
    if newest is None or newest[1].generation <= past.generation:
        _NEWEST.pop(past.store, None)
        _NEWEST[past.store] = past.mark, index
        while len(_NEWEST) > _STORES:
            del _NEWEST[next(iter(_NEWEST))]
    return index


def _followed(reader: Reader, past: Derived, mark: str, index: LineageIndex) -> LineageIndex | None:
    """Return an index of an earlier generation brought up to this one; None when it is too far."""
    if mark == past.mark:
        return index
    touched = past.touched_since(mark)
    if touched is None:
        return None
    documents = documents_in(reader, touched)
    if len(documents) > max(_FEW, len(index) * _SHARE):
        return None
    index = patched(index, reader, documents)
    if len(documents) > _LONG:
        _leave(index, past)
    return index


def _leave(index: LineageIndex, past: Derived) -> None:
    """Leave an index beside the store, for other processes, if that is possible."""
    with contextlib.suppress(OSError):
        save(index, past.mark, past.folder)


def _give_back() -> None:
    """Give back the memory in which an index was made: the allocator keeps it for what may come."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc; others need no asking
    if trim is not None:
        trim(0)
