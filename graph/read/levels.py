"""Lists of the levels of secrecy that a form lets choose from: they mark nothing.

A list stands in one place and names each level once (Luật Bảo vệ bí mật nhà nước 2018, điều 8).
Marks on several pages or in several rows are never one, whatever levels they come to.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LEVELS = frozenset({"MẬT", "TỐIMẬT", "TUYỆTMẬT"})  # without blanks: they may be spaced out
_NONE = frozenset({"THƯỜNG", "KHÔNG", "KHÔNGMẬT"})  # what a list may offer beside them
_FRAME = " \u00a0\t.,:;*()[]{}<>“”\"'-–—_=#+•□☐"


def without_lists(lines: Sequence[str]) -> list[str]:
    """Return the lines of one place without those that list the levels."""
    listed = listing(lines)
    return [line for at, line in enumerate(lines) if at not in listed]


def listing(said: Sequence[str]) -> frozenset[int]:
    """Return which of the lines or cells of one place list the levels: adjacent, each level once.

    Parameters
    ----------
    said : what stands in the place, in its order; nothing that is blank.
    """
    found: set[int] = set()
    start = 0
    levels = [_level(one) for one in said]
    for at, level in enumerate((*levels, None)):
        if level is None:
            run = sorted(one for one in levels[start:at] if one and one not in _NONE)
            if run == sorted(_LEVELS):
                found.update(range(start, at))
            start = at + 1
    return frozenset(found)


def _level(said: str) -> str | None:
    bare = unicodedata.normalize("NFC", said[:40]).strip(_FRAME)
    closed = "".join(bare.split()).upper()
    return closed if closed in _LEVELS or closed in _NONE else None
