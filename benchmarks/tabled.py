"""A hundred thousand rows on the SPARQL page: sorted, scrolled, drawn as a map, in a real browser.

A thousand rows on the same page are measured beside them: scrolling must not tell them apart.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from playwright.sync_api import Browser, Page

ROWS, SOME = 100_000, 1_000
TIMES = 3
_SIZE = {"width": 1440, "height": 900}
_UNITS = "ha-noi hue an-giang-2025 ca-mau-2025 cao-bang dien-bien lai-chau lang-son nghe-an son-la"
# Milliseconds of a deed, from its call to the frame that shows it.
_PAINTED = """deed => new Promise(done => { const start = performance.now();
  document.querySelector(deed).click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); })"""
_SCROLLED = """async seconds => { const box = document.querySelector('.tablebox');
  const most = box.scrollHeight - box.clientHeight; let frames = 0; let blank = 0;
  const start = performance.now();
  await new Promise(done => { const step = () => { frames += 1;
    box.scrollTop = (most * ((frames * 37) % 1000)) / 1000;
    setTimeout(() => { const at = box.getBoundingClientRect();
      const met = document.elementFromPoint(at.x + 40, at.y + at.height / 2);
      if (!met || met.closest('.blank')) blank += 1; });
    if (performance.now() - start < seconds * 1000) requestAnimationFrame(step); else done(); };
    requestAnimationFrame(step); });
  return [frames / ((performance.now() - start) / 1000), blank / frames]; }"""


@dataclass(frozen=True, slots=True)
class Tabled:
    """Milliseconds to sort, to draw as a map, frames a second and the part without rows."""

    sorts: float
    maps: float
    frames: float
    blank: float


def asked(rows: int) -> str:
    """Return a query with so many rows of a number, a name and a province."""
    digits = "abcde"[: len(str(rows)) - 1]
    values = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(10)))} }}" for name in digits)
    number = " + ".join(f"{10**place} * ?{name}" for place, name in enumerate(digits))
    units = " ".join(f"({place} unit:{slug})" for place, slug in enumerate(_UNITS.split()))
    return (
        "PREFIX unit: <https://w3id.org/cascade-vn/id/unit/>\n"
        f"SELECT ({number} AS ?n) (CONCAT('Kế hoạch số ', STR(?n)) AS ?name) ?unit {{ {values} "
        f"VALUES (?a ?unit) {{ {units} }} }}"
    )


@contextmanager
def shown(browser: Browser, site: str, rows: int) -> Iterator[Page]:
    """Open the page with the answer in its table."""
    context = browser.new_context(viewport=_SIZE)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{site}/truy-van?q={quote(asked(rows))}")
    page.wait_for_selector(".cm-content")
    page.click("#run")
    page.wait_for_selector(".results tbody tr:not(.blank)")
    yield page
    context.close()


def tabled(browser: Browser, site: str, rows: int) -> Tabled:
    """Return what so many rows cost: medians of sorting by number and by name, and of a map."""
    with shown(browser, site, rows) as page:
        sorts = [
            float(page.evaluate(_PAINTED, f".results th:nth-child({1 + time % 2}) button"))
            for time in range(2 * TIMES)
        ]
        frames, blank = page.evaluate(_SCROLLED, 3)
        page.evaluate(_PAINTED, "[data-view=ban-do]")
        page.wait_for_selector(".country a")  # the drawing of the provinces has come
        maps = []
        for _ in range(TIMES):
            page.evaluate(_PAINTED, "[data-view=bang]")
            maps.append(float(page.evaluate(_PAINTED, "[data-view=ban-do]")))
        return Tabled(statistics.median(sorts), statistics.median(maps), frames, blank)
