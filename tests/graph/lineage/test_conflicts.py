"""What clashes: made-up cases of every kind, random graphs against plain loops, the register."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.lineage.conflicts import conflicts
from graph.model import Conflict, ConflictKind, ConflictList
from graph.store.protocol import Reader
from tests.graph.lineage.told import Told, made

KINDS = {kind: kind for kind in ConflictKind}


def found(*told: Told, kind: ConflictKind, limit: int = 50) -> ConflictList:
    with made(told).read() as reader:
        (listed,) = conflicts(reader, kinds=(kind,), limit=limit)
        assert listed.kind is kind
        return listed


def numerals(one: Conflict) -> list[int]:
    return [int(document.iri.split("/")[-2]) for document in one.documents]


def pairs(one: Conflict) -> list[tuple[int, int]]:
    ends = ((step.subject.iri, step.object.iri) for step in one.steps)
    return [(int(a.split("/")[-2]), int(b.split("/")[-2])) for a, b in ends]


def test_two_values_of_one_field_are_told_with_their_sources() -> None:
    told = (Told(1, "issued", "2020-01-01"), Told(1, "issued", "2020-02-01"))
    (one,) = found(*told, kind=ConflictKind.DISPUTED).rows
    assert (numerals(one), one.field) == ([1], "issued")
    assert {value.text for value in one.sides} == {"2020-01-01", "2020-02-01"}
    assert [value.chosen for value in one.sides] == [True, False]
    assert all(value.evidence for value in one.sides)
    finer = (Told(1, "issued", "2020"), Told(1, "issued", "2020-02-01"))
    assert found(*finer, kind=ConflictKind.DISPUTED).conflicts == 0


def test_documents_that_end_each_other_are_one_conflict() -> None:
    told = (Told(1, "replaces", 2), Told(2, "repeals", 1), Told(3, "replaces", 1))
    (one,) = found(*told, kind=ConflictKind.INVERSE).rows
    assert pairs(one) == [(1, 2), (2, 1)]
    assert [step.predicates for step in one.steps] == [("replaces",), ("repeals",)]
    assert all(step.evidence for step in one.steps)


def test_a_circle_of_lineage_is_told_once_by_a_shortest_way() -> None:
    told = (
        Told(1, "basedOn", 2),
        Told(2, "guides", 3),
        Told(3, "basedOn", 1),
        Told(4, "basedOn", 1),
    )
    listed = found(*told, Told(3, "basedOn", 2), kind=ConflictKind.CYCLE)
    (one,) = listed.rows
    assert pairs(one) == [(1, 2), (2, 3), (3, 1)]
    assert numerals(one) == [1, 2, 3]
    assert found(*told[1:], kind=ConflictKind.CYCLE).conflicts == 0


def test_a_longer_circle_of_replacing_is_one_too() -> None:
    told = (Told(1, "replaces", 2), Told(2, "replaces", 3), Told(3, "replaces", 1))
    (one,) = found(*told, kind=ConflictKind.CYCLE).rows
    assert pairs(one) == [(1, 2), (2, 3), (3, 1)]


@pytest.mark.parametrize(
    ("predicate", "kind"),
    [
        ("basedOn", ConflictKind.BEFORE_BASIS),
        ("replaces", ConflictKind.BEFORE_OBJECT),
        ("amends", ConflictKind.BEFORE_OBJECT),
    ],
)
def test_dates_out_of_order_are_told_only_when_sure(predicate: str, kind: ConflictKind) -> None:
    def count(below: str, above: str) -> int:
        told = (Told(1, predicate, 2), Told(1, "issued", below), Told(2, "issued", above))
        return found(*told, kind=kind).conflicts

    assert count("2020-01-01", "2020-01-02") == 1
    assert count("2020-01-02", "2020-01-02") == 0
    assert count("2019", "2020-01-02") == 1
    assert count("2020", "2020-06-02") == 0
    assert found(Told(1, predicate, 2), Told(2, "issued", "2020"), kind=kind).conflicts == 0


def test_pages_of_each_kind_follow_each_other() -> None:
    told = [Told(n, "basedOn", 9) for n in range(1, 6)] + [Told(9, "issued", "2020-01-01")]
    told += [Told(n, "issued", "2019-01-01") for n in range(1, 6)]
    with made(told).read() as reader:
        kinds = (ConflictKind.BEFORE_BASIS,)
        (first,) = conflicts(reader, kinds=kinds, limit=3)
        (last,) = conflicts(reader, kinds=kinds, limit=3, after=first.next)
        assert (first.conflicts, len(first.rows), len(last.rows)) == (5, 3, 2)
        assert (last.before, last.next) == (3, None)
        with pytest.raises(QuestionError):
            conflicts(reader, after="-1")


NUMBERS = st.integers(1, 6)
EDGES = st.sets(st.tuples(NUMBERS, st.sampled_from(["basedOn", "replaces"]), NUMBERS), max_size=12)
DATES = st.lists(st.sampled_from(["", "2019", "2020-05", "2020-05-02"]), min_size=6, max_size=6)


def plain_circles(edges: set[tuple[int, int]], least: int) -> set[frozenset[int]]:
    """Return groups of documents of which each leads to each, by closing the relation."""
    reach = set(edges)
    while more := {(a, d) for a, b in reach for c, d in reach if b == c} - reach:
        reach |= more
    groups = {frozenset(b for b in range(1, 7) if {(a, b), (b, a)} <= reach) for a in range(1, 7)}
    return {group for group in groups if len(group) >= least}


@settings(deadline=None, max_examples=60)
@given(EDGES, DATES)
def test_random_graphs_have_the_conflicts_that_plain_loops_find(
    told: set[tuple[int, str, int]], dates: list[str]
) -> None:
    statements = [Told(s, p, o) for s, p, o in sorted(told) if s != o]
    statements += [Told(n, "issued", day) for n, day in enumerate(dates, 1) if day]
    statements += [Told(n, "title", "về một việc") for n in range(1, 7)]
    with made(statements).read() as reader:
        listed = {one.kind: one.rows for one in conflicts(reader)}
    rests = {(s, o) for s, p, o in told if p == "basedOn" and s != o}
    ends = {(s, o) for s, p, o in told if p == "replaces" and s != o}
    inverse = {(a, b) for a, b in ends if (b, a) in ends and a < b}
    assert {tuple(sorted(numerals(one))) for one in listed[ConflictKind.INVERSE]} == inverse
    circles = plain_circles(rests, 2) | plain_circles(ends, 3)
    assert {frozenset(numerals(one)) for one in listed[ConflictKind.CYCLE]} == circles
    for one in listed[ConflictKind.CYCLE]:
        way = pairs(one)
        assert [b for _, b in way] == [a for a, _ in (*way[1:], way[0])]
    last = {"2019": "2019-12-31", "2020-05": "2020-05-31"}
    for kind, edges in ((ConflictKind.BEFORE_BASIS, rests), (ConflictKind.BEFORE_OBJECT, ends)):
        early = {
            (a, b)
            for a, b in edges
            if dates[a - 1] and dates[b - 1] and last.get(dates[a - 1], dates[a - 1]) < dates[b - 1]
        }
        assert {edge for one in listed[kind] for edge in pairs(one)} == early


def test_the_register_tells_its_disputes_and_one_number_used_twice(reader: Reader) -> None:
    listed = {one.kind: one for one in conflicts(reader)}
    assert set(listed) == set(KINDS)
    disputed = listed[ConflictKind.DISPUTED]
    assert disputed.conflicts >= len(disputed.rows) > 0
    assert all(value.evidence for one in disputed.rows for value in one.sides)
    (twins,) = listed[ConflictKind.SAME_NUMBER].rows
    assert [document.spelling for document in twins.documents] == [
        "12-KL/TW@2021-08-12",
        "12-KL/TW@2022-04-06",
    ]
    assert [bool(value.evidence) for value in twins.sides] == [True, True]
