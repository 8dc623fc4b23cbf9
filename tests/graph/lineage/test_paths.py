"""How two documents hang together: every shortest way, plainest first, each step as stated."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.documents import documents, find_document
from graph.lineage.index.build import index_of
from graph.lineage.paths import explain, shortest
from graph.model import Explanation, Lag
from graph.store.protocol import Reader
from tests.graph.lineage.told import Told, address, made

NUMBERS = st.integers(1, 7)
KINDS = st.sampled_from(["basedOn", "guides", "replaces", "amends", "suspends"])
GRAPHS = st.sets(st.tuples(NUMBERS, KINDS, NUMBERS), min_size=1, max_size=14)


def explained(*told: Told, ends: tuple[int, int], limit: int = 3) -> Explanation:
    with made(told).read() as reader:
        known = documents(reader, map(address, ends))
        start, end = (known[address(number)] for number in ends)
        return explain(reader, start, end, limit=limit)


def numerals(found: Explanation) -> list[list[int]]:
    """Return each path as the documents it leads over."""
    ways = []
    for path in found.paths:
        way = [found.start.iri]
        for step in path:
            ends = (step.subject.iri, step.object.iri)
            way.append(ends[1] if step.forward else ends[0])
            assert ends[0 if step.forward else 1] == way[-2]
        ways.append([int(iri.split("/")[-2]) for iri in way])
    return ways


def plain(pairs: set[tuple[int, int]], start: int, end: int) -> set[tuple[int, ...]]:
    """Return every shortest way, by trying all of growing length."""
    around = {
        n: {b for a, b in pairs if a == n} | {a for a, b in pairs if b == n} for n in range(8)
    }
    ways: set[tuple[int, ...]] = {(start,)}
    for _ in range(8):
        if found := {way for way in ways if way[-1] == end}:
            return found
        ways = {(*way, more) for way in ways for more in around[way[-1]] if more not in way}
    return set()


@settings(deadline=None, max_examples=60)
@given(GRAPHS, NUMBERS, NUMBERS)
def test_every_shortest_way_is_found_and_no_other(
    told: set[tuple[int, str, int]], start: int, end: int
) -> None:
    statements = [Told(s, p, o) for s, p, o in sorted(told) if s != o]
    statements += [Told(n, "title", "về một việc") for n in range(1, 8)]
    with made(statements).read() as reader:
        index = index_of(reader)
        number = {n: index.names.find(address(n)) for n in range(1, 8)}
        back = {place: n for n, place in number.items()}
        ways = [
            tuple(back[one] for one in way) for way in shortest(index, number[start], number[end])
        ]
    assert len(set(ways)) == len(ways)
    pairs = {(s, o) for s, _, o in told}
    assert set(ways) == plain(pairs, start, end)


def test_each_step_is_read_as_it_is_stated() -> None:
    told = (Told(2, "guides", 1), Told(2, "issued", "2020-03-01"), Told(1, "issued", "2020-01-01"))
    for ends, forward in (((2, 1), True), ((1, 2), False)):
        ((step,),) = explained(*told, ends=ends).paths
        assert (step.subject.iri, step.object.iri) == (address(2), address(1))
        assert (step.predicates, step.forward, step.lag) == (("guides",), forward, Lag(60, 60))
        assert len(step.evidence) == 1


def test_a_chain_comes_before_a_turn_and_what_is_plain_before_what_is_not() -> None:
    chain = (Told(2, "basedOn", 1), Told(4, "basedOn", 2))
    turning = (Told(3, "basedOn", 1), Told(3, "basedOn", 4))
    assert numerals(explained(*turning, *chain, ends=(4, 1))) == [[4, 2, 1], [4, 3, 1]]
    doubtful = (Told(2, "basedOn", 1, certainty="likely"), Told(4, "basedOn", 2))
    beside = (Told(3, "basedOn", 1), Told(4, "basedOn", 3))
    assert numerals(explained(*doubtful, *beside, ends=(4, 1))) == [[4, 3, 1], [4, 2, 1]]


def test_there_may_be_more_of_the_same_length() -> None:
    told = [Told(n, "basedOn", 1) for n in range(2, 6)] + [
        Told(6, "basedOn", n) for n in range(2, 6)
    ]
    found = explained(*told, ends=(6, 1), limit=3)
    assert numerals(found) == [[6, 2, 1], [6, 3, 1], [6, 4, 1]]
    assert found.more
    assert not explained(*told, ends=(6, 1), limit=4).more


def test_where_nothing_ties_them_what_is_near_is_told() -> None:
    found = explained(
        Told(2, "basedOn", 1), Told(3, "basedOn", 2), Told(5, "amends", 4), ends=(1, 4)
    )
    assert found.paths == ()
    assert [(one.reached, len(one.nearest)) for one in found.around] == [(2, 1), (1, 1)]
    assert found.around[0].nearest[0].iri == address(2)


def test_a_document_hangs_together_with_itself() -> None:
    assert explained(Told(2, "basedOn", 1), ends=(1, 1)).paths == ((),)


def test_the_register_explains_by_what_was_replaced(reader: Reader) -> None:
    new, old = (find_document(reader, spelling) for spelling in ("80-QĐ/TW", "105-QĐ/TW"))
    ((step,),) = explain(reader, new, old).paths
    assert (step.predicates, step.lag) == (("replaces",), Lag(1703, 1703))
    assert all(one.iri != other.iri for one, other in pairwise((step.subject, step.object)))
