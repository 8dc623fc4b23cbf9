"""Failures of disk and engine, told as errors of the tree: what, where and what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import (
    InputError,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    Text,
)

# The engine reports most failures without an errno, as the words of RocksDB.
_FULL = ("No space left on device", "File too large", "Disk quota exceeded")
_READ_ONLY = ("Read-only file system", "Permission denied", "Operation not permitted")
_DAMAGED = ("Corruption", "No such file or directory", "Not implemented", "Invalid argument")
_FULL_CODES = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_READ_ONLY_CODES = {errno.EROFS, errno.EACCES, errno.EPERM}


def missing(place: Path) -> StoreMissing:
    """Return the error for a folder without a store."""
    return StoreMissing(
        Text("ở đây chưa có kho dữ liệu nào", "there is no store here"),
        place=str(place),
        remedy=Text(
            "nạp dữ liệu trước, hoặc chỉ đúng thư mục của kho",
            "load something first, or name the right folder",
        ),
    )


def locked(place: Path, holder: str) -> StoreLocked:
    """Return the error for a store that another process (`holder`, its number) writes to."""
    vi, en = (f" (số {holder})", f" (number {holder})") if holder else ("", "")
    return StoreLocked(
        Text(
            f"một tiến trình khác{vi} đang ghi vào kho",
            f"another process{en} is writing to the store",
        ),
        place=str(place),
        remedy=Text(
            "đợi tiến trình đó xong rồi làm lại; đọc thì vẫn được",
            "wait until it is done and try again; reading still works",
        ),
    )


def read_only(place: Path) -> StoreReadOnly:
    """Return the error for a folder that cannot be written."""
    return StoreReadOnly(
        Text("không ghi được vào thư mục của kho", "the folder of the store cannot be written"),
        place=str(place),
        remedy=Text(
            "cấp quyền ghi cho thư mục hoặc chọn kho khác; đọc thì vẫn được",
            "allow writing to the folder or choose another store; reading still works",
        ),
    )


def full(place: Path) -> StoreFull:
    """Return the error for a disk without room."""
    return StoreFull(
        Text(
            "đĩa không còn chỗ; lần ghi này bị bỏ, dữ liệu trước đó còn nguyên",
            "the disk is full; this write was dropped, what was there before is whole",
        ),
        place=str(place),
        remedy=Text("giải phóng chỗ trên đĩa rồi làm lại", "make room on the disk and try again"),
    )


def damaged(place: Path, vi: str, en: str) -> StoreDamaged:
    """Return the error for a store that cannot be opened or does not add up."""
    return StoreDamaged(
        Text(f"kho dữ liệu bị hỏng: {vi}", f"the store is damaged: {en}"),
        place=str(place),
        remedy=Text(
            "giữ thư mục này lại để xem xét; khôi phục từ bản sao lưu, hoặc dời nó đi rồi nạp lại",
            "keep this folder for inspection; restore a backup, or move it away and load again",
        ),
    )


def unreadable(file: Path, reason: str) -> InputError:
    """Return the error for an input file that the system does not let us read."""
    return InputError(
        Text(f"không đọc được tệp: {reason}", f"the file cannot be read: {reason}"),
        place=str(file),
        remedy=Text("kiểm tra đường dẫn và quyền đọc", "check the path and the right to read it"),
    )


def unwritable(file: Path, reason: str) -> InputError:
    """Return the error for an output file that cannot be written."""
    return InputError(
        Text(f"không ghi được tệp: {reason}", f"the file cannot be written: {reason}"),
        place=str(file),
        remedy=Text("chọn chỗ khác để ghi", "choose another place for it"),
    )


def syntax(file: str, error: SyntaxError) -> InputError:
    """Return the error for RDF that cannot be parsed, with file, line and column."""
    place = ":".join([file, *(str(n) for n in (error.lineno, error.offset) if n is not None)])
    return InputError(
        Text(f"RDF không đúng cú pháp: {error.msg}", f"not well-formed RDF: {error.msg}"),
        place=place,
        remedy=Text(
            "sửa chỗ đã nêu rồi nạp lại; kho chưa thay đổi gì",
            "correct the place named and load again; the store has not changed",
        ),
    )


def _told(error: Exception, place: Path) -> Exception:
    code, words = getattr(error, "errno", None), str(error)
    if code in _FULL_CODES or any(sign in words for sign in _FULL):
        return full(place)
    if code in _READ_ONLY_CODES or any(sign in words for sign in _READ_ONLY):
        return read_only(place)
    if any(sign in words for sign in _DAMAGED):
        return damaged(place, words.strip(), words.strip())
    if not isinstance(error, OSError):
        return error  # nothing the engine says: it came from whoever made the quads
    return StoreError(
        Text(f"kho dữ liệu báo lỗi: {words}", f"the store reports: {words}"), place=str(place)
    )


@contextmanager
def store_failures(place: Path) -> Iterator[None]:
    """Turn failures of disk and engine inside the block into errors of the tree.

    Answers of `Reader.query` are lazy: who iterates over them wraps the iteration in this too.

    Parameters
    ----------
    place
        folder of the store.

    Raises
    ------
    StoreFull, StoreReadOnly, StoreDamaged, StoreError
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        told = _told(error, place)
        if told is error:
            raise
        raise told from error
