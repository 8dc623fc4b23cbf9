"""What a form of the name of a body is: its pattern and what is known of it without a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Level


@dataclass(frozen=True, slots=True)
class BodyPattern:
    """One form: what it opens with, its pattern, whether that is local, and its level if fixed.

    `owner` = the body belongs to a Party committee that may be printed further right
    (`Ban Tuyên giáo, Ban Nội chính Tỉnh ủy`); `capital` = the first letter has to be a capital.
    """

    kind: str
    pattern: re.Pattern[str]
    level: Level | None
    capital: bool = False


def form(kind: str, pattern: str, level: Level | None, *, capital: bool = False) -> BodyPattern:
    """Return a form whose name ends where a word does."""
    return BodyPattern(kind, re.compile(pattern + r"(?!\w)"), level, capital)
