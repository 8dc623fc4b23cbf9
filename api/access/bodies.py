"""Bodies of requests: bounded in bytes and in the time they may take to arrive."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access.caller import ANYONE
from api.problems import Problem, Refused
from graph.errors import Text

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """What a body may be: `bytes` at most, all of it there within `seconds`.

    Of `stranger`, who bears neither token nor session and so writes nothing, fewer are read.
    """

    bytes: int = 32 * _MEGABYTE
    seconds: float = 60.0
    stranger: int = _MEGABYTE

    def of(self, scope: Scope) -> BodyLimits:
        """Return the limits of who sends a request."""
        caller = scope.get("state", {}).get("caller", ANYONE)
        return self if caller.known else replace(self, bytes=min(self.bytes, self.stranger))


class BoundedBodies:
    """Stops reading a body that is too large or too slow; the route then answers 413 or 408.

    A body whose stated length is too large is not read at all.
    """

    def __init__(self, app: ASGIApp, limits: BodyLimits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a body that is watched."""
        if scope["type"] == "http":
            receive = _Watched(receive, self._limits.of(scope), _stated(scope))
        await self._app(scope, receive, send)


class _Watched:
    def __init__(self, receive: Receive, limits: BodyLimits, stated: int) -> None:
        self._receive = receive
        self._limits = limits
        self._stated = stated
        self._got = 0
        self._until: float | None = None
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()  # only waits for the client to go away
        if self._stated > self._limits.bytes:
            raise Refused(_too_large(self._limits), {"connection": "close"})
        message = await self._next()
        self._got += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._got > self._limits.bytes:
            raise Refused(_too_large(self._limits), {"connection": "close"})
        return message

    async def _next(self) -> Message:
        now = time.monotonic()
        self._until = self._until or now + self._limits.seconds
        try:
            return await asyncio.wait_for(self._receive(), max(self._until - now, 0))
        except TimeoutError:
            raise Refused(_too_slow(self._limits), {"connection": "close"}) from None


def _stated(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


def _too_large(limits: BodyLimits) -> Problem:
    most = f"{limits.bytes / _MEGABYTE:.3g} MB"
    return Problem(
        413,
        "body-too-large",
        Text(f"Nội dung gửi lên quá {most}", f"What was sent is larger than {most}"),
        remedy=Text("gửi làm nhiều lần, mỗi lần ít hơn", "send it in several parts"),
    )


def _too_slow(limits: BodyLimits) -> Problem:
    most = f"{limits.seconds:.3g}"
    return Problem(
        408,
        "body-too-slow",
        Text(
            f"Nội dung chưa gửi xong sau {most} giây",
            f"The body was not there after {most} seconds",
        ),
        remedy=Text("kiểm tra đường truyền rồi gửi lại", "check the connection and send it again"),
    )
