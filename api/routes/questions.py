"""The competency questions by name: for programs, and as a page with a form for each."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from api.problems import Problem, Refused, of_error
from api.questions import ROWS, asked, form_of_rows, number_of, question_of, sections
from api.render.sheets import csv_text
from api.routes.pages import Pages
from api.schemas import deed
from api.streaming import answered, collected
from api.web.format import address
from graph.errors import CascadeError, LimitReached, Text
from graph.queries.guard import tokens
from graph.queries.loader import Question, standalone
from graph.store.pool.messages import DATA, QueryTask
from graph.store.pool.pool import Pool
from graph.store.protocol import Store

_READ = ["GET", "HEAD"]
_SHOWN = 300  # rows of an answer on a page
_SHEET = 20_000  # rows of an answer in a table for spreadsheets
_NO_CACHE = {"cache-control": "no-cache", "vary": "accept"}
Name = Annotated[
    str,
    Path(
        max_length=80,
        description="tên của câu hỏi / name of the question",
        examples=["replacement-pairs"],
    ),
]


class Labelled(BaseModel):
    """One thing said in both languages."""

    vi: str
    en: str


class ParameterSaid(BaseModel):
    """A parameter of a question."""

    name: str
    type: str = Field(description="document, iri, date, integer or string")
    label: Labelled
    example: str | None = Field(description="a value to try")


class ColumnSaid(BaseModel):
    """A column of the answer."""

    name: str
    label: Labelled


class QuestionSaid(BaseModel):
    """A question: what it asks, what it needs to know, what it answers with."""

    name: str
    number: int | None = Field(description="place among the forty, null for others")
    title: Labelled
    parameters: list[ParameterSaid]
    columns: list[ColumnSaid]
    address: str = Field(description="where it is asked")


class QuestionsSaid(BaseModel):
    """All questions."""

    questions: list[QuestionSaid]


LIST = deed(
    "listQuestions",
    Text("Các câu hỏi năng lực", "The competency questions"),
    Text(
        "Mỗi câu với tham số, cột và địa chỉ để hỏi.",
        "Each with its parameters, its columns, and where it is asked.",
    ),
)
ASK = deed(
    "askQuestion",
    Text("Hỏi một câu theo tên", "Ask a question by name"),
    Text(
        "Tham số của câu hỏi là tham số của địa chỉ; dạng trả lời theo Accept hoặc `format`.",
        "The parameters of the question are those of the address; the form by Accept or `format`.",
    ),
    *(404, 406, 409, 422),
)
ASK["responses"][200]["content"] = {media: {} for media in ROWS.values()}


class QuestionRoutes:
    """Lists the questions and answers them in the workers.

    Parameters
    ----------
    store : where spellings of documents are looked up.
    pool : the workers.
    pages : how pages look.
    """

    def __init__(self, store: Store, pool: Pool, pages: Pages) -> None:
        self._store = store
        self._pool = pool
        self._pages = pages

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter()
        router.add_api_route(
            "/api/questions",
            self.listed,
            methods=["GET"],
            response_model=QuestionsSaid,
            tags=["questions"],
            **LIST,
        )
        router.add_api_route(
            "/api/questions/{name}",
            self.rows,
            methods=["GET"],
            response_model=None,
            response_class=Response,
            tags=["questions"],
            **ASK,
        )
        for path, page in (("/questions", self.page), ("/questions/{name}", self.question)):
            router.add_api_route(
                path, page, methods=_READ, response_model=None, include_in_schema=False
            )
        return router

    def listed(self) -> Response:
        """Return every question with its parameters and columns."""
        found = [_said(question) for section in sections() for question in section.questions]
        return JSONResponse(QuestionsSaid(questions=found).model_dump())

    async def rows(self, request: Request, name: Name) -> Response:
        """Answer a question, in the form that is wanted."""
        form = form_of_rows(
            request.headers.get("accept", ""), request.query_params.get("format", "")
        )
        text = await run_in_threadpool(self._bound, question_of(name), request)
        task = QueryTask(text, results=form, rdf=None)
        _, response = await answered(request, self._pool, task, _NO_CACHE)
        return response

    def page(self, request: Request) -> Response:
        """List the questions under their headings, each with its form."""
        return self._pages.page(request, "questions.html", sections=sections())

    async def question(self, request: Request, name: str) -> Response:
        """Show one question: its form, its query, and the rows where it has been asked."""
        if name.endswith(".csv"):
            return await self._sheet(request, question_of(name.removesuffix(".csv")))
        question = question_of(name)
        values = dict(request.query_params)
        if question.parameters and not any(one.name in values for one in question.parameters):
            return self._shown(request, question, {})
        try:
            text = await run_in_threadpool(self._bound, question, request)
            rows = await self._rows(request, question, text, _SHOWN + 1)
        except (CascadeError, Refused) as error:
            return self._shown(request, question, values, problem=_problem(error))
        return self._shown(
            request, question, values, text=text, rows=rows[:_SHOWN], cut=len(rows) > _SHOWN
        )

    async def _sheet(self, request: Request, question: Question) -> Response:
        """Return the rows as CSV for spreadsheets, all of them or none."""
        text = await run_in_threadpool(self._bound, question, request)
        rows = await self._rows(request, question, text, _SHEET + 1)
        if len(rows) > _SHEET:
            raise _too_many(question)
        language = "en" if request.query_params.get("lang") == "en" else "vi"
        headings = [column.label.within(language) for column in question.columns]
        cells = [[cell["value"] if cell else "" for cell in row] for row in rows]
        headers = _NO_CACHE | {"content-disposition": f'attachment; filename="{question.name}.csv"'}
        return Response(csv_text(headings, cells), media_type="text/csv", headers=headers)

    def _bound(self, question: Question, request: Request) -> str:
        return asked(question, dict(request.query_params), self._store)

    async def _rows(
        self, request: Request, question: Question, text: str, most: int
    ) -> list[list[dict[str, str] | None]]:
        """Return at most so many rows, cells in the order of the columns."""
        _, found = await collected(request, self._pool, QueryTask(_limited(text, most), rdf=None))
        rows = json.loads(found.get(DATA, b"{}")).get("results", {}).get("bindings", [])
        return [[row.get(column.name) for column in question.columns] for row in rows]

    def _shown(
        self,
        request: Request,
        question: Question,
        values: dict[str, str],
        *,
        problem: Problem | None = None,
        **shown: Any,
    ) -> Response:
        told = {"text": standalone(question.sparql), "rows": None, "cut": False} | shown
        return self._pages.page(
            request,
            "question.html",
            problem.status if problem else 200,
            question=question,
            number=number_of(question),
            values=values,
            csv=address(f"/questions/{question.name}.csv", **values),
            problem=problem,
            **told,
        )


def _limited(text: str, most: int) -> str:
    """Return a query that gives no more rows; one with a limit of its own keeps it."""
    own = any(token.keyword == "LIMIT" for token in tokens(text))
    return text if own else f"{text}\nLIMIT {most}"


def _said(question: Question) -> QuestionSaid:
    examples = dict(question.trial.examples) if question.trial else {}
    return QuestionSaid(
        name=question.name,
        number=number_of(question) or None,
        title=_labelled(question.title),
        parameters=[
            ParameterSaid(
                name=one.name,
                type=one.type,
                label=_labelled(one.label),
                example=examples.get(one.name),
            )
            for one in question.parameters
        ],
        columns=[ColumnSaid(name=one.name, label=_labelled(one.label)) for one in question.columns],
        address=f"/api/questions/{question.name}",
    )


def _labelled(text: Text) -> Labelled:
    return Labelled(vi=text.vi, en=text.en)


def _problem(error: CascadeError | Refused) -> Problem:
    return error.problem if isinstance(error, Refused) else of_error(error)


def _too_many(question: Question) -> LimitReached:
    address = f"/api/questions/{question.name}"
    return LimitReached(
        Text(f"câu trả lời có hơn {_SHEET} dòng", f"the answer has more than {_SHEET} rows"),
        place=f"rows={_SHEET}",
        remedy=Text(f"lấy đủ ở {address}?format=csv", f"get all at {address}?format=csv"),
    )
