"""The SPARQL endpoint: queries in workers, updates with authorisation."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.negotiate import RDF, RESULTS, preferred
from api.problems import Problem, Refused
from api.protocol import Operation, read_get, read_post
from api.streaming import answered, collected
from api.writes import Writes
from graph.errors import Text
from graph.queries.guard import MAX_LENGTH, MAX_UPDATE, check_reading
from graph.queries.updating import Update, prepared
from graph.store.graphs import is_managed
from graph.store.pool.changing import managed
from graph.store.pool.messages import Dataset, QueryTask, UpdateTask
from graph.store.pool.pool import Pool

ADDRESS = "/sparql"


class Sparql:
    """Answers the SPARQL 1.1 Protocol.

    Parameters
    ----------
    pool : the workers.
    writes : carries out updates.
    describe : answers who asks nothing with the description of the service.
    """

    def __init__(
        self, pool: Pool, writes: Writes, describe: Callable[[Request], Awaitable[Response]]
    ) -> None:
        self._pool = pool
        self._writes = writes
        self._describe = describe

    def router(self) -> APIRouter:
        """Return the address of the endpoint."""
        router = APIRouter()
        router.add_api_route(ADDRESS, self.get, methods=["GET", "HEAD"], response_model=None)
        router.add_api_route(ADDRESS, self.post, methods=["POST"], response_model=None)
        return router

    async def get(self, request: Request) -> Response:
        """Answer a query in the address, or describe the service."""
        operation = read_get(request.url.query)
        if operation is None:
            return await self._describe(request)
        return await self._query(request, operation)

    async def post(self, request: Request) -> Response:
        """Answer a query, or carry out an update."""
        body = await request.body()
        kind = request.headers.get("content-type", "")
        operation = read_post(request.url.query, kind, body)
        if operation.updates:
            return await self._update(request, operation)
        return await self._query(request, operation)

    async def _query(self, request: Request, operation: Operation) -> Response:
        check_length(operation.text, MAX_LENGTH)
        check_reading(operation.text)
        accept = request.headers.get("accept", "")
        task = QueryTask(
            operation.text,
            base=_base(request),
            results=preferred(accept, RESULTS),
            rdf=preferred(accept, RDF),
            dataset=operation.dataset,
        )
        _, response = await answered(request, self._pool, task, {"cache-control": "no-cache"})
        return response

    async def _update(self, request: Request, operation: Operation) -> Response:
        who = await self._writes.allowed(request)
        check_length(operation.text, MAX_UPDATE)
        update = await asyncio.to_thread(_read_update, operation)
        base, graphs, plain = _base(request), update.graphs, self._writes.plain
        if update.refused:
            bare = UpdateTask(update.text, base, None, ())
            await collected(request, self._pool, bare)  # what is ill-formed is told as such
            raise update.refused
        for graph in graphs or ():
            if is_managed(graph or None) and not plain:
                raise managed(graph)

        def task(scratch: Path) -> UpdateTask:
            return UpdateTask(update.text, base, str(scratch), graphs, plain)

        about = " ".join(graph or "default" for graph in graphs) if graphs is not None else "-"
        await self._writes.make(request, (who, "update.sparql", about), task)
        return Response(status_code=204)


def _read_update(operation: Operation) -> Update:
    dataset = operation.dataset or Dataset()
    return prepared(operation.text, dataset.default, dataset.named)


def _base(request: Request) -> str:
    return str(request.url.replace(query=""))


def check_length(text: str, most: int) -> None:
    """Raise Refused (413) for a query or an update of more than so many characters."""
    if len(text) > most:
        raise Refused(
            Problem(
                413,
                "query-too-long",
                Text(
                    f"câu gửi lên dài {len(text)} ký tự, tối đa {most}",
                    f"it has {len(text)} characters, at most {most} are allowed",
                ),
                place=f"length={most}",
                remedy=Text("rút ngắn hoặc chia nhỏ", "shorten it or split it"),
            )
        )
