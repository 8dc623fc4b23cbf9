"""The command that serves the pages: on this machine alone, or to others on purpose."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
import sys
import threading
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Annotated

import typer
import uvicorn

from api.access.folder import folder_beside
from api.access.holding import Holding, hold_service
from api.app import create_app
from api.cli.access import PAGE_SCOPES, one_time_link
from api.cli.session import Session
from api.connections import bounded, take_descriptors
from api.monitoring import LogFormat
from api.settings import Reading, Settings
from graph.errors import QuestionError, Text
from graph.store.local import LocalStore

_WILDCARDS = ("0.0.0.0", "::")  # noqa: S104  (to be recognised, not to be bound)
_MEMORY = "/dev/shm"  # noqa: S108  (a folder of its own is made in it)
_GRACE = 20  # seconds that running requests have to end
_LAST = 20  # further seconds, after which the process ends whatever still runs


def serve(  # noqa: PLR0913, PLR0917  (each is an option of the command)
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
    plain: Annotated[
        bool,
        typer.Option(
            "--plain",
            help="Kho trống, tạm thời, ai trên máy này cũng ghi được, để thử / "
            "An empty store for a while that anybody on this machine may write to, for trials.",
        ),
    ] = False,
    behind_proxy: Annotated[
        bool,
        typer.Option(
            "--behind-proxy",
            help="Tin proxy trên máy này về người nó đưa tới (X-Forwarded-*) / "
            "Believe a proxy on this machine about whom it brings.",
        ),
    ] = False,
    log: Annotated[
        LogFormat, typer.Option(help="Nhật ký yêu cầu / Log of requests on standard error.")
    ] = LogFormat.OFF,
) -> None:
    """Mở trang trên máy này / Serve the pages on this machine."""
    session: Session = context.obj
    names = tuple(host_name or ())
    check_public(host, public=public, read=read, names=names)
    if plain:
        check_plain(host)
        serve_plain(session, host, port, log)
        return
    with session.reading():
        pass  # a store that cannot be read is told here, not on the first page
    listener = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    base = f"http://{names[0] if host in _WILDCARDS else shown}:{listener.getsockname()[1]}"
    folder = folder_beside(session.place)
    with hold_service(folder) as holding:
        settings = Settings(
            hosts=tuple(dict.fromkeys((*Settings().hosts, shown, *names))),
            language=session.language,
            reading=read or Reading.OPEN,
            access_folder=folder,
            writes=holding.held,
            log=log,
            behind_proxy=behind_proxy,
        )
        _welcome(session, base, holding, login=login)
        run(settings, LocalStore(session.place, keep=True), listener)


def serve_plain(session: Session, host: str, port: int, log: LogFormat) -> None:
    """Serve a store of its own that begins empty and ends with the server."""
    listener = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    base = f"http://{shown}:{listener.getsockname()[1]}"
    # The server passes the signal on that ended it: let it not end us before the folder is removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    memory = _MEMORY if os.access(_MEMORY, os.W_OK) else None  # what ends soon needs no disk
    with TemporaryDirectory(prefix="cascade-plain-", dir=memory) as folder:
        store = LocalStore(Path(folder) / "store", keep=True)
        store.replace(())
        session.say(
            f"Kho trống ở {base}/sparql, {base}/rdf-graph-store. Ctrl+C để dừng.",
            f"An empty store at {base}/sparql, {base}/rdf-graph-store. Ctrl+C to stop.",
        )
        hosts = tuple(dict.fromkeys((*Settings().hosts, shown)))
        settings = Settings(hosts=hosts, language=session.language, plain=True, log=log)
        run(settings, store, listener)


def run(settings: Settings, store: LocalStore, listener: socket.socket) -> None:
    """Answer on a socket until the process is told to end."""
    limits = take_descriptors(settings.connections)
    if settings.behind_proxy:  # all that it brings come from one address
        limits = replace(limits, each=limits.most)
    config = uvicorn.Config(
        create_app(settings, store),
        http=bounded(limits),
        ws="none",
        log_level="error",  # a stranger who speaks no HTTP shall fill no log
        proxy_headers=settings.behind_proxy,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    try:
        BoundedServer(config).run(sockets=[listener])
    finally:
        store.close()


def check_plain(host: str) -> None:
    """Raise QuestionError where a store that anybody may write to would be open to others."""
    if not is_loopback(host):
        raise _undecided(
            "--plain",
            Text("--plain chỉ dành cho riêng máy này", "--plain is for this machine alone"),
            Text("bỏ --host", "leave --host out"),
        )


def _welcome(session: Session, base: str, holding: Holding, *, login: bool) -> None:
    """Say where the page is, and whether it can be written to."""
    session.say(
        f"Mở {base} trong trình duyệt. Ctrl+C để dừng.",
        f"Open {base} in a browser. Ctrl+C to stop.",
    )
    if not holding.held:
        session.say(*_why_read_only(holding))
    elif login:
        link = one_time_link(session, base, PAGE_SCOPES)
        session.say(f"Vào làm việc (một lần): {link}", f"Come in to work (once): {link}")


def _why_read_only(holding: Holding) -> tuple[str, str]:
    if holding.by == "readonly":
        return (
            "Chỉ để đọc: thư mục cạnh kho không ghi được.",
            "Read only: the folder beside the store cannot be written.",
        )
    return (
        f"Chỉ để đọc: máy chủ khác (tiến trình {holding.by}) đang giữ quyền ghi kho này.",
        f"Read only: another server (process {holding.by}) holds this store for writing.",
    )


class BoundedServer(uvicorn.Server):
    """A server that ends within a bounded time once it was told to.

    Running requests have their grace; whatever still runs then, in whichever thread, ends with the
    process. A write is either in the store by then or never was.
    """

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end, and see to it that it comes to an end."""
        super().handle_exit(sig, frame)
        last = threading.Timer(_GRACE + _LAST, os._exit, args=(1,))
        last.daemon = True
        last.start()


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
    # Only of sockets that name their protocol does the event loop know that they are TCP, and that
    # small packets must not wait for the other side (40 ms each).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
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
