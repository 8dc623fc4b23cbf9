"""What users write in our terms, and must therefore have the shapes of the ontology.

Graphs of users are theirs: RDF that uses none of our terms is no business of ours. A thing that is
said to be of one of our classes, or that has one of our properties, is judged, in each graph by
itself, with what the graph says of its neighbours and what the facts say of theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from graph.store.graphs import graph_label, is_managed
from graph.store.protocol import Change, GraphName, Reader, Subject
from ontology import terms as cas

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RESTS_ON = NamedNode(cas.restsOn)
_FACTS = DefaultGraph()
#: How the address begins that stands for a blank node.
BLANK = "urn:cascade:blank:"


@dataclass(frozen=True, slots=True)
class Judged:
    """What of one graph is to be judged: the things themselves, and all that bears on them.

    A blank node stands as an address that begins with `BLANK`, so that a report can name it.
    """

    graph: str
    things: frozenset[str]
    triples: frozenset[Triple]


def to_judge(reader: Reader, change: Change) -> tuple[Judged, ...]:
    """Return what a change says in our terms, by graph, as it would stand after the change.

    Parameters
    ----------
    reader : the store before the change.
    change : what leaves and enters; managed graphs are left alone, they are kept by other means.
    """
    entering: dict[str, set[Subject]] = defaultdict(set)
    for quad in change.added:
        graph = graph_label(quad)
        if not is_managed(graph or None):
            entering[graph].add(quad.subject)
    found = (_judged(_After(reader, change, graph), entering[graph]) for graph in sorted(entering))
    return tuple(one for one in found if one.things)


def graph_to_judge(reader: Reader, graph: str) -> Judged | None:
    """Return what a whole graph of a user says in our terms; None when it uses none of them."""
    quads = tuple(reader.quads(graph=NamedNode(graph)))
    after = _After(reader, Change(), graph)
    judged = _judged(after, {quad.subject for quad in quads})
    return judged if judged.things else None


class _After:
    """One graph as it would stand after a change.

    Parameters
    ----------
    reader, change : the store before the change, and the change.
    graph : name of the graph.
    """

    def __init__(self, reader: Reader, change: Change, graph: str) -> None:
        self.graph = graph
        self.reader = reader
        self._name: GraphName = NamedNode(graph)
        self._removed = {quad for quad in change.removed if graph_label(quad) == graph}
        self._added: dict[Subject, list[Quad]] = defaultdict(list)
        for quad in change.added:
            if graph_label(quad) == graph:
                self._added[quad.subject].append(quad)

    def about(self, subject: Subject) -> set[Triple]:
        """Return what the graph would say of a thing."""
        stored = self.reader.quads(subject, None, None, self._name)
        kept = {quad.triple for quad in stored if quad not in self._removed}
        return kept | {quad.triple for quad in self._added[subject]}

    def resting_on(self, thing: NamedNode) -> Iterator[Triple]:
        """Yield what would be said to rest on a thing."""
        for quad in self.reader.quads(None, _RESTS_ON, thing, self._name):
            if quad not in self._removed:
                yield quad.triple
        for quads in list(self._added.values()):
            yield from (q.triple for q in quads if q.predicate == _RESTS_ON and q.object == thing)


def _judged(after: _After, subjects: Iterable[Subject]) -> Judged:
    things: set[str] = set()
    triples: set[Triple] = set()
    for subject in subjects:
        if isinstance(subject, Triple):
            continue
        about = after.about(subject)
        if _is_ours(about):
            things.add(_stand_in(subject).value)
            triples |= about
    pointed_at = {triple.object for triple in triples if isinstance(triple.object, NamedNode)}
    for other in pointed_at:
        if other.value in things:
            triples.update(after.resting_on(other))
        else:
            triples |= after.about(other) or {
                quad.triple for quad in after.reader.quads(other, None, None, _FACTS)
            }
    plain = (_plain(triple) for triple in triples)
    return Judged(after.graph, frozenset(things), frozenset(one for one in plain if one))


def _is_ours(about: Iterable[Triple]) -> bool:
    """Tell whether a thing is of one of our classes or has one of our properties."""
    return any(
        triple.predicate.value.startswith(cas.ONTOLOGY)
        or (
            triple.predicate == _TYPE
            and isinstance(triple.object, NamedNode)
            and triple.object.value.startswith(cas.ONTOLOGY)
        )
        for triple in about
    )


def _plain(triple: Triple) -> Triple | None:
    """Return a triple without blank nodes; None for one about another triple: no shape is."""
    subject, value = triple.subject, triple.object
    if isinstance(subject, Triple) or isinstance(value, Triple):
        return None
    end = value if isinstance(value, Literal) else _stand_in(value)
    return Triple(_stand_in(subject), triple.predicate, end)


def _stand_in(node: NamedNode | BlankNode) -> NamedNode:
    return node if isinstance(node, NamedNode) else NamedNode(BLANK + node.value)
