"""Every route: what is unsafe demands a scope, what is answered is described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from api.access import Scope
from api.access.demand import Demand
from api.access.gatekeeper import SAFE
from graph.store.memory import MemoryStore
from tests.api.access.serving import Service

#: Unsafe methods that demand nothing: the door of the page; SPARQL asks by POST as well.
OPEN = {("POST", "/vao"), ("POST", "/ra"), ("POST", "/sparql")}


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(MemoryStore(), tmp_path / "store.access")


def every_route(routes: Iterable[object]) -> Iterator[APIRoute]:
    """Yield the routes, also those of routers that were included."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        router = getattr(route, "original_router", None)
        if router is not None:
            yield from every_route(router.routes)


def unsafe(service: Service) -> list[tuple[str, APIRoute]]:
    return [
        (method, route)
        for route in every_route(service.app.routes)
        for method in sorted((route.methods or set()) - SAFE)
        if (method, route.path) not in OPEN
    ]


def demanded(route: APIRoute) -> list[Scope]:
    calls = (one.call for one in route.dependant.dependencies)
    return [call.scope for call in calls if isinstance(call, Demand)]


def test_every_unsafe_route_demands_a_scope_of_its_own(service: Service) -> None:
    routes = unsafe(service)
    assert len(routes) >= 2
    for method, route in routes:
        (scope,) = demanded(route)
        assert scope is not Scope.READ, (method, route.path)


def test_no_unsafe_route_is_entered_without_its_scope(service: Service) -> None:
    client = service.client
    for method, route in unsafe(service):
        path = route.path.replace("{name}", "0").replace("{slug}", "x").replace("{id}", "0")
        (scope,) = demanded(route)
        others = service.bearing(*(one for one in Scope if one is not scope))
        assert client.request(method, path).status_code == 401
        assert client.request(method, path, headers=others).status_code == 403
        own = service.bearing(scope)
        foreign = own | {"origin": "https://evil.example"}
        assert client.request(method, path, headers=foreign).status_code == 403
        forged = own | {"host": "evil.example"}
        assert client.request(method, path, headers=forged).status_code == 400
        assert client.request(method, path, headers=own).status_code not in {401, 403}


def test_the_description_stands_by_itself_and_names_every_problem(service: Service) -> None:
    told = service.client.get("/api/openapi.json").json()
    assert "HTTPValidationError" not in told["components"]["schemas"]
    for path, methods in told["paths"].items():
        for method, said in methods.items():
            assert said["summary"], (method, path)
            for status, answer in said["responses"].items():
                if path.startswith("/api/") and int(status) >= 400:
                    assert "application/problem+json" in answer["content"], (path, status)
