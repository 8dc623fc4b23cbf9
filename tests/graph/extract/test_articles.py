"""What the five articles of the shared folder state between documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extract.gazetteer import Knowledge
from graph.extraction import Extraction
from tests.graph.extract.reading import documents, read, relations


@pytest.fixture(scope="module")
def ha_tinh(shared: Path, knowledge: Knowledge) -> Extraction:
    """Return the reading of the article on Hà Tĩnh."""
    (path,) = (shared / "seeds").glob("001_*.txt")
    return read(path.read_bytes().decode(), knowledge)


def test_the_new_regulations_replace_the_old_ones(ha_tinh: Extraction) -> None:
    found = {one for one in relations(ha_tinh) if one[1] == "replaces"}
    pairs = (("680", "335"), ("681", "336"), ("682", "668"))
    assert found == {
        (f"{new}-QĐ/TU (Hà Tĩnh)", "replaces", f"{old}-QĐ/TU (Hà Tĩnh)") for new, old in pairs
    }


def test_a_replaced_regulation_cited_as_a_standard_gets_no_basis(ha_tinh: Extraction) -> None:
    name = "668-QĐ/TU (Hà Tĩnh)"
    assert name in documents(ha_tinh)
    assert not [one for one in relations(ha_tinh) if one[1] == "basedOn" and name in one]


def test_what_is_issued_beside_is_not_carried_out(ha_tinh: Extraction) -> None:
    found = relations(ha_tinh)
    conclusion = "92-KL/TU (Hà Tĩnh)"
    assert (conclusion, "continues", "18-NQ/TW") in found
    assert not [one for one in found if one[1] == "implements" and one[2] == conclusion]


def test_an_earlier_conclusion_has_no_edge_to_a_later_resolution(ha_tinh: Extraction) -> None:
    assert not [one for one in relations(ha_tinh) if "05-KL/TU (Hà Tĩnh)" in one]


def test_programs_carry_out_the_resolutions_named_with_them(ha_tinh: Extraction) -> None:
    found = {one for one in relations(ha_tinh) if one[1] == "implements" and one[0][0].isdigit()}
    assert found == {
        ("920-CTr/TU (Hà Tĩnh)", "implements", "18-NQ/TW"),
        ("1011-CTr/TU (Hà Tĩnh)", "implements", "19-NQ/TW"),
    }
