"""The manifests of the W3C suites, read into cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
BASE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"


@dataclass(frozen=True, slots=True)
class Dataset:
    """Files of the default graph, and of named graphs by their names."""

    default: tuple[Path, ...] = ()
    named: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One test: `name` is its folder and its name in the manifest."""

    name: str
    kind: str
    request: Path | None
    data: Dataset
    result: Path | None
    expected: Dataset


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request of a protocol test and what is expected of its answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[str]
    boolean: bool | None
    format: str | None
    location: str | None
    response_headers: dict[str, str]
    response_body: str | None


def cases(suite: Path, folder: str) -> Iterator[Case]:
    """Yield the cases of one folder of the SPARQL 1.1 suites."""
    graph, where = _manifest(suite, folder), suite / folder
    for test in _entries(graph):
        action, result = graph.value(test, MF.action), graph.value(test, MF.result)
        asked = _iri(action)
        for predicate in (QT.query, UT.request):
            asked = asked or _iri(graph.value(action, predicate))
        yield Case(
            name=f"{folder}/{str(test).rpartition('#')[2]}",
            kind=str(graph.value(test, RDF.type)).rpartition("#")[2],
            request=_file(where, asked),
            data=_dataset(graph, where, action),
            result=_file(where, _iri(result)),
            expected=_dataset(graph, where, result),
        )


def exchanges(suite: Path, folder: str, manifest: str) -> Iterator[tuple[str, list[Exchange]]]:
    """Yield the names of protocol tests with their requests, in order."""
    graph = _manifest(suite, folder, manifest)
    for test in _entries(graph):
        connection = graph.value(test, MF.action)
        listed = graph.value(connection, HT.requests)
        assert listed is not None
        requests = [_exchange(graph, request) for request in Collection(graph, listed)]
        yield f"{folder}/{str(test).rpartition('#')[2]}", requests


def graph_data(suite: Path, folder: str) -> Iterator[tuple[str, tuple[tuple[str, Path], ...]]]:
    """Yield the names of protocol tests with the graphs that must be there before."""
    graph, where = _manifest(suite, folder), suite / folder
    for test in _entries(graph):
        yield f"{folder}/{str(test).rpartition('#')[2]}", tuple(_named(graph, where, test))


def described(suite: Path, folder: str, by: URIRef) -> Iterator[tuple[str, list[str]]]:
    """Yield the names of cases with the texts that a property gives them."""
    graph = _manifest(suite, folder)
    for test in _entries(graph):
        texts = [str(text) for text in graph.objects(test, by)]
        yield f"{folder}/{str(test).rpartition('#')[2]}", texts


@cache
def _manifest(suite: Path, folder: str, name: str = "manifest.ttl") -> Graph:
    found = Graph()
    found.parse(suite / folder / name, format="turtle", publicID=f"{BASE}{folder}/{name}")
    return found


def _entries(graph: Graph) -> list[Node]:
    listed = graph.value(predicate=RDF.type, object=MF.Manifest)
    entries = graph.value(listed, MF.entries)
    return list(Collection(graph, entries)) if entries is not None else []


def _iri(node: Node | None) -> URIRef | None:
    return node if isinstance(node, URIRef) else None


def _file(where: Path, iri: URIRef | None) -> Path | None:
    return where / str(iri).rpartition("/")[2] if iri is not None else None


def _dataset(graph: Graph, where: Path, node: Node | None) -> Dataset:
    if node is None or isinstance(node, URIRef):
        return Dataset()
    files = [*graph.objects(node, QT.data), *graph.objects(node, UT.data)]
    default = tuple(where / str(iri).rpartition("/")[2] for iri in files)
    return Dataset(tuple(sorted(default)), tuple(sorted(_named(graph, where, node))))


def _named(graph: Graph, where: Path, node: Node) -> Iterator[tuple[str, Path]]:
    for data in (*graph.objects(node, QT.graphData), *graph.objects(node, UT.graphData)):
        iri = data if isinstance(data, URIRef) else graph.value(data, UT.graph)
        label = None if isinstance(data, URIRef) else graph.value(data, RDFS.label)
        assert iri is not None
        yield str(label or iri), where / str(iri).rpartition("/")[2]


def _exchange(graph: Graph, request: Node) -> Exchange:
    response = graph.value(request, HT.resp)
    assert response is not None
    boolean = graph.value(response, MF.expectedBoolean)
    form = graph.value(response, MF.expectedFormat)
    location = graph.value(response, MF.expectedLocation)
    said = _body(graph, response)
    statuses = graph.objects(response, MF.expectedStatus)
    return Exchange(
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)),
        headers=_headers(graph, request),
        body=_body(graph, request),
        statuses=frozenset(str(status).rpartition("#")[2] for status in statuses),
        boolean=None if boolean is None else str(boolean) == "true",
        format=None if form is None else str(form),
        location=None if location is None else str(location),
        response_headers=_headers(graph, response),
        response_body=None if said is None else said.decode(),
    )


def _headers(graph: Graph, node: Node) -> dict[str, str]:
    listed = graph.value(node, HT.headers)
    if listed is None:
        return {}
    return {
        str(graph.value(header, HT.fieldName)): str(graph.value(header, HT.fieldValue))
        for header in Collection(graph, listed)
    }


def _body(graph: Graph, node: Node) -> bytes | None:
    content = graph.value(node, HT.body)
    if content is None:
        return None
    charset = str(graph.value(content, CNT.characterEncoding))
    return str(graph.value(content, CNT.chars)).encode(charset)
