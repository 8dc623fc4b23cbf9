"""A service on a small store, its limits set low so that hostile requests meet them soon."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from api.access import Scope
from api.access.folder import folder_beside
from api.access.tokens import Tokens
from graph.store.graphs import ENTAILED, SOURCE_PREFIX
from graph.store.local import LocalStore
from tests.conformance.service import Service

MOST_EACH = 60
#: Runs a service with limits of its own and says where it listens.
_SERVE = """
import sys
from pathlib import Path
from api.access.folder import folder_beside
from api.cli.serving import listen, run
from api.connections import ConnectionLimits
from api.settings import Settings
from api.uploads.limits import UploadLimits
from graph.store.local import LocalStore
from graph.store.pool.limits import Limits
listener = listen("127.0.0.1", 0)
print(listener.getsockname()[1], flush=True)
seconds = float(sys.argv[3])
limits = Limits(seconds=seconds, short=1, memory=1 << 30, answer=8 << 20, patience=120)
connections = ConnectionLimits(each=int(sys.argv[2]), begin=4, stalled=4)
uploads = UploadLimits(seconds=60, memory=1 << 30)
access = {"access_folder": folder_beside(Path(sys.argv[1])), "uploads": uploads}
settings = Settings(limits=limits, body_seconds=2, connections=connections, **access)
run(settings, LocalStore(Path(sys.argv[1])), listener)
"""


def quads() -> Iterator[Quad]:
    """Yield facts, what a source claims, what is entailed, and a graph of a user's own."""
    for n in range(3000):
        subject = NamedNode(f"https://example.org/{n}")
        yield Quad(subject, NamedNode("https://example.org/name"), Literal(f"văn bản {n}"))
        following = NamedNode(f"https://example.org/{(n * 7 + 1) % 3000}")
        yield Quad(subject, NamedNode("https://example.org/next"), following)
    for graph in (f"{SOURCE_PREFIX}bao", ENTAILED, "https://example.org/mine"):
        subject = NamedNode("https://example.org/1")
        yield Quad(subject, NamedNode("https://example.org/name"), Literal("x"), NamedNode(graph))


@pytest.fixture(scope="package")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("hostile") / "store"
    LocalStore(where).replace(quads())
    return where


@pytest.fixture(scope="package")
def bearer(place: Path) -> str:
    """Return the token of somebody who may write, and is hostile all the same."""
    tokens = Tokens(folder_beside(place))
    return tokens.create([Scope.INGEST, Scope.UPDATE], label="", now=datetime.now(UTC))[1]


@pytest.fixture(scope="package")
def service(place: Path) -> Iterator[Service]:
    with serving(place, seconds=3) as running:
        yield running


@contextmanager
def serving(place: Path, seconds: float) -> Iterator[Service]:
    """Run a service whose queries may take so many seconds; see that it leaves nothing behind."""
    command = [sys.executable, "-c", _SERVE, str(place), str(MOST_EACH), str(seconds)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    try:
        yield Service(f"http://127.0.0.1:{process.stdout.readline().strip()}", process.pid)
    finally:
        workers = children(process.pid)
        process.terminate()
        process.wait(timeout=60)
        process.stdout.close()
    assert [pid for pid in workers if lives(pid)] == []


def children(pid: int) -> list[int]:
    """Return the numbers of the processes that a process started and that live."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += [int(child) for child in (task / "children").read_text().split()]
    return found


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def runs(pid: int) -> bool:
    """Tell whether a process is at work just now."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "R"
    except OSError:
        return False


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait for what must happen, however slow the machine is."""
    until = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < until, "did not happen"
        time.sleep(0.02)
