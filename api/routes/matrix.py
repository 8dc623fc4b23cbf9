"""The page of resolutions x provinces, and the same as CSV and as a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response

from api.choices import province_of_set
from api.render.matrices import matrix_csv
from api.render.matrix_drawings import matrix_svg
from api.routes.asking import asked as plain
from api.routes.asking import choice
from api.routes.pages import Pages
from api.web.atlas import BOX, Atlas, atlas
from api.web.board import Board, BoardRow, Column, Shade, board_of
from api.web.coverage_wording import BRIEFLY, SHADES
from api.web.format import address
from graph.errors import AmbiguousDocument
from graph.lineage.documents import find_document
from graph.lineage.matrix import matrix
from graph.lineage.ways import ways
from graph.lineage.widest import widest
from graph.model import Cell, Document, WayPage
from graph.store.protocol import Reader, Store

PATH = "/ma-tran"
GROUPS: Mapping[str, bool | None] = {"dang": True, "nha-nuoc": False, "tat-ca": None}
ROWS = (12, 24, 48)
_READ = ["GET", "HEAD"]
_MOST_CHOSEN = 60  # resolutions that one address can name
_WAYS = 3
_GAPS = 6
_DOWNLOAD = 'attachment; filename="ma-tran-do-phu.{}"'


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for.

    Parameters
    ----------
    unit_set : 63 or 34.
    group : whose documents, when none are named: of the Party, of the State, of both.
    rows : how many of them.
    chosen : the documents named as rows; empty: those on which most provinces show one.
    document : the selected row.
    province : the name of the selected province.
    language : kept in every address, where it is not the usual one.
    """

    unit_set: int
    group: str
    rows: int
    chosen: tuple[str, ...]
    document: str
    province: str
    language: str

    @classmethod
    def of(cls, query: QueryParams) -> Asked:
        """Return what the parameters of an address ask for; raise QuestionError on nonsense."""
        chosen = [one.strip() for one in query.getlist("hang") if one.strip()][:_MOST_CHOSEN]
        return cls(
            unit_set=int(choice(query.get("don-vi", ""), ("", "63", "34"), "don-vi") or 34),
            group=choice(query.get("nhom", ""), ("", *GROUPS), "nhom") or next(iter(GROUPS)),
            rows=int(choice(query.get("so", ""), ("", *map(str, ROWS)), "so") or ROWS[0]),
            chosen=tuple(plain(one) for one in chosen),
            document=plain(query.get("doc", "").strip()),
            province=plain(query.get("tinh", "").strip()),
            language=choice(query.get("lang", ""), ("", "vi", "en"), "lang"),
        )

    def kept(self, rows: Iterable[BoardRow]) -> tuple[tuple[str, str], ...]:
        """Return what a form that adds a row sends along: all rows, and the rest of the state."""
        rest = (
            ("doc", self.document),
            ("tinh", self.province),
            ("don-vi", str(self.unit_set)),
            ("lang", self.language),
        )
        chosen = tuple(("hang", row.document.spelling) for row in rows)
        return chosen + tuple((name, value) for name, value in rest if value)

    def address(self, path: str = PATH, /, **changed: object) -> str:
        """Return the address that asks for the same with something changed."""
        one = replace(self, **changed)  # type: ignore[arg-type]
        return address(
            path,
            doc=one.document,
            tinh=one.province,
            hang=one.chosen,
            don_vi=63 if one.unit_set == 63 else "",  # noqa: PLR2004
            nhom="" if one.group == next(iter(GROUPS)) else one.group,
            so="" if one.rows == ROWS[0] else one.rows,
            lang=one.language,
        )


@dataclass(frozen=True)
class View:
    """The matrix with what is selected in it."""

    asked: Asked
    board: Board
    row: BoardRow | None
    column: Column | None
    ways: WayPage | None

    @cached_property
    def shades(self) -> Mapping[str, Shade]:
        """Return the shade of each province under the selected resolution."""
        cells = self.row.cells if self.row else ()
        return {column.slug: shade for column, _, shade in cells}

    @property
    def cell(self) -> Cell | None:
        """Return the selected cell."""
        cells = self.row.cells if self.row else ()
        return next((cell for column, cell, _ in cells if column == self.column), None)

    @property
    def down(self) -> Iterator[tuple[BoardRow, Cell, Shade]]:
        """Yield the cells of the selected province."""
        for row in self.board.rows:
            for column, cell, shade in row.cells:
                if column == self.column:
                    yield row, cell, shade

    def name_of(self, slug: str) -> str:
        """Return the name of a province by the end of its address."""
        return next((one.row.unit for one in self.board.columns if one.slug == slug), "")

    def without(self, row: BoardRow) -> str:
        """Return the address that leaves a row out."""
        rest = (one.document.spelling for one in self.board.rows if one != row)
        chosen = self.asked.document != row.document.spelling
        return self.asked.address(
            chosen=tuple(rest), document=self.asked.document if chosen else ""
        )

    def at(self, row: BoardRow, column: Column) -> str:
        """Return the address that selects a cell."""
        return self.asked.address(document=row.document.spelling, province=column.row.unit)


class MatrixPages:
    """The routes of the matrix; every state stands in the address."""

    def __init__(self, store: Store, pages: Pages) -> None:
        self._store = store
        self._pages = pages
        self._atlas: Mapping[int, Atlas] = atlas()

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        router.add_api_route(PATH, self.page, methods=_READ)
        router.add_api_route(f"{PATH}.csv", self.csv, methods=_READ)
        router.add_api_route(f"{PATH}.svg", self.svg, methods=_READ)
        return router

    def page(self, request: Request) -> Response:
        """Show the matrix, the map of one resolution, and what is selected."""
        view = self._view(request)
        return self._pages.page(
            request,
            "matrix.html",
            view=view,
            board=view.board,
            asked=view.asked,
            document=view.row.document if view.row else None,
            atlas=self._atlas[view.asked.unit_set],
            box=BOX,
            shades=SHADES,
            briefly=BRIEFLY,
            groups=GROUPS,
            sizes=ROWS,
            most_gaps=_GAPS,
        )

    def csv(self, request: Request) -> Response:
        """Return the matrix for a spreadsheet."""
        headers = {"content-disposition": _DOWNLOAD.format("csv")}
        text = matrix_csv(self._view(request).board.matrix)
        return Response(text.encode(), media_type="text/csv; charset=utf-8", headers=headers)

    def svg(self, request: Request) -> Response:
        """Return the matrix and its map as a drawing that stands alone."""
        view = self._view(request)
        language = self._pages.language(request)
        text = matrix_svg(view.board, view.row, self._atlas[view.asked.unit_set], language)
        headers = {"content-disposition": _DOWNLOAD.format("svg")}
        return Response(text.encode(), media_type="image/svg+xml", headers=headers)

    def _view(self, request: Request) -> View:
        asked = Asked.of(request.query_params)
        with self._store.read() as reader:
            selected = find_document(reader, asked.document) if asked.document else None
            documents = self._documents(reader, asked, selected)
            board = board_of(matrix(reader, documents, unit_set=asked.unit_set))
            row = board.row(selected) if selected else next(iter(board.rows), None)
            unit = None
            if asked.province:
                unit = province_of_set(reader, asked.province, asked.unit_set, "tinh")
            column = next((one for one in board.columns if one.row.unit_iri == unit), None)
            found = None
            if row and column:
                found = ways(
                    reader,
                    row.document,
                    column.row.unit_iri,
                    unit_set=asked.unit_set,
                    limit=_WAYS,
                )
            return View(asked, board, row, column, found)

    @staticmethod
    def _documents(reader: Reader, asked: Asked, selected: Document | None) -> list[Document]:
        """Return the rows: those named, else the widest; the selected one among them."""
        if asked.chosen:
            found = [one for name in asked.chosen for one in _meant(reader, name)]
        else:
            found = list(
                widest(
                    reader,
                    unit_set=asked.unit_set,
                    limit=asked.rows,
                    party=GROUPS[asked.group],
                )
            )
        if selected and selected.iri not in {one.iri for one in found}:
            found = [selected, *found]
        return list({one.iri: one for one in found}.values())


def _meant(reader: Reader, name: str) -> list[Document]:
    """Return the documents that a name means: of several that bear it, each one."""
    try:
        return [find_document(reader, name)]
    except AmbiguousDocument as error:
        return [find_document(reader, spelling) for spelling in error.spellings]
