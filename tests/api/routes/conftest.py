"""The JSON API over a small store: a text that was brought in, and a table of a hundred rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model import Claim, Literal
from graph.resolve.identity import source_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Store
from ontology import terms as cas
from tests.api.access.serving import Service
from tests.api.client import Client
from tests.api.routes.demo import Api, demo_service
from tests.graph.reviewed import EDGE, ONE, bring, claim
from tests.ready import ReadyStores

TABLE = source_iri("register-plenums")


def numbered(source: str, number: int, term: str = "xiii") -> Claim:
    """Return what a source says of the number of a central resolution."""
    document = f"{cas.DATA}document/tw/nq/{number}/{term}"
    return claim(source, document, cas.number, Literal(f"{number}-NQ/TW"))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """Give the service over a store that the test may change; its generation is 2."""
    store = MemoryStore()
    bring(store, ONE, [EDGE, *(numbered(ONE, number) for number in (57, 68, 71))])
    twin = numbered(TABLE, 18, "xii")
    bring(store, TABLE, [twin, *(numbered(TABLE, number) for number in range(1, 101))])
    made = Service(store, tmp_path / "store.access")
    yield made
    made.app.state.jobs.close(30)


@pytest.fixture(scope="session")
def api(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """Give the JSON API over the store of the demonstration; tests only read it."""
    made = demo_service(ready, tmp_path_factory.mktemp("api"))
    yield Api(made)
    made.app.state.jobs.close(30)


@pytest.fixture(scope="session")
def pages(api: Api) -> Client:
    """Give the pages over the same store."""
    return api.service.client


@pytest.fixture(scope="session")
def demo(api: Api) -> Store:
    """Give that store."""
    return api.service.store
