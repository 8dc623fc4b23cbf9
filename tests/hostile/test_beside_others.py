"""Hostile clients at work beside well-behaved ones: none of these fails or waits for long."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.conformance.service import Answer, Service
from tests.hostile.asking import asked
from tests.hostile.conftest import children
from tests.hostile.requests import HEAVY, REFUSED
from tests.hostile.test_content import BOMBS, put

_CLIENTS, _EACH, _ROUNDS = 20, 4, 4
_SOURCES = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")
_MEMORY = 1 << 30  # bytes of one worker, as the service is set up
_SLOWER, _CALM = 5.0, 0.25  # times as slow as undisturbed, or so many seconds, whichever is more
_SMALL = "SELECT ?name { <https://example.org/7> <https://example.org/name> ?name }"
_PAGE = 4096


@dataclass(slots=True)
class Crowd:
    """What well-behaved clients got, and how long each answer took, in seconds."""

    answers: list[Answer] = field(default_factory=list)
    taken: list[float] = field(default_factory=list)

    def ask(self, service: Service) -> None:
        """Let twenty clients ask a few times each, all at once."""
        with ThreadPoolExecutor(_CLIENTS) as threads:
            list(threads.map(lambda _: self._behave(service), range(_CLIENTS)))

    def slow(self) -> float:
        """Return the 95th percentile of the times taken."""
        return sorted(self.taken)[int(len(self.taken) * 0.95)]

    def _behave(self, service: Service) -> None:
        for _ in range(_EACH):
            start = time.perf_counter()
            self.answers.append(service.query(_SMALL))
            self.taken.append(time.perf_counter() - start)
            time.sleep(0.1)


@dataclass(slots=True)
class Attack:
    """How often hostile clients have asked, and the most memory that a process held meanwhile."""

    asked: int = 0
    most: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def strike(self, service: Service, source: str, bearer: str) -> None:
        hostile, count = [*HEAVY, *REFUSED], _SOURCES.index(source) * 11
        bombs = list(BOMBS.values())
        while not self.over.is_set():
            asked(service, hostile[count % len(hostile)], source)
            if source == _SOURCES[-1] and count % 4 == 0:
                put(service, bearer, *bombs[count % len(bombs)])
            count += 1
            self.asked += 1

    def watch(self, pid: int) -> None:
        while not self.over.is_set():
            self.most = max(self.most, held(pid), *(held(child) for child in children(pid)), 0)
            time.sleep(0.05)


@contextmanager
def attacking(service: Service, bearer: str) -> Iterator[Attack]:
    attack = Attack()
    with ThreadPoolExecutor(len(_SOURCES) + 1) as threads:
        strikes = [threads.submit(attack.strike, service, s, bearer) for s in _SOURCES]
        watching = threads.submit(attack.watch, service.pid)
        try:
            while attack.asked < len(_SOURCES):
                time.sleep(0.05)
            yield attack
        finally:
            attack.over.set()
        for done in (*strikes, watching):
            done.result()


def held(pid: int) -> int:
    """Return the bytes of memory of a process, 0 when it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def test_no_well_behaved_client_fails_or_waits_for_long(service: Service, bearer: str) -> None:
    """Nobody ever fails; how long they wait is told by the round that other work spoilt least."""
    assert service.query(_SMALL).fine
    slower = []
    for _ in range(_ROUNDS):
        calm, beset = Crowd(), Crowd()
        calm.ask(service)
        with attacking(service, bearer) as attack:
            beset.ask(service)
        for crowd in (calm, beset):
            assert [one.status for one in crowd.answers] == [200] * (_CLIENTS * _EACH)
            assert all("văn bản 7" in one.body.decode() for one in crowd.answers)
        assert 0 < attack.most <= _MEMORY
        slower.append(beset.slow() / max(calm.slow(), _CALM / _SLOWER))
        if slower[-1] <= _SLOWER:
            break
    assert min(slower) <= _SLOWER
