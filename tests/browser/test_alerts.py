"""The alerts in a real browser: from a stale document to what replaced its basis."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.audit import IN_TURN, SIZES, ColorScheme, audit, tab_to

ON = "ngay=2026-10-01"
PAGES = (
    ("light", f"/canh-bao?{ON}"),
    ("dark", f"/canh-bao?{ON}&lang=en"),
    ("light", "/canh-bao?ngay=1990-01-01"),
    ("light", "/canh-bao?muc=mau-thuan"),
    ("dark", "/canh-bao?muc=mau-thuan&loai=disputed&lang=en"),
    *(
        pytest.param("light", address, marks=pytest.mark.long)
        for address in (
            "/canh-bao?muc=mau-thuan&loai=cycle",
            "/canh-bao?muc=neu-bai-bo&lang=en",
            "/canh-bao?muc=neu-bai-bo&doc=57-NQ/TW&ngay=1990-01-01",
        )
    ),
    ("dark", f"/canh-bao?muc=neu-bai-bo&doc=57-NQ/TW&{ON}"),
    ("light", "/canh-bao?muc=neu-bai-bo"),
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("scheme", "address"), PAGES)
def test_every_state_is_whole_and_asks_nobody_else(
    browser: Browser, register_site: str, scheme: ColorScheme, address: str
) -> None:
    audit(browser, register_site, scheme, address)


@pytest.mark.parametrize(
    ("size", "scripts"), [*((size, True) for size in SIZES), (SIZES[0], False)]
)
@pytest.mark.parametrize("language", ["vi", pytest.param("en", marks=pytest.mark.long)])
def test_an_alert_leads_to_the_replacement(
    browser: Browser, register_site: str, size: tuple[int, int], scripts: bool, language: str
) -> None:
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": size[0], "height": size[1]}
    )
    page = context.new_page()
    page.goto(f"{register_site}/canh-bao?{ON}&lang={language}")
    alert = page.locator(".stales > li", has_text="05-HD/UBKTTW")
    assert "Quy định 69-QĐ/TW" in alert.inner_text()
    alert.locator(".heir > a").click()
    page.wait_for_url("**/id/document/tw/**")
    assert page.locator("h1").inner_text().startswith("Quy định 212-QĐ/TW")
    assert page.locator("html").get_attribute("lang") == language
    context.close()


@pytest.mark.parametrize("size", IN_TURN, ids=str)
@pytest.mark.parametrize("language", ["", "&lang=en"])
def test_the_same_by_keys_alone(
    page: Page, register_site: str, language: str, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{register_site}/canh-bao?{ON}{language}")
    tab_to(page, ".stales .end summary")
    page.keyboard.press("Enter")
    assert page.locator(".stales .end details[open] .proof").first.is_visible()
    tab_to(page, ".stales .heir > a")
    name = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/document/**")
    assert page.locator("h1").inner_text().startswith(name)
    assert page.locator("html").get_attribute("lang") == ("en" if language else "vi")


def test_the_day_is_chosen_and_kept(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/canh-bao?cap=central&lang=en")
    page.fill("#ngay", "2026-10-01")
    page.locator(".asof button").click()
    page.wait_for_url("**ngay=2026-10-01**")
    assert "cap=central" in page.url
    assert "1 October 2026" in page.inner_text("main")


def test_a_province_narrows_the_list_and_back_widens_it(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/canh-bao?{ON}")
    before = page.locator(".stales > li").count()
    page.locator(".units a").nth(1).click()
    page.wait_for_url("**tinh=**")
    assert 0 < page.locator(".stales > li").count() < before
    page.go_back()
    page.wait_for_url(f"**/canh-bao?{ON}")
    assert page.locator(".stales > li").count() == before


def test_what_would_lose_its_basis_is_tried_by_keys(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/canh-bao?muc=neu-bai-bo")
    tab_to(page, "#doc")
    page.keyboard.type("57-NQ/TW")
    page.keyboard.press("Enter")
    page.wait_for_url("**doc=57-NQ**")
    assert page.locator("h1").inner_text().startswith("Nếu Nghị quyết 57-NQ/TW hết hiệu lực")
    assert page.locator(".fate-bare dd").inner_text() != "0"
    tab_to(page, "a[rel=next]")
    page.keyboard.press("Enter")
    page.wait_for_url("**trang=2**")
    assert page.inner_text(".pager span").startswith("21–40")


def test_the_list_is_saved_as_a_sheet(page: Page, register_site: str) -> None:
    page.goto(f"{register_site}/canh-bao?{ON}")
    with page.expect_download() as waiting:
        page.locator(".save a").click()
    assert waiting.value.path().read_bytes().startswith(b"\xef\xbb\xbflist,document,")
