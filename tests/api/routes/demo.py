"""The store that `scripts/demo` makes: the register, and the texts of the corpus."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import httpx

from graph.store.local import LocalStore
from tests.api.access.serving import NOW, Service
from tests.ready import ReadyStores

CORPUS = Path(__file__).resolve().parents[3] / "data" / "corpus"
TODAY = date(2026, 1, 15)


def demo_store(ready: ReadyStores, place: Path) -> LocalStore:
    """Return such a store in a folder; its generation is the same every time."""
    return ready.texts(place, NOW, "demo", sorted(CORPUS.rglob("*.txt")))


def demo_service(ready: ReadyStores, folder: Path, **settings: Any) -> Service:
    """Return the whole application over such a store, on a day that stands still."""
    store = demo_store(ready, folder / "store")
    return Service(store, folder / "store.access", today=lambda: TODAY, **settings)


class Api:
    """Asks the JSON API."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def ask(self, path: str, headers: dict[str, str] | None = None, **asked: Any) -> httpx.Response:
        """Ask with parameters; a value that is None is left out."""
        said = {name.rstrip("_"): value for name, value in asked.items() if value is not None}
        return self.service.client.get(f"/api/{path}", params=said, headers=headers or {})

    def told(self, path: str, status: int = 200, **asked: Any) -> Any:
        """Return what is answered, with the status that it must have."""
        answer = self.ask(path, **asked)
        assert answer.status_code == status, answer.text
        kind = "application/json" if status == 200 else "application/problem+json"
        assert answer.headers["content-type"] == kind
        return answer.json()

    def all_of(self, path: str, rows: str = "rows", **asked: Any) -> list[Any]:
        """Return the rows of all pages."""
        page = self.told(path, **asked)
        found = list(page[rows])
        while page["next"]:
            page = self.told(path, **asked, cursor=page["next"])
            assert page["before"] == len(found)
            found += page[rows]
        return found
