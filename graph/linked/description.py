"""What the store says of one address: a page of it at a time, and whether there is more.

Only graphs that Cascade itself manages speak here; what users write into graphs of their own is
theirs to ask for. A page is never passed off as the whole: a resolution has thousands of documents
that carry it out, and a description of any size would not be an answer to "what is this".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Triple

from graph.errors import NotFound, Text
from graph.linked.names import FACTS, VOCABULARY, Names, source_of
from graph.store.graphs import ENTAILED, GRAPH_PREFIX
from graph.store.protocol import GraphName, Reader
from ontology import terms as cas

#: Statements on one page of a description, labels of what they name not counted.
DESCRIBED = 400
_RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_ENTAILED = NamedNode(ENTAILED)
_HOLDER = NamedNode(cas.holder)

#: The program that reads and records, as an agent of PROV.
AGENT = f"{cas.DATA}agent/cascade"
_SOFTWARE = NamedNode("http://www.w3.org/ns/prov#SoftwareAgent")
_NAMED_GRAPH = NamedNode("http://www.w3.org/ns/sparql-service-description#NamedGraph")
_FIXED = {
    AGENT: (_SOFTWARE, Text("Phần mềm Cascade", "The software Cascade")),
    f"{GRAPH_PREFIX}facts": (
        _NAMED_GRAPH,
        Text("Đồ thị dữ kiện: đồ thị mặc định của kho", "Graph of facts: the default graph"),
    ),
    f"{GRAPH_PREFIX}entailed": (
        _NAMED_GRAPH,
        Text("Đồ thị những điều suy ra từ dữ kiện", "Graph of what follows from the facts"),
    ),
    f"{GRAPH_PREFIX}ontology": (
        _NAMED_GRAPH,
        Text("Đồ thị bản thể và từ vựng", "Graph of the ontology and its vocabularies"),
    ),
    f"{GRAPH_PREFIX}review": (
        _NAMED_GRAPH,
        Text("Đồ thị quyết định duyệt phát biểu", "Graph of the decisions on claims"),
    ),
    f"{GRAPH_PREFIX}identity": (
        _NAMED_GRAPH,
        Text("Đồ thị quyết định về danh tính", "Graph of the decisions on identity"),
    ),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One page of what is said of a thing: statements from it and towards it.

    `number` counts pages from 1; `more` tells that another follows. `named` are the labels of what
    the statements name, for readers; they are no statements about the thing.
    """

    iri: str
    generation: int
    number: int
    triples: tuple[Triple, ...]
    named: tuple[Triple, ...] = ()
    more: bool = False


def described(reader: Reader, iri: str, number: int = 1, size: int = DESCRIBED) -> Piece:
    """Return a page of what is said of an address.

    Parameters
    ----------
    reader : one generation of the store; pages of one generation are in one order.
    iri : the address.
    number : which page, from 1.
    size : statements on a page.

    Raises
    ------
    NotFound : nothing is said of the address, or there is no such page.
    """
    start = (number - 1) * size
    found = tuple(islice(_said(reader, iri), start, start + size + 1))
    if not found:
        raise nothing_said(iri) if number == 1 else _no_page(iri, number)
    triples = tuple(dict.fromkeys(found[:size]))
    return Piece(
        iri, reader.generation, number, triples, _labels(reader, iri, triples), len(found) > size
    )


def _said(reader: Reader, iri: str) -> Iterator[Triple]:
    """Yield what is said of a thing, then what is said towards it, as the store keeps it."""
    thing = NamedNode(iri)
    graphs: list[GraphName] = [FACTS, _ENTAILED, VOCABULARY]
    own = source_of(iri)
    if own is not None:
        graphs.append(NamedNode(own))
    if iri in _FIXED:
        kind, name = _FIXED[iri]
        yield Triple(thing, _RDF_TYPE, kind)
        yield from _named(thing, name)
    for graph in graphs:
        yield from (quad.triple for quad in reader.quads(thing, None, None, graph))
    for graph in graphs:
        for quad in reader.quads(None, None, thing, graph):
            yield quad.triple
            if quad.predicate == _HOLDER:
                # What a tenure is stands with the person: it is nothing without.
                yield from (one.triple for one in reader.quads(quad.subject, None, None, graph))


def _labels(reader: Reader, iri: str, triples: tuple[Triple, ...]) -> tuple[Triple, ...]:
    """Return the labels of what the statements name, each in both languages."""
    names, said = Names(reader), set(triples)
    ends = (end for triple in triples for end in (triple.subject, triple.object))
    things = {end.value: end for end in ends if isinstance(end, NamedNode) and end.value != iri}
    labels = (
        Triple(thing, _LABEL, Literal(text, language=language))
        for address, thing in sorted(things.items())
        for text, language in names.labels(address)
    )
    return tuple(label for label in labels if label not in said)


def _named(thing: NamedNode, name: Text) -> Iterator[Triple]:
    yield Triple(thing, _LABEL, Literal(name.vi, language="vi"))
    yield Triple(thing, _LABEL, Literal(name.en, language="en"))


def nothing_said(iri: str) -> NotFound:
    """Return the error of an address of which the store says nothing."""
    return NotFound(
        Text("Kho này không nói gì về địa chỉ ấy", "This store says nothing of that address"),
        place=iri,
        remedy=Text("tìm theo số hoặc tên", "search by number or name"),
    )


def _no_page(iri: str, number: int) -> NotFound:
    return NotFound(
        Text(f"Mô tả này không có trang {number}", f"This description has no page {number}"),
        place=iri,
        remedy=Text("bắt đầu từ trang 1", "begin with page 1"),
    )
