"""The pages behind a real server on a loopback port, and a real browser in front of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright

from api.app import assemble, create_app
from api.settings import Settings
from graph.store.local import LocalStore
from tests.api import sample
from tests.api.access.serving import NOW
from tests.api.sample import SampleAnswers
from tests.ready import ReadyStores

SETTINGS = Settings(today=lambda: sample.TODAY)
_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(chromium), args=list(_QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Serve the sample answers; return where."""
    hits = (sample.hit(sample.ROOT), sample.hit(sample.local_document(2)))
    with served(assemble(SETTINGS, SampleAnswers(hits=hits))) as address:
        yield address


@pytest.fixture(scope="session")
def register_place(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store on disk that holds the register; tests only read it."""
    place = tmp_path_factory.mktemp("browser") / "store"
    ready.register(place, NOW)
    return place


@pytest.fixture(scope="session")
def register_site(register_place: Path) -> Iterator[str]:
    """Serve the register from that store; return where."""
    with served(create_app(SETTINGS, LocalStore(register_place))) as address:
        yield address


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Serve on a free port of this machine as long as the block lasts."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def corpus_site(
    ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory, root: Path
) -> Iterator[str]:
    """Serve the register with the short reports read in, so that there are quotes; return where."""
    files = sorted((root / "data" / "corpus").glob("*.txt"))
    store = ready.texts(tmp_path_factory.mktemp("corpus") / "store", NOW, "short", files)
    with served(create_app(SETTINGS, store)) as address:
        yield address


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """Return the source of axe-core, which `scripts/build_pages` installs where node is."""
    file = root / "node_modules" / "axe-core" / "axe.min.js"
    if not file.is_file():
        pytest.skip("axe-core is not installed (scripts/build_pages, with node and npm)")
    return file.read_text(encoding="utf-8")
