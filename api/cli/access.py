"""The commands that let writers in: tokens for programs, links for the page."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from api.access.caller import Scope
from api.access.folder import folder_beside
from api.access.sessions import LINK_LIFE, Links
from api.access.tokens import Tokens
from api.cli.logged import logged, own_name
from api.cli.session import Session, parse_day
from api.render.tokens import tokens_data, tokens_lines
from graph.errors import QuestionError, Text

_SPAN = re.compile(r"([1-9]\d{0,3})([hd])")
_NEVER = "never"
_LONGEST_LABEL = 60


class ListFormat(StrEnum):
    """How tokens are listed."""

    TABLE = "table"
    JSON = "json"


token = typer.Typer(
    name="token",
    help="Mã truy cập cho chương trình / Tokens for programs.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Scopes = Annotated[
    list[Scope],
    typer.Option(
        "--scope",
        help="Quyền, nêu nhiều lần được / What it may do, may be repeated.",
    ),
]


@token.command()
def create(
    context: typer.Context,
    scope: Scopes,
    name: Annotated[
        str, typer.Option(help="Dùng cho việc gì / What it is for.", metavar="TEXT")
    ] = "",
    expires: Annotated[
        str,
        typer.Option(
            metavar="SPAN|DATE|never", help="12h, 90d, 2027-01-31, never (không hết hạn / for good)"
        ),
    ] = "90d",
) -> None:
    """Tạo mã; mã chỉ in ra một lần / Make a token, printed once."""
    session: Session = context.obj
    now = datetime.now(UTC)
    label, end = " ".join(name.split())[:_LONGEST_LABEL], _end(expires, now)
    with logged(session, "token.create", f"{label}: {', '.join(scope)}".removeprefix(": ")):
        made, secret = Tokens(folder_beside(session.place)).create(
            scope, label=label, now=now, expires=end
        )
    session.write(secret)
    until_vi, until_en = "không hết hạn", "for good"
    if made.expires:
        until_vi = f"đến {made.expires:%d-%m-%Y %H:%M} UTC"
        until_en = f"until {made.expires:%Y-%m-%d %H:%M} UTC"
    scopes = ", ".join(sorted(made.scopes))
    vi = (
        f"Mã {made.id}: {scopes}, {until_vi}. Cất ngay: không in lại được. "
        "Gửi kèm “Authorization: Bearer MÃ”."
    )
    en = (
        f"Token {made.id}: {scopes}, {until_en}. Keep it now, it is not shown again. "
        "Send it as “Authorization: Bearer TOKEN”."
    )
    session.err.print(Text(vi, en).within(session.language), soft_wrap=True)


@token.command("list")
def list_(
    context: typer.Context, format: Annotated[ListFormat, typer.Option()] = ListFormat.TABLE
) -> None:
    """Liệt kê các mã / List the tokens."""
    session: Session = context.obj
    now = datetime.now(UTC)
    found = Tokens(folder_beside(session.place)).all()
    if format is ListFormat.JSON:
        session.write(json.dumps(tokens_data(found, now), ensure_ascii=False, indent=2))
    elif found:
        session.show(tokens_lines(found, now, session.screen))
    else:
        session.say("Chưa có mã nào.", "There are no tokens.")


@token.command()
def revoke(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Tám ký tự đầu bảng / The first column of the list.")],
) -> None:
    """Thu hồi một mã, có hiệu lực ngay / Let a token open nothing any more, at once."""
    session: Session = context.obj
    with logged(session, "token.revoke", id):
        Tokens(folder_beside(session.place)).revoke(id, now=datetime.now(UTC))
    session.say(f"Đã thu hồi mã {id}.", f"Token {id} revoked.")


def login_link(
    context: typer.Context,
    scope: Annotated[
        list[Scope] | None,
        typer.Option(help="Quyền của phiên; mặc định ingest, review / What it may do."),
    ] = None,
    base: Annotated[
        str, typer.Option(metavar="URL", help="Địa chỉ của trang / Address of the page.")
    ] = "http://127.0.0.1:8765",
    name: Annotated[
        str | None, typer.Option(help="Tên người làm việc / Who works.", metavar="TEXT")
    ] = None,
) -> None:
    """In liên kết dùng một lần để vào trang / Print a link that lets into the page once."""
    session: Session = context.obj
    link = one_time_link(session, base, scope or PAGE_SCOPES, name)
    session.write(link)
    minutes = int(LINK_LIFE.total_seconds() // 60)
    vi, en = f"Dùng một lần, trong {minutes} phút.", f"It works once, within {minutes} minutes."
    session.err.print(Text(vi, en).within(session.language))


#: What a page session may do unless its link says otherwise; erasing is asked for by name.
PAGE_SCOPES = (Scope.INGEST, Scope.REVIEW)


def one_time_link(
    session: Session, base: str, scopes: Sequence[Scope], name: str | None = None
) -> str:
    """Return a link that opens one session of the page at `base`."""
    who = " ".join((name or own_name()).split())[:_LONGEST_LABEL]
    with logged(session, "link.create", f"{who}: {', '.join(scopes)}"):
        secret = Links(folder_beside(session.place)).create(scopes, name=who, now=datetime.now(UTC))
    return f"{base.rstrip('/')}/vao?ma={secret}"


def _end(text: str, now: datetime) -> datetime | None:
    """Return when a token ends: after a span, at the end of a day (UTC), or never."""
    if text == _NEVER:
        return None
    span = _SPAN.fullmatch(text)
    if span:
        number = int(span[1])
        return now + (timedelta(hours=number) if span[2] == "h" else timedelta(days=number))
    end = datetime.combine(parse_day(text, "--expires"), time(), UTC) + timedelta(days=1)
    if end <= now:
        raise QuestionError(
            Text(f"“{text}” đã qua", f"“{text}” is past"),
            place="--expires",
            remedy=Text("chọn một ngày chưa tới", "choose a day to come"),
        )
    return end
