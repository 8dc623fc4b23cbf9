"""What the rest of Cascade may ask of a store, whichever engine stands behind it.

RDF terms are pyoxigraph's, used as plain values. A store is a row of whole generations: a reader
sees one of them from beginning to end, a writer makes the next one or none at all. Engines may
keep numbers and dates by value: `"007"^^xsd:integer` can come back as `"7"^^xsd:integer`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

from graph.store.learnt import Learnt
from graph.store.streaming import Streamed
from graph.store.texts import Texts

Subject: TypeAlias = NamedNode | BlankNode | Triple
Object: TypeAlias = NamedNode | BlankNode | Literal | Triple
GraphName: TypeAlias = NamedNode | BlankNode | DefaultGraph
Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
#: What a store can be filled with: quads, an RDF file, or a stream of RDF that is checked.
Content: TypeAlias = Iterable[Quad] | Path | Streamed


@dataclass(frozen=True, slots=True)
class Written:
    """A graph that is new, written out: the engine reads it without a word of ours for each quad.

    Parameters
    ----------
    graph : name of the graph; no quad of it may be in the store.
    content : its quads as N-Quads, and what they tell among the facts; no blank nodes.
    about : addresses of what its statements speak of.
    """

    graph: str
    content: bytes
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What leaves and what enters in one transaction; a quad in both stays.

    `written` enters as well; none of it leaves.
    """

    removed: tuple[Quad, ...] = ()
    added: tuple[Quad, ...] = ()
    written: tuple[Written, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything in it."""
        return bool(self.removed or self.added or self.written)


class Reader(Protocol):
    """One whole generation, which nobody changes."""

    @property
    def generation(self) -> int:
        """Return the number of the generation; 0 is the empty store."""
        ...

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Answer:
        """Answer a SPARQL 1.1 query; raise QueryError when it cannot be parsed.

        The query may use `prefixes` as if it declared them; those it declares itself win.
        """
        ...

    def quads(
        self,
        subject: Subject | None = None,
        predicate: NamedNode | None = None,
        object: Object | None = None,
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """Return the quads that match; None matches everything, in `graph` every graph."""
        ...

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the named graphs, sorted."""
        ...


class Store(Protocol):
    """A dataset that moves from one whole generation to the next."""

    @property
    def texts(self) -> Texts:
        """Return the texts of the sources, which lie beside the dataset."""
        ...

    @property
    def learnt(self) -> Learnt:
        """Return what this process learnt of the newest generation when it changed the store."""
        ...

    def read(self) -> AbstractContextManager[Reader]:
        """Open the newest generation; it stays as it is until the reader is left."""
        ...

    def base(self) -> AbstractContextManager[Reader]:
        """Open the newest generation to work out a change of it, for whoever keeps others out.

        True until the change is made, which must not happen before the reader is left.
        """
        ...

    def replace(self, quads: Content) -> int:
        """Put these quads (or this RDF file) in place of everything; return the generation."""
        ...

    def apply(self, change: Change) -> int:
        """Make the change whole or not at all; one that changes nothing makes no generation."""
        ...

    def writing(self) -> AbstractContextManager[object]:
        """Keep other writers out while something is read and then changed on the ground of it."""
        ...
