"""A lineage as Lược đồ shows it: counts for what is closed, documents for what is open."""

from __future__ import annotations

from graph.lineage.documents import find_document
from graph.lineage.facts import Facts
from graph.lineage.opening import opened_rows
from graph.lineage.outline import outline
from graph.lineage.selection import select
from graph.lineage.spread import spread
from graph.lineage.units import UnitSet
from graph.model import (
    CENTRE,
    Document,
    LineageRow,
    Scene,
    SceneQuestion,
    Selection,
    Spread,
    View,
)
from graph.store.protocol import Reader

UNIT_SET = 34
_OPENED_ALL = 6  # units with documents up to which all are open from the start
_OPENED_FIRST = 4  # else those whose documents came first
_SHOWN = 12  # documents of one level that an open unit shows
_SHOWN_WHOLE = 400


def scene(reader: Reader, question: SceneQuestion) -> Scene:
    """Return what a page of Lược đồ shows.

    Parameters
    ----------
    reader : one generation of the store.
    question : which lineage, and what of it is open.

    Raises
    ------
    NotFound, AmbiguousDocument : the root is not named by what was given.
    """
    root, view = find_document(reader, question.document), question.view
    counted = spread(reader, root, view, unit_set=UNIT_SET)
    selection = select(reader, root, view, question.chosen) if question.chosen else None
    heirs = _Heirs(UnitSet(Facts(reader), UNIT_SET))
    opened = _opened(counted, question, selection, heirs)
    most = {unit: _SHOWN_WHOLE if unit in question.whole else _SHOWN for unit in (CENTRE, *opened)}
    chosen = selection.document.iri if selection else None
    rows = opened_rows(reader, root, view, most, always=chosen, unit_set=UNIT_SET)
    return Scene(
        outline=outline(reader, root, view),
        whole=outline(reader, root, _whole(view)),
        spread=counted,
        rows=rows,
        opened=opened,
        heirs=heirs.of(rows),
        whole_units=question.whole,
        selection=selection,
    )


def _whole(view: View) -> View:
    """Return a view without its choices: what facets count."""
    return View(down=view.down, depth=view.depth, as_of=view.as_of)


class _Heirs:
    """For which units of today a unit counts."""

    def __init__(self, units: UnitSet) -> None:
        self._units = units
        self._known: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, unit: str) -> tuple[str, ...]:
        if unit not in self._known:
            self._known[unit] = tuple(sorted(self._units.stands_for(unit)))
        return self._known[unit]

    def of(self, rows: tuple[LineageRow, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return them for every unit that issued a document of some rows."""
        units = dict.fromkeys(row.document.unit_iri for row in rows if row.document.unit_iri)
        return tuple((unit, self[unit]) for unit in units)


def _opened(
    counted: Spread, question: SceneQuestion, selection: Selection | None, heirs: _Heirs
) -> tuple[str, ...]:
    wanted = set(_first(counted) if question.opened is None else question.opened)
    if selection:
        chain: list[Document] = [selection.document, *(step.object for step in selection.steps)]
        wanted |= {heir for one in chain if one.unit_iri for heir in heirs[one.unit_iri]}
    return tuple(unit.iri for unit in counted.units if unit.iri in wanted and unit.documents)


def _first(counted: Spread) -> list[str]:
    """Return the units that are open from the start: all of few, else those that came first."""
    having = [unit for unit in counted.units if unit.documents]
    if len(having) > _OPENED_ALL:
        dated = [unit for unit in having if unit.first]
        having = sorted(dated, key=lambda unit: (unit.first, unit.iri))[:_OPENED_FIRST]
    return [unit.iri for unit in having]
