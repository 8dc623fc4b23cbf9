"""Walks over arrays find what property paths find, by shortest ways, on any graph."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, QuerySolutions

from graph.lineage.index.arrays import BIT, LAST_DAY, LINEAGE_BITS, NONE, LineageIndex
from graph.lineage.index.build import edges_from, index_of, turned
from graph.lineage.index.names import packed
from graph.lineage.index.reach import (
    among,
    counted,
    edges_of,
    least_in_groups,
    reachable,
    spread,
)
from graph.store.memory import MemoryStore
from ontology import terms as cas
from tests.graph.lineage.index.strategies import statements
from tests.graph.lineage.index.told import Said, say
from tests.graph.lineage.small import iri

COUNT = 400
pairs = st.tuples(st.integers(0, 30), st.integers(0, 30))
#: A few documents of which one may have many below it: both ways of walking are taken.
graphs = st.tuples(st.lists(pairs, max_size=60), st.integers(0, 300))


def index_with(edges: list[tuple[int, int]], wide: int) -> LineageIndex:
    """Return an index of `COUNT` documents; `wide` of them rest on document 30, and one on them."""
    wanted = {
        *edges,
        *((40 + one, 30) for one in range(wide)),
        *((399, 40 + n) for n in range(wide)),
    }
    keys = np.array(sorted(source * COUNT + target for source, target in wanted), np.int64)
    ones = np.ones(len(keys), np.uint8)
    up = edges_from(keys, ones * BIT[cas.implements], ones, ones * 0, COUNT)
    with MemoryStore().read() as reader:
        empty = index_of(reader)
    names = packed([b"%03d" % number for number in range(COUNT)])
    return LineageIndex(1, names, (), (), (), empty.columns, up, turned(up), empty.sources)


def below(edges: list[tuple[int, int]], wide: int) -> dict[int, set[int]]:
    """Return the same graph as sets: what stands directly below each document."""
    found: dict[int, set[int]] = defaultdict(set)
    for source, target in edges:
        found[target].add(source)
    for one in range(wide):
        found[30].add(40 + one)
        found[40 + one].add(399)
    return found


def steps_from(start: int, next_to: dict[int, set[int]], allowed: set[int]) -> dict[int, int]:
    """Return how many steps away everything is, the plain way."""
    found, level = {start: 0}, {start}
    while level:
        fresh = {one for old in level for one in next_to[old]} & allowed - set(found)
        found |= dict.fromkeys(fresh, max(found.values()) + 1)
        level = fresh
    return found


@settings(deadline=None)
@given(graphs, st.integers(0, 30), st.sets(st.integers(0, COUNT - 1), max_size=25))
def test_walks_are_complete_and_shortest(
    graph: tuple[list[tuple[int, int]], int], start: int, barred: set[int]
) -> None:
    """Everything that may be reached is, once, with the fewest steps, over a parent next to it."""
    index, next_to = index_with(*graph), below(*graph)
    allowed = set(range(COUNT)) - barred
    reached = reachable(index, start, allowed=among(allowed, COUNT))
    wanted = steps_from(start, next_to, allowed)
    documents = reached.documents.tolist()
    assert dict(zip(documents, reached.depth.tolist(), strict=True)) == wanted
    assert len(documents) == len(set(documents))
    assert reached.depth.tolist() == sorted(reached.depth.tolist())
    for place in range(1, len(reached)):
        parent = int(reached.parents[place])
        assert documents[place] in next_to[documents[parent]]
        assert reached.depth[parent] == reached.depth[place] - 1
        assert len(reached.chain(place)) == reached.depth[place] + 1
    assert reached.parents[0] == NONE == reached.place(-5)


@settings(deadline=None)
@given(graphs, st.dictionaries(st.integers(0, 30), st.integers(1, 9), max_size=5))
def test_spreading_finds_the_least_day_above(
    graph: tuple[list[tuple[int, int]], int], days: dict[int, int]
) -> None:
    """Each document learns the least day among all that it is reached from, and whose it is."""
    index, next_to = index_with(*graph), below(*graph)
    told = np.full(COUNT, LAST_DAY, np.int32)
    for document, day in days.items():
        told[document] = day
    least, origin = spread(index, told)
    wanted: dict[int, int] = {}
    for document, day in days.items():
        for first in next_to[document]:
            for one in steps_from(first, next_to, set(range(COUNT))):
                wanted[one] = min(day, wanted.get(one, LAST_DAY))
    assert {one: int(least[one]) for one in range(COUNT) if least[one] != LAST_DAY} == wanted
    assert all(told[origin[one]] == day for one, day in wanted.items())
    assert all(origin[one] == NONE for one in range(COUNT) if one not in wanted)


@settings(deadline=None, max_examples=30)
@given(statements)
def test_walks_find_what_the_property_path_finds(told: list[Said]) -> None:
    """SPARQL is the oracle: the same documents, for each one, up and down."""
    store = MemoryStore()
    say(store, "one", [Said("a", "number", "1-NQ/TW"), *told])
    with store.read() as reader:
        index = index_of(reader)
        for number in range(len(index)):
            for down, pattern in ((True, "?d {p}+ {i}"), (False, "{i} {p}+ ?d")):
                path = pattern.format(p=f"<{cas.restsOn}>", i=f"<{index.names[number]}>")
                answer = reader.query(f"SELECT DISTINCT ?d {{ {path} . ?d a <{cas.Document}> }}")
                assert isinstance(answer, QuerySolutions)
                found = {row["d"].value for row in answer if isinstance(row["d"], NamedNode)}
                reached = reachable(index, number, down=down).documents[1:]
                assert set(index.addresses(reached)) == found - {index.names[number]}


def test_only_what_is_asked_for_is_followed() -> None:
    """Relations, plain claims and depth bound a walk; several starts are reached at once."""
    store = MemoryStore()
    say(
        store,
        "one",
        [
            Said("b", "implements", "a"),
            Said("c", "basedOn", "b", inferred=True),
            Said("d", "replaces", "a"),
            Said("e", "guides", "c"),
            *(Said(one, "number", f"{place}-NQ/TW") for place, one in enumerate("abcde", 1)),
        ],
    )
    with store.read() as reader:
        index = index_of(reader)
    number = {one: index.names.find(iri(one)) for one in "abcde"}
    letters = {place: one for one, place in number.items()}

    def reached(*starts: str, **how: object) -> str:
        found = reachable(index, [number[one] for one in starts], **how)  # type: ignore[arg-type]
        return "".join(letters[one] for one in found.documents.tolist())

    assert reached("a") == "abce"
    assert reached("a", certain=True) == "ab"
    assert reached("a", depth=2) == "abc"
    assert reached("a", bits=BIT[cas.implements]) == "ab"
    assert reached("a", bits=LINEAGE_BITS | BIT[cas.replaces]) == "abdce"
    assert reached("b", "d") == "bdce"
    assert reached("e", down=False) == "ecba"


def test_counts_and_firsts_stand_by_group() -> None:
    """What has no level, no unit or no group is counted apart, or not at all."""
    store = MemoryStore()
    unit = f"{cas.DATA}unit/ha-noi"
    say(store, "one", [Said(one, "number", "1-NQ/TW") for one in "abc"])
    with store.read() as reader:
        index = index_of(reader)
    table = counted(index.columns, np.arange(3, dtype=np.int32), len(index.units))
    assert table.shape == (8, 1)
    assert table[0, 0] == table.sum() == 3
    assert unit not in index.units
    groups = np.array([1, NONE, 0, 1, 1], np.int32)
    least, where = least_in_groups(groups, np.array([5, 1, 7, 4, 4], np.int32), 3)
    assert least.tolist() == [7, 4, LAST_DAY]
    assert where.tolist() == [2, 3, NONE]
    places, owners = edges_of(index.up, np.arange(3, dtype=np.int32))
    assert len(places) == len(owners) == 0
