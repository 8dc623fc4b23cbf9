"""Where the cards of a drawing stand: one band a level, the Centre on top, positions fixed.

Computed here, so that a page opens drawn: the physics of vis-network takes a minute for a thousand
documents, and what it ends with says nothing. Measures are pixels at full size; a card is placed
by its centre.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby

from graph.model import Cascade, Document, Level
from graph.subgraph import walk

CARD = (208, 48)
GAP = (16, 22)
_TITLE, _FOOT = 46, 20
_COLUMNS = (4, 5)  # least and most that can be read at the width of a screen
_READ = 150  # documents that can still be scrolled through; more are looked at from afar
_RATIO = 1.6  # width to height of what is looked at whole


@dataclass(frozen=True, slots=True)
class Card:
    """A document at its place; `above` is the document that it hangs on in the tree."""

    document: Document
    above: str | None
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Band:
    """The documents of one level, from `top` to `bottom`; None: level not known."""

    level: Level | None
    documents: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Every document of a cascade at its place, the root first; `width` is that of the bands."""

    cards: tuple[Card, ...]
    bands: tuple[Band, ...]
    width: int


def place(cascade: Cascade) -> Placed:
    """Return the documents of a cascade in bands.

    In a band, documents that hang on the same one stand together, in order of time; the root
    stands alone in its first row.
    """
    above: dict[str, str | None] = {cascade.root.iri: None}
    documents = {cascade.root.iri: cascade.root}
    for over, node in walk(cascade):
        if not node.repeated:
            documents[node.document.iri] = node.document
            above[node.document.iri] = over.iri
    columns = _columns(len(documents))
    order = {iri: number for number, iri in enumerate(above)}
    ranked = sorted(documents.values(), key=lambda one: _rank(one, cascade.root, above, order))
    cards: list[Card] = []
    bands: list[Band] = []
    top = 0
    for level, members in groupby(ranked, key=lambda one: one.level):
        here = list(members)
        rows = _rows(here, cascade.root, columns)
        for number, row in enumerate(rows):
            y = top + _TITLE + number * (CARD[1] + GAP[1]) + CARD[1] // 2
            cards += _row(row, y, columns, above, centred=row == [cascade.root])
        bottom = top + _TITLE + len(rows) * (CARD[1] + GAP[1]) - GAP[1] + _FOOT
        bands.append(Band(level, len(here), top, bottom))
        top = bottom
    cards.sort(key=lambda card: order[card.document.iri])
    return Placed(tuple(cards), tuple(bands), columns * (CARD[0] + GAP[0]) + GAP[0])


def _rank(
    document: Document, root: Document, above: dict[str, str | None], order: dict[str, int]
) -> tuple[int, bool, int, str, str]:
    """Order documents by level, the root first, then by what they hang on and by time."""
    levels = [*Level, None]
    hangs_on = order.get(above[document.iri] or "", -1)
    issued = str(document.issued or "9999")
    return levels.index(document.level), document is not root, hangs_on, issued, document.iri


def _columns(documents: int) -> int:
    """Return how many cards stand side by side: to be read, else in the shape of a screen."""
    least, most = _COLUMNS
    if documents <= _READ:
        return min(max(documents - 1, least), most)
    width, height = CARD[0] + GAP[0], CARD[1] + GAP[1]
    return max(most, round(math.sqrt(documents * _RATIO * height / width)))


def _rows(documents: list[Document], root: Document, columns: int) -> list[list[Document]]:
    first = [[one] for one in documents if one is root]
    rest = [one for one in documents if one is not root]
    return first + [rest[at : at + columns] for at in range(0, len(rest), columns)]


def _row(
    documents: list[Document],
    y: int,
    columns: int,
    above: dict[str, str | None],
    *,
    centred: bool,
) -> list[Card]:
    step = CARD[0] + GAP[0]
    first = GAP[0] + CARD[0] // 2 + ((columns - 1) * step // 2 if centred else 0)
    return [
        Card(one, above[one.iri], first + number * step, y) for number, one in enumerate(documents)
    ]
