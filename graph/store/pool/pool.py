"""The workers, and who gets one: one running query for each client, room kept for short ones.

A client whose query took long is kept off the reserved places for a while, so that no number of
clients that ask for the impossible can hold them in turn; and what it asks meanwhile yields the
processor to others from its beginning.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import CascadeError
from graph.store.pool.limits import (
    Limits,
    crowded,
    ending,
    no_room_for_long,
    too_long,
    too_slow,
    waited,
)
from graph.store.pool.messages import Begun, Task
from graph.store.pool.process import Process


@dataclass(slots=True, eq=False)
class Running:
    """A task that a worker is at: how its answer begins, and the rest as it comes."""

    begun: Begun
    _process: Process
    _most: int
    _whole: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether the answer has come to its end."""
        return self._whole

    async def frames(self) -> AsyncIterator[tuple[bytes, bytes]]:
        """Yield kinds and blocks.

        Raises
        ------
        CascadeError
            when the answer does not come to its end: what was yielded is then not all of it.
        """
        size = 0
        async for kind, block in self._process.frames():
            size += len(block)
            if size > self._most:
                raise too_long(self._most)
            yield kind, block
        self._whole = True

    async def blocks(self) -> AsyncIterator[bytes]:
        """Yield the blocks alone."""
        async for _, block in self.frames():
            yield block


@dataclass(slots=True, eq=False)
class _Place:
    """Room for one task: a worker, made when it is needed.

    `long` tells whether its task has grown long, `yielding` whether it goes behind others; a
    process that once yields does so for good, and is replaced after its task.
    """

    process: Process | None = None
    long: bool = False
    yielding: bool = False


@dataclass(slots=True, eq=False)
class _Request:
    client: str
    granted: asyncio.Future[_Place]


@dataclass(slots=True, eq=False)
class Pool:
    """Workers on a store; used within one event loop, and closed there.

    Parameters
    ----------
    place : folder of the store.
    limits : what queries may take.
    """

    place: Path
    limits: Limits = field(default_factory=Limits)
    _free: list[_Place] = field(init=False)
    _waiting: list[_Request] = field(init=False, default_factory=list)
    _active: set[str] = field(init=False, default_factory=set)
    _long: int = field(init=False, default=0)
    _lately: dict[str, float] = field(init=False, default_factory=dict)
    _burials: set[asyncio.Task[None]] = field(init=False, default_factory=set)
    _processes: set[Process] = field(init=False, default_factory=set)
    _spare: Process | None = field(init=False, default=None)
    _closed: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self._free = [_Place() for _ in range(self.limits.workers)]

    @asynccontextmanager
    async def running(
        self, client: str, task: Task, payload: bytes = b""
    ) -> AsyncIterator[Running]:
        """Run a task in a worker of its own; leaving early, for any reason, ends the worker.

        Parameters
        ----------
        client : who asks; of each, one task runs at a time and the others wait their turn.
        task : what to do.
        payload : bytes that belong to the task.

        Raises
        ------
        Busy
            when too many wait, or no worker comes free.
        LimitReached
            when the task takes more than it may.
        CascadeError
            what the worker says against the task.
        """
        place = await self._granted(client)
        process = place.process = place.process or self._fresh()
        timers: tuple[asyncio.TimerHandle, ...] = ()
        running, refused = None, False
        try:
            await process.ready()
            timers = self._timers(client, place, process)
            if self._was_long(client):
                self._yield(place, process)
            try:
                running = Running(await process.ask(task, payload), process, self.limits.answer)
            except CascadeError:
                refused = process.alive  # it said no and is ready for the next task
                raise
            yield running
        finally:
            for timer in timers:
                timer.cancel()
            done = refused or (running is not None and running.whole)
            self._leave(client, place, usable=done and not place.yielding)

    def _timers(
        self, client: str, place: _Place, process: Process
    ) -> tuple[asyncio.TimerHandle, ...]:
        loop, limits = asyncio.get_running_loop(), self.limits
        return (
            loop.call_later(limits.short, self._grow, client, place, process),
            loop.call_later(limits.seconds, process.end, too_slow(limits.seconds)),
        )

    async def close(self) -> None:
        """End all workers and wait until they are gone; who waits for one is refused."""
        self._closed = True
        for request in self._waiting:
            request.granted.cancel()
        for process in list(self._processes):
            process.end(ending())
            self._bury(process)
        while self._burials:
            await asyncio.gather(*self._burials)

    def pids(self) -> tuple[int, ...]:
        """Return the numbers of the workers that have a place; the spare one has none yet."""
        return tuple(one.pid for one in self._processes if one is not self._spare)

    async def _granted(self, client: str) -> _Place:
        self._check_crowd(client)
        request = _Request(client, asyncio.get_running_loop().create_future())
        self._waiting.append(request)
        self._dispatch()
        try:
            async with asyncio.timeout(self.limits.patience):
                return await request.granted
        except TimeoutError:
            self._reclaim(request)
            raise waited(self.limits.patience) from None
        except asyncio.CancelledError:
            self._reclaim(request)
            raise

    def _reclaim(self, request: _Request) -> None:
        """Forget a request that is given up, with the place it may just have got."""
        if request in self._waiting:
            self._waiting.remove(request)
        elif request.granted.done() and not request.granted.cancelled():
            self._leave(request.client, request.granted.result(), usable=True)

    def _check_crowd(self, client: str) -> None:
        waiting = Counter(request.client for request in self._waiting)
        if waiting.total() >= self.limits.waiting:
            raise crowded(self.limits.waiting, client=False)
        if waiting[client] >= self.limits.waiting_each:
            raise crowded(self.limits.waiting_each, client=True)

    def _dispatch(self) -> None:
        """Give free places to the requests that waited longest and whose client has none."""
        for request in list(self._waiting):
            if not self._free or self._closed:
                return
            spared = self.limits.reserved if self._was_long(request.client) else 0
            fits = request.client not in self._active and len(self._free) > spared
            if fits and not request.granted.done():
                self._waiting.remove(request)
                self._active.add(request.client)
                request.granted.set_result(self._free.pop())

    def _was_long(self, client: str) -> bool:
        """Tell whether a client lately asked what took long; forget what is longer ago."""
        now = asyncio.get_running_loop().time()
        for known, until in list(self._lately.items()):
            if until <= now:
                del self._lately[known]
        return client in self._lately

    def _grow(self, client: str, place: _Place, process: Process) -> None:
        """Count a task as long, or end it where long ones have no more room."""
        self._lately[client] = asyncio.get_running_loop().time() + self.limits.lately
        most = self.limits.workers - self.limits.reserved
        if self._long >= most:
            process.end(no_room_for_long(self.limits.short, most))
            return
        place.long = True
        self._long += 1
        self._yield(place, process)

    @staticmethod
    def _yield(place: _Place, process: Process) -> None:
        if not place.yielding:
            place.yielding = True
            process.yield_to_others()

    def _leave(self, client: str, place: _Place, *, usable: bool) -> None:
        self._active.discard(client)
        self._long -= place.long
        place.long = place.yielding = False
        if place.process and (not usable or place.process.held() > self.limits.kept):
            self._bury(place.process)
            place.process = None if self._closed else self._fresh()
            self._free.insert(0, place)  # taken last: its worker may have yet to start
        else:
            self._free.append(place)
        self._dispatch()

    def _fresh(self) -> Process:
        """Return a worker for a place that has none: the spare one, which has started already.

        Without it others would wait for one to start when more are asked for at a time, or when a
        long task had to be ended.
        """
        spare, self._spare = self._spare, self._started()
        if spare is not None and not spare.alive:
            self._bury(spare)
            spare = None
        return spare or self._started()

    def _started(self) -> Process:
        process = Process(self.place, self.limits)
        self._processes.add(process)
        return process

    def _bury(self, process: Process) -> None:
        self._processes.discard(process)
        burial = asyncio.get_running_loop().create_task(process.bury())
        self._burials.add(burial)
        burial.add_done_callback(self._burials.discard)
