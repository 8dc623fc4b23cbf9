"""Provinces compared: what they share, what is left out, and when a corpus is too small."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.analytics.alike import coverages, likenesses
from graph.model import Coverage, Lag, Level, UnitCoverage, UnitState
from graph.store.protocol import Store
from tests.api import sample

NAMES = ("An", "Bình", "Cần")


def cover(number: int, **lags: int | None) -> Coverage:
    """Return the coverage of a resolution: days by unit, None out of scope, absent not found."""
    document = sample.document(f"Nghị quyết {number}-NQ/TW", f"tw/{number}", None, Level.CENTRAL)
    units = tuple(_unit(name, lags) for name in NAMES)
    return Coverage(document, units, 34, sum(u.state is UnitState.FOUND for u in units), None, 1)


def _unit(name: str, lags: dict[str, int | None]) -> UnitCoverage:
    days = lags.get(name)
    state = (
        UnitState.NONE_FOUND
        if name not in lags
        else UnitState.OUT_OF_SCOPE
        if days is None
        else UnitState.FOUND
    )
    lag = Lag(days, days) if days is not None else None
    return UnitCoverage(name, f"iri/{name}", None, state, None, lag, (), 0, ())


KNOWN = (
    cover(1, An=10, Bình=40, Cần=5),
    cover(2, An=20, Bình=30),
    cover(3, An=1),
    cover(4, Bình=7, An=None),
    cover(5, Cần=9),
)


def test_likeness_is_of_what_is_addressed_to_both() -> None:
    found = likenesses(KNOWN, unit_set=34, least=2)
    first = found.pairs[0]
    assert (first.unit, first.other) == ("An", "Bình")
    assert first.similarity == pytest.approx(2 / 3)  # the fourth is not addressed to An
    assert (first.only_unit, first.only_other) == (1, 0)
    assert [one.document.number for one in first.shared] == ["2-NQ/TW", "1-NQ/TW"]
    assert [one.units for one in first.shared] == [2, 3]
    assert (first.apart, first.dated) == (10, 2)
    assert found.documents == 5


def test_a_pair_reads_the_same_from_the_other_side() -> None:
    first = likenesses(KNOWN, unit_set=34, least=2).pairs[0]
    turned = first.turned()
    assert (turned.unit, turned.only_unit, turned.only_other) == ("Bình", 0, 1)
    assert turned.shared[0].lag == Lag(30, 30)
    assert turned.turned() == first


def test_units_with_too_little_are_left_out_and_told() -> None:
    found = likenesses(KNOWN, unit_set=34)
    assert found.compared == ("An", "Bình")
    assert found.left_out == (("Cần", 2),)
    assert found.small


def test_a_document_that_nobody_carries_out_counts_for_nothing() -> None:
    assert likenesses([cover(9, An=None)], unit_set=34).documents == 0
    assert likenesses([], unit_set=34).pairs == ()


def test_lags_that_are_not_known_to_the_day_are_not_compared() -> None:
    vague = replace(KNOWN[0].units[0], lag=Lag(1, 30))
    known = (replace(KNOWN[0], units=(vague, *KNOWN[0].units[1:])), *KNOWN[1:])
    assert likenesses(known, unit_set=34, least=2).pairs[0].dated == 1


def test_the_register_gives_comparable_provinces(register_store: Store) -> None:
    with register_store.read() as reader:
        known = coverages(reader, 34)
    found = likenesses(known, unit_set=34)
    assert all(one.document.level is Level.CENTRAL for one in known)
    assert found.pairs
    for pair in found.pairs:
        for one in pair.shared:
            cover_of = next(c for c in known if c.document.iri == one.document.iri)
            states = {unit.unit: unit.state for unit in cover_of.units}
            assert states[pair.unit] == states[pair.other] == UnitState.FOUND
            assert one.units == cover_of.found
