"""What Lược đồ shows of one lineage at once: units in counts, days, and what has been opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.model.answers import Document, UnitState
from graph.model.duties import PathStep
from graph.model.lineages import CascadeOutline, LineageRow, View
from graph.model.values import Level

#: Stands among units for the documents that no unit issued: those of the Centre.
CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class UnitSpread:
    """One unit of a set in a lineage: how many documents at each level, and what that means.

    `first` is the first possible day of its earliest document; None where there is none, or none
    is dated.
    """

    name: str
    iri: str
    region: str | None
    state: UnitState
    by_level: tuple[tuple[Level, int], ...]
    first: date | None

    @property
    def documents(self) -> int:
        """Return how many documents it has at all levels."""
        return sum(count for _, count in self.by_level)


@dataclass(frozen=True, slots=True)
class LevelDays:
    """On which days documents of one level were issued, and how many on each; in order."""

    level: Level | None
    days: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A lineage over the units of a set, and over time.

    `undated` counts the documents of which not even the month is known; they are on no day.
    """

    unit_set: int
    units: tuple[UnitSpread, ...]
    days: tuple[LevelDays, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Selection:
    """One relation of a lineage that is looked at.

    Parameters
    ----------
    document : the document that was chosen.
    steps : from the root to it, or from it up: each a relation of the lineage.
    siblings : documents of its level that hang on the same one, itself among them, soonest first.
    """

    document: Document
    steps: tuple[PathStep, ...]
    siblings: tuple[LineageRow, ...]


@dataclass(frozen=True, slots=True)
class SceneQuestion:
    """What of a lineage is to be shown.

    Parameters
    ----------
    document : what names the root: number, alias or address.
    view : what is walked and what of it is shown.
    opened : addresses of the units whose documents are shown one by one; None: the page chooses.
    whole : those of them of which all documents are shown, not the first at each level alone;
        `CENTRE` stands for the documents of the Centre.
    chosen : address of the document whose chain is looked at.
    """

    document: str
    view: View
    opened: tuple[str, ...] | None = None
    whole: tuple[str, ...] = ()
    chosen: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A lineage with some of it opened; what is not stays in counts.

    Parameters
    ----------
    outline : the lineage in counts, under the view.
    whole : the same without the choices among documents and without a day, for facets.
    spread : the units in counts.
    rows : the documents that are shown one by one: those of the Centre, and of opened units.
    opened : addresses of the units that are open, in the order of the spread.
    heirs : for each unit that issued a document shown, the units of the set for which it counts.
    whole_units : units of which all documents are shown.
    selection : the chain that is looked at.
    """

    outline: CascadeOutline
    whole: CascadeOutline
    spread: Spread
    rows: tuple[LineageRow, ...]
    opened: tuple[str, ...]
    heirs: tuple[tuple[str, tuple[str, ...]], ...]
    whole_units: tuple[str, ...]
    selection: Selection | None

    @property
    def root(self) -> Document:
        """Return the document with which the lineage begins."""
        return self.outline.root
