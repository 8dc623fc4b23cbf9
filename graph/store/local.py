"""The store on disk: whole generations, one of which is current.

    <store>/
      lock              flock: whoever writes holds it alone
      CURRENT           which generation counts: small JSON, replaced by one atomic rename
      snapshots/<n>/    generation n as the engine's checkpoint; never changed, read by many
      live/<pid>-<n>/   scratch of a writer: a fork of the current snapshot, by hard links
      texts/            texts of the sources, by SHA-256
      journal/, derived/  what each generation touched, for what is made from it (`journal`)

The rename of CURRENT is the one moment at which a generation comes to be. A writer works on a fork
that nobody else opens and that is thrown away after a failure; a process that writes often keeps
its own from one change to the next, held by a flock, while nobody else writes. So a process that
dies at any moment leaves the previous generation as it was, with nothing to repair, and no counter
has to be kept among the quads, where a query could see it. Readers hold a shared flock on the
folder of their snapshot: it is not removed under them. The newest two generations are kept.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.store.engine import AT_ONCE, EngineReader
from graph.store.journal import Derived, derived
from graph.store.layout import TEXTS, current_mark, read_current
from graph.store.learnt import Learnt
from graph.store.protocol import Change, Content
from graph.store.reading import open_current
from graph.store.texts import FolderTexts
from graph.store.writing import Fork, Writer, writing


class LocalStore:
    """A store in a folder of this machine; safe to share between threads.

    Parameters
    ----------
    path : folder of the store; `replace` and `apply` make it when it does not exist.
    keep : keep the copy that changes are made in from one writer to the next, until `close`: for a
        process that changes the store often.
    processors : how many of them storing a large change may take.
    """

    def __init__(self, path: Path, *, keep: bool = False, processors: int = AT_ONCE) -> None:
        self.path = path
        self._processors = min(processors, AT_ONCE)  # more of them gain nothing
        self._keep = keep
        self._fork: Fork | None = None
        self._mutex = threading.RLock()
        self._writer: Writer | None = None
        self._newest: EngineReader | None = None
        self._learnt = Learnt(lambda: current_mark(path))

    @property
    def texts(self) -> FolderTexts:
        """Return the texts of the sources."""
        return FolderTexts(self.path / TEXTS)

    @property
    def learnt(self) -> Learnt:
        """Return what this process learnt of the newest generation when it changed the store."""
        return self._learnt

    def past(self) -> Derived:
        """Return how the newest generation came to be; the mark is empty where nobody knows."""
        generation = read_current(self.path).generation
        return derived(self.path, generation) or Derived(self.path, generation, "")

    @contextmanager
    def read(self) -> Iterator[EngineReader]:
        """Open the newest generation.

        Raises
        ------
        StoreMissing, StoreDamaged
        """
        yield self._reader()

    @contextmanager
    def base(self) -> Iterator[EngineReader]:
        """Open what the next change will be made in, if it is open, else the newest generation.

        Only for the thread that is `writing`, which must leave it before it makes the change. The
        fork says the same as the generation, and knows where to find what it was asked before.

        Raises
        ------
        StoreMissing, StoreDamaged
        """
        found = self._writer and self._writer.base()
        yield found or self._reader()

    def replace(self, quads: Content) -> int:
        """Load everything afresh beside the old generation, then put it in its place.

        Parameters
        ----------
        quads
            quads, a file whose extension names its RDF format, or a stream of RDF.

        Returns
        -------
        The new generation.

        Raises
        ------
        StoreLocked, StoreReadOnly, StoreFull, StoreDamaged, InputError
        """
        with self.writing() as writer:
            return writer.replace(quads)

    def apply(self, change: Change) -> int:
        """Make the change whole or not at all; return the generation that has it.

        Raises
        ------
        StoreLocked, StoreReadOnly, StoreFull, StoreDamaged
        """
        with self.writing() as writer:
            return writer.apply(change)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Hold the lock over several changes: each is a generation, opening is paid for once."""
        with self._mutex:
            if self._writer is not None:
                yield self._writer
                return
            with writing(self.path, fork=self._fork, at_once=self._processors) as writer:
                self._writer, self._fork = writer, None
                try:
                    yield writer
                finally:
                    self._writer = None
                    if self._keep:
                        self._fork = writer.kept()

    def close(self) -> None:
        """Let go of the snapshot, the fork and what was learnt: they are for who comes next."""
        self._newest = None
        with self._mutex:
            self._learnt.clear()
            if self._fork is not None:
                self._fork.close()
                self._fork = None

    def _reader(self) -> EngineReader:
        newest = self._newest
        if newest is None or newest.generation != read_current(self.path).generation:
            self._newest = newest = open_current(self.path)
        return newest
