"""The figures of the first page count what they say."""

from __future__ import annotations

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.lineage.overview import overview
from graph.resolve.identity import DocumentKey
from graph.store.memory import MemoryStore
from ontology import terms as cas

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SOURCE = NamedNode(cas.DATA + "source/a")


def node(path: str) -> NamedNode:
    return NamedNode(cas.DATA + path)


def fact(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(node(subject), NamedNode(predicate), value, DefaultGraph())


def address(row: str, value: str) -> Quad:
    return Quad(node(row), NamedNode(cas.address), Literal(value), SOURCE)


ROOT = "document/tw/nq/57/xiii"
PARTS = ("ha-giang", "tuyen-quang", "ca-mau")


def quads() -> list[Quad]:
    found = [Quad(node(ROOT), TYPE, NamedNode(cas.Document), DefaultGraph())]
    for numeral, unit in enumerate(PARTS, start=1):
        child = f"document/tu/{unit}/ctr/{numeral}/2020-2025"
        found.append(Quad(node(child), TYPE, NamedNode(cas.Document), DefaultGraph()))
        found.append(fact(child, cas.unit, node(f"unit/{unit}")))
        for relation in (cas.implements, cas.restsOn, cas.cites):
            found.append(fact(child, relation, node(ROOT)))
    for unit in PARTS[:2]:
        found.append(fact(f"unit/{unit}", cas.mergedInto, node("unit/tuyen-quang-2025")))
        found.append(fact(f"unit/{unit}", cas.unitSet, Literal("63")))
    for unit in ("tuyen-quang-2025", "ca-mau"):
        found.append(fact(f"unit/{unit}", cas.unitSet, Literal("34")))
    rows = {"row/1": "https://a.vn/1", "row/2": "https://a.vn/1", "row/3": "general knowledge"}
    return found + [address(row, value) for row, value in rows.items()]


def test_what_is_counted() -> None:
    assert DocumentKey.parse(cas.DATA + ROOT)
    with MemoryStore(quads()).read() as reader:
        said = overview(reader)
    assert (said.documents, said.edges) == (4, 3)
    assert said.sources == 1, "an address named twice is one, words are none"
    assert said.units == 2, "two units that went into one are one"
    assert [(document.iri, units) for document, units in said.widest] == [(cas.DATA + ROOT, 2)]


def test_an_empty_store_holds_nothing() -> None:
    with MemoryStore().read() as reader:
        assert overview(reader).widest == ()
        assert overview(reader).documents == 0
