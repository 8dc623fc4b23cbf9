"""Take the picture of README: the cascade of 57-NQ/TW as the pages show it.

Needs a server (`cascade serve`) and Chromium: `.venv/bin/python scripts/take_picture.py`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PAGE = "/luoc-do?doc=57-NQ/TW"
PICTURE = Path(__file__).resolve().parent.parent / "docs" / "cascade.png"
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


def main(address: str) -> None:
    """Take the picture from the pages served at an address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        page = browser.new_page(viewport={"width": 1280, "height": 760})
        page.goto(address + PAGE)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8765")
