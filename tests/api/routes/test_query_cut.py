"""An answer whose first row is longer than the page without scripts reads."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from api.routes.querying import Found, QueryPages, _found
from graph.store.pool.limits import Limits
from tests.api.access.serving import Service


def test_a_first_row_too_long_for_the_page_is_not_told_as_none(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _found("text/tab-separated-values", b'?s\n"xxxxx', whole=False)
    assert found == Found(("s",), (), cut=True)

    async def begun(*_: object) -> Found:
        return found

    monkeypatch.setattr(QueryPages, "_beginning", begun)
    pool: Any = SimpleNamespace(limits=Limits())
    made = QueryPages(service.store, pool, service.app.state.pages)
    service.app.include_router(made.router())
    query = {"q": "SELECT ?s { ?s ?p ?o }"}
    answer = service.client.request("POST", "/truy-van?lang=vi", data=query)
    assert "ngay dòng đầu đã dài hơn" in answer.text
    assert "<h3>Không có dòng nào" not in answer.text
