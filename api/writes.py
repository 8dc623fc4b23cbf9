"""Writes of outsiders: found in a worker, then made here, one at a time.

The lock of the store is held from before the worker looks until the change is published, so what
an update saw is what it changes; other writers are told that the store is being written to.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from pyoxigraph import RdfFormat, parse
from starlette.requests import Request

from api.access import Gatekeeper, require
from api.conforming import check_conforming
from api.streaming import attended, collected
from graph.conforming import Judged, to_judge
from graph.store.layout import LIVE
from graph.store.local import LocalStore
from graph.store.pool.messages import ADDED, REMOVED, Begun, Task
from graph.store.pool.pool import Pool
from graph.store.protocol import Change

_NOBODY = "plain"
_T = TypeVar("_T")


class Writes:
    """Carries out what tasks find to be changed.

    Parameters
    ----------
    store : what is changed.
    pool : the workers.
    plain : whether anybody may write, as in a store for trials on this machine.
    """

    def __init__(self, store: LocalStore, pool: Pool, *, plain: bool) -> None:
        self._store = store
        self._pool = pool
        self.plain = plain
        self._turn = asyncio.Lock()
        # One thread, for the lock of the store belongs to the thread that took it.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writes")

    async def allowed(self, request: Request) -> str:
        """Return the name of who asks, who may write.

        Raises
        ------
        Refused : nobody known is asking (401), or one who may not (403).
        """
        return _NOBODY if self.plain else (await require("update").met(request)).name

    async def make(
        self,
        request: Request,
        deed: tuple[str, str, str],
        task: Callable[[Path], Task],
        payload: bytes = b"",
    ) -> Begun:
        """Run a task and make the change that it finds; return what it says of the graph before.

        Parameters
        ----------
        request : who asks; going away before the change is made means that it is not.
        deed : name of the caller, kind of the deed, and what it is done to, for the log.
        task : what to do, given a folder for scratch that does not exist yet.
        payload : bytes that belong to the task.

        Raises
        ------
        Refused : what would be written uses our terms and breaks the shapes (422).
        """
        keeper: Gatekeeper = request.app.state.gatekeeper
        async with self._turn:
            with keeper.audit.writing(*deed) as entry:
                writing = self._store.writing()
                await self._alone(writing.__enter__)
                try:
                    scratch = self._store.path.resolve() / LIVE / f"update-{uuid4().hex}"
                    begun, found = await collected(request, self._pool, task(scratch), payload)
                    change = _change(found)
                    if not self.plain:
                        await self._check(request, change)
                    entry.generation = await self._alone(lambda: self._store.apply(change))
                finally:
                    await self._alone(lambda: writing.__exit__(None, None, None))
        return begun

    def close(self) -> None:
        """Let the thread of the writes end."""
        self._thread.shutdown(wait=True)

    async def _check(self, request: Request, change: Change) -> None:
        """Refuse a change that says in our terms what the shapes do not allow."""
        judged = await self._alone(lambda: self._judged(change))
        await attended(request, check_conforming(judged, self._pool.limits))

    def _judged(self, change: Change) -> tuple[Judged, ...]:
        with self._store.read() as reader:
            return to_judge(reader, change)

    async def _alone(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _change(found: dict[bytes, bytes]) -> Change:
    """Return the change that a worker found, from its quads."""
    removed, added = (
        tuple(parse(found.get(kind, b""), RdfFormat.N_QUADS)) for kind in (REMOVED, ADDED)
    )
    return Change(removed, added)
