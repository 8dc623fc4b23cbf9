"""Tenures on a line of time: what is drawn says what is known and no more."""

from __future__ import annotations

from datetime import date

from api.web.tenures import Span
from graph.model import PartialDate, Tenure, Verification
from tests.api.sample import evidence


def tenure(
    *days: str,
    starts: str | None = None,
    ends: str | None = None,
    rating: Verification = Verification.SEEN_ONCE,
) -> Tenure:
    return Tenure(
        name="A",
        iri="urn:a",
        post="Trưởng ban",
        holding=None,
        held_on=tuple(PartialDate.parse(day) for day in days),
        starts=PartialDate.parse(starts) if starts else None,
        ends=PartialDate.parse(ends) if ends else None,
        evidence=(evidence(verification=rating),),
    )


def drawn(one: Tenure) -> list[tuple[str, float, float]]:
    span = Span.of([one])
    assert span is not None
    return [(mark.kind, mark.x, mark.end) for mark in span.marks(one)]


def test_two_days_are_two_points_and_nothing_between() -> None:
    (first, second) = drawn(tenure("2018-01-01", "2021-07-02"))
    assert (first[0], second[0]) == ("day", "day")
    assert first[1] == first[2] == 0
    assert second[1] == second[2] == 87.47


def test_a_day_known_to_the_month_is_no_day() -> None:
    assert [kind for kind, _, _ in drawn(tenure("2021-03"))] == ["about"]


def test_an_interval_is_as_sure_as_its_source() -> None:
    first, last = "2019-01-01", "2019-12-31"
    doubted = tenure(starts=first, ends=last, rating=Verification.UNVERIFIED)
    assert drawn(tenure(starts=first, ends=last))[0][0] == "stated"
    assert drawn(doubted)[0][0] == "claimed"
    assert drawn(tenure(starts="2019", ends="2019"))[0][0] == "claimed"  # no day surely within


def test_of_an_open_interval_one_end_is_drawn() -> None:
    ((kind, x, end),) = drawn(tenure(starts="2019-07-02"))
    assert (kind, x == end) == ("from", True)
    assert drawn(tenure(ends="2019-07-02"))[0][0] == "until"


def test_a_line_has_whole_years_the_day_looked_at_and_names() -> None:
    assert Span.of([tenure()]) is None
    span = Span.of([tenure("2018-05-05")], date(2020, 1, 1))
    assert span is not None
    assert (span.start, span.days) == (date(2018, 1, 1), 365 + 365 + 366)
    assert span.along(date(2019, 1, 1)) == 33.3
    named = [name for name, _ in span.ticks]
    assert named == ["7-2018", "1-2019", "7-2019", "1-2020", "7-2020"]
    year = Span.of([tenure("2018-05-05")])
    assert year is not None
    assert year.ticks[0] == ("2018", 0)  # where there is room for it


def test_the_last_year_of_the_calendar_has_a_line_too() -> None:
    span = Span.of([tenure("2018-01-01")], date.max)
    assert span is not None
    assert 99.9 < span.along(date.max) <= 100
    assert len(span.ticks) < 20
