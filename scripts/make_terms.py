#!/usr/bin/env python3
"""Write the modules that are generated from the Turtle, or with `--check` tell what drifted."""

from __future__ import annotations

import sys

from ontology import generate


def main(arguments: list[str]) -> int:
    """Return 0 when the files are as they should be, 1 when `--check` found drift."""
    if "--check" not in arguments:
        generate.write()
        return 0
    stale = generate.drifted()
    for path in stale:
        print(f"{path}: không khớp Turtle / drifted: chạy / run scripts/make_terms.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
