"""One server with the right to write for each store; another one only reads."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

FILE = "serving"


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether this server may write; `by` names what keeps it from that, empty if nothing does.

    `by` is the number of the other server's process, or `readonly` where nothing can be written.
    """

    held: bool
    by: str = ""


@contextmanager
def hold_service(folder: Path) -> Iterator[Holding]:
    """Be the one server that writes, as long as the context lasts, if there is no other.

    The lock is the operating system's, so it falls with the process that holds it.

    Parameters
    ----------
    folder : what lies beside the store.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        yield Holding(False, "readonly")
        return
    try:
        yield _held(handle)
    finally:
        os.close(handle)


def _held(handle: int) -> Holding:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return Holding(False, os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "?")
    os.ftruncate(handle, 0)
    os.pwrite(handle, str(os.getpid()).encode(), 0)
    return Holding(True)
