"""Finding documents, bodies and officials, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import choices
from api.kept import Kept
from api.reading import Asked, Reading
from api.routes.parameters import (
    Cursor,
    InForce,
    IsoDay,
    Levels,
    Limit,
    On,
    Provinces,
    Types,
    Words,
)
from api.schemas import Operation
from graph.errors import Text
from graph.finding import DOCUMENT, Finder, Wanted
from graph.lineage.paging import Page
from graph.model import HitPage, View

_FIRST = 20

_FOUND = Text(
    "Kết quả khớp nhất trước; không có từ nào thì văn bản mới nhất trước. Kết quả rỗng nghĩa là "
    "kho này không có, không phải là không tồn tại.",
    "Best first; without words the latest documents first. No result means that this store has "
    "none, not that there is none.",
)
FIND = Operation(
    "find",
    Text("Tìm văn bản, cơ quan, cán bộ", "Find documents, bodies, officials"),
    _FOUND,
    HitPage,
    (410, 422),
)
FIND_DOCUMENTS = Operation(
    "findDocuments",
    Text("Tìm văn bản theo từ và theo loại, cấp, tỉnh, ngày", "Find documents by words and kind"),
    _FOUND,
    HitPage,
    (410, 422),
)
FIND_BODIES = Operation(
    "findBodies", Text("Tìm cơ quan", "Find bodies"), _FOUND, HitPage, (410, 422)
)
FIND_OFFICIALS = Operation(
    "findOfficials",
    Text("Tìm cán bộ lãnh đạo", "Find officials"),
    Text(
        "Người giữ chức vụ công mà nguồn nêu tên; thứ tự là theo từ tìm, không phải thứ bậc.",
        "Holders of public posts whom sources name; the order is by the words, not by rank.",
    ),
    HitPage,
    (410, 422),
)


class FindingRoutes:
    """Finds what bears some words.

    Parameters
    ----------
    reading : answers.
    finders : what finds in each generation.
    """

    def __init__(self, reading: Reading, finders: Kept[Finder]) -> None:
        self._reading = reading
        self._finders = finders

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api", tags=["finding"])
        router.add_api_route("/find", self.anything, **FIND.told())
        router.add_api_route("/documents", self.documents, **FIND_DOCUMENTS.told())
        router.add_api_route("/bodies", self.bodies, **FIND_BODIES.told())
        router.add_api_route("/officials", self.officials, **FIND_OFFICIALS.told())
        return router

    async def anything(
        self, request: Request, q: Words, cursor: Cursor = None, limit: Limit = _FIRST
    ) -> Response:
        """Find whatever bears the words."""
        return await self._found(request, Wanted(q), cursor, limit)

    async def documents(  # noqa: PLR0913, PLR0917  (every parameter of the address)
        self,
        request: Request,
        types: Types = [],  # noqa: B006  (FastAPI copies it)
        levels: Levels = [],  # noqa: B006
        provinces: Provinces = [],  # noqa: B006
        q: Words = "",
        since: Annotated[
            IsoDay | None,
            Query(
                alias="from",
                description="ban hành từ ngày / issued on that day or later",
                examples=["2024-01-01"],
            ),
        ] = None,
        until: Annotated[
            IsoDay | None,
            Query(
                alias="to",
                description="ban hành đến ngày / issued on that day or before",
                examples=["2024-12-31"],
            ),
        ] = None,
        in_force: InForce = False,
        on: On = None,
        cursor: Cursor = None,
        limit: Limit = _FIRST,
    ) -> Response:
        """Find documents."""

        def question(asked: Asked) -> HitPage:
            view = View(
                types=choices.types_named(types, "type"),
                levels=tuple(levels),
                units=choices.provinces_named(asked.reader, provinces, "province"),
                in_force=in_force,
            )
            wanted = Wanted(q, (DOCUMENT,), view, since, until)
            return self._page(asked, wanted, cursor, limit, on)

        return await self._reading.answer(request, question)

    async def bodies(
        self, request: Request, q: Words = "", cursor: Cursor = None, limit: Limit = _FIRST
    ) -> Response:
        """Find bodies of the Party, the State and others."""
        return await self._found(request, Wanted(q, ("body",)), cursor, limit)

    async def officials(
        self, request: Request, q: Words = "", cursor: Cursor = None, limit: Limit = _FIRST
    ) -> Response:
        """Find holders of public posts."""
        return await self._found(request, Wanted(q, ("official",)), cursor, limit)

    async def _found(
        self, request: Request, wanted: Wanted, cursor: str | None, limit: int
    ) -> Response:
        return await self._reading.answer(
            request, lambda asked: self._page(asked, wanted, cursor, limit)
        )

    def _page(
        self,
        asked: Asked,
        wanted: Wanted,
        cursor: str | None,
        limit: int,
        on: date | None = None,
    ) -> HitPage:
        page = Page.after(asked.cursors.opened(cursor), limit)
        return self._finders.of(asked.reader).find(wanted, page, on or asked.today)
