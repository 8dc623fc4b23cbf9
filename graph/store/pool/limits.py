"""What queries may take of the machine, and how it is told when that is not enough."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import Busy, LimitReached, QueryError, Text

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What the service gives to queries.

    Parameters
    ----------
    workers : processes, and so queries that run at a time.
    reserved : of these, kept for short queries: longer ones never hold them all, and clients that
        lately asked a long one get none of them.
    short : seconds up to which a query counts as short.
    lately : seconds for which a client is remembered to have asked a long one.
    seconds : longest time of one query, its answer sent.
    memory : bytes of address space of one worker.
    kept : bytes of memory that a worker may hold after an answer; with more it is replaced.
    answer : bytes of the largest answer.
    waiting : requests that may wait for a worker, of all clients.
    waiting_each : of one client.
    patience : seconds that a request waits for a worker.
    """

    workers: int = 6
    reserved: int = 2
    short: float = 1.0
    lately: float = 60.0
    seconds: float = 30.0
    memory: int = 2 << 30
    kept: int = 512 * _MEGABYTE
    answer: int = 512 * _MEGABYTE
    waiting: int = 64
    waiting_each: int = 32
    patience: float = 20.0


def too_slow(seconds: float, option: str | None = None) -> LimitReached:
    """Return the error of a query that was ended after `seconds`.

    Parameters
    ----------
    seconds : the most time that it might take.
    option : what whoever asked can allow more by, if there is such a thing.
    """
    most = f"{seconds:.4g}"
    vi, en = (f", hoặc tăng {option}", f", or raise {option}") if option else ("", "")
    return LimitReached(
        Text(
            f"truy vấn chưa xong sau {most} giây, thời gian tối đa cho phép",
            f"the query was not done after {most} seconds, the most time it may take",
        ),
        place=f"{option} {most}" if option else f"seconds={most}",
        remedy=Text(
            f"thêm điều kiện, nối các mẫu với nhau hoặc thêm LIMIT{vi}",
            f"narrow it by conditions, join its patterns, set a LIMIT{en}",
        ),
    )


def too_large(memory: int) -> LimitReached:
    """Return the error of a query that needed more than `memory` bytes."""
    most = f"{memory / (1 << 30):.3g} GiB"
    return LimitReached(
        Text(
            f"truy vấn cần nhiều bộ nhớ hơn mức tối đa cho phép là {most}",
            f"the query needs more memory than the {most} it may take",
        ),
        place=f"memory={most}",
        remedy=Text(
            "thêm điều kiện, nối các mẫu với nhau hoặc thêm LIMIT",
            "add conditions, join its patterns, or set a LIMIT",
        ),
    )


def too_long(size: int) -> LimitReached:
    """Return the error of an answer of more than `size` bytes."""
    most = f"{size / _MEGABYTE:.3g} MB"
    return LimitReached(
        Text(f"kết quả lớn hơn {most}, mức tối đa", f"the answer is larger than {most}, the most"),
        place=f"answer={most}",
        remedy=Text("lấy từng phần bằng LIMIT và OFFSET", "fetch it in parts by LIMIT and OFFSET"),
    )


def broken(code: int | None) -> QueryError:
    """Return the error of a query on which the engine broke down, with the code of its end."""
    return QueryError(
        Text(
            f"bộ máy truy vấn dừng đột ngột ở truy vấn này (mã {code})",
            f"the engine broke down on this query (code {code})",
        ),
        remedy=Text("chia thành truy vấn nhỏ hơn, phẳng hơn", "split it, or write it flatter"),
    )


def crowded(most: int, *, client: bool) -> Busy:
    """Return the refusal of one more request to wait, of all or of one client."""
    vi, en = (" của cùng một máy", " of one client") if client else ("", "")
    return Busy(
        Text(
            f"đã có {most} truy vấn{vi} đang chờ, mức tối đa",
            f"{most} queries{en} are waiting already, the most that may",
        ),
        place=f"waiting{'_each' if client else ''}={most}",
        remedy=Text("đợi ít giây rồi gửi lại", "wait some seconds and send it again"),
    )


def waited(patience: float) -> Busy:
    """Return the refusal of a request for which no worker came free."""
    most = f"{patience:.3g}"
    return Busy(
        Text(
            f"không có chỗ chạy truy vấn trong {most} giây",
            f"no room to run the query came free within {most} seconds",
        ),
        place=f"patience={most}",
        remedy=Text("đợi ít giây rồi gửi lại", "wait some seconds and send it again"),
    )


def no_room_for_long(short: float, most: int) -> Busy:
    """Return the refusal of a query that grew long while the room for long ones was taken."""
    said = f"{short:.3g}"
    return Busy(
        Text(
            f"truy vấn chạy quá {said} giây khi {most} chỗ cho truy vấn dài đều bận",
            f"the query ran over {said} seconds while all {most} places for long ones were taken",
        ),
        place=f"short={said}",
        remedy=Text(
            "thu hẹp truy vấn, hoặc đợi ít giây rồi gửi lại",
            "narrow the query, or wait some seconds and send it again",
        ),
    )


def ending() -> Busy:
    """Return the refusal of what was running or waiting when the service ended."""
    return Busy(
        Text("dịch vụ đang dừng", "the service is ending"),
        remedy=Text("gửi lại khi dịch vụ chạy lại", "send it again when the service runs again"),
    )
