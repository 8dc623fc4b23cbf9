"""What would rest on nothing: small cases by hand, random graphs against plain sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.lineage.documents import documents, find_document
from graph.lineage.facts import Facts
from graph.lineage.impact import impact
from graph.lineage.standing import standing_on
from graph.model import Fate, Force, Impact
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from tests.graph.lineage.told import Told, address, made

DAY = date(2020, 5, 17)
OLD, LATER = "2010-01-01", "2021-01-01"


def impact_of(*told: Told, ended: int = 1, on: date = DAY, limit: int = 50) -> Impact:
    with made(told).read() as reader:
        (root,) = documents(reader, [address(ended)]).values()
        return impact(reader, root, on=on, limit=limit)


def fates(found: Impact) -> dict[int, tuple[Fate, int]]:
    return {numeral(row.document.iri): (row.fate, row.steps) for row in found.rows}


def numeral(iri: str) -> int:
    return int(iri.split("/")[-2])


def dated(*numbers: int, on: str = OLD) -> tuple[Told, ...]:
    return tuple(Told(number, "issued", on) for number in numbers)


def test_what_has_no_other_basis_is_left_bare_with_all_below_it() -> None:
    found = impact_of(Told(2, "basedOn", 1), Told(3, "implements", 2), *dated(1, 2, 3))
    assert fates(found) == {2: (Fate.BARE, 1), 3: (Fate.BARE, 2)}
    assert [(one.fate, one.direct, one.transitive) for one in found.counts] == [
        (Fate.BARE, 1, 1),
        (Fate.OPEN, 0, 0),
        (Fate.KEPT, 0, 0),
    ]
    second = found.rows[1]
    assert [numeral(one.iri) for one in second.loses] == [2]
    assert second.predicates == ("implements",)
    assert len(second.evidence) == 1


def test_another_basis_in_force_keeps_it_and_what_is_below_loses_nothing() -> None:
    told = (Told(2, "basedOn", 1), Told(2, "basedOn", 4), Told(3, "basedOn", 2))
    found = impact_of(*told, *dated(1, 2, 3, 4))
    assert fates(found) == {2: (Fate.KEPT, 1)}
    assert [numeral(one.iri) for one in found.rows[0].keeps] == [4]


def test_an_ended_basis_keeps_nothing_and_an_undated_one_leaves_it_open() -> None:
    told = (Told(2, "basedOn", 1), Told(2, "basedOn", 4), *dated(1, 2))
    ended = (*dated(4), Told(5, "repeals", 4), *dated(5, on="2015-01-01"))
    assert fates(impact_of(*told, *ended)) == {2: (Fate.BARE, 1)}
    assert fates(impact_of(*told, *dated(4, on=LATER))) == {2: (Fate.BARE, 1)}
    assert fates(impact_of(*told)) == {2: (Fate.OPEN, 1)}
    assert fates(impact_of(*told, *dated(4, on="2020"))) == {2: (Fate.OPEN, 1)}


def test_a_basis_of_which_a_part_ended_keeps_what_rests_on_it() -> None:
    told = (Told(2, "basedOn", 1), Told(2, "basedOn", 4), *dated(1, 2, 4))
    repealed = (Told(5, "repeals", 4, part="Điều 1"), *dated(5, on="2015-01-01"))
    found = impact_of(*told, *repealed)
    assert fates(found) == {2: (Fate.KEPT, 1)}
    assert [numeral(one.iri) for one in found.rows[0].keeps] == [4]
    whole = (*repealed, Told(5, "repeals", 4))
    assert fates(impact_of(*told, *whole)) == {2: (Fate.BARE, 1)}


def test_documents_that_hold_only_each_other_up_fall_together() -> None:
    circle = (Told(2, "basedOn", 3), Told(3, "basedOn", 2), Told(2, "basedOn", 1))
    assert fates(impact_of(*circle, *dated(1, 2, 3))) == {2: (Fate.BARE, 1), 3: (Fate.BARE, 2)}
    above = (Told(1, "basedOn", 2), *circle)
    assert fates(impact_of(*above, *dated(1, 2, 3))) == {2: (Fate.BARE, 1), 3: (Fate.BARE, 2)}


def test_what_had_ended_or_was_not_issued_by_then_is_left_out() -> None:
    told = (Told(2, "basedOn", 1), Told(3, "basedOn", 1), *dated(1, 2), *dated(3, on=LATER))
    ended = (Told(4, "replaces", 2), *dated(4, on="2015-01-01"))
    assert fates(impact_of(*told)) == {2: (Fate.BARE, 1)}
    assert fates(impact_of(*told, *ended)) == {}
    assert fates(impact_of(*told, on=date(2021, 1, 1))) == {2: (Fate.BARE, 1), 3: (Fate.BARE, 1)}


def test_pages_follow_each_other_without_gap_or_overlap() -> None:
    told = [Told(number, "basedOn", 1) for number in range(2, 9)]
    with made([*told, *dated(*range(1, 9))]).read() as reader:
        (root,) = documents(reader, [address(1)]).values()
        seen: list[str] = []
        after = None
        while True:
            page = impact(reader, root, on=DAY, limit=3, after=after)
            assert (page.total, page.before) == (7, len(seen))
            seen += [row.document.iri for row in page.rows]
            after = page.next
            if after is None:
                break
        assert sorted(set(seen)) == sorted(seen)
        assert len(seen) == 7
        with pytest.raises(QuestionError):
            impact(reader, root, on=DAY, after="x")


DATES = st.sampled_from([None, "2010-01-01", "2019", "2020", "2020-05", "2021-01-01"])
NUMBERS = st.integers(1, 7)
ALL = range(1, 8)
EDGES = st.sets(st.tuples(NUMBERS, st.sampled_from(["basedOn", "guides"]), NUMBERS), max_size=14)
ENDS = st.sampled_from(["replaces", "suspends"])
ENDINGS = st.sets(st.tuples(NUMBERS, ENDS, NUMBERS), max_size=2)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Told, ...]:
    """Draw documents that rest on and end each other, in circles too, dated or not."""
    pairs = draw(EDGES) | draw(ENDINGS)
    told = [Told(s, p, o) for s, p, o in sorted(pairs) if s != o]
    told += [Told(n, "title", "về một việc") for n in ALL]
    told += [Told(n, "issued", on) for n in ALL if (on := draw(DATES))]
    return tuple(told)


def forces(reader: Reader) -> dict[int, Force]:
    facts = Facts(reader)
    return {n: standing_on(facts, address(n), DAY).force for n in ALL}


class Plain:
    """The same question answered with sets, one document at a time."""

    def __init__(self, told: tuple[Told, ...], store: MemoryStore) -> None:
        lineage = {"basedOn", "guides"}
        self.bases: dict[int, set[int]] = {n: set() for n in ALL}
        for one in told:
            if one.predicate in lineage and isinstance(one.object, int):
                self.bases[one.subject].add(one.object)
        with store.read() as reader:
            self.force = forces(reader)
            known = documents(reader, map(address, ALL)).values()
        days = {numeral(one.iri): one.issued for one in known}
        self.issued = {n for n, day in days.items() if day is None or day.earliest <= DAY}

    def cone(self) -> set[int]:
        present = {n for n in self.issued if self.force[n] is not Force.ENDED}
        return self._grown({1}, lambda n, found: n in present and self.bases[n] & found) - {1}

    def held(self, force: set[int]) -> set[int]:
        cone = self.cone()
        firm = set(ALL) - cone - {1}
        held = self._grown(firm, lambda n, found: n in cone and self.bases[n] & found & force)
        return held & cone

    def fates(self) -> dict[int, Fate]:
        """Return what becomes of those that lose a basis; what is suspended may hold up."""
        sure = {n for n, f in self.force.items() if f in (Force.IN_FORCE, Force.ASSUMED)}
        maybe = sure | {n for n, f in self.force.items() if f in (Force.UNKNOWN, Force.SUSPENDED)}
        kept, held = self.held(sure), self.held(maybe)
        fate = {n: Fate.KEPT if n in kept else Fate.OPEN for n in self.cone()}
        fate |= {n: Fate.BARE for n in fate if n not in held}
        lost = {1} | {n for n, what in fate.items() if what is not Fate.KEPT}
        reached = self._grown({1}, lambda n, above: n in fate and self.bases[n] & above & lost)
        return {n: what for n, what in fate.items() if n in reached}

    @staticmethod
    def _grown(start: set[int], joins: Callable[[int, set[int]], object]) -> set[int]:
        found = set(start)
        while more := {n for n in ALL if n not in found and joins(n, found)}:
            found |= more
        return found


@settings(deadline=None, max_examples=60)
@given(graphs())
def test_random_graphs_have_the_fates_that_plain_sets_give(told: tuple[Told, ...]) -> None:
    store = made(told)
    with store.read() as reader:
        (root,) = documents(reader, [address(1)]).values()
        found = impact(reader, root, on=DAY)
    assert {n: fate for n, (fate, _) in fates(found).items()} == Plain(told, store).fates()
    for shares in (found.levels, found.units, found.bodies):
        counted = [sum(getattr(share, fate) for share in shares) for fate in Fate]
        assert counted == [one.direct + one.transitive for one in found.counts]


def test_the_register_tells_units_levels_and_bodies(reader: Reader) -> None:
    found = impact(reader, find_document(reader, "57-NQ/TW"), on=date(2026, 11, 27), limit=5)
    assert len(found.rows) == 5
    assert found.total == sum(one.direct + one.transitive for one in found.counts)
    assert {share.unit for share in found.units} >= {"Hà Nội", "Cà Mau"}
    assert all(share.body for share in found.bodies if share.iri)
    assert found.bodies_total >= len(found.bodies)
    none = impact(reader, find_document(reader, "27-NQ/TW@XII"), on=date(2026, 11, 27))
    assert (none.total, none.rows, none.next) == (0, (), None)
