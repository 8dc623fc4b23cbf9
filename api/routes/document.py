"""One document as JSON: what it is, whether it is in force, and what every statement stands on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.reading import Asked, Reading
from api.routes.parameters import Doc, IsoDay, On
from api.schemas import Operation
from graph.errors import Text
from graph.lineage.description import describe
from graph.model import Description

DOCUMENT = Operation(
    "describeDocument",
    Text("Một văn bản: hiệu lực, quan hệ, nguồn", "One document: force, relations, sources"),
    Text(
        "Mỗi trường có mọi giá trị mà nguồn nêu, giá trị được chọn (`chosen`) đứng trước; "
        "`standing` nói vì sao còn hay hết hiệu lực vào ngày ấy, theo những gì đã biết đến một "
        "ngày nếu muốn.",
        "Each field has every value that sources give, the chosen one first; `standing` says why "
        "it is in force on the day or not, if asked by what was known on a day.",
    ),
    Description,
    (404, 409, 422),
)


class DocumentRoutes:
    """Describes documents.

    Parameters
    ----------
    reading : answers.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api", tags=["documents"])
        router.add_api_route("/document", self.document, **DOCUMENT.told())
        return router

    async def document(
        self,
        request: Request,
        doc: Doc,
        on: On = None,
        known_on: Annotated[
            IsoDay | None,
            Query(
                description="hiệu lực theo những gì đã ghi đến hết ngày đó / "
                "in force as recorded by the end of that day",
                examples=["2026-01-15"],
            ),
        ] = None,
        strict: Annotated[
            bool,
            Query(
                description="không giả định có hiệu lực từ ngày ban hành / "
                "assume no effective date",
                examples=[False],
            ),
        ] = False,
    ) -> Response:
        """Return everything said of one document."""

        def question(asked: Asked) -> Description:
            document, day = asked.document(doc), on or asked.today
            return describe(asked.reader, document, on=day, known_on=known_on, strict=strict)

        return await self._reading.answer(request, question)
