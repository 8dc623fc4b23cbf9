"""Lineage as JSON: cascades by page and as a tree, coverage, matrix, comparison, stale bases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import choices
from api.problems import Problem, Refused
from api.reading import Asked, Reading
from api.routes.asking import LONGEST
from api.routes.described_lineage import (
    COMPARE,
    COVERAGE,
    MATRIX,
    PATHS,
    STALE,
    TRACE,
    TREE,
)
from api.routes.parameters import (
    AsOf,
    Certainty,
    Cursor,
    Depth,
    Direction,
    Doc,
    InForce,
    Levels,
    Limit,
    On,
    Provinces,
    Related,
    Relations,
    Sure,
    Types,
    Units,
    UnitsOf,
    Way,
    WithEvidence,
)
from graph.errors import Text
from graph.lineage.cascade import trace
from graph.lineage.compare import compare_documents, compare_units
from graph.lineage.coverage import coverage
from graph.lineage.matrix import matrix
from graph.lineage.outline import outline, page
from graph.lineage.stale import stale
from graph.lineage.ways import ways
from graph.model import Cascade, Level, Listing, View, WayPage
from graph.store.protocol import Reader

_FIRST, _WAYS = 50, 20
_TREE = 2000  # documents of a tree; what has more is asked for page by page
_COLUMNS = 20  # resolutions of a matrix
_TOO_LARGE = 422

Side = Annotated[
    str,
    Query(
        min_length=1,
        max_length=LONGEST,
        description="văn bản hoặc tỉnh, thành phố; hai bên cùng loại / "
        "a document or a province; both of one kind",
        examples=["Hà Nội"],
    ),
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The words by which part of a lineage is chosen."""

    types: list[str]
    levels: list[Level]
    provinces: list[str]
    relations: list[Related]
    certainty: Certainty

    def view(self, reader: Reader, **further: date | int | bool | None) -> View:
        """Return what the words choose; refuse those that are not known."""
        return View(
            types=choices.types_named(self.types, "type"),
            levels=tuple(self.levels),
            units=choices.provinces_named(reader, self.provinces, "province"),
            relations=tuple(one.value for one in self.relations),
            stated=self.certainty is Certainty.STATED,
            **further,  # type: ignore[arg-type]
        )


class LineageRoutes:
    """Walks lineage.

    Parameters
    ----------
    reading : answers.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api/lineage", tags=["lineage"])
        router.add_api_route("/trace", self.trace, **TRACE.told())
        router.add_api_route("/tree", self.tree, **TREE.told())
        router.add_api_route("/coverage", self.coverage, **COVERAGE.told())
        router.add_api_route("/coverage/paths", self.paths, **PATHS.told())
        router.add_api_route("/matrix", self.matrix, **MATRIX.told())
        router.add_api_route("/compare", self.compare, **COMPARE.told())
        router.add_api_route("/stale", self.stale, **STALE.told())
        return router

    async def trace(  # noqa: PLR0913, PLR0917  (every parameter of the address)
        self,
        request: Request,
        doc: Doc,
        types: Types = [],  # noqa: B006  (FastAPI copies it)
        levels: Levels = [],  # noqa: B006
        provinces: Provinces = [],  # noqa: B006
        relations: Relations = [],  # noqa: B006
        direction: Way = Direction.DOWN,
        depth: Depth = None,
        as_of: AsOf = None,
        certainty: Sure = Certainty.ALL,
        in_force: InForce = False,
        under: Annotated[
            str | None,
            Query(
                min_length=1,
                max_length=LONGEST,
                description="chỉ những gì trực tiếp dưới văn bản này của dòng chảy / "
                "only what hangs directly on this document of the lineage",
                examples=["57-NQ/TW"],
            ),
        ] = None,
        counts: Annotated[
            bool,
            Query(description="chỉ đếm, không liệt kê / counts alone", examples=[False]),
        ] = False,
        evidence: WithEvidence = True,
        cursor: Cursor = None,
        limit: Limit = _FIRST,
    ) -> Response:
        """Return a lineage in counts with a page of its documents."""
        chosen = Chosen(types, levels, provinces, relations, certainty)

        def question(asked: Asked) -> Listing:
            reader, root = asked.reader, asked.document(doc)
            view = chosen.view(
                reader,
                down=direction is Direction.DOWN,
                depth=depth,
                as_of=as_of,
                in_force=in_force,
            )
            after = asked.cursors.opened(cursor)
            counted = outline(reader, root, view)
            if counts:
                return Listing(counted, None)
            above = asked.document(under, "under").iri if under else None
            rows = page(
                reader, root, view, limit=limit, after=after, under=above, evidence=evidence
            )
            return Listing(counted, rows)

        return await self._reading.answer(request, question, long=True)

    async def tree(
        self,
        request: Request,
        doc: Doc,
        direction: Way = Direction.DOWN,
        depth: Depth = None,
        as_of: AsOf = None,
        evidence: WithEvidence = True,
    ) -> Response:
        """Return a lineage as a tree."""

        def question(asked: Asked) -> Cascade:
            return tree_of(
                asked, doc, direction=direction, depth=depth, as_of=as_of, evidence=evidence
            )

        return await self._reading.answer(request, question, long=True)

    async def coverage(self, request: Request, doc: Doc, units: UnitsOf = Units.TODAY) -> Response:
        """Return which units show a document that rests on one."""
        return await self._reading.answer(
            request,
            lambda asked: coverage(asked.reader, asked.document(doc), unit_set=int(units)),
            long=True,
        )

    async def paths(
        self,
        request: Request,
        doc: Doc,
        province: Annotated[
            str,
            Query(
                min_length=1,
                max_length=LONGEST,
                description="tỉnh, thành phố / the province",
                examples=["Đà Nẵng"],
            ),
        ],
        units: UnitsOf = Units.TODAY,
        cursor: Cursor = None,
        limit: Limit = _WAYS,
    ) -> Response:
        """Return every way from documents of a unit up to one."""

        def question(asked: Asked) -> WayPage:
            document = asked.document(doc)
            unit = choices.province_of_set(asked.reader, province, int(units), "province")
            number = int(asked.cursors.opened(cursor) or 1)
            return ways(
                asked.reader, document, unit, unit_set=int(units), limit=limit, number=number
            )

        return await self._reading.answer(request, question, long=True)

    async def matrix(
        self,
        request: Request,
        docs: Annotated[
            list[Doc],
            Query(
                alias="doc",
                min_length=1,
                max_length=_COLUMNS,
                description="các văn bản, mỗi văn bản một cột / the documents, a column each",
                examples=[["57-NQ/TW", "29-NQ/TW@2013"]],
            ),
        ],
        units: UnitsOf = Units.TODAY,
    ) -> Response:
        """Return what every unit shows of several documents."""
        return await self._reading.answer(
            request,
            lambda asked: matrix(
                asked.reader, [asked.document(doc) for doc in docs], unit_set=int(units)
            ),
            long=True,
        )

    async def compare(
        self,
        request: Request,
        first: Side,
        second: Side,
        units: UnitsOf = Units.TODAY,
        page: Annotated[
            int,
            Query(
                ge=1,
                le=10_000,
                description="trang thứ mấy, khi so hai tỉnh / which page, of two provinces",
                examples=[1],
            ),
        ] = 1,
        limit: Limit = _FIRST,
    ) -> Response:
        """Compare two documents, or two provinces."""

        def question(asked: Asked) -> object:
            reader, unit_set = asked.reader, int(units)
            sides = {"first": first, "second": second}
            if any(choices.is_province(reader, side) for side in sides.values()):
                one, other = (
                    choices.province_of_set(reader, side, unit_set, place)
                    for place, side in sides.items()
                )
                return compare_units(
                    reader, one, other, unit_set=unit_set, limit=limit, number=page
                )
            documents = [asked.document(side, place) for place, side in sides.items()]
            return compare_documents(reader, *documents, unit_set=unit_set)

        return await self._reading.answer(request, question, long=True)

    async def stale(  # noqa: PLR0913, PLR0917  (every parameter of the address)
        self,
        request: Request,
        types: Types = [],  # noqa: B006  (FastAPI copies it)
        levels: Levels = [],  # noqa: B006
        provinces: Provinces = [],  # noqa: B006
        relations: Relations = [],  # noqa: B006
        certainty: Sure = Certainty.ALL,
        as_of: On = None,
        cursor: Cursor = None,
        limit: Limit = _FIRST,
    ) -> Response:
        """Return documents in force whose basis is not."""
        chosen = Chosen(types, levels, provinces, relations, certainty)

        def question(asked: Asked) -> object:
            return stale(
                asked.reader,
                chosen.view(asked.reader),
                on=as_of or asked.today,
                limit=limit,
                after=asked.cursors.opened(cursor),
            )

        return await self._reading.answer(request, question, long=True)


def tree_of(
    asked: Asked,
    doc: str,
    *,
    direction: Direction,
    depth: int | None,
    as_of: date | None,
    evidence: bool = True,
) -> Cascade:
    """Return a lineage as a tree, if it is small enough for one.

    Parameters
    ----------
    asked : the question.
    doc : the document by spelling or address.
    direction, depth, as_of, evidence : as of `graph.lineage.cascade.trace`.

    Raises
    ------
    Refused : it has too many documents (422).
    """
    root, down = asked.document(doc), direction is Direction.DOWN
    found = outline(asked.reader, root, View(down=down, depth=depth, as_of=as_of)).documents
    if found > _TREE:
        raise Refused(_too_large(found))
    return trace(asked.reader, root, down=down, depth=depth, as_of=as_of, evidence=evidence)


def _too_large(documents: int) -> Problem:
    return Problem(
        _TOO_LARGE,
        "answer-too-large",
        Text(
            f"Dòng chảy này có {documents} văn bản, quá {_TREE}",
            f"This lineage has {documents} documents, more than {_TREE}",
        ),
        place="depth",
        remedy=Text(
            "bớt tầng bằng depth, hoặc hỏi từng trang ở /api/lineage/trace",
            "ask for less depth, or page by page at /api/lineage/trace",
        ),
    )
