"""Hostile clients at work beside well-behaved ones: none of these fails, and nothing is left."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.conformance.service import Answer, Service
from tests.hostile.asking import asked
from tests.hostile.conftest import children
from tests.hostile.requests import HEAVY, REFUSED

_CLIENTS, _EACH = 20, 4
_SOURCES = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")
_MEMORY = 1 << 30  # bytes of one worker, as the service is set up
_SMALL = "SELECT ?name { <https://example.org/7> <https://example.org/name> ?name }"
_PAGE = 4096


def held(pid: int) -> int:
    """Return the bytes of memory of a process, 0 when it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def test_no_well_behaved_client_fails(service: Service) -> None:
    over = threading.Event()
    most: list[int] = [0]

    def attack(source: str) -> int:
        hostile, count = [*HEAVY, *REFUSED], _SOURCES.index(source) * 11
        while not over.is_set():
            asked(service, hostile[count % len(hostile)], source)
            count += 1
        return count

    def behave(_: int) -> list[Answer]:
        answers = []
        for _ in range(_EACH):
            answers.append(service.query(_SMALL))
            time.sleep(0.2)
        return answers

    def watch() -> None:
        while not over.is_set():
            most[0] = max(most[0], *(held(pid) for pid in children(service.pid)), 0)
            time.sleep(0.05)

    with ThreadPoolExecutor(_CLIENTS + len(_SOURCES) + 1) as threads:
        attacks = [threads.submit(attack, source) for source in _SOURCES]
        threads.submit(watch)
        try:
            found = list(threads.map(behave, range(_CLIENTS)))
        finally:
            over.set()
    answers = [answer for answers in found for answer in answers]
    assert [answer.status for answer in answers] == [200] * (_CLIENTS * _EACH)
    assert all("văn bản 7" in answer.body.decode() for answer in answers)
    assert sum(attack.result() for attack in attacks) > len(_SOURCES)
    assert 0 < most[0] <= _MEMORY
