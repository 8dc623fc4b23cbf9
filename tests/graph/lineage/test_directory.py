"""Lists of bodies and officials: in their order, narrowed, counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.lineage.directory import Choice, Directory, directory_of
from graph.lineage.facts import Facts
from graph.lineage.leading import stints
from graph.model import Level
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Reader
from ontology import terms as cas

TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@pytest.fixture(scope="module")
def directory(register_store: MemoryStore) -> Directory:
    with register_store.read() as reader:
        return directory_of(reader)


def test_everybody_and_every_body_is_listed_once(directory: Directory, reader: Reader) -> None:
    for listed, kind in ((directory.bodies, cas.Body), (directory.officials, cas.Official)):
        there = {q.subject.value for q in reader.quads(None, TYPE, NamedNode(kind), None)}  # type: ignore[union-attr]
        assert [one.iri for one in listed] != []
        assert {one.iri for one in listed} == there
        assert len(listed) == len(there)


def test_counts_are_what_choosing_gives(directory: Directory) -> None:
    for listed in (directory.bodies, directory.officials):
        for level, count in directory.by_level(listed, Choice(level=Level.COMMUNE)):
            assert len(directory.chosen(listed, Choice(level=level))) == count
        units = directory.of_units(listed, Choice())
        assert units
        one = min(units)
        assert directory.chosen(listed, Choice(units=(one,)))


def test_words_found_give_the_order_and_the_rest_narrows_them(directory: Directory) -> None:
    first, second, *_ = (one for one in directory.bodies if one.level is Level.CENTRAL)
    other = directory.officials[0]
    choice = Choice(among=(second.iri, other.iri, first.iri, "urn:none"))
    assert directory.chosen(directory.bodies, choice) == (second, first)
    assert directory.chosen(directory.officials, choice) == (other,)
    assert directory.chosen(directory.bodies, replace(choice, level=Level.COMMUNE)) == ()


def test_a_day_is_told_of_or_not_and_never_stretched(directory: Directory) -> None:
    shown = [one for one in directory.officials if any(day.exact for day in one.days)]
    for one in shown:
        for day in one.days:
            if day.exact:
                assert one.told_on(day.earliest)
    (alone, *_) = [one for one in shown if len(one.days) == 1 and not one.spans]
    (day,) = alone.days
    assert not alone.told_on(date.fromordinal(day.earliest.toordinal() + 1))


def test_what_is_no_date_or_level_is_passed_over() -> None:
    store = MemoryStore()
    facts = DefaultGraph()
    body, official, tenure = (NamedNode(f"{cas.DATA}{one}/x") for one in ("body", "official", "t"))
    told: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
        (body, TYPE, NamedNode(cas.Body)),
        (body, NamedNode(cas.level), NamedNode(f"{cas.DATA}level/none")),
        (official, TYPE, NamedNode(cas.Official)),
        (official, LABEL, Literal("Lan", language="vi")),
        (tenure, NamedNode(cas.holder), official),
        (tenure, NamedNode(cas.body), body),
        (tenure, NamedNode(cas.post), NamedNode(f"{cas.DATA}post/x")),
        *((tenure, NamedNode(one), Literal("18-8-2022")) for one in (cas.heldOn, cas.startsOn)),
        (tenure, NamedNode(cas.endsOn), Literal("2022")),
    ]
    store.apply(Change((), tuple(Quad(*one, facts) for one in told)))
    with store.read() as reader:
        found = directory_of(reader)
        ((stint, held),) = stints(Facts(reader), [tenure.value], date(2022, 8, 18))
    (one,) = found.officials
    assert (found.bodies[0].level, one.days, one.spans) == (None, frozenset(), ())
    assert (stint.starts, str(stint.ends), held.holding) == (None, "2022", None)
