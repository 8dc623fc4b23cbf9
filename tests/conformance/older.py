"""The older Graph Store cases: 18 exchanges that W3C wrote as prose, sent one after the other.

Each builds on what those before it left behind. The texts are read as they stand, with the base
address, the host and the address of a new graph put in where they name them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from rdflib import RDFS

from tests.conformance.manifests import described
from tests.conformance.results import as_graph, same_graph
from tests.conformance.service import Answer, Service
from tests.conformance.suites import Outcome

FOLDER = "http-rdf-update"
_PLACE = "/rdf-graph-store"
_TURTLE = "text/turtle"


@dataclass(frozen=True, slots=True)
class Told:
    """One message of a case: its first line, its headers, its body."""

    line: str
    headers: dict[str, str]
    body: str


def older_graph_store(service: Service, suite: Path) -> Outcome:
    """Run the cases in their order on a store that is empty before them."""
    service.update("DROP ALL")
    outcome, fresh = Outcome(), ""
    for name, texts in described(suite, FOLDER, RDFS.comment):
        prose = next(text for text in texts if "#### Request" in text)
        asked, wanted = (_told(part) for part in prose.split("#### Response"))
        answer = _ask(service, asked, fresh)
        fresh = answer.headers.get("location", fresh)
        outcome.cases[name] = _unlike(answer, wanted, service)
    return outcome


def _told(prose: str) -> Told:
    """Read a message that stands indented in the prose of a case."""
    lines = [line.removeprefix("    ") for line in prose.splitlines()]
    text = "\n".join(line for line in lines if not line.startswith("####")).strip("\n")
    head, _, body = text.partition("\n\n")
    first, *rest = head.splitlines()
    named = (line.partition(": ") for line in rest)
    return Told(first, {name.lower(): value for name, _, value in named}, body)


def _ask(service: Service, asked: Told, fresh: str) -> Answer:
    method, path, _ = _filled(asked.line, service).split(" ")
    headers = {name: value for name, value in asked.headers.items() if name != "host"}
    body = _filled(asked.body, service)
    if "multipart" in headers.get("content-type", ""):
        body = body.replace("\n", "\r\n")
    there = urlsplit(fresh).path if path == "$NEWPATH$" else path
    return service.ask(method, there, body.encode() if body else None, headers)


def _filled(text: str, service: Service) -> str:
    place = text.replace("/$GRAPHSTORE$", _PLACE).replace("$GRAPHSTORE$", _PLACE)
    return place.replace("$HOST$", urlsplit(service.base).netloc)


def _unlike(answer: Answer, wanted: Told, service: Service) -> str:
    """Return the first thing in which an answer is not as its case tells."""
    found = re.match(r"\d{3}", wanted.line)
    assert found is not None
    if answer.status != int(found[0]):
        return f"status {answer.status} instead of {found[0]}"
    if "location" in wanted.headers and "location" not in answer.headers:
        return "no Location"
    kind = wanted.headers.get("content-type")
    if kind and answer.headers.get("content-type") != kind:
        return f"content type {answer.headers.get('content-type')} instead of {kind}"
    if not wanted.body:
        return ""
    expected = as_graph(_filled(wanted.body, service).encode(), _TURTLE)
    return "" if same_graph(as_graph(answer.body, _TURTLE), expected) else "the graph differs"
