"""Hostile content of who may write: read within its limits, nothing fetched, nothing run."""

from __future__ import annotations

import gzip
import io
import json
import socket
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from api.bounded import Task, answer
from tests.conformance.service import Answer, Service
from tests.hostile.conftest import wait_for

_MINE = "/rdf-graph-store?graph=https://example.org/hostile"
_XML = "application/rdf+xml"
_OPEN = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
_CLOSE = '<rdf:Description rdf:about="urn:a"><e:p>&z;</e:p></rdf:Description></rdf:RDF>'
_PASSWORDS = b"root:"


def _laughs(levels: int) -> bytes:
    """Return XML whose one entity stands for ten to so many letters."""
    entities = ['<!ENTITY a0 "ha">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels)]
    entities.append(f'<!ENTITY z "&a{levels - 1};">')
    return f"<!DOCTYPE rdf:RDF [{''.join(entities)}]>{_OPEN}{_CLOSE}".encode()


def _zipped(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bai.txt", b" " * size)
    return out.getvalue()


BOMBS = {
    "entities within entities": (_XML, _laughs(12)),
    "entity of a file": (
        _XML,
        f'<!DOCTYPE rdf:RDF [<!ENTITY z SYSTEM "file:///etc/passwd">]>{_OPEN}{_CLOSE}'.encode(),
    ),
    "nested collections": ("text/turtle", b"<x:a> <x:b> " + b"(" * 50_000),
    "nested blank nodes": ("text/turtle", b"<x:a> <x:b> " + b"[<x:p> " * 50_000),
    "nested json": ("application/ld+json", b'{"@id":"x:a","x:b":' + b"[" * 50_000),
    "name without end": ("application/n-triples", b"<x:" + b"a" * 900_000),
    "zip for turtle": ("text/turtle", _zipped(1 << 28)),
    "gzip for turtle": ("text/turtle", gzip.compress(b" " * (1 << 28))),
}


def put(service: Service, bearer: str, media: str, content: bytes) -> Answer:
    headers = {"authorization": f"Bearer {bearer}", "content-type": media}
    return service.ask("PUT", f"{_MINE}&lang=en", content, headers)


def post(service: Service, bearer: str, media: str, content: bytes) -> dict[str, object]:
    """Send a source and return the job that reads it, once it has ended."""
    headers = {"authorization": f"Bearer {bearer}", "content-type": media}
    sent = service.ask("POST", "/api/sources?name=bomb&lang=en", content, headers)
    assert sent.status == 202, sent.body
    told = {"": json.loads(sent.body)}

    def ended() -> bool:
        said = service.ask("GET", sent.headers["location"], headers=headers)
        told[""] = json.loads(said.body)
        return told[""]["state"] not in {"waiting", "running"}

    wait_for(ended)
    assert _PASSWORDS not in json.dumps(told[""]).encode()
    job: dict[str, object] = told[""]
    return job


@pytest.mark.parametrize("name", BOMBS)
def test_a_graph_that_explodes_is_refused(service: Service, bearer: str, name: str) -> None:
    answer = put(service, bearer, *BOMBS[name])
    assert answer.status in {400, 413}
    assert answer.problem()["detail"]
    assert _PASSWORDS not in answer.body
    assert service.query("ASK {}").fine


def test_a_source_that_explodes_fails_as_a_job(service: Service, bearer: str) -> None:
    job = post(service, bearer, *BOMBS["entities within entities"])
    assert job["state"] == "failed"
    assert job["problem"]
    assert service.query("ASK {}").fine


def test_an_archive_is_no_text(service: Service, bearer: str) -> None:
    boundary = "x-boundary"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="../a.txt"'
    body = f"{head}\r\n\r\n".encode() + _zipped(1 << 28) + f"\r\n--{boundary}--\r\n".encode()
    job = post(service, bearer, f"multipart/form-data; boundary={boundary}", body)
    assert job["state"] == "done"
    (told,) = job["result"]["texts"]  # type: ignore[index]
    assert told["name"] == "a.txt"
    assert told["problem"]
    assert told["reading"] is None


def test_no_context_is_fetched_from_elsewhere(service: Service, bearer: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0.5)
        there = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/context.jsonld"
        content = json.dumps({"@context": there, "@id": "x:a", "name": "x"}).encode()
        assert put(service, bearer, "application/ld+json", content).status == 400
        assert post(service, bearer, "application/ld+json", content)["state"] == "failed"
        with pytest.raises(TimeoutError):
            elsewhere.accept()


SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    "path",
    [
        f"/sparql?query={quote(SCRIPT)}",
        f"/tim?q={quote(SCRIPT)}",
        f"/van-ban?doc={quote(SCRIPT)}",
        f"/rdf-graph-store?graph={quote(SCRIPT)}",
        f"/id/{quote(SCRIPT)}",
        f"/{quote(SCRIPT)}",
        f"/?lang={quote(SCRIPT)}",
    ],
)
def test_script_that_is_told_back_stays_text(service: Service, path: str) -> None:
    answer = service.ask("GET", path, headers={"accept": "text/html"})
    assert answer.status < 500
    assert SCRIPT.encode() not in answer.body
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_labels_are_data_in_every_form(service: Service, bearer: str, place: Path) -> None:
    label = "=cmd|' /C calc'!A0" + SCRIPT
    triple = f'<https://example.org/h> <https://example.org/label> "{label}" .'.encode()
    assert put(service, bearer, "text/turtle", triple).fine
    asked = "SELECT ?l { GRAPH <https://example.org/hostile> { ?s ?p ?l } }"
    for media in ("text/csv", "application/json", "application/sparql-results+xml"):
        said = service.query(asked, media)
        assert said.fine
        assert "html" not in said.media_type
        assert said.headers["x-content-type-options"] == "nosniff"
        assert (SCRIPT in said.body.decode()) == (not media.endswith("xml"))
    # W3C's CSV holds values as they are; the command writes CSV for spreadsheets.
    assert f"\n'{label}" in answer(Task(str(place), asked, "csv")).replace('"', "")
