"""Tokens as lines and as JSON; their secrets are kept nowhere and so are never shown again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rich.text import Text as Line

from api.access.tokens import Token
from api.render.screen import Screen
from api.render.sheets import Sheet, table_lines
from graph.errors import Text

_HEADINGS = (
    Text("Mã", "Token"),
    Text("Quyền", "Scopes"),
    Text("Tạo lúc (UTC)", "Created (UTC)"),
    Text("Hết hạn", "Expires"),
    Text("Trạng thái", "State"),
    Text("Dùng cho", "For"),
)
_STANDS = Text("đang dùng được", "works")
_EXPIRED = Text("đã hết hạn", "expired")
_REVOKED = Text("đã thu hồi", "revoked")
_NEVER = Text("không", "never")


def tokens_lines(tokens: Sequence[Token], now: datetime, screen: Screen) -> list[Line]:
    """Return one line a token."""
    rows = tuple(
        (
            token.id,
            ", ".join(sorted(token.scopes)),
            _moment(token.created),
            _moment(token.expires) if token.expires else screen.say(_NEVER),
            screen.say(_state(token, now)),
            token.label,
        )
        for token in tokens
    )
    return table_lines(Sheet(tuple(map(screen.say, _HEADINGS)), rows), screen)


def tokens_data(tokens: Sequence[Token], now: datetime) -> list[dict[str, object]]:
    """Return the tokens as objects for JSON."""
    return [
        {
            "id": token.id,
            "label": token.label,
            "scopes": sorted(token.scopes),
            "created": token.created.isoformat(),
            "expires": token.expires.isoformat() if token.expires else None,
            "revoked": token.revoked.isoformat() if token.revoked else None,
            "works": token.stands(now),
        }
        for token in tokens
    ]


def _state(token: Token, now: datetime) -> Text:
    if token.revoked:
        return _REVOKED
    return _STANDS if token.stands(now) else _EXPIRED


def _moment(when: datetime) -> str:
    return f"{when:%d-%m-%Y %H:%M}"
