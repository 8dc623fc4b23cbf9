"""Lược đồ in headless Chromium beside stock pyvis, and a long table, in one run.

    python -m benchmarks.browser [--json FILE]

Ratios come first: what pyvis takes to show the same documents, to what we take. The limits in
milliseconds and frames are those of the page's design; they speak of a quiet machine. The end of
the process tells: 1 when one does not hold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network  # type: ignore[import-untyped]

from api.app import assemble, create_app
from api.settings import Settings
from benchmarks import tabled
from benchmarks.drawn import EXPANDED, ROOT, DrawnAnswers, documents
from graph.build import load_register
from graph.store.local import LocalStore
from tests.browser.conftest import served

SIZE = {"width": 1440, "height": 900}
SETTLED = "#drawing:not(.busy) .d-all"
FEW, MANY = 300, 1_000
TIMES = 3
_ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
# Notes, for every drawing, how long after its answer it was painted: first what is in the frame
# and around it, then the whole.
_WATCH = """window.painted = []; window.whole = []; new PerformanceObserver(list => {
  for (const [name, times] of [['cascade-drawn', painted], ['cascade-whole', whole]])
    for (const entry of list.getEntriesByName(name)) requestAnimationFrame(() => setTimeout(() => {
      const answers = performance.getEntriesByType('resource')
        .filter(one => one.name.includes('/api/layout/'));
      times.push(performance.now() - answers.at(-1).responseEnd); })); })
  .observe({entryTypes: ['measure']});"""
_DRAWN = "() => painted.length > 0 && whole.length > 0"
_FRAMES = """async ({zooming, seconds}) => { const target = document.querySelector('#drawing svg');
  const box = target.getBoundingClientRect(); let frames = 0;
  const start = performance.now(); const times = [];
  await new Promise(done => { const step = now => { frames += 1; times.push(now);
    const way = Math.sin(frames / 20) > 0 ? 1 : -1;
    target.dispatchEvent(new WheelEvent('wheel', {bubbles: true, cancelable: true,
      deltaY: way * (zooming ? 1.5 : 30), ctrlKey: zooming,
      clientX: box.x + box.width / 2, clientY: box.y + box.height / 2}));
    if (performance.now() - start < seconds * 1000) requestAnimationFrame(step); else done(); };
    requestAnimationFrame(step); });
  return frames / ((performance.now() - start) / 1000); }"""
_STOCK_SHOWN = """() => new Promise(done => { const ready = () => { if (!window.network)
  return setTimeout(ready, 5); network.once('stabilizationIterationsDone', () =>
    network.once('afterDrawing', () => done(performance.now()))); }; ready(); })"""
_STOCK_FRAMES = """async seconds => { let frames = 0; const start = performance.now();
  network.setOptions({physics: false});
  await new Promise(done => { const step = () => { frames += 1; const at =
    network.getViewPosition(); network.moveTo({position: {x: at.x + 8, y: at.y}});
    if (performance.now() - start < seconds * 1000) requestAnimationFrame(step); else done(); };
    requestAnimationFrame(step); });
  return frames / ((performance.now() - start) / 1000); }"""


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure with its limit: at most, or at least."""

    task: str
    found: float
    limit: float
    unit: str
    least: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether it is within its limit."""
        return self.found >= self.limit if self.least else self.found <= self.limit


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """Open a page that notes when drawings are painted."""
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(address)
    page.wait_for_selector(SETTLED)
    page.wait_for_function(_DRAWN)
    yield page
    context.close()


def address_of(site: str, cards: int) -> str:
    """Return the address at which so many cards are drawn."""
    return f"{site}/luoc-do?doc={ROOT.spelling}&mo=all{cards}"


def painted(browser: Browser, site: str, cards: int) -> tuple[float, float]:
    """Return the median milliseconds from the answer to what is seen, and to all of it painted."""
    times = []
    for _ in range(TIMES):
        with opened(browser, address_of(site, cards)) as page:
            assert page.locator(".d-card").count() >= cards
            times.append(page.evaluate("[painted[0], whole[0]]"))
    seen, all_of_it = zip(*times, strict=True)
    return statistics.median(seen), statistics.median(all_of_it)


def expanded(browser: Browser, site: str) -> tuple[float, float]:
    """Return the same for an expansion of 50 documents."""
    times = []
    for _ in range(TIMES):
        with opened(browser, f"{site}/luoc-do?doc={ROOT.spelling}&mo=all{FEW - EXPANDED}") as page:
            before = page.locator(".d-card").count()
            page.evaluate("painted.length = whole.length = 0")
            page.evaluate(
                "address => { const link = document.createElement('a'); link.href = address;"
                "link.dataset.state = ''; document.body.append(link); link.click(); }",
                f"/luoc-do?doc={ROOT.spelling}&mo=all{FEW}",
            )
            page.wait_for_function(_DRAWN)
            assert page.locator(".d-card").count() - before >= EXPANDED
            times.append(page.evaluate("[painted[0], whole[0]]"))
    seen, all_of_it = zip(*times, strict=True)
    return statistics.median(seen), statistics.median(all_of_it)


def frames(browser: Browser, site: str, cards: int) -> tuple[float, float]:
    """Return frames a second while panning, and while zooming."""
    with opened(browser, address_of(site, cards)) as page:
        page.locator("[data-zoom=fit]").click()
        found = [page.evaluate(_FRAMES, {"zooming": z, "seconds": 3}) for z in (False, True)]
        return found[0], found[1]


def stock(browser: Browser, cards: int, folder: Path) -> tuple[float, float]:
    """Return milliseconds until stock pyvis shows the same documents, and its frames a second."""
    network = Network(cdn_resources="in_line", directed=True)
    network.add_node(ROOT.iri, label=ROOT.name)
    for row in documents(cards):
        network.add_node(row.document.iri, label=row.document.name, title=row.document.title)
    for row in documents(cards):
        network.add_edge(row.document.iri, row.ties[0].other.iri)
    file = folder / "stock.html"
    file.write_text(network.generate_html(), encoding="utf-8")
    context = browser.new_context(viewport=SIZE, offline=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(180_000)
    page.goto(file.as_uri(), wait_until="commit")
    shown = float(page.evaluate(_STOCK_SHOWN))
    moving = float(page.evaluate(_STOCK_FRAMES, 3))
    context.close()
    return shown, moving


def loaded(browser: Browser, site: str) -> tuple[float, float]:
    """Return the kilobytes of the page, compressed, and when it first shows something."""
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address_of(site, FEW))
    page.wait_for_selector(SETTLED)
    page.evaluate("document.fonts.ready")
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    context.close()
    return sum(compressed(one) for one in dict.fromkeys(asked)) / 1024, first


def compressed(address: str) -> int:
    """Return the bytes of a file as a server that compresses sends it."""
    assert urlsplit(address).hostname == "127.0.0.1"
    with urlopen(address) as answer:
        content: bytes = answer.read()
    return len(content) if ".woff2" in address else len(gzip.compress(content))


def measure(browser: Browser, site: str, folder: Path) -> tuple[list[str], list[Measured]]:
    """Return the ratios to tell first, and every figure with its limit."""
    first, size = loaded(browser, site)[::-1]
    (ours, ours_whole), (fifty, fifty_whole) = painted(browser, site, FEW), expanded(browser, site)
    few, many = frames(browser, site, FEW), frames(browser, site, MANY)
    theirs, moving = stock(browser, FEW, folder)
    ratios = [
        f"shown, stock pyvis to ours, {FEW} documents: {theirs / ours:.1f}",
        f"frames while panning, ours to stock pyvis: {few[0] / moving:.2f}",
    ]
    return ratios, [
        Measured(f"{FEW} cards painted after the answer", ours, 300, "ms"),
        Measured(f"{FEW} cards, all beyond the frame too", ours_whole, 600, "ms"),
        Measured(f"{EXPANDED} more painted after the answer", fifty, 60, "ms"),
        Measured(f"{EXPANDED} more, all beyond the frame too", fifty_whole, 300, "ms"),
        Measured(f"pan, {FEW} cards", few[0], 55, "fps", least=True),
        Measured(f"zoom, {FEW} cards", few[1], 55, "fps", least=True),
        Measured(f"pan, {MANY} cards", many[0], 30, "fps", least=True),
        Measured(f"zoom, {MANY} cards", many[1], 30, "fps", least=True),
        Measured("page with all it loads, compressed", size, 250, "KB"),
        Measured("first contentful paint", first, 1000, "ms"),
    ]


def _register(folder: Path) -> LocalStore:
    """Return a store of the register: names of provinces are looked up in it."""
    store = LocalStore(folder / "store")
    load_register(store, now=datetime.now(UTC))
    return store


def table(browser: Browser, site: str) -> tuple[list[str], list[Measured]]:
    """Return what many rows cost beside few on the SPARQL page, and the figures with limits."""
    few, many = (tabled.tabled(browser, site, rows) for rows in (tabled.SOME, tabled.ROWS))
    rows = f"{tabled.ROWS:,} rows"
    ratios = [
        f"sorting {rows} to {tabled.SOME:,}: {many.sorts / few.sorts:.1f}",
        f"drawing a map of {rows} to {tabled.SOME:,}: {many.maps / few.maps:.1f}",
    ]
    return ratios, [
        Measured(f"{rows}: sorted and painted", many.sorts, 400, "ms"),
        Measured(f"{rows}: drawn as a map", many.maps, 500, "ms"),
        Measured(
            f"{rows}: frames while scrolling, to {tabled.SOME:,}",
            many.frames / few.frames,
            0.8,
            "",
            least=True,
        ),
        Measured(f"{rows}: part of the frames without rows", many.blank, 0.05, ""),
    ]


def main() -> int:
    """Measure, tell, and return 1 when a limit does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures to a file as well")
    asked = parser.parse_args()
    chromium = shutil.which("chromium")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(assemble(Settings(), DrawnAnswers())) as site,
        served(create_app(Settings(), _register(Path(folder)))) as asked_site,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        ratios, figures = measure(browser, site, Path(folder))
        more, others = table(browser, asked_site)
        ratios, figures = ratios + more, figures + others
        browser.close()
    print(*ratios, sep="\n")
    for one in figures:
        bound = f"{'>=' if one.least else '<='} {one.limit:g} {one.unit}"
        verdict = "holds" if one.holds else "DOES NOT HOLD"
        print(f"{one.task}: {one.found:.{1 if one.unit else 2}f} {one.unit} ({bound}: {verdict})")
    if asked.json:
        told: dict[str, Any] = {"ratios": ratios, "figures": [asdict(one) for one in figures]}
        asked.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    return 0 if all(one.holds for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
