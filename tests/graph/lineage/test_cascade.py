"""Cascades: order, lag, repeats, cycles, depth, as-of; down and up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.lineage.cascade import trace
from graph.lineage.coverage import coverage
from graph.lineage.documents import documents, find_document
from graph.lineage.facts import Facts
from graph.lineage.relations import children
from graph.model import Cascade, CascadeNode, Force, Lag, Level
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.lineage.small import iri, store_of


def walk(nodes: tuple[CascadeNode, ...]) -> Iterator[CascadeNode]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def traced(store: MemoryStore, name: str = "a", **options: object) -> Cascade:
    with store.read() as reader:
        root = documents(reader, [iri(name)])[iri(name)]
        return trace(reader, root, **options)  # type: ignore[arg-type]


def shape(nodes: tuple[CascadeNode, ...]) -> list[object]:
    """Return letters, children in lists, `*` for what stands elsewhere."""
    found: list[object] = []
    for node in nodes:
        letter = chr(96 + int(node.document.iri.split("/")[-2]))
        found.append(letter + ("*" if node.repeated else ""))
        if node.children:
            found.append(shape(node.children))
    return found


def test_resolution_57_comes_down_to_provinces(reader: Reader) -> None:
    cascade = trace(reader, find_document(reader, "57-NQ/TW"), evidence=True)
    nodes = {node.document.name: node for node in cascade.nodes}
    program = nodes["Chương trình hành động 62-CTr/TU"]
    assert (program.predicates, program.document.unit, program.lag) == (
        ("implements",),
        "Thái Nguyên",
        Lag(32, 32),
    )
    assert all(one.places for one in program.evidence)
    plan = program.children[0]
    assert (plan.document.name, plan.lag, plan.total_lag) == (
        "Kế hoạch 25/KH-UBND",
        Lag(1, 1),
        Lag(33, 33),
    )
    assert dict(cascade.by_level)[Level.PROVINCE] > 60
    assert cascade.documents == sum(count for _, count in cascade.by_level)


def test_every_edge_shown_has_evidence(reader: Reader) -> None:
    for spelling in ("57-NQ/TW", "29-NQ/TW@2013", "18-NQ/TW@XII"):
        cascade = trace(reader, find_document(reader, spelling), evidence=True)
        assert all(node.evidence and node.predicates for node in walk(cascade.nodes))


def test_a_replaced_regulation_says_so_on_a_day(reader: Reader) -> None:
    document = find_document(reader, "105-QĐ/TW")
    later = trace(reader, document, as_of=date(2023, 1, 1)).standing
    assert later.force is Force.ENDED
    assert [(e.predicate, e.by and e.by.number, str(e.on)) for e in later.endings] == [
        ("replaces", "80-QĐ/TW", "2022-08-18")
    ]
    assert trace(reader, document, as_of=date(2022, 8, 17)).standing.force is Force.ASSUMED
    assert trace(reader, document, as_of=date(2017, 1, 1)).standing.force is Force.NOT_YET


def test_a_document_hangs_on_the_nearest_in_time_it_rests_on() -> None:
    told = (("b", "implements", "a"), ("c", "implements", "a"), ("c", "implements", "b"))
    cascade = traced(store_of(*told, dates={"a": "2017-01-01", "b": "2018-01-01", "c": "2019"}))
    assert shape(cascade.nodes) == ["b", ["c"], "c*"]
    assert cascade.documents == 2


def test_a_cycle_is_shown_and_not_followed() -> None:
    told = (("b", "implements", "a"), ("c", "implements", "b"), ("b", "basedOn", "c"))
    cascade = traced(store_of(*told, dates={"a": "2017", "b": "2018", "c": "2019"}))
    assert shape(cascade.nodes) == ["b", ["c", ["b*"]]]


def test_depth_counts_steps() -> None:
    told = (("b", "implements", "a"), ("c", "basedOn", "b"), ("d", "guides", "c"))
    store = store_of(*told, dates={"a": "2011", "b": "2012", "c": "2013", "d": "2014"})
    assert shape(traced(store).nodes) == ["b", ["c", ["d"]]]
    assert shape(traced(store, depth=2).nodes) == ["b", ["c"]]
    assert traced(store, depth=1).documents == 1
    assert traced(store, depth=0).nodes == ()


def test_a_limit_of_steps_shows_all_within_it_whatever_their_dates() -> None:
    told = (
        ("b", "implements", "a"),
        ("c", "implements", "a"),
        ("c", "implements", "b"),
        ("d", "implements", "c"),
    )
    store = store_of(*told, dates={"a": "2011", "b": "2012", "c": "2013", "d": "2014"})
    assert shape(traced(store).nodes) == ["b", ["c", ["d"]], "c*"]
    assert shape(traced(store, depth=2).nodes) == ["b", ["c*"], "c", ["d"]]


def test_a_chain_longer_than_a_call_stack_is_shown() -> None:
    length = 1500
    restsOn = NamedNode(cas.ONTOLOGY + "restsOn"), NamedNode(cas.implements)
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(cas.Document)
    named = [NamedNode(f"{cas.DATA}document/tw/nq/{number}/xii") for number in range(length)]
    quads = [Quad(one, *kind, DefaultGraph()) for one in named]
    quads += [Quad(b, p, a, DefaultGraph()) for a, b in pairwise(named) for p in restsOn]
    with MemoryStore(quads).read() as reader:
        cascade = trace(reader, documents(reader, [named[0].value])[named[0].value])
    nodes, deepest = cascade.nodes, 0
    while nodes:
        deepest, nodes = nodes[0].depth, nodes[0].children
    assert deepest == cascade.documents == length - 1


def test_upwards_goes_to_what_a_document_rests_on() -> None:
    told = (("b", "implements", "a"), ("c", "implements", "b"), ("c", "implements", "a"))
    store = store_of(*told, dates={"a": "2017-01-01", "b": "2017-01-11", "c": "2017-01-31"})
    up = traced(store, "c", down=False)
    assert shape(up.nodes) == ["a*", "b", ["a"]]
    node = up.nodes[1]
    assert (node.lag, node.children[0].lag, node.children[0].total_lag) == (
        Lag(20, 20),
        Lag(10, 10),
        Lag(30, 30),
    )


def test_partial_and_missing_dates_give_ranges_and_nothing() -> None:
    told = (("b", "implements", "a"), ("c", "implements", "a"), ("d", "implements", "a"))
    dates = {"a": "2017-10-25", "b": "2018-01", "d": "2017-10-20"}
    lags = {node.document.number: node.lag for node in traced(store_of(*told, dates=dates)).nodes}
    assert lags == {"02-NQ/TW": Lag(68, 98), "03-NQ/TW": None, "04-NQ/TW": Lag(-5, -5)}


def test_as_of_leaves_out_what_came_later() -> None:
    told = (("b", "implements", "a"), ("c", "implements", "a"), ("d", "implements", "b"))
    store = store_of(*told, dates={"a": "2017", "b": "2018-05-01", "c": "2020-01-01"})
    assert shape(traced(store, as_of=date(2019, 1, 1)).nodes) == ["b", ["d"]]
    assert traced(store, as_of=date(2018, 4, 30)).documents == 0


def test_nothing_rests_on_what_was_not_issued_yet() -> None:
    store = store_of(("b", "implements", "a"), ("c", "implements", "b"), dates={"a": "2020-05-01"})
    assert traced(store, as_of=date(2019, 1, 1)).nodes == ()
    assert shape(traced(store, as_of=date(2020, 5, 1)).nodes) == ["b", ["c"]]


def test_places_are_counted_once_across_a_merger(reader: Reader) -> None:
    document = find_document(reader, "57-NQ/TW")
    assert trace(reader, document).units == coverage(reader, document, unit_set=34).found


_EDGES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=14)
_DATES = st.dictionaries(
    st.sampled_from("abcdef"), st.sampled_from(["2017", "2018-02", "2019-03-04"])
)


@settings(max_examples=60, deadline=None)
@given(_EDGES, _DATES)
def test_a_cascade_shows_just_what_rests_on_it(
    edges: list[tuple[str, str]], dates: dict[str, str]
) -> None:
    """The tree agrees with the property path, each document stands once, every edge is shown."""
    told = [(child, "implements", parent) for child, parent in edges if child != parent]
    store = store_of(*told, dates={"a": "2016", **dates})
    cascade = traced(store)
    homes = [node.document.iri for node in walk(cascade.nodes) if not node.repeated]
    with store.read() as reader:
        path = "SELECT DISTINCT ?d { ?d <https://w3id.org/cascade-vn/ontology#restsOn>+ ?root }"
        asked = reader.query(path.replace("?root", f"<{iri('a')}>"))
        reached = {row["d"].value for row in asked} - {iri("a")}  # type: ignore[union-attr]
        below = {one: children(Facts(reader), one) for one in {iri("a"), *reached}}
    assert sorted(homes) == sorted(reached)
    shown = sum(1 for _ in walk(cascade.nodes))
    assert shown == sum(len(found) for found in below.values())
