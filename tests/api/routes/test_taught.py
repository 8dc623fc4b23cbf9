"""What a decision over HTTP teaches: the texts that are sent in afterwards are read by it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.access import Scope
from graph.lineage.proposals import ProposalKind
from graph.review import taught_in
from graph.store.memory import MemoryStore
from tests.api.access.serving import Service
from tests.api.routes.test_source_pages import Visitor, proposal
from tests.api.routes.test_sources import ended, told

FIRST = "Tỉnh ủy Hà Tĩnh tổ chức thực hiện Nghị quyết 19."
NEXT = "Tỉnh ủy Nghệ An tổ chức thực hiện Nghị quyết 19."
KNOWN = "Có Nghị quyết số 19-NQ/TW ngày 16-6-2022 và Nghị quyết số 19-NQ/TW ngày 25-10-2017."


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """Give the service over a store with a text that leaves a citation open."""
    made = Service(MemoryStore(), tmp_path / "store.access")
    sent(made, {"first": FIRST, "known": KNOWN})
    yield made
    made.app.state.jobs.close(30)


def sent(service: Service, texts: dict[str, str], *, commit: bool = True) -> list[Any]:
    """Return what is told of texts that are sent in."""
    bearer = service.bearing(Scope.INGEST)
    body = {
        "commit": commit,
        "texts": [
            {"name": name, "text": text, "published": "2023-03-12"} for name, text in texts.items()
        ],
    }
    answer = service.client.request("POST", "/api/sources", json=body, headers=bearer)
    job = ended(service, answer, bearer)
    assert job["problem"] is None
    found = job["result"]["texts"]
    assert isinstance(found, list)
    return found


def cited(service: Service) -> str:
    """Return the number of the one document that the next text is read to name, and why."""
    (item,) = sent(service, {"next": NEXT}, commit=False)
    (document,) = item["reading"]["documents"]
    return f"{document['number']} {'reviewed' in document.get('inferred', ())}"


def test_a_correction_by_the_api_teaches_and_its_undoing_withdraws(service: Service) -> None:
    assert cited(service) == "19 False"
    claims = told(service.client.get("/api/sources/first"))["claims"]
    (claim,) = (one for one in claims if one["statement"]["predicate"] == "mentions")
    address = f"/api/claims/{claim['claim'].rpartition('/')[2]}/review"
    body = {"verdict": "corrected", "correction": {"object": "19-NQ/TW@XIII"}}
    bearer = service.bearing(Scope.REVIEW)
    done = told(service.client.request("PUT", address, json=body, headers=bearer))
    taught = done["claim"]["decision"]["taught"]
    assert (taught["name"], taught["number"]) == ("Nghị quyết 19", "19-NQ/TW")
    assert cited(service) == "19-NQ/TW True"
    (stored,) = sent(service, {"next": NEXT})
    mentions = [one for one in stored["claims"] if one["statement"]["predicate"] == "mentions"]
    assert mentions[0]["statement"]["object"].endswith("/document/tw/nq/19/xiii")
    told(service.client.request("DELETE", address, headers=bearer))
    assert cited(service) == "19 False"


def test_a_choice_on_the_page_teaches_and_its_undoing_withdraws(service: Service) -> None:
    lan = Visitor(service, Scope.REVIEW)
    choice = proposal(service, "first", ProposalKind.CHOICE)
    wanted = next(iri for iri in choice.candidates if iri.endswith("/19/xiii"))
    done = lan.send("/nguon/first", the=choice.key, viec="chon", **{"ung-vien": wanted})
    assert done.status_code == 303
    assert cited(service) == "19-NQ/TW True"
    assert lan.send("/nguon/first", the=choice.key, viec="hoan").status_code == 303
    with service.store.read() as reader:
        assert taught_in(reader) == ()
    assert cited(service) == "19 False"
