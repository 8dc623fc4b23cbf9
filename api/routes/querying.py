"""The SPARQL page: a query is written, run by a click, and its answer looked at.

With scripts the page asks `/sparql` itself; without them a form brings the query here and the
first rows come back as a table. An address carries the query, and never runs it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    parse_query_results,
)
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, QueryParams
from starlette.responses import HTMLResponse, Response

from api.access.headers import nonce_of
from api.problems import Problem, Refused, of_error
from api.questions import asked, number_of, question_of, sections
from api.routes.pages import Pages
from api.routes.query_aids import LIBRARY, PATH
from api.routes.sparql import check_length
from api.streaming import attended, client_of
from api.web import query_wording
from api.web.assets import digits_of
from graph.errors import CascadeError
from graph.queries.guard import MAX_LENGTH, check_reading
from graph.queries.loader import Question, standalone
from graph.store.pool.messages import QueryTask
from graph.store.pool.pool import Pool
from graph.store.protocol import Store
from graph.view.drawing import library

QUESTION = "cau-hoi"
ROWS_IN_PAGE = 100_000  # rows that the page keeps; more are left at the service
_READ = ["GET", "HEAD"]
_SHOWN = 300  # rows, or lines of RDF, on a page without scripts
_READ_AT_MOST = 4 << 20  # bytes of an answer that are looked at for them
_ROWS, _RDF = "text/tab-separated-values", "text/turtle"
_FIELDS = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What is on the page.

    Parameters
    ----------
    text : the query.
    question : the competency question that it is, None for a query of one's own.
    values : what fills the form of the question, by parameter.
    problem : why the question cannot be put so, or the query is refused.
    """

    text: str
    question: Question | None = None
    values: dict[str, str] | None = None
    problem: Problem | None = None

    @property
    def state(self) -> dict[str, str]:
        """Return the parameters of the address that shows the same, not yet run."""
        if self.question:
            return {QUESTION: self.question.name, **(self.values or {})}
        return {"q": self.text}


@dataclass(frozen=True, slots=True)
class Found:
    """The beginning of an answer.

    Parameters
    ----------
    columns : the names of the columns.
    rows : cells as SPARQL's JSON has them, None where nothing is bound.
    rdf : lines of Turtle, of a query that gives a graph.
    truth : of a query that asks whether something is so.
    cut : whether there is more.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[dict[str, str] | None, ...], ...] = ()
    rdf: str = ""
    truth: bool | None = None
    cut: bool = False


class QueryPages:
    """The routes of the SPARQL page.

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
        self._library = f"{LIBRARY}?v={digits_of(library().encode())}"

    def router(self) -> APIRouter:
        """Return the addresses."""
        router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
        router.add_api_route(PATH, self.page, methods=_READ)
        router.add_api_route(PATH, self.run, methods=["POST"])
        return router

    def page(self, request: Request) -> Response:
        """Show a query, its own or a question's, not run."""
        return self._shown(request, self._asked(request.query_params), None)

    async def run(self, request: Request) -> Response:
        """Run the query of a form and show how its answer begins."""
        form = await request.form(max_fields=_FIELDS, max_files=0)
        given = await run_in_threadpool(self._asked, form)
        if given.problem:
            return self._shown(request, given, None)
        try:
            check_length(given.text, MAX_LENGTH)
            check_reading(given.text)
            found = await self._beginning(request, given.text)
        except (CascadeError, Refused) as error:
            return self._shown(request, replace(given, problem=_problem(error)), None)
        return self._shown(request, given, found)

    def _asked(self, given: QueryParams | FormData) -> Asked:
        """Return what an address or a form asks for; a question not yet filled in by example."""
        fields = {name: text for name, text in given.items() if isinstance(text, str)}
        name, own = fields.get(QUESTION, ""), fields.get("q", "")
        if not name:
            too_long = _too_long(own)
            return Asked(own[:MAX_LENGTH] if too_long else own, problem=too_long)
        question = question_of(name)
        known = {one.name for one in question.parameters}
        values = {key: fields[key] for key in known if key in fields}
        filled = values or (dict(question.trial.examples) if question.trial else {})
        try:
            text = _without_head(asked(question, filled, self._store))
            return Asked(text, question, filled)
        except (CascadeError, Refused) as error:
            problem = _problem(error) if values else None  # an example may not be in this store
            return Asked(_without_head(standalone(question.sparql)), question, filled, problem)

    async def _beginning(self, request: Request, text: str) -> Found:
        """Run a query and return how its answer begins; the worker is not asked for the rest."""
        task = QueryTask(text, results=_ROWS, rdf=_RDF)

        async def work() -> tuple[str, bytes, bool]:
            async with self._pool.running(client_of(request), task) as running:
                held, lines = bytearray(), 0
                async for block in running.blocks():
                    held += block
                    lines += block.count(b"\n")
                    if lines > _SHOWN + 1 or len(held) > _READ_AT_MOST:
                        break
                return running.begun.media_type, bytes(held), running.whole

        return _found(*await attended(request, work()))

    def _shown(self, request: Request, given: Asked, found: Found | None) -> Response:
        language = self._pages.language(request)
        limits = self._pool.limits
        return self._pages.page(
            request,
            "query.html",
            given.problem.status if given.problem else 200,
            given=given,
            found=found,
            number=number_of(given.question) if given.question else 0,
            sections=sections(),
            starts=query_wording.STARTS,
            limits=limits,
            most_length=MAX_LENGTH,
            most_rows=ROWS_IN_PAGE,
            shown_rows=_SHOWN,
            told_words=json.dumps(query_wording.of_island(language), ensure_ascii=False),
            told_columns=_columns(given.question, language),
            library=self._library,
            nonce=nonce_of(request.scope),
        )


def _without_head(text: str) -> str:
    """Return the query of a question without the lines that describe it."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#+"))
    return "\n".join(lines)


def _columns(question: Question | None, language: str) -> str:
    """Return the headings of a question's columns by their names, as JSON."""
    columns = question.columns if question else ()
    return json.dumps({one.name: one.label.within(language) for one in columns})


def _found(media: str, text: bytes, whole: bool) -> Found:
    """Return the beginning of an answer out of its first bytes."""
    lines = text.split(b"\n")
    if not whole:
        lines = lines[:-1]  # the last one may be cut in its middle
    if media != _ROWS:
        kept = b"\n".join(lines[:_SHOWN]).decode("utf-8", "replace")
        return Found(rdf=kept, cut=not whole or len(lines) > _SHOWN + 1)
    read = parse_query_results(b"\n".join(lines), QueryResultsFormat.TSV)
    if not isinstance(read, QuerySolutions):
        return Found(truth=bool(read))
    rows = [tuple(_cell(row[name]) for name in read.variables) for row in read]
    columns = tuple(one.value for one in read.variables)
    return Found(columns, tuple(rows[:_SHOWN]), cut=not whole or len(rows) > _SHOWN)


def _cell(term: Any) -> dict[str, str] | None:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    return {"type": "bnode", "value": str(term) if isinstance(term, BlankNode) else f"{term}"}


def _too_long(text: str) -> Problem | None:
    try:
        check_length(text, MAX_LENGTH)
    except Refused as error:
        return error.problem
    return None


def _problem(error: CascadeError | Refused) -> Problem:
    return error.problem if isinstance(error, Refused) else of_error(error)
