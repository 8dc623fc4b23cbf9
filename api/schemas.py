"""Shapes that several answers of the JSON API share, for its description in OpenAPI."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from api.problems import MEDIA_TYPE, Problem, Refused, of_validation
from graph.errors import Text

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
    choices: list[str] | None = Field(default=None, description="spellings to choose from")


_REASONS = {
    400: "What was asked makes no sense.",
    401: "A token is needed, or the one that was sent opens nothing.",
    403: "The caller may not do this.",
    404: "There is no such thing.",
    408: "The body came too slowly.",
    409: "It is not in a state in which that can be done.",
    413: "Too much was sent.",
    415: "This kind of content is not taken.",
    422: "The content cannot be taken as it is.",
    429: "Too much is under way already.",
    503: "The store cannot be used.",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the description of the problems that a route can answer with."""
    schema = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemSaid"}}}
    return {
        status: {"description": _REASONS[status], "content": schema, "model": ProblemSaid}
        for status in sorted({*statuses, 400, 401, 503})
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
