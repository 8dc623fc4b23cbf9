"""The whole application over a store of its own, with tokens."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from api.access import Gatekeeper, Scope
from api.app import create_app
from api.settings import Settings
from graph.store.protocol import Store
from tests.api.client import Client

NOW = datetime(2026, 1, 15, 8, tzinfo=UTC)


class Service:
    """An application over a store, and what its callers send."""

    def __init__(self, store: Store, folder: Path, **settings: object) -> None:
        told = Settings(access_folder=folder, clock=lambda: NOW, **settings)  # type: ignore[arg-type]
        self.store = store
        self.folder = folder
        self.app = create_app(told, store)
        self.client = Client(self.app)

    @property
    def keeper(self) -> Gatekeeper:
        keeper = self.app.state.gatekeeper
        assert isinstance(keeper, Gatekeeper)
        return keeper

    def bearing(self, *scopes: Scope) -> dict[str, str]:
        bearer = self.keeper.tokens.create(scopes, label="thử", now=NOW)[1]
        return {"authorization": f"Bearer {bearer}"}
