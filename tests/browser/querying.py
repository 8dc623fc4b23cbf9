"""Steps on the SPARQL page that its tests share."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.audit import Watched

CAS = "PREFIX cas: <https://w3id.org/cascade-vn/ontology#>\n"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"
YEARS = (
    f"{CAS}SELECT ?year (COUNT(?d) AS ?n) {{ ?d cas:issued ?i "
    "BIND(SUBSTR(STR(?i), 1, 4) AS ?year) } GROUP BY ?year ORDER BY ?year"
)
PLACES = (
    f"{CAS}SELECT ?unit (COUNT(?d) AS ?n) {{ ?d cas:unit ?unit }} GROUP BY ?unit ORDER BY DESC(?n)"
)
GRAPH = f"{CAS}CONSTRUCT {{ ?a cas:replaces ?b }} {{ ?a cas:replaces ?b }} LIMIT 12"
#: What a browser says by itself of an answer that is a refusal.
NO_ANSWER = "Failed to load resource"


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    yield Watched(context.new_page())
    context.close()


def open_query(page: Page, site: str, text: str, **state: str) -> None:
    """Open the page with a query in its address, and wait for the editor."""
    more = "".join(f"&{name}={quote(value)}" for name, value in state.items())
    page.goto(f"{site}/truy-van?q={quote(text)}{more}")
    page.wait_for_selector(".cm-content")


def run(page: Page) -> None:
    """Run what is in the editor, and wait for how it ended."""
    page.click("#run")
    answered(page)


def answered(page: Page) -> None:
    """Wait until an answer or a refusal is shown."""
    page.wait_for_selector("#shown:not([aria-busy]) :is(.sum, .refused, .nothing:not(.yet))")


def sheet_of(file: Path) -> list[list[str]]:
    """Return the rows of a sheet, which begins with a byte order mark."""
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
