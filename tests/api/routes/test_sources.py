"""Sources over HTTP: sent, read by a job, shown, forgotten."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx
import pytest

from api.access import Scope
from api.access.audit import FILE
from graph.store.graphs import IMPORT_PREFIX
from tests.api.access.serving import Service

SAID = (
    "Ban Thường vụ Tỉnh ủy Hà Tĩnh ban hành Chương trình hành động 920-CTr/TU ngày 20-12-2017 "
    "để thực hiện Nghị quyết 18-NQ/TW ngày 25-10-2017 của Ban Chấp hành Trung ương."
)
SCRIPT = "<script>alert(1)</script>\n\n"


def told(answer: httpx.Response, status: int = 200) -> Any:
    assert answer.status_code == status, answer.text
    return answer.json()


def ended(service: Service, answer: httpx.Response, headers: dict[str, str]) -> Any:
    """Return the job that a request started, once it has ended."""
    job = told(answer, 202)
    assert answer.headers["location"] == f"/api/jobs/{job['name']}"
    while job["state"] in {"waiting", "running"}:
        time.sleep(0.05)
        job = told(service.client.get(answer.headers["location"], headers=headers))
    return job


def generation(service: Service) -> int:
    with service.store.read() as reader:
        return reader.generation


def test_texts_are_read_stored_shown_and_forgotten(service: Service) -> None:
    bearer = service.bearing(Scope.INGEST)
    sent = [
        {"name": "../../../Hà Tĩnh về 18.txt", "text": SCRIPT + SAID, "published": "2018-05-01"},
        {"name": "mật", "text": "TUYỆT MẬT\nChỉ thị 01-CT/TW"},
        {"name": "register-plenums", "text": SAID, "url": "https://example.org/x"},
    ]
    answer = service.client.request("POST", "/api/sources", json={"texts": sent}, headers=bearer)
    job = ended(service, answer, bearer)
    assert (job["state"], job["done"], job["total"], job["problem"]) == ("done", 3, 3, None)
    first, secret, third = job["result"]["texts"]
    assert secret["problem"]["message"]["en"].startswith("the text is marked “TUYỆT MẬT”")
    assert secret["text"] is secret["claims"] is None
    assert third["source"].endswith("/source/van-ban-register-plenums")
    edges = {
        (one["statement"]["predicate"], one["statement"]["object_name"])
        for one in first["claims"]
        if one["statement"]["subject_name"] == "Chương trình hành động 920-CTr/TU"
    }
    assert ("implements", "Nghị quyết 18-NQ/TW") in edges

    slug = first["source"].rpartition("/")[2]
    assert "." not in slug
    shown = told(service.client.get(f"/api/sources/{slug}"))
    assert shown["text"] == SCRIPT + SAID
    assert shown["source"]["published"] == "2018-05-01"
    assert shown["claims"] == first["claims"]
    for document in shown["reading"]["documents"]:
        for span in document["mentions"]:
            assert shown["text"][span["start"] : span["end"]] == span["surface"]
    listed = told(service.client.get("/api/sources?limit=200"))["sources"]
    assert {slug, "van-ban-register-plenums"} <= {one["slug"] for one in listed}

    assert (
        service.client.request("DELETE", f"/api/sources/{slug}", headers=bearer).status_code == 403
    )
    gone = service.client.request(
        "DELETE", f"/api/sources/{slug}", headers=service.bearing(Scope.FORGET)
    )
    assert told(gone)["claims"] == len(first["claims"])
    assert service.client.get(f"/api/sources/{slug}").status_code == 404
    lines = [json.loads(line) for line in (service.folder / FILE).read_text().splitlines()]
    assert [(line["what"], line["outcome"]) for line in lines if line["outcome"] == "done"] == [
        *(("ingest", "done"), ("forget", "done")),
    ]
    assert SAID not in (service.folder / FILE).read_text()


def test_files_are_only_read_when_that_is_asked(service: Service) -> None:
    bearer = service.bearing(Scope.INGEST)
    files = [
        ("file", ("C:\\bài\\một.txt", SAID.encode("utf-16"), "text/plain")),
        ("file", ("..", b"\x00\x01\x02", "application/zip")),
    ]
    answer = service.client.request(
        "POST", "/api/sources", data={"commit": "false"}, files=files, headers=bearer
    )
    job = ended(service, answer, bearer)
    one, other = job["result"]["texts"]
    assert (one["name"], one["text"], one["claims"]) == ("một.txt", SAID, None)
    assert "binary" in other["problem"]["message"]["en"]
    assert job["result"]["committed"] is False
    assert generation(service) == 2


def test_rdf_enters_a_graph_of_its_own_or_not_at_all(service: Service) -> None:
    bearer = service.bearing(Scope.INGEST) | {"content-type": "text/turtle"}
    good = '<https://example.org/a> <https://example.org/p> "x" .'
    bad = '<https://example.org/a> <https://w3id.org/cascade-vn/ontology#number> "x x" .'

    def send(content: str) -> Any:
        answer = service.client.request(
            "POST",
            "/api/sources?name=../S%E1%BB%91%20li%E1%BB%87u",
            content=content,
            headers=bearer,
        )
        return ended(service, answer, bearer)

    refused = send(bad)
    assert (refused["state"], generation(service)) == ("failed", 2)
    assert "not well formed" in refused["problem"]["message"]["en"]
    done = send(good)
    assert (done["state"], done["result"]["quads"]) == ("done", 1)
    assert done["result"]["graph"] == IMPORT_PREFIX + "so-lieu"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"json": {"texts": []}}, 422),
        ({"json": {"texts": [{"name": "a"}]}}, 422),
        ({"json": {"texts": [{"name": "a", "text": "x", "published": "hôm qua"}]}}, 422),
        ({"json": {"texts": [{"name": "a", "text": "x", "url": "javascript:alert(1)"}]}}, 422),
        ({"json": {"texts": [{"name": "a", "text": "x", "path": "/etc/passwd"}]}}, 422),
        ({"json": {"texts": [{"name": "a", "text": "x"}] * 21}}, 413),
        ({"json": {"texts": [{"name": "a", "text": "x" * (2 << 20) + "x"}]}}, 413),
        ({"content": b"\xff" * 10, "headers": {"content-type": "application/json"}}, 422),
        ({"content": b"x", "headers": {"content-type": "text/plain"}}, 415),
        ({"content": b"x" * (3 << 20), "headers": {"content-type": "text/turtle"}}, 413),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 400),
        ({"files": [("file", ("a", b"x" * (2 << 20) + b"x"))]}, 413),
        ({"files": [("file", (str(n), b"x")) for n in range(21)]}, 413),
        ({"files": [("file", ("a", b"x"))], "data": {"published": "31-2-2020"}}, 422),
        ({"data": {"commit": "true"}, "files": {}}, 415),
        (
            {"content": b"x" * ((32 << 20) + 1), "headers": {"content-type": "application/json"}},
            413,
        ),
    ],
)
def test_what_may_not_be_sent_starts_no_job(
    service: Service, sent: dict[str, Any], status: int
) -> None:
    headers = service.bearing(Scope.INGEST) | sent.pop("headers", {})
    answer = service.client.request("POST", "/api/sources", headers=headers, **sent)
    assert told(answer, status)["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert generation(service) == 2


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/sources/nowhere", 404),
        ("/api/sources/..%2F..%2Ftexts", 404),
        ("/api/sources/%2e%2e", 422),
        ("/api/sources/A", 422),
        ("/api/sources/a%00b", 422),
        ("/api/sources?after=../x", 422),
        ("/api/sources?limit=-1", 422),
    ],
)
def test_what_cannot_be_a_source_is_a_problem(service: Service, address: str, status: int) -> None:
    assert service.client.get(address).status_code == status


def test_tables_of_the_register_are_listed_in_pages_without_a_text(service: Service) -> None:
    seen: list[str] = []
    following = "/api/sources?limit=1"
    while following:
        page = told(service.client.get(following))
        seen += [one["slug"] for one in page["sources"]]
        following = page["next"]
    assert seen == sorted(set(seen))
    assert "register-plenums" in seen
    shown = told(service.client.get("/api/sources/register-plenums"))
    assert (shown["text"], shown["reading"], shown["claims"]) == (None, None, [])
    assert shown["source"]["claims"] > 10
    assert told(service.client.get(shown["claims_at"]))["claims"]


def test_jobs_are_for_those_who_may_send(service: Service) -> None:
    assert service.client.get("/api/jobs/x").status_code == 401
    review = service.bearing(Scope.REVIEW)
    assert service.client.get("/api/jobs/x", headers=review).status_code == 403
    ingest = service.bearing(Scope.INGEST)
    assert service.client.get("/api/jobs/x", headers=ingest).status_code == 404
    assert service.client.request("DELETE", "/api/jobs/x", headers=ingest).status_code == 404
