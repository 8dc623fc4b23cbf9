"""Page sessions: a one-time link opens one, a cookie carries it, the server forgets it in time.

Links lie beside the store, so that the command can make one for a server that is running; sessions
live in the server alone and end with it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from api.access.caller import Caller, Scope
from api.access.folder import KeptRows
from api.access.secrets import digest, matches, new_secret

COOKIE = "cascade_session"
LINK_LIFE = timedelta(minutes=10)
SESSION_LIFE = timedelta(hours=8)
FILE = "links.json"
_MOST = 100  # sessions at a time; the oldest makes room


class Links:
    """One-time links of one store; of each secret only a digest is kept.

    Parameters
    ----------
    folder : where they are kept, None for none at all.
    """

    def __init__(self, folder: Path | None) -> None:
        self._rows = KeptRows(folder, FILE) if folder else None

    def create(self, scopes: Iterable[Scope], *, name: str, now: datetime) -> str:
        """Make a link's secret that opens one page session within `LINK_LIFE`."""
        assert self._rows is not None
        secret = new_secret()
        expires = (now + LINK_LIFE).astimezone(UTC).isoformat()
        row = {"digest": digest(secret), "scopes": sorted(scopes), "name": name, "expires": expires}
        with self._rows.changing() as rows:
            rows[:] = [*(r for r in rows if _lives(str(r["expires"]), now)), row]
        return secret

    def spend(self, secret: str, now: datetime) -> Caller | None:
        """Take a link away for good and return who it lets in; None when it opens nothing."""
        if self._rows is None or not any(_opens(row, secret) for row in self._rows.read()):
            return None  # guessing makes nobody write
        with self._rows.changing() as rows:
            found = next((row for row in rows if _opens(row, secret)), None)
            if found is None:
                return None
            rows.remove(found)
        if not _lives(str(found["expires"]), now):
            return None
        scopes = frozenset(Scope(scope) for scope in found["scopes"])
        return Caller(f"page {found['name']}".strip(), scopes)


def _opens(row: Mapping[str, object], secret: str) -> bool:
    return matches(secret, str(row["digest"]))


def _lives(expires: str, now: datetime) -> bool:
    return now < datetime.fromisoformat(expires)


@dataclass(frozen=True, slots=True)
class PageSession:
    """What a cookie stands for, until when."""

    caller: Caller
    expires: datetime


class Sessions:
    """The page sessions of one server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[str, PageSession] = {}

    def start(self, caller: Caller, now: datetime) -> str:
        """Open a session; return the secret for its cookie."""
        secret = new_secret()
        session = PageSession(
            Caller(caller.name, caller.scopes, csrf=new_secret()), now + SESSION_LIFE
        )
        with self._lock:
            live = {key: one for key, one in self._open.items() if now < one.expires}
            self._open = dict([*live.items(), (digest(secret), session)][-_MOST:])
        return secret

    def caller(self, cookie: str, now: datetime) -> Caller | None:
        """Return who sends this cookie, None when its session is over or never was."""
        with self._lock:
            session = self._open.get(digest(cookie))
        return session.caller if session and now < session.expires else None

    def end(self, cookie: str) -> None:
        """Close a session; one that is not open is no error."""
        with self._lock:
            self._open.pop(digest(cookie), None)
