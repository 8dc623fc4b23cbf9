"""One relation of a lineage, looked at: its chain to the root, and what hangs beside it."""

from __future__ import annotations

from itertools import pairwise

from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import NONE
from graph.lineage.index.keeper import index_for
from graph.lineage.outline import page
from graph.lineage.paths import step_between
from graph.lineage.seen import see
from graph.lineage.views import bits_of
from graph.model import Document, Lag, LineageRow, Selection, View
from graph.store.protocol import Reader

_LOOKED_AT = 200  # documents that hang on the same one, of which the siblings are found


def select(reader: Reader, root: Document, view: View, chosen: str) -> Selection | None:
    """Return the chain between a document of a lineage and its root, with its siblings.

    Parameters
    ----------
    reader : one generation of the store.
    root : where the lineage starts.
    view : what is walked.
    chosen : address of the document.

    Returns
    -------
    The steps of a shortest chain from the root; None when the document is not reached.
    """
    facts, index = Facts(reader), index_for(reader)
    seen = see(index, root.iri, view)
    number = index.names.find(chosen)
    found = document_of(facts, chosen)
    if number in (NONE, seen.root) or found is None or seen.reached.place(number) == NONE:
        return None
    way = seen.reached.chain(seen.reached.place(number))
    ends = ((one, other) if view.down else (other, one) for one, other in pairwise(way))
    bits = bits_of(view.relations)
    steps = tuple(
        step_between(facts, index, below, above, bits=bits, forward=view.down)
        for above, below in ends
    )
    beside = page(
        reader, root, view, limit=_LOOKED_AT, under=index.names[way[-2]], evidence=False
    ).rows
    return Selection(found, steps, _siblings(beside, found))


def _siblings(rows: tuple[LineageRow, ...], chosen: Document) -> tuple[LineageRow, ...]:
    """Return the rows of the level of a document that have a lag, soonest first."""
    own = [row for row in rows if row.document.level == chosen.level and row.total_lag]
    return tuple(sorted(own, key=_soon))


def _soon(row: LineageRow) -> tuple[int, int, str]:
    lag = row.total_lag or Lag(0, 0)
    return lag.least, lag.most, row.document.iri
