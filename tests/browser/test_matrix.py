"""The matrix in a real browser: by mouse, by keys, without scripts, at every size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.audit import IN_TURN, SIZES, ColorScheme, audit, tab_to

PAGES = (
    ("light", "/ma-tran?tinh=Quảng Ninh"),
    ("light", "/ma-tran?hang=57-NQ/TW@XIII&hang=68-NQ/TW@XIII&tinh=Cao Bằng&lang=en"),
    ("dark", "/ma-tran?don-vi=63&doc=36-NQ/TW@XII&tinh=Bà Rịa - Vũng Tàu"),
    pytest.param("dark", "/ma-tran?nhom=nha-nuoc&so=24", marks=pytest.mark.long),
)
CELL = ".grid tbody td > a"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1440, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def settled(page: Page) -> None:
    page.locator("[aria-busy]").wait_for(state="detached")


@pytest.mark.parametrize(("scheme", "address"), PAGES)
def test_every_state_is_whole_and_asks_nobody_else(
    browser: Browser, register_site: str, scheme: ColorScheme, address: str
) -> None:
    audit(browser, register_site, scheme, address)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    ("language", "said", "onward"),
    [
        ("vi", "+24 ngày", "Xem trong lược đồ"),
        pytest.param("en", "+24 days", "See it in the cascade", marks=pytest.mark.long),
    ],
)
def test_a_cell_leads_to_its_chain_and_into_the_cascade(
    context: BrowserContext,
    register_site: str,
    size: tuple[int, int],
    language: str,
    said: str,
    onward: str,
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{register_site}/ma-tran?lang={language}")
    page.locator(f"{CELL}[title^='Quảng Ninh, 57-NQ/TW']").click()
    page.wait_for_url("**tinh=**")
    settled(page)
    chosen = page.locator("#chosen")
    assert "Chương trình hành động 46-CTr/TU" in chosen.inner_text()
    assert said in chosen.inner_text()
    assert chosen.locator(".proof a[rel~=noopener]").first.is_visible()
    chosen.get_by_role("link", name=onward).first.click()
    page.wait_for_url("**/luoc-do?**chon=**")
    assert "46-CTr/TU" in page.inner_text("body")
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("size", IN_TURN, ids=str)
@pytest.mark.parametrize(
    ("language", "heading"), [("", "Xem trong lược đồ"), ("&lang=en", "See it in the cascade")]
)
def test_the_same_by_keys_alone(
    page: Page, register_site: str, language: str, heading: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{register_site}/ma-tran?hang=57-NQ/TW@XIII&hang=68-NQ/TW@XIII{language}")
    tab_to(page, CELL)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    for _ in range(40):
        if page.evaluate("document.activeElement.title").startswith("Quảng Ninh, 57-NQ/TW"):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**tinh=**")
    settled(page)
    # The focus stays where it was, so that arrows go on from there.
    assert page.evaluate("document.activeElement.title").startswith("Quảng Ninh, 57-NQ/TW")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.title").startswith("Quảng Ninh, 68-NQ/TW")
    tab_to(page, ".chosen .ways a[href^='/luoc-do']")
    assert page.evaluate("document.activeElement.textContent") == heading
    page.keyboard.press("Enter")
    page.wait_for_url("**/luoc-do?**chon=**")


def test_arrows_stop_at_the_edges_and_ends_are_reached(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/ma-tran?hang=57-NQ/TW@XIII&hang=68-NQ/TW@XIII")
    tab_to(page, CELL)
    first = page.evaluate("document.activeElement.title")
    for key in ("ArrowUp", "ArrowLeft", "Home"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.title") == first
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.title").startswith("Vĩnh Long, 57-NQ/TW")
    assert page.locator(f"{CELL}[tabindex='0']").count() == 1  # one Tab passes the whole table


def test_cell_and_map_light_each_other(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/ma-tran")
    page.locator(f"{CELL}[title^='Hà Nội, 57-NQ/TW']").hover()
    assert page.locator(".map a.lit").get_attribute("data-unit") == "ha-noi"
    assert page.locator(".grid thead th.lit").inner_text() == "Hà Nội"
    page.locator(".map a[data-unit='nghe-an'] path").hover()
    assert page.locator(".grid thead th.lit").inner_text() == "Nghệ An"
    assert page.locator(".map a.lit").get_attribute("data-unit") == "nghe-an"


def test_a_province_of_the_map_is_chosen_and_back_undoes_it(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/ma-tran")
    page.locator(".map a[data-unit='nghe-an'] path").click()
    page.wait_for_url("**tinh=Ngh**")
    settled(page)
    assert "Nghệ An" in page.locator("#chosen h2").inner_text()
    assert page.title().startswith("Ma trận độ phủ: 57-NQ/TW, Nghệ An")
    assert page.locator(".map .here").first.is_visible()
    page.go_back()
    page.locator("#chosen h2", has_text="Nghệ An").wait_for(state="detached")
    assert "tinh=" not in page.url
    page.go_forward()
    page.locator("#chosen h2", has_text="Nghệ An").wait_for()


def test_without_scripts_all_is_links(browser: Browser, register_site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{register_site}/ma-tran")
    page.locator(f"{CELL}[title^='Quảng Ninh, 57-NQ/TW']").click()
    page.wait_for_url("**tinh=**")
    assert "46-CTr/TU" in page.inner_text("#chosen")
    page.get_by_role("link", name="63 tỉnh").click()
    page.wait_for_url("**don-vi=63**")
    assert page.locator(f"{CELL}[title*='57-NQ/TW:']").count() == 63
    assert page.locator("[data-png]").is_hidden()
    context.close()


def test_the_language_is_switched_in_the_same_state(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/ma-tran?don-vi=63&tinh=Quảng Ninh")
    page.locator(".lang").click()
    page.wait_for_url("**lang=en**")
    assert page.locator("html").get_attribute("lang") == "en"
    assert "12 central documents, 63 provinces" in page.inner_text("h1")
    assert "15 January 2025" in page.inner_text("#chosen")
    page.locator(f"{CELL}[title^='Hà Nội, 57-NQ/TW']").click()
    page.wait_for_url("**tinh=H**lang=en**")


@pytest.mark.parametrize("kind", ["csv", "svg", "png"])
def test_the_view_is_saved(page: Page, register_site: str, kind: str) -> None:
    page.goto(f"{register_site}/ma-tran?don-vi=63")
    with page.expect_download() as waiting:
        page.locator(".save a", has_text=kind.upper()).click()
    saved = waiting.value
    assert saved.suggested_filename == f"ma-tran-do-phu.{kind}"
    content = saved.path().read_bytes()
    start = {"csv": b"\xef\xbb\xbfdocument,", "svg": b"<svg ", "png": b"\x89PNG"}[kind]
    assert content.startswith(start)
    assert len(content) > 20_000


def test_the_picture_is_drawn_in_its_colours(page: Page, register_site: str) -> None:
    """The style of the drawing holds where it is an image: its ground and its cells are there."""
    page.goto(f"{register_site}/ma-tran")
    colours = page.evaluate(
        """async () => { const image = new Image(); image.src = '/ma-tran.svg';
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
        const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
        const data = pen.getImageData(0, 0, canvas.width, canvas.height).data;
        const seen = new Set(); for (let i = 0; i < data.length; i += 4)
          seen.add(data.slice(i, i + 3).join()); return [...seen]; }"""
    )
    # White, a cell and an outline; the red of the chosen row comes from the style sheet alone.
    assert {"255,255,255", "180,202,216", "141,43,43"} <= set(colours)


def test_a_row_is_added_and_taken_away(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/ma-tran?hang=57-NQ/TW@XIII")
    page.fill("#hang", "36-NQ/TW@XII")
    page.keyboard.press("Enter")
    page.wait_for_url("**36-NQ**")
    assert page.locator(".grid tbody tr").count() == 2
    page.get_by_role("link", name="Bỏ hàng 57-NQ/TW").click()
    page.locator(".grid tbody", has_text="57-NQ/TW").wait_for(state="detached")
    assert page.locator(".grid tbody tr").count() == 1
