"""A request of the SPARQL 1.1 Protocol, read into what it asks for.

https://www.w3.org/TR/sparql11-protocol/, section 2: query by GET, by a form or directly, update by
a form or directly, the dataset by parameters of the address or of the form.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from api.problems import Problem, Refused
from graph.errors import Text
from graph.store.pool.messages import Dataset

FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
_MOST_FIELDS = 100
_OF_QUERY = ("default-graph-uri", "named-graph-uri")
_OF_UPDATE = ("using-graph-uri", "using-named-graph-uri")


@dataclass(frozen=True, slots=True)
class Operation:
    """What is asked: a query or an update, and the dataset that the request names, if any."""

    text: str
    updates: bool = False
    dataset: Dataset | None = None


def read_get(parameters: str) -> Operation | None:
    """Return the query of an address; None when it asks for the service description.

    Parameters
    ----------
    parameters : what stands behind the `?` of the address.

    Raises
    ------
    Refused : it is not a request of the protocol.
    """
    fields = _fields(parameters)
    if _all(fields, "update"):
        raise _malformed(
            Text("cập nhật không gửi bằng GET được", "an update cannot be sent by GET"),
            Text("gửi bằng POST", "send it by POST"),
            "update",
        )
    if not _all(fields, "query"):
        return None
    return _operation(fields, updates=False)


def read_post(parameters: str, content_type: str, body: bytes) -> Operation:
    """Return what a POST asks for.

    Parameters
    ----------
    parameters : what stands behind the `?` of the address.
    content_type : the header, empty when there is none.
    body : the whole body.

    Raises
    ------
    Refused : it is not a request of the protocol (400), or of no media type of it (415).
    """
    media = media_type(content_type)
    fields = _fields(parameters)
    if media == FORM:
        fields += _fields(_decoded(body))
        return _operation(fields, updates=bool(_all(fields, "update")))
    if media in {QUERY, UPDATE}:
        updates = media == UPDATE
        fields.append(("update" if updates else "query", _decoded(body)))
        return _operation(fields, updates=updates)
    raise Refused(
        not_taken(
            media, Text(f"gửi {QUERY}, {UPDATE} hoặc {FORM}", f"send {QUERY}, {UPDATE} or {FORM}")
        )
    )


def not_taken(media: str, remedy: Text) -> Problem:
    """Return the problem of content of a media type that an address does not take."""
    return Problem(
        415,
        "unsupported-media-type",
        Text(
            f"không nhận nội dung kiểu “{media or '(không nêu)'}”",
            f"content of type “{media or '(none given)'}” is not taken",
        ),
        place="Content-Type",
        remedy=remedy,
    )


def media_type(content_type: str) -> str:
    """Return the media type of a header, in small letters; refuse a charset other than UTF-8.

    Raises
    ------
    Refused : the content is said to be in another charset (415).
    """
    media, *parameters = (part.strip().lower() for part in content_type.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in {"utf-8", "utf8", "us-ascii"}:
            raise Refused(
                Problem(
                    415,
                    "unsupported-charset",
                    Text(f"không nhận bảng mã {value}", f"the charset {value} is not taken"),
                    place="Content-Type",
                    remedy=Text("gửi bằng UTF-8", "send UTF-8"),
                )
            )
    return media


def _operation(fields: list[tuple[str, str]], *, updates: bool) -> Operation:
    text = _one(fields, updates)
    default, named = (_all(fields, name) for name in (_OF_UPDATE if updates else _OF_QUERY))
    for name in _OF_QUERY if updates else _OF_UPDATE:
        if _all(fields, name):
            other = ", ".join(_OF_UPDATE if updates else _OF_QUERY)
            raise _malformed(
                Text("tham số này không dùng ở đây", "this parameter has no place here"),
                Text(f"dùng {other}", f"use {other}"),
                name,
            )
    dataset = Dataset(tuple(default), tuple(named)) if default or named else None
    return Operation(text, updates, dataset)


def _one(fields: list[tuple[str, str]], updates: bool) -> str:
    texts = [field for field in fields if field[0] in {"query", "update"}]
    if len(texts) != 1:
        vi, en = ("chưa có", "there is no") if not texts else ("có nhiều hơn một", "more than one")
        raise _malformed(
            Text(f"{vi} câu truy vấn hoặc cập nhật", f"{en} query or update"),
            Text("gửi đúng một câu", "send exactly one"),
            "update" if updates else "query",
        )
    return texts[0][1]


def _all(fields: list[tuple[str, str]], name: str) -> list[str]:
    return [value for known, value in fields if known == name]


def _fields(encoded: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            encoded, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:  # UnicodeDecodeError is one
        raise _malformed(
            Text("tham số không đọc được", "the parameters cannot be read"),
            Text("mã hoá UTF-8, dạng %XX, dưới 100 tham số", "encode UTF-8 as %XX, under 100"),
        ) from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _malformed(
            Text("nội dung không phải UTF-8", "the content is not UTF-8"),
            Text("gửi bằng UTF-8", "send UTF-8"),
        ) from error


def _malformed(message: Text, remedy: Text, place: str | None = None) -> Refused:
    return Refused(Problem(400, "bad-request", message, place=place, remedy=remedy))
