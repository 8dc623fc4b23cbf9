"""Whether a request may come in at all, and on whose behalf: one frozen decision each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request

from api.access import refusals
from api.access.audit import AuditLog
from api.access.caller import ANYONE, Caller
from api.access.sessions import COOKIE, Links, Sessions
from api.access.tokens import Tokens
from api.problems import Problem
from api.settings import Reading, utc_now

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
#: What anybody may ask for, also where reading needs a token: the door itself and what it wears.
OPEN_PATHS = frozenset({"/health", "/vao"})
_WORN = "/web/"


@dataclass(frozen=True, slots=True)
class Gatekeeper:
    """Knows the tokens, links and sessions of one server, and keeps its log of writes.

    Parameters
    ----------
    tokens, links, sessions, audit : what is known of callers.
    reading : whether everybody may read.
    writes : False where this server only reads, whatever a token allows.
    clock : tells the time.
    """

    tokens: Tokens
    links: Links
    sessions: Sessions
    audit: AuditLog
    reading: Reading = Reading.OPEN
    writes: bool = True
    clock: Callable[[], datetime] = utc_now

    @classmethod
    def of(
        cls,
        folder: Path | None,
        *,
        reading: Reading = Reading.OPEN,
        writes: bool = True,
        clock: Callable[[], datetime] = utc_now,
    ) -> Gatekeeper:
        """Return the gatekeeper of what lies in a folder; without one nobody may write."""
        audit = AuditLog(folder, clock)
        return cls(
            Tokens(folder),
            Links(folder),
            Sessions(),
            audit,
            reading,
            writes and bool(folder),
            clock,
        )

    def identify(self, request: Request) -> Caller | Problem:
        """Return who asks; a token that opens nothing is a problem, a cookie is just ignored."""
        header = request.headers.get("authorization")
        if header is not None:
            kind, _, bearer = header.partition(" ")
            known = self.tokens.caller(bearer.strip(), self.clock())
            return known if known and kind.lower() == "bearer" else refusals.BAD_TOKEN
        cookie = request.cookies.get(COOKIE)
        return (self.sessions.caller(cookie, self.clock()) if cookie else None) or ANYONE

    def refusal(self, request: Request, caller: Caller) -> Problem | None:
        """Return why a request is not let in; what it may change is asked of its route."""
        if foreign_origin(request):
            return refusals.foreign_origin(request.headers.get("origin", ""))
        must_be_known = self.reading is Reading.TOKEN and not caller.known
        path = request.url.path
        if must_be_known and path not in OPEN_PATHS and not path.startswith(_WORN):
            return refusals.READING_NEEDS_TOKEN
        return None


def foreign_origin(request: Request) -> bool:
    """Tell whether a page of another origin made a browser send this, and it could change things.

    Programs send no `Origin`; browsers send it with everything unsafe. The scheme is left aside:
    behind a proxy that ends TLS we do not see the one the browser used.
    """
    if request.method in SAFE:
        return False
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("origin")
    if origin is None:
        return False
    try:
        parts = urlsplit(origin)
    except ValueError:
        return True
    own = request.headers.get("host", "").lower()
    return parts.scheme not in {"http", "https"} or parts.netloc.lower() != own
