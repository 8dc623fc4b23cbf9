"""A service of one's own on a real socket, for tests and for the table of conformance."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_COMMAND = "from api.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status, its headers (names in small letters) and its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def fine(self) -> bool:
        return 200 <= self.status < 300

    def problem(self) -> dict[str, Any]:
        assert self.media_type == "application/problem+json", (self.status, self.body[:300])
        said: dict[str, Any] = json.loads(self.body)
        return said

    def rows(self) -> list[dict[str, Any]]:
        assert self.fine, (self.status, self.body[:300])
        found: list[dict[str, Any]] = json.loads(self.body)["results"]["bindings"]
        return found


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: its address and its process."""

    base: str
    pid: int

    @property
    def sparql(self) -> str:
        return f"{self.base}/sparql"

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        source: str | None = None,
    ) -> Answer:
        """Send one request as it stands; `source` is the address that it comes from."""
        host = urlsplit(self.base).netloc
        origin = (source, 0) if source else None
        connection = HTTPConnection(host, timeout=120, source_address=origin)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            named = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, named, response.read())
        finally:
            connection.close()

    def query(
        self, text: str, accept: str = "application/json", source: str | None = None
    ) -> Answer:
        headers = {"content-type": "application/sparql-query", "accept": accept}
        return self.ask("POST", "/sparql", text.encode(), headers, source)

    def update(self, text: str, headers: Mapping[str, str] | None = None) -> Answer:
        said = {"content-type": "application/sparql-update", **(headers or {})}
        return self.ask("POST", "/sparql", text.encode(), said)


@contextmanager
def serving(*arguments: str, store: Path | None = None) -> Iterator[Service]:
    """Run `cascade serve` on a free port, and end it by SIGTERM.

    Parameters
    ----------
    arguments : further options of the command.
    store : folder of the store.
    """
    of_store = ["--store", str(store)] if store else []
    command = [sys.executable, "-c", _COMMAND, *of_store, "--lang", "en", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    errors: list[str] = []
    reading = threading.Thread(target=errors.extend, args=(process.stderr,))
    reading.start()
    try:
        said = process.stdout.readline()
        assert "http://" in said, (said, errors)
        base = "http://" + said.partition("http://")[2].split("/")[0].split()[0].rstrip(",.")
        yield Service(base, process.pid)
    finally:
        process.terminate()
        process.stdout.read()
        process.wait(timeout=60)
        reading.join()
        process.stdout.close()
        process.stderr.close()
