"""Copies to be changed: the engine's tidying of them stays out of the way, and yet is done.

A copy has files that the engine would rather have merged: it begins as soon as the copy is opened,
and what it has not finished when the copy is thrown away was for nothing. At its usual priority
that took a processor from the change itself, whose cost was more than doubled by it. Put off for
ever it would make reading slower: each file on an index is looked into. So it is done at once when
there are many.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pyoxigraph

#: How the engine names its threads for tidying, of which a process has one pool, and its files.
_TIDYING, _TABLE = "rocksdb:low", ".sst"
#: Nice enough to leave the processors to the change, not so nice as to be starved by other work.
_NICER, _NICEST = 5, 19
_THREADS = Path("/proc/self/task")
#: Files up to which a copy counts as tidy, whatever its size, and bytes for which it may have one
#: more: the engine makes files of 64 MB, a loading of many quads leaves twenty, of few ten. With
#: 130 files on 100,000 documents a subject is read in three times the time that 40 take.
_FILES, _BYTES = 160, 32 << 20
#: Bytes of the largest copy that is rewritten for it, a matter of seconds. In a larger one that
#: would hold up its writer for a minute: there the engine itself merges when an index has too many.
_LARGEST = 1 << 30


def open_copy(place: Path) -> pyoxigraph.Store:
    """Open a store of the engine for changing, its tidying at low priority.

    Parameters
    ----------
    place : its folder; made when it does not exist.
    """
    engine = pyoxigraph.Store(place)
    with suppress(OSError):  # other systems do not tell of threads, or let none be slowed
        _step_back()
    return engine


def tidied(engine: pyoxigraph.Store, place: Path) -> bool:
    """Have a copy tidied if it has many files to merge and is not large; tell whether it was.

    It takes as long as rewriting the copy, which is why it is put off until many changes share it.

    Parameters
    ----------
    engine : the copy.
    place : its folder.
    """
    sizes = _sizes(place)
    size = sum(sizes)
    if size > _LARGEST or len(sizes) <= _FILES + size // _BYTES:
        return False
    engine.optimize()
    return True


def _sizes(place: Path) -> list[int]:
    found: list[int] = []
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.name.endswith(_TABLE):
                with suppress(FileNotFoundError):  # merged with others and removed meanwhile
                    found.append(entry.stat().st_size)
    return found


def tidying_threads() -> tuple[int, ...]:
    """Return the threads of this process in which the engine tidies; none where nobody can tell."""
    found: list[int] = []
    with suppress(OSError):
        for thread in _THREADS.iterdir():
            with suppress(OSError):  # it has just ended
                if (thread / "comm").read_text().strip().startswith(_TIDYING):
                    found.append(int(thread.name))
    return tuple(found)


def _step_back() -> None:
    nice = min(os.getpriority(os.PRIO_PROCESS, 0) + _NICER, _NICEST)
    for thread in tidying_threads():
        if os.getpriority(os.PRIO_PROCESS, thread) < nice:
            os.setpriority(os.PRIO_PROCESS, thread, nice)
