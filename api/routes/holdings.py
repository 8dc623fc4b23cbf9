"""What the store holds, and the terms in which it is said, as JSON."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.kept import Kept
from api.reading import Reading
from api.schemas import Operation
from graph.errors import Text
from graph.lineage.statistics import statistics
from graph.model import Statistics
from ontology.reference import Reference, reference

ONTOLOGY = Operation(
    "ontology",
    Text("Lớp, thuộc tính, từ vựng của bản thể học", "Classes, properties, vocabularies"),
    Text(
        "Nhãn và định nghĩa bằng hai thứ tiếng; cùng nội dung ở trang /ontology.",
        "Labels and definitions in both languages, the same as on the page /ontology.",
    ),
    Reference,
    (422,),
)
STATISTICS = Operation(
    "statistics",
    Text("Số liệu của kho", "What the store holds, counted"),
    Text(
        "Đếm những gì kho biết, không phải những gì có ngoài đời.",
        "Counts what the store knows, not what there is.",
    ),
    Statistics,
    (422,),
)


class HoldingRoutes:
    """Tells of the store as a whole.

    Parameters
    ----------
    reading : answers.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._counts = Kept(statistics)

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api", tags=["data"])
        router.add_api_route("/ontology", self.ontology, **ONTOLOGY.told())
        router.add_api_route("/statistics", self.statistics, **STATISTICS.told())
        return router

    async def ontology(self, request: Request) -> Response:
        """Return the terms of the ontology."""
        return await self._reading.answer(request, lambda _: reference(), long=True)

    async def statistics(self, request: Request) -> Response:
        """Return how much the store holds."""
        return await self._reading.answer(
            request, lambda asked: self._counts.of(asked.reader), long=True
        )
