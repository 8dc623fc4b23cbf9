"""The SPARQL protocols added to the application: their routes, and the processes behind them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

from api.routes.described import Described
from api.routes.graph_store import GraphStore
from api.routes.query_aids import QueryAids
from api.routes.querying import QueryPages
from api.routes.questions import QuestionRoutes
from api.routes.sparql import Sparql
from api.settings import Settings
from api.writes import Writes
from graph.store.local import LocalStore
from graph.store.pool.pool import Pool


def add_sparql(app: FastAPI, settings: Settings, store: LocalStore) -> None:
    """Answer the protocols from a store, and end the workers when the service ends.

    Parameters
    ----------
    app : the application, with its gate and its pages.
    settings : whether the store is plain, and what queries may take.
    store : what is asked and written to.
    """
    pool = Pool(store.path, settings.limits)
    writes = Writes(store, pool, plain=settings.plain)
    described = Described(pool, writable=settings.plain or app.state.gatekeeper.writes)
    before = app.router.lifespan_context

    @asynccontextmanager
    async def life(of: Any) -> AsyncIterator[Any]:
        async with before(of) as state:
            try:
                yield state
            finally:
                await pool.close()
                writes.close()

    app.router.lifespan_context = life
    app.include_router(QuestionRoutes(store, pool, app.state.pages).router())
    for pages in (QueryPages, QueryAids):
        app.include_router(pages(store, pool, app.state.pages).router())
    sparql = Sparql(pool, writes, described.service)
    for routes in (described, sparql, GraphStore(pool, writes)):
        # Their description is the Service Description, not OpenAPI.
        app.include_router(routes.router(), include_in_schema=False)
