"""Shapes that several answers of the JSON API share, for its description in OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from api.problems import MEDIA_TYPE, Problem, Refused, of_validation
from api.render.shapes import COMPONENTS, schema_of
from graph.errors import Text
from graph.model import Document

Model = TypeVar("Model", bound=BaseModel)
_JSON = "application/json"

_EXAMPLE: dict[str, Any] = {
    "type": "urn:cascade:problem:scope-missing",
    "title": "Not allowed",
    "status": 403,
    "detail": "This needs the scope “review”, the token has: ingest",
    "remedy": "make one that has it: `cascade token create --scope review`",
}


class ProblemSaid(BaseModel):
    """A problem (RFC 9457): the one shape of everything that goes wrong."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    type: str = Field(description="names the kind of problem and never changes")
    title: str = Field(description="heading that all problems of this status share")
    status: int
    detail: str = Field(description="what is wrong, one sentence")
    remedy: str | None = Field(default=None, description="what can be done about it")
    place: str | None = Field(default=None, description="where it is wrong")
    violations: list[dict[str, Any]] | None = Field(
        default=None,
        description="rules that RDF breaks, the first of them: focus, path, value, shape, message",
    )
    choices: list[str] | None = Field(default=None, description="spellings to choose from")
    candidates: list[Document] | None = Field(
        default=None, description="documents that the spelling may mean"
    )


_REASONS: Mapping[int, Text] = {
    300: Text("Một cách viết, nhiều văn bản.", "One spelling, several documents."),
    400: Text("Điều được hỏi không có nghĩa.", "What was asked makes no sense."),
    401: Text(
        "Cần mã truy cập, hoặc mã đã gửi không mở được gì.",
        "A token is needed, or the one that was sent opens nothing.",
    ),
    403: Text("Người gọi không được làm việc này.", "The caller may not do this."),
    404: Text("Không có thứ ấy.", "There is no such thing."),
    406: Text("Không có dạng nào trong những dạng nhận được.", "None of the forms is accepted."),
    408: Text("Nội dung đến quá chậm.", "The body came too slowly."),
    409: Text(
        "Không ở tình trạng làm được việc ấy, hoặc một cách viết chỉ nhiều văn bản.",
        "It is not in a state in which that can be done, or one spelling means several documents.",
    ),
    410: Text(
        "Con trỏ thuộc một thế hệ trước của kho.",
        "The cursor is of an earlier generation of the store.",
    ),
    413: Text("Gửi quá nhiều, hoặc câu trả lời quá lớn.", "Too much was sent, or is asked for."),
    415: Text("Loại nội dung này không nhận.", "This kind of content is not taken."),
    422: Text(
        "Một tham số hay nội dung không nhận được như đã viết.",
        "A parameter or the content cannot be taken as it is.",
    ),
    429: Text("Đã có quá nhiều việc đang chạy.", "Too much is under way already."),
    503: Text(
        "Chưa dùng được kho, hoặc quá nhiều câu hỏi đang chờ.",
        "The store cannot be used, or too many questions are waiting.",
    ),
}
_ALWAYS = (400, 401, 503)  # a foreign host, a caller who is not known, a store that is not there
_ANSWER = "Câu trả lời / The answer"
_AS_BEFORE = {"description": "Câu trả lời vẫn như trước (If-None-Match) / The answer is as before"}
_HEADERS = {
    "ETag": {
        "description": "thế hệ và câu hỏi / the generation and the question",
        "schema": {"type": "string"},
    },
    "Cascade-Generation": {
        "description": "thế hệ của kho đã trả lời / generation of the store that answered",
        "schema": {"type": "integer"},
    },
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the description of the problems that a route can answer with."""
    return {status: _problem(status) for status in sorted({*statuses, *_ALWAYS})}


def _problem(status: int) -> dict[str, Any]:
    said = {"schema": {"$ref": COMPONENTS + ProblemSaid.__name__}}
    told = f"{_REASONS[status].vi} / {_REASONS[status].en}"
    return {"description": told, "content": {MEDIA_TYPE: said}}


@dataclass(frozen=True, slots=True)
class Operation:
    """How one question of the JSON API is described.

    Parameters
    ----------
    name : names it for programs and never changes.
    summary : what it answers, a few words.
    about : what a reader of the answer must know.
    answer : type of the value that is the answer.
    statuses : problems that it can answer with, beside those that every question can.
    """

    name: str
    summary: Text
    about: Text
    answer: Any
    statuses: tuple[int, ...] = ()

    def told(self) -> dict[str, Any]:
        """Return it as FastAPI wants to be told."""
        told = deed(self.name, self.summary, self.about, *self.statuses)
        told["responses"][200]["headers"] = _HEADERS
        told["responses"][200]["content"] = {_JSON: {"schema": schema_of(self.answer)}}
        told["responses"][304] = _AS_BEFORE
        return told | {"response_model": None}


def deed(
    name: str, summary: Text, about: Text, *statuses: int, answered: int = 200
) -> dict[str, Any]:
    """Return the description of an operation as FastAPI wants to be told.

    Parameters
    ----------
    name : names it for programs and never changes.
    summary : what it does, a few words.
    about : what its caller must know.
    statuses : problems that it can answer with.
    answered : status when all is well.
    """
    well = {"description": _ANSWER}
    return {
        "operation_id": name,
        "summary": f"{summary.vi} / {summary.en}",
        "description": f"{about.vi}\n\n{about.en}",
        "responses": {answered: well} | problems(*statuses),
    }


def body_of(model: type[BaseModel]) -> dict[str, Any]:
    """Describe a JSON body that a route reads by itself (`sent_as`), once it knows the caller."""
    schema = model.model_json_schema()
    whole = _inlined(schema, schema.pop("$defs", {}))
    return {"requestBody": {"required": True, "content": {_JSON: {"schema": whole}}}}


async def sent_as(request: Request, model: type[Model]) -> Model:
    """Return the JSON body of a request as a model.

    Raises
    ------
    Refused : it is not JSON (415), or not what the model says (422).
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise Refused(_NOT_JSON)
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        raise Refused(of_validation(error.errors())) from error


def _inlined(schema: Any, definitions: dict[str, Any]) -> Any:
    """Return a schema with the definitions it refers to in their places."""
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if reference:
        return _inlined(definitions[reference.rpartition("/")[2]], definitions)
    return {key: _inlined(value, definitions) for key, value in schema.items()}


_NOT_JSON = Problem(
    415,
    "not-json",
    Text("Nội dung phải là JSON", "The body must be JSON"),
    place="content-type",
    remedy=Text("gửi Content-Type: application/json", "send Content-Type: application/json"),
)
