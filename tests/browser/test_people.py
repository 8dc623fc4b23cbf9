"""Bodies, officials and documents in a real browser: who held which post, and what says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.audit import SIZES, ColorScheme, audit, tab_to

OFFICIAL = "/id/official/nguyen-phu-trong"
REPLACED = "/id/document/tw/qd/105/xii"
QUOTED = "/id/document/tw/nq/18/xii"
PAGES = (
    ("light", "/can-bo"),
    ("dark", "/can-bo?muc=can-bo&ngay=2026-01-24&lang=en"),
    ("light", "/can-bo?q=khongcogi"),
    ("light", "/id/body/ban-to-chuc-trung-uong?ngay=2021-03-16"),
    ("dark", f"{OFFICIAL}?lang=en"),
    ("light", f"{REPLACED}?ngay=2023-01-01&biet=2026-01-15"),
    *(
        pytest.param(scheme, address, marks=pytest.mark.long)
        for scheme, address in (
            ("dark", "/id/body/ha-giang/tinh-uy?lang=en"),
            ("light", OFFICIAL),
            ("light", "/can-bo?muc=can-bo&trang=2"),
            ("dark", f"{QUOTED}?lang=en"),
            ("dark", f"{REPLACED}?lang=en"),
        )
    ),
)


@pytest.mark.parametrize(("scheme", "address"), PAGES)
def test_every_state_is_whole_and_asks_nobody_else(
    browser: Browser, corpus_site: str, scheme: ColorScheme, address: str
) -> None:
    audit(browser, corpus_site, scheme, address)


@pytest.mark.parametrize(
    ("size", "scripts"),
    [
        (SIZES[0], True),
        pytest.param(SIZES[1], True, marks=pytest.mark.long),
        (SIZES[2], True),
        (SIZES[0], False),
    ],
)
def test_from_a_post_typed_without_marks_to_who_says_so(
    browser: Browser, corpus_site: str, size: tuple[int, int], scripts: bool
) -> None:
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": size[0], "height": size[1]}
    )
    page = context.new_page()
    page.goto(f"{corpus_site}/can-bo?muc=can-bo")
    page.fill("#ten", "tong bi thu")
    page.locator(".narrowed button").click()
    page.wait_for_url("**q=tong+bi+thu**")
    page.locator(".named a", has_text="Nguyễn Phú Trọng").click()
    page.wait_for_url("**/id/official/**")
    assert page.locator("h1").inner_text() == "Nguyễn Phú Trọng"
    page.locator(".posts summary").first.click()
    expect(page.locator(".posts .proof").first).to_be_visible()
    context.close()


def test_the_same_by_keys_alone(browser: Browser, corpus_site: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{corpus_site}/can-bo?muc=can-bo&lang=en")
    tab_to(page, "#ten")
    page.keyboard.type("tong bi thu")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=tong+bi+thu**")
    tab_to(page, ".named a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/official/**")
    tab_to(page, ".posts summary")
    page.keyboard.press("Enter")
    expect(page.locator(".posts details[open] .proof")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    page.context.close()


def test_a_day_changes_who_is_known_to_have_led_a_body(browser: Browser, corpus_site: str) -> None:
    page = browser.new_context().new_page()
    page.goto(f"{corpus_site}/id/body/quoc-hoi")
    page.fill("#ngay", "2026-01-24")
    page.locator(".onday button").click()
    page.wait_for_url("**ngay=2026-01-24**")
    expect(page.locator(".led .holder")).to_contain_text("Trần Thanh Mẫn")
    page.go_back()
    assert page.locator(".led .holder").count() == 0
    page.context.close()


def test_printed_a_document_keeps_its_quotes_and_leaves_the_forms(
    browser: Browser, corpus_site: str
) -> None:
    page = browser.new_context().new_page()
    page.goto(corpus_site + QUOTED)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator("blockquote mark").first.is_visible()
    assert not page.locator(".asof").first.is_visible()
    page.context.close()
