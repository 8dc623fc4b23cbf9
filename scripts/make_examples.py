#!/usr/bin/env python3
"""Write the examples in the description of the JSON API: what it answers, cut short.

The service is asked as a program would ask it, over the store that `scripts/demo` makes; each list
keeps its first member. `tests/api/test_description.py` holds the file against the shapes.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
from fastapi import FastAPI

from api.access import Scope
from api.app import create_app
from api.cursors import Cursors
from api.examples import FILE
from api.questions import ROWS
from api.settings import Settings
from api.uploads.limits import UploadLimits
from graph.build import load_register
from graph.ingest import bring
from graph.read.article import Hints
from graph.store.local import LocalStore
from graph.workers import reading

NOW = datetime(2026, 1, 15, 8, tzinfo=UTC)
CORPUS = Path(__file__).resolve().parents[1] / "data" / "corpus"
HOST = "http://127.0.0.1"
_LONGEST = 700  # characters of a text in an example
_TEXT = "Thực hiện Nghị quyết số 57-NQ/TW, UBND tỉnh ban hành Kế hoạch số 173/KH-UBND."

#: What is asked for the example of each operation that only reads.
QUESTIONS: dict[str, str] = {
    "find": "/api/find?q=nghi+quyet+57&limit=1",
    "findDocuments": "/api/documents?q=57-NQ/TW&limit=1",
    "findBodies": "/api/bodies?q=chinh+phu&limit=1",
    "findOfficials": "/api/officials?q=chu+tich+quoc+hoi&limit=1",
    "describeDocument": "/api/document?doc=80-QĐ/TW@XIII",
    "traceLineage": "/api/lineage/trace?doc=57-NQ/TW&limit=1",
    "traceTree": "/api/lineage/tree?doc=57-NQ/TW&depth=1",
    "coverage": "/api/lineage/coverage?doc=57-NQ/TW",
    "coveragePaths": "/api/lineage/coverage/paths?doc=57-NQ/TW&province=Đà+Nẵng&limit=1",
    "coverageMatrix": "/api/lineage/matrix?doc=57-NQ/TW",
    "compare": "/api/lineage/compare?first=Hà+Nội&second=Hải+Phòng&limit=1",
    "staleBases": "/api/lineage/stale?as_of=2026-11-27&limit=1",
    "impact": "/api/lineage/impact?doc=57-NQ/TW&on=2026-12-31&limit=1",
    "explainPath": "/api/lineage/path?start=680-QĐ/TU@Hà+Tĩnh&end=80-QĐ/TW&limit=1",
    "responsible": "/api/lineage/responsible?doc=01-KL/BTCTW",
    "changes": "/api/lineage/changes?since=2022-01-01&until=2022-12-31&limit=1",
    "conflicts": "/api/lineage/conflicts?kind=disputed&limit=1",
    "analyseLineage": "/api/lineage/analysis?doc=57-NQ/TW&limit=1",
    "alike": "/api/lineage/alike?unit=Hà+Nội",
    "describeBody": "/api/body?body=Chính+phủ",
    "describeOfficial": "/api/official?official=Trần+Thanh+Mẫn",
    "ontology": "/api/ontology",
    "statistics": "/api/statistics",
    "listSources": "/api/sources?limit=1",
    "describeSource": "/api/sources/ha-tinh-to-chuc-can-bo",
    "listClaims": "/api/claims?document=57-NQ/TW&limit=1",
    "layoutCascade": "/api/layout/cascade?doc=57-NQ/TW&sau=1",
    "listQuestions": "/api/questions",
    "health": "/health",
}


ROWS_ASKED = "/api/questions/replacement-pairs"


@dataclass(frozen=True, slots=True)
class Asking:
    """A service, and what its callers are known by."""

    app: FastAPI
    client: httpx.AsyncClient
    bearer: dict[str, str]

    async def told(self, method: str, address: str, **said: Any) -> Any:
        """Return what is answered, whatever the status."""
        headers = self.bearer | said.pop("headers", {})
        answer = await self.client.request(method, address, headers=headers, **said)
        return answer.json()


def asking(store: LocalStore, folder: Path, **settings: Any) -> Asking:
    """Return a service over a store, and a token for all that may be done."""
    told = Settings(
        access_folder=folder, clock=lambda: NOW, today=lambda: date(2026, 1, 15), **settings
    )
    app = create_app(told, store)
    keeper = app.state.gatekeeper
    bearer = keeper.tokens.create(list(Scope), label="thử", now=NOW)[1]
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HOST)
    return Asking(app, client, {"authorization": f"Bearer {bearer}"})


async def answers(service: Asking) -> dict[str, Any]:
    """Return what the service answers when all is well, by the name of the operation."""
    made = {name: await service.told("GET", asked) for name, asked in QUESTIONS.items()}
    made["metrics"] = "# TYPE cascade_requests_running gauge\ncascade_requests_running 1\n"
    for media in ROWS.values():
        accept = {"accept": media}
        rows = await service.client.get(ROWS_ASKED, headers=service.bearer | accept)
        said = rows.json() if media.endswith("json") else "\n".join(rows.text.splitlines()[:2])
        made[f"askQuestion {media}"] = said
    claim = made["listClaims"]["claims"][0]["claim"].rpartition("/")[2]
    path = f"/api/claims/{claim}"
    made["describeClaim"] = await service.told("GET", path)
    accepted = {"verdict": "accepted"}
    made["reviewClaim"] = await service.told("PUT", f"{path}/review", json=accepted)
    made["undoReview"] = await service.told("DELETE", f"{path}/review")
    sent = {"texts": [{"name": "bai.txt", "text": _TEXT}], "commit": False}
    made["sendSources"] = await service.told("POST", "/api/sources", json=sent)
    job = f"/api/jobs/{made['sendSources']['name']}"
    made["describeJob"] = made["sendSources"]
    while made["describeJob"]["ended"] is None:
        await asyncio.sleep(0.2)
        made["describeJob"] = await service.told("GET", job)
    again = await service.told("POST", "/api/sources", json=sent)
    made["cancelJob"] = await service.told("DELETE", f"/api/jobs/{again['name']}")
    made["forgetSource"] = await service.told("DELETE", "/api/sources/ha-tinh-to-chuc-can-bo")
    return made


async def refusals(service: Asking, tight: Asking, missing: Asking) -> dict[str, Any]:
    """Return how the service refuses, by status."""
    nobody = {"authorization": "Bearer cascade_0_0"}
    texts = {"texts": [{"name": f"{n}.txt", "text": _TEXT} for n in range(21)]}
    old = Cursors(1, "-", "").sealed("20")
    plain, kept = {"content-type": "text/plain"}, {"content-type": "application/json"}
    asked = {
        400: service.told("GET", "/api/statistics", headers={"host": "evil.example"}),
        401: service.told("GET", "/api/statistics", headers=nobody),
        300: service.told("GET", "/api/claims?document=18-NQ/TW"),
        403: service.told("POST", "/api/sources", headers={"origin": "https://evil.example"}),
        404: service.told("GET", "/api/document?doc=9999-NQ/TW"),
        408: tight.told("PUT", "/api/claims/0a/review", content=_slowly(), headers=kept),
        409: service.told("GET", "/api/document?doc=18-NQ/TW"),
        406: service.told("GET", ROWS_ASKED, headers={"accept": "image/png"}),
        410: service.told("GET", f"/api/documents?q=57&cursor={old}"),
        413: service.told("POST", "/api/sources", json=texts),
        415: service.told("PUT", "/api/claims/0a/review", content=b"x", headers=plain),
        422: service.told("GET", "/api/documents?limit=0"),
        429: tight.told("POST", "/api/sources", json={"texts": texts["texts"][:1]}),
        503: missing.told("GET", "/api/statistics"),
    }
    return {f"problem-{status}": await told for status, told in asked.items()}


async def _slowly() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.sleep(1)
    yield b"}"


def shortened(said: Any, within: bool = False) -> Any:
    """Return an answer with the first member of each list; pairs are kept whole.

    A list in a list is a pair, and one whose members are of different kinds.
    """
    if isinstance(said, dict):
        return {name: shortened(value) for name, value in said.items()}
    if isinstance(said, list):
        pair = within or len({type(value) for value in said}) > 1
        return [shortened(value, True) for value in (said if pair else said[:1])]
    if isinstance(said, str) and len(said) > _LONGEST:
        return said[: _LONGEST - 1] + "…"
    return said


async def asked(folder: Path) -> dict[str, Any]:
    """Return every example, asked of services over a store in a folder."""
    store = LocalStore(folder / "store")
    load_register(store, now=NOW)
    with reading(sorted(CORPUS.rglob("*.txt")), Hints(), NOW, 1) as read:
        bring(store, read.results, linker=read.linker, now=NOW, known=read.hear)
    service = asking(store, folder / "a")
    few = UploadLimits(waiting=0)
    tight = asking(store, folder / "b", body_seconds=0.1, uploads=few)
    missing = asking(LocalStore(folder / "none"), folder / "c")
    async with service.app.router.lifespan_context(service.app):
        refused = await refusals(service, tight, missing)
        made = await answers(service)
    return {name: shortened(said) for name, said in sorted((made | refused).items())}


def _problems(made: dict[str, Any]) -> Iterator[str]:
    for name, said in made.items():
        status = said.get("status") if isinstance(said, dict) else None
        if isinstance(status, int) and name != f"problem-{status}":
            yield f"{name}: {said}"


def main() -> int:
    """Write the file; return 1 when something was not answered as it should be."""
    with TemporaryDirectory() as folder:
        made = asyncio.run(asked(Path(folder)))
    wrong = list(_problems(made))
    print("\n".join(wrong) or f"{len(made)} → {FILE.name}")
    if not wrong:
        FILE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
