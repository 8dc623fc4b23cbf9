"""What goes wrong, told over HTTP: a status, and the problem shape of RFC 9457."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from api.render.structured import plain
from graph.errors import (
    AmbiguousDocument,
    BeyondStore,
    Busy,
    CascadeError,
    GraphManaged,
    InputError,
    LimitReached,
    NotFound,
    QuestionError,
    StoreError,
    StoreLocked,
    Text,
    Unacceptable,
)
from graph.model import Document

MEDIA_TYPE = "application/problem+json"

# The first class that fits decides: the narrow stand before the wide.
_STATUS: tuple[tuple[type[CascadeError], int, str], ...] = (
    (AmbiguousDocument, 300, "ambiguous-document"),
    (NotFound, 404, "not-found"),
    (BeyondStore, 403, "beyond-store"),
    (LimitReached, 400, "limit-reached"),
    (Unacceptable, 406, "not-acceptable"),
    (GraphManaged, 403, "graph-managed"),
    (Busy, 503, "busy"),
    (QuestionError, 400, "bad-question"),
    (InputError, 400, "bad-input"),
    (StoreError, 503, "store-unavailable"),
    (CascadeError, 500, "internal"),
)

_PARTS = frozenset({"body", "query", "path", "header"})  # of a request, no names of ours

_TITLES: dict[int, Text] = {
    300: Text("Một cách viết, nhiều văn bản", "One spelling, several documents"),
    400: Text("Câu hỏi chưa trả lời được", "This cannot be answered as put"),
    401: Text("Cần mã truy cập", "A token is needed"),
    403: Text("Không được phép", "Not allowed"),
    404: Text("Không tìm thấy", "Not found"),
    405: Text("Phương thức không được nhận", "The method is not taken"),
    406: Text("Không có dạng đã nêu", "Not to be had in that form"),
    408: Text("Gửi quá chậm", "Sent too slowly"),
    409: Text("Đang có việc khác", "Something else is under way"),
    410: Text("Không còn nữa", "No longer there"),
    413: Text("Gửi quá nhiều", "Too much was sent"),
    415: Text("Loại nội dung này không nhận", "This kind of content is not taken"),
    422: Text("Nội dung không nhận được", "The content cannot be taken"),
    429: Text("Quá nhiều yêu cầu cùng lúc", "Too many requests at a time"),
    431: Text("Tiêu đề quá lớn", "The headers are too large"),
    500: Text("Có lỗi trong phần mềm", "Something broke in the software"),
    503: Text("Lúc này chưa trả lời được", "This cannot be answered at present"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem as a page or as JSON: `kind` names it for programs and never changes.

    `choices` are spellings to choose from, `candidates` the documents that a spelling may mean,
    `violations` the first of the rules that are broken, each with where and how.
    """

    status: int
    kind: str
    message: Text
    place: str | None = None
    remedy: Text | None = None
    choices: tuple[str, ...] = ()
    candidates: tuple[Document, ...] = ()
    violations: tuple[Mapping[str, object], ...] = ()

    @property
    def title(self) -> Text:
        """Return the heading that all problems of this status share, or of this kind."""
        several = self.kind.startswith("ambiguous-")
        return _TITLES[300] if several else _TITLES.get(self.status, _TITLES[500])

    def as_json(self, language: str) -> dict[str, object]:
        """Return the members of RFC 9457, and beside them what we know more: a remedy, a place."""
        members: dict[str, object] = {
            "type": f"urn:cascade:problem:{self.kind}",
            "title": self.title.within(language),
            "status": self.status,
            "detail": self.message.within(language),
        }
        if self.remedy:
            members["remedy"] = self.remedy.within(language)
        if self.place:
            members["place"] = self.place
        if self.choices:
            members["choices"] = list(self.choices)
        if self.candidates:
            members["candidates"] = plain(self.candidates)
        if self.violations:
            members["violations"] = [dict(one) for one in self.violations]
        return members


class Refused(HTTPException):
    """A request that is not answered as asked: raised where a route finds out.

    Parameters
    ----------
    problem : what its sender is told.
    headers : further headers of the answer, such as `retry-after`.
    """

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.status, problem.message.en, headers)
        self.problem = problem


_SECONDS_TO_WAIT = "5"


def headers_of(error: CascadeError) -> dict[str, str]:
    """Return the headers that go with an error: when to ask again, where that helps."""
    return {"retry-after": _SECONDS_TO_WAIT} if isinstance(error, Busy | StoreLocked) else {}


def of_error(error: CascadeError) -> Problem:
    """Return the problem that an error of the tree in `graph.errors` stands for."""
    status, kind = next((s, k) for wide, s, k in _STATUS if isinstance(error, wide))
    choices = error.spellings if isinstance(error, AmbiguousDocument) else ()
    place = None if isinstance(error, StoreError) else error.place  # where it lies is our matter
    return Problem(status, kind, error.message, place, error.remedy, choices)


def of_status(status: int) -> Problem:
    """Return the problem behind a bare status of the web framework (unknown path, method)."""
    return _BARE.get(status) or (_UNREADABLE if status < _FAULT.status else _FAULT)


def of_validation(errors: Sequence[Any]) -> Problem:
    """Return the problem of a parameter or a body that is not what its schema says.

    Parameters
    ----------
    errors : what the checks of FastAPI or pydantic found; the first one is told.
    """
    first = errors[0] if errors else {}
    place = ".".join(str(part) for part in first.get("loc", ()) if part not in _PARTS)
    why = _why(first)
    return Problem(
        422,
        "bad-input",
        Text(f"Giá trị không nhận được: {why.vi}", f"The value is not taken: {why.en}"),
        place=place[:200] or None,
        remedy=Text("xem mô tả ở /api/openapi.json", "see the description at /api/openapi.json"),
    )


#: What pydantic calls a fault, in Vietnamese, with what it tells of it.
_FAULTS = {
    "missing": "thiếu",
    "extra_forbidden": "không có mục này",
    "int_parsing": "phải là số nguyên",
    "bool_parsing": "phải là true hoặc false",
    "enum": "chọn trong {expected}",
    "literal_error": "chọn trong {expected}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "nhiều nhất là {le}",
    "string_too_short": "phải có ít nhất {min_length} ký tự",
    "string_too_long": "dài quá {max_length} ký tự",
    "too_short": "phải nêu ít nhất {min_length}",
    "too_long": "nêu nhiều nhất {max_length}",
    "string_pattern_mismatch": "không đúng dạng {pattern}",
    "date_from_datetime_parsing": "không có ngày ấy",
    "json_invalid": "không phải JSON",
}
_OURS = "value_error"  # a check of ours, which says it in both languages


def _why(fault: Mapping[str, Any]) -> Text:
    """Return what is wrong with a value, as far as it has Vietnamese words."""
    told = str(fault.get("msg", "?"))[:200]
    kind, about = fault.get("type"), fault.get("ctx", {})
    if kind == _OURS:
        vi, _, en = told.removeprefix("Value error, ").partition(" / ")
        return Text(vi, en or vi)
    form = _FAULTS.get(str(kind))
    return Text(form.format_map(about)[:200] if form else told, told)


def foreign_host(host: str) -> Problem:
    """Return the refusal of a request that names a host we do not answer for."""
    return Problem(
        400,
        "foreign-host",
        Text("Máy chủ này không trả lời cho tên máy đó", "This server does not answer that host"),
        place=host or None,
        remedy=Text(
            "mở bằng http://127.0.0.1 hoặc http://localhost",
            "open it as http://127.0.0.1 or http://localhost",
        ),
    )


_BARE: dict[int, Problem] = {
    404: Problem(
        404,
        "no-such-page",
        Text("Không có trang nào ở địa chỉ này", "There is no page at this address"),
        remedy=Text("bắt đầu lại từ trang tìm văn bản", "start again from the search page"),
    ),
    405: Problem(
        405,
        "method-not-allowed",
        Text("Địa chỉ này không nhận phương thức ấy", "This address does not take that method"),
    ),
}
_UNREADABLE = Problem(
    400, "bad-request", Text("Yêu cầu không đọc được", "The request cannot be read")
)
_FAULT = Problem(
    500,
    "internal",
    Text("Phần mềm gặp lỗi không lường trước", "The software met an unforeseen error"),
    remedy=Text("xem nhật ký của máy chủ rồi báo lỗi", "see the server's log and report it"),
)
