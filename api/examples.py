"""Examples for the description of the JSON API: answers of the register that ships, cut short.

`scripts/make_examples.py` makes the file; a test holds it against the shapes.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "web" / "examples.json"


def example_of(name: str) -> Any:
    """Return the example of an operation or of a problem by its name; None where there is none."""
    return _examples().get(name)


@cache
def _examples() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found
