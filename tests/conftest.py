"""What all tests share: the option `--full`, the marker `long`, and what a machine may lack."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.ready import ReadyStores
from tests.skips import XDIST_WORKER, watch_skips

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the tests marked `long` as well")
    parser.addoption(
        "--fuzz-seconds",
        type=float,
        default=None,
        help="how long files are changed at random and read; by default 60, with --full 600",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: takes longer; left out unless --full is given")
    watch_skips(config, ROOT / "tests" / "allowed_skips.txt")
    if config.getoption("--fuzz-seconds") is None:
        config.option.fuzz_seconds = 600.0 if config.getoption("--full") else 60.0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--full"):
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the shared folder: CASCADE_SHARED, or `shared` beside the checkout."""
    folder = Path(os.environ.get("CASCADE_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("the shared folder is not beside the checkout and CASCADE_SHARED names none")
    return folder


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> ReadyStores:
    """Return what lends stores that are filled once for all processes of the run."""
    own = tmp_path_factory.getbasetemp()
    shared_by_all = own.parent if XDIST_WORKER in os.environ else own
    folder = shared_by_all / "ready"
    folder.mkdir(exist_ok=True)
    return ReadyStores(folder)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the browser that drives the pages."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return Path(found)
    pytest.skip("chromium is not installed (apt-get install chromium)")
