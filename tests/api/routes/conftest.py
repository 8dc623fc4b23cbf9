"""The JSON API over a copy of the register's store."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import load_register
from graph.store.memory import MemoryStore
from tests.api.access.serving import NOW, Service


@pytest.fixture(scope="session")
def register() -> MemoryStore:
    """Return a store that holds the register; nobody changes it."""
    store = MemoryStore()
    load_register(store, now=NOW)
    return store


@pytest.fixture
def service(register: MemoryStore, tmp_path: Path) -> Service:
    """Return the service over a copy that a test may change."""
    with register.read() as reader:
        own = MemoryStore(reader.quads())
    return Service(own, tmp_path / "store.access")
