"""A small application with tokens, sessions and one route for every scope."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import Depends, FastAPI, Request

from api.access import Caller, Gatekeeper, Scope, require
from api.app import assemble
from api.settings import Settings
from tests.api.client import Client
from tests.api.sample import SampleAnswers

START = datetime(2026, 1, 15, 8, tzinfo=UTC)


class House:
    """The application before a clock that the test sets, and what was done in it."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.now = START
        self.done: list[tuple[str, str]] = []
        told = Settings(access_folder=folder, clock=lambda: self.now, **settings)  # type: ignore[arg-type]
        self.app = assemble(told, SampleAnswers())
        self.client = Client(self.app)
        for scope in Scope:
            self._add(scope)

    @property
    def keeper(self) -> Gatekeeper:
        keeper = self.app.state.gatekeeper
        assert isinstance(keeper, Gatekeeper)
        return keeper

    def token(self, *scopes: Scope, life: timedelta | None = None) -> str:
        expires = self.now + life if life else None
        return self.keeper.tokens.create(scopes, label="thử", now=self.now, expires=expires)[1]

    def bearing(self, *scopes: Scope) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token(*scopes)}"}

    def enter(self, *scopes: Scope) -> tuple[dict[str, str], str]:
        """Open a page session; return the header with its cookie, and its CSRF token."""
        secret = self.keeper.links.create(scopes, name="lan", now=self.now)
        answer = self.client.request("POST", "/vao", data={"ma": secret})
        assert answer.status_code == 303
        cookie = answer.headers["set-cookie"].partition(";")[0]
        caller = self.keeper.sessions.caller(cookie.partition("=")[2], self.now)
        assert caller is not None
        assert caller.csrf is not None
        return {"cookie": cookie}, caller.csrf

    def _add(self, scope: Scope) -> None:
        async def act(request: Request, caller: Caller = Depends(require(scope))) -> str:  # noqa: B008
            self.done.append((request.method, caller.name))
            return "done"

        methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
        self.app.add_api_route(f"/api/{scope}", act, methods=methods)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "store.access")


@pytest.fixture
def another(tmp_path: Path) -> Callable[..., House]:
    return lambda **settings: House(tmp_path / "other.access", **settings)


def routes_of(app: FastAPI) -> list[object]:
    return list(app.routes)
