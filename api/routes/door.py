"""The door of the page: a one-time link, the session it opens, and the way out."""

from __future__ import annotations

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from api.access import refusals
from api.access.caller import Caller
from api.access.demand import forged
from api.access.gatekeeper import Gatekeeper
from api.access.sessions import COOKIE, SESSION_LIFE
from api.problems import Refused
from api.routes.pages import Pages

_LONGEST = 100  # characters of a link's secret; they are 43


class Door:
    """Lets people in by a link that works once.

    Opening the link only shows a button: a browser, a chat or a mail filter that looks at links
    ahead spends nothing. Sent from another site's page, the form is refused by the gate.
    """

    def __init__(self, keeper: Gatekeeper, pages: Pages) -> None:
        self._keeper = keeper
        self._pages = pages

    def router(self) -> APIRouter:
        """Return the addresses of the door."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/vao", self.show, methods=["GET", "HEAD"])
        router.add_api_route("/vao", self.enter, methods=["POST"])
        router.add_api_route("/ra", self.leave, methods=["POST"])
        return router

    def show(self, request: Request, ma: str = "") -> Response:
        """Show the button that spends the link, or the one that ends the session."""
        page = self._pages.page(request, "door.html", code=ma[:_LONGEST])
        page.headers["cache-control"] = "no-store"
        return page

    def enter(self, request: Request, ma: str = Form(default="", max_length=_LONGEST)) -> Response:
        """Spend the link and open a session."""
        now = self._keeper.clock()
        caller = self._keeper.links.spend(ma, now)
        if caller is None:
            raise Refused(refusals.BAD_LINK)
        with self._keeper.audit.writing(caller.name, "session.open", "page"):
            secret = self._keeper.sessions.start(caller, now)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            COOKIE,
            secret,
            max_age=int(SESSION_LIFE.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        response.headers["cache-control"] = "no-store"
        return response

    async def leave(self, request: Request) -> Response:
        """End the session."""
        caller: Caller = request.state.caller
        problem = await forged(request, caller)
        if problem:
            raise Refused(problem)
        self._keeper.sessions.end(request.cookies.get(COOKIE, ""))
        response = RedirectResponse("/", 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return response
