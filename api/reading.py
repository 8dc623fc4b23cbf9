"""Questions of the JSON API: answered in threads, from one generation, with an ETag.

An answer depends on the generation, the question and the day alone: whoever has it already is told
so (304) before anything is looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.cursors import Cursors
from api.freshness import not_modified, tag_of, unchanged
from api.problems import Problem, Refused, of_error
from api.render.structured import plain
from graph.errors import AmbiguousDocument, Busy, NotFound, QuestionError, Text
from graph.lineage.documents import find_document
from graph.model import Document
from graph.store.journal import Derivable
from graph.store.protocol import Reader, Store

_QUICK, _LONG = 8, 3  # questions answered at a time; the long ones leave room for the others
_MOST_WAITING = 64
_UNFIT, _SEVERAL = 422, 409
_EVERYWHERE = frozenset({"lang"})
_NEXT_AT = 2  # how deep in an answer the cursors of its pages stand
_VARY = "authorization, cookie"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question in the generation that answers it.

    Parameters
    ----------
    reader : the generation.
    today : the day that counts where none is named.
    cursors : of this question.
    """

    reader: Reader
    today: date
    cursors: Cursors

    def document(self, spelling: str, place: str = "doc") -> Document:
        """Return the one document that a spelling or an address means.

        Parameters
        ----------
        spelling : as in `graph.lineage.documents.find_document`.
        place : the parameter that it came in.

        Raises
        ------
        Refused : there are several, each told with its address (409), or none (404).
        """
        try:
            return find_document(self.reader, spelling)
        except AmbiguousDocument as error:
            found = (find_document(self.reader, one) for one in error.spellings)
            told = replace(of_error(error), status=_SEVERAL, place=place, candidates=tuple(found))
            raise Refused(told) from error
        except NotFound as error:
            raise Refused(replace(of_error(error), place=place, remedy=_SEARCH)) from error


Question = Callable[[Asked], object]


class Reading:
    """Answers questions, so many at a time.

    Parameters
    ----------
    store : what is asked.
    today : the clock.
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today
        self._quick = CapacityLimiter(_QUICK)
        self._long = CapacityLimiter(_LONG)

    async def answer(self, request: Request, question: Question, *, long: bool = False) -> Response:
        """Answer a question as JSON, or say that its answer is known already.

        Parameters
        ----------
        request : asks; its parameters are the question.
        question : what answers it.
        long : whether it may take long: few such are answered at a time.

        Raises
        ------
        Refused : a parameter is not known, or not what it should be (422).
        Busy : too many are waiting.
        """
        _check_parameters(request)
        limiter = self._long if long else self._quick
        if limiter.statistics().tasks_waiting >= _MOST_WAITING:
            raise _busy()
        work = partial(self._answer, request, question)
        return await to_thread.run_sync(work, limiter=limiter)

    def _answer(self, request: Request, question: Question) -> Response:
        today = self._today()
        with self._store.read() as reader:
            tag = tag_of(reader, _question(request), today)
            if unchanged(request, tag):
                return not_modified(tag, _VARY)
            cursors = Cursors(reader.generation, _mark(reader), _question(request, paged=False))
            try:
                said = plain(question(Asked(reader, today, cursors)))
            except QuestionError as error:
                raise Refused(_unfit(error)) from error
            headers = {"etag": tag, "vary": _VARY, "cache-control": "no-cache"}
            headers["cascade-generation"] = str(reader.generation)
            return JSONResponse(_with_cursors(said, cursors), headers=headers)


def _check_parameters(request: Request) -> None:
    """Refuse a parameter that this address does not have: it would change nothing, unnoticed."""
    route = request.scope["route"]
    assert isinstance(route, APIRoute)
    known = {one.alias for one in route.dependant.query_params} | _EVERYWHERE
    unknown = next((name for name in request.query_params if name not in known), None)
    if unknown is not None:
        raise Refused(_no_parameter(unknown, sorted(known)))


def _mark(reader: Reader) -> str:
    past = reader.derived if isinstance(reader, Derivable) else None
    return past.mark if past else "-"


def _question(request: Request, *, paged: bool = True) -> str:
    left_out = {"lang"} if paged else {"lang", "cursor", "limit"}
    asked = [pair for pair in request.query_params.multi_items() if pair[0] not in left_out]
    return f"{request.url.path}?{urlencode(sorted(asked))}"


def _with_cursors(said: object, cursors: Cursors, depth: int = 0) -> object:
    """Return an answer with the places where its pages go on sealed as cursors."""
    if isinstance(said, dict):
        for name, value in said.items():
            if name == "next" and value is not None:
                said[name] = cursors.sealed(str(value))
            elif depth < _NEXT_AT:
                _with_cursors(value, cursors, depth + 1)
    elif isinstance(said, list) and not depth:
        for value in said:
            _with_cursors(value, cursors, depth + 1)
    return said


def _unfit(error: QuestionError) -> Problem:
    """Return the problem of a parameter that cannot be taken as it is written."""
    return replace(of_error(error), status=_UNFIT, kind="bad-input")


def _no_parameter(name: str, known: list[str]) -> Problem:
    listed = ", ".join(known)
    return Problem(
        _UNFIT,
        "bad-input",
        Text("Địa chỉ này không có tham số ấy", "This address has no such parameter"),
        place=name[:200],
        remedy=Text(f"dùng trong số: {listed}", f"use one of: {listed}"),
    )


def _busy() -> Busy:
    return Busy(
        Text("Quá nhiều câu hỏi đang chờ", "Too many questions are waiting"),
        remedy=Text("thử lại sau ít giây", "try again in a few seconds"),
    )


_SEARCH = Text(
    "kiểm tra cách viết, hoặc tìm ở /api/documents?q=",
    "check the spelling, or search at /api/documents?q=",
)
