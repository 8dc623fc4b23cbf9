"""The ontology at its address: readable, anchored, and the same in every form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from api.linked import FORMATS
from ontology import terms as cas
from ontology.reference import ontology_file, reference, vocabulary_files
from tests.api.access.serving import Service
from tests.api.client import Tags, words_of
from tests.graph.conftest import NOW
from tests.ready import ReadyStores


@pytest.fixture(scope="module")
def served(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("ontology")
    made = Service(ready.register(folder / "store", NOW), folder / "store.access")
    yield made
    made.app.state.jobs.close(30)


def graph_of(content: bytes, media: str) -> Graph:
    found = RdfFormat.from_media_type(media)
    assert found is not None
    lines = b"".join(_line(quad.triple) for quad in parse(content, found))
    return Graph().parse(data=lines, format="nt")


def _line(triple: Triple) -> bytes:
    return f"{triple} .\n".encode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_every_form_is_the_ontology(served: Service, name: str) -> None:
    by_suffix = served.client.get(f"/ontology.{name}")
    by_header = served.client.get("/ontology", headers={"accept": FORMATS[name]})
    assert by_suffix.content == by_header.content
    whole = Graph().parse(ontology_file("cascade"), format="turtle")
    assert isomorphic(graph_of(by_suffix.content, FORMATS[name]), whole)
    again = served.client.get(
        f"/ontology.{name}", headers={"if-none-match": by_suffix.headers["etag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("address", "files"),
    [
        ("/ontology/schemes.nt", vocabulary_files()),
        ("/ontology/alignments.rdf", (ontology_file("alignments"),)),
        ("/shape", (ontology_file("shapes"),)),
        ("/shape.jsonld", (ontology_file("shapes"),)),
    ],
)
def test_what_stands_beside_it_is_whole_too(
    served: Service, address: str, files: tuple[object, ...]
) -> None:
    answer = served.client.get(address)
    whole = Graph()
    for file in files:
        whole.parse(str(file), format="turtle")
    media = answer.headers["content-type"].partition(";")[0]
    assert isomorphic(graph_of(answer.content, media), whole)


def test_every_term_has_an_anchor_that_its_address_finds(served: Service) -> None:
    for language in ("vi", "en"):
        page = Tags(served.client.get(f"/ontology?lang={language}").text)
        anchors = [a["id"] for _, a in page.found if "id" in a]
        assert len(anchors) == len(set(anchors))
        assert {term.name for term in reference().terms} <= set(anchors)
        inside = {a.partition("#")[2] for a in page.addresses() if a.startswith(("#", "/ontology"))}
        assert inside - {""} <= set(anchors)


def test_the_reference_is_in_both_languages_with_examples(served: Service) -> None:
    vi, en = (words_of(served.client.get(f"/ontology?lang={one}")) for one in ("vi", "en"))
    assert "Văn bản này (mới) thay thế văn bản kia (cũ)." in vi
    assert "This (new) document takes the place of the other (old) one." in en
    assert "nhiều nhất một giá trị" in vi
    assert "at most one value" in en
    assert "Quy định" in vi
    assert "đang chờ đăng ký" in vi
    assert "awaits registration" in en


def test_links_of_concepts_are_answered(served: Service) -> None:
    page = Tags(served.client.get("/ontology").text)
    concepts = [a for a in page.addresses() if a.startswith("/id/level/")]
    assert concepts
    assert {served.client.get(a).status_code for a in concepts} == {200}


def test_a_class_of_a_thing_leads_to_its_anchor(served: Service) -> None:
    page = Tags(served.client.get("/id/body/bo-chinh-tri").text)
    assert f"/ontology#{cas.Body.removeprefix(cas.ONTOLOGY)}" in page.addresses()


def test_what_is_not_there_is_told(served: Service) -> None:
    for address in ("/ontology/x.ttl", "/ontology/schemes.html", "/ontology/..%2Fterms.py"):
        assert served.client.get(address).status_code == 404
    assert served.client.get("/ontology.exe").status_code == 404
    refused = served.client.get("/ontology", headers={"accept": "image/png"})
    assert refused.status_code == 406
