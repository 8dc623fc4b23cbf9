"""In force on a day, as known on a day: against possible worlds, and why it cannot be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.facts import Facts
from graph.lineage.standing import standing_on
from graph.model import (
    Correction,
    Decision,
    Doubt,
    Force,
    Modality,
    PartialDate,
    Standing,
    Verdict,
)
from graph.rdf import address_of
from graph.reviewing import decide
from graph.store.protocol import Reader
from tests.graph.lineage.told import Told, address, day, made, moment

DAY = date(2020, 5, 17)
IN_FORCE = {Force.IN_FORCE, Force.ASSUMED}


def judged(
    *told: Told, on: date = DAY, known_on: date | None = None, strict: bool = False
) -> Standing:
    """Return the standing of document 1."""
    with made(told).read() as reader:
        return standing_on(Facts(reader), address(1), on, known_on=known_on, strict=strict)


def issued(number: int, on: str) -> Told:
    return Told(number, "issued", on)


def doubts(standing: Standing) -> list[Doubt]:
    return [reason.doubt for reason in standing.reasons]


def test_without_an_effective_date_it_is_assumed_on_issue() -> None:
    assert judged(issued(1, "2020-05-17")).force is Force.ASSUMED
    stated = judged(issued(1, "2020-05-01"), Told(1, "effective", "2020-05-18"))
    assert (stated.force, stated.since) == (Force.NOT_YET, PartialDate(2020, 5, 18))
    assert judged(Told(1, "effective", "2020-05-17")).force is Force.IN_FORCE


def test_a_start_known_in_part_is_not_taken_for_begun() -> None:
    for told in ("2020-05", "2020"):
        standing = judged(issued(1, told))
        assert standing.force is Force.UNKNOWN
        assert doubts(standing) == [Doubt.START_PARTIAL]
    assert judged(issued(1, "2020-04")).force is Force.ASSUMED
    assert judged(issued(1, "2020-06")).force is Force.NOT_YET


def test_no_date_at_all_says_so() -> None:
    assert doubts(judged(Told(1, "title", "về một việc"))) == [Doubt.START_UNKNOWN]


def test_what_replaced_it_ends_it_on_that_day_and_not_before() -> None:
    told = (issued(1, "2010-01-01"), Told(2, "replaces", 1), issued(2, "2020-05-17"))
    assert judged(*told).force is Force.ENDED
    before = judged(*told, on=DAY - timedelta(days=1))
    assert before.force is Force.ASSUMED
    assert [one.predicate for one in before.endings] == ["replaces"]


@pytest.mark.parametrize(
    ("dated", "doubt"),
    [((), Doubt.END_UNKNOWN), ((issued(2, "2020"),), Doubt.END_PARTIAL)],
)
def test_an_ending_of_uncertain_date_names_what_ended_it(
    dated: tuple[Told, ...], doubt: Doubt
) -> None:
    standing = judged(issued(1, "2010-01-01"), Told(2, "repeals", 1), *dated)
    assert standing.force is Force.UNKNOWN
    (reason,) = standing.reasons
    assert (reason.doubt, reason.predicate) == (doubt, "repeals")
    assert reason.by is not None
    assert reason.by.number == "02-NQ/TW"


def test_a_part_that_ended_leaves_the_whole_in_force() -> None:
    told = (issued(1, "2010-01-01"), issued(2, "2019-01-01"))
    partly = judged(*told, Told(2, "replaces", 1, part="Điều 8"))
    assert partly.force is Force.ASSUMED
    assert [one.parts for one in partly.endings] == [("Điều 8",)]
    whole = judged(*told, Told(2, "replaces", 1, part="Điều 8"), Told(2, "replaces", 1, recorded=1))
    assert (whole.force, whole.endings[0].parts) == (Force.ENDED, ())


def test_what_was_only_planned_ends_nothing_nor_makes_an_ending_whole() -> None:
    told = (issued(1, "2010-01-01"), issued(2, "2019-01-01"))
    planned = Told(2, "replaces", 1, modality=Modality.PLANNED)
    assert judged(*told, planned).endings == ()
    assert judged(*told, planned, Told(2, "replaces", 1, part="Mục I")).force is Force.ASSUMED


def test_suspended_is_not_ended() -> None:
    told = (issued(1, "2010-01-01"), Told(2, "suspends", 1), issued(2, "2019-01-01"))
    assert judged(*told).force is Force.SUSPENDED
    assert judged(*told, on=date(2018, 1, 1)).force is Force.ASSUMED
    lifted = judged(*told, Told(3, "repeals", 2), issued(3, "2020-01-01"))
    assert lifted.force is Force.UNKNOWN
    assert doubts(lifted) == [Doubt.SUSPENSION_UNKNOWN]
    assert judged(*told, Told(2, "replaces", 1, recorded=1)).force is Force.ENDED


def test_strictly_nothing_is_assumed() -> None:
    told = (issued(1, "2010-01-01"), Told(1, "effective", "2010-02-01"))
    assert judged(*told, strict=True).force is Force.IN_FORCE
    assert judged(told[0], strict=True).force is Force.UNKNOWN
    assert doubts(judged(told[0], strict=True)) == [Doubt.START_NOT_STATED]
    assert judged(told[0], on=date(2009, 1, 1), strict=True).force is Force.NOT_YET
    replaced = (*told, Told(2, "replaces", 1), issued(2, "2015-01-01"))
    assert judged(*replaced).force is Force.ENDED
    assert doubts(judged(*replaced, strict=True)) == [Doubt.END_NOT_STATED]
    stated = judged(*replaced, Told(2, "effective", "2015-03-01"), strict=True)
    assert stated.force is Force.ENDED


def test_what_was_not_recorded_by_then_is_not_judged() -> None:
    told = (issued(1, "2010-01-01"), Told(2, "replaces", 1, recorded=9), issued(2, "2019-01-01"))
    assert judged(*told, known_on=day(9)).force is Force.ENDED
    assert judged(*told, known_on=day(8)).force is Force.ASSUMED
    assert doubts(judged(*told, known_on=day(-1))) == [Doubt.NOT_RECORDED]


def test_what_was_withdrawn_counted_as_long_as_it_stood() -> None:
    wrong = Told(1, "issued", "2021-01-01", withdrawn=5)
    told = (wrong, Told(1, "issued", "2010-01-01", recorded=5))
    assert judged(*told, known_on=day(4)).force is Force.NOT_YET
    assert judged(*told, known_on=day(5)).force is Force.ASSUMED
    assert judged(*told).force is Force.ASSUMED


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (Told(2, "replaces", 3), "object"),
        (Told(3, "replaces", 1), "subject"),
        (Told(2, "implements", 1), "predicate"),
    ],
)
def test_a_correction_counts_from_the_day_on_which_it_was_made(told: Told, wrong: str) -> None:
    """Whichever end of a claim was wrong: what it says when corrected ends document 1."""
    ends = Told(2, "replaces", 1).claim
    correction = Correction(ends.subject, ends.predicate, ends.object)
    claim = told.claim
    decided = Decision(
        address_of(claim), claim.source, Verdict.CORRECTED, "Lan", moment(5), None, correction
    )
    assert getattr(claim, wrong) != getattr(correction, wrong)
    store = made([issued(1, "2010-01-01"), issued(2, "2019-01-01"), issued(3, "2019-01-01"), told])
    decide(store, decided)
    with store.read() as reader:
        facts = Facts(reader)
        then, later, now = (
            standing_on(facts, address(1), DAY, known_on=known) for known in (day(4), day(5), None)
        )
    assert then.force is (Force.ENDED if wrong == "subject" else Force.ASSUMED)
    for standing in (later, now):
        assert standing.force is Force.ENDED
        assert [one.by.number for one in standing.endings if one.by] == ["02-NQ/TW"]
        assert all(one.evidence for one in standing.endings)


DATES = st.sampled_from(["2018", "2019-11", "2020", "2020-05", "2020-05-16", "2020-05-17", "2021"])
ENDS = st.sampled_from(["replaces", "repeals", "suspends"])
MOMENTS = st.integers(0, 3)


@st.composite
def statements(draw: st.DrawFn) -> tuple[Told, ...]:
    """Draw dates of documents 1 to 4, and what they do to document 1, told and taken back."""
    told = [
        Told(number, predicate, draw(DATES), recorded=draw(MOMENTS))
        for number in range(1, 5)
        for predicate in ("issued", "effective")
        if draw(st.booleans())
    ]
    told += [
        Told(number, draw(ENDS), 1, draw(st.sampled_from([None, "Điều 1"])), draw(MOMENTS))
        for number in range(2, 5)
        if draw(st.booleans())
    ]
    if draw(st.booleans()):
        told.append(Told(1, "expires", draw(DATES), recorded=draw(MOMENTS)))
    return tuple(
        replace(one, withdrawn=one.recorded + draw(MOMENTS) + 1) if draw(st.booleans()) else one
        for one in told
    )


def days_of(told: PartialDate | None) -> set[date]:
    """Return days that show every case of a date: its ends, and the day asked for if within."""
    first, last = (told.earliest, told.latest) if told else (date(1990, 1, 1), date(2090, 1, 1))
    around = {DAY, DAY + timedelta(days=1)}
    return {first, last} | {one for one in around if first <= one <= last}


def worlds(standing: Standing) -> Iterator[bool]:
    """Yield for every way in which the days may have been whether it was in force."""
    whole = [one for one in standing.endings if not one.parts]
    for start, *ends in product(days_of(standing.since), *(days_of(one.on) for one in whole)):
        yield start <= DAY and not any(end <= DAY for end in ends)


@settings(deadline=None, max_examples=60)
@given(statements())
def test_the_answer_is_what_holds_in_every_possible_world(told: tuple[Told, ...]) -> None:
    standing = judged(*told, Told(1, "title", "về một việc"))
    possible = set(worlds(standing))
    expected = {True: IN_FORCE, False: set(Force) - IN_FORCE - {Force.UNKNOWN}}
    allowed = {Force.UNKNOWN} if len(possible) > 1 else expected[possible.pop()]
    assert standing.force in allowed
    assert bool(standing.reasons) == (standing.force is Force.UNKNOWN)


@settings(deadline=None, max_examples=60)
@given(statements(), st.integers(-1, 8), st.booleans())
def test_as_known_on_a_day_is_as_if_nothing_else_had_ever_been_told(
    told: tuple[Told, ...], known: int, strict: bool
) -> None:
    then = [
        replace(one, withdrawn=None)
        for one in told
        if one.recorded <= known and (one.withdrawn is None or one.withdrawn > known)
    ]
    title = Told(1, "title", "về một việc", recorded=-1)
    expected = judged(*then, title, strict=strict)
    found = judged(*told, title, known_on=day(known), strict=strict)
    assert (found.force, found.since, doubts(found)) == (
        expected.force,
        expected.since,
        doubts(expected),
    )
    assert endings(found) == endings(expected)


def endings(standing: Standing) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.predicate, str(one.on), one.parts) for one in standing.endings]


def test_the_register_judges_a_real_pair(reader: Reader) -> None:
    facts, old = Facts(reader), address(1).replace("nq/1/xii", "qd/105/xii")
    assert standing_on(facts, old, date(2022, 8, 17)).force is Force.ASSUMED
    assert standing_on(facts, old, date(2022, 8, 18)).force is Force.ENDED
    strict = standing_on(facts, old, date(2022, 8, 18), strict=True)
    assert doubts(strict) == [Doubt.START_NOT_STATED, Doubt.END_NOT_STATED]
