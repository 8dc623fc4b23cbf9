"""Bodies that are too large or too slow."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.types import Message, Receive, Scope, Send

from api.access.bodies import BodyLimits, BoundedBodies
from api.access.caller import Caller
from api.access.caller import Scope as AccessScope
from api.problems import Refused


def read_through(
    messages: list[Message],
    limits: BodyLimits,
    stated: str = "",
    caller: dict[str, Caller] | None = None,
) -> list[bytes]:
    """Return what an application gets of a body that comes in these pieces."""
    got: list[bytes] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        more = True
        while more:
            message = await receive()
            got.append(message["body"])
            more = message["more_body"]

    async def receive() -> Message:
        if not messages:
            await asyncio.sleep(3600)
        return messages.pop(0)

    async def send(message: Message) -> None:
        raise AssertionError(message)

    headers = [(b"content-length", stated.encode())] if stated else []
    scope = {"type": "http", "headers": headers, "state": caller or {}}
    bounded = BoundedBodies(app, limits)
    # In a thread of its own: another test of this process may have left its loop in the main one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(bounded(scope, receive, send))).result()
    return got


def pieces(*bodies: bytes) -> list[Message]:
    last = len(bodies) - 1
    return [
        {"type": "http.request", "body": body, "more_body": place < last}
        for place, body in enumerate(bodies)
    ]


def test_a_body_within_its_limits_passes_unchanged() -> None:
    assert read_through(pieces(b"ab", b"c"), BodyLimits(3, 60)) == [b"ab", b"c"]


def test_one_byte_more_is_refused_where_it_comes() -> None:
    with pytest.raises(Refused) as told:
        read_through(pieces(b"ab", b"cd", b"never read"), BodyLimits(3, 60))
    assert told.value.problem.status == 413


def test_a_stated_length_is_taken_at_its_word() -> None:
    left = pieces(b"a")
    with pytest.raises(Refused) as told:
        read_through(left, BodyLimits(3, 60), stated="4")
    assert told.value.problem.status == 413
    assert left  # nothing was read


def test_of_a_stranger_less_is_read() -> None:
    limits = BodyLimits(3, 60, stranger=2)
    with pytest.raises(Refused):
        read_through(pieces(b"abc"), limits)
    known = {"caller": Caller("token", frozenset({AccessScope.READ}))}
    assert read_through(pieces(b"abc"), limits, caller=known) == [b"abc"]


def test_a_lie_about_the_length_does_not_help() -> None:
    with pytest.raises(Refused):
        read_through(pieces(b"abcd"), BodyLimits(3, 60), stated="1")


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    unfinished: list[Message] = [{"type": "http.request", "body": b"a", "more_body": True}]
    with pytest.raises(Refused) as told:
        read_through(unfinished, BodyLimits(3, 0.05))
    assert told.value.problem.status == 408
