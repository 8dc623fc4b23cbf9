"""What changed since a day: the clock of the store and the dates of documents stay apart."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.changes import changes
from graph.lineage.documents import find_document
from graph.model import Changes, DatedList
from graph.store.protocol import Reader
from tests.graph.lineage.told import Told, day, made


def changed(*told: Told, since: date, until: date, limit: int = 50) -> Changes:
    with made(told).read() as reader:
        return changes(reader, since=since, until=until, limit=limit)


def numeral(iri: str) -> int:
    return int(iri.split("/")[-2])


def numerals(listed: DatedList) -> list[tuple[int, str]]:
    return [(numeral(row.document.iri), str(row.on)) for row in listed.rows]


def test_what_was_recorded_and_withdrawn_since_is_told_document_by_document() -> None:
    told = (
        Told(1, "issued", "2010-01-01", withdrawn=5),
        Told(1, "issued", "2010-02-01", recorded=5),
        Told(2, "basedOn", 1, recorded=6),
        Told(3, "issued", "2010-03-01"),
    )
    found = changed(*told, since=day(5), until=day(9)).recorded
    by_number = {numeral(row.document.iri): row for row in found.rows}
    assert set(by_number) == {1, 2}
    assert (by_number[1].new, by_number[1].recorded, by_number[1].withdrawn) == (False, 1, 1)
    assert [(claim.value, claim.withdrawn) for claim in by_number[1].claims] == [
        ("2010-01-01", True),
        ("2010-02-01", False),
    ]
    assert by_number[2].new
    assert (found.documents, found.new) == (2, 1)
    counts = {one.predicate: (one.recorded, one.withdrawn) for one in found.claims}
    assert counts == {"issued": (1, 1), "basedOn": (1, 0), "number": (1, 0)}


def test_outside_of_the_days_asked_for_nothing_changed() -> None:
    told = (Told(1, "issued", "2010-01-01", recorded=3, withdrawn=8),)
    for since, until in ((0, 2), (4, 7), (9, 20)):
        found = changed(*told, since=day(since), until=day(until)).recorded
        assert (found.documents, found.rows, found.next) == (0, (), None)
    assert changed(*told, since=day(8), until=day(8)).recorded.rows[0].withdrawn == 1


def test_a_document_of_which_nothing_stands_any_more_is_still_named() -> None:
    gone = Told(2, "basedOn", 1, withdrawn=4)
    number = Told(2, "title", "về một việc", withdrawn=4)
    found = changed(gone, number, since=day(4), until=day(4)).recorded
    assert [numeral(row.document.iri) for row in found.rows] == [2]


LAST_YEAR = (date(2020, 1, 1), date(2020, 12, 31))


def test_dates_of_documents_are_another_clock() -> None:
    told = (
        Told(1, "issued", "2019-05-01"),
        Told(2, "issued", "2020-05-01"),
        Told(2, "replaces", 1),
        Told(3, "issued", "2019-06-01"),
        Told(3, "basedOn", 1),
        Told(4, "basedOn", 3),
        Told(4, "issued", "2020"),
        Told(5, "issued", "2020-12"),
    )
    found = changed(*told, since=LAST_YEAR[0], until=LAST_YEAR[1])
    assert found.recorded.documents == 0
    assert numerals(found.issued) == [(5, "2020-12"), (4, "2020"), (2, "2020-05-01")]
    assert numerals(found.ended) == [(1, "2020-05-01")]
    assert sorted(numerals(found.stale)) == [(3, "2020-05-01"), (4, "2020-05-01")]
    assert [numeral(row.cause.iri) for row in found.stale.rows if row.cause] == [1, 1]


def test_what_may_fall_into_the_time_is_counted_and_not_listed() -> None:
    told = (Told(1, "issued", "2020"), Told(2, "title", "về một việc"))
    found = changed(*told, since=date(2020, 6, 1), until=LAST_YEAR[1])
    assert (found.issued.documents, found.issued.possible, found.issued.rows) == (0, 1, ())


def test_what_rested_on_an_ended_basis_before_is_not_newly_stale() -> None:
    told = (
        Told(1, "issued", "2010-01-01"),
        Told(2, "issued", "2010-01-01"),
        Told(3, "issued", "2011-01-01"),
        Told(3, "basedOn", 1),
        Told(3, "basedOn", 2),
        Told(4, "repeals", 1),
        Told(4, "issued", "2015-01-01"),
        Told(5, "repeals", 2),
        Told(5, "issued", "2020-03-01"),
    )
    assert changed(*told, since=LAST_YEAR[0], until=LAST_YEAR[1]).stale.documents == 0
    before = changed(*told, since=date(2015, 1, 1), until=date(2015, 12, 31)).stale
    assert numerals(before) == [(3, "2015-01-01")]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.integers(0, 6), st.none() | st.integers(1, 6)), max_size=8
    ),
    st.integers(0, 6),
    st.integers(0, 3),
)
def test_random_recordings_are_counted_as_plain_loops_do(
    drawn: list[tuple[int, int, int | None]], first: int, span: int
) -> None:
    told = [
        Told(n, "title", f"việc {place}", recorded=at, withdrawn=None if end is None else at + end)
        for place, (n, at, end) in enumerate(drawn)
    ]
    last = first + span
    found = changed(*told, since=day(first), until=day(last)).recorded
    counts = {one.predicate: (one.recorded, one.withdrawn) for one in found.claims}
    recorded = sum(first <= one.recorded <= last for one in told)
    withdrawn = sum(one.withdrawn is not None and first <= one.withdrawn <= last for one in told)
    assert counts.get("title", (0, 0)) == (recorded, withdrawn)
    begun = {n: min(one.recorded for one in told if one.subject == n) for n, *_ in drawn}
    touched = {one.subject for one in told if first <= one.recorded <= last}
    touched |= {one.subject for one in told if one.withdrawn and first <= one.withdrawn <= last}
    assert {numeral(row.document.iri) for row in found.rows} == touched
    assert {numeral(r.document.iri) for r in found.rows if r.new} == {
        n for n in touched if begun[n] >= first
    }


def test_the_register_tells_which_local_rule_lost_its_basis(reader: Reader) -> None:
    found = changes(reader, since=date(2022, 1, 1), until=date(2022, 12, 31))
    ended = {row.document.number: str(row.on) for row in found.ended.rows}
    assert ended["105-QĐ/TW"] == "2022-08-18"
    assert found.issued.documents > len(found.issued.rows) == 50
    assert find_document(reader, "80-QĐ/TW").iri in {
        one.by.iri for row in found.ended.rows for one in row.standing.endings if one.by
    }
