"""What a person meets in a browser: nothing from elsewhere, nothing cut off, keys suffice."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.api import sample

SELECTED = quote(sample.PLAN.iri, safe="")
PAGES = {
    "home": "/",
    "hits": "/tim?q=nghi+quyet+57",
    "document": "/id/document/tw/nq/57/xiii",
    "cascade": "/luoc-do?doc=57-NQ/TW&dang=danh-sach",
    "chain": f"/luoc-do?doc=57-NQ/TW&dang=danh-sach&chon={SELECTED}#chon",
    "as-of": "/luoc-do?doc=57-NQ/TW&dang=danh-sach&ngay=2025-03-01&sau=2",
    "coverage": "/do-phu?doc=57-NQ/TW",
    "choose": "/van-ban?doc=18-NQ/TW",
    "missing": "/van-ban?doc=0-NQ/XX",
    "english": "/do-phu?doc=57-NQ/TW&lang=en",
}
WIDTHS = (1440, 1024, 390)

# Everything whose text shows, with the size of its letters.
_TEXT = """() => [...document.querySelectorAll('body *')].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
  ).map(e => [parseFloat(getComputedStyle(e).fontSize), e.tagName, e.textContent.slice(0, 40)])"""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_FOCUSED = """() => { const e = document.activeElement; const s = getComputedStyle(e);
  return [e.tagName, e.getAttribute('href'), s.outlineStyle, parseFloat(s.outlineWidth)]; }"""


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_whole_and_asks_nobody_else(page: Page, site: str, name: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site + PAGES[name])
    page.evaluate("document.fonts.ready")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_OVERFLOW) == 0, f"cut off at {width}"
        assert [small for small in page.evaluate(_TEXT) if small[0] < 11] == []
    assert [url for url in asked if not url.startswith(site + "/")] == []
    assert [text for text in said if "404" not in text and "300" not in text] == []


def test_the_own_fonts_are_used(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length")
    assert loaded >= 4


def test_keys_lead_from_the_search_to_the_document(page: Page, site: str) -> None:
    page.goto(site)
    page.wait_for_function("document.activeElement.id === 'q'")
    page.keyboard.type("nghi quyet 57")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim?q=nghi+quyet+57")
    target = f"/id/{sample.ROOT.iri.removeprefix(sample.DATA)}"
    for _ in range(20):
        page.keyboard.press("Tab")
        tag, address, outline, width = page.evaluate(_FOCUSED)
        assert outline != "none", f"the focus does not show on {tag} {address}"
        assert width >= 2
        if address == target:
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")
    assert page.locator("h1").inner_text().startswith(sample.ROOT.name)


def test_first_key_leads_past_the_menu(page: Page, site: str) -> None:
    page.goto(site + PAGES["document"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#content")


def test_evidence_opens_by_key(page: Page, site: str) -> None:
    page.goto(site + PAGES["cascade"])
    summary = page.locator(".ev > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".ev[open] a[rel~=noopener]").first.is_visible()


def test_day_is_chosen_and_kept_in_the_address(page: Page, site: str) -> None:
    page.goto(f"{site}/luoc-do?doc=57-NQ/TW&huong=len&lang=en&dang=danh-sach")
    page.fill("#ngay", "2025-03-01")
    page.locator(".asof button").click()
    page.wait_for_url("**ngay=2025-03-01**")
    assert "huong=len" in page.url
    assert "lang=en" in page.url
    assert page.locator("html").get_attribute("lang") == "en"


def test_printed_page_leaves_out_what_only_a_screen_can_do(page: Page, site: str) -> None:
    page.goto(site + PAGES["cascade"])
    page.emulate_media(media="print")
    assert not page.locator(".top nav").is_visible()
    assert not page.locator(".side").is_visible()
    assert page.locator(".tree").is_visible()


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/tim?q=chuyen+doi+so",
        "/van-ban?doc=57-NQ/TW",
        "/luoc-do?doc=57-NQ/TW&dang=danh-sach",
        "/luoc-do?doc=57-NQ/TW",
        "/luoc-do?doc=29-NQ/TW@XI&lang=en",
        "/do-phu?doc=57-NQ/TW&don-vi=63",
        "/luoc-do?doc=18-NQ/TW",
        "/id/body/bo-chinh-tri",
        "/id/official/tran-thanh-man",
        "/id/type/state/quyet-dinh?lang=en",
        "/ontology",
        "/questions",
        "/questions/replacement-pairs",
    ],
)
def test_real_facts_fit_every_width(page: Page, register_site: str, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(register_site + address)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_OVERFLOW) == 0, f"cut off at {width}"
    assert [url for url in asked if not url.startswith(register_site + "/")] == []


def test_real_search_leads_to_its_document(page: Page, register_site: str) -> None:
    page.goto(register_site)
    page.fill("#q", "nghi quyet 57 doi moi sang tao")
    page.keyboard.press("Enter")
    page.locator(".hits a", has_text="Nghị quyết 57-NQ/TW").first.click()
    page.wait_for_url("**/id/document/tw/nq/57/xiii")
    assert "Bộ Chính trị" in page.locator("main").inner_text()
