#!/usr/bin/env python3
"""Run the W3C suites against a service of its own and write docs/conformance.md.

From the checkout: `PYTHONPATH=. .venv/bin/python scripts/conformance.py`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.conformance import table
from tests.house.tree import ROOT


def main() -> int:
    """Return 0 when the page is written, 1 when there are no suites to run."""
    shared = Path(os.environ.get("CASCADE_SHARED") or ROOT.parent / "shared")
    if not table.suite_of(shared).is_dir():
        print(f"không có bộ thử W3C / no W3C suites: {table.suite_of(shared)}")
        return 1
    table.write(shared)
    return 0


if __name__ == "__main__":
    sys.exit(main())
