"""The W3C suites over HTTP: every case is passed, but for those listed with their reasons."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.conformance.misses import MISSES
from tests.conformance.results import same_rows
from tests.conformance.service import Service
from tests.conformance.suites import Outcome
from tests.conformance.table import PAGE, RUNS, page, suite_of

#: How many cases must be passed, of how many.
SIZES = {
    "SPARQL 1.1 Protocol": (34, 34),
    "Graph Store Protocol (direct)": (4, 4),
    "Graph Store Protocol (indirect)": (9, 9),
    "Service Description": (3, 3),
    "Query evaluation": (222, 232),
    "CSV results": (2, 3),
    "Update evaluation": (94, 94),
    "Syntax (query, update)": (166, 166),
    "Graph Store, 2012 (older)": (13, 18),
    "SPARQL 1.2: query evaluation": (61, 63),
    "SPARQL 1.2: update evaluation": (3, 3),
    "SPARQL 1.2: syntax": (200, 203),
}
QUICK = (
    *("SPARQL 1.1 Protocol", "Graph Store Protocol (direct)"),
    *("Graph Store Protocol (indirect)", "Service Description"),
)


@cache
def outcome(name: str, plain: Service, suite: Path) -> Outcome:
    return RUNS[name](plain, suite)


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=() if n in QUICK else pytest.mark.long) for n in RUNS]
)
def test_the_suite_is_passed(name: str, plain: Service, shared: Path) -> None:
    found = outcome(name, plain, suite_of(shared))
    least, size = SIZES[name]
    assert len(found.cases) == size
    assert {case: wrong for case, wrong in found.missed.items() if case not in MISSES} == {}
    assert found.passed >= least


@pytest.mark.long
def test_no_reason_is_kept_for_what_is_passed_by_now(plain: Service, shared: Path) -> None:
    outcomes = [outcome(name, plain, suite_of(shared)) for name in RUNS]
    assert MISSES.keys() - {case for found in outcomes for case in found.missed} == set()


@pytest.mark.long
def test_the_page_says_what_a_run_says(plain: Service, shared: Path) -> None:
    outcomes = {name: outcome(name, plain, suite_of(shared)) for name in RUNS}
    assert PAGE.read_text(encoding="utf-8") == page(outcomes)


def test_a_wrong_answer_is_no_pass() -> None:
    """The comparison can fail: one row less, another value, other links between blank nodes."""
    rows = [(("a", "_:x"), ("b", "_:x")), (("a", "_:y"), ("b", "_:z"))]
    assert same_rows(rows, [(("a", "_:1"), ("b", "_:2")), (("a", "_:3"), ("b", "_:3"))])
    assert not same_rows(rows, [(("a", "_:1"), ("b", "_:2")), (("a", "_:3"), ("b", "_:4"))])
    assert not same_rows(rows, rows[:1])
    assert not same_rows([(("a", '"1"'),)], [(("a", '"2"'),)])
