"""Health, metrics and the log of requests."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from api.app import create_app
from api.monitoring import Answered, LogFormat, Metrics, RequestLog
from api.settings import Reading, Settings
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from tests.api.access.serving import NOW
from tests.api.client import Client
from tests.ready import ReadyStores, in_memory

SAMPLE = re.compile(r"[a-z_]+(?:\{[a-z]+=\"[^\"\n]*\"(?:,[a-z]+=\"[^\"\n]*\")*\})? -?[\d.e+]+")


@pytest.fixture(scope="module")
def register(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    return in_memory(ready.register(tmp_path_factory.mktemp("monitoring") / "store", NOW))


def test_health_tells_the_generation(register: MemoryStore) -> None:
    answer = Client(create_app(Settings(), register)).get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "generation": 1, "writes": False}
    assert answer.headers["cache-control"] == "no-store"


def test_health_tells_that_there_is_no_store_and_not_where(tmp_path: Path) -> None:
    app = create_app(Settings(reading=Reading.TOKEN), LocalStore(tmp_path / "none"))
    answer = Client(app).get("/health")
    assert answer.status_code == 503
    assert answer.json()["status"] == "unavailable"
    assert str(tmp_path) not in answer.text
    assert Client(app).get("/metrics").status_code == 401


def test_metrics_count_by_route_and_never_by_what_was_asked(register: MemoryStore) -> None:
    client = Client(create_app(Settings(), register))
    for path in (
        "/",
        "/id/document/tw/nq/57/xiii",
        "/id/x",
        "/<script>",
        '/"x',
        "/web/css/page.css",
    ):
        client.get(path)
    client.request("BREW", "/")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = answer.text.splitlines()
    assert all(line.startswith("# TYPE ") or SAMPLE.fullmatch(line) for line in lines), lines
    assert 'cascade_requests_total{method="GET",route="/id/{path:path}",status="200"} 1' in lines
    assert 'cascade_requests_total{method="GET",route="/id/{path:path}",status="404"} 1' in lines
    assert 'cascade_requests_total{method="GET",route="other",status="404"} 2' in lines
    assert "cascade_requests_running 1" in lines
    assert "cascade_generation 1" in lines
    assert "script" not in answer.text
    assert "BREW" not in answer.text


def test_the_buckets_of_a_histogram_add_up() -> None:
    metrics = Metrics()
    for seconds in (0.001, 0.005, 0.3, 99.0):
        metrics.begin()
        metrics.end(Answered("GET", "/x", "/x", 200, seconds, "", ""))
    found = dict(line.rsplit(" ", 1) for line in metrics.lines() if not line.startswith("#"))
    bucket = 'cascade_request_seconds_bucket{{route="/x",le="{}"}}'
    assert found[bucket.format("0.005")] == "2"
    assert found[bucket.format("0.5")] == "3"
    assert found[bucket.format("60")] == "3"
    assert found[bucket.format("+Inf")] == "4" == found['cascade_request_seconds_count{route="/x"}']


@pytest.mark.parametrize("format", [LogFormat.JSON, LogFormat.TEXT])
def test_a_request_is_one_line_whatever_its_path(format: LogFormat) -> None:
    out = io.StringIO()
    path = "/a\nFAKE 200\x1b[31m \u202e"
    RequestLog(format, out)(Answered("GET", path, "other", 404, 0.01, "127.0.0.1", "anyone"))
    assert out.getvalue().count("\n") == 1
    assert out.getvalue().strip().isascii()
    assert out.getvalue().strip().isprintable()
    if format is LogFormat.JSON:
        assert json.loads(out.getvalue())["path"] == path


def test_the_log_shows_no_query(register: MemoryStore, capsys: pytest.CaptureFixture[str]) -> None:
    app = create_app(Settings(log=LogFormat.JSON), register)
    Client(app).get("/vao?ma=geheim", headers={"cookie": "cascade_session=geheim"})
    told = capsys.readouterr().err
    assert json.loads(told)["path"] == "/vao"
    assert "geheim" not in told
