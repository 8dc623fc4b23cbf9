"""The SPARQL page without scripts, and what its island asks for while one works on it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from ontology.terms import DATA, ONTOLOGY
from tests.api.client import Tags
from tests.conformance.service import Answer, Service, serving
from tests.graph.corpus import register_with_report
from tests.ready import ReadyStores

BROWSER = {"accept": "text/html"}
FORM = {**BROWSER, "content-type": "application/x-www-form-urlencoded"}
VI = {"lang": "vi"}  # the service of the tests speaks English by itself
JSON = {"accept": "application/json", "content-type": "application/json"}
RESOLUTION = f"{DATA}document/tw/nq/57/xiii"


@pytest.fixture(scope="module")
def service(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    store = register_with_report(ready, tmp_path_factory.mktemp("querying") / "store")
    with serving(store=store.path) as running:
        yield running


def page(service: Service, **asked: str) -> str:
    answer = service.ask("GET", f"/truy-van?{urlencode(asked | VI)}", headers=BROWSER)
    assert answer.status == 200
    return answer.body.decode()


def run(service: Service, **fields: str) -> Answer:
    return service.ask("POST", "/truy-van?lang=vi", urlencode(fields).encode(), FORM)


def posted(service: Service, path: str, body: object, language: str = "vi") -> Any:
    address = f"/truy-van/{path}?lang={language}"
    answer = service.ask("POST", address, json.dumps(body).encode(), JSON)
    assert answer.status == 200, answer.body
    return json.loads(answer.body)


def written(text: str) -> str:
    """Return what stands in the field of a page."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", text, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_an_address_carries_a_query_and_runs_nothing(service: Service) -> None:
    text = page(service, q="SELECT * { ?s ?p '</textarea><script>x</script>' }")
    assert written(text) == "SELECT * { ?s ?p '</textarea><script>x</script>' }"
    assert "Chưa chạy câu nào" in text
    assert "<table" not in text


def test_the_page_loads_only_what_is_ours(service: Service) -> None:
    answer = service.ask("GET", "/truy-van", headers=BROWSER)
    nonces = [a.get("nonce") for tag, a in Tags(answer.body.decode()).found if tag == "script"]
    assert nonces[-1]
    assert f"'nonce-{nonces[-1]}'" in answer.headers["content-security-policy"]


def test_a_question_shows_its_query_with_the_values_of_its_form(service: Service) -> None:
    text = page(service, **{"cau-hoi": "documents-of-number", "number": "18-NQ/TW"})
    assert 'VALUES (?number) { ("18-NQ/TW") }' in written(text)
    assert "#+" not in written(text)
    assert 'value="18-NQ/TW"' in text


def test_a_question_begins_with_its_example(service: Service) -> None:
    assert "VALUES" in written(page(service, **{"cau-hoi": "documents-of-number"}))


def test_what_a_question_cannot_take_is_told_beside_its_form(service: Service) -> None:
    path = "/truy-van?cau-hoi=who-implements&document=0-NQ/XX"
    answer = service.ask("GET", path, headers=BROWSER)
    assert answer.status == 404
    assert b'role="alert"' in answer.body
    assert b'id="fill"' in answer.body


def test_without_scripts_a_form_brings_a_table(service: Service) -> None:
    query = f"SELECT ?d ?i {{ ?d <{ONTOLOGY}issued> ?i }} ORDER BY DESC(?i)"
    text = run(service, q=query).body.decode()
    assert "300 dòng" in text
    assert "chưa đủ" in text  # the first rows are not told to be all
    assert '<a href="/id/document/' in text


def test_a_question_is_asked_by_its_form(service: Service) -> None:
    fields = {"cau-hoi": "documents-of-number", "number": "18-NQ/TW"}
    text = run(service, **fields).body.decode()
    assert "Nghị quyết 18-NQ/TW" in text
    assert "chưa đủ" not in text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (f"ASK {{ <{RESOLUTION}> ?p ?o }}", "Có"),
        ("ASK { <x:none> ?p ?o }", "Không, theo kho này"),
        ("SELECT * { <x:none> ?p ?o }", "Không có dòng nào"),
        (f"DESCRIBE <{RESOLUTION}>", "57-NQ/TW"),
    ],
)
def test_every_form_of_answer_has_its_place(service: Service, query: str, said: str) -> None:
    answer = run(service, q=query)
    assert answer.status == 200
    assert said in answer.body.decode()


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("SELECT * { SERVICE <http://e.example/> { ?s ?p ?o } }", 403, "ngoài kho"),
        ("SELECT nothing", 400, "sai cú pháp"),
        ("DELETE WHERE { ?s ?p ?o }", 400, "chỉ được đọc"),
        ("x" * 20_001, 413, "tối đa 20000"),
        ("", 400, "SPARQL"),
    ],
)
def test_a_refusal_names_its_reason_and_remedy(
    service: Service, query: str, status: int, said: str
) -> None:
    answer = run(service, q=query)
    text = answer.body.decode()
    assert answer.status == status
    assert said in text
    assert "Cách xử lý" in text


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("SELECT * {\n  ?s ?p }", 2, 10),
        ("SELECT * {\n ?s nope:p ?o }", 2, None),
        ("# đề\nSELECT * { SERVICE <http://e.example/> {} }", 2, 0),
        ("INSERT DATA { <a:a> <a:a> <a:a> }", 1, 0),
    ],
)
def test_a_slip_is_told_with_its_place(
    service: Service, text: str, line: int, column: int | None
) -> None:
    slip = posted(service, "kiem", {"text": text})["slip"]
    assert slip["line"] == line
    assert column is None or slip["column"] == column
    assert slip["message"]


def test_what_can_be_parsed_has_no_slip(service: Service) -> None:
    assert posted(service, "kiem", {"text": "SELECT * { ?s ?p ?o }"}) == {"slip": None}


def test_addresses_are_called_by_their_names(service: Service) -> None:
    iris = [RESOLUTION, ONTOLOGY + "basedOn", "http://e.example/x", "not an address", "_:b"]
    told = posted(service, "ten", {"iris": iris})["names"]
    assert told == {RESOLUTION: "Nghị quyết 57-NQ/TW", ONTOLOGY + "basedOn": "căn cứ"}
    assert posted(service, "ten", {"iris": iris}, "en")["names"] != told


def test_the_words_to_write_with(service: Service) -> None:
    told = json.loads(service.ask("GET", "/truy-van/tu-vung", headers=JSON).body)
    assert told["prefixes"]["cas"] == ONTOLOGY
    kinds = {one["term"]: one["kind"] for one in told["terms"]}
    assert kinds[f"<{DATA}level/central>"] == "concept"
    assert "unit" in kinds.values()
    assert (kinds["cas:Document"], kinds["cas:basedOn"], kinds["rdf:type"]) == (
        "class",
        "property",
        "property",
    )


def test_a_network_is_laid_out_and_a_node_of_it_opened(service: Service) -> None:
    triples = [[RESOLUTION, ONTOLOGY + "issuedBy", f"{DATA}body/bo-chinh-tri", False]]
    net = posted(service, "mang", {"triples": triples})
    assert [node["label"] for node in net["nodes"]] == ["Nghị quyết 57-NQ/TW", "Bộ Chính trị"]
    known = [node["id"] for node in net["nodes"]]
    asked = {"iri": RESOLUTION, "x": 10.0, "y": 20.0, "known": known}
    opened = posted(service, "quanh", asked)
    assert len(opened["nodes"]) > len(net["nodes"])
    itself = next(node for node in opened["nodes"] if node["id"] == RESOLUTION)
    assert ["số, ký hiệu", "57-NQ/TW"] in itself["facts"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("kiem", {"text": "x" * 100_001}),
        ("ten", {"iris": ["x"] * 301}),
        ("mang", {"triples": [["a", "b"]]}),
        ("quanh", {"iri": "no address", "x": 0, "y": 0, "known": []}),
        ("quanh", {"iri": "x:y", "x": "NaN", "y": 0, "known": []}),
    ],
)
def test_what_is_not_asked_rightly_is_refused(service: Service, path: str, body: object) -> None:
    answer = service.ask("POST", f"/truy-van/{path}", json.dumps(body).encode(), JSON)
    assert answer.status == 422
    assert answer.media_type == "application/problem+json"


def test_the_library_of_networks_comes_with_a_lasting_address(service: Service) -> None:
    address = re.search(r'data-library="([^"]+)"', page(service))
    assert address
    answer = service.ask("GET", address[1])
    assert b"vis-network" in answer.body[:600]
    assert "immutable" in answer.headers["cache-control"]


def test_where_only_bearers_read_nothing_is_told(ready: ReadyStores, tmp_path: Path) -> None:
    register_with_report(ready, tmp_path / "store")
    with serving("--read", "token", store=tmp_path / "store") as closed:
        for method, path in (("GET", ""), ("POST", ""), ("POST", "/ten"), ("GET", "/tu-vung")):
            answer = closed.ask(method, f"/truy-van{path}", b"{}" if method == "POST" else None)
            assert answer.status == 401, path
