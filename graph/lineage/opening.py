"""The documents of a lineage that are shown one by one: of the Centre, and of chosen units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from graph.lineage.facts import Facts
from graph.lineage.index.arrays import NONE, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.outline import Rows
from graph.lineage.provinces import Territory, territory_of
from graph.lineage.seen import Seen, see
from graph.lineage.views import in_order
from graph.model import CENTRE, Document, Level, LineageRow, View
from graph.store.protocol import Reader

_LEVELS = list(Level)
_OF_THE_CENTRE = (_LEVELS.index(Level.CENTRAL), _LEVELS.index(Level.MINISTRY))


def opened_rows(
    reader: Reader,
    document: Document,
    view: View,
    most: Mapping[str, int],
    *,
    always: str | None = None,
    unit_set: int = 34,
) -> tuple[LineageRow, ...]:
    """Return documents of some units, the first at each level, in the order of pages.

    Parameters
    ----------
    reader : one generation of the store.
    document : where the lineage starts.
    view : what is walked and what of it is shown.
    most : units of the set (or `CENTRE`) and how many documents of each to show at each level.
    always : address of a document to show wherever it stands in that order.
    unit_set : 63 or 34.
    """
    index, territory = index_for(reader), territory_of(reader, unit_set)
    seen = see(index, document.iri, view)
    picked = {int(one) for group in _groups(seen, territory, most) for one in group}
    wanted = index.names.find(always) if always else NONE
    if wanted != NONE and wanted in seen.shown:
        picked.add(wanted)
    ordered = in_order(index, np.array(sorted(picked), np.int32))
    rows = Rows(Facts(reader), seen, document, evidence=False)
    rows.read(ordered)
    found = (rows.row(int(number)) for number in ordered)
    return tuple(row for row in found if row is not None)


def _groups(seen: Seen, territory: Territory, most: Mapping[str, int]) -> Iterator[Numbers]:
    """Yield the first documents of each unit asked for at each level."""
    index, shown = seen.index, np.sort(seen.shown)
    levels = index.columns.level
    if CENTRE in most:
        yield in_order(index, shown[np.isin(levels[shown], _OF_THE_CENTRE)])[: most[CENTRE]]
    owners, groups = territory.members(shown)
    for place, unit in enumerate(territory.listed):
        if unit.iri in most:
            own = in_order(index, owners[groups == place])
            for level in np.unique(levels[own]):
                yield own[levels[own] == level][: most[unit.iri]]
