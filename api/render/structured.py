"""Answers as JSON: the names of the model's fields, dates as ISO 8601, nothing hidden."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from graph.model import PartialDate

#: Fields whose pairs are a mapping from a name.
MAPPINGS = {"by_level", "by_relation", "by_state", "by_year", "values"}


def json_text(value: object) -> str:
    """Return a value of the model as JSON for people and programs: two spaces, UTF-8."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2)


def plain(value: object) -> object:
    """Return a value of the model as objects, lists, text and numbers."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _member(field.name, getattr(value, field.name)) for field in fields(value)
        }
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    return value


def _member(name: str, value: object) -> object:
    if name in MAPPINGS and isinstance(value, tuple):
        return {str(plain(key)): plain(item) for key, item in value}
    return plain(value)
