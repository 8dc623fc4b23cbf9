"""Take the pictures of docs/: pages with what the demonstration holds.

Needs a server (`cascade serve`) and Chromium: `.venv/bin/python scripts/take_picture.py`; names
(`matrix.png`) choose some of the pictures.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ADDRESS = "http://127.0.0.1:8765"
FOLDER = Path(__file__).resolve().parent.parent / "docs"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
#: Address, width and height of each.
PICTURES = {
    "cascade.png": ("/luoc-do?doc=57-NQ/TW", 1280, 760),
    "matrix.png": ("/ma-tran?tinh=Quảng Ninh", 1440, 900),
    "alerts.png": ("/canh-bao?ngay=2026-10-01", 1440, 900),
}


def main(arguments: list[str]) -> None:
    """Take pictures from the pages served at an address."""
    address = next((one for one in arguments if one.startswith("http")), ADDRESS)
    chosen = [one for one in arguments if one in PICTURES] or list(PICTURES)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        for name in chosen:
            take(browser, address, name)
        browser.close()


def take(browser: Browser, address: str, name: str) -> None:
    """Take one picture, in light colours, when its fonts are there."""
    path, width, height = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(address + path)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=FOLDER / name)
    page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
