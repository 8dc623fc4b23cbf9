"""Connections that are held instead of used: they end, and nobody else waits for them."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.conformance.service import Service
from tests.hostile.conftest import MOST_EACH

_MANY = "SELECT * { ?s ?p ?o . ?x <https://example.org/name> ?y }"  # far more than a socket holds
_SMALL = "SELECT ?name { <https://example.org/7> <https://example.org/name> ?name }"
_HEAD = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n"


@contextmanager
def connected(service: Service, source: str = "127.0.0.2") -> Iterator[socket.socket]:
    host, port = urlsplit(service.base).netloc.split(":")
    with socket.create_connection((host, int(port)), 60, source_address=(source, 0)) as link:
        yield link


def asking(query: str) -> bytes:
    head = f"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(query)}\r\n"
    return f"{head}Content-Type: application/sparql-query\r\n\r\n{query}".encode()


def whole(link: socket.socket) -> bytes:
    """Return all that comes until the other side closes."""
    found = b""
    try:
        while block := link.recv(1 << 16):
            found += block
    except ConnectionResetError:
        pass
    return found


def problem(answer: bytes) -> dict[str, Any]:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    said: dict[str, Any] = json.loads(body)
    assert head.startswith(f"HTTP/1.1 {said['status']} ".encode())
    return said


def test_who_takes_nothing_of_an_answer_holds_no_worker(service: Service) -> None:
    with ExitStack() as stack:
        for n in range(2, 10):
            stack.enter_context(connected(service, f"127.0.0.{n}")).sendall(asking(_MANY))
        assert service.query(_SMALL).fine
        assert service.query(_SMALL, source="127.0.0.30").fine


def test_who_takes_nothing_is_let_go(service: Service) -> None:
    with ExitStack() as stack:
        for _ in range(MOST_EACH):
            stack.enter_context(connected(service, "127.0.0.40")).sendall(asking(_MANY))
        await_room(service, "127.0.0.40")


def await_room(service: Service, source: str) -> None:
    """Wait until a client that held all its connections is taken in again."""
    until = time.monotonic() + 120
    while not _welcome(service, source):
        assert time.monotonic() < until


def _welcome(service: Service, source: str) -> bool:
    try:
        return service.ask("GET", "/health", source=source).fine
    except (ConnectionError, HTTPException):
        return False


def test_headers_that_never_end_are_cut_off(service: Service) -> None:
    with connected(service) as link:
        link.sendall(_HEAD)
        assert service.query("ASK {}", source="127.0.0.2").fine
        assert whole(link) == b""


def test_who_says_nothing_at_all_is_let_go(service: Service) -> None:
    with connected(service) as link:
        assert whole(link) == b""


@pytest.mark.parametrize("line", [b"x-many: " + b"y" * 1000 + b"\r\n", b"x-one: " + b"y" * 99_000])
def test_headers_of_more_than_64_kilobytes_are_refused(service: Service, line: bytes) -> None:
    with connected(service) as link:
        link.sendall(_HEAD + line * (100_000 // len(line)) + b"\r\n\r\n")
        link.shutdown(socket.SHUT_WR)
        answer = whole(link)  # the system may drop it, for more was sent than is ever read
        assert answer == b"" or problem(answer)["type"].endswith("headers-too-large")
    assert service.query("ASK {}", source="127.0.0.2").fine


@pytest.mark.parametrize(
    "sent",
    [
        *(b"\x16\x03\x01\x02\x00\x01", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        *(b"GET /\xff HTTP/1.1\r\nHost: a\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        b"\r\n" * 40,
    ],
)
def test_what_is_not_http_is_refused(service: Service, sent: bytes) -> None:
    with connected(service) as link:
        link.sendall(sent)
        link.shutdown(socket.SHUT_WR)
        answer = whole(link)
        assert answer == b"" or answer.startswith(b"HTTP/1.1 400 ")
    assert service.query("ASK {}", source="127.0.0.2").fine


def test_one_client_holds_so_many_connections_and_others_still_come_in(service: Service) -> None:
    with ExitStack() as stack:
        for _ in range(MOST_EACH):
            stack.enter_context(connected(service, "127.0.0.3"))
        with connected(service, "127.0.0.3") as link:
            assert problem(whole(link))["type"].endswith("too-many-connections")
        assert service.query("ASK {}", source="127.0.0.4").fine
    await_room(service, "127.0.0.3")


def test_an_answer_is_never_given_for_another_clients_sake(service: Service) -> None:
    """Who says to be somebody else is not believed: it would be many clients."""
    with connected(service) as link:
        forged = b"X-Forwarded-For: 10.9.8.7\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"
        link.sendall(b"GET /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\n" + forged + b"\r\n")
        answer = whole(link)
        assert b"http://127.0.0.1/sparql" in answer
        assert b"https://127.0.0.1/sparql" not in answer
