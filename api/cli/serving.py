"""The command that serves the pages: on this machine alone, or to others on purpose."""

from __future__ import annotations

import ipaddress
import socket
from typing import Annotated

import typer
import uvicorn

from api.access.folder import folder_beside
from api.app import create_app
from api.cli.access import PAGE_SCOPES, one_time_link
from api.cli.session import Session
from api.settings import Reading, Settings
from graph.errors import QuestionError, Text

_WILDCARDS = ("0.0.0.0", "::")  # noqa: S104  (to be recognised, not to be bound)
_GRACE = 20  # seconds that running requests have to end


def serve(
    context: typer.Context,
    host: Annotated[
        str, typer.Option(help="Địa chỉ để lắng nghe / Address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="0: cổng trống bất kỳ / 0: any free port.")
    ] = 8765,
    public: Annotated[
        bool, typer.Option("--public", help="Mở ra ngoài máy này / Serve other machines as well.")
    ] = False,
    read: Annotated[
        Reading | None,
        typer.Option(
            help="Ai được đọc; bắt buộc khi --public / Who may read; must be said with --public."
        ),
    ] = None,
    host_name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Tên máy mà trang trả lời, nêu nhiều lần được / Names the page answers to.",
        ),
    ] = None,
    login: Annotated[
        bool, typer.Option("--login", help="In liên kết vào trang / Print a one-time login link.")
    ] = False,
) -> None:
    """Mở trang trên máy này / Serve the pages on this machine."""
    session: Session = context.obj
    names = tuple(host_name or ())
    check_public(host, public=public, read=read, names=names)
    with session.reading():
        pass  # a store that cannot be read is told here, not on the first page
    listener = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    base = f"http://{names[0] if host in _WILDCARDS else shown}:{listener.getsockname()[1]}"
    session.say(
        f"Mở {base} trong trình duyệt. Ctrl+C để dừng.",
        f"Open {base} in a browser. Ctrl+C to stop.",
    )
    if login:
        link = one_time_link(session, base, PAGE_SCOPES)
        session.say(f"Vào làm việc (một lần): {link}", f"Come in to work (once): {link}")
    settings = Settings(
        hosts=tuple(dict.fromkeys((*Settings().hosts, shown, *names))),
        language=session.language,
        reading=read or Reading.OPEN,
        access_folder=folder_beside(session.place),
    )
    config = uvicorn.Config(
        create_app(settings, session.store),
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    uvicorn.Server(config).run(sockets=[listener])


def check_public(host: str, *, public: bool, read: Reading | None, names: tuple[str, ...]) -> None:
    """Raise QuestionError where serving other machines was not decided upon in every point.

    Parameters
    ----------
    host : address to listen on.
    public : whether others shall reach it.
    read : who may read; None where nothing was said.
    names : names of this machine that the service shall answer to.
    """
    if is_loopback(host):
        return
    if not public:
        raise _undecided(
            "--host",
            Text(f"“{host}” cho máy khác vào được", f"“{host}” lets other machines in"),
            Text(
                "thêm --public nếu đó là ý muốn, hoặc dùng 127.0.0.1",
                "add --public if that is meant, or use 127.0.0.1",
            ),
        )
    if read is None:
        raise _undecided(
            "--read",
            Text("mở ra ngoài thì phải nói ai được đọc", "say who may read what others reach"),
            Text(
                "--read open: ai cũng đọc được; --read token: chỉ người có mã",
                "--read open: everybody; --read token: bearers of a token only",
            ),
        )
    if host in _WILDCARDS and not names:
        raise _undecided(
            "--host-name",
            Text(
                "chưa nói trang trả lời cho tên máy nào",
                "it was not said which names of this machine the service answers to",
            ),
            Text(
                "thêm --host-name với tên hoặc địa chỉ người khác gõ",
                "add --host-name with the name or address that others type",
            ),
        )


def is_loopback(host: str) -> bool:
    """Tell whether an address is of this machine alone."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _undecided(place: str, message: Text, remedy: Text) -> QuestionError:
    return QuestionError(message, place=place, remedy=remedy)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raise QuestionError when the port is taken."""
    address = "127.0.0.1" if host == "localhost" else host
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
        listener.listen()  # so that whoever opens the address at once waits and is not refused
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise QuestionError(
            Text(f"không mở được cổng {port}: {reason}", f"port {port} cannot be opened: {reason}"),
            place="--port",
            remedy=Text("chọn cổng khác, hoặc --port 0", "choose another port, or --port 0"),
        ) from error
    return listener
