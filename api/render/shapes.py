"""The shape of what `api.render.structured` writes, in JSON Schema: derived from the values.

A description written by hand would say something else than the answers sooner or later.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from api.render.structured import MAPPINGS
from graph.model import PartialDate

#: Where the description of the API keeps shapes that have a name.
COMPONENTS = "#/components/schemas/"

Schema = dict[str, Any]

_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    object: {},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    PartialDate: {
        "type": "string",
        "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
        "description": "năm, năm-tháng hoặc năm-tháng-ngày / as precisely as known",
    },
}
#: A page's `next` leaves the service as a cursor, whatever it is inside.
_CURSOR: Schema = {
    "anyOf": [{"type": "string"}, {"type": "null"}],
    "description": "con trỏ của trang sau / cursor of the next page",
}
_LISTS = (tuple, list, frozenset)


def schema_of(kind: Any) -> Schema:
    """Return the schema of what a value of some type is written as; named types by reference."""
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if _is_named(kind):
        return {"$ref": COMPONENTS + kind.__name__}
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(part) for part in parts]}
    if origin in _LISTS:
        return _list(parts)
    raise TypeError(f"no shape is known of {kind!r}")


@cache
def shapes_of(kind: Any) -> dict[str, Schema]:
    """Return every named shape that a type leads to, by name."""
    found: dict[str, Schema] = {}
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        if _is_named(one) and one.__name__ not in found:
            found[one.__name__] = _named(one)
            if is_dataclass(one):
                waiting += get_type_hints(one).values()
        elif not _is_named(one):
            waiting += [part for part in get_args(one) if part is not Ellipsis]
    return found


def _is_named(kind: Any) -> bool:
    if kind is PartialDate or not isinstance(kind, type):
        return False
    return is_dataclass(kind) or issubclass(kind, Enum)


def _named(kind: Any) -> Schema:
    about = (getdoc(kind) or "").partition("\n\nParameters\n")[0]
    if issubclass(kind, Enum):
        return {"type": "string", "enum": [one.value for one in kind], "description": about}
    hints = get_type_hints(kind)
    return {
        "type": "object",
        "title": kind.__name__,
        "description": about,
        "properties": {one.name: _member(one.name, hints[one.name]) for one in fields(kind)},
        "required": [one.name for one in fields(kind)],
        "additionalProperties": False,
    }


def _member(name: str, kind: Any) -> Schema:
    if name == "next":
        return dict(_CURSOR)
    if name in MAPPINGS and get_origin(kind) is tuple:
        _, value = get_args(get_args(kind)[0])
        return {"type": "object", "additionalProperties": schema_of(value)}
    return schema_of(kind)


def _list(parts: tuple[Any, ...]) -> Schema:
    if len(parts) == 1 or parts[-1] is Ellipsis:
        return {"type": "array", "items": schema_of(parts[0])}
    return {
        "type": "array",
        "prefixItems": [schema_of(part) for part in parts],
        "minItems": len(parts),
        "maxItems": len(parts),
    }
