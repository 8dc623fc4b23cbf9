"""Workers: answered, refused, ended, replaced; who waits, who is turned away, who goes first."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import (
    Busy,
    GraphManaged,
    InputError,
    LimitReached,
    QueryError,
    StoreError,
    StoreMissing,
    Unacceptable,
)
from graph.store.local import LocalStore
from graph.store.pool.limits import Limits
from graph.store.pool.messages import (
    ADDED,
    REMOVED,
    Dataset,
    GraphTask,
    LoadTask,
    QueryTask,
    Task,
    UpdateTask,
)
from graph.store.pool.pool import Pool
from graph.store.protocol import Change

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


@pytest.fixture
def place(tmp_path: Path) -> Path:
    where = tmp_path / "store"
    LocalStore(where).replace([*(quad(n) for n in range(3000)), quad(1, MINE)])
    return where


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


def test_one_worker_answers_again_and_again(place: Path) -> None:
    async def work(pool: Pool) -> tuple[list[str], tuple[int, ...]]:
        return [await text(pool, COUNT) for _ in range(5)], pool.pids()

    answers, pids = within(place, work)
    assert answers == ["n\r\n3000\r\n"] * 5
    assert len(pids) == 1


def test_a_new_generation_is_seen_at_once_and_the_old_one_let_go(place: Path) -> None:
    async def work(pool: Pool) -> list[str]:
        found = [await text(pool, COUNT)]
        for n in range(3000, 3003):
            LocalStore(place).apply(Change(added=(quad(n),)))
            found.append(await text(pool, COUNT))
        return found

    assert [int(found.split()[1]) for found in within(place, work)] == [3000, 3001, 3002, 3003]
    LocalStore(place).apply(Change(added=(quad(9000),)))
    assert len(list((place / "snapshots").iterdir())) == 2


@pytest.mark.parametrize(
    ("sparql", "kind", "says"),
    [
        ("SELECT * {", QueryError, "cannot be parsed at line 1"),
        ("SELECT (<x:f>(1) AS ?x) {}", QueryError, "cannot be carried out"),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", Unacceptable, "RDF graph"),
    ],
)
def test_a_refusal_costs_no_worker(
    place: Path, sparql: str, kind: type[QueryError], says: str
) -> None:
    async def work(pool: Pool) -> None:
        await text(pool, COUNT)
        before = pool.pids()
        with pytest.raises(kind, match=says):
            await ask(pool, QueryTask(sparql, rdf=None))
        assert await text(pool, COUNT) == "n\r\n3000\r\n"
        assert pool.pids() == before

    within(place, work)


def test_a_store_that_is_missing_is_told(tmp_path: Path) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(StoreMissing):
            await text(pool, COUNT)

    within(tmp_path / "none", work)


def test_too_much_time_ends_the_worker_and_another_takes_its_place(place: Path) -> None:
    async def work(pool: Pool) -> None:
        await text(pool, COUNT)
        before = pool.pids()
        with pytest.raises(LimitReached, match="1 seconds") as told:
            await text(pool, ENDLESS)
        assert told.value.place == "seconds=1"
        assert await text(pool, COUNT) == "n\r\n3000\r\n"
        assert set(before) & set(pool.pids()) == set()

    within(place, work, seconds=1, short=0.5)


def test_too_much_memory_is_told_as_such(place: Path) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(LimitReached, match="1 GiB") as told:
            await text(pool, GREEDY)
        assert told.value.remedy is not None
        assert await text(pool, COUNT) == "n\r\n3000\r\n"

    within(place, work, memory=1 << 30)


def test_an_answer_that_is_too_large_does_not_come_to_its_end(place: Path) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(LimitReached, match="larger than"):
            await text(pool, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
        assert await text(pool, COUNT) == "n\r\n3000\r\n"

    within(place, work, answer=1 << 18)


def test_a_worker_that_grew_is_replaced(place: Path) -> None:
    async def work(pool: Pool) -> None:
        await text(pool, COUNT)
        before = pool.pids()
        await text(pool, COUNT)
        assert set(before) & set(pool.pids()) == set()

    within(place, work, workers=1, kept=1)


def test_giving_up_ends_the_worker(place: Path) -> None:
    async def work(pool: Pool) -> None:
        await text(pool, COUNT)
        before = pool.pids()
        asking = asyncio.create_task(text(pool, ENDLESS))
        await asyncio.sleep(0.2)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert await text(pool, COUNT) == "n\r\n3000\r\n"
        assert set(before) & set(pool.pids()) == set()

    within(place, work)


def test_of_one_client_one_query_runs_at_a_time(place: Path) -> None:
    async def work(pool: Pool) -> int:
        await asyncio.gather(*(text(pool, COUNT, "a") for _ in range(10)))
        return len(pool.pids())

    assert within(place, work) == 1


def test_clients_run_beside_each_other(place: Path) -> None:
    async def work(pool: Pool) -> int:
        await asyncio.gather(*(text(pool, COUNT, f"client {n}") for n in range(10)))
        return len(pool.pids())

    assert within(place, work, workers=3) == 3


def test_long_queries_never_take_all_workers(place: Path) -> None:
    async def work(pool: Pool) -> list[str | BaseException]:
        endless = [asyncio.create_task(text(pool, ENDLESS, f"bad {n}")) for n in range(3)]
        await asyncio.sleep(0.8)  # two of them are long by now, the third was turned away
        assert await text(pool, COUNT, "good") == "n\r\n3000\r\n"
        return list(await asyncio.gather(*endless, return_exceptions=True))

    ended = within(place, work, workers=3, reserved=1, short=0.3, seconds=3)
    assert [type(error) for error in ended].count(Busy) == 1
    assert [type(error) for error in ended].count(LimitReached) == 2


def test_clients_of_long_queries_are_kept_off_the_reserved_places(place: Path) -> None:
    async def work(pool: Pool) -> None:
        for client in ("bad 1", "bad 2"):
            with pytest.raises(LimitReached):
                await text(pool, ENDLESS, client)
        endless = asyncio.create_task(text(pool, ENDLESS, "bad 1"))
        again = asyncio.create_task(text(pool, COUNT, "bad 2"))
        await asyncio.sleep(0.1)
        assert await text(pool, COUNT, "good") == "n\r\n3000\r\n"
        assert not again.done()  # one place is free, and it is none of theirs
        with pytest.raises(LimitReached):
            await endless
        assert await again == "n\r\n3000\r\n"

    within(place, work, workers=2, reserved=1, short=1, seconds=2.5)


def test_who_cannot_wait_any_more_is_turned_away(place: Path) -> None:
    async def work(pool: Pool) -> None:
        endless = asyncio.create_task(text(pool, ENDLESS, "bad"))
        await asyncio.sleep(0.1)
        waiting = asyncio.create_task(text(pool, COUNT, "a"))
        await asyncio.sleep(0.1)
        with pytest.raises(Busy, match="1 queries of one client"):
            await text(pool, COUNT, "a")
        other = asyncio.create_task(text(pool, COUNT, "b"))
        await asyncio.sleep(0)
        with pytest.raises(Busy, match="2 queries are waiting"):
            await text(pool, COUNT, "c")
        for task in (waiting, other):
            with pytest.raises(Busy, match="came free"):
                await task
        endless.cancel()

    within(place, work, workers=1, waiting=2, waiting_each=1, patience=0.5)


def test_a_client_that_gives_up_waiting_keeps_no_place(place: Path) -> None:
    async def work(pool: Pool) -> None:
        endless = asyncio.create_task(text(pool, ENDLESS, "bad"))
        await asyncio.sleep(0.1)
        waiting = asyncio.create_task(text(pool, COUNT, "a"))
        await asyncio.sleep(0.1)
        waiting.cancel()
        endless.cancel()
        await asyncio.gather(endless, waiting, return_exceptions=True)
        assert await text(pool, COUNT, "a") == "n\r\n3000\r\n"

    within(place, work, workers=1)


def test_a_worker_that_is_killed_from_outside_is_told_and_replaced(place: Path) -> None:
    async def work(pool: Pool) -> None:
        asking = asyncio.create_task(text(pool, ENDLESS))
        await asyncio.sleep(0.3)
        os.kill(pool.pids()[0], 9)
        with pytest.raises(QueryError, match="broke down"):
            await asking
        assert await text(pool, COUNT) == "n\r\n3000\r\n"

    within(place, work)


def test_no_worker_reaches_the_network(place: Path) -> None:
    """Even a SERVICE that was not refused before finds no socket."""
    reached = "SELECT * { SERVICE <http://127.0.0.1:8000/> { ?s ?p ?o } }"

    async def work(pool: Pool) -> None:
        with pytest.raises((QueryError, StoreError)):
            await text(pool, reached)

    within(place, work)


def test_the_dataset_of_the_request_wins(place: Path) -> None:
    both = "SELECT ?s { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"

    async def work(pool: Pool) -> list[int]:
        found = []
        for dataset in (Dataset(default=(MINE,)), Dataset(named=(MINE,)), Dataset(("x:none",), ())):
            task = QueryTask(both, results="text/csv", dataset=dataset)
            found.append(len((await ask(pool, task))[b"D"].splitlines()) - 1)
        return found

    assert within(place, work) == [1, 1, 0]


def test_a_graph_is_written_out(place: Path) -> None:
    async def work(pool: Pool) -> tuple[dict[bytes, bytes], bool]:
        mine = await ask(pool, GraphTask(MINE, "application/n-triples"))
        async with pool.running("a", GraphTask("x:none", "text/turtle")) as running:
            assert [frame async for frame in running.frames()] == []
            return mine, running.begun.present

    mine, present = within(place, work)
    assert mine == {b"D": '<x:1> <x:name> "tên 1" .\n'.encode()}
    assert present is False


def test_an_update_says_what_it_would_change_and_changes_nothing(place: Path) -> None:
    update = f"WITH <{MINE}> DELETE {{ ?s ?p ?o }} INSERT {{ ?s ?p 'mới' }} WHERE {{ ?s ?p ?o }}"

    async def work(pool: Pool) -> dict[bytes, bytes]:
        scratch = str(place.parent / "scratch")
        return await ask(pool, UpdateTask(update, None, scratch, (MINE,)))

    found = within(place, work)
    assert found[REMOVED].decode() == f'<x:1> <x:name> "tên 1" <{MINE}> .\n'
    assert found[ADDED].decode() == f'<x:1> <x:name> "mới" <{MINE}> .\n'
    assert not (place.parent / "scratch").exists()
    with LocalStore(place).read() as reader:
        assert quad(1, MINE) in reader


def test_a_folder_that_is_there_is_never_taken_for_scratch(place: Path) -> None:
    """What lies in it would be removed with it."""
    precious = place.parent / "precious"
    precious.mkdir()
    (precious / "file").touch()

    async def work(pool: Pool) -> None:
        with pytest.raises(StoreError):
            await ask(pool, UpdateTask("DROP ALL", None, str(precious), None))

    within(place, work)
    assert (precious / "file").exists()


def test_an_update_of_what_is_managed_is_refused_by_running_it(place: Path) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(GraphManaged, match="graph/facts"):
            await ask(pool, UpdateTask("DROP ALL", None, str(place.parent / "s"), None))

    within(place, work)


def test_a_load_says_what_it_would_change(place: Path) -> None:
    turtle = b"<x:1> <x:name> _:b ."
    parts = (("text/turtle", len(turtle)), ("application/n-triples", len(turtle)))

    async def work(pool: Pool) -> dict[bytes, bytes]:
        with pytest.raises(InputError, match="not well-formed"):
            await ask(pool, LoadTask(MINE, (("text/turtle", 3),), "x:", False), payload=b"no!")
        trig = b"<x:g> { <x:a> <x:b> <x:c> }"
        named = LoadTask(MINE, (("application/trig", len(trig)),), "x:", False)
        with pytest.raises(InputError, match="graphs of its own"):
            await ask(pool, named, payload=trig)
        return await ask(pool, LoadTask(MINE, parts, "x:", replace=True), payload=turtle * 2)

    found = within(place, work)
    assert found[REMOVED].count(b"\n") == 1
    assert found[ADDED].count(b"\n") == 2  # the blank nodes of two pieces are two


def niceness(pid: int) -> int:
    return os.getpriority(os.PRIO_PROCESS, pid)


def test_what_a_client_of_long_queries_asks_next_yields_to_others(place: Path) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(LimitReached):
            await text(pool, ENDLESS, "bad")
        async with pool.running("bad", QueryTask(COUNT)) as running:
            lowered = min(niceness(os.getpid()) + 10, 19)
            assert max(niceness(pid) for pid in pool.pids()) == lowered
            assert [block async for block in running.blocks()]
        async with pool.running("good", QueryTask(COUNT)) as running:
            assert [block async for block in running.blocks()]
        assert {niceness(pid) for pid in pool.pids()} == {niceness(os.getpid())}

    within(place, work, workers=2, seconds=1, short=0.5)
