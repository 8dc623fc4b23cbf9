"""Every state of the SPARQL page: whole, accessible, and of no use to hostile text."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.api.render.hostile import HOSTILE, PLACES
from tests.browser.audit import ColorScheme, Watched
from tests.browser.querying import (
    ALL,
    GRAPH,
    NO_ANSWER,
    YEARS,
    open_query,
    run,
    sheet_of,
    watched,
)
from tests.browser.querying import (
    PLACES as BY_PROVINCE,
)

__all__ = ["watched"]

STATES: dict[str, tuple[str, str]] = {
    "empty": ("/truy-van", ""),
    "question": ("/truy-van?cau-hoi=who-implements", ""),
    "table": (f"/truy-van?lang=en&q={quote(YEARS)}", "run"),
    "long": (f"/truy-van?q={quote(ALL)}", "run"),
    "chart": (f"/truy-van?xem=bieu-do&q={quote(YEARS)}", "run"),
    "line": (f"/truy-van?xem=bieu-do&kieu=line&doc=1&lang=en&q={quote(YEARS)}", "run"),
    "map": (f"/truy-van?xem=ban-do&q={quote(BY_PROVINCE)}", "run"),
    "map63": (f"/truy-van?lang=en&xem=ban-do&bo=63&gia-tri=dong&q={quote(BY_PROVINCE)}", "run"),
    "network": (f"/truy-van?xem=mang&q={quote(GRAPH)}", "network"),
    "refused": (f"/truy-van?q={quote('SELECT * { SERVICE <http://e.example/> {} }')}", "run"),
    "none": (f"/truy-van?q={quote('SELECT * { <x:x> ?p ?o }')}", "run"),
}
_QUICK = {("light", "long"), ("dark", "network"), ("light", "map"), ("dark", "question")}


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        pytest.param(scheme, name, marks=() if (scheme, name) in _QUICK else pytest.mark.long)
        for scheme in ("light", "dark")
        for name in STATES
    ],
)
def test_every_state_is_whole_and_accessible(
    browser: Browser, register_site: str, scheme: ColorScheme, name: str
) -> None:
    address, deed = STATES[name]
    context = browser.new_context(color_scheme=scheme)
    watched = Watched(context.new_page())
    watched.page.goto(register_site + address)
    if deed:
        run(watched.page)
    if "xem=ban-do" in address:
        watched.page.wait_for_selector(".country a")
    if deed == "network":
        watched.page.wait_for_selector("[data-drawn] canvas")
    watched.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    watched.page.wait_for_timeout(900)  # the editor looks for slips
    assert watched.flaws() == []
    assert watched.violations() == []
    assert watched.outside(register_site) == []
    assert [text for text in watched.said if not text.startswith(NO_ANSWER)] == []
    context.close()


def test_hostile_values_do_nothing(watched: Watched, register_site: str) -> None:
    rows = " ".join(f"({json.dumps(one, ensure_ascii=False)})" for one in (*HOSTILE[:10], *PLACES))
    formulas = ' ("=1+1") ("@SUM(A1)") ("-2+3")'
    page = watched.page
    open_query(page, register_site, f"SELECT ?x {{ VALUES (?x) {{ {rows}{formulas} }} }}")
    run(page)
    assert "alert(1)" in page.inner_text(".results")
    assert page.locator("#shown script, #shown img, #shown b[onclick], [onerror]").count() == 0
    assert page.locator("a[href^='javascript' i], a[href^='data'], a[href^='//']").count() == 0
    with page.expect_download() as saved:
        page.locator("[data-save=csv]").click()
    cells = [row[0] for row in sheet_of(Path(saved.value.path()))]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-", "\t"))]
    graph = (
        "CONSTRUCT { <x:<S> <x:p> <x:o> . <x:o> <x:p> ?x } "
        "{ VALUES ?x { 'javascript:alert(1)' '<img src=x onerror=alert(4)>' } }"
    ).replace("<x:<S>", "<javascript:alert(1)>")
    open_query(page, register_site, graph, xem="mang")
    run(page)
    page.wait_for_selector("[data-drawn] canvas")
    for one in page.locator(".nodelist button").all():
        one.click()
    page.locator(".nodelist button", has_text="x:o").click()
    canvas = page.locator(".stage canvas").bounding_box()
    assert canvas
    for step in range(6):
        page.mouse.move(canvas["x"] + 80 + 90 * step, canvas["y"] + canvas["height"] / 2)
    page.wait_for_timeout(400)
    assert "onerror" in page.inner_text(".nodepanel")
    assert page.locator(".net img, .net script, .net a[href^='javascript' i]").count() == 0
    assert watched.said == []
    assert watched.outside(register_site) == []


def test_without_scripts_the_form_and_a_table(browser: Browser, register_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{register_site}/truy-van")
    page.fill("#q", YEARS)
    page.click("#run")
    assert page.locator(".plaintable tbody tr").count() > 5
    page.goto(f"{register_site}/truy-van?cau-hoi=documents-of-number")
    page.fill("#fill input[name=number]", "18-NQ/TW")
    page.click("#fill button")
    assert "18-NQ/TW" in page.inner_text(".plaintable")
    context.close()


def test_printed_it_keeps_query_and_rows(watched: Watched, register_site: str) -> None:
    page = watched.page
    open_query(page, register_site, YEARS)
    run(page)
    page.emulate_media(media="print")
    assert page.locator(".results").is_visible()
    assert page.locator(".cm-content").is_visible()
    assert not page.locator(".library").is_visible()
    assert not page.locator(".deeds").is_visible()
