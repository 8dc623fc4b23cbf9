"""Lines for a terminal: data made harmless, wrapped to the width, plain when piped."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text as Line

from graph.errors import Text

_HARMFUL = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_LEAST_WIDTH = 24

STRONG = "bold"
FAINT = "dim"
WARNING = "bold yellow"


@dataclass(frozen=True, slots=True)
class Screen:
    """Where an answer is shown: `width` in columns, None when it is no terminal (no wrapping)."""

    language: str = "vi"
    width: int | None = None

    def say(self, text: Text) -> str:
        """Return a text in the reader's language."""
        return text.within(self.language)

    def wrapped(self, text: str, indent: str, style: str = "", *, first: str = "") -> list[Line]:
        """Return data as lines behind an indent; `first` replaces it on the first line."""
        clean = printable(text)
        first = first or indent
        room = max((self.width or 0) - len(indent), _LEAST_WIDTH)
        parts = [clean] if self.width is None else _wrap(clean, room)
        return [
            Line.assemble((first if place == 0 else indent, FAINT), (part, style))
            for place, part in enumerate(parts or [""])
        ]


def printable(text: str) -> str:
    """Return data with control, format and private characters spelled out, on one line.

    An escape sequence in a title is then seen and not obeyed, and text that is set from right to
    left cannot pose as another.
    """
    flat = " ".join(unicodedata.normalize("NFC", text).split())
    if flat.isascii() and flat.isprintable():
        return flat
    return "".join(_spelled(letter) if _harmful(letter) else letter for letter in flat)


def show(console: Console, lines: Iterable[Line]) -> None:
    """Write lines as they are: no markup, no cropping, no trailing blanks."""
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)


def joined(parts: Iterable[str | None], separator: str = " · ") -> str:
    """Return the parts that are known, made harmless, in one line."""
    return separator.join(printable(part) for part in parts if part)


def _wrap(text: str, room: int) -> list[str]:
    return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)


def _harmful(letter: str) -> bool:
    return unicodedata.category(letter) in _HARMFUL


def _spelled(letter: str) -> str:
    return ascii(letter)[1:-1]
