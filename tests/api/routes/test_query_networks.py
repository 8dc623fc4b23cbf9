"""Networks of triples are laid out one at a time, and only so many may wait for it."""

from __future__ import annotations

import asyncio
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest

from api.routes import query_aids
from api.routes.query_aids import QueryAids, Triples
from graph.errors import Busy
from graph.store.memory import MemoryStore
from graph.view.triples import MOST_NODES
from ontology.terms import DATA, ONTOLOGY


def aids() -> QueryAids:
    pages: Any = SimpleNamespace(language=lambda _: "vi")
    pool: Any = None
    return QueryAids(MemoryStore(), pool, pages)


def chain(count: int) -> Triples:
    ends = [f"{DATA}document/tw/nq/{number}/xiii" for number in range(count + 1)]
    return Triples(
        triples=[
            (one, f"{ONTOLOGY}basedOn", other, False) for one, other in itertools.pairwise(ends)
        ]
    )


def test_who_comes_while_enough_wait_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made, open_ = aids(), threading.Event()
    laid = made._laid

    def slow(wanted: Triples, language: str) -> Any:
        assert open_.wait(30)
        return laid(wanted, language)

    monkeypatch.setattr(made, "_laid", slow)
    request: Any = None

    async def asked() -> list[Any]:
        waiting = [asyncio.create_task(made.drawn(request, chain(1))) for _ in range(8)]
        await asyncio.sleep(0)
        last = asyncio.create_task(made.drawn(request, chain(1)))
        await asyncio.wait([last], timeout=1)
        refused = last.exception() if last.done() else None
        open_.set()
        return [refused, *await asyncio.gather(*waiting), await made.drawn(request, chain(1))]

    # In a thread of its own: the browser tests keep an event loop in the main one.
    with ThreadPoolExecutor(max_workers=1) as alone:
        refused, *answers = alone.submit(lambda: asyncio.run(asked())).result()
    assert isinstance(refused, Busy)
    assert [one.status_code for one in answers] == [200] * 9


def test_only_what_is_drawn_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []

    def noted(_: object, iris: list[str], __: str) -> dict[str, str]:
        named.extend(iris)
        return {}

    monkeypatch.setattr(query_aids, "_named", noted)
    monkeypatch.setattr(query_aids, "network", lambda statements, _: statements)
    aids()._laid(chain(2000), "vi")
    assert named[0] == f"{DATA}document/tw/nq/0/xiii"
    assert len(named) == MOST_NODES + 1
