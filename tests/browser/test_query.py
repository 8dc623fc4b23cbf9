"""The SPARQL page in a real browser: from a question's form to a file, and what can go wrong."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from api.app import create_app
from api.settings import Settings
from graph.store.local import LocalStore
from graph.store.pool.limits import Limits
from tests.browser.audit import IN_TURN, Watched, tab_to
from tests.browser.conftest import SETTINGS, served
from tests.browser.querying import (
    ALL,
    GRAPH,
    NO_ANSWER,
    PLACES,
    YEARS,
    answered,
    open_query,
    run,
    sheet_of,
    watched,
)

__all__ = ["watched"]

LARGEST = 350 * 1024  # bytes, compressed, before an answer is looked at
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
#: 100,000 rows that no store needs to hold.
MANY = (
    "SELECT (?a + 10 * ?b + 100 * ?c + 1000 * ?d + 10000 * ?e AS ?n) { "
    + " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(10)))} }}" for name in "abcde")
    + " }"
)


def unfold(page: Page, wanted: str) -> None:
    """Open the shelf by keys where it is folded over what is wanted."""
    if not page.locator(wanted).is_visible():
        tab_to(page, ".shelf > summary")
        page.keyboard.press("Enter")


@pytest.mark.parametrize("size", IN_TURN, ids=str)
@pytest.mark.parametrize("language", ["vi", pytest.param("en", marks=pytest.mark.long)])
def test_from_a_question_to_a_sheet_by_mouse(
    watched: Watched, register_site: str, size: tuple[int, int], language: str
) -> None:
    page = watched.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{register_site}/truy-van?lang={language}")
    if not page.locator("#filter").is_visible():
        page.locator(".shelf > summary").click()
    page.locator("#filter").fill("cung mot so" if language == "vi" else "bear same number")
    page.locator(".kindred li:visible a").first.click()
    page.wait_for_url("**cau-hoi=documents-of-number**")
    if not page.locator("#fill").is_visible():
        page.locator(".shelf > summary").click()
    page.locator("#fill input[name=number]").fill("18-NQ/TW")
    page.locator("#fill button").click()
    answered(page)
    assert '("18-NQ/TW")' in page.locator(".cm-content").inner_text()
    with page.expect_download() as saved:
        page.locator("[data-save=csv]").click()
    assert saved.value.suggested_filename == "documents-of-number.csv"
    rows = sheet_of(Path(saved.value.path()))
    assert len(rows) == page.locator(".results tbody tr").count() + 1
    assert any("18-NQ/TW" in cell for row in rows[1:] for cell in row)
    assert rows[0] == page.locator(".results th").all_inner_texts()
    assert page.locator("html").get_attribute("lang") == language
    assert watched.said == []
    assert watched.outside(register_site) == []


@pytest.mark.parametrize("language", ["vi", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("size", IN_TURN, ids=str)
def test_the_same_by_keys_alone(
    watched: Watched, register_site: str, language: str, size: tuple[int, int]
) -> None:
    page = watched.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{register_site}/truy-van?lang={language}")
    page.wait_for_selector(".cm-content")
    unfold(page, "#filter")
    tab_to(page, "#filter")
    page.keyboard.type("cung mot so" if language == "vi" else "bear same number")
    tab_to(page, ".kindred li a")
    page.keyboard.press("Enter")
    page.wait_for_url("**cau-hoi=documents-of-number**")
    page.wait_for_selector(".cm-content")
    unfold(page, "#fill input[name=number]")
    tab_to(page, "#fill input[name=number]")
    page.keyboard.type("18-NQ/TW")
    page.keyboard.press("Enter")
    answered(page)
    tab_to(page, "[data-save=csv]")  # the editor lets the Tab key go on
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert len(sheet_of(Path(saved.value.path()))) > 1
    assert watched.said == []


def test_a_link_shows_its_query_and_runs_nothing(watched: Watched, register_site: str) -> None:
    page = watched.page
    open_query(page, register_site, ALL, xem="bieu-do")
    page.wait_for_timeout(900)
    assert not [url for url in watched.asked if "/sparql" in url]
    assert "Chưa chạy câu nào" in page.inner_text("#shown")


def test_the_page_is_small_until_an_answer_is_looked_at(
    browser: Browser, register_site: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    sizes: dict[str, int] = {}
    page.on(
        "response",
        lambda got: (
            sizes.__setitem__(
                got.url,
                len(body) if got.url.endswith("woff2") else len(gzip.compress(body)),
            )
            if (body := got.body())
            else None
        ),
    )
    open_query(page, register_site, YEARS)
    page.locator(".cm-content").press("Control+End")
    page.keyboard.type(" # van")
    page.wait_for_timeout(1200)
    context.close()
    assert not [url for url in sizes if "vis-network" in url]
    assert any("query.js" in url for url in sizes)
    assert sum(sizes.values()) <= LARGEST, sizes


def test_an_answer_is_sorted_charted_and_found_again_by_its_address(
    watched: Watched, register_site: str
) -> None:
    page = watched.page
    open_query(page, register_site, YEARS)
    run(page)
    page.locator(".results th button").nth(1).click()
    page.locator(".results th button").nth(1).click()
    found = [int(one.replace(".", "")) for one in page.locator(".results td.num").all_inner_texts()]
    assert found == sorted(found, reverse=True)
    assert page.locator(".results th").nth(1).get_attribute("aria-sort") == "descending"
    page.locator("[data-view=bieu-do]").click()
    assert page.locator(".chart .bar").count() == len(found)
    page.locator(".choices select").first.select_option("line")
    assert page.locator(".chart .way").count() == 1
    page.wait_for_url("**kieu=line**")
    page.goto(page.url)  # what a colleague gets
    run(page)
    assert page.locator(".chart .way").count() == 1
    assert watched.said == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_rows_of_provinces_are_a_map(watched: Watched, register_site: str, language: str) -> None:
    page = watched.page
    open_query(page, register_site, PLACES, lang=language)
    run(page)
    asked = [url for url in watched.asked if "provinces.json" in url]
    assert asked == []  # fetched only when it is looked at
    tab_to(page, "[data-view=bang]")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**xem=ban-do**")
    tab_to(page, ".country a")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    top = page.locator(".ranked li").first
    assert first == f"{top.locator('.name').inner_text()}: {top.locator('.num').inner_text()}"
    assert page.inner_text(".here") == first
    page.keyboard.press("ArrowUp")
    moved = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert moved != first
    assert page.inner_text(".here") == moved
    page.locator(".ranked li").last.hover()
    assert page.locator(".ranked li").last.inner_text().split("\n")[0] in page.inner_text(".here")
    assert "@svg-maps/vietnam" in page.inner_text(".mapside")
    assert ("Hoàng Sa Archipelago" if language == "en" else "Quần đảo Hoàng Sa") in (
        page.locator(".country .isles").first.text_content() or ""
    )
    drawn = page.locator(".country a").count()
    page.goto(page.url)  # what a colleague gets
    run(page)
    expect(page.locator(".country a")).to_have_count(drawn)
    page.locator(".country a").first.press("Enter")
    page.wait_for_url("**/id/unit/**")
    assert watched.said == []
    assert watched.outside(register_site) == []


def test_rows_without_provinces_have_no_map(watched: Watched, register_site: str) -> None:
    open_query(watched.page, register_site, YEARS, xem="ban-do")
    run(watched.page)
    assert watched.page.locator("[data-view=ban-do]").count() == 0
    assert watched.page.locator("[data-view=bang][aria-pressed=true]").count() == 1


def test_a_hundred_thousand_rows_scroll(watched: Watched, register_site: str) -> None:
    page = watched.page
    open_query(page, register_site, MANY)
    run(page)
    assert page.locator(".sum b").inner_text() == "100.000 dòng"
    assert page.locator(".part").count() == 0
    assert page.locator(".results tbody tr").count() < 100
    page.locator(".results th button").click()
    box = page.locator(".tablebox")
    box.evaluate("box => { box.scrollTop = box.scrollHeight }")
    last = page.locator(".results tbody tr[aria-rowindex='100001']")
    expect(last).to_be_visible()
    assert last.inner_text() == "99.999"
    box.evaluate("box => { box.scrollTop = 0 }")
    box.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert "Dòng 3 đầy đủ" in page.inner_text(".wholerow")
    assert page.locator(".results tr.on").inner_text() == "2"
    assert watched.said == []


def test_more_rows_than_are_kept_are_never_shown_as_all(
    watched: Watched, register_site: str
) -> None:
    page = watched.page
    open_query(page, register_site, MANY)
    page.locator("#content").evaluate("main => { main.dataset.rows = '5000' }")
    run(page)
    assert page.locator(".sum b").inner_text() == "5.000 dòng+"
    assert "Chưa đủ" in page.inner_text(".part")
    with page.expect_download() as saved:
        page.locator("[data-save=tsv]").click()
    assert saved.value.suggested_filename == "truy-van-5000.tsv"


def test_a_query_is_stopped_and_its_worker_ended(watched: Watched, register_place: Path) -> None:
    limits = Limits(workers=2, reserved=1, seconds=60)
    settings = Settings(today=SETTINGS.today, limits=limits)
    with served(create_app(settings, LocalStore(register_place))) as site:
        page = watched.page
        open_query(page, site, ENDLESS)
        page.click("#run")
        page.locator("#stop").click()
        expect(page.locator("#shown")).to_contain_text("Đã dừng")
        assert not page.locator("#stop").is_visible()
        page.locator(".cm-content").press("Control+a")
        page.keyboard.type("ASK {")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".truth")).to_have_text("Có", timeout=8000)


def test_a_limit_is_told_with_its_remedy(watched: Watched, register_place: Path) -> None:
    settings = Settings(today=SETTINGS.today, limits=Limits(seconds=1))
    with served(create_app(settings, LocalStore(register_place))) as site:
        open_query(watched.page, site, ENDLESS)
        assert "Tối đa 1 giây" in watched.page.inner_text(".limits")
        run(watched.page)
        told = watched.page.inner_text(".refused")
    assert "seconds=1" in told
    assert "LIMIT" in told
    assert [text for text in watched.said if not text.startswith(NO_ANSWER)] == []


def test_an_answer_that_breaks_off_is_told_to_be_a_part(
    watched: Watched, register_site: str
) -> None:
    def cut(route: Route) -> None:
        route.fulfill(status=200, content_type="text/tab-separated-values", body="?a\n1\n2")

    page = watched.page
    page.add_init_script(
        """const ask = window.fetch; window.fetch = async (...given) => {
          const answer = await ask(...given);
          if (!String(given[0]).startsWith('/sparql')) return answer;
          const text = new TextEncoder().encode('?a\\n1\\n2\\n3');
          let told = false;
          const body = new ReadableStream({ pull(to) {
            if (told) to.error(new TypeError('network error')); else to.enqueue(text);
            told = true; } });
          return new Response(body, { headers: answer.headers });
        };"""
    )
    page.route("**/sparql*", cut)
    open_query(page, register_site, ALL)
    run(page)
    assert page.locator(".sum b").inner_text() == "2 dòng+"
    assert "bị ngắt" in page.inner_text("[role=alert]")


def test_a_server_that_does_not_answer_is_told(watched: Watched, register_site: str) -> None:
    page = watched.page
    open_query(page, register_site, ALL)
    page.route("**/sparql*", lambda route: route.abort())
    run(page)
    assert "Máy chủ không trả lời" in page.inner_text("[role=alert]")


def test_slips_are_underlined_and_words_completed(watched: Watched, register_site: str) -> None:
    page = watched.page
    page.goto(f"{register_site}/truy-van")
    page.locator(".cm-content").click()
    page.keyboard.type("SELECT * { ?d van ban")
    options = page.locator(".cm-tooltip-autocomplete li")
    expect(options.filter(has_text="cas:Document").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".cm-lintRange-error")).to_have_count(1)
    assert "sai cú pháp" in page.inner_text("#slip")
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT * { ?d ?p <nghi quyet 57")
    expect(options.filter(has_text="Nghị quyết 57-NQ/TW").first).to_be_visible()
    page.wait_for_timeout(150)  # a list that just opened takes no key yet
    page.keyboard.press("Enter")
    assert "<https://w3id.org/cascade-vn/id/document/" in page.locator(".cm-content").inner_text()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT * { ?d cas:unit ha tinh")
    expect(options.filter(has_text="Hà Tĩnh").first).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT * { ?d replac")
    expect(options.filter(has_text="cas:replaces").first).to_be_visible()
    page.wait_for_timeout(150)
    page.keyboard.press("Enter")
    assert page.locator(".cm-content").inner_text().startswith("PREFIX cas:")
    assert watched.said == []


def test_a_graph_is_drawn_and_a_node_opens(watched: Watched, register_site: str) -> None:
    page = watched.page
    open_query(page, register_site, GRAPH)
    run(page)
    page.locator("[data-view=mang]").click()
    page.wait_for_selector("[data-drawn] canvas")
    before = int(page.locator("[data-drawn]").get_attribute("data-drawn") or 0)
    page.locator(".nodelist button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"[data-drawn]:not([data-drawn='{before}'])")
    assert int(page.locator("[data-drawn]").get_attribute("data-drawn") or 0) > before
    assert page.locator(".nodepanel dd").count() > 0
    with page.expect_download() as saved:
        page.locator("[data-save=turtle]").click()
    assert "cas:replaces" in Path(saved.value.path()).read_text(encoding="utf-8")
    assert watched.said == []
    assert watched.outside(register_site) == []


def test_what_was_run_is_kept_on_this_machine_and_can_be_cleared(
    watched: Watched, register_site: str
) -> None:
    page = watched.page
    open_query(page, register_site, YEARS)
    run(page)
    page.goto(f"{register_site}/truy-van")
    page.locator("#past > summary").click()
    page.locator("#past li button").first.click()
    assert "SELECT ?year" in page.locator(".cm-content").inner_text()
    assert "Chưa chạy câu nào" in page.inner_text("#shown")
    page.locator("#past > button").click()
    assert not page.locator("#past").is_visible()
