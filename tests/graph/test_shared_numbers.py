"""What binds texts to one another: written beside them, read back, counted."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.model import PartialDate
from graph.resolve.documents import Given
from graph.resolve.identity import source_iri
from graph.resolve.link import Shared
from graph.shared_numbers import MadeKnown, citing_loosely, given_in, spelled, spellings_of
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas

NUMBER = "tu/ha-tinh qd 680"
DAY = Given("2015-2020", PartialDate(2018, 5, 3))
OTHER_DAY = Given("2015-2020", PartialDate(2018, 5, 4))

_days = st.none() | st.dates(date(1930, 1, 1), date(2100, 1, 1))
_partial = st.none() | st.builds(
    PartialDate, st.integers(1930, 2100), st.none() | st.integers(1, 12)
)
_given = st.builds(
    Given, st.sampled_from(["xii", "2015-2020", "2018", "lan-thu-xviii"]), _partial
) | st.builds(Given, not_before=_days, not_after=_days)
_shared = st.dictionaries(
    st.sampled_from([NUMBER, "tw nq 18", "cp nd 1.2"]),
    st.builds(Shared, st.frozensets(_given, max_size=4), st.booleans()),
)


def stored(texts: dict[str, dict[str, Shared]]) -> MemoryStore:
    """Return a store that binds texts to others."""
    return MemoryStore(
        Quad(node, NamedNode(cas.citationKey), Literal(spelling), node)
        for name, shared in texts.items()
        for node in [NamedNode(source_iri(name))]
        for spelling in spelled(shared)
    )


@given(_shared)
def test_what_is_written_is_read_back(shared: dict[str, Shared]) -> None:
    told = {number: one.given for number, one in shared.items() if one.given}
    assert given_in(spelled(shared)) == told


@given(st.dictionaries(st.sampled_from("abc"), _shared, max_size=3), _shared)
def test_counting_on_equals_reading_anew(
    texts: dict[str, dict[str, Shared]], now: dict[str, Shared]
) -> None:
    with stored(texts).read() as before, stored({**texts, "a": now}).read() as after:
        kept = MadeKnown()
        gone = given_in(spellings_of(before, source_iri("a")))
        changed = kept.exchange(before, gone, given_in(spelled(now)))
        for number in (NUMBER, "tw nq 18", "cp nd 1.2"):
            known = MadeKnown().under(after, number)
            assert kept.under(before, number) == known
            assert (number in changed) == (MadeKnown().under(before, number) != known)


def test_only_who_cites_loosely_waits_for_others() -> None:
    loose, firm = Shared(frozenset(), True), Shared(frozenset({DAY}), False)
    with stored({"a": {NUMBER: loose}, "b": {NUMBER: firm}}).read() as reader:
        assert citing_loosely(reader, [NUMBER]) == {source_iri("a")}


def _changed(reader: Reader, given_now: Given) -> frozenset[str]:
    return MadeKnown().exchange(reader, {}, {NUMBER: frozenset({given_now})})


def test_one_more_who_says_the_same_changes_nothing() -> None:
    with stored({"a": {NUMBER: Shared(frozenset({DAY}), False)}}).read() as reader:
        assert _changed(reader, DAY) == frozenset()
        assert _changed(reader, OTHER_DAY) == {NUMBER}
