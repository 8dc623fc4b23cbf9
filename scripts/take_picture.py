"""Take the pictures of docs/: pages with what the demonstration holds.

Needs a server over the register and the short reports (`cascade build`, `cascade ingest
data/corpus`, `cascade serve`) and Chromium: `.venv/bin/python scripts/take_picture.py`; names
(`matrix.png`) choose some of the pictures, a link of `cascade login-link` shows what may be done.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

from api.web.query_wording import STARTS

ADDRESS = "http://127.0.0.1:8765"
FOLDER = Path(__file__).resolve().parent.parent / "docs"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
_START = tuple(quote(start.text) for start in STARTS)
_SOURCE = "/nguon/ha-tinh-to-chuc-can-bo?xep=kem-chac&chon=7c174060b30df88e"
_CHAIN = "/luoc-do?doc=18-NQ/TW@XII&chon=document/tu/ha-tinh/ctr/920/chua-ro"
#: Address, width, height, light or dark of each.
PICTURES = {
    "cascade.png": ("/luoc-do?doc=57-NQ/TW", 1440, 900, "light"),
    "cascade-chain.png": (_CHAIN, 1440, 900, "light"),
    "cascade-dark.png": ("/luoc-do?doc=29-NQ/TW@2013&ngay=2020-06-01&lang=en", 1440, 900, "dark"),
    "cascade-narrow.png": (_CHAIN, 390, 844, "light"),
    "matrix.png": ("/ma-tran?tinh=Quảng Ninh", 1440, 900, "light"),
    "document.png": ("/id/document/tw/qd/105/xii", 1440, 900, "light"),
    "bodies.png": ("/can-bo?cap=central", 1440, 900, "light"),
    "officials.png": ("/can-bo?muc=can-bo&cap=central", 1440, 900, "light"),
    "official.png": ("/id/official/nguyen-phu-trong", 1440, 900, "light"),
    "alerts.png": ("/canh-bao?ngay=2026-10-01", 1440, 900, "light"),
    "sources.png": (_SOURCE, 1440, 900, "light"),
    "sparql.png": ("/truy-van?cau-hoi=implementing-documents", 1440, 900, "light"),
    "sparql-chart.png": (f"/truy-van?xem=bieu-do&q={_START[1]}", 1440, 1100, "light"),
    "sparql-map.png": (f"/truy-van?xem=ban-do&q={_START[2]}", 1440, 1100, "light"),
    "sparql-network.png": (f"/truy-van?xem=mang&lang=en&q={_START[3]}", 1440, 1100, "dark"),
    "sparql-narrow.png": (f"/truy-van?q={_START[0]}", 390, 844, "light"),
}


def main(arguments: list[str]) -> None:
    """Take pictures from the pages served at an address."""
    link = next((one for one in arguments if "/vao?" in one), None)
    address = next((one for one in arguments if one.startswith("http") and one != link), ADDRESS)
    chosen = [one for one in arguments if one in PICTURES] or list(PICTURES)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        page = browser.new_page()
        if link:
            page.goto(link)
            page.click("main button")
        for name in chosen:
            take(page, address, name)
        browser.close()


def take(page: Page, address: str, name: str) -> None:
    """Take one picture, once fonts are there and what is drawn has come."""
    path, width, height, scheme = PICTURES[name]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address + path)
    page.evaluate("document.fonts.ready")
    if path.startswith("/luoc-do"):
        page.wait_for_selector("#drawing:not(.busy) .d-all")
    if path.startswith("/truy-van"):
        page.click("#run")  # a link runs nothing by itself
        page.wait_for_selector("#shown .sum")
    if "xem=ban-do" in path:
        page.wait_for_selector(".country a")
    if "xem=mang" in path:
        page.wait_for_selector("[data-drawn] canvas")
    page.wait_for_timeout(300)
    page.screenshot(path=FOLDER / name)


if __name__ == "__main__":
    main(sys.argv[1:])
