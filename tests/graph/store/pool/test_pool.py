"""Workers: answered, refused, ended, replaced; who waits, who is turned away, who goes first."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from graph.errors import (
    GraphManaged,
    InputError,
    LimitReached,
    QueryError,
    StoreError,
    StoreMissing,
    Unacceptable,
)
from graph.store.local import LocalStore
from graph.store.pool.messages import (
    ADDED,
    REMOVED,
    Dataset,
    GraphTask,
    LoadTask,
    QueryTask,
    UpdateTask,
)
from graph.store.pool.pool import Pool
from graph.store.protocol import Change
from tests.graph.store.pool.asking import COUNT, ENDLESS, GREEDY, MINE, ask, quad, text, within


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


def test_the_threads_that_open_the_store_take_no_room_from_a_small_query(place: Path) -> None:
    """With 64 MiB of addresses for each thread this much would not open the store."""

    async def work(pool: Pool) -> list[str]:
        return [await text(pool, COUNT) for _ in range(5)]

    found = within(place, work, memory=320 << 20, kept=1)  # a new worker for every query
    assert found == ["n\r\n3000\r\n"] * 5


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
