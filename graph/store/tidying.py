"""Opening a copy to be changed, so that the engine's tidying of it stays out of the way.

A copy has files that the engine would rather have merged: it begins as soon as the copy is opened,
and what it has not finished when the copy is thrown away was for nothing. At its usual priority
that took a processor from the change itself, whose cost was more than doubled by it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pyoxigraph

#: How the engine names its threads for tidying, of which a process has one pool.
_TIDYING = "rocksdb:low"
#: Nice enough to leave the processors to whoever works, not so nice as to be starved for ever:
#: what is never merged makes every reading slower.
_NICER, _NICEST = 10, 19
_THREADS = Path("/proc/self/task")


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
