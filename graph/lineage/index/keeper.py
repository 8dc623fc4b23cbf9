"""Where an index comes from: made once for a generation, then kept."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from graph.lineage.index.arrays import LineageIndex
from graph.lineage.index.build import index_of
from graph.store.protocol import Reader

_MADE: WeakKeyDictionary[Reader, LineageIndex] = WeakKeyDictionary()


def index_for(reader: Reader) -> LineageIndex:
    """Return the index of the generation that a reader sees."""
    if reader not in _MADE:
        _MADE[reader] = index_of(reader)
    return _MADE[reader]
