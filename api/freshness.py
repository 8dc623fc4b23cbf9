"""Answers that stay the same until the store changes: tags made from its generation.

RFC 9110, section 13: a client that holds what a tag names is told that it still holds.
"""

from __future__ import annotations

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response


def tag_of(generation: int, *parts: object) -> str:
    """Return the tag of an answer.

    Parameters
    ----------
    generation : of the store, from which the answer is made.
    parts : whatever else decides what the answer looks like: address, form, language.
    """
    rest = sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]
    return f'"{generation}-{rest}"'


def unchanged(request: Request, tag: str) -> bool:
    """Tell whether the client holds the answer of that tag already."""
    held = request.headers.get("if-none-match", "")
    tags = {one.strip().removeprefix("W/") for one in held.split(",")}
    return "*" in tags or tag in tags


def not_modified(tag: str, vary: str) -> Response:
    """Return the answer that the client's copy still holds (304)."""
    headers = {"etag": tag, "vary": vary, "cache-control": "no-cache"}
    return Response(status_code=304, headers=headers)
