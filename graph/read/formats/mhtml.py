"""MHTML: a page with all that belongs to it in one file, as browsers save it.

Of its parts only the page itself is read, as any saved page is: the one that the file names as its
root, else the first in HTML. The address under which it was saved is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from graph.errors import Text
from graph.read.formats.html import html_text
from graph.read.formats.problems import damaged
from graph.read.formats.taken import Taken

KIND = Text("MHTML", "MHTML file")
_HEAD = 8192  # bytes in which the headers of the file stand
_HEADERS = re.compile(rb"(?:[\w-]{2,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){1,60}\r?\n")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_DEEPEST, _MOST_PARTS = 8, 5000
# What the parser may meet at all: it keeps each line, makes each part, and asks each container that
# stands around a line whether it ends there. A saved page with 64 MB of pictures has 900,000 lines.
_MOST_LINES, _MOST_BOUNDS, _MOST_CONTAINERS = 2_000_000, 50_000, 100
_CONTAINER = re.compile(rb"\bboundary(?:\*\d{0,3}\*?)?\s*=(?!3D)", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")
_CODECS = {"windows-1258": "cp1258", "windows-1252": "cp1252", "utf-16": "utf-16"}
_ADDRESS = re.compile(r"https?://(?![^/?#]*@)[^\s\x00-\x1f\x7f-\x9f\ufffd<>\"\\^`{|}]{3,900}")


def is_mhtml(content: bytes) -> bool:
    """Tell whether bytes begin as a saved page with its parts does."""
    head = content[:_HEAD]
    return bool(_HEADERS.match(head) and _RELATED.search(head))


def mhtml_text(content: bytes, place: str) -> Taken:
    """Return the main content of the page.

    Raises
    ------
    InputError : it is no sound MHTML, holds no page or more parts than any page has, or nothing in
        the page is content.
    """
    if _swells(content):
        raise damaged(place, KIND, f"> {_MOST_BOUNDS} multipart")
    try:
        saved = message_from_bytes(content)
        page = _page(saved, list(_parts(saved)))
    except (RecursionError, ValueError, LookupError) as error:  # headers are anybody's writing
        raise damaged(place, KIND) from error
    if page is None:
        raise damaged(place, KIND, "text/html")
    taken = html_text(_content(page), place)
    address = saved.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    found = _ADDRESS.fullmatch(str(address).strip())
    return replace(taken, url=taken.url or (found[0] if found else None))


def _swells(content: bytes) -> bool:
    """Tell whether the parser would make far more of the bytes than they are."""
    return (
        content.count(b"\n") + content.count(b"\r") > 2 * _MOST_LINES
        or content.count(b"\n--") + content.count(b"\r--") > _MOST_BOUNDS
        or sum(1 for _ in _CONTAINER.finditer(content)) > _MOST_CONTAINERS
    )


def _parts(message: Message, depth: int = 0) -> Iterator[Message]:
    """Yield the parts that are no containers, as far down as browsers set one into another."""
    inside = message.get_payload()
    if not isinstance(inside, list):
        yield message
        return
    if depth < _DEEPEST:
        for part in inside[:_MOST_PARTS]:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)


def _page(saved: Message, parts: list[Message]) -> Message | None:
    """Return the page: named as the root, saved under the address of the file, or the first."""
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    root = str(saved.get_param("start") or "")
    place = str(saved.get("Snapshot-Content-Location") or "").strip()
    named = [part for part in pages if root and str(part.get("Content-ID")).strip() == root]
    named += [
        part for part in pages if place and str(part.get("Content-Location")).strip() == place
    ]
    return next(iter((*named, *pages)), None)


def _content(page: Message) -> bytes:
    """Return the page in UTF-8 where its headers name another encoding, else as it is."""
    raw = page.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    codec = _CODECS.get(str(page.get_content_charset() or "").lower())
    if codec is None:
        return content
    return "\ufeff".encode() + content.decode(codec, "replace").encode()
