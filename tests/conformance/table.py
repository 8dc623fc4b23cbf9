"""The page of conformance: made from a run of the suites, and checked against the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.conformance import suites
from tests.conformance.description import service_description
from tests.conformance.misses import MISSES
from tests.conformance.older import older_graph_store
from tests.conformance.service import Service, serving
from tests.conformance.suites import Outcome
from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "conformance.md"
_HEAD = """# Độ tuân thủ SPARQL / SPARQL conformance

Các bộ thử W3C chạy qua HTTP trên `cascade serve --plain`. Bảng do `scripts/conformance.py` viết;
phép thử chạy lại và so. Số và ngày so theo giá trị, như kho giữ chúng: `1.0` là `1`. Chín trường
hợp cú pháp có LOAD được phân tích rồi mới bị từ chối (403): LOAD không bao giờ được thực hiện.

The W3C suites run over HTTP against `cascade serve --plain`. `scripts/conformance.py` writes the
table; a test runs them again and compares. Numbers and dates are compared by value, as the store
keeps them: `1.0` is `1`. Nine syntax cases have a LOAD that is parsed first and refused then (403):
LOAD is never carried out.

| Bộ thử / Suite | đạt / passed | tổng / of |
|---|---:|---:|
"""
_MISSED = """
## Trường hợp không đạt và lý do / Cases not passed, and why

| Trường hợp / Case | Lý do / Reason |
|---|---|
"""
_LEFT_OUT = """
Không chạy: `entailment` (kho suy luận theo luật riêng), `service` và `syntax-fed` (SERVICE luôn bị
từ chối). Bộ Graph Store năm 2012, 18 trường hợp viết bằng lời, W3C đã thay bằng 13 trường hợp ở
trên; vẫn được đọc, gửi đúng như viết, và báo ở đây. SPARQL 1.2 còn là bản thảo.

Not run: `entailment` (the store has rules of its own), `service` and `syntax-fed` (SERVICE is
always refused). The Graph Store cases of 2012, 18 in words, W3C replaced by the 13 above; they
are read, sent as they stand, and reported all the same. SPARQL 1.2 is a draft as yet.
"""

RUNS: Mapping[str, Callable[[Service, Path], Outcome]] = {
    "SPARQL 1.1 Protocol": suites.protocol,
    "Graph Store Protocol (direct)": lambda s, w: suites.graph_store(s, w, "manifest-direct.ttl"),
    "Graph Store Protocol (indirect)": lambda s, w: suites.graph_store(
        s, w, "manifest-indirect.ttl"
    ),
    "Service Description": service_description,
    "Query evaluation": suites.query_evaluation,
    "CSV results": suites.csv_results,
    "Update evaluation": suites.update_evaluation,
    "Syntax (query, update)": suites.syntax,
    "Graph Store, 2012 (older)": older_graph_store,
    "SPARQL 1.2: query evaluation": suites.newer_query_evaluation,
    "SPARQL 1.2: update evaluation": suites.newer_update_evaluation,
    "SPARQL 1.2: syntax": suites.newer_syntax,
}


def suite_of(shared: Path) -> Path:
    """Return where the SPARQL 1.1 suites lie in the shared folder."""
    return shared / "w3c" / "sparql" / "sparql11"


def page(outcomes: Mapping[str, Outcome]) -> str:
    """Return the page that a run makes."""
    lines = [f"| {name} | {o.passed} | {len(o.cases)} |\n" for name, o in outcomes.items()]
    missed = [
        f"| `{case}` | {MISSES.get(case, '?')} |\n" for o in outcomes.values() for case in o.missed
    ]
    return _HEAD + "".join(lines) + _MISSED + "".join(missed) + _LEFT_OUT


def write(shared: Path) -> None:
    """Run all suites and write the page."""
    with serving("--plain") as service:
        outcomes = {name: run(service, suite_of(shared)) for name, run in RUNS.items()}
    PAGE.write_text(page(outcomes), encoding="utf-8")
