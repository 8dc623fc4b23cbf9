"""Addresses of the data answer people and programs: form, tags, links, pages, merged ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from api.linked import FORMATS
from graph.linked.identity import REPLACED_BY
from graph.model import Correction, Verdict
from graph.rdf import address_of
from graph.reviewing import decide
from graph.store.graphs import IDENTITY
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Store
from ontology import terms as cas
from tests.api.access.serving import Service
from tests.api.client import Tags, words_of
from tests.graph.corpus import REPORT, register_with_report
from tests.graph.reviewed import EDGE, OF_ONE, ONE, A, C, bring, decision
from tests.ready import ReadyStores

RDF = {name: media for name, media in FORMATS.items() if name != "html"}
BODY = "/id/body/bo-chinh-tri"
KINDS = (
    BODY,
    "/id/document/tw/nq/57/xiii",
    "/id/official/tran-thanh-man",
    "/id/unit/ha-tinh",
    "/id/term/xiii",
    "/id/post/tong-bi-thu",
    "/id/type/state/quyet-dinh",
    "/id/scheme/levels",
    "/id/region/tay-nguyen",
    "/id/source/register-terms",
    "/id/source/ha-tinh-to-chuc-can-bo",
    "/id/graph/facts",
    "/id/agent/cascade",
)


@pytest.fixture(scope="session")
def told_of(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return register_with_report(ready, tmp_path_factory.mktemp("told") / "store")


@pytest.fixture(scope="session")
def served(told_of: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Serve the register and a text; tests only read."""
    made = Service(told_of, tmp_path_factory.mktemp("things") / "store.access")
    yield made
    made.app.state.jobs.close(30)


def triples(response: httpx.Response) -> set[Triple]:
    assert response.status_code == 200, response.text[:300]
    media = response.headers["content-type"].partition(";")[0]
    found = RdfFormat.from_media_type(media)
    assert found is not None
    return {quad.triple for quad in parse(response.content, found)}


@pytest.mark.parametrize("address", KINDS)
def test_every_kind_of_thing_answers_in_every_form(served: Service, address: str) -> None:
    told = [triples(served.client.get(address, headers={"accept": m})) for m in RDF.values()]
    assert told[0]
    assert all(other == told[0] for other in told[1:])
    thing = NamedNode(cas.DATA + address.removeprefix("/id/"))
    assert any(thing in (triple.subject, triple.object) for triple in told[0])
    page = served.client.get(address, headers={"accept": "text/html"})
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("name", FORMATS)
def test_suffix_parameter_and_header_agree(served: Service, name: str) -> None:
    by_header = served.client.get(BODY, headers={"accept": FORMATS[name]})
    by_suffix = served.client.get(f"{BODY}.{name}", headers={"accept": "image/png"})
    by_parameter = served.client.get(f"{BODY}?format={name}")
    told = [r.headers["content-type"] for r in (by_header, by_suffix, by_parameter)]
    assert len(set(told)) == 1
    assert told[0].startswith(FORMATS[name])
    if name != "html":
        assert by_header.content == by_suffix.content == by_parameter.content


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle;q=0.5, application/n-triples;q=0.9", "application/n-triples"),
        ("text/html;q=0.2, application/ld+json", "application/ld+json"),
        ("application/*", "application/n-triples"),
    ],
)
def test_qualities_of_the_header_decide(served: Service, accept: str, media: str) -> None:
    said = served.client.get(BODY, headers={"accept": accept}).headers["content-type"]
    assert said.startswith(media)


def test_what_cannot_be_had_is_told_as_a_problem(served: Service) -> None:
    unknown = served.client.get("/id/body/khong-co", headers={"accept": "text/turtle"})
    assert unknown.status_code == 404
    assert unknown.json()["place"] == f"{cas.DATA}body/khong-co"
    assert unknown.headers["content-type"] == "application/problem+json"
    assert served.client.get("/id/body/khong-co").headers["content-type"].startswith("text/html")
    assert served.client.get(BODY, headers={"accept": "image/png"}).status_code == 406
    form = served.client.get(f"{BODY}?format=xlsx", headers={"accept": "application/json"})
    assert (form.status_code, form.json()["place"]) == (400, "format")
    for page in ("0", "x", "-1", "9" * 30):
        assert served.client.get(f"{BODY}?page={page}").status_code == 400
    assert served.client.get(f"{BODY}?page=9999").status_code == 404
    assert served.client.get(f"{BODY}?nam=xxxx").status_code == 400


def test_a_copy_is_kept_until_the_store_changes(tmp_path: Path) -> None:
    store = MemoryStore()
    bring(store, ONE, OF_ONE)
    service = Service(store, tmp_path / "store.access")
    address = "/id/" + EDGE.object.removeprefix(cas.DATA)  # type: ignore[union-attr]
    for media in FORMATS.values():
        first = service.client.get(address, headers={"accept": media})
        tag = first.headers["etag"]
        assert {"accept", "cookie"} == set(first.headers["vary"].split(", "))
        again = service.client.get(address, headers={"accept": media, "if-none-match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        other = service.client.get(address, headers={"accept": media, "if-none-match": '"1-x"'})
        assert other.status_code == 200
    tags = {service.client.get(f"{address}?format={n}").headers["etag"] for n in FORMATS}
    assert len(tags) == len(FORMATS)
    before = service.client.get(address, headers={"accept": "text/turtle"}).headers["etag"]
    decide(store, decision(EDGE, Verdict.REJECTED))
    after = service.client.get(address, headers={"accept": "text/turtle", "if-none-match": before})
    assert after.status_code == 200
    assert after.headers["etag"] != before
    service.app.state.jobs.close(30)


def test_links_lead_to_the_other_forms_and_the_next_page(served: Service) -> None:
    answer = served.client.get("/id/level/province", headers={"accept": "text/turtle"})
    links = dict(re.findall(r'<([^>]+)>; rel="(\w+)"', answer.headers["link"]))
    assert links.pop(f"{cas.DATA}level/province") == "describes"
    for there, relation in links.items():
        if relation in ("alternate", "next"):
            local = there.removeprefix("http://127.0.0.1:8000")
            assert served.client.get(local, headers={"accept": "text/turtle"}).status_code == 200
    assert sorted(links.values()).count("alternate") == len(FORMATS)
    assert "next" in links.values()


def test_pages_of_a_description_say_that_they_go_on(served: Service) -> None:
    """The pages together hold what is said; each but the last says that another follows."""
    goes_on = NamedNode("http://www.w3.org/1999/xhtml/vocab#next")
    unit, found, number = NamedNode(f"{cas.DATA}level/province"), set(), 1
    while True:
        told = triples(served.client.get(f"/id/level/province?format=nt&page={number}"))
        found |= {t.subject for t in told if t.object == unit}
        if not any(t.predicate == goes_on for t in told):
            break
        number += 1
    assert number > 1
    with served.store.read() as reader:
        pointing = {
            q.subject
            for q in reader.quads(None, None, unit)
            if str(q.graph_name) == "DEFAULT" or "/graph/" in str(q.graph_name)
        }
    assert found >= {one for one in pointing if isinstance(one, NamedNode)}


@pytest.mark.parametrize("suffix", ["", ".ttl", "?format=jsonld", "?lang=en"])
def test_a_merged_address_sends_on_for_good(tmp_path: Path, suffix: str) -> None:
    store = MemoryStore()
    bring(store, ONE, OF_ONE)
    graph = NamedNode(IDENTITY)
    gone = NamedNode(f"{cas.DATA}document/tw/nq/57/chua-ro")
    store.apply(Change((), (Quad(gone, REPLACED_BY, NamedNode(A), graph),)))
    service = Service(store, tmp_path / "store.access")
    answer = service.client.get(f"/id/document/tw/nq/57/chua-ro{suffix}")
    assert answer.status_code == 308
    there = answer.headers["location"]
    assert there.startswith("/id/" + A.removeprefix(cas.DATA))
    landed = service.client.get(there)
    assert landed.status_code == 200
    wanted = {"": "text/html", ".ttl": "text/turtle", "?format=jsonld": "application/ld+json"}
    assert landed.headers["content-type"].startswith(wanted.get(suffix, "text/html"))
    service.app.state.jobs.close(30)


def test_a_claim_is_an_annotation_for_programs_that_read_keys(served: Service) -> None:
    page = Tags(served.client.get("/id/source/ha-tinh-to-chuc-can-bo").text)
    (address, *_) = [a for a in page.addresses() if a.startswith("/id/claim/")]
    said = json.loads(served.client.get(f"{address}?format=jsonld").content)
    assert "@graph" not in said
    assert "Annotation" in said["type"]
    assert said["motivation"] == "describing"
    assert said["target"]["source"] == REPORT
    kinds = {one["type"]: one for one in said["target"]["selector"]}
    assert set(kinds) == {"TextQuoteSelector", "TextPositionSelector"}
    place = kinds["TextPositionSelector"]
    assert place["end"] - place["start"] == len(kinds["TextQuoteSelector"]["exact"])
    assert "http" not in json.dumps(said["@context"].get("@import", ""))
    read = triples(served.client.get(f"{address}?format=jsonld"))
    turtle = triples(served.client.get(f"{address}?format=ttl"))
    page_of = NamedNode(f"http://127.0.0.1:8000{address}")
    assert read == {triple for triple in turtle if triple.subject != page_of}


def test_the_page_of_a_claim_shows_its_words_in_their_paragraph(served: Service) -> None:
    page = Tags(served.client.get("/id/source/ha-tinh-to-chuc-can-bo").text)
    (address, *_) = [a for a in page.addresses() if a.startswith("/id/claim/")]
    html = served.client.get(address).text
    assert "<mark>" in html
    assert "chưa ai duyệt" in words_of(served.client.get(address))


def test_the_page_of_a_corrected_claim_shows_both(tmp_path: Path) -> None:
    store = MemoryStore()
    bring(store, ONE, OF_ONE)
    decide(store, decision(EDGE, Verdict.CORRECTED, Correction(A, cas.basedOn, C)))
    service = Service(store, tmp_path / "store.access")
    said = words_of(service.client.get("/id/" + address_of(EDGE).removeprefix(cas.DATA)))
    assert "Sửa thành" in said
    assert "Lan" in said
    assert "68-NQ/TW" in said
    assert "71-NQ/TW" in said
    service.app.state.jobs.close(30)


def test_the_page_of_a_person_tells_days_and_ranks_nobody(served: Service) -> None:
    said = words_of(served.client.get("/id/official/tran-thanh-man"))
    assert "24-1-2026" in said
    assert "không phải xếp hạng" in said


def test_the_context_is_served_and_asks_nobody(served: Service) -> None:
    answer = served.client.get("/context.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    said = answer.json()["@context"]
    assert said["cas"] == cas.ONTOLOGY
    assert "@import" not in said


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("address", KINDS)
def test_pages_keep_the_language_and_stay_here(
    served: Service, address: str, language: str
) -> None:
    page = Tags(served.client.get(f"{address}?lang={language}").text)
    local = [a for a in page.addresses() if a.startswith("/")]
    assert local
    if language == "en":
        lost = [a for a in local if "lang=" not in a]
        assert not lost
