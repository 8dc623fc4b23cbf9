"""Connections of clients: how many one may hold, and how long it may let them idle.

uvicorn bounds neither the time in which a request must begin nor that in which an answer must be
taken, nor the connections of one client: opening many and saying nothing would shut all others out.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import resource
import socket
import struct
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import h11
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

from api.addresses import client_at
from api.problems import MEDIA_TYPE, Problem
from graph.errors import Text

_WANTED = 8192  # descriptors, where the system lets us have so many; half are for connections
_RESET = struct.pack("ii", 1, 0)  # linger for no second: what waits to be sent is dropped
_PIECE = 1 << 14  # bytes that are looked at together


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """What connections may take.

    Parameters
    ----------
    most : connections of all clients.
    each : of one client; those that a proxy brings count as one client's.
    head : bytes of the line of a request and its headers.
    begin : seconds in which a request's headers must have come.
    stalled : seconds for which a client may take nothing of an answer that waits.
    """

    most: int = 1000
    each: int = 100
    head: int = 1 << 16
    begin: float = 20.0
    stalled: float = 30.0


def bounded(limits: ConnectionLimits) -> type[H11Protocol]:
    """Return the protocol of a server whose connections are bounded together."""
    clients: Counter[str] = Counter()
    return type("Bounded", (BoundedProtocol,), {"limits": limits, "clients": clients})


def take_descriptors(limits: ConnectionLimits) -> ConnectionLimits:
    """Let this process open enough files, and return how many connections that allows."""
    soft, hard = (
        _WANTED if found == resource.RLIM_INFINITY else found
        for found in resource.getrlimit(resource.RLIMIT_NOFILE)
    )
    wanted = min(_WANTED, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    most = min(limits.most, max(soft, wanted) // 2)
    return replace(limits, most=most, each=min(limits.each, most))


class BoundedProtocol(H11Protocol):
    """One connection; ended when it is one too many, when it begins nothing or takes nothing."""

    limits: ConnectionLimits
    clients: Counter[str]

    def __init__(self, config: Config, *arguments: Any, **named: Any) -> None:
        super().__init__(config, *arguments, **named)
        self.conn = h11.Connection(h11.SERVER, self.limits.head)
        self._host = ""
        self._beginning: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, unless it is one too many."""
        super().connection_made(transport)
        self._host = client_at(self.client[0] if self.client else "")
        self.clients[self._host] += 1
        if self.clients[self._host] > self.limits.each:
            self._refuse(too_many(self.limits.each, client=True))
        elif self.clients.total() > self.limits.most:
            self._refuse(too_many(self.limits.most, client=False))
        else:
            self._await_beginning()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._began()
        self._took()
        self.clients[self._host] -= 1
        if not self.clients[self._host]:
            del self.clients[self._host]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; the headers of a request must be whole in their time and size."""
        for start in range(0, len(data), _PIECE):
            if self.transport.is_closing():
                return
            super().data_received(data[start : start + _PIECE])
        if self.cycle is None or self.cycle.response_complete:
            self._await_beginning()
        else:
            self._began()

    def pause_writing(self) -> None:
        """Note that the client does not take what waits for it."""
        super().pause_writing()
        if self._taking is None:
            self._taking = self.loop.call_later(self.limits.stalled, self._cut)

    def resume_writing(self) -> None:
        """Note that the client takes it again."""
        self._took()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Tell what is wrong with what came, as all problems are told."""
        pending, _ = self.conn.trailing_data
        self._refuse(HEAD_TOO_LARGE if len(pending) > self.limits.head else NOT_HTTP)

    def timeout_keep_alive_handler(self) -> None:
        """End a connection on which nothing is asked any more, whatever of it was taken."""
        super().timeout_keep_alive_handler()
        self.loop.call_later(self.limits.stalled, self._cut)

    def _refuse(self, problem: Problem) -> None:
        """Answer with a problem and close; where an answer is under way, only close."""
        if self.conn.our_state not in {h11.IDLE, h11.SEND_RESPONSE}:
            self._cut()
            return
        both = f"{problem.message.vi} / {problem.message.en}"  # nobody knows who is asking
        said = json.dumps(problem.as_json("vi") | {"detail": both}, ensure_ascii=False).encode()
        headers = [("content-type", MEDIA_TYPE), ("content-length", str(len(said)))]
        start = h11.Response(
            status_code=problem.status,
            headers=[*headers, ("connection", "close"), ("x-content-type-options", "nosniff")],
        )
        for event in (start, h11.Data(data=said), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
        self.loop.call_later(self.limits.stalled, self._cut)

    def _cut(self) -> None:
        """Break the connection, and let the system forget what the client did not take."""
        link = self.transport.get_extra_info("socket")
        with contextlib.suppress(OSError):  # it is closed by now
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.transport.abort()

    def _await_beginning(self) -> None:
        if self._beginning is None and not self.transport.is_closing():
            self._beginning = self.loop.call_later(self.limits.begin, self._cut)

    def _began(self) -> None:
        if self._beginning is not None:
            self._beginning.cancel()
            self._beginning = None

    def _took(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None


def too_many(most: int, *, client: bool) -> Problem:
    """Return the refusal of one more connection, of all or of one client."""
    vi, en = (" của cùng một máy", " of one client") if client else ("", "")
    return Problem(
        503,
        "too-many-connections",
        Text(f"Đã có {most} kết nối{vi}, mức tối đa", f"{most} connections{en} are open, the most"),
        place=f"{'each' if client else 'most'}={most}",
        remedy=Text("đóng bớt kết nối rồi gửi lại", "close some of them and send it again"),
    )


HEAD_TOO_LARGE = Problem(
    431,
    "headers-too-large",
    Text("Dòng yêu cầu và tiêu đề quá lớn", "The request line and headers are too large"),
    remedy=Text("gửi câu truy vấn bằng POST, bớt tiêu đề", "send the query by POST, fewer headers"),
)
NOT_HTTP = Problem(
    400,
    "not-http",
    Text("Nội dung gửi tới không phải HTTP/1.1", "What was sent is not HTTP/1.1"),
    remedy=Text("gửi lại bằng một trình khách HTTP", "send it again by an HTTP client"),
)
