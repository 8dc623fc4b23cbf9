"""What a check of the store found, as lines."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text as Line

from api.render.screen import FAINT, STRONG, WARNING, Screen, printable
from graph.check import Flaw
from graph.errors import Text
from ontology.terms import DATA

_GRAVE = Text("Lỗi", "Error")
_DOUBTFUL = Text("Cần xem lại", "To review")


def flaw_lines(flaw: Flaw, screen: Screen) -> Iterable[Line]:
    """Return how grave a flaw is, what is wrong, where, what stands there, and in whose graph."""
    kind = screen.say(_GRAVE if flaw.grave else _DOUBTFUL)
    place = printable(flaw.place.strip("<>").removeprefix(DATA))
    value = f" = {printable(flaw.value)}" if flaw.value else ""
    graph = f" <{printable(flaw.graph)}>" if flaw.graph else ""
    yield Line.assemble((f"{kind}: ", STRONG if flaw.grave else WARNING), screen.say(flaw.message))
    yield Line.assemble("  ", (f"{place}{value}{graph}", FAINT), (f"  ({flaw.rule})", FAINT))
