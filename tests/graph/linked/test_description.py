"""What is said of an address: bounded, in pages, from managed graphs alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from graph.errors import NotFound
from graph.linked.description import AGENT, described
from graph.linked.identity import REPLACED_BY, surviving
from graph.linked.names import Names, source_of
from graph.linked.things import thing_of
from graph.store.graphs import FACTS, IDENTITY, REVIEW, SOURCE_PREFIX
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
THING = NamedNode(f"{cas.DATA}body/x")


def about(count: int, *more: Quad) -> MemoryStore:
    """Return a store in which so many things say something of one."""
    points = (
        Quad(NamedNode(f"{cas.DATA}document/tw/nq/{n}/xiii"), NamedNode(cas.issuedBy), THING)
        for n in range(count)
    )
    name = Quad(THING, LABEL, Literal("Cơ quan X", language="vi"), DefaultGraph())
    return MemoryStore([name, *points, *more])


@given(st.integers(0, 30), st.integers(1, 9))
def test_pages_together_say_everything_once(count: int, size: int) -> None:
    with about(count).read() as reader:
        said: list[Triple] = []
        number = 1
        while True:
            piece = described(reader, THING.value, number, size)
            assert 0 < len(piece.triples) <= size
            said += piece.triples
            if not piece.more:
                break
            number += 1
        assert len(said) == len(set(said)) == count + 1
        with pytest.raises(NotFound):
            described(reader, THING.value, number + 1, size)


def test_a_whole_description_says_that_it_is_whole() -> None:
    with about(3).read() as reader:
        assert not described(reader, THING.value, size=4).more
        assert described(reader, THING.value, size=3).more


def test_of_an_unknown_address_nothing_is_made_up() -> None:
    with about(1).read() as reader, pytest.raises(NotFound) as refused:
        described(reader, f"{cas.DATA}body/y")
    assert refused.value.place == f"{cas.DATA}body/y"


@pytest.mark.parametrize("graph", ["https://example.org/mine", f"{cas.DATA}import/foreign"])
def test_graphs_of_users_do_not_speak(graph: str) -> None:
    forged = Quad(THING, LABEL, Literal("giả mạo", language="vi"), NamedNode(graph))
    with about(0, forged).read() as reader:
        piece = described(reader, THING.value)
        assert [triple.object for triple in piece.triples] == [Literal("Cơ quan X", language="vi")]


def test_labels_are_those_that_are_stated(reader: Reader) -> None:
    piece = described(reader, f"{cas.DATA}body/bo-chinh-tri")
    names = {(t.object.value, t.object.language) for t in piece.named if t.subject != THING}  # type: ignore[union-attr]
    assert ("Cơ quan, tổ chức", "vi") in names
    assert ("Body", "en") in names
    assert ("Ban Chấp hành Trung ương", "vi") in names
    assert ("Ban Chấp hành Trung ương", "en") not in names


@pytest.mark.parametrize(
    "iri",
    [
        f"{cas.DATA}level/province",
        f"{cas.DATA}scheme/levels",
        f"{cas.DATA}type/state/quyet-dinh",
        f"{cas.DATA}unit/ha-tinh",
        f"{cas.DATA}region/tay-nguyen",
        f"{cas.DATA}post/tong-bi-thu",
        f"{SOURCE_PREFIX}register-terms",
        FACTS,
        REVIEW,
        AGENT,
    ],
)
def test_every_kind_of_address_is_told_of(reader: Reader, iri: str) -> None:
    thing = thing_of(reader, described(reader, iri))
    assert thing.name.vi != iri.removeprefix(cas.DATA)
    assert thing.kinds or "/region/" in iri  # a region has a name and no class


def test_every_address_of_the_register_is_told_of(reader: Reader) -> None:
    """No subject of facts or of the vocabulary is left without an answer."""
    kinds: dict[str, str] = {}
    for quad in reader.quads():
        iri = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        if iri.startswith(cas.DATA) and "/claim/" not in iri:  # those are told of as annotations
            kinds.setdefault("/".join(iri.removeprefix(cas.DATA).split("/")[:1]), iri)
    assert len(kinds) >= 15
    for iri in kinds.values():
        assert described(reader, iri).triples


def test_a_tenure_stands_with_its_person(reader: Reader) -> None:
    tenure = next(iter(reader.quads(None, NamedNode(cas.holder))))
    person = tenure.object.value  # type: ignore[union-attr]
    said = {(t.subject, t.predicate.value) for t in described(reader, person).triples}
    assert (tenure.subject, cas.post) in said
    name = Names(reader).shown(tenure.subject.value)  # type: ignore[union-attr]
    assert name.vi.startswith(Names(reader).shown(person).vi)


def test_the_source_of_an_address() -> None:
    source = f"{SOURCE_PREFIX}bai"
    assert source_of(source) == source_of(f"{source}/row/1") == source
    assert source_of(f"{cas.DATA}claim/1") is None


def merged(*pairs: tuple[str, str]) -> MemoryStore:
    graph = NamedNode(IDENTITY)
    return MemoryStore(
        Quad(NamedNode(f"x:{a}"), REPLACED_BY, NamedNode(f"x:{b}"), graph) for a, b in pairs
    )


def test_decisions_on_identity_are_followed_to_the_end() -> None:
    with merged(("a", "b"), ("b", "c")).read() as reader:
        assert [surviving(reader, f"x:{n}") for n in "abc"] == ["x:c", "x:c", None]


def test_decisions_in_a_circle_lead_nowhere() -> None:
    with merged(("a", "b"), ("b", "a"), ("c", "a")).read() as reader:
        assert [surviving(reader, f"x:{n}") for n in "abc"] == [None, None, None]


def test_only_the_graph_of_identity_decides() -> None:
    mine = Quad(NamedNode("x:a"), REPLACED_BY, NamedNode("x:b"), NamedNode("x:mine"))
    with MemoryStore([mine]).read() as reader:
        assert surviving(reader, "x:a") is None
