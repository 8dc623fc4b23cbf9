"""The description in OpenAPI and the answers agree, whatever is asked within it (schemathesis)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from api.access import Scope
from graph.store.memory import MemoryStore
from tests.api.access.serving import Service
from tests.graph.reviewed import EDGE, ONE, bring

PREFIXES = ("/api/claims", "/api/sources", "/api/jobs", "/health", "/metrics")
OPERATIONS = (
    ("GET", "/health"),
    ("GET", "/metrics"),
    ("GET", "/api/claims"),
    ("GET", "/api/claims/{name}"),
    ("PUT", "/api/claims/{name}/review"),
    ("DELETE", "/api/claims/{name}/review"),
    ("GET", "/api/sources"),
    ("POST", "/api/sources"),
    ("GET", "/api/sources/{slug}"),
    ("DELETE", "/api/sources/{slug}"),
    ("GET", "/api/jobs/{name}"),
    ("DELETE", "/api/jobs/{name}"),
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    store = MemoryStore()
    bring(store, ONE, [EDGE])
    folder = tmp_path_factory.mktemp("described") / "store.access"
    made = Service(store, folder, hosts=("testserver",))
    yield made
    made.app.state.jobs.close(30)


@pytest.fixture(scope="module")
def description(service: Service) -> Any:
    return schemathesis.openapi.from_asgi("/api/openapi.json", service.app)


def test_every_route_here_is_tried(description: Any) -> None:
    found = {(one.ok().method.upper(), one.ok().path) for one in description.get_all_operations()}
    assert {one for one in found if one[1].startswith(PREFIXES)} == set(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_answers_are_as_described(
    service: Service, description: Any, method: str, path: str
) -> None:
    bearer = service.bearing(*Scope)
    operation = description[path][method]

    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def asked(case: Any) -> None:
        case.call_and_validate(headers=bearer)

    asked()
