"""Locks: one writer for a store, any number of readers on a snapshot.

They are flocks of the operating system, so they fall with the process that holds them.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.store.failures import locked, store_failures
from graph.store.layout import LIVE, LOCK, SNAPSHOTS, Current

# Network file systems may know no locks; there a reader relies on the two newest generations.
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF}


@contextmanager
def hold_store(store: Path) -> Iterator[None]:
    """Be the one writer of the store.

    Raises
    ------
    StoreLocked, StoreReadOnly
    """
    with store_failures(store):
        handle = os.open(store / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise locked(
                store, os.pread(handle, 20, 0).decode("ascii", "replace").strip()
            ) from None
        with store_failures(store):
            if not os.access(store, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(store))
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)


def hold_snapshot(folder: Path) -> int | None:
    """Keep a snapshot from being removed; None when it is gone already.

    Returns
    -------
    A file descriptor; closing it lets go of the snapshot.
    """
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if _shared(handle) and _same(handle, folder):
        return handle
    os.close(handle)
    return None


def _shared(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        return error.errno in _NO_LOCKS
    return True


def _same(handle: int, folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), folder.stat())
    except FileNotFoundError:
        return False


def sweep(store: Path, current: Current) -> None:
    """Remove snapshots that no one reads: unfinished ones, and all but the newest two.

    Only the holder of the store's lock may call this.
    """
    folders = list((store / SNAPSHOTS).iterdir())
    numbers = sorted(int(folder.name) for folder in folders if folder.name.isdecimal())
    published = [number for number in numbers if number <= current.generation]
    kept = {str(number) for number in published[-2:]}
    for folder in folders:
        if folder.name not in kept:
            _remove_unread(folder)


def clear_forks(store: Path) -> None:
    """Remove the working copies that no process keeps.

    Only the holder of the store's lock may call this.
    """
    for folder in (store / LIVE).iterdir():
        if folder.is_dir():
            _remove_unread(folder)


def _remove_unread(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Renamed first: half removed, it must not look like a generation.
        shutil.rmtree(folder.rename(folder.with_suffix(".gone")), ignore_errors=True)
    except OSError:
        return  # somebody reads it: a later writer removes it
    finally:
        os.close(handle)
