"""A store in memory: the same promises as the one on disk, for small data and for tests."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad

from graph.store.engine import EngineReader, changes, fill, make
from graph.store.learnt import Learnt
from graph.store.protocol import Change, Content
from graph.store.texts import MemoryTexts

_PLACE = Path("memory")


class MemoryStore:
    """A store that ends with its process; every generation is a copy, so readers keep theirs.

    Parameters
    ----------
    quads : what it holds at the start; with any, that is generation 1.
    """

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self._mutex = threading.RLock()
        self._engine = pyoxigraph.Store()
        self._generation = 0
        self.texts = MemoryTexts()
        self.learnt = Learnt(lambda: (self._generation,))
        start = list(quads)
        if start:
            self.replace(start)

    @contextmanager
    def read(self) -> Iterator[EngineReader]:
        """Open the newest generation."""
        yield EngineReader(self._generation, self._engine, _PLACE)

    def base(self) -> AbstractContextManager[EngineReader]:
        """Open the newest generation."""
        return self.read()

    def replace(self, quads: Content) -> int:
        """Put these quads (or this RDF file) in place of everything; return the generation."""
        with self._mutex:
            fresh = pyoxigraph.Store()
            fill(fresh, quads)
            return self._publish(fresh)

    def apply(self, change: Change) -> int:
        """Make the change whole or not at all; return the generation that has it."""
        with self._mutex:
            if not changes(self._engine, change):
                return self._generation
            fresh = pyoxigraph.Store()
            fresh.bulk_extend(iter(self._engine))
            make(fresh, change)
            return self._publish(fresh)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep other threads out while something is read and then changed."""
        with self._mutex:
            yield

    def _publish(self, engine: pyoxigraph.Store) -> int:
        self._engine = engine
        self._generation += 1
        return self._generation
