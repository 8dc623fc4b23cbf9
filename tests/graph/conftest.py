"""The shipped register, read and loaded once for all tests of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from graph.read.register import default_register, read_register
from graph.records import Register
from graph.resolve.drafts import Context
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from tests.ready import ReadyStores, in_memory

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def register() -> Register:
    """Return the rows of the shipped register."""
    read, problems = read_register(default_register())
    assert not problems
    return read


@pytest.fixture(scope="session")
def context(register: Register) -> Context:
    """Return what rows are read against."""
    return Context(register)


@pytest.fixture(scope="session")
def register_store(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> MemoryStore:
    """Return a store that holds the shipped register; tests that change it make their own."""
    return in_memory(ready.register(tmp_path_factory.mktemp("register") / "store", NOW))


@pytest.fixture
def reader(register_store: MemoryStore) -> Iterator[Reader]:
    """Return a reader of the shipped register."""
    with register_store.read() as opened:
        yield opened
