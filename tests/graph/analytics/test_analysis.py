"""The whole analysis of made-up cascades."""

from __future__ import annotations

from dataclasses import replace

from graph.analytics.analysis import analyse
from graph.analytics.bottlenecks import by_place
from graph.analytics.values import Depth
from graph.model import Document, Lag, Level
from tests.api import sample
from tests.graph.lineage.small import iri, store_of
from tests.graph.lineage.test_cascade import traced

#: b carries a out; c, d, e hang on b alone, f on a and e.
STORE = store_of(
    ("b", "implements", "a"),
    ("c", "implements", "b"),
    ("d", "implements", "b"),
    ("e", "basedOn", "d"),
    ("f", "implements", "a"),
    ("f", "basedOn", "e"),
    dates={"a": "2020-01-01", "b": "2020-01-11", "c": "2020-02", "e": "2020-03-01"},
)


def letters(iris: tuple[str, ...]) -> str:
    return "".join(chr(96 + int(one.split("/")[-2])) for one in iris)


def test_bottlenecks_say_what_would_be_cut_off() -> None:
    found = analyse(traced(STORE, evidence=True))
    assert (found.documents, found.edges, found.chains) == (5, 6, 3)
    cut = {letters((one.document.iri,)): letters(one.cut_off) for one in found.positions}
    assert cut == {"b": "cde", "d": "e", "c": "", "e": "", "f": ""}
    first = found.positions[0]
    assert (first.chains, first.onward, first.fewest, first.most) == (2, 2, 1, 1)
    assert found.positions[0].total_lag == Lag(10, 10)


def test_the_longest_chain_has_its_lags() -> None:
    chain = analyse(traced(STORE, evidence=True)).longest[0]
    assert letters(tuple(step.document.iri for step in chain.steps)) == "abdef"
    assert [step.lag for step in chain.steps[:3]] == [None, Lag(10, 10), None]
    assert chain.steps[1].predicates == ("implements",)
    assert chain.steps[1].certainty == "stated"
    assert chain.total_lag is None


def test_depths_count_by_the_shortest_chain() -> None:
    rows = [(one.steps, one.documents, one.median_lag, one.dated) for one in depths()]
    assert rows == [(1, 2, 10, 1), (2, 2, None, 0), (3, 1, 60, 1)]


def depths() -> tuple[Depth, ...]:
    return analyse(traced(STORE)).depths


def test_strands_meet_in_the_root_only() -> None:
    store = store_of(
        ("b", "implements", "a"), ("c", "basedOn", "b"), ("d", "basedOn", "a"), dates={}
    )
    strands = analyse(traced(store)).strands
    assert [(one.documents, letters(tuple(h.iri for h in one.heads))) for one in strands] == [
        (2, "b"),
        (1, "d"),
    ]


def test_a_document_with_nothing_below_has_nothing_to_measure() -> None:
    found = analyse(traced(STORE, "c"))
    assert (found.documents, found.chains, found.positions, found.longest) == (0, 0, (), ())


def test_upwards_the_chains_lead_to_the_bases() -> None:
    found = analyse(traced(STORE, "f", down=False))
    assert found.documents == 4
    assert letters(tuple(step.document.iri for step in found.longest[0].steps)) == "fedba"


def test_cycles_are_told_and_not_followed_twice() -> None:
    store = store_of(
        ("b", "implements", "a"), ("c", "basedOn", "b"), ("b", "basedOn", "c"), dates={}
    )
    found = analyse(traced(store))
    assert [letters(tuple(one.iri for one in cycle)) for cycle in found.cycles] == ["bc"]
    assert len(found.longest[0].steps) == 3


def test_places_are_units_or_bodies_and_persons_never() -> None:
    documents: dict[str, Document] = {
        one.iri: one for one in (sample.STATE, sample.local_document(1), sample.local_document(2))
    }
    unknown = replace(sample.STATE, iri="x", issuers=())
    places = by_place({**documents, "x": unknown})
    assert list(places) == sorted(["Chính phủ", "Hà Nội", "Quảng Ninh"])
    assert all(len(of_it) == 1 for of_it in places.values())


def test_a_unit_without_anything_below_is_no_bottleneck() -> None:
    found = analyse(sample.cascade())
    assert [(one.place, len(one.cut_off)) for one in found.places] == [
        ("Quảng Ninh", 1),
        ("Chính phủ", 0),
    ]
    assert found.depths[0].by_level[0] == (Level.CENTRAL, 1)
    assert iri("a") not in {one.document.iri for one in found.positions}
