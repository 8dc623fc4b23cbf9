"""Names in one spelling: Đ for its look-alikes, the new tone placement, single spaces."""

from __future__ import annotations

from functools import lru_cache

from graph.extract.text import Folded, folded


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """Return a name as it is compared: folded, kept since names recur all through a text."""
    return folded(name)


def well_spelt(text: Folded, start: int, end: int) -> str:
    """Return a stretch of a text as a name: `Tỉnh uỷ` → `Tỉnh ủy`, case kept."""
    spelt, lower = text.shaped[start:end], text.folded[start:end]
    if spelt.lower() != lower:
        letters = zip(spelt, lower, strict=True)
        spelt = "".join(
            kept if kept.lower() == new else new.upper() if kept.isupper() else new
            for kept, new in letters
        )
    return " ".join(spelt.split())
