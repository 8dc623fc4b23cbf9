"""Tokens for programs: `Authorization: Bearer cascade_<name>_<secret>`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from api.access.caller import Caller, Scope
from api.access.folder import KeptRows
from api.access.secrets import digest, matches, new_name, new_secret
from graph.errors import NotFound, Text

FILE = "tokens.json"
_HEAD = "cascade"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed: everything but its secret.

    `id` selects it, `label` says what it is for; moments are in UTC, `expires` None means never.
    """

    id: str
    label: str
    scopes: frozenset[Scope]
    created: datetime
    expires: datetime | None = None
    revoked: datetime | None = None

    def stands(self, now: datetime) -> bool:
        """Tell whether it opens anything at that time."""
        return self.revoked is None and (self.expires is None or now < self.expires)


class Tokens:
    """The tokens of one store; of each secret only a digest is kept.

    Parameters
    ----------
    folder : where they are kept, None for none at all.
    """

    def __init__(self, folder: Path | None) -> None:
        self._rows = KeptRows(folder, FILE) if folder else None

    def create(
        self,
        scopes: Iterable[Scope],
        *,
        label: str,
        now: datetime,
        expires: datetime | None = None,
    ) -> tuple[Token, str]:
        """Make a token; return it and what its owner sends, which cannot be had again."""
        assert self._rows is not None
        secret = new_secret()
        token = Token(new_name(), label, frozenset(scopes), now.astimezone(UTC), expires)
        with self._rows.changing() as rows:
            rows.append(_row(token) | {"digest": digest(secret)})
        return token, f"{_HEAD}_{token.id}_{secret}"

    def all(self) -> tuple[Token, ...]:
        """Return every token that was made, also those that no longer stand."""
        return tuple(_token(row) for row in self._kept())

    def revoke(self, id: str, *, now: datetime) -> Token:
        """Let a token open nothing any more.

        Raises
        ------
        NotFound : there is no such token.
        """
        known = any(row["id"] == id for row in self._kept())
        if not known or self._rows is None:
            raise _no_such_token(id)
        with self._rows.changing() as rows:
            row = next(row for row in rows if row["id"] == id)
            row["revoked"] = row["revoked"] or _moment(now)
            return _token(row)

    def caller(self, bearer: str, now: datetime) -> Caller | None:
        """Return who sends this, None when it opens nothing."""
        head, _, rest = bearer.partition("_")
        id, _, secret = rest.partition("_")
        row = next((row for row in self._kept() if row["id"] == id), None)
        if head != _HEAD or row is None or not matches(secret, str(row["digest"])):
            return None
        token = _token(row)
        return Caller(_shown(token), token.scopes) if token.stands(now) else None

    def _kept(self) -> list[dict[str, Any]]:
        return self._rows.read() if self._rows else []


def _shown(token: Token) -> str:
    return f"token {token.id} {token.label}".strip()


def _row(token: Token) -> dict[str, Any]:
    return {
        "id": token.id,
        "label": token.label,
        "scopes": sorted(token.scopes),
        "created": _moment(token.created),
        "expires": _moment(token.expires) if token.expires else None,
        "revoked": None,
    }


def _token(row: dict[str, Any]) -> Token:
    return Token(
        id=str(row["id"]),
        label=str(row["label"]),
        scopes=frozenset(Scope(scope) for scope in row["scopes"]),
        created=datetime.fromisoformat(row["created"]),
        expires=datetime.fromisoformat(row["expires"]) if row["expires"] else None,
        revoked=datetime.fromisoformat(row["revoked"]) if row["revoked"] else None,
    )


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds")


def _no_such_token(id: str) -> NotFound:
    return NotFound(
        Text(f"không có mã truy cập “{id}”", f"there is no token “{id}”"),
        remedy=Text("xem `cascade token list`", "see `cascade token list`"),
    )
