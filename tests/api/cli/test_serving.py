"""The server as a process: what it finishes, what it refuses, and who may write."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.access.folder import folder_beside
from api.access.holding import hold_service
from tests.api.cli.conftest import invoke

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@contextmanager
def served(store: Path, *options: str) -> Iterator[tuple[str, str, subprocess.Popen[str]]]:
    """Run the server; give its address, what it said first, and its process."""
    command = [sys.executable, "-c", "from api.cli import main; main()"]
    process = subprocess.Popen(
        [*command, "--store", str(store), "serve", "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": "1", "CASCADE_LANG": "en"},
        text=True,
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        found = _ADDRESS.search(said)
        assert found, said
        yield found[0], said, process
    finally:
        process.kill()
        process.communicate()


def test_a_second_server_says_so_and_only_reads(store: Path) -> None:
    with served(store) as (first, _, _), served(store) as (second, _, process):
        assert httpx.get(f"{first}/health").json()["writes"] is True
        assert httpx.get(f"{second}/health").json()["writes"] is False
        process.send_signal(signal.SIGTERM)
        assert process.stdout is not None
        assert "Read only: another server" in process.stdout.read()


def test_the_right_to_write_falls_with_the_process(store: Path) -> None:
    with served(store) as (_, _, process):
        with hold_service(folder_beside(store)) as holding:
            assert (holding.held, holding.by) == (False, str(process.pid))
        process.kill()
        process.wait()
        with hold_service(folder_beside(store)) as holding:
            assert holding.held


def test_where_nothing_can_be_written_it_only_reads(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with hold_service(tmp_path / "file" / "x.access") as holding:
        assert (holding.held, holding.by) == (False, "readonly")


def test_requests_are_logged_as_json(store: Path) -> None:
    with served(store, "--log", "json") as (address, _, process):
        httpx.get(f"{address}/health")
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=30)
        assert '"path": "/health"' in told


@pytest.mark.parametrize("host", ["localhost", "evil.example"])
def test_only_its_names_are_answered(store: Path, host: str) -> None:
    with served(store) as (address, _, _):
        port = address.rpartition(":")[2]
        answer = httpx.get(f"{address}/health", headers={"host": f"{host}:{port}"})
        assert answer.status_code == (200 if host == "localhost" else 400)


def test_a_login_link_is_printed_and_opens_the_page(store: Path) -> None:
    with served(store, "--login") as (address, _, process):
        assert process.stdout is not None
        link = process.stdout.readline().split()[-1]
        code = link.partition("ma=")[2]
        with httpx.Client(base_url=address) as page:
            assert page.post("/vao", data={"ma": code}).status_code == 303
            assert "Working as: page" in page.get("/vao?lang=en").text


def test_it_is_told_that_a_public_address_needs_decisions(store: Path) -> None:
    result = invoke("--store", store, "serve", "--host", "0.0.0.0", "--public")
    assert result.exit_code == 2
    assert "--read" in result.stderr


def test_told_to_end_it_finishes_what_runs_and_refuses_what_comes(store: Path) -> None:
    with served(store) as (address, _, process):
        host, _, port = address.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port))) as running:
            head = f"POST /vao HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 5\r\n"
            kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
            running.sendall((head + kind + "ma").encode())  # two of five bytes: it is under way
            assert httpx.get(f"{address}/health").status_code == 200
            process.send_signal(signal.SIGTERM)
            while _answers(host, int(port)):
                assert process.poll() is None
            running.sendall(b"=xx")
            running.settimeout(30)
            assert running.recv(200).startswith(b"HTTP/1.1 403")  # answered, though the link is bad
        assert process.wait(30) in {0, -signal.SIGTERM}


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=5):
            time.sleep(0.05)
            return True
    except OSError:
        return False
