"""The competency questions by name over HTTP: the same rows as in-process, parameters checked."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from pyoxigraph import QuerySolutions

from graph.lineage.documents import find_document
from graph.queries.loader import PREFIXES, Question, bind, library
from graph.store.local import LocalStore
from graph.store.protocol import Reader
from tests.api.client import Tags
from tests.conformance.service import Answer, Service, serving
from tests.graph.corpus import register_with_report
from tests.ready import ReadyStores

NAMES = sorted(library())
UNIT = {"unit": "Hà Tĩnh", "on": "2018-05-16", "word": "phân cấp"}
BROWSER = {"accept": "text/html"}


@pytest.fixture(scope="module")
def place(ready: ReadyStores, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return register_with_report(ready, tmp_path_factory.mktemp("questions") / "store").path


@pytest.fixture(scope="module")
def service(place: Path) -> Iterator[Service]:
    with serving(store=place) as running:
        yield running


@pytest.fixture(scope="module")
def opened(place: Path) -> Iterator[Reader]:
    with LocalStore(place).read() as reader:
        yield reader


def ask(service: Service, name: str, accept: str = "application/json", **values: str) -> Answer:
    path = f"/api/questions/{name}?{urlencode(values)}"
    return service.ask("GET", path, headers={"accept": accept})


def page(service: Service, path: str) -> str:
    answer = service.ask("GET", path, headers=BROWSER)
    assert answer.media_type == "text/html"
    return answer.body.decode()


def examples(question: Question) -> dict[str, str]:
    return dict(question.trial.examples) if question.trial else {}


def rows_in_process(reader: Reader, question: Question) -> list[list[str]]:
    kinds = {one.name: one.type for one in question.parameters}
    values = {
        name: find_document(reader, text).iri if kinds[name] == "document" else text
        for name, text in examples(question).items()
    }
    answer = reader.query(bind(question, values), PREFIXES)
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    found = [[str(getattr(row[n], "value", "")) for n in names] for row in answer]
    return sorted(found)


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_those_that_the_store_gives(service: Service, opened: Reader, name: str) -> None:
    question = library()[name]
    answer = ask(service, name, **examples(question))
    if answer.status == 404:  # a document of another of the five reports
        assert answer.problem()["place"] in examples(question)
        return
    said = json.loads(answer.body)
    names = said["head"]["vars"]
    bindings = said["results"]["bindings"]
    rows = [[row.get(n, {}).get("value", "") for n in names] for row in bindings]
    assert sorted(rows) == rows_in_process(opened, question)


def test_the_list_tells_what_each_question_takes(service: Service) -> None:
    said = json.loads(service.ask("GET", "/api/questions").body)["questions"]
    assert {one["name"] for one in said} == set(library())
    assert sorted(one["number"] for one in said if one["number"]) == list(range(1, 41))
    for one in said:
        question = library()[one["name"]]
        assert [p["type"] for p in one["parameters"]] == [p.type for p in question.parameters]
        assert one["title"]["vi"] != one["title"]["en"]


@pytest.mark.parametrize(
    ("accept", "named", "media"),
    [
        ("text/csv", "", "text/csv"),
        ("text/tab-separated-values;q=0.9, text/csv;q=0.1", "", "text/tab-separated-values"),
        ("application/sparql-results+xml", "", "application/sparql-results+xml"),
        ("text/csv", "json", "application/sparql-results+json"),
    ],
)
def test_rows_come_in_the_form_wanted(
    service: Service, accept: str, named: str, media: str
) -> None:
    more = {"format": named} if named else {}
    answer = ask(service, "rules-on-day", accept, **UNIT, **more)
    assert (answer.status, answer.media_type) == (200, media)
    assert "680-QĐ/TU" in answer.body.decode()


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"on": "2018-05-32"}, "on"),
        ({"on": "hôm qua"}, "on"),
        ({"on": ""}, "on"),
        ({"word": "x" * 301}, "word"),
        ({"khac": "1"}, "khac"),
    ],
)
def test_a_parameter_that_is_not_of_its_type_is_named(
    service: Service, changed: dict[str, str], named: str
) -> None:
    told = ask(service, "rules-on-day", **(UNIT | changed))
    assert (told.status, told.problem()["place"]) == (422, named)
    assert told.problem()["remedy"]


def test_numbers_and_documents_are_checked_too(service: Service) -> None:
    assert ask(service, "same-numeral", numeral="5 5").problem()["place"] == "numeral"
    several = ask(service, "issuer-and-date", document="18-NQ/TW")
    assert (several.status, several.problem()["place"]) == (409, "document")
    assert "18-NQ/TW@XII" in several.problem()["choices"]
    none = ask(service, "issuer-and-date", document="0-NQ/XX")
    assert (none.status, none.problem()["place"]) == (404, "document")


@pytest.mark.parametrize(
    "text",
    [
        'x") } } SELECT * { ?s ?p ?o } #',
        "x' . ?s ?p ?o . FILTER('1'='1",
        "\\u0022) } #",
        "<https://evil.example/>",
        "x\n#+ values",
    ],
)
def test_a_value_is_a_term_whatever_it_says(service: Service, text: str) -> None:
    answer = ask(service, "rules-on-day", **(UNIT | {"word": text}))
    assert answer.rows() == []


def test_what_is_not_there_is_told(service: Service) -> None:
    assert ask(service, "no-such-question").status == 404
    assert ask(service, "replacement-pairs", "image/png").status == 406
    assert ask(service, "replacement-pairs", format="xlsx").problem()["place"] == "format"


def test_the_page_has_a_form_for_every_question(service: Service) -> None:
    for language in ("", "?lang=en"):
        tags = Tags(page(service, f"/questions{language}")).found
        forms = {str(a["action"]) for tag, a in tags if tag == "form" and "ask" in str(a["class"])}
        assert forms == {f"/questions/{name}" for name in library()}
        assert not [tag for tag, _ in tags if tag == "script" and "src" not in _]
        typed = {str(a["name"]): a["type"] for tag, a in tags if tag == "input" and "required" in a}
        assert (typed["on"], typed["numeral"], typed["document"]) == ("date", "number", "text")


def test_a_question_on_its_page_shows_its_query_then_its_rows(service: Service) -> None:
    before = page(service, "/questions/rules-on-day")
    assert "PREFIX cas:" in before
    assert 'class="answer"' not in before
    asked = page(service, f"/questions/rules-on-day?{urlencode(UNIT)}")
    assert "680-QĐ/TU" in asked
    assert "VALUES (?unit ?on ?word)" in asked
    assert "16 May 2018" in asked
    none = page(service, f"/questions/rules-on-day?{urlencode(UNIT | {'word': 'zzz'})}")
    assert "không có nghĩa là điều ấy không có" in page(
        service, f"/questions/rules-on-day?{urlencode(UNIT | {'word': 'zzz', 'lang': 'vi'})}"
    )
    assert "does not say that it is not so" in none


def test_a_mistake_on_the_page_keeps_what_was_typed(service: Service) -> None:
    wrong = service.ask(
        "GET",
        f"/questions/rules-on-day?{urlencode(UNIT | {'on': 'x', 'word': '<b>phân</b>'})}",
        headers=BROWSER,
    )
    html = wrong.body.decode()
    assert wrong.status == 422
    assert "&lt;b&gt;phân" in html
    assert "<b>phân" not in html
    several = page(service, "/questions/issuer-and-date?document=18-NQ/TW")
    links = Tags(several).addresses()
    assert any("document=18-NQ%2FTW%40XII" in link for link in links)


def test_the_sheet_is_whole_and_runs_nothing(service: Service) -> None:
    answer = service.ask("GET", "/questions/replacement-pairs.csv?lang=vi")
    assert answer.media_type == "text/csv"
    rows = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"))))
    assert rows[0][0] == "Văn bản mới"
    assert len(rows) - 1 == len(ask(service, "replacement-pairs").rows())
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]
