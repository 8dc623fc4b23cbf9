"""Which central documents most provinces rest on: held against the definition, said plainly."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.documents import documents
from graph.lineage.facts import Facts
from graph.lineage.units import UnitSet
from graph.lineage.widest import widest
from graph.model import Level
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.lineage.country import DATES, EDGES, Edge, asked, country, iri


def counted(reader: Reader, unit_set: int) -> dict[str, int]:
    """Return by how many units each central document is rested on directly."""
    units = UnitSet(Facts(reader), unit_set)
    found: dict[str, set[str]] = defaultdict(set)
    for below, above in asked(reader, "SELECT DISTINCT ?s ?o { ?s cas:restsOn ?o }"):
        for (unit,) in asked(reader, f"SELECT ?u {{ <{below}> cas:unit ?u }}"):
            found[above] |= units.stands_for(unit)
    known = documents(reader, tuple(found))
    central = {one for one in known if known[one].level is Level.CENTRAL}
    return {one: len(units) for one, units in found.items() if units and one in central}


@settings(max_examples=60, deadline=None)
@given(EDGES, DATES, st.sampled_from([63, 34]))
def test_most_provinces_come_first(edges: list[Edge], dates: dict[str, str], unit_set: int) -> None:
    with country(edges, dates).read() as reader:
        expected = counted(reader, unit_set)
        found = [one.iri for one in widest(reader, unit_set=unit_set)]
        assert set(found) == set(expected)
        assert [expected[one] for one in found] == sorted(expected.values(), reverse=True)


def test_of_as_many_provinces_the_newer_comes_first() -> None:
    edges = [Edge("c", "implements", "a"), Edge("c", "basedOn", "b")]
    with country(edges, {"a": "2017", "b": "2019"}).read() as reader:
        assert [one.iri for one in widest(reader)] == [iri("b"), iri("a")]
        assert [one.iri for one in widest(reader, limit=1)] == [iri("b")]


@pytest.mark.parametrize("unit_set", [63, 34])
def test_party_and_state_are_told_apart(reader: Reader, unit_set: int) -> None:
    party, state, both = (
        widest(reader, unit_set=unit_set, limit=10_000, party=party)
        for party in (True, False, None)
    )
    assert all("/document/tw/" in one.iri for one in party)
    assert not any("/document/tw/" in one.iri for one in state)
    assert {one.iri for one in both} == {one.iri for one in (*party, *state)}
    assert party[0].spelling == "57-NQ/TW@XIII"
    assert {one.iri for one in both} == set(counted(reader, unit_set))
    assert all(one.iri.startswith(cas.DATA) for one in both)


def test_of_nothing_nothing_is_widest() -> None:
    with country([]).read() as reader:
        assert widest(reader) == ()
