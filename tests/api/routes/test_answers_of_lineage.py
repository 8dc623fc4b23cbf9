"""Questions over HTTP: the same values as the command prints, whatever is asked."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, Quad

from graph.store.local import LocalStore
from graph.store.protocol import Change
from tests.api.access.serving import Service
from tests.api.cli.conftest import invoke
from tests.api.routes.demo import Api

Ask = dict[str, Any]
DAY = "2026-01-15"

QUESTIONS: list[tuple[str, Ask, list[str]]] = [
    ("lineage/tree", {"doc": "57-NQ/TW", "depth": 1}, ["trace", "57-NQ/TW", "--depth", "1"]),
    (
        "lineage/tree",
        {"doc": "173/KH-UBND@Hà Nội", "direction": "up", "as_of": "2025-12-31"},
        ["trace", "173/KH-UBND@Hà Nội", "--up", "--as-of", "2025-12-31"],
    ),
    (
        "lineage/trace",
        {
            "doc": "57-NQ/TW",
            "type": ["Kế hoạch", "CTr"],
            "level": "province",
            "as_of": DAY,
            "in_force": True,
            "limit": 20,
        },
        [
            *("trace", "57-NQ/TW", "--type", "Kế hoạch", "--type", "CTr", "--level", "province"),
            *("--as-of", DAY, "--in-force", "--limit", "20"),
        ],
    ),
    (
        "lineage/trace",
        {
            "doc": "57-NQ/TW",
            "counts": True,
            "province": "Hà Nội",
            "relation": ["implements", "basedOn"],
            "certainty": "stated",
            "as_of": DAY,
        },
        [
            *("trace", "57-NQ/TW", "--group", "unit", "--province", "Hà Nội", "--as-of", DAY),
            *("--relation", "implements", "--relation", "basedOn", "--certainty", "stated"),
        ],
    ),
    (
        "lineage/coverage",
        {"doc": "29-NQ/TW@2013", "units": 63},
        ["coverage", "29-NQ/TW@2013", "--units", "63"],
    ),
    (
        "lineage/coverage/paths",
        {"doc": "57-NQ/TW", "province": "da nang", "limit": 3},
        ["coverage", "57-NQ/TW", "--paths", "Đà Nẵng", "--limit", "3"],
    ),
    (
        "lineage/matrix",
        {"doc": ["57-NQ/TW", "29-NQ/TW@2013"]},
        ["matrix", "57-NQ/TW", "29-NQ/TW@2013"],
    ),
    (
        "lineage/compare",
        {"first": "Hà Nội", "second": "Hải Phòng", "page": 2, "limit": 5},
        ["compare", "Hà Nội", "Hải Phòng", "--page", "2", "--limit", "5"],
    ),
    (
        "lineage/compare",
        {"first": "57-NQ/TW", "second": "29-NQ/TW@2013"},
        ["compare", "57-NQ/TW", "29-NQ/TW@2013"],
    ),
    ("lineage/stale", {"as_of": "2026-11-27"}, ["stale", "--as-of", "2026-11-27"]),
    (
        "lineage/impact",
        {"doc": "57-NQ/TW", "on": "2026-12-31", "limit": 5},
        ["impact", "57-NQ/TW", "--on", "2026-12-31", "--limit", "5"],
    ),
    (
        "lineage/path",
        {"start": "680-QĐ/TU@Hà Tĩnh", "end": "80-QĐ/TW"},
        ["path", "680-QĐ/TU@Hà Tĩnh", "80-QĐ/TW"],
    ),
    ("lineage/responsible", {"doc": "01-KL/BTCTW"}, ["responsible", "01-KL/BTCTW"]),
    (
        "lineage/changes",
        {"since": "2022-01-01", "until": "2022-12-31"},
        ["changes", "--since", "2022-01-01", "--until", "2022-12-31"],
    ),
    ("lineage/conflicts", {"limit": 3}, ["conflicts", "--limit", "3"]),
    (
        "lineage/analysis",
        {"doc": "57-NQ/TW", "as_of": DAY},
        ["analyse", "57-NQ/TW", "--as-of", DAY],
    ),
    ("lineage/alike", {"unit": "ha noi"}, ["alike", "Hà Nội"]),
    (
        "document",
        {"doc": "105-QĐ/TW", "on": "2020-01-01", "known_on": DAY, "strict": True},
        ["show", "105-QĐ/TW", "--on", "2020-01-01", "--known-on", DAY, "--strict"],
    ),
]


@pytest.fixture(scope="module")
def printed(api: Api) -> Callable[..., Any]:
    """Return what gives the JSON that the command prints over the same store."""
    store = api.service.store
    assert isinstance(store, LocalStore)

    def of_command(*arguments: str) -> Any:
        result = invoke("--store", store.path, *arguments, "--format", "json")
        return json.loads(result.stdout)

    return of_command


def without_cursors(said: Any) -> Any:
    """Return an answer in which only it counts whether there is a next page."""
    if isinstance(said, dict):
        return {
            name: value is not None if name == "next" else without_cursors(value)
            for name, value in said.items()
        }
    return [without_cursors(one) for one in said] if isinstance(said, list) else said


@pytest.mark.parametrize(("path", "asked", "command"), QUESTIONS)
def test_answers_are_those_of_the_command(
    api: Api, printed: Callable[..., Any], path: str, asked: Ask, command: list[str]
) -> None:
    assert without_cursors(api.told(path, **asked)) == without_cursors(printed(*command))


@pytest.mark.parametrize("path", sorted({path for path, *_ in QUESTIONS}))
def test_every_question_has_a_tag_and_refuses_what_it_does_not_know(api: Api, path: str) -> None:
    asked = next(asked for one, asked, _ in QUESTIONS if one == path)
    tag = api.ask(path, **asked).headers["etag"]
    assert api.ask(path, {"if-none-match": tag}, **asked).status_code == 304
    assert api.told(path, 422, **asked, nonsense="1")["place"] == "nonsense"


def test_a_spelling_of_several_documents_lists_them_with_their_addresses(api: Api) -> None:
    for path, name in (("document", "doc"), ("lineage/trace", "doc"), ("lineage/path", "start")):
        asked = {name: "18-NQ/TW"} | ({"end": "57-NQ/TW"} if name == "start" else {})
        said = api.told(path, 409, **asked)
        assert said["place"] == name
        assert said["type"] == "urn:cascade:problem:ambiguous-document"
        assert [one["spelling"] for one in said["candidates"]] == said["choices"]
        for one in said["candidates"]:
            assert api.told(path, **(asked | {name: one["iri"]}))


def test_what_is_unknown_is_told_with_a_remedy(api: Api) -> None:
    said = api.told("document", 404, doc="9999-NQ/TW", lang="en")
    assert "9999-NQ/TW" in said["detail"]
    assert "/api/documents?q=" in said["remedy"]
    assert api.told("lineage/alike", 404, unit="Atlantis")["place"] == "unit"


@pytest.mark.parametrize(
    ("path", "asked", "place"),
    [
        ("document", {}, "doc"),
        ("document", {"doc": "57-NQ/TW", "on": "9999-12-31"}, "on"),
        ("lineage/trace", {"doc": "57-NQ/TW", "type": "Sấm truyền"}, "type"),
        ("lineage/trace", {"doc": "57-NQ/TW", "cursor": "x"}, "cursor"),
        ("lineage/tree", {"doc": "57-NQ/TW", "depth": "0"}, "depth"),
        ("lineage/coverage", {"doc": "57-NQ/TW", "units": "65"}, "units"),
        ("lineage/coverage/paths", {"doc": "57-NQ/TW", "province": "Atlantis"}, "province"),
        ("lineage/compare", {"first": "Hà Nội", "second": "57-NQ/TW"}, "second"),
        ("lineage/changes", {"since": "hôm qua"}, "since"),
        ("lineage/path", {"start": "57-NQ/TW", "end": "80-QĐ/TW", "limit": "21"}, "limit"),
        ("body", {"body": "Chính phủ", "on": "15-1-2026"}, "on"),
    ],
)
def test_a_parameter_that_cannot_be_taken_is_named(
    api: Api, path: str, asked: Ask, place: str
) -> None:
    assert api.told(path, 422, **asked)["place"] == place


def test_pages_of_a_lineage_give_every_document_once(api: Api) -> None:
    asked: Ask = {"doc": "57-NQ/TW", "evidence": False, "limit": 30}
    found: list[str] = []
    cursor: str | None = None
    while True:
        said = api.told("lineage/trace", **asked, cursor=cursor)
        assert said["page"]["before"] == len(found)
        assert all(not tie["evidence"] for row in said["page"]["rows"] for tie in row["ties"])
        found += [row["document"]["iri"] for row in said["page"]["rows"]]
        cursor = said["page"]["next"]
        if cursor is None:
            break
    assert len(found) == len(set(found)) == said["outline"]["documents"] > 30


def test_what_hangs_directly_on_a_document_is_asked_for_by_it(api: Api) -> None:
    whole = api.told("lineage/trace", doc="57-NQ/TW", limit=200)["page"]["rows"]
    above = next(row for row in whole if row["below"])["document"]
    below = api.told("lineage/trace", doc="57-NQ/TW", under=above["iri"])["page"]
    assert below["total"] >= 1
    for row in below["rows"]:
        assert above["iri"] in {tie["other"]["iri"] for tie in row["ties"]}


def test_ways_up_are_paged_by_cursor(api: Api) -> None:
    asked: Ask = {"doc": "57-NQ/TW", "province": "Đà Nẵng", "limit": 1}
    first = api.told("lineage/coverage/paths", **asked)
    second = api.told("lineage/coverage/paths", **asked, cursor=first["next"])
    assert (first["before"], second["before"]) == (0, 1)
    assert first["ways"] != second["ways"]


def test_a_store_that_moved_on_says_so_to_an_old_cursor_and_tag(service: Service) -> None:
    api = Api(service)
    before = api.ask("documents", limit=1)
    asked = {"limit": 1, "cursor": before.json()["next"]}
    assert api.told("documents", **asked)["before"] == 1
    service.store.apply(Change(removed=(fact(service),)))
    said = api.told("documents", 410, **asked)
    assert (said["type"], said["place"]) == ("urn:cascade:problem:cursor-stale", "cursor")
    tag = before.headers["etag"]
    assert api.ask("documents", {"if-none-match": tag}, limit=1).status_code == 200


def fact(service: Service) -> Quad:
    """Return any fact of the store."""
    with service.store.read() as reader:
        return next(reader.quads(graph=DefaultGraph()))
