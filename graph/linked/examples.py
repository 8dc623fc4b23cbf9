"""One statement of the store for each term of the ontology, to show what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from graph.linked.names import FACTS, NamedThing, Names
from graph.linked.things import Words
from graph.store.graphs import ENTAILED, is_managed
from graph.store.protocol import Reader
from ontology.terms import CLASSES, PROPERTIES

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_ENTAILED = NamedNode(ENTAILED)
_LOOKED_AT = 24  # statements, among which one with names on both sides is preferred


@dataclass(frozen=True, slots=True)
class Example:
    """A thing of a class, or a thing, its property and the other end (None for a class)."""

    subject: NamedThing
    value: NamedThing | Words | None = None


def examples(reader: Reader) -> Mapping[str, Example]:
    """Return a statement for each class and property that the store uses, by its address."""
    names = Names(reader)
    found = {iri: _member(reader, names, iri) for iri in CLASSES}
    found |= {iri: _statement(reader, names, iri) for iri in PROPERTIES}
    return {iri: example for iri, example in found.items() if example is not None}


def _member(reader: Reader, names: Names, iri: str) -> Example | None:
    for quad in _quads(reader, _TYPE, NamedNode(iri)):
        if isinstance(quad.subject, NamedNode):
            return Example(NamedThing(quad.subject.value, names.shown(quad.subject.value)))
    return None


def _statement(reader: Reader, names: Names, iri: str) -> Example | None:
    quads = [q for q in _quads(reader, NamedNode(iri), None) if isinstance(q.subject, NamedNode)]
    best = min(quads, key=lambda quad: _plainness(names, quad), default=None)
    if best is None:
        return None
    assert isinstance(best.subject, NamedNode)  # chosen among these
    subject, end = best.subject.value, best.object
    value: NamedThing | Words
    if isinstance(end, NamedNode):
        value = NamedThing(end.value, names.shown(end.value))
    else:
        assert isinstance(end, Literal)  # the store keeps no blank nodes of its own
        value = Words(end.value, end.language)
    return Example(NamedThing(subject, names.shown(subject)), value)


def _plainness(names: Names, quad: Quad) -> int:
    """Return how many ends of a statement have no name: fewer are plainer to read."""
    ends = [end.value for end in (quad.subject, quad.object) if isinstance(end, NamedNode)]
    return sum(names.told(end) is None for end in ends)


def _quads(reader: Reader, predicate: NamedNode, value: NamedNode | None) -> Iterator[Quad]:
    """Yield some statements, facts first; of the graphs that are managed alone."""
    seen = 0
    for quads in (
        reader.quads(None, predicate, value, FACTS),
        reader.quads(None, predicate, value, _ENTAILED),
        _managed(reader.quads(None, predicate, value)),
    ):
        for quad in quads:
            yield quad
            seen += 1
            if seen == _LOOKED_AT:
                return
        if seen:
            return


def _managed(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (
        quad
        for quad in quads
        if isinstance(quad.graph_name, NamedNode) and is_managed(quad.graph_name.value)
    )
