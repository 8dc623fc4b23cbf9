"""Addresses: minted and parsed in one place, and the same back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import PartialDate
from graph.resolve.identity import DocumentKey
from ontology.terms import DATA

_SEGMENT = st.from_regex(r"[a-z]{2,6}(-[a-z]{2,5})?", fullmatch=True)
_PARTY_PERIOD = st.sampled_from(
    ["vi", "xii", "xiv", "2015-2020", "2025-2030", "lan-thu-xi", "chua-ro"]
)
_STATE_PERIOD = st.sampled_from(["1999", "2025", "chua-ro"])
_NUMERAL = st.from_regex(r"[1-9]\d{0,4}[a-z]?", fullmatch=True) | st.sampled_from(
    ["66.18", "khong-so", "khong-so-0c1feeb5"]
)
_DATED = st.none() | st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))


@pytest.mark.parametrize(
    ("key", "path"),
    [
        (DocumentKey(("tw",), "nq", "18", "xii", True), "document/tw/nq/18/xii"),
        (
            DocumentKey(("tu", "ha-tinh"), "ctr", "920", "2015-2020", True),
            "document/tu/ha-tinh/ctr/920/2015-2020",
        ),
        (DocumentKey(("cp",), "nd", "139", "2025", False), "document/cp/nd/2025/139"),
        (
            DocumentKey(("tw",), "kl", "12", "xiii", True, PartialDate(2022, 4, 6)),
            "document/tw/kl/12/xiii/2022-04-06",
        ),
    ],
)
def test_addresses_of_the_design(key: DocumentKey, path: str) -> None:
    assert key.iri == DATA + path
    assert DocumentKey.parse(key.iri) == key


@given(
    st.lists(_SEGMENT, min_size=1, max_size=3),
    _SEGMENT,
    _NUMERAL,
    st.booleans(),
    _DATED,
    st.data(),
)
def test_what_is_minted_is_parsed_back(
    series: list[str],
    kind: str,
    numeral: str,
    by_term: bool,
    dated: PartialDate | None,
    data: st.DataObject,
) -> None:
    period = data.draw(_PARTY_PERIOD if by_term else _STATE_PERIOD)
    key = DocumentKey(tuple(series), kind, numeral, period, by_term, dated)
    assert DocumentKey.parse(key.iri) == key


@pytest.mark.parametrize(
    "iri",
    [
        "",
        DATA,
        DATA + "document/tw/nq/18",
        DATA + "document/tw/nq//xii",
        DATA + "body/bo-chinh-tri",
        DATA + "document/tw/nq/18/khong-phai",
        "http://example.org/document/tw/nq/18/xii",
    ],
)
def test_other_addresses_are_refused(iri: str) -> None:
    with pytest.raises(ValueError, match="not the address of a document"):
        DocumentKey.parse(iri)
