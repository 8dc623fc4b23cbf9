"""The gate before every answer: host, origin, caller, reading; and the headers after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access.caller import ANYONE, Caller
from api.access.gatekeeper import SAFE, Gatekeeper
from api.access.headers import nonce_of, security_headers
from api.problems import Problem, foreign_host, of_error
from graph.errors import CascadeError

_HOST = re.compile(
    r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s\[\]:@/?#\\]+)(?::(?P<port>[0-9]{1,5})?)?", re.ASCII
)
_LAST_PORT = 65535


class Gate:
    """Answers only for the hosts it is told and the callers it may, with the security headers.

    Starlette's own host check cuts `[::1]:8000` at the first colon, hence this one. Who asks is
    left for the routes in `request.state.caller`.

    Parameters
    ----------
    app : what stands behind the gate.
    hosts : names under which the service answers.
    keeper : knows callers.
    tell : makes the answer out of a problem.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: tuple[str, ...],
        keeper: Gatekeeper,
        tell: Callable[[Request, Problem], Response],
    ) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._keeper = keeper
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = [(n.encode(), v.encode()) for n, v in security_headers(nonce_of(scope))]

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *headers]
            await send(message)

        request = Request(scope)
        problem = self._admit(request)
        inner = self._tell(request, problem) if problem else self._app
        await inner(scope, receive, guarded)

    def _admit(self, request: Request) -> Problem | None:
        """Note who asks; return why the request is not let in."""
        request.state.caller = ANYONE
        host = request.headers.get("host", "")
        if host_of(host) not in self._hosts:
            return foreign_host(host)
        try:
            caller = self._keeper.identify(request)
        except CascadeError as error:  # a file of tokens that cannot be read lets nobody in
            return replace(of_error(error), place=None)  # where it lies is not for outsiders
        if isinstance(caller, Problem):
            return self._logged(request, ANYONE, caller)
        request.state.caller = caller
        return self._logged(request, caller, self._keeper.refusal(request, caller))

    def _logged(self, request: Request, caller: Caller, problem: Problem | None) -> Problem | None:
        if problem and request.method not in SAFE:
            deed = f"{request.method} {request.url.path}"
            self._keeper.audit.refused(caller.name, deed, problem.kind)
        return problem


def host_of(header: str) -> str:
    """Return the host of a `Host` header without its port: `[::1]:8000` gives `[::1]`.

    What is not a host with a port or without (`localhost:x@evil.example`) gives the empty text:
    addresses are made of this header.
    """
    found = _HOST.fullmatch(header)
    return found["host"].lower() if found and int(found["port"] or 0) <= _LAST_PORT else ""
