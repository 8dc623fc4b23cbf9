"""What the layouts of judging answers share: the next page, counts, sections."""

from __future__ import annotations

from rich.text import Text as Line

from api import judging_words, words
from api.render.evidences import evidence_lines
from api.render.screen import FAINT, STRONG, Screen
from graph.errors import Text
from graph.model import Evidence, PathStep

_NEXT = Text("Trang sau", "Next page")
_SHOWN = Text("Đang nêu", "Shown")
_OF = Text("trên", "of")


def section(title: str, screen: Screen) -> list[Line]:
    """Return a blank line and a title."""
    return [Line(""), *screen.wrapped(title, "", STRONG)]


def page_lines(
    before: int, shown: int, total: int, following: str | None, screen: Screen
) -> list[Line]:
    """Return which part of a list is shown and how to ask for the rest; nothing when it is all."""
    if following is None and not before:
        return []
    first, last, whole = (
        words.number(count, screen.language) for count in (before + 1, before + shown, total)
    )
    told = f"{screen.say(_SHOWN)} {f'{first}–{last}' if shown else 0} {screen.say(_OF)} {whole}."
    if following is not None:
        told += f" {screen.say(_NEXT)}: --after {following}"
    return screen.wrapped(told, "", FAINT)


def step_lines(step: PathStep, screen: Screen, lead: str, *, evidence: bool) -> list[Line]:
    """Return one relation as a sentence with its quote, or with all its sources."""
    told = judging_words.step(step, screen.language)
    quote = next((one.quote for one in step.evidence if one.quote), None)
    indent = " " * len(lead)
    if evidence:
        lines = screen.wrapped(told, indent, first=lead)
        return lines + evidence_lines(step.evidence, screen, indent)
    if quote is not None:
        return screen.wrapped(f"{told}: “{quote}”", indent, first=lead)
    return screen.wrapped(f"{told} — {sources(step.evidence)}", indent, first=lead)


def sources(evidence: tuple[Evidence, ...]) -> str:
    """Return the names of sources, each once."""
    return "; ".join(dict.fromkeys(one.source_name for one in evidence))


def places(evidence: tuple[Evidence, ...]) -> str:
    """Return the addresses of sources for a cell, each once."""
    return "; ".join(dict.fromkeys(place for one in evidence for place in one.places))
