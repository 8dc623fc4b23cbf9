"""The command run in-process on a store that holds the register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.entry import app
from tests.api.access.serving import NOW
from tests.ready import ReadyStores

Run = Callable[..., Result]


def invoke(*args: str | Path) -> Result:
    """Run the command as a person would, with no store but the one named."""
    environment = {"CASCADE_STORE": "", "CASCADE_LANG": "", "COLUMNS": "100", "NO_COLOR": "1"}
    result = CliRunner().invoke(app, [str(arg) for arg in args], env=environment)
    assert "Traceback" not in result.output
    return result


@pytest.fixture(scope="session")
def store(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the register in it; tests only read it."""
    place = tmp_path_factory.mktemp("cascade") / "store"
    ready.register(place, NOW)
    return place


@pytest.fixture
def run(store: Path) -> Run:
    """Return what runs the command on that store."""

    def on_store(*args: str | Path) -> Result:
        return invoke("--store", store, *args)

    return on_store
