"""Claims and decisions over HTTP."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from api.access import Scope
from api.access.audit import FILE
from tests.api.access.serving import Service

EDGE = "/api/claims?document=57-NQ/TW&relation=implements"


def told(answer: httpx.Response, status: int = 200) -> Any:
    assert answer.status_code == status, answer.text
    return answer.json()


def edge(service: Service) -> str:
    claim = told(service.client.get(EDGE))["claims"][0]["claim"]
    return f"/api/claims/{claim.rpartition('/')[2]}"


def test_claims_come_in_pages_that_end(service: Service) -> None:
    seen: list[str] = []
    page = told(service.client.get("/api/claims?source=register-plenums&limit=70"))
    while page["next"]:
        seen += [one["claim"] for one in page["claims"]]
        page = told(service.client.get(page["next"]))
    seen += [one["claim"] for one in page["claims"]]
    whole = told(service.client.get("/api/claims?source=register-plenums&limit=200"))
    assert len(seen) == len(set(seen)) > 70
    assert seen[:200] == [one["claim"] for one in whole["claims"]]


def test_a_claim_is_decided_on_in_the_callers_name_and_taken_back(service: Service) -> None:
    bearer, address = service.bearing(Scope.REVIEW), edge(service)
    before = told(service.client.get(address))
    assert before["decision"] is None
    sent = {"verdict": "rejected", "note": "nhầm số"}
    done = told(service.client.request("PUT", f"{address}/review", json=sent, headers=bearer))
    assert (done["gained"], done["lost"] > 0, done["generation"]) == (0, True, 3)
    decision = done["claim"]["decision"]
    assert (decision["verdict"], decision["note"]) == ("rejected", "nhầm số")
    assert decision["by"].startswith("token ")
    assert decision["at"] == "2026-01-15T08:00:00+00:00"
    source = told(service.client.get("/api/sources/bai-mot"))["source"]
    assert (source["decided"], source["claims"]) == (1, 4)
    back = told(service.client.request("DELETE", f"{address}/review", headers=bearer))
    assert back["gained"] == done["lost"]
    assert told(service.client.get(address)) == before
    again = service.client.request("DELETE", f"{address}/review", headers=bearer)
    assert told(again, 404)["type"] == "urn:cascade:problem:not-found"
    lines = (service.folder / FILE).read_text().splitlines()
    outcomes = [json.loads(line)["outcome"] for line in lines]
    assert outcomes == ["begun", "done", "begun", "done", "begun", "failed NotFound"]


def test_a_claim_is_corrected_by_the_spelling_of_a_document(service: Service) -> None:
    bearer, address = service.bearing(Scope.REVIEW), edge(service)
    sent = {"verdict": "corrected", "correction": {"relation": "basedOn", "object": "71-NQ/TW"}}
    done = told(service.client.request("PUT", f"{address}/review", json=sent, headers=bearer))
    corrected = done["claim"]["corrected"]
    assert (corrected["predicate"], corrected["object_name"]) == ("basedOn", "Văn bản 71-NQ/TW")
    assert [
        one["claim"] for one in told(service.client.get("/api/claims?state=corrected"))["claims"]
    ]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"verdict": "maybe"}, 422),
        ({"verdict": "accepted", "by": "somebody else"}, 422),
        ({"verdict": "accepted", "correction": {"object": "x"}}, 422),
        ({"verdict": "corrected"}, 422),
        ({"verdict": "corrected", "correction": {}}, 400),
        ({"verdict": "corrected", "correction": {"relation": "implements"}}, 400),
        ({"verdict": "corrected", "correction": {"object": "18-NQ/TW"}}, 300),
        ({"verdict": "corrected", "correction": {"object": "0-XX/YY"}}, 404),
        ({"verdict": "corrected", "correction": {"relation": "withdrawn", "object": "x"}}, 400),
        ({"verdict": "corrected", "correction": {"relation": "../x"}}, 422),
        ({"verdict": "corrected", "correction": {"object": "x" * 3000}}, 422),
        ([], 422),
    ],
)
def test_what_cannot_be_decided_is_a_problem_and_changes_nothing(
    service: Service, sent: object, status: int
) -> None:
    bearer, address = service.bearing(Scope.REVIEW), edge(service)
    answer = service.client.request("PUT", f"{address}/review", json=sent, headers=bearer)
    assert told(answer, status)["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    with service.store.read() as reader:
        assert reader.generation == 2


def test_only_json_is_read_as_json(service: Service) -> None:
    bearer, address = service.bearing(Scope.REVIEW), edge(service)
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = service.client.request(
            *("PUT", f"{address}/review"),
            content=b'{"verdict": "accepted"}',
            headers=bearer | {"content-type": kind},
        )
        assert told(answer, 415)["type"] == "urn:cascade:problem:not-json"
    answer = service.client.request(
        *("PUT", f"{address}/review"),
        content=b'{"verdict": ',
        headers=bearer | {"content-type": "application/json"},
    )
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/claims/0", 404),
        ("/api/claims/..%2F..%2Fetc", 404),
        ("/api/claims/xyz", 422),
        ("/api/claims?state=maybe", 422),
        ("/api/claims?source=../../etc", 422),
        ("/api/claims?limit=0", 422),
        ("/api/claims?limit=1e9", 422),
        ("/api/claims?after=%00", 422),
        ("/api/claims?after=0", 404),
        ("/api/claims?document=18-NQ/TW", 300),
        ("/api/claims?document=0-XX/YY", 404),
    ],
)
def test_what_cannot_be_looked_for_is_a_problem(
    service: Service, address: str, status: int
) -> None:
    answer = service.client.get(address)
    assert told(answer, status)["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
