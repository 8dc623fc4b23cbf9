"""Names in one spelling: Đ for its look-alikes, the new tone placement, single spaces."""

from __future__ import annotations

import re

from graph.extract.text import Folded

_SPACES = re.compile(r"\s+")


def well_spelt(text: Folded, start: int, end: int) -> str:
    """Return a stretch of a text as a name: `Tỉnh uỷ` → `Tỉnh ủy`, case kept."""
    letters = zip(text.shaped[start:end], text.folded[start:end], strict=True)
    spelt = "".join(
        shaped if shaped.lower() == folded else folded.upper() if shaped.isupper() else folded
        for shaped, folded in letters
    )
    return _SPACES.sub(" ", spelt).strip()
