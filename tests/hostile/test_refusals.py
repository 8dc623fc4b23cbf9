"""Each hostile request alone: it meets its refusal, which says what is wrong and what to do."""

from __future__ import annotations

import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from graph.store.pool.limits import Limits
from tests.conformance.service import Service
from tests.hostile.asking import asked
from tests.hostile.conftest import children, runs, serving, wait_for
from tests.hostile.requests import CUT, HEAVY, REFUSED, Hostile

_WORKERS = Limits().workers + 1  # the spare one, which waits for a place


@pytest.mark.parametrize("hostile", REFUSED, ids=lambda hostile: hostile.name)
def test_it_is_refused(service: Service, hostile: Hostile) -> None:
    answer = asked(service, hostile)
    assert answer.status in hostile.statuses
    if answer.status >= 400:
        said = answer.problem()
        assert said["status"] == answer.status
        assert hostile.says in said["detail"]
    assert service.query("ASK {}").fine


@pytest.mark.parametrize(
    "hostile",
    [pytest.param(h, marks=() if n < 2 else pytest.mark.long) for n, h in enumerate(HEAVY)],
    ids=lambda hostile: hostile.name,
)
def test_it_is_ended_and_told_by_which_limit(service: Service, hostile: Hostile) -> None:
    answer = asked(service, hostile)
    assert answer.status in hostile.statuses
    if answer.status not in {CUT, 200}:
        said = answer.problem()
        assert said["type"] in {"urn:cascade:problem:limit-reached", "urn:cascade:problem:busy"}
        assert said["place"].partition("=")[0] in {"seconds", "memory", "short"}
        assert said["remedy"]
    wait_for(lambda: len(children(service.pid)) <= _WORKERS)  # and the one that was ended is gone
    assert service.query("ASK {}").fine


def test_an_answer_that_is_too_large_does_not_look_whole(service: Service) -> None:
    """The limit is met far behind the first bytes: the last chunk never comes."""
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    host, port = urlsplit(service.base).hostname, urlsplit(service.base).port
    with socket.create_connection((host, port), timeout=60) as link:
        head = (
            f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/sparql-query\r\n"
        )
        link.sendall(f"{head}Content-Length: {len(text)}\r\n\r\n{text}".encode())
        received = bytearray()
        while block := link.recv(1 << 16):
            received += block
    if b'"place":"seconds=' in received:
        return  # a slow machine meets the limit of time before the first byte, and says so
    assert received.startswith(b"HTTP/1.1 200")
    assert b"transfer-encoding: chunked" in received[:1000].lower()
    assert not received.endswith(b"0\r\n\r\n")
    assert len(received) > 1 << 20


def test_a_slow_body_is_given_up(service: Service) -> None:
    host, port = urlsplit(service.base).hostname, urlsplit(service.base).port
    with socket.create_connection((host, port), timeout=60) as link:
        head = (
            f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/sparql-query\r\n"
        )
        link.sendall(f"{head}Content-Length: 1000\r\n\r\nASK".encode())
        assert link.recv(1 << 16).startswith(b"HTTP/1.1 408")


def test_a_query_ends_when_its_client_goes_away(place: Path) -> None:
    with serving(place, seconds=3600) as service:  # no limit ends it meanwhile
        _leave_alone(service)


def _leave_alone(service: Service) -> None:
    host, port = urlsplit(service.base).hostname, urlsplit(service.base).port
    assert service.query("ASK {}").fine
    before = set(children(service.pid))
    text = HEAVY[0].body.decode()
    with socket.create_connection((host, port), timeout=60) as link:
        head = (
            f"POST /sparql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/sparql-query\r\n"
        )
        link.sendall(f"{head}Content-Length: {len(text)}\r\n\r\n{text}".encode())
        wait_for(lambda: any(runs(pid) for pid in before))
    wait_for(lambda: bool(before - set(children(service.pid))))  # the spare worker stays
    assert service.query("ASK {}").fine
