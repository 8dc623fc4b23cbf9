"""The only wiring of the web side: answers, pages, guards, static files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.answers import Answers, StoreAnswers
from api.problems import foreign_host, of_error, of_status
from api.routes.pages import Pages
from api.settings import Settings
from graph.errors import CascadeError
from graph.store.protocol import Store

_WEB = Path(__file__).parent / "web"

SECURITY_HEADERS: tuple[tuple[str, str], ...] = (
    (
        "content-security-policy",
        "default-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; "
        "frame-ancestors 'none'; form-action 'self'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
)


class Guard:
    """Answers only for the hosts it is told, and sends the security headers with everything.

    Starlette's own host check cuts `[::1]:8000` at the first colon, hence this one.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: tuple[str, ...],
        refuse: Callable[[Request], Response],
    ) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_RAW_HEADERS]
            await send(message)

        request = Request(scope)
        known = host_of(request.headers.get("host", "")) in self._hosts
        inner = self._app if known else self._refuse(request)
        await inner(scope, receive, guarded)


_RAW_HEADERS = [(name.encode(), value.encode()) for name, value in SECURITY_HEADERS]


def host_of(header: str) -> str:
    """Return the host of a `Host` header without its port: `[::1]:8000` gives `[::1]`."""
    if header.startswith("["):
        return header[: header.find("]") + 1].lower()
    return header.partition(":")[0].lower()


def create_app(settings: Settings, store: Store) -> FastAPI:
    """Return the application that shows what `store` holds.

    The store is opened anew for every request: one that is missing or damaged is told as a
    problem (503) and comes back without a restart.
    """
    return assemble(settings, StoreAnswers(store))


def assemble(settings: Settings, answers: Answers) -> FastAPI:
    """Return the application around any answers."""
    pages = Pages(settings, answers, _WEB / "templates", _WEB / "css" / "page.css")

    def refuse(request: Request) -> Response:
        return pages.problem(request, foreign_host(request.headers.get("host", "")))

    guard = Middleware(Guard, hosts=settings.hosts, refuse=refuse)
    app = FastAPI(
        title="Cascade", docs_url=None, redoc_url=None, openapi_url=None, middleware=[guard]
    )
    app.include_router(pages.router())
    for folder in ("css", "fonts"):
        app.mount(f"/web/{folder}", StaticFiles(directory=_WEB / folder), name=folder)
    _tell_problems(app, pages)
    return app


def _tell_problems(app: FastAPI, pages: Pages) -> None:
    async def of_ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, CascadeError)
        return pages.problem(request, of_error(error))

    async def of_web(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return pages.problem(request, of_status(status))

    async def of_fault(request: Request, _: Exception) -> Response:
        # Faults are told outside the guard, so the headers are set here.
        response = pages.problem(request, of_status(500))
        response.headers.update(dict(SECURITY_HEADERS))
        return response

    app.add_exception_handler(CascadeError, of_ours)
    app.add_exception_handler(HTTPException, of_web)
    app.add_exception_handler(Exception, of_fault)
