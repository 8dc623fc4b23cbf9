"""The only wiring of the web side: answers, pages, the gate, static files."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from api.access.bodies import BodyLimits, BoundedBodies
from api.access.gate import Gate
from api.access.gatekeeper import Gatekeeper
from api.access.headers import nonce_of, security_headers
from api.answers import Answers, StoreAnswers
from api.kept import Kept
from api.monitoring import LogFormat, Metrics, Monitor, RequestLog
from api.openapi import complete
from api.problems import Problem, Refused, headers_of, of_error, of_status, of_validation
from api.reading import Reading
from api.routes.actors import ActorRoutes
from api.routes.alerts import AlertPages
from api.routes.cascades import Cascades
from api.routes.claims import ClaimRoutes
from api.routes.document import DocumentRoutes
from api.routes.door import Door
from api.routes.finding import FindingRoutes
from api.routes.health import Health
from api.routes.holdings import HoldingRoutes
from api.routes.judging import JudgingRoutes
from api.routes.lineage import LineageRoutes
from api.routes.matrix import MatrixPages
from api.routes.pages import Pages
from api.routes.people import PeoplePages
from api.routes.reference import Reference
from api.routes.source_pages import SourcePages
from api.routes.source_uploads import SourceUploads
from api.routes.sources import SourceRoutes
from api.routes.things import Things
from api.settings import Settings
from api.sparql import add_sparql
from api.uploads.jobs import Jobs
from api.uploads.work import Uploads
from api.web.assets import FOLDERS
from graph.errors import CascadeError
from graph.finding import Finder
from graph.store.local import LocalStore
from graph.store.protocol import Store

_LAST_WRITE = 15.0  # seconds that a job which is being stored has when the server ends
_WEB = Path(__file__).parent / "web"


def create_app(settings: Settings, store: Store) -> FastAPI:
    """Return the application that shows what `store` holds.

    The store is opened anew for every request: one that is missing or damaged is told as a
    problem (503) and comes back without a restart.
    """
    limits = settings.uploads
    jobs = Jobs(limits, settings.clock)
    finders = Kept(Finder)
    answers = StoreAnswers(store, finders)
    app = assemble(
        settings,
        answers,
        lambda pages: Things(store, pages, settings.today).router(),
        on_end=lambda: jobs.close(_LAST_WRITE),
    )
    app.state.jobs, keeper = jobs, app.state.gatekeeper

    def generation() -> int:
        with store.read() as reader:
            return reader.generation

    reading = Reading(store, settings.today)
    uploads = Uploads(store, keeper, limits, settings.clock)
    for routes in (
        Health(generation, keeper.writes, app.state.metrics, jobs.counts),
        FindingRoutes(reading, finders),
        MatrixPages(store, app.state.pages),
        AlertPages(store, app.state.pages, settings),
        PeoplePages(store, app.state.pages, finders, settings.today),
        DocumentRoutes(reading),
        LineageRoutes(reading),
        JudgingRoutes(reading),
        ActorRoutes(reading, finders),
        HoldingRoutes(reading),
        ClaimRoutes(store, keeper),
        SourceRoutes(store, keeper, uploads, jobs, limits),
        SourceUploads(app.state.pages, uploads, jobs, limits),
        SourcePages(store, app.state.pages, keeper, limits),
    ):
        app.include_router(routes.router())
    if isinstance(store, LocalStore):
        add_sparql(app, settings, store)
    complete(app)
    return app


def assemble(
    settings: Settings,
    answers: Answers,
    things: Callable[[Pages], APIRouter] = Pages.things,
    *,
    on_end: Callable[[], None] | None = None,
) -> FastAPI:
    """Return the application around any answers.

    Parameters
    ----------
    settings, answers : how it is served, and what it says.
    things : gives the addresses of the data, around the pages.
    on_end : called when the server ends.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if on_end:
            await run_in_threadpool(on_end)

    pages = Pages(settings, answers, _WEB)
    keeper = Gatekeeper.of(
        settings.access_folder,
        reading=settings.reading,
        writes=settings.writes,
        clock=settings.clock,
    )
    metrics = Metrics()
    log = None if settings.log is LogFormat.OFF else RequestLog(settings.log)
    stranger = settings.body_bytes if settings.plain else settings.stranger_bytes
    bodies = BodyLimits(settings.body_bytes, settings.body_seconds, stranger)
    around = [
        Middleware(Monitor, metrics=metrics, log=log),
        Middleware(Gate, hosts=settings.hosts, keeper=keeper, tell=pages.problem),
        Middleware(BoundedBodies, limits=bodies),
    ]
    app = FastAPI(
        title="Cascade",
        summary="Dòng chảy chính sách: how central resolutions come down to provinces",
        version=version("cascade"),
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        middleware=around,
        lifespan=lifespan,
    )
    app.state.gatekeeper, app.state.metrics, app.state.pages = keeper, metrics, pages
    app.state.uploads = settings.uploads
    app.include_router(Door(keeper, pages).router())
    app.include_router(pages.router())
    app.include_router(Reference(pages).router())
    app.include_router(Cascades(settings, answers, pages).router())
    app.include_router(things(pages))
    for folder in FOLDERS:
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

    async def of_input(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return told(request, of_validation(error.errors()))

    async def of_fault(request: Request, _: Exception) -> Response:
        # Faults are told outside the gate, so the headers are set here.
        response = told(request, of_status(500))
        response.headers.update(dict(security_headers(nonce_of(request.scope))))
        return response

    app.add_exception_handler(CascadeError, of_ours)
    app.add_exception_handler(HTTPException, of_web)
    app.add_exception_handler(RequestValidationError, of_input)
    app.add_exception_handler(Exception, of_fault)
