"""Asking a pool of workers, on a small store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from graph.store.pool.limits import Limits
from graph.store.pool.messages import QueryTask, Task
from graph.store.pool.pool import Pool

_T = TypeVar("_T")
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "".join(
    [
        'SELECT (STRLEN(?x10) AS ?n) { BIND("0123456789abcdef" AS ?x0) ',
        *(f"BIND(CONCAT({', '.join([f'?x{n}'] * 8)}) AS ?x{n + 1}) " for n in range(10)),
        "}",
    ]
)
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
MINE = "https://example.org/mine"


def quad(n: int, graph: str | None = None) -> Quad:
    triple = NamedNode(f"x:{n}"), NamedNode("x:name"), Literal(f"tên {n}")
    return Quad(*triple, NamedNode(graph)) if graph else Quad(*triple)


async def ask(
    pool: Pool, task: Task, client: str = "a", payload: bytes = b""
) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    async with pool.running(client, task, payload) as running:
        async for kind, block in running.frames():
            found[kind] = found.get(kind, b"") + block
    return found


async def text(pool: Pool, sparql: str, client: str = "a") -> str:
    return b"".join(
        (await ask(pool, QueryTask(sparql, results="text/csv"), client)).values()
    ).decode()


def within(place: Path, work: Callable[[Pool], Coroutine[Any, Any, _T]], **limits: Any) -> _T:
    """Run `work` with a pool, and see that no process is left after it."""

    async def run() -> _T:
        pool = Pool(place, Limits(**limits))
        try:
            return await work(pool)
        finally:
            pids = pool.pids()
            await pool.close()
            assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []

    # In a thread of its own: another test of this process may have left its loop in the main one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(run())).result()
