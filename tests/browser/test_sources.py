"""Sources in a real browser: from a pasted article to a visible edge, by mouse and by keys."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from api.access import Scope
from api.access.sessions import Links
from api.app import create_app
from api.settings import Settings, utc_now
from graph.store.local import LocalStore
from tests.api.render.hostile import HOSTILE
from tests.api.routes.test_sources import SAID
from tests.browser.audit import IN_TURN, SIZES, ColorScheme, Watched, tab_to
from tests.browser.conftest import served

OPEN = (
    "Tỉnh ủy Hà Tĩnh ban hành Chương trình hành động 1011-CTr/TU để thực hiện Nghị quyết 19-NQ/TW."
)
EDGE = ".card.k-relation:has(.see)"  # what the cascade shows
TITLE = "Hà Tĩnh ban hành chương trình 920"
SLUG = "ha-tinh-ban-hanh-chuong-trinh-920"
LANGUAGES = ("", pytest.param("lang=en", marks=pytest.mark.long))


@dataclass(frozen=True)
class Desk:
    """A server that a reviewer may work on."""

    site: str
    folder: Path

    def enter(self, page: Page, *scopes: Scope) -> None:
        """Open a one-time link and press its button."""
        wanted = scopes or (Scope.INGEST, Scope.REVIEW)
        secret = Links(self.folder).create(wanted, name="lan", now=utc_now())
        page.goto(f"{self.site}/vao?ma={secret}")
        page.click("main button")
        page.wait_for_url(f"{self.site}/")


@pytest.fixture(scope="module")
def desk(register_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Serve a copy of the register that the tests of this module may change."""
    place = tmp_path_factory.mktemp("desk") / "store"
    shutil.copytree(register_place.parent, place.parent, dirs_exist_ok=True)
    folder = place.parent / "store.access"
    app = create_app(Settings(access_folder=folder), LocalStore(place))
    with served(app) as site:
        yield Desk(site, folder)
    app.state.jobs.close(30)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield Watched(context.new_page())
    context.close()


def pasted(desk: Desk, page: Page, text: str, title: str) -> None:
    """Paste a text and wait until it stands beside what was read in it."""
    page.goto(f"{desk.site}/nguon")
    page.fill("#text", text)
    page.fill("#name", title)
    page.click(".add form > button")
    page.wait_for_selector("#cards", timeout=60_000)


def edge_in_cascade(page: Page) -> None:
    """See that the cascade shows the relation, chosen, with its sentence."""
    page.wait_for_url("**/luoc-do?**")
    page.wait_for_selector("#panel .chain")
    assert "920-CTr/TU" in page.locator("#panel").inner_text()
    assert "để thực hiện" in page.locator("#panel blockquote").first.inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "size", [SIZES[0], *(pytest.param(size, marks=pytest.mark.long) for size in SIZES[1:])]
)
def test_a_pasted_article_becomes_a_visible_edge(
    desk: Desk, watched: Watched, language: str, size: tuple[int, int]
) -> None:
    page = watched.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    desk.enter(page)
    page.goto(f"{desk.site}/nguon?{language}")
    page.fill("#text", SAID)
    page.fill("#name", TITLE)
    page.locator(".hints summary").click()
    page.fill("#publisher", "Báo Hà Tĩnh")
    page.click(".add form > button")
    page.wait_for_url(f"**/nguon/{SLUG}**", timeout=60_000)
    assert page.locator("#bai .m-document").count() >= 2
    page.locator("#bai .m-document", has_text="920-CTr/TU").first.click()
    assert page.locator(".card.on h3").inner_text().startswith("Chương trình hành động 920")
    card = page.locator(EDGE)
    if card.get_attribute("data-state") != "pending":  # the same article in another language
        card.locator("[data-deed=undo]").click()
        expect(card).to_have_attribute("data-state", "pending")
    card.locator("[data-deed=accept]").click()
    expect(card).to_have_attribute("data-state", "accepted")
    card.locator(".see").click()
    edge_in_cascade(page)
    page.go_back()
    page.wait_for_selector("#cards")
    assert page.locator("html").get_attribute("lang") == ("en" if language else "vi")
    assert watched.outside(desk.site) == []
    assert watched.said == []


@pytest.mark.parametrize("size", IN_TURN, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_by_keys_alone(
    desk: Desk, watched: Watched, language: str, size: tuple[int, int]
) -> None:
    page = watched.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    desk.enter(page)
    page.goto(f"{desk.site}/nguon?{language}")
    tab_to(page, "#text")
    page.keyboard.insert_text(SAID)
    page.keyboard.press("Tab")
    page.keyboard.insert_text(f"{TITLE} bằng phím {language} {size[0]}")
    tab_to(page, ".add form > button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#cards", timeout=60_000)
    tab_to(page, ".pick")
    for _ in range(40):
        if page.evaluate("!!document.activeElement.closest('.k-relation')?.querySelector('.see')"):
            break
        page.keyboard.press("j")
    else:
        raise AssertionError("no relation of the cascade is reached")
    key = page.evaluate("document.activeElement.closest('.card').dataset.key")
    page.keyboard.press("a")
    card = page.locator(f"#c-{key}")
    expect(card).to_have_attribute("data-state", "accepted")
    page.keyboard.press("u")
    expect(card).to_have_attribute("data-state", "pending")
    assert page.evaluate("document.activeElement.closest('.card').dataset.key") == key
    page.keyboard.press("r")
    expect(card).to_have_attribute("data-state", "rejected")
    page.keyboard.press("u")
    expect(card).to_have_attribute("data-state", "pending")
    page.keyboard.press("a")
    expect(card).to_have_attribute("data-state", "accepted")
    page.keyboard.press("k")
    tab_to(page, f"#c-{key} .see")
    page.keyboard.press("Enter")
    edge_in_cascade(page)
    assert watched.said == []


def test_an_open_citation_is_settled_by_a_digit(desk: Desk, watched: Watched) -> None:
    page = watched.page
    desk.enter(page)
    pasted(desk, page, OPEN, "Viện dẫn chưa rõ")
    page.goto(f"{page.url.partition('?')[0]}?xep=kem-chac")
    tab_to(page, ".pick")
    card = page.locator(".card.k-choice").first
    offered = card.locator(".possible li").count()
    assert offered > 1  # two candidates stay two
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.type") == "radio"  # nothing is chosen for anybody
    page.keyboard.press("2")
    page.keyboard.press("a")
    expect(card).to_have_attribute("data-state", "corrected")
    assert page.locator(".card.k-relation.st-corrected").count() >= 1
    page.keyboard.press("u")
    expect(page.locator(".card.k-choice").first).to_have_attribute("data-state", "pending")
    assert page.locator(".card.k-choice .possible li").count() == offered
    assert page.locator(".card.st-corrected").count() == 0
    assert watched.said == []


def test_a_correction_is_written_by_keys_and_a_bad_one_told(desk: Desk, watched: Watched) -> None:
    page = watched.page
    desk.enter(page)
    pasted(desk, page, SAID, "Bản sửa")
    card = page.locator(EDGE)
    card.locator(".pick").focus()
    page.keyboard.press("c")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("0-XX/YY")
    page.keyboard.press("Enter")
    expect(page.locator(".claims .failed")).to_be_visible()
    assert "0-XX/YY" in page.locator(".claims .failed").inner_text()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("57-NQ/TW")
    page.keyboard.press("Enter")
    expect(page.locator(".card.k-relation.st-corrected")).to_contain_text("57-NQ/TW")
    watched.said.clear()  # the browser notes the answer 404 itself


def test_what_is_sent_wrongly_is_a_sentence_beside_the_form(desk: Desk, watched: Watched) -> None:
    page = watched.page
    desk.enter(page)
    page.goto(f"{desk.site}/nguon")
    page.click(".add form > button")
    expect(page.locator(".add .failed")).to_contain_text("Không có tệp nào")
    page.set_input_files("#file", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"\xff\0x"})
    assert page.locator(".picked li").all_inner_texts() == ["a.txt"]
    page.click(".add form > button")
    page.wait_for_selector('[data-job="ended"]', timeout=60_000)
    told = page.locator(".trouble").inner_text()
    assert told.startswith("a.txt")
    assert "Cách xử lý" in told


@pytest.mark.long
def test_a_server_that_is_gone_is_told_and_nothing_is_lost(desk: Desk, watched: Watched) -> None:
    page = watched.page
    desk.enter(page)
    pasted(desk, page, SAID, "Mất mạng")
    page.route("**/nguon/mat-mang**", lambda route: route.abort())
    page.locator(".card").first.locator("[data-deed=accept]").click()
    expect(page.locator(".claims .failed")).to_contain_text("Máy chủ không trả lời")
    page.unroute("**/nguon/mat-mang**")
    page.locator(".card").first.locator("[data-deed=accept]").click()
    expect(page.locator(".card").first).to_have_attribute("data-state", "accepted")


def test_hostile_names_and_texts_do_nothing(desk: Desk, watched: Watched) -> None:
    page = watched.page
    desk.enter(page)
    page.goto(f"{desk.site}/nguon")
    body = "\n\n".join((*HOSTILE[:9], SAID, "<img src=x onerror=alert(21)>"))
    names = ("<img src=x onerror=alert(20)>.txt", "\u202egnp.txt", "a' onmouseover=alert(22).txt")
    files: list[FilePayload] = [
        {"name": one, "mimeType": "text/plain", "buffer": body.encode()} for one in names
    ]
    page.set_input_files("#file", files)
    page.locator(".hints summary").click()
    page.fill("#publisher", HOSTILE[0])
    page.fill("#url", "https://e.example/?q='onclick=alert(23)'")
    page.click(".add form > button")
    page.wait_for_selector('[data-job="ended"]', timeout=60_000)
    assert "alert(20)" in page.inner_text("main")
    address = page.locator(".items a").first.get_attribute("href")
    for path in (str(address), "/nguon", f"/nguon?tim={HOSTILE[3]}"):
        page.goto(desk.site + path)
        assert (
            page.locator("main script, main img, [onerror], [onmouseover], [onclick]").count() == 0
        )
        assert page.locator("a[href^='javascript'], a[href^='data:']").count() == 0
    page.goto(desk.site + str(address))
    for one in page.locator(".card .pick").all()[:4]:
        one.click()
    page.keyboard.press("a")
    expect(page.locator(".said-done")).not_to_be_empty()
    assert "alert(1)" in page.inner_text("#bai")
    assert watched.outside(desk.site) == []
    assert watched.said == []


def test_without_scripts_it_is_read_sent_and_judged(desk: Desk, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    desk.enter(page)
    page.goto(f"{desk.site}/nguon")
    page.fill("#text", SAID)
    page.fill("#name", "Không có mã chạy")
    page.click(".add form > button")
    page.wait_for_url(re.compile(r"/nguon/khong-co-ma-chay"), timeout=60_000)
    card = page.locator(EDGE)
    card.get_by_role("button", name="Nhận").click()
    page.wait_for_url("**vua=nhan**")
    expect(page.locator(".card.on")).to_have_attribute("data-state", "accepted")
    page.goto(f"{desk.site}/nguon?tim=khong+co+ma")
    assert "đã nhận" in page.inner_text(".srclist")
    context.close()


STATES = (
    "/nguon",
    "/nguon?tim=xyzzy&lang=en",
    "/nguon?loai=so",
    "/nguon/{slug}?xep=kem-chac&lang=en",
)


@pytest.mark.parametrize("inside", [True, pytest.param(False, marks=pytest.mark.long)])
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_every_state_is_whole_and_accessible(
    desk: Desk, browser: Browser, scheme: ColorScheme, inside: bool
) -> None:
    context = browser.new_context(color_scheme=scheme)
    watched = Watched(context.new_page())
    page = watched.page
    desk.enter(page)
    pasted(desk, page, f"{SAID}\n\n{OPEN}", "Đủ trạng thái")
    slug = "du-trang-thai"
    if not inside:
        context.clear_cookies()
    for state in STATES:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(desk.site + state.format(slug=slug))
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert watched.flaws() == []
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            assert watched.violations() == []
    assert watched.outside(desk.site) == []
    assert watched.said == []
    context.close()


def test_printed_it_keeps_text_marks_and_claims(desk: Desk, watched: Watched) -> None:
    page = watched.page
    desk.enter(page)
    pasted(desk, page, SAID, "Bản in")
    page.emulate_media(media="print")
    assert page.locator("#bai").is_visible()
    assert page.locator(".card .q").first.is_visible()
    assert not page.locator(".deeds button").first.is_visible()
    assert not page.locator(".fix").first.is_visible()
