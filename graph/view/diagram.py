"""What Lược đồ is drawn of: bands, bars, cards, chips and links at their places.

Measures are pixels at full size, from the upper left corner. Values only; `graph.view.laying`
computes the places, wording and colours are the page's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.model import Level, LineageRow, UnitState


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """Return the middle from left to right."""
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        """Return the lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Band:
    """The stripe of one level; `units` that have documents there, `elsewhere` of no known unit.

    `level` is the highest of those that the band holds (the Centre holds the ministries), None for
    documents whose level is not known.
    """

    level: Level | None
    box: Box
    documents: int
    units: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class RegionMark:
    """A region under the bars of its units."""

    name: str | None
    box: Box


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit in a band: as high as it has documents there, an empty frame where it has none.

    `reach` is the box in which it can be pointed at.
    """

    level: Level | None
    unit: str
    name: str
    box: Box
    reach: Box
    documents: int
    state: UnitState
    opened: bool


class CardKind(StrEnum):
    """What a card stands for."""

    ROOT = "root"
    DOCUMENT = "document"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Card:
    """A card: the root, one document, or a unit with its documents of the province level.

    `documents` counts what hangs below the root or a document, of a unit what it has at all
    levels; `rest` counts those that have no line of their own.
    """

    kind: CardKind
    level: Level | None
    box: Box
    unit: str | None
    name: str
    rows: tuple[LineageRow, ...]
    documents: int
    rest: int
    chosen: bool


class ChipKind(StrEnum):
    """What a chip stands for: a unit without documents, or documents that are not shown."""

    UNIT = "unit"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Chip:
    """A short name with a small mark; `unit` is what it opens or stands for."""

    kind: ChipKind
    box: Box
    level: Level | None
    unit: str
    name: str
    count: int
    state: UnitState


@dataclass(frozen=True, slots=True)
class Caption:
    """A line of text before chips or over bars; `key` says which."""

    key: str
    box: Box
    count: int
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A line between what stands above and what stands below; both ends are documents or units.

    `stated` = a source says it plainly; `chosen` = part of the chain that is looked at; `relation`
    is the local name of the relation told, empty where the line joins a bar to its card.
    """

    above: str
    below: str
    start: tuple[int, int]
    end: tuple[int, int]
    stated: bool
    chosen: bool
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A lineage drawn: everything at its place."""

    width: int
    height: int
    bands: tuple[Band, ...]
    regions: tuple[RegionMark, ...]
    bars: tuple[Bar, ...]
    cards: tuple[Card, ...]
    chips: tuple[Chip, ...]
    captions: tuple[Caption, ...]
    links: tuple[Link, ...]
