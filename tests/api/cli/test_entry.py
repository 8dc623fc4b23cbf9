"""The command as a whole: help, version, failures told in one place, pipes."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from api.cli.entry import CascadeGroup
from api.cli.serving import check_public, listen
from api.settings import Reading
from graph.errors import QuestionError
from tests.api.cli.conftest import Run, invoke

COMMANDS = (
    *("build", "find", "show", "trace", "coverage", "query", "import", "export"),
    *("backup", "restore", "forget", "check", "serve"),
)


def test_help_names_every_command() -> None:
    result = invoke("--help")
    assert result.exit_code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in result.stdout
    assert invoke("trace", "--help").exit_code == 0


def test_version() -> None:
    result = invoke("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("cascade ")


def test_without_a_command_the_help_is_shown() -> None:
    assert "trace" in invoke().output


def test_misuse_is_told_in_the_language_asked_for() -> None:
    assert invoke("trace").stderr.startswith("Lỗi: câu lệnh chưa đúng")
    for given in (("--lang", "en"), ("--lang=en",)):
        assert invoke("trace", *given).stderr.startswith("Error: the command is not right")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("trace",), "thiếu DOC"),
        (("troce",), "không có lệnh “troce”"),
        (("find", "a", "--nothing"), "không có tùy chọn --nothing"),
        (("find", "a", "b"), "thừa: b"),
        (("find", "a", "--limit", "x"), "giá trị của --limit không hợp lệ"),
        (("find", "a", "--limit"), "--limit cần một giá trị"),
        (("find", "a", "--limit", "x"), "phải là số nguyên →"),
        (("find", "a", "--limit", "0"), "phải từ 1 trở lên →"),
        (("serve", "--port", "99999"), "không được quá 65535 →"),
        (("build", "--register", "/nope"), "không có thư mục “/nope” →"),
        (("build", "--register", __file__), f"“{__file__}” là tệp, không phải thư mục →"),
        (("trace", "a", "--format", "xml"), "“xml” không phải một trong: tree, json, csv →"),
    ],
)
def test_misuse_is_told_in_vietnamese(args: tuple[str, ...], told: str) -> None:
    result = invoke(*args)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_fault_of_ours_is_told_without_a_traceback() -> None:
    broken = typer.Typer(cls=CascadeGroup)

    @broken.callback()
    def _nothing() -> None:
        pass

    @broken.command()
    def fail() -> None:
        raise KeyError("\x1b[31m")

    result = CliRunner().invoke(broken, ["fail"])
    assert result.exit_code == 70
    assert "Traceback" not in result.output
    assert "\x1b" not in result.output
    assert "KeyError" in result.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", "::", ""])
def test_only_this_machine_is_served(run: Run, host: str) -> None:
    result = run("serve", "--host", host)
    assert result.exit_code == 2
    assert "127.0.0.1" in result.stderr


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_addresses_of_this_machine_are_fine(host: str) -> None:
    check_public(host, public=False, read=None, names=())


@pytest.mark.parametrize(
    ("host", "read", "names", "place"),
    [
        ("192.168.1.5", None, (), "--read"),
        ("0.0.0.0", Reading.OPEN, (), "--host-name"),
        ("::", Reading.TOKEN, (), "--host-name"),
    ],
)
def test_serving_others_is_decided_in_every_point(
    host: str, read: Reading | None, names: tuple[str, ...], place: str
) -> None:
    with pytest.raises(QuestionError) as told:
        check_public(host, public=True, read=read, names=names)
    assert told.value.place == place


def test_what_was_decided_is_served() -> None:
    check_public("192.168.1.5", public=True, read=Reading.OPEN, names=())
    check_public("0.0.0.0", public=True, read=Reading.TOKEN, names=("kho.example",))


def test_a_taken_port_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(QuestionError) as told:
            listen("127.0.0.1", taken.getsockname()[1])
    assert told.value.place == "--port"


def test_any_free_port_is_found() -> None:
    with listen("localhost", 0) as listener:
        assert listener.getsockname()[1] > 0


def cascade(
    *args: str | Path, environment: dict[str, str] | None = None
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from api.cli import main; main()", *map(str, args)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment)


def test_pages_are_served_until_it_is_told_to_stop(store: Path) -> None:
    process = cascade(
        "--store", store, "serve", "--port", "0", environment={"PYTHONUNBUFFERED": "1"}
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().decode().split()[1]
        with urllib.request.urlopen(address, timeout=60) as page:
            assert page.status == 200
            assert "57-NQ/TW" in page.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert b"Traceback" not in err


def test_the_command_speaks_utf8_whatever_the_locale(store: Path) -> None:
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONCOERCECLOCALE": "0"}
    process = cascade("--store", store, "find", "nghi quyet 57", environment=environment)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert "Nghị quyết 57-NQ/TW" in out.decode("utf-8")


def test_piped_output_has_no_colour_and_no_wrapping(store: Path) -> None:
    process = cascade("--store", store, "trace", "57-NQ/TW", environment={"COLUMNS": "40"})
    out, _ = process.communicate(timeout=60)
    assert b"\x1b" not in out
    assert max(map(len, out.decode().splitlines())) > 100


@pytest.mark.parametrize(
    "args",
    [
        ("trace", "57-NQ/TW", "--evidence"),
        ("show", "57-NQ/TW", "--evidence"),
        ("show", "57-NQ/TW", "--format", "json"),
        ("query", "SELECT * { ?s ?p ?o } LIMIT 20000"),
    ],
)
def test_a_closed_pipe_is_no_failure(store: Path, args: tuple[str, ...]) -> None:
    process = cascade("--store", store, *args)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0
    process.stderr.close()
