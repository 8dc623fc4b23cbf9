"""Coverage: the states, 63 and 34 units, mergers, scope, chains."""

from __future__ import annotations

import pytest

from graph.lineage.coverage import coverage
from graph.lineage.documents import find_document
from graph.model import Coverage, UnitCoverage, UnitState
from graph.store.protocol import Reader
from tests.graph.lineage.country import asked


def covered(reader: Reader, spelling: str, unit_set: int) -> Coverage:
    return coverage(reader, find_document(reader, spelling), unit_set=unit_set)


def unit(found: Coverage, name: str) -> UnitCoverage:
    return next(row for row in found.units if row.unit == name)


@pytest.mark.parametrize("unit_set", [63, 34])
def test_every_unit_of_the_set_has_one_row(reader: Reader, unit_set: int) -> None:
    found = covered(reader, "57-NQ/TW", unit_set)
    assert len(found.units) == len({row.unit_iri for row in found.units}) == unit_set
    assert found.found == sum(row.state is UnitState.FOUND for row in found.units) > 20
    assert all((row.first is None) == (row.documents == 0) for row in found.units)


def test_predecessors_count_for_the_unit_they_went_into(reader: Reader) -> None:
    old, new = covered(reader, "57-NQ/TW", 63), covered(reader, "57-NQ/TW", 34)
    thai_binh, hung_yen = unit(old, "Thái Bình"), unit(new, "Hưng Yên")
    assert thai_binh.documents > 0
    assert hung_yen.documents >= thai_binh.documents
    assert new.outside == 0
    # Documents of merged provinces stand for none of the 63.
    assert old.outside > 0


def test_the_first_document_has_its_chain_up_to_the_resolution(reader: Reader) -> None:
    row = unit(covered(reader, "57-NQ/TW", 63), "Quảng Ninh")
    assert row.first is not None
    assert [document.number for document in row.chain] == ["46-CTr/TU", "57-NQ/TW"]
    assert (row.lag and row.lag.least, bool(row.evidence)) == (24, True)


def test_out_of_scope_is_not_none_found(reader: Reader) -> None:
    sea = covered(reader, "36-NQ/TW@2018", 63)
    states = {row.unit: row.state for row in sea.units}
    assert states["Hà Nội"] is states["Sơn La"] is UnitState.OUT_OF_SCOPE
    assert states["Quảng Ninh"] is not UnitState.OUT_OF_SCOPE
    assert sum(state is not UnitState.OUT_OF_SCOPE for state in states.values()) == 28


def test_a_resolution_on_a_region_is_addressed_to_its_provinces(reader: Reader) -> None:
    north = covered(reader, "11-NQ/TW@2022", 63)
    assert unit(north, "Sơn La").state is UnitState.FOUND
    assert unit(north, "Cà Mau").state is UnitState.OUT_OF_SCOPE


def test_a_document_that_nothing_rests_on_covers_nothing(reader: Reader) -> None:
    found = covered(reader, "90-CT/TW@1965", 63)
    assert (found.found, found.median_lag, found.sources) == (0, None, 0)
    assert {row.state for row in found.units} == {UnitState.NONE_FOUND}


@pytest.mark.parametrize("unit_set", [63, 34])
@pytest.mark.parametrize("spelling", ["57-NQ/TW", "29-NQ/TW@2013", "36-NQ/TW@2018"])
def test_coverage_of_the_register_is_what_the_property_path_finds(
    reader: Reader, spelling: str, unit_set: int
) -> None:
    found = covered(reader, spelling, unit_set)
    rows = asked(
        reader,
        f"""SELECT ?u (COUNT(DISTINCT ?d) AS ?n) {{
            ?d cas:restsOn+ <{found.document.iri}> ; cas:unit/cas:mergedInto* ?u .
            ?u cas:unitSet "{unit_set}" }} GROUP BY ?u""",
    )
    counted = {unit: int(count) for unit, count in rows}
    assert counted == {row.unit_iri: row.documents for row in found.units if row.documents}
    assert (found.found, found.dated) == (
        len(counted),
        sum(row.lag is not None for row in found.units),
    )
    for row in found.units:
        if row.first is not None:
            first, last = row.chain[0], row.chain[-1]
            assert (first.iri, last.iri) == (row.first.iri, found.document.iri)
            assert row.evidence
