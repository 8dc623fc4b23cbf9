"""Answers of workers over HTTP: sent as they come, held back a little, never cut unnoticed.

An answer that is whole before it grows past a block is sent with its length, and whatever goes
wrong until then is told as a problem. A longer one is streamed. Should it not come to its end, the
connection is broken: a client never takes a part for the whole.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import AsyncExitStack
from typing import Any, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from api.addresses import client_at
from api.negotiate import content_type
from graph.errors import CascadeError
from graph.store.pool.messages import Begun, Task
from graph.store.pool.pool import Pool, Running

_LOG = logging.getLogger(__name__)
_HELD_BACK = 2  # blocks
_T = TypeVar("_T")


async def answered(
    request: Request, pool: Pool, task: Task, headers: Mapping[str, str] | None = None
) -> tuple[Begun, Response]:
    """Run a task and return how its answer begins, and the response that carries it.

    Parameters
    ----------
    request : who asks; when the client goes away, the task is ended.
    pool : the workers.
    task : what to do.
    headers : further headers of the answer.

    Raises
    ------
    CascadeError
        what stood against the task before anything was sent.
    """
    stack = AsyncExitStack()
    try:
        running = await attended(
            request, stack.enter_async_context(pool.running(client_of(request), task))
        )
        blocks = running.blocks()
        held = await attended(request, _first(blocks))
    except BaseException:
        await stack.aclose()
        raise
    media, said = content_type(running.begun.media_type), {"vary": "accept", **(headers or {})}
    if running.whole:
        await stack.aclose()
        return running.begun, Response(b"".join(held), media_type=media, headers=said)
    seconds = pool.limits.seconds
    return running.begun, _Streamed(_joined(held, blocks), media, said, (stack, seconds))


async def collected(
    request: Request, pool: Pool, task: Task, payload: bytes = b""
) -> tuple[Begun, dict[bytes, bytes]]:
    """Run a task and return how its answer begins, and all its bytes by kind of frame."""

    async def work() -> tuple[Begun, dict[bytes, bytes]]:
        async with pool.running(client_of(request), task, payload) as running:
            return running.begun, await _by_kind(running)

    return await attended(request, work())


async def attended(request: Request, work: Coroutine[Any, Any, _T]) -> _T:
    """Return what `work` comes to, unless the client goes away first, which ends the work.

    Raises
    ------
    ClientDisconnect
    """
    doing, gone = asyncio.ensure_future(work), asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait((doing, gone), return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            return doing.result()
        raise ClientDisconnect
    finally:
        gone.cancel()
        if not doing.done():
            doing.cancel()
            with contextlib.suppress(asyncio.CancelledError, CascadeError):
                await doing


def client_of(request: Request) -> str:
    """Return whom to count a request for: who bears a token or a session, else an address."""
    caller = request.state.caller
    if caller.known:
        return f"caller {caller.name}"
    return client_at(request.client.host) if request.client else ""


async def _by_kind(running: Running) -> dict[bytes, bytes]:
    found: dict[bytes, list[bytes]] = {}
    async for kind, block in running.frames():
        found.setdefault(kind, []).append(block)
    return {kind: b"".join(blocks) for kind, blocks in found.items()}


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _first(blocks: AsyncIterator[bytes]) -> list[bytes]:
    held: list[bytes] = []
    async for block in blocks:
        held.append(block)
        if len(held) == _HELD_BACK:
            break
    return held


async def _joined(held: list[bytes], blocks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    for block in held:
        yield block
    async for block in blocks:
        yield block


class _Streamed(StreamingResponse):
    def __init__(
        self,
        blocks: AsyncIterator[bytes],
        media: str,
        headers: Mapping[str, str],
        held: tuple[AsyncExitStack, float],
    ) -> None:
        super().__init__(blocks, media_type=media, headers=headers)
        self._stack, self._seconds = held

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async with self._stack:
            await super().__call__(scope, receive, send)

    async def stream_response(self, send: Send) -> None:
        start = {"type": "http.response.start", "status": self.status_code}
        await send({**start, "headers": self.raw_headers})
        body = {"type": "http.response.body"}
        try:
            # Who takes nothing of what is sent would else hold the worker's place.
            async with asyncio.timeout(self._seconds):
                async for block in self.body_iterator:
                    await send({**body, "body": block, "more_body": True})
        except (CascadeError, TimeoutError) as error:
            # Without a last message the server breaks the connection.
            _LOG.warning("answer cut: %s", str(error) or "not taken in time")
            return
        await send({**body, "body": b"", "more_body": False})
