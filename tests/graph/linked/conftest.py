"""A store with a text, for the claims that are read in one; tests only read it."""

from __future__ import annotations

import pytest

from graph.store.protocol import Store
from tests.graph.corpus import register_with_report
from tests.ready import ReadyStores


@pytest.fixture(scope="session")
def text_store(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return register_with_report(ready, tmp_path_factory.mktemp("text") / "store")
