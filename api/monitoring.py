"""What the service did: counted for `/metrics`, and one line a request for the log.

Paths are counted by the pattern of their route, so that nobody can fill the memory with names;
queries, headers and bodies are neither counted nor logged.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TextIO

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_FAULT = 500


class LogFormat(StrEnum):
    """How requests are logged on standard error."""

    OFF = "off"
    TEXT = "text"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Answered:
    """One request that was answered; `seconds` until its last byte was handed over."""

    method: str
    path: str
    route: str
    status: int
    seconds: float
    client: str
    caller: str


class Metrics:
    """Counts since the start of the server."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._seconds: dict[str, list[int]] = defaultdict(lambda: [0] * (len(_BUCKETS) + 1))
        self._total: dict[str, float] = defaultdict(float)
        self._running = 0

    def begin(self) -> None:
        """Count a request that comes in."""
        with self._lock:
            self._running += 1

    def end(self, answered: Answered) -> None:
        """Count a request that was answered."""
        method = answered.method if answered.method in _METHODS else "OTHER"
        with self._lock:
            self._running -= 1
            self._requests[method, answered.route, answered.status] += 1
            self._seconds[answered.route][bisect_left(_BUCKETS, answered.seconds)] += 1
            self._total[answered.route] += answered.seconds

    def lines(self, gauges: Iterable[tuple[str, float]] = ()) -> Iterator[str]:
        """Yield the lines of the Prometheus text format.

        Parameters
        ----------
        gauges : further names with their present values.
        """
        with self._lock:
            requests = sorted(self._requests.items())
            seconds = {route: list(counts) for route, counts in sorted(self._seconds.items())}
            totals, running = dict(self._total), self._running
        yield "# TYPE cascade_requests_total counter"
        for (method, route, status), count in requests:
            labels = f'method="{method}",route="{_escaped(route)}",status="{status}"'
            yield f"cascade_requests_total{{{labels}}} {count}"
        yield "# TYPE cascade_request_seconds histogram"
        for route, counts in seconds.items():
            yield from _histogram(_escaped(route), counts, totals[route])
        for name, value in (("cascade_requests_running", float(running)), *gauges):
            yield f"# TYPE {name.partition('{')[0]} gauge"
            yield f"{name} {value:g}"


def _histogram(route: str, counts: list[int], total: float) -> Iterator[str]:
    below = 0
    for edge, count in zip((*(f"{b:g}" for b in _BUCKETS), "+Inf"), counts, strict=True):
        below += count
        yield f'cascade_request_seconds_bucket{{route="{route}",le="{edge}"}} {below}'
    yield f'cascade_request_seconds_sum{{route="{route}"}} {total:.6f}'
    yield f'cascade_request_seconds_count{{route="{route}"}} {below}'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


class Monitor:
    """Measures every request from outside all else; stands outermost."""

    def __init__(
        self, app: ASGIApp, metrics: Metrics, log: Callable[[Answered], None] | None
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note what came of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status = time.perf_counter(), _FAULT

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self._metrics.begin()
        try:
            await self._app(scope, receive, watched)
        finally:
            answered = _answered(scope, status, time.perf_counter() - start)
            self._metrics.end(answered)
            if self._log:
                self._log(answered)


def _answered(scope: Scope, status: int, seconds: float) -> Answered:
    route = getattr(scope.get("route"), "path", None)
    if not isinstance(route, str):
        route = "/web" if scope["path"].startswith("/web/") else "other"
    caller = getattr(scope.get("state", {}).get("caller"), "name", "")
    client = scope.get("client")
    return Answered(
        method=scope["method"],
        path=scope["path"],
        route=route,
        status=status,
        seconds=seconds,
        client=client[0] if client else "",
        caller=caller,
    )


class RequestLog:
    """Writes one line a request; what a client chose is quoted, so that it stays one line."""

    def __init__(self, format: LogFormat, stream: TextIO | None = None) -> None:
        self._format = format
        self._stream = stream

    def __call__(self, answered: Answered) -> None:
        """Write the line of one request."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        milliseconds = round(answered.seconds * 1000, 1)
        if self._format is LogFormat.JSON:
            line = json.dumps(
                {
                    "at": now,
                    "method": answered.method,
                    "path": answered.path,
                    "status": answered.status,
                    "ms": milliseconds,
                    "client": answered.client,
                    "caller": answered.caller,
                },
                ensure_ascii=True,
            )
        else:
            path = ascii(answered.path)[1:-1]
            line = f"{now} {answered.method} {path} {answered.status} {milliseconds} ms"
        (self._stream or sys.stderr).write(line + "\n")
