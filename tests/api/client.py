"""Asking the application without a socket, and reading what comes back."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from typing import Any

import httpx
from fastapi import FastAPI

from api.app import assemble
from api.settings import Settings
from tests.api import sample
from tests.api.sample import SampleAnswers


class Client:
    """Asks as a browser on this machine would, redirects not followed, faults told as answers."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app

    def request(self, method: str, address: str, **said: Any) -> httpx.Response:
        # In a thread of its own: the browser tests keep an event loop in the main one.
        with ThreadPoolExecutor(max_workers=1) as alone:
            return alone.submit(lambda: asyncio.run(self._ask(method, address, **said))).result()

    def get(self, address: str, **said: Any) -> httpx.Response:
        return self.request("GET", address, **said)

    def head(self, address: str, **said: Any) -> httpx.Response:
        return self.request("HEAD", address, **said)

    async def _ask(self, method: str, address: str, **said: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, raise_app_exceptions=False)
        base = "http://127.0.0.1:8000"
        async with httpx.AsyncClient(transport=transport, base_url=base) as client:
            return await client.request(method, address, **said)


PAGES = (
    "/",
    "/tim",
    "/tim?q=nghi+quyet",
    "/van-ban?doc=57-NQ/TW",
    "/id/document/tw/nq/57/xiii",
    "/luoc-do?doc=57-NQ/TW",
    "/luoc-do?doc=57-NQ/TW&dang=danh-sach",
    "/luoc-do?doc=57-NQ/TW&huong=len&sau=2&ngay=2025-06-30&dang=danh-sach",
    "/do-phu?doc=57-NQ/TW",
    "/do-phu?doc=57-NQ/TW&don-vi=63",
)


def client_of(answers: SampleAnswers, **settings: object) -> Client:
    told = Settings(today=lambda: sample.TODAY, **settings)  # type: ignore[arg-type]
    app = assemble(told, answers)
    return Client(app)


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def addresses(self) -> list[str]:
        return [str(a["href"]) for tag, a in self.found if tag == "a" and "href" in a]


def words_of(response: httpx.Response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.text).split())
