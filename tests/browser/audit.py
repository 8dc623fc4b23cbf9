"""What every page must pass in a browser: nothing from elsewhere, nothing said, nothing cut off."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.house.tree import ROOT

ColorScheme = Literal["light", "dark"]
SIZES = ((1440, 900), (1024, 768), (390, 844))
#: A journey at each size; what is tried quickly is the first.
IN_TURN = (SIZES[0], *(pytest.param(one, marks=pytest.mark.long) for one in SIZES[1:]))
_AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_MENU = """() => { const menu = document.querySelector('.top nav');
  return menu ? menu.scrollWidth - menu.clientWidth : 0; }"""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: Text that shows, with the size of its letters as they are painted: a drawing is scaled.
_SMALL = """() => [...document.querySelectorAll('body *')].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
    && e.getBoundingClientRect().width > 1
  ).map(e => { const svg = e.ownerSVGElement; const scale = svg && svg.getScreenCTM()
    ? svg.getScreenCTM().d : 1;
    const size = parseFloat(getComputedStyle(e).fontSize) * scale;
    return [size, e.tagName, e.textContent.slice(0, 40)];
  }).filter(([size]) => size < 10.9)"""
_RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(v =>
    [v.id, v.nodes.length, v.nodes.slice(0, 3).map(n => n.html.slice(0, 160))])"""


@dataclass
class Watched:
    """A page with everything that it asked for and said since it was opened."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", self._dismiss)

    def _dismiss(self, dialog: Any) -> None:
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def outside(self, site: str) -> list[str]:
        """Return what was asked of anybody else."""
        return [url for url in self.asked if not url.startswith((site + "/", "blob:" + site))]

    def flaws(self) -> list[object]:
        """Return what is cut off or too small to read, at each size."""
        found: list[object] = []
        self.page.evaluate("document.fonts.ready")
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            if over := self.page.evaluate(_OVERFLOW):
                found.append(f"{over} pixels cut off at {width}")
            if over := self.page.evaluate(_MENU):
                found.append(f"{over} pixels of the menu cut off at {width}")
            found += [(width, *small) for small in self.page.evaluate(_SMALL)]
        return found

    def violations(self) -> list[object]:
        """Return what axe-core finds; skip where it is not installed."""
        if not _AXE.is_file():
            pytest.skip("axe-core is not installed (npm ci)")
        self.page.evaluate(_AXE.read_text(encoding="utf-8"))
        return list(self.page.evaluate(_RUN))


def audit(browser: Browser, site: str, scheme: ColorScheme, address: str) -> None:
    """See that a page, with all of it unfolded, is whole, says nothing and asks nobody else."""
    context = browser.new_context(color_scheme=scheme)
    watched = Watched(context.new_page())
    watched.page.goto(site + address)
    watched.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert watched.flaws() == []
    assert watched.outside(site) == []
    assert watched.violations() == []
    assert watched.said == []
    context.close()


def tab_to(page: Page, selector: str, most: int = 200) -> None:
    """Press Tab until what a selector means has the focus, and see that the focus shows."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {most} tabs")
