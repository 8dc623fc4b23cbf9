"""An index made from answers as text equals one made quad by quad."""

from __future__ import annotations

from hypothesis import given, settings

from graph.lineage.index.arrays import FIRST_DAY, LAST_DAY
from graph.lineage.index.build import index_of
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from tests.graph.lineage.index.simple import index_of as simply_made
from tests.graph.lineage.index.strategies import statements
from tests.graph.lineage.index.told import Said, contents, say
from tests.graph.lineage.small import iri


@settings(deadline=None, max_examples=40)
@given(statements, statements)
def test_the_quick_way_gives_what_the_plain_way_gives(one: list[Said], other: list[Said]) -> None:
    """Whatever two sources say: cycles, partial dates, several issuers, parts, doubts."""
    store = MemoryStore()
    say(store, "ground", [Said("a", "number", "1-NQ/TW")])
    say(store, "one", one)
    say(store, "other", other)
    with store.read() as reader:
        assert contents(index_of(reader)) == contents(simply_made(reader))


def test_the_real_register_gives_the_same_either_way(reader: Reader) -> None:
    """All that ships, with its disputes, references and merged provinces."""
    assert contents(index_of(reader)) == contents(simply_made(reader))


def test_an_empty_store_has_an_empty_index() -> None:
    """Nothing is known, and nothing breaks."""
    with MemoryStore().read() as reader:
        index = index_of(reader)
    assert len(index) == 0
    assert index.names.find(iri("a")) == -1


def _ends(*told: Said) -> tuple[int, int]:
    store = MemoryStore()
    say(store, "one", told)
    with store.read() as reader:
        index = index_of(reader)
    number = index.names.find(iri("a"))
    return int(index.columns.ended_maybe[number]), int(index.columns.ended_surely[number])


def test_what_ends_a_part_or_suspends_does_not_end_the_whole() -> None:
    """Only a claim that names no part ends the whole document."""
    known = [Said("a", "number", "1-NQ/TW"), Said("b", "issued", "2020-01-01")]
    never = LAST_DAY, LAST_DAY
    assert _ends(*known) == never
    assert _ends(*known, Said("b", "replaces", "a", part=True)) == never
    assert _ends(*known, Said("b", "suspends", "a")) == never
    assert _ends(*known, Said("b", "replaces", "a")) == (737425, 737425)
    assert _ends(*known, Said("b", "replaces", "a", part=True), Said("b", "repeals", "a")) == (
        737425,
        737425,
    )


def test_ends_know_the_least_and_the_most_that_dates_can_mean() -> None:
    """Chains of partial dates, and a replacing document without any."""
    known = [Said("a", "number", "1-NQ/TW"), Said("b", "replaces", "a")]
    assert _ends(*known) == (FIRST_DAY, LAST_DAY)
    assert _ends(*known, Said("b", "issued", "2020")) == (737425, 737790)
    assert _ends(*known, Said("b", "issued", "2020"), Said("a", "expires", "2020-02")) == (
        737425,
        737484,
    )
