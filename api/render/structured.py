"""Answers as JSON: the names of the model's fields, dates as ISO 8601, nothing hidden."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from graph.model import PartialDate

_ATOMS = frozenset({str, int, float, bool, type(None)})
#: Fields whose pairs are a mapping from a name.
MAPPINGS = {"by_level", "by_relation", "by_state", "by_year", "values"}


def json_text(value: object) -> str:
    """Return a value of the model as JSON for people and programs: two spaces, UTF-8."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2)


def plain(value: object) -> object:
    """Return a value of the model as objects, lists, text and numbers."""
    kind: Any = type(value)
    if kind in _ATOMS:
        return value
    names = _names_of(kind)
    if names is not None:
        return {name: _member(name, getattr(value, name)) for name in names}
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, PartialDate) else value


@cache
def _names_of(kind: type) -> tuple[str, ...] | None:
    """Return the fields of a value that is written as an object; looked up once for each type."""
    if kind is PartialDate or not is_dataclass(kind):
        return None
    return tuple(field.name for field in fields(kind))


def _member(name: str, value: object) -> object:
    if name in MAPPINGS and isinstance(value, tuple):
        return {str(plain(key)): plain(item) for key, item in value}
    return plain(value)
