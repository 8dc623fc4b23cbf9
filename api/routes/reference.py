"""The page that shows the description of the JSON API, and lets it be tried."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.routes.pages import Pages
from graph.errors import Text

PAGE = "/api/docs"
_HEADING = Text("API JSON", "JSON API")
_ABOUT = Text(
    "Mọi câu hỏi của lệnh cascade, cho chương trình; thử ngay ở đây. Bản OpenAPI cho máy:",
    "Every question of the command cascade, for programs: try them here. For machines, OpenAPI:",
)


class Reference:
    """Shows the description.

    Parameters
    ----------
    pages : renders.
    """

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def router(self) -> APIRouter:
        """Return the address of the page."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route(PAGE, self.show, methods=["GET", "HEAD"])
        return router

    def show(self, request: Request) -> Response:
        """Show the page."""
        return self._pages.page(request, "reference.html", heading=_HEADING, about=_ABOUT)
