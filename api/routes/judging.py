"""Judging answers as JSON: impact, path, responsible, changes, conflicts; and what is measured."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.kept import Kept
from api.reading import Asked, Reading
from api.routes.asking import LONGEST
from api.routes.described_lineage import (
    ALIKE,
    ANALYSIS,
    CHANGES,
    CONFLICTS,
    IMPACT,
    PATH,
    RESPONSIBLE,
)
from api.routes.lineage import tree_of
from api.routes.parameters import (
    AsOf,
    Cursor,
    Depth,
    Direction,
    Doc,
    IsoDay,
    Limit,
    On,
    Units,
    UnitsOf,
    Way,
)
from graph.analytics.alike import coverages, likenesses, of_unit
from graph.analytics.analysis import analyse
from graph.analytics.values import Likenesses
from graph.lineage.changes import changes
from graph.lineage.conflicts import conflicts
from graph.lineage.impact import impact
from graph.lineage.paths import explain
from graph.lineage.responsibility import responsible
from graph.model import ConflictKind
from graph.store.protocol import Reader

_FIRST, _CHANGES, _CONFLICTS, _LONGEST = 50, 20, 10, 10
_MOST_PATHS = 20

Few = Annotated[
    int, Query(ge=1, le=50, description="mỗi bảng mấy dòng / rows of each table", examples=[5])
]


class JudgingRoutes:
    """Judges what hangs on what.

    Parameters
    ----------
    reading : answers.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._alike = {
            unit_set: Kept(partial(_likenesses, unit_set=int(unit_set))) for unit_set in Units
        }

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api/lineage", tags=["lineage"])
        router.add_api_route("/impact", self.impact, **IMPACT.told())
        router.add_api_route("/path", self.path, **PATH.told())
        router.add_api_route("/responsible", self.responsible, **RESPONSIBLE.told())
        router.add_api_route("/changes", self.changes, **CHANGES.told())
        router.add_api_route("/conflicts", self.conflicts, **CONFLICTS.told())
        router.add_api_route("/analysis", self.analysis, **ANALYSIS.told())
        router.add_api_route("/alike", self.alike, **ALIKE.told())
        return router

    async def impact(
        self,
        request: Request,
        doc: Doc,
        on: On = None,
        cursor: Cursor = None,
        limit: Limit = _FIRST,
    ) -> Response:
        """Return what would rest on nothing if a document ended on a day."""

        def question(asked: Asked) -> object:
            document, after = asked.document(doc), asked.cursors.opened(cursor)
            return impact(asked.reader, document, on=on or asked.today, limit=limit, after=after)

        return await self._reading.answer(request, question, long=True)

    async def path(
        self,
        request: Request,
        start: Doc,
        end: Doc,
        limit: Annotated[
            int,
            Query(
                ge=1,
                le=_MOST_PATHS,
                description="mấy cách giải thích / how many explanations",
                examples=[3],
            ),
        ] = 3,
    ) -> Response:
        """Return how two documents hang together."""

        def question(asked: Asked) -> object:
            ends = asked.document(start, "start"), asked.document(end, "end")
            return explain(asked.reader, *ends, limit=limit)

        return await self._reading.answer(request, question, long=True)

    async def responsible(
        self,
        request: Request,
        doc: Doc,
        on: Annotated[
            IsoDay | None,
            Query(
                description="ai đứng đầu vào ngày; bỏ trống: ngày ban hành / "
                "who led on that day, else on the day of issue",
                examples=["2026-01-15"],
            ),
        ] = None,
    ) -> Response:
        """Return who is responsible for a document, by kind."""
        return await self._reading.answer(
            request, lambda asked: responsible(asked.reader, asked.document(doc), on=on)
        )

    async def changes(
        self,
        request: Request,
        since: Annotated[
            IsoDay,
            Query(description="từ ngày / from that day on", examples=["2022-01-01"]),
        ],
        until: Annotated[
            IsoDay | None,
            Query(
                description="đến hết ngày; bỏ trống: hôm nay / until that day, else today",
                examples=["2022-12-31"],
            ),
        ] = None,
        cursor: Cursor = None,
        limit: Limit = _CHANGES,
    ) -> Response:
        """Return what changed from a day to a day."""

        def question(asked: Asked) -> object:
            last, after = until or asked.today, asked.cursors.opened(cursor)
            return changes(asked.reader, since=since, until=last, limit=limit, after=after)

        return await self._reading.answer(request, question, long=True)

    async def conflicts(
        self,
        request: Request,
        kinds: Annotated[
            list[ConflictKind],
            Query(
                alias="kind",
                description="chỉ loại này / only of that kind",
                examples=[["disputed"]],
            ),
        ] = [],  # noqa: B006  (FastAPI copies it)
        cursor: Cursor = None,
        limit: Limit = _CONFLICTS,
    ) -> Response:
        """Return what clashes or is doubtful."""

        def question(asked: Asked) -> object:
            after = asked.cursors.opened(cursor)
            return conflicts(asked.reader, kinds=kinds, limit=limit, after=after)

        return await self._reading.answer(request, question, long=True)

    async def analysis(
        self,
        request: Request,
        doc: Doc,
        direction: Way = Direction.DOWN,
        depth: Depth = None,
        as_of: AsOf = None,
        limit: Few = _LONGEST,
    ) -> Response:
        """Return bottlenecks and long chains of a lineage."""

        def question(asked: Asked) -> object:
            cascade = tree_of(asked, doc, direction=direction, depth=depth, as_of=as_of)
            return analyse(cascade, longest=limit)

        return await self._reading.answer(request, question, long=True)

    async def alike(
        self,
        request: Request,
        unit: Annotated[
            str | None,
            Query(
                min_length=1,
                max_length=LONGEST,
                description="chỉ so với tỉnh, thành phố này / compare with this province only",
                examples=["Hà Nội"],
            ),
        ] = None,
        units: UnitsOf = Units.TODAY,
    ) -> Response:
        """Return which provinces act alike."""

        def question(asked: Asked) -> Likenesses:
            found = self._alike[units].of(asked.reader)
            return of_unit(found, unit, "unit") if unit else found

        return await self._reading.answer(request, question, long=True)


def _likenesses(reader: Reader, unit_set: int) -> Likenesses:
    return likenesses(coverages(reader, unit_set), unit_set=unit_set)
