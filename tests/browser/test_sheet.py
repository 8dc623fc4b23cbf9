"""Lược đồ in a real browser: from words typed without marks to the quoted sentence, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.accessible import faults
from tests.browser.audit import SIZES, Watched

#: A journey is the same in the middle: that one is left to the full check.
IN_TURN = (SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.long), SIZES[2])
QUOTED = "920-CTr/TU"
ISSUED = re.compile("25-10-2017|25 October 2017")  # the 18-NQ/TW of the 12th term
CHAIN = "/luoc-do?doc=18-NQ/TW@XII&chon=document/tu/ha-tinh/ctr/920/chua-ro"
STATES = {
    "opened": "/luoc-do?doc=57-NQ/TW",
    "chain": CHAIN,
    "as-of": "/luoc-do?doc=29-NQ/TW@2013&ngay=2016-06-01&lang=en",
    "up": "/luoc-do?doc=03/NQ-CP@2025&huong=len",
    "filtered": "/luoc-do?doc=57-NQ/TW&cap=province&ro=1",
    "empty": "/luoc-do?doc=93/2025/QH15",
    "gone": "/luoc-do?doc=57-NQ/TW&chon=document/none",
}
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """() => [...document.querySelectorAll('body *')].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
    && parseFloat(getComputedStyle(e).fontSize) < 11).map(e => e.outerHTML.slice(0, 80))"""
# Pairs of cards, chips and captions of which one covers the other.
_COVERED = """() => { const all = [...document.querySelectorAll(
    '.d-card > rect.face, .d-chip > text, #drawing .d-caption')
  ].map(e => e.getBoundingClientRect());
  const cover = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1
    && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
  return all.flatMap((a, i) => all.slice(i + 1).filter(b => cover(a, b)).map(b => [a.x, a.y]));
}"""
# Text that reaches beyond the card that it stands in.
_CUT = """() => [...document.querySelectorAll('.d-card')].flatMap(card => {
  const face = card.querySelector('rect.face').getBBox();
  return [...card.querySelectorAll('text')].filter(t => { const b = t.getBBox();
    return b.x < face.x || b.x + b.width > face.x + face.width + 1
      || b.y + b.height > face.y + face.height + 3; }).map(t => t.textContent); })"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def watched(page: Page) -> Watched:
    return Watched(page)


def settled(page: Page) -> None:
    """Wait until the drawing stands."""
    page.wait_for_selector("#drawing:not(.busy) .d-all")


def stated(page: Page) -> dict[str, str]:
    """Return the state in the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


@pytest.mark.parametrize("size", IN_TURN, ids=str)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_from_typed_words_to_the_quote_by_mouse(
    page: Page, watched: Watched, corpus_site: str, size: tuple[int, int], language: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{corpus_site}/luoc-do?doc=57-NQ/TW&lang={language}")
    settled(page)
    page.locator("#q").press_sequentially("nghi quyet 18")
    hit = page.locator("#hits li", has_text=ISSUED)
    hit.click()
    page.wait_for_url("**doc=**document%2Ftw%2Fnq%2F18%2Fxii**")
    settled(page)
    page.locator(".d-pick", has_text=QUOTED).click()
    marks = page.locator("#panel blockquote mark", has_text=QUOTED)
    expect(marks).to_have_count(1)
    assert page.locator("html").get_attribute("lang") == language
    assert (watched.said, watched.outside(corpus_site)) == ([], [])


@pytest.mark.parametrize("size", IN_TURN, ids=str)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_from_typed_words_to_the_quote_by_keys(
    page: Page, watched: Watched, corpus_site: str, size: tuple[int, int], language: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{corpus_site}/luoc-do?doc=57-NQ/TW&lang={language}")
    settled(page)
    page.keyboard.press("/")
    page.keyboard.type("nghi quyet 18")
    page.locator("#hits li", has_text=ISSUED).wait_for()
    for _ in range(8):
        page.keyboard.press("ArrowDown")
        if ISSUED.search(page.locator("#hits [aria-selected=true]").inner_text()):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**doc=**document%2Ftw%2Fnq%2F18%2Fxii**")
    settled(page)
    reach_drawing(page)
    walk(page, "PageDown", lambda: QUOTED in focused(page))
    page.keyboard.press("Enter")
    expect(page.locator("#panel blockquote mark", has_text=QUOTED)).to_have_count(1)
    held = page.evaluate("document.activeElement.getAttribute('data-id')")
    assert "920" in held  # the focus stays where the reader was
    assert (watched.said, watched.outside(corpus_site)) == ([], [])


def reach_drawing(page: Page) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('#drawing')"):
            return
    raise AssertionError("the drawing cannot be reached by Tab")


def focused(page: Page) -> str:
    """Return the text of what has the focus."""
    text: str = page.evaluate("document.activeElement.textContent")
    return text


def walk(page: Page, key: str, there: Callable[[], bool]) -> None:
    """Press a key until the focus is there."""
    for _ in range(60):
        if there():
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead there: {focused(page)}")


def test_arrows_lead_to_what_stands_beside(page: Page, corpus_site: str) -> None:
    page.goto(corpus_site + "/luoc-do?doc=18-NQ/TW@XII")
    settled(page)
    reach_drawing(page)
    assert "18-NQ/TW" in focused(page)
    kinds = []
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        kinds.append(page.evaluate("document.activeElement.dataset.stop"))
    assert kinds == ["bar", "unit", "line"]
    first = focused(page)
    page.keyboard.press("ArrowRight")
    second = focused(page)
    page.keyboard.press("ArrowLeft")
    assert (focused(page), second != first) == (first, True)


def test_states_stand_in_the_address_and_back_leads_back(
    page: Page, watched: Watched, corpus_site: str
) -> None:
    page.goto(corpus_site + "/luoc-do?doc=57-NQ/TW&mo=-")
    settled(page)
    assert page.locator(".d-card.unit").count() == 0
    page.locator(".d-bar[aria-label^='Hà Nội']").first.click()
    page.wait_for_selector(".d-card.unit")
    assert stated(page)["mo"] == "ha-noi"
    page.locator(".d-card.unit .d-pick[data-stop=line]").first.click()
    page.wait_for_selector("#panel .chain")
    chosen = stated(page)["chon"]
    page.locator("#facets a", has_text="Kế hoạch").first.click()
    page.wait_for_url("**loai=**")
    page.go_back()
    page.wait_for_url(f"**chon={chosen.replace('/', '%2F')}**")
    page.go_back()
    page.wait_for_selector("#panel .chain", state="detached")
    page.go_forward()
    page.wait_for_selector("#panel .chain")
    settled(page)
    shown = page.locator("#drawing .d-all").inner_html()
    page.goto(page.url)  # what a colleague gets
    settled(page)
    assert page.locator("#drawing .d-all").inner_html().count("d-card") == shown.count("d-card")
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel .chain", state="detached")
    assert "chon" not in stated(page)
    assert (watched.said, watched.outside(corpus_site)) == ([], [])


def test_the_day_looked_at_changes_what_is_there(page: Page, corpus_site: str) -> None:
    page.goto(corpus_site + "/luoc-do?doc=57-NQ/TW&ngay=2025-02-01")
    settled(page)
    before = page.locator("#crumb .sum").inner_text()
    handle = page.locator(".t-cursor")
    assert handle.get_attribute("aria-valuetext") == "Ngày xem 1-2-2025"
    handle.focus()
    page.keyboard.press("PageUp")
    page.wait_for_url("**ngay=2025-03-01**")
    settled(page)
    after = page.locator("#crumb .sum").inner_text()
    assert number_in(after) > number_in(before)
    assert page.evaluate("document.activeElement.classList.contains('t-cursor')")
    box = page.locator("#time svg").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 60, box["y"] + 40)
    page.wait_for_url("**ngay=2026-**")
    settled(page)
    assert number_in(page.locator("#crumb .sum").inner_text()) > number_in(after)
    page.locator("#nowadays").click()
    page.wait_for_url(re.compile(r"^(?!.*ngay=)"))


def number_in(text: str) -> int:
    found = re.search(r"\d+", text)
    assert found
    return int(found[0])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", STATES)
def test_every_state_is_whole_readable_and_accessible(
    browser: Browser, corpus_site: str, axe: str, name: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    watched = Watched(context.new_page())
    page = watched.page
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(corpus_site + STATES[name])
        settled(page)
        page.evaluate("document.fonts.ready")
        settled(page)
        assert page.evaluate(_OVERFLOW) == 0, f"cut off at {width}"
        assert page.evaluate(_SMALL) == []
        assert page.evaluate(_COVERED) == [], f"covered at {width}"
        assert page.evaluate(_CUT) == [], f"cut at {width}"
        assert faults(page, axe) == []
    assert (watched.said, watched.outside(corpus_site)) == ([], [])
    context.close()


def test_a_server_that_does_not_answer_is_told_and_asked_again(
    page: Page, corpus_site: str
) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/api/layout/**", refuse)
    page.goto(corpus_site + STATES["opened"])
    alert = page.get_by_role("alert")
    assert "máy chủ không trả lời" in alert.inner_text()
    page.unroute("**/api/layout/**", refuse)
    alert.get_by_role("button").click()
    settled(page)
    assert page.locator("[role=alert]").count() == 0


def test_without_scripts_the_list_is_shown(browser: Browser, corpus_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(corpus_site + STATES["opened"])
    page.wait_for_url("**dang=danh-sach**")
    assert page.locator(".tree").is_visible()
    assert page.locator(".node", has_text="Quảng Ninh").first.is_visible()
    context.close()


@pytest.mark.parametrize(("kind", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_a_view_is_saved_whole(
    page: Page, watched: Watched, corpus_site: str, kind: str, begins: bytes
) -> None:
    page.goto(corpus_site + CHAIN)
    settled(page)
    with page.expect_download() as saved:
        page.locator(f"[data-save={kind}]").click()
    file = Path(saved.value.path())
    content = file.read_bytes()
    assert saved.value.suggested_filename == f"18-NQ-TW@XII.{kind}"
    assert content.startswith(begins)
    if kind == "svg":
        text = content.decode("utf-8")
        assert "Hà Tĩnh" in text
        assert "href" not in text
        assert "var(" not in text
    else:
        assert len(content) > 20_000  # a blank picture of that size is a tenth of it
    assert (watched.said, watched.outside(corpus_site)) == ([], [])


def test_printed_it_keeps_drawing_and_evidence(page: Page, corpus_site: str) -> None:
    page.goto(corpus_site + CHAIN)
    settled(page)
    page.emulate_media(media="print")
    assert page.locator("#drawing svg").is_visible()
    assert page.locator("#panel blockquote").is_visible()
    assert not page.locator(".finding").is_visible()
    assert not page.locator(".tools").is_visible()


def test_the_theme_is_chosen_and_kept(page: Page, corpus_site: str) -> None:
    page.goto(corpus_site + STATES["opened"])
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("button.theme").click()
    dark = page.evaluate(ground)
    assert light != dark
    page.goto(corpus_site + "/")
    assert page.locator("html").get_attribute("data-theme") == "dark"
