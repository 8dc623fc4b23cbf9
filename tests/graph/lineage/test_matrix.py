"""Matrix, comparison and ways: merged provinces rolled up, states apart, no order of merit."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median_low

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from graph.errors import NotFound
from graph.lineage.compare import compare_documents, compare_units
from graph.lineage.coverage import coverage
from graph.lineage.documents import documents, find_document
from graph.lineage.matrix import matrix
from graph.lineage.ways import ways
from graph.model import Coverage, Document, Lag, Level, PartialDate, UnitState
from graph.rdf import fact_quads
from graph.resolve.identity import unit_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Reader
from ontology import terms as cas
from tests.graph.lineage.country import (
    DATES,
    EDGES,
    PLACES,
    UNITS,
    Edge,
    asked,
    country,
    iri,
    letter_of,
)


def root_of(reader: Reader, letter: str = "a") -> Document:
    return documents(reader, [iri(letter)])[iri(letter)]


def covered(store: MemoryStore, unit_set: int) -> Coverage:
    with store.read() as reader:
        return coverage(reader, root_of(reader), unit_set=unit_set)


def _unit_in(letter: str, unit_set: int) -> str | None:
    """Return the unit of a set for which a document counts: the definition, said plainly."""
    unit: str | None = PLACES[letter].split("/")[1]
    while unit in UNITS:
        sets, heir = UNITS[unit]
        if str(unit_set) in sets:
            return unit_iri(unit)
        unit = heir
    return None


def _first_day(letter: str, dates: dict[str, str]) -> str:
    return dates.get(letter, "9999")


@settings(max_examples=40, deadline=None)
@given(EDGES, DATES, st.sampled_from([63, 34]))
def test_coverage_counts_what_the_property_path_finds(
    edges: list[Edge], dates: dict[str, str], unit_set: int
) -> None:
    store = country(edges, dates)
    with store.read() as reader:
        path = f"SELECT DISTINCT ?d {{ ?d cas:restsOn+ <{iri('a')}> }}"
        below = {letter_of(d) for (d,) in asked(reader, path)} - {"a"}
    answer = covered(store, unit_set)
    for row in answer.units:
        own = [one for one in sorted(below) if _unit_in(one, unit_set) == row.unit_iri]
        assert row.documents == len(own) == sum(count for _, count in row.by_level)
        assert (row.state is UnitState.FOUND) == bool(own)
        first = min(own, key=lambda one: (_first_day(one, dates), iri(one)), default=None)
        assert (row.first and letter_of(row.first.iri)) == first
        assert bool(row.chain) == bool(own)
    local = {one for one in below if PLACES[one].split("/")[1] in UNITS}
    counted = {one for one in local if _unit_in(one, unit_set)}
    assert answer.outside == len(local - counted)


@settings(max_examples=25, deadline=None)
@given(EDGES, DATES, st.sampled_from([63, 34]))
def test_a_matrix_has_the_cells_of_coverage(
    edges: list[Edge], dates: dict[str, str], unit_set: int
) -> None:
    store = country(edges, dates)
    with store.read() as reader:
        roots = [root_of(reader, "a"), root_of(reader, "b")]
        table = matrix(reader, roots, unit_set=unit_set)
        for place, root in enumerate(roots):
            alone = coverage(reader, root, unit_set=unit_set)
            assert [(r.unit_iri, r.state, r.documents, r.lag, r.deepest) for r in alone.units] == [
                (row.unit_iri, c.state, c.documents, c.lag, c.deepest)
                for row in table.rows
                for c in [row.cells[place]]
            ]
            total = table.totals[place]
            assert (total.found, total.in_scope, total.median, total.outside) == (
                alone.found,
                alone.in_scope,
                alone.median,
                alone.outside,
            )


@settings(max_examples=40, deadline=None)
@given(EDGES, DATES)
def test_two_provinces_are_compared_over_all_central_bases(
    edges: list[Edge], dates: dict[str, str]
) -> None:
    store = country(edges, dates)
    one, other = unit_iri("ninh-binh-2025"), unit_iri("ha-noi")
    with store.read() as reader:
        pairs = asked(reader, "SELECT DISTINCT ?d ?b { ?d cas:restsOn+ ?b }")
        found = compare_units(reader, one, other)
    bases: dict[str, set[str]] = {one: set(), other: set()}
    for document, basis in pairs:
        unit = _unit_in(letter_of(document), 34)
        if unit in bases and letter_of(basis) in "ab":
            bases[unit].add(basis)
    assert found.both == len(bases[one] & bases[other])
    assert found.only_first == len(bases[one] - bases[other])
    assert found.only_second == len(bases[other] - bases[one])
    assert {row.document.iri for row in found.rows} == bases[one] | bases[other]
    for row in found.rows:
        assert (row.first.state is UnitState.FOUND) == (row.document.iri in bases[one])
        assert (row.second.state is UnitState.FOUND) == (row.document.iri in bases[other])


TREE = (
    Edge("c", "implements", "a"),
    Edge("d", "implements", "a"),
    Edge("e", "implements", "c"),
    Edge("e", "basedOn", "b"),
    Edge("b", "implements", "a"),
    Edge("g", "implements", "b"),
)
DAYS = {"a": "2017-01-01", "b": "2017-03-01", "c": "2018", "d": "2018-06-01", "g": "2025-09-01"}


def test_districts_and_communes_count_for_their_province() -> None:
    rows = {row.unit: row for row in covered(country(TREE, DAYS), 63).units}
    assert (rows["Hà Nam"].documents, rows["Hà Nam"].deepest) == (2, Level.DISTRICT)
    assert rows["Hà Nam"].by_level == ((Level.PROVINCE, 1), (Level.DISTRICT, 1))
    assert rows["Hà Nội"].deepest is Level.COMMUNE
    assert rows["Hà Nội"].corpus is not None
    assert rows["Hà Nội"].corpus.documents == 2  # h as well, which rests on nothing
    assert rows["Ninh Bình"].deepest is None


def test_a_figure_reported_by_a_body_of_a_province_is_no_document() -> None:
    store = country(TREE, DAYS)
    told = (
        ("result/1", cas.aboutDocument, iri("a")),
        ("result/1", cas.aboutBody, cas.DATA + "body/nam-dinh/tinh-uy"),
        ("body/nam-dinh/tinh-uy", cas.jurisdiction, unit_iri("nam-dinh")),
        ("result/2", cas.aboutDocument, iri("a")),
        ("result/2", cas.aboutBody, cas.DATA + "body/ninh-binh/tinh-uy"),
        ("body/ninh-binh/tinh-uy", cas.jurisdiction, unit_iri("ninh-binh")),
    )
    store.apply(Change(added=tuple(fact_quads((cas.DATA + s, p, o) for s, p, o in told))))
    states = {row.unit: row.state for row in covered(store, 63).units}
    assert states["Ninh Bình"] is UnitState.REPORTED
    assert states["Nam Định"] is UnitState.FOUND  # a document says more
    assert dict(covered(store, 63).by_state) == {UnitState.FOUND: 3, UnitState.REPORTED: 1}


def test_a_merged_province_shows_the_earliest_of_all_that_went_into_it() -> None:
    rows = {row.unit: row for row in covered(country(TREE, DAYS), 34).units}
    merged = rows["Ninh Bình"]
    assert (merged.documents, merged.first and letter_of(merged.first.iri)) == (3, "c")
    assert merged.lag == Lag(365, 729)


def test_lags_have_a_median_as_a_range_and_a_slowest_known() -> None:
    answer = covered(country(TREE, DAYS), 63)
    lags = [row.lag for row in answer.units if row.lag]
    assert answer.median == Lag(
        median_low(lag.least for lag in lags), median_low(lag.most for lag in lags)
    )
    assert answer.dated == 3
    assert answer.slowest is not None
    assert answer.slowest.unit == "Hà Nội"
    # A year alone makes no exact lag: it stands in the range and not in the single figure.
    assert answer.median_lag == 516


def test_the_corpus_of_a_unit_is_told_by_year() -> None:
    rows = {row.unit: row for row in covered(country(TREE, DAYS), 63).units}
    corpus = rows["Hà Nội"].corpus
    assert corpus is not None
    assert [(one.year, one.documents) for one in corpus.years] == [(2025, 1), (None, 1)]


def test_every_way_is_told_shortest_first() -> None:
    store = country(TREE, DAYS)
    with store.read() as reader:
        found = ways(reader, root_of(reader), unit_iri("ha-nam"), unit_set=63)
        told = [
            [letter_of(way.start.iri), *(letter_of(step.other.iri) for step in way.steps)]
            for way in found.ways
        ]
        assert told == [["c", "a"], ["e", "c", "a"], ["e", "b", "a"]]
        assert found.next is None
        assert all(step.evidence for way in found.ways for step in way.steps)
        second = ways(reader, root_of(reader), unit_iri("ha-nam"), unit_set=63, limit=2, number=2)
        assert (second.ways, second.next, second.before) == (found.ways[2:], None, 2)
        assert ways(reader, root_of(reader), unit_iri("ha-nam"), unit_set=63, limit=2).next == 2


def test_ways_in_a_cycle_end() -> None:
    store = country([*TREE, Edge("c", "basedOn", "e"), Edge("a", "basedOn", "c")], DAYS)
    with store.read() as reader:
        found = ways(reader, root_of(reader), unit_iri("ha-nam"), unit_set=63)
    told = {"".join(letter_of(s.other.iri) for s in (*way.steps,)) for way in found.ways}
    assert told == {"a", "ba", "ca", "eba"}


def test_a_unit_of_another_set_is_refused() -> None:
    with country(TREE, DAYS).read() as reader, pytest.raises(NotFound) as refused:
        ways(reader, root_of(reader), unit_iri("ha-nam"), unit_set=34)
    assert refused.value.remedy


def test_two_resolutions_are_compared_unit_by_unit() -> None:
    store = country(TREE, DAYS)
    with store.read() as reader:
        found = compare_documents(reader, root_of(reader, "a"), root_of(reader, "b"), unit_set=63)
    assert (found.both, found.only_first, found.only_second, found.neither) == (
        ("Hà Nam", "Hà Nội"),
        ("Nam Định",),
        (),
        ("Ninh Bình",),
    )


def test_units_stand_by_region_and_name(reader: Reader) -> None:
    roots = [find_document(reader, one) for one in ("57-NQ/TW", "29-NQ/TW@2013", "36-NQ/TW@2018")]
    for unit_set in (63, 34):
        rows = matrix(reader, roots, unit_set=unit_set).rows
        assert len(rows) == unit_set
        assert [(row.region or "", row.unit) for row in rows] == sorted(
            (row.region or "", row.unit) for row in rows
        )


def test_every_figure_has_its_corpus_beside_it(reader: Reader) -> None:
    table = matrix(reader, [find_document(reader, "57-NQ/TW")], unit_set=34)
    assert all(row.corpus.documents >= row.cells[0].documents for row in table.rows)
    told = [row.corpus for row in table.rows]
    assert all(one.sources is not None for one in told)
    for one in told:
        assert sum(year.documents for year in one.years) == one.documents
    assert any(year.sources for one in told for year in one.years)


_SOURCES = f"""SELECT DISTINCT ?unit ?year ?address {{
    ?document <{cas.unit}>/<{cas.mergedInto}>* ?unit . ?unit <{cas.unitSet}> "%d"
    GRAPH ?source {{
        ?claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?document ;
            <{cas.evidence}> ?row .
        OPTIONAL {{ ?row <{cas.address}> ?printed }}
        OPTIONAL {{ ?row <{cas.seenOn}> ?seen }} }}
    BIND(SUBSTR(STR(?seen), 1, 4) AS ?year)
    BIND(COALESCE(?printed, STR(?source)) AS ?address)
}}"""


@pytest.mark.parametrize("unit_set", [63, 34])
def test_sources_are_those_that_the_store_names(reader: Reader, unit_set: int) -> None:
    """Distinct addresses that speak of documents of a unit or of what went into it, by year."""
    told: dict[str, set[tuple[int | None, str]]] = defaultdict(set)
    answer = reader.query(_SOURCES % unit_set)
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        unit, year, address = (getattr(term, "value", None) for term in row)
        told[str(unit)].add((int(year) if year else None, str(address)))
    rows = matrix(reader, [find_document(reader, "57-NQ/TW")], unit_set=unit_set).rows
    assert sum(len(seen) for seen in told.values()) > 100
    for unit_row in rows:
        seen, corpus = told[unit_row.unit_iri], unit_row.corpus
        assert corpus.sources == len({address for _, address in seen})
        by_year = Counter(year for year, _ in seen)
        assert {one.year: one.sources for one in corpus.years if one.sources} == by_year


def test_a_day_known_in_part_gives_a_range(reader: Reader) -> None:
    found = coverage(reader, find_document(reader, "57-NQ/TW"), unit_set=34)
    row = next(row for row in found.units if row.unit == "Hồ Chí Minh")
    assert row.first is not None
    assert (row.first.issued, row.lag) == (PartialDate(2026), Lag(375, 739))
    assert found.slowest is not None
    assert found.slowest.unit == "Lâm Đồng"
