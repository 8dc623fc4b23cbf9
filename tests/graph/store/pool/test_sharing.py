"""Who gets a worker, who waits, who is turned away, who goes first."""

from __future__ import annotations

import asyncio
import os
import threading
from pathlib import Path

import pytest

from graph.errors import Busy, LimitReached
from graph.store.pool.messages import QueryTask
from graph.store.pool.pool import Pool
from tests.graph.store.pool.asking import COUNT, ENDLESS, text, within


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
        await asyncio.gather(*(text(pool, COUNT, f"good {n}") for n in range(3)))  # all started
        endless = [asyncio.create_task(text(pool, ENDLESS, f"bad {n}")) for n in range(3)]
        while not any(task.done() for task in endless):  # two grow long, the third is turned away
            await asyncio.sleep(0.05)
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
        assert endless.done() or not again.done()  # one place is free, and it is none of theirs
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

    within(place, work, workers=1, waiting=2, waiting_each=1, patience=3, short=30)


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

    within(place, work, workers=2, reserved=1, seconds=1, short=0.5)


def test_a_spare_worker_takes_the_place_of_one_that_was_ended(place: Path) -> None:
    async def work(pool: Pool) -> None:
        await text(pool, COUNT)
        waiting = spare(pool)
        with pytest.raises(LimitReached):
            await text(pool, ENDLESS)
        assert len(waiting) == 1
        assert set(pool.pids()) == waiting
        assert await text(pool, COUNT) == "n\r\n3000\r\n"

    within(place, work, workers=1, reserved=0, seconds=1)


def test_a_spare_worker_that_died_is_not_used(place: Path) -> None:
    async def work(pool: Pool) -> None:
        await text(pool, COUNT)
        for pid in spare(pool):
            os.kill(pid, 9)
            while Path(f"/proc/{pid}/exe").exists():
                await asyncio.sleep(0.01)
        with pytest.raises(LimitReached):
            await text(pool, ENDLESS)
        assert await text(pool, COUNT) == "n\r\n3000\r\n"

    within(place, work, workers=1, reserved=0, seconds=1)


def spare(pool: Pool) -> set[int]:
    """Return the children of this process that serve a pool and have no place in it."""
    listed = Path(f"/proc/self/task/{threading.get_native_id()}/children").read_text()
    return {int(pid) for pid in listed.split()} - set(pool.pids())
