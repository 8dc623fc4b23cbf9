"""Lược đồ: its page, the list that works without scripts, and the layout that is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.answers import Answers
from api.routes.asking import choice, day, named
from api.routes.pages import Pages
from api.schemas import deed
from api.settings import Settings
from api.sheet.drawing import layout_of
from api.sheet.facets import facets_of
from api.sheet.panel import panel_of
from api.sheet.shapes import CascadeLayout
from api.sheet.state import DEPTHS, PAGE, SheetState
from api.web import format as written
from api.web import layout
from graph.errors import QuestionError, Text
from graph.view.laying import lay_out

_EARLIEST = 14  # units in the list of the soonest
_LISTED = 3_000  # documents of the longest list on one page
_WALKED = ("doc", "huong", "sau", "ngay")
_LIST = "danh-sach"
_READ = ["GET", "HEAD"]
_LEAST, _MOST, _STEP = 320, 2400, 20  # widths of a drawing, in pixels

LAYOUT = deed(
    "layoutCascade",
    Text("Lược đồ đã đặt chỗ: dải cấp, cột đơn vị, thẻ đang mở", "A lineage drawn in level bands"),
    Text(
        "Cho trang Lược đồ, nhận mọi tham số của trang: `huong`, `sau`, `ngay`, `mo`, `het`, "
        "`chon`, `cap`, `loai`, `qh`, `ro`, `luc`. Chương trình nên hỏi /api/lineage/trace.",
        "For the page that draws it, with all its parameters: `huong`, `sau`, `ngay`, `mo`, "
        "`het`, `chon`, `cap`, `loai`, `qh`, `ro`, `luc`. Programs ask /api/lineage/trace.",
    ),
    *(300, 404, 422),
)


class Cascades:
    """Shows one lineage, drawn or as a list; holds no state."""

    def __init__(self, settings: Settings, answers: Answers, pages: Pages) -> None:
        self._settings = settings
        self._answers = answers
        self._pages = pages

    def router(self) -> APIRouter:
        """Return the addresses: the page, and what it draws."""
        router = APIRouter()
        router.add_api_route(
            PAGE,
            self.page,
            methods=_READ,
            response_class=HTMLResponse,
            include_in_schema=False,
            response_model=None,
        )
        router.add_api_route(
            "/api/layout/cascade",
            self.layout,
            methods=["GET"],
            response_model=CascadeLayout,
            tags=["lineage"],
            **LAYOUT,
        )
        return router

    def page(self, request: Request, doc: str = "", dang: str = "") -> Response:
        """Show the lineage of one document; without one, lead to where it is chosen."""
        choice(dang, ("", "hinh", _LIST), "dang")
        if not doc.strip():
            kept = request.query_params.get("lang", "")
            return RedirectResponse(written.address("/", lang=kept), 303)
        return self._list(request) if dang == _LIST else self._drawn(request)

    def _drawn(self, request: Request) -> Response:
        state = SheetState.of(request.query_params)
        language = self._pages.language(request)
        scene = self._answers.scene(state.question)
        return self._pages.page(
            request,
            "sheet.html",
            document=scene.root,
            scene=scene,
            state=state,
            facets=facets_of(scene, state, language),
            panel=panel_of(scene, state, language),
            depths=DEPTHS,
            on=state.question.view.as_of,
        )

    def _list(self, request: Request) -> Response:
        given = request.query_params
        down = choice(given.get("huong") or "xuong", ("xuong", "len"), "huong") == "xuong"
        depth = int(choice(given.get("sau", ""), ("", *map(str, DEPTHS)), "sau") or 0) or None
        as_of, chosen = day(given.get("ngay", "")), given.get("chon", "")
        self._refuse_long(given)
        found = self._answers.trace(named(given.get("doc", "")), down, depth, as_of)
        return self._pages.page(
            request,
            "cascade.html",
            found=found,
            document=found.root,
            on=as_of,
            depths=DEPTHS,
            chain=layout.chain(found.nodes, chosen) if chosen else (),
            tally=layout.tally(found.nodes),
            strip=layout.strip(found),
            earliest=layout.earliest(found.nodes, _EARLIEST) if down else (),
            opened=self._settings.opened,
        )

    def _refuse_long(self, given: Mapping[str, str]) -> None:
        """Refuse to list what nobody reads and what would take minutes to write."""
        state = SheetState.of({key: given[key] for key in given if key in _WALKED})
        outline = self._answers.scene(replace(state.question, opened=())).outline
        if outline.documents > _LISTED:
            raise QuestionError(
                Text(
                    f"Lược đồ này có {outline.documents} văn bản: quá dài để liệt kê một lượt",
                    f"This cascade has {outline.documents} documents: too many to list at once",
                ),
                place="dang",
                remedy=Text(
                    "giảm số tầng (sau=1), hoặc xem độ phủ theo tỉnh",
                    "ask for fewer steps (sau=1), or for the coverage by province",
                ),
            )

    async def layout(
        self,
        request: Request,
        doc: str = Query(
            description="số, tên gọi hoặc địa chỉ / number, alias or address of the root",
            examples=["57-NQ/TW"],
        ),
        rong: int = Query(
            default=960,
            description="chiều rộng, điểm ảnh / width of the drawing, in pixels",
            examples=[960],
        ),
    ) -> CascadeLayout:
        """Return the drawing of a lineage; what is not open stays a count.

        It takes the parameters of the page: `huong` (`xuong`, `len`), `sau` (most steps), `ngay`
        (as-of day), `mo` (units that are open) and `het` (units that show every document), `chon`
        (the document whose chain is looked at), and of facets `cap`, `loai`, `qh`, `ro`, `luc`.
        """
        state = SheetState.of(request.query_params)
        width = min(max(rong, _LEAST), _MOST) // _STEP * _STEP
        scene = await run_in_threadpool(self._answers.scene, state.question)
        language = self._pages.language(request)
        return layout_of(scene, lay_out(scene, width), state, language, self._settings.today())
