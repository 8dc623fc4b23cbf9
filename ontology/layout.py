"""How generated Python is laid out: as the formatter would, so that it never needs to run."""

from __future__ import annotations

import json
from collections.abc import Iterable

WIDTH = 100


def quoted(text: str) -> str:
    """Return `text` as a Python string literal in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def bracketed(opening: str, items: Iterable[str], *, indent: int = 0) -> str:
    """Return the tuple `opening(items),` on one line where it fits, else one item a line."""
    listed = list(items)
    space = " " * indent
    comma = "," if len(listed) == 1 else ""
    line = f"{space}{opening}({', '.join(listed)}{comma}),"
    if len(line) <= WIDTH:
        return line
    body = "".join(f"{space}    {item},\n" for item in listed)
    return f"{space}{opening}(\n{body}{space}),"
