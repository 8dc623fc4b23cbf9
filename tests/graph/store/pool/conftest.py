"""The small store that the workers answer from."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store.local import LocalStore
from tests.graph.store.pool.asking import MINE, quad


@pytest.fixture
def place(tmp_path: Path) -> Path:
    where = tmp_path / "store"
    LocalStore(where).replace([*(quad(n) for n in range(3000)), quad(1, MINE)])
    return where
