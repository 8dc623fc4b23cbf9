"""The only wiring of the web side: answers, pages, the gate, static files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.access.bodies import BodyLimits, BoundedBodies
from api.access.gate import Gate
from api.access.gatekeeper import Gatekeeper
from api.access.headers import nonce_of, security_headers
from api.answers import Answers, StoreAnswers
from api.monitoring import LogFormat, Metrics, Monitor, RequestLog
from api.problems import Problem, Refused, headers_of, of_error, of_status
from api.routes.described import Described
from api.routes.door import Door
from api.routes.graph_store import GraphStore
from api.routes.health import Health
from api.routes.pages import Pages
from api.routes.sparql import Sparql
from api.settings import Settings
from api.writes import Writes
from graph.errors import CascadeError
from graph.store.local import LocalStore
from graph.store.pool.pool import Pool
from graph.store.protocol import Store

_WEB = Path(__file__).parent / "web"


def create_app(settings: Settings, store: Store) -> FastAPI:
    """Return the application that shows what `store` holds.

    The store is opened anew for every request: one that is missing or damaged is told as a
    problem (503) and comes back without a restart.
    """
    app = assemble(settings, StoreAnswers(store))
    if isinstance(store, LocalStore):
        _serve_sparql(app, settings, store)

    def generation() -> int:
        with store.read() as reader:
            return reader.generation

    health = Health(generation, app.state.gatekeeper.writes, app.state.metrics, dict)
    app.include_router(health.router())
    return app


def _serve_sparql(app: FastAPI, settings: Settings, store: LocalStore) -> None:
    """Add the SPARQL protocols, and end their processes with the service."""
    pool = Pool(store.path, settings.limits)
    writes = Writes(store, pool, plain=settings.plain)
    described = Described(pool, writable=settings.plain or app.state.gatekeeper.writes)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await pool.close()
            writes.close()

    app.router.lifespan_context = life
    app.include_router(described.router())
    app.include_router(Sparql(pool, writes, described.service).router())
    app.include_router(GraphStore(pool, writes).router())


def assemble(settings: Settings, answers: Answers) -> FastAPI:
    """Return the application around any answers."""
    pages = Pages(settings, answers, _WEB / "templates", _WEB / "css" / "page.css")
    keeper = Gatekeeper.of(
        settings.access_folder,
        reading=settings.reading,
        writes=settings.writes,
        clock=settings.clock,
    )
    metrics = Metrics()
    log = None if settings.log is LogFormat.OFF else RequestLog(settings.log)
    around = [
        Middleware(Monitor, metrics=metrics, log=log),
        Middleware(Gate, hosts=settings.hosts, keeper=keeper, tell=pages.problem),
        Middleware(BoundedBodies, limits=BodyLimits(settings.body_bytes, settings.body_seconds)),
    ]
    app = FastAPI(
        title="Cascade", docs_url=None, redoc_url=None, openapi_url=None, middleware=around
    )
    app.state.gatekeeper, app.state.metrics = keeper, metrics
    app.include_router(Door(keeper, pages).router())
    app.include_router(pages.router())
    for folder in ("css", "fonts"):
        app.mount(f"/web/{folder}", StaticFiles(directory=_WEB / folder), name=folder)
    _tell_problems(app, pages)
    return app


def _tell_problems(app: FastAPI, pages: Pages) -> None:
    def told(request: Request, problem: Problem, error: Exception | None = None) -> Response:
        response = pages.problem(request, problem)
        if isinstance(error, HTTPException):
            response.headers.update(error.headers or {})
        elif isinstance(error, CascadeError):
            response.headers.update(headers_of(error))
        return response

    async def of_ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, CascadeError)
        return told(request, of_error(error), error)

    async def of_web(request: Request, error: Exception) -> Response:
        if isinstance(error, Refused):
            return told(request, error.problem, error)
        return told(request, of_status(getattr(error, "status_code", 500)), error)

    async def of_fault(request: Request, _: Exception) -> Response:
        # Faults are told outside the gate, so the headers are set here.
        response = told(request, of_status(500))
        response.headers.update(dict(security_headers(nonce_of(request.scope))))
        return response

    app.add_exception_handler(CascadeError, of_ours)
    app.add_exception_handler(HTTPException, of_web)
    app.add_exception_handler(Exception, of_fault)
