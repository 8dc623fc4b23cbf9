"""Queries in a process of their own: answered, refused, stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from api.bounded import Task, answer, rendered
from graph.errors import QueryError, StoreMissing
from graph.store.local import LocalStore

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
#: A text of sixteen letters that grows eightfold ten times.
GREEDY = "".join(
    [
        'SELECT (STRLEN(?x10) AS ?n) { BIND("0123456789abcdef" AS ?x0) ',
        *(f"BIND(CONCAT({', '.join([f'?x{n}'] * 8)}) AS ?x{n + 1}) " for n in range(10)),
        "}",
    ]
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("bounded") / "store"
    LocalStore(where).replace(
        Quad(NamedNode(f"x:{n}"), NamedNode("x:name"), Literal(f"tên {n}")) for n in range(2000)
    )
    return where


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_the_other_process_answers_as_this_one_would(place: Path, form: str) -> None:
    asked = "SELECT ?s ?name { ?s <x:name> ?name } ORDER BY ?s LIMIT 3"
    task = Task(str(place), asked, form, columns=(("name", "Tên", "Name"),))
    assert answer(task) == rendered(task)
    assert "tên 0" in answer(task)


def test_a_table_on_a_terminal_is_styled(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in answer(Task(str(place), "SELECT * { ?s ?p ?o } LIMIT 1", width=80))
    assert "\x1b[" not in answer(Task(str(place), "SELECT * { ?s ?p ?o } LIMIT 1"))


def test_too_much_time_is_refused(place: Path) -> None:
    with pytest.raises(QueryError, match="1 seconds"):
        answer(Task(str(place), ENDLESS, seconds=1))


def test_too_much_memory_is_refused(place: Path) -> None:
    with pytest.raises(QueryError, match="1 GiB") as told:
        answer(Task(str(place), GREEDY, memory=1 << 30))
    assert told.value.remedy is not None


def test_errors_come_back_whole(place: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="line 1") as told:
        answer(Task(str(place), "SELECT nothing"))
    assert told.value.message.vi.startswith("truy vấn sai cú pháp")
    with pytest.raises(StoreMissing) as missing:
        answer(Task(str(tmp_path), "ASK {}"))
    assert missing.value.place == str(tmp_path)


def test_the_engine_breaking_down_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.CompletedProcess([], -signal.SIGSEGV, b"", b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(QueryError, match="broke down"):
        answer(Task(str(place), "ASK {}"))


def has_opened_the_store(process: str) -> bool:
    return len(list(Path(f"/proc/{process}/task").iterdir())) > 1


def interruptible() -> None:
    """Heed Ctrl+C: a shell starts what it puts in the background, and its children, deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_stops_the_query_and_its_process(place: Path) -> None:
    command = "from api.cli import main; main()"
    arguments = ["--store", str(place), "query", ENDLESS]
    asking = subprocess.Popen(
        [sys.executable, "-c", command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=interruptible,  # noqa: PLW1509 - no threads here
    )
    children = Path(f"/proc/{asking.pid}/task/{asking.pid}/children")
    while not (child := children.read_text().strip()) or not has_opened_the_store(child):
        assert asking.poll() is None
    asking.send_signal(signal.SIGINT)
    out, err = asking.communicate(timeout=60)
    assert (asking.returncode, out, err) == (130, b"", b"")
    state = Path(f"/proc/{child}/stat")  # ended: gone, or not yet buried by whoever inherits it
    assert not state.exists() or state.read_text().rpartition(")")[2].split()[0] in {"Z", "X"}
