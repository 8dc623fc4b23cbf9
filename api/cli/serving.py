"""The command that serves the pages on this machine."""

from __future__ import annotations

import ipaddress
import socket
from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.cli.session import Session
from api.settings import Settings
from graph.errors import QuestionError, Text


def serve(
    context: typer.Context,
    host: Annotated[
        str, typer.Option(help="Chỉ địa chỉ của máy này / An address of this machine only.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="0: cổng trống bất kỳ / 0: any free port.")
    ] = 8765,
) -> None:
    """Mở trang trên máy này / Serve the pages on this machine."""
    session: Session = context.obj
    check_loopback(host)
    with session.reading():
        pass  # a store that cannot be read is told here, not on the first page
    listener = listen(host, port)
    chosen = listener.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    session.say(
        f"Mở http://{shown}:{chosen} trong trình duyệt. Ctrl+C để dừng.",
        f"Open http://{shown}:{chosen} in a browser. Ctrl+C to stop.",
    )
    hosts = tuple(dict.fromkeys((*Settings().hosts, shown)))
    app = create_app(Settings(hosts=hosts, language=session.language), session.store)
    config = uvicorn.Config(app, log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listener])


def check_loopback(host: str) -> None:
    """Raise QuestionError unless `host` is an address of this machine alone."""
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise QuestionError(
            Text(
                f"“{host}” không phải địa chỉ chỉ riêng máy này thấy; chưa mở trang ra mạng được",
                f"“{host}” is not an address of this machine alone; serving a network is not ready",
            ),
            place="--host",
            remedy=Text("dùng 127.0.0.1, ::1 hoặc localhost", "use 127.0.0.1, ::1 or localhost"),
        )


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
