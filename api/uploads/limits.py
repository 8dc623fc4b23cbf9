"""How much may be sent, and what reading it may take."""

from __future__ import annotations

from dataclasses import dataclass

from api.problems import Problem
from graph.errors import InputError, Text

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """The most of everything.

    Parameters
    ----------
    files : texts sent at a time.
    file_bytes : size of one of them.
    quads : statements of RDF sent at a time.
    seconds : time for reading all of them.
    memory : bytes that the process which reads them may take.
    output : bytes that it may tell.
    waiting : jobs that wait or run at a time.
    """

    files: int = 20
    file_bytes: int = 2 * _MEGABYTE
    quads: int = 200_000
    seconds: float = 120.0
    memory: int = 2048 * _MEGABYTE
    output: int = 64 * _MEGABYTE
    waiting: int = 10


def too_many(limits: UploadLimits) -> Problem:
    """Return the refusal of more texts than may be sent at a time."""
    return Problem(
        413,
        "too-many-files",
        Text(f"Mỗi lần nhiều nhất {limits.files} bài", f"At most {limits.files} texts at a time"),
        remedy=Text("gửi làm nhiều lần", "send them in several parts"),
    )


def too_large(name: str, limits: UploadLimits) -> Problem:
    """Return the refusal of a text that is too large."""
    most = f"{limits.file_bytes / _MEGABYTE:.3g} MB"
    return Problem(
        413,
        "file-too-large",
        Text(f"Mỗi bài nhiều nhất {most}", f"A text may have {most} at most"),
        place=name,
        remedy=Text("tách thành từng bài, từng văn bản", "split it into single texts"),
    )


def busy(limits: UploadLimits) -> Problem:
    """Return the refusal of work while enough waits already."""
    return Problem(
        429,
        "too-many-jobs",
        Text(
            f"Đang có {limits.waiting} việc chờ, chưa nhận thêm",
            f"{limits.waiting} jobs are waiting already",
        ),
        remedy=Text("thử lại sau ít phút", "try again in a few minutes"),
    )


def too_slow(limits: UploadLimits) -> InputError:
    """Return the error of reading that took too long."""
    seconds = f"{limits.seconds:.3g}"
    return InputError(
        Text(f"đọc chưa xong sau {seconds} giây", f"reading was not done after {seconds} seconds"),
        remedy=Text("gửi ít hơn mỗi lần", "send less at a time"),
    )


def too_heavy(limits: UploadLimits) -> InputError:
    """Return the error of reading that needed too much memory, or told too much."""
    return InputError(
        Text(
            f"đọc cần hơn {limits.memory // _MEGABYTE} MB bộ nhớ hoặc cho ra quá nhiều",
            f"reading needs more than {limits.memory // _MEGABYTE} MB of memory or tells too much",
        ),
        remedy=Text("gửi ít hơn mỗi lần", "send less at a time"),
    )
