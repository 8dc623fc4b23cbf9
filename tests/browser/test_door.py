"""The one-time link in a real browser, which sends `Origin` and cookies as it sees fit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page
from starlette.responses import HTMLResponse

from api.access import Scope
from api.access.sessions import Links
from api.app import assemble
from api.settings import Settings, utc_now
from tests.api.sample import SampleAnswers
from tests.browser.conftest import served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store.access"


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    with served(assemble(Settings(access_folder=folder), SampleAnswers())) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def link(site: str, folder: Path) -> str:
    secret = Links(folder).create([Scope.REVIEW], name="lan", now=utc_now())
    return f"{site}/vao?ma={secret}"


def test_a_link_lets_a_person_in_once_and_out_again(site: str, folder: Path, page: Page) -> None:
    address = link(site, folder)
    page.goto(address)
    page.click("main button")
    page.wait_for_url(f"{site}/")
    assert page.evaluate("document.cookie") == ""  # no script can read it
    page.goto(f"{site}/vao")
    assert "page lan" in page.inner_text("main")
    page.click("main button")
    page.wait_for_url(f"{site}/")
    assert page.query_selector("meta[name=csrf]") is None
    page.goto(address)
    page.click("main button")
    page.wait_for_load_state()
    assert page.inner_text(".kicker") == "403"


def test_a_page_of_another_origin_can_send_nothing(site: str, folder: Path, page: Page) -> None:
    address = link(site, folder)
    foreign = FastAPI()
    form = (
        f"<form method=post action='{site}/vao'>"
        f"<input name=ma value='{address.partition('ma=')[2]}'><button>x</button></form>"
    )
    foreign.add_api_route("/", lambda: form, response_class=HTMLResponse)
    with served(foreign) as elsewhere:
        page.goto(elsewhere)
        page.click("button")
        page.wait_for_url(f"{site}/vao")
        assert page.inner_text(".kicker") == "403"
    page.goto(address)
    page.click("main button")
    page.wait_for_url(f"{site}/")  # the link was not spent
