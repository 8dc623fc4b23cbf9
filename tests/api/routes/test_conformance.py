"""Questions asked at random within their description, over the store of the demonstration.

Whatever is asked, no answer is a fault (5xx), and each is of the shape that is described. Most of
what would name nothing at random is put in the place of a real name, so that answers are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.routes.demo import Api
from tests.api.routes.test_description import OPERATIONS as OTHERS
from tests.browser.conftest import served

#: Other parts of the description: `negative_data_rejection` is among them, for parameters only.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
QUESTIONS = (
    "/api/find",
    "/api/documents",
    "/api/bodies",
    "/api/officials",
    "/api/document",
    "/api/lineage/trace",
    "/api/lineage/tree",
    "/api/lineage/coverage",
    "/api/lineage/coverage/paths",
    "/api/lineage/matrix",
    "/api/lineage/compare",
    "/api/lineage/stale",
    "/api/lineage/impact",
    "/api/lineage/path",
    "/api/lineage/responsible",
    "/api/lineage/changes",
    "/api/lineage/conflicts",
    "/api/lineage/analysis",
    "/api/lineage/alike",
    "/api/layout/cascade",
    "/api/questions",
    "/api/questions/{name}",
    "/api/body",
    "/api/official",
    "/api/ontology",
    "/api/statistics",
)
DOCUMENTS = (
    *("57-NQ/TW", "29-NQ/TW@2013", "80-QĐ/TW", "105-QĐ/TW", "18-NQ/TW", "01-KL/BTCTW"),
    *("173/KH-UBND@Hà Nội", "680-QĐ/TU@Hà Tĩnh", "document/tw/nq/18/xii", "9999-NQ/TW"),
)
PROVINCES = ("Hà Nội", "Đà Nẵng", "ninh binh", "Hải Phòng", "Quảng Ninh")
DAYS = ("2017-10-25", "2020-01-01", "2022-08-18", "2025-06-30", "2026-01-15", "1800-01-01")
NAMES = {
    **dict.fromkeys(("doc", "start", "end", "under"), DOCUMENTS),
    **dict.fromkeys(("province", "unit", "first", "second"), PROVINCES),
    **dict.fromkeys(("on", "as_of", "known_on", "from", "to", "since", "until"), DAYS),
    "type": ("Kế hoạch", "NQ", "quyet dinh", "Chương trình hành động"),
    "name": ("replacement-pairs", "same-numeral", "khong-co"),
    "body": ("Chính phủ", "Bộ Chính trị", "body/bo-noi-vu"),
    "official": ("Trần Thanh Mẫn", "official/khong-co"),
    "q": ("nghi quyet 57", "chuyển đổi số", "bo", "18-NQ/TW"),
}
_KEPT = 12  # of so many choices the first leaves what was made at random


@pytest.fixture(scope="module")
def description(api: Api) -> Iterator[Any]:
    """Give the description that a running server gives of itself."""
    with served(api.service.app) as address:
        yield schemathesis.openapi.from_url(f"{address}/api/openapi.json")


def named(query: dict[str, Any], choice: Callable[[int], int]) -> dict[str, Any]:
    """Return parameters in which most names are those of something."""

    def one(name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [one(name, member) for member in value]
        known = NAMES.get(name)
        if not known or not isinstance(value, str) or not choice(_KEPT):
            return value
        return known[choice(len(known))]

    told = {name: one(name, value) for name, value in query.items()}
    if "cursor" in told and choice(_KEPT):
        del told["cursor"]  # no page gave it
    return told


def test_every_operation_is_tried_somewhere(description: Any) -> None:
    found = {(one.ok().method.upper(), one.ok().path) for one in description.get_all_operations()}
    assert found == {("GET", path) for path in QUESTIONS} | set(OTHERS)


def tried(description: Any, path: str, examples: int) -> None:
    """Ask a question at random, so many times, the same ones every time."""

    @seed(20260115)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=description[path]["GET"].as_strategy(), data=st.data())
    def asked(case: Any, data: st.DataObject) -> None:
        def choice(most: int) -> int:
            return data.draw(st.integers(min_value=0, max_value=most - 1))

        case.query = named(dict(case.query or {}), choice)
        case.path_parameters = named(dict(case.path_parameters or {}), choice)
        case.call_and_validate(checks=CHECKS)

    asked()


@pytest.mark.parametrize("path", QUESTIONS)
def test_questions_are_answered_as_described(description: Any, path: str) -> None:
    tried(description, path, 6)


@pytest.mark.long
@pytest.mark.parametrize("path", QUESTIONS)
def test_many_questions_are_answered_as_described(description: Any, path: str) -> None:
    tried(description, path, 150)
