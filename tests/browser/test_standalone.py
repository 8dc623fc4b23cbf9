"""The page of a cascade that stands alone, opened from a file with no network at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from api.render.network_pages import network_page
from graph.lineage.cascade import trace
from graph.lineage.documents import find_document
from graph.model import Cascade, Level
from graph.store.local import LocalStore
from graph.store.protocol import Reader
from tests.api import sample
from tests.api.render.hostile import HOSTILE, hostile_cascade
from tests.browser.audit import Watched

_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_INK = """() => { const c = document.querySelector('#network canvas');
  const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
  const seen = new Set(); for (let i = 0; i < d.length; i += 4)
    seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return seen.size; }"""


@dataclass
class Opened(Watched):
    """A page that stands alone, with everything that it did besides being looked at."""

    def open(self, cascade: Cascade, folder: Path, language: str = "vi") -> Page:
        file = folder / "page.html"
        file.write_text(network_page(cascade, language), encoding="utf-8")
        self.page.goto(file.as_uri())
        self.page.wait_for_selector("#network canvas")
        return self.page

    def quiet(self) -> bool:
        return self.said == [] and len(self.asked) == 1 and self.asked[0].startswith("file:")


@pytest.fixture(params=["light", "dark"])
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opened]:
    context = browser.new_context(
        color_scheme=request.param, offline=True, viewport={"width": 1440, "height": 900}
    )
    yield Opened(context.new_page())
    context.close()


def lit(page: Page) -> str:
    return page.locator("#panel").inner_text()


def test_hostile_text_does_nothing(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(hostile_cascade(), tmp_path)
    for number in range(len(HOSTILE) + 1):
        page.locator(f"a[data-document='{number}']").evaluate("link => link.click()")
        assert page.locator("#panel tbody").count() == 1
    page.locator("#find").fill("<script>alert(1)</script>")
    page.locator("#find").fill("\\")
    page.mouse.move(500, 500)
    page.mouse.click(500, 500)
    assert page.locator("#panel script, #panel img, #panel b, td b, th b").count() == 0
    assert page.locator("a[href^='javascript'], a[href^='data']").count() == 0
    assert page.evaluate(_OVERFLOW) == 0
    assert opened.quiet(), (opened.said, opened.asked)


def test_a_script_that_slips_in_is_not_run(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(sample.cascade(), tmp_path)
    page.evaluate(
        """() => { const s = document.createElement('script');
        s.textContent = 'window.slipped = 1'; document.body.append(s);
        const i = document.createElement('img'); i.setAttribute('onerror', 'window.slipped = 1');
        i.src = 'https://e.example/x.png'; document.body.append(i); }"""
    )
    assert page.evaluate("window.slipped") is None
    assert any("Content Security Policy" in text for text in opened.said)


def test_the_chosen_document_shows_its_evidence(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(sample.cascade(), tmp_path)
    assert "Chưa chọn văn bản nào" in lit(page)
    page.locator("a[data-document='4']").evaluate("link => link.click()")
    assert sample.local_document(2).name in lit(page)
    assert "example.org" in lit(page)
    page.locator("#network .vis-network").focus()
    page.keyboard.press("ArrowRight")
    assert sample.PLAN.name in lit(page)
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    assert sample.ROOT.name in lit(page)
    assert opened.quiet(), (opened.said, opened.asked)


def test_a_click_on_a_card_chooses_it_and_one_beside_lets_go(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened.open(sample.cascade(), tmp_path)
    box = page.locator("#network").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 90)  # the root, in the first band
    page.wait_for_selector("#panel tbody")
    assert sample.ROOT.name in lit(page)
    page.mouse.click(box["x"] + 4, box["y"] + 200)
    page.wait_for_selector("#panel tbody", state="detached")


def test_finding_without_tone_marks_brings_the_only_one(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(sample.cascade(), tmp_path)
    page.locator("#find").fill("quang ninh")
    assert sample.local_document(2).name in lit(page)
    assert opened.quiet(), (opened.said, opened.asked)


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_nothing_is_cut_off(opened: Opened, tmp_path: Path, width: int) -> None:
    page = opened.page
    page.set_viewport_size({"width": width, "height": 900})
    opened.open(sample.cascade(), tmp_path, "en")
    assert page.evaluate(_OVERFLOW) == 0
    assert page.evaluate(_INK) > 20
    assert opened.quiet(), (opened.said, opened.asked)


def test_without_script_the_table_is_there(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    file = tmp_path / "page.html"
    file.write_text(network_page(sample.cascade(), "vi"), encoding="utf-8")
    page.goto(file.as_uri())
    assert not page.locator("#stage").is_visible()
    assert page.locator("tbody").count() == 10
    assert page.locator(".proof a").first.is_visible()
    context.close()


def wide_cascade(communes: int) -> Cascade:
    """Return a resolution, 63 provinces and their communes."""
    provinces = []
    for place in range(63):
        below = tuple(
            sample.node(
                sample.document(
                    f"Kế hoạch {number}-KH/ĐU",
                    f"xa/{place}/{number}",
                    "2025-09-01",
                    Level.COMMUNE,
                    unit=f"Xã {place}.{number}",
                ),
                2,
            )
            for number in range(communes)
        )
        one = replace(sample.local_document(place % 7), iri=f"{sample.DATA}document/tinh/{place}")
        provinces.append(sample.node(one, 1, *below))
    return replace(sample.cascade(), nodes=tuple(provinces), documents=63 * (communes + 1))


def test_a_thousand_documents_are_drawn_at_once(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(wide_cascade(15), tmp_path)
    # Nothing settles: a second look after a while finds just the first picture.
    before = page.locator("#network").screenshot()
    page.wait_for_timeout(300)
    assert page.locator("#network").screenshot() == before
    assert page.evaluate(_INK) > 20
    page.locator("#find").fill("xa 62.14")
    assert "Kế hoạch 14-KH/ĐU" in lit(page)
    assert opened.quiet(), (opened.said, opened.asked)


def test_the_register_is_drawn(opened: Opened, tmp_path: Path, reader: Reader) -> None:
    root = find_document(reader, "57-NQ/TW")
    page = opened.open(trace(reader, root, evidence=True), tmp_path)
    page.locator("#find").fill("lao cai 414")
    assert "414-CTr/TU" in lit(page)
    assert page.evaluate(_OVERFLOW) == 0
    assert opened.quiet(), (opened.said, opened.asked)


@pytest.fixture
def reader(register_place: Path) -> Iterator[Reader]:
    with LocalStore(register_place).read() as opened:
        yield opened
