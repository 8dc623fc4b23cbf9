"""Where a document stands: its bases, its lineage in counts, the chain of what replaced it."""

from __future__ import annotations

from graph.lineage.documents import documents, find_document
from graph.lineage.facts import Facts
from graph.lineage.outline import outline
from graph.lineage.place import place_of
from graph.lineage.relations import parents
from graph.model import Document, View
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.reviewed import NUMBERED, ONE, A, B, C, bring, claim


def names(steps: tuple[tuple[Document, ...], ...]) -> list[list[str]]:
    return [[one.iri for one in step] for step in steps]


def test_counts_are_those_of_the_cascade(reader: Reader) -> None:
    document = find_document(reader, "71/NQ-CP@2025")
    place = place_of(reader, document)
    assert place.below == outline(reader, document, View())
    assert place.above is not None
    assert place.above.documents > 0
    assert {one.iri for one in place.bases} <= set(parents(Facts(reader), document.iri))


def test_the_chain_of_replacement_goes_both_ways(reader: Reader) -> None:
    old, new = (find_document(reader, one) for one in ("105-QĐ/TW", "80-QĐ/TW@XIII"))
    assert new.iri in names(place_of(reader, old).after)[0]
    assert old.iri in names(place_of(reader, new).before)[-1]


def test_a_chain_is_told_step_by_step_and_a_circle_ends() -> None:
    store = MemoryStore()
    edges = ((B, A), (C, B), (A, C))
    told = NUMBERED[:3]
    bring(store, ONE, [*told, *(claim(ONE, s, cas.replaces, o) for s, o in edges[:2])])
    with store.read() as reader:
        (middle,) = documents(reader, [B]).values()
        (last,) = documents(reader, [C]).values()
        assert names(place_of(reader, middle).before) == [[A]]
        assert names(place_of(reader, middle).after) == [[C]]
        assert names(place_of(reader, last).before) == [[A], [B]]
    bring(store, ONE, [*told, *(claim(ONE, s, cas.replaces, o) for s, o in edges)])
    with store.read() as reader:
        (middle,) = documents(reader, [B]).values()
        assert names(place_of(reader, middle).before) == [[C], [A]]
