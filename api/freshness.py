"""Answers that stay the same until the store changes: tags made from its generation.

RFC 9110, section 13: a client that holds what a tag names is told that it still holds.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import Response

from graph.store.journal import Derivable
from graph.store.protocol import Reader

_VERSION = version("cascade")


def tag_of(reader: Reader, *parts: object) -> str:
    """Return the tag of an answer.

    Parameters
    ----------
    reader : the generation of the store from which the answer is made.
    parts : whatever else decides what the answer looks like: address, form, language.
    """
    past = reader.derived if isinstance(reader, Derivable) else None
    decided = (_VERSION, past.mark if past else "-", *parts)
    rest = sha256("\x1f".join(map(str, decided)).encode()).hexdigest()[:12]
    return f'"{reader.generation}-{rest}"'


def unchanged(request: Request, tag: str) -> bool:
    """Tell whether the client holds the answer of that tag already."""
    held = request.headers.get("if-none-match", "")
    tags = {one.strip().removeprefix("W/") for one in held.split(",")}
    return "*" in tags or tag in tags


def not_modified(tag: str, vary: str) -> Response:
    """Return the answer that the client's copy still holds (304)."""
    headers = {"etag": tag, "vary": vary, "cache-control": "no-cache"}
    return Response(status_code=304, headers=headers)
