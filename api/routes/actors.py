"""Bodies and officials as JSON: who held which post, on known days only."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.kept import Kept
from api.problems import Problem, Refused, of_error
from api.reading import Asked, Reading
from api.routes.asking import LONGEST
from api.routes.parameters import On
from api.schemas import Operation
from graph.errors import NotFound, Text
from graph.finding import Finder
from graph.lineage.actors import address_in, body_record, official_record
from graph.model import BodyRecord, OfficialRecord

_SEVERAL = 409

BODY = Operation(
    "describeBody",
    Text("Một cơ quan: tên, cấp, trên dưới, trước sau, ai giữ chức", "One body and its tenures"),
    Text(
        "Nhiệm kỳ là những ngày nguồn nêu, không kéo ra ngoài; thứ tự theo chức vụ và ngày, không "
        "xếp hạng người.",
        "Tenures are the days that sources name, stretched over no others; by post and day, no "
        "order of persons.",
    ),
    BodyRecord,
    (404, 409, 422),
)
OFFICIAL = Operation(
    "describeOfficial",
    Text("Một cán bộ lãnh đạo: các chức vụ công đã giữ", "One official: public posts held"),
    Text(
        "Chỉ chức vụ công, theo những ngày nguồn nêu. Nguồn chưa ai kiểm chứng ghi `unverified`.",
        "Public posts only, on the days that sources name. What nobody checked is `unverified`.",
    ),
    OfficialRecord,
    (404, 409, 422),
)

BodyName = Annotated[
    str,
    Query(
        min_length=1,
        max_length=LONGEST,
        description="tên hoặc địa chỉ của cơ quan / name or address of the body",
        examples=["Chính phủ"],
    ),
]
OfficialName = Annotated[
    str,
    Query(
        min_length=1,
        max_length=LONGEST,
        description="tên hoặc địa chỉ của cán bộ / name or address of the official",
        examples=["Trần Thanh Mẫn"],
    ),
]


class ActorRoutes:
    """Describes bodies and officials.

    Parameters
    ----------
    reading : answers.
    finders : finds them by name.
    """

    def __init__(self, reading: Reading, finders: Kept[Finder]) -> None:
        self._reading = reading
        self._finders = finders

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(prefix="/api", tags=["actors"])
        router.add_api_route("/body", self.body, **BODY.told())
        router.add_api_route("/official", self.official, **OFFICIAL.told())
        return router

    async def body(self, request: Request, body: BodyName, on: On = None) -> Response:
        """Return everything known of a body."""

        def question(asked: Asked) -> BodyRecord:
            iri = self._named(asked, "body", body)
            return body_record(asked.reader, iri, on=on or asked.today)

        return await self._reading.answer(request, question)

    async def official(self, request: Request, official: OfficialName, on: On = None) -> Response:
        """Return what is known of an official."""

        def question(asked: Asked) -> OfficialRecord:
            iri = self._named(asked, "official", official)
            return official_record(asked.reader, iri, on=on or asked.today)

        return await self._reading.answer(request, question)

    def _named(self, asked: Asked, kind: str, text: str) -> str:
        """Return the address of the one thing of a kind that a name or an address means."""
        address = address_in(text)
        if address:
            return address
        found = [hit.iri for hit in self._finders.of(asked.reader).named(kind, text)]
        if len(found) == 1:
            return found[0]
        raise Refused(_several(kind, text, tuple(found)) if found else _nobody(kind, text))


def _several(kind: str, text: str, addresses: tuple[str, ...]) -> Problem:
    return Problem(
        _SEVERAL,
        f"ambiguous-{kind}",
        Text(f"“{text}” là tên của nhiều địa chỉ", f"“{text}” is the name of several"),
        place=kind,
        remedy=Text("hỏi lại bằng một địa chỉ", "ask with one of the addresses"),
        choices=addresses,
    )


def _nobody(kind: str, text: str) -> Problem:
    listed = {"body": "/api/bodies?q=", "official": "/api/officials?q="}[kind]
    error = NotFound(
        Text(f"không có ai, cơ quan nào tên “{text}”", f"nothing is called “{text}”"),
        place=kind,
        remedy=Text(f"tìm ở {listed}", f"search at {listed}"),
    )
    return of_error(error)
