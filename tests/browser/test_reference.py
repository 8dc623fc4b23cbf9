"""The page of the API's description in a real browser: complete, quiet, and asking nobody else."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser

_PATIENCE = 120_000  # milliseconds; the page reads a large description on a machine that is busy


def test_the_description_is_shown_and_tried_without_asking_others(
    browser: Browser, register_site: str
) -> None:
    page = browser.new_page()
    page.set_default_timeout(_PATIENCE)
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{register_site}/api/docs")
    page.wait_for_selector(".opblock")
    assert page.locator(".opblock").count() >= 35
    operation = "#operations-finding-findDocuments"
    page.click(f"{operation} .opblock-summary-control")
    page.fill(f"{operation} tr[data-param-name=q] input", "57-NQ/TW")
    page.click(f"{operation} .execute")
    page.wait_for_selector(f"{operation} .live-responses-table .response-col_status:text('200')")
    assert "Nghị quyết 57-NQ/TW" in page.inner_text(f"{operation} .live-responses-table")
    page.close()
    assert told == []
    own = urlsplit(register_site).netloc
    assert {urlsplit(one).netloc for one in asked} == {own}
