"""The suites run against a service over HTTP: for each case, what was wrong, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
)
from rdflib import Graph

from tests.conformance.manifests import BASE, Case, Dataset, Exchange, cases, exchanges, graph_data
from tests.conformance.results import (
    Row,
    as_graph,
    csv_rows,
    expected_result,
    flat_graph,
    read_rows,
    same_graph,
    same_rows,
)
from tests.conformance.service import Answer, Service

QUERY_FOLDERS = (
    *("aggregates", "bind", "bindings", "cast", "construct", "csv-tsv-res", "exists", "functions"),
    *("grouping", "json-res", "negation", "project-expression", "property-path", "subquery"),
)
UPDATE_FOLDERS = (
    *("add", "basic-update", "clear", "copy", "delete", "delete-data", "delete-insert"),
    *("delete-where", "drop", "move", "update-silent"),
)
SYNTAX_FOLDERS = ("syntax-query", "syntax-update-1", "syntax-update-2")
NEWER_FOLDERS = (
    *("codepoint-escapes", "eval-triple-terms", "expression", "grouping", "lang-basedir", "rdf11"),
    *("syntax", "syntax-triple-terms-negative", "syntax-triple-terms-positive", "version"),
)
_EVALUATIONS, _CSV = {"QueryEvaluationTest"}, {"CSVResultFormatTest"}
_UPDATES = {"UpdateEvaluationTest"}
_POSITIVE = {"PositiveSyntaxTest11": True, "PositiveUpdateSyntaxTest11": True}
_NEGATIVE = {"NegativeSyntaxTest11": False, "NegativeUpdateSyntaxTest11": False}
_NEWER = {"PositiveSyntaxTest": True, "PositiveUpdateSyntaxTest": True}
_NEWER |= {"NegativeSyntaxTest": False, "NegativeUpdateSyntaxTest": False}
_SYNTAX = _POSITIVE | _NEGATIVE | _NEWER
_STATUSES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
_MEDIA = {".ttl": "text/turtle", ".nt": "application/n-triples", ".rdf": "application/rdf+xml"}
_MEDIA |= {".trig": "application/trig", ".nq": "application/n-quads"}
_FORMATS = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}
_JSON, _TRIPLES = "application/sparql-results+json", "application/n-triples"


@dataclass(slots=True)
class Outcome:
    """What became of one suite: for each case, what was wrong; empty where nothing was."""

    cases: dict[str, str] = field(default_factory=dict)

    @property
    def passed(self) -> int:
        return sum(not wrong for wrong in self.cases.values())

    @property
    def missed(self) -> dict[str, str]:
        return {name: wrong for name, wrong in self.cases.items() if wrong}


def query_evaluation(service: Service, suite: Path) -> Outcome:
    return _run(_evaluation, service, suite, QUERY_FOLDERS, _EVALUATIONS)


def csv_results(service: Service, suite: Path) -> Outcome:
    return _run(_evaluation, service, suite, QUERY_FOLDERS, _CSV)


def update_evaluation(service: Service, suite: Path) -> Outcome:
    return _run(_updating, service, suite, UPDATE_FOLDERS, _UPDATES)


def syntax(service: Service, suite: Path) -> Outcome:
    service.update("DROP ALL")
    folders = dict.fromkeys((*SYNTAX_FOLDERS, *QUERY_FOLDERS, *UPDATE_FOLDERS))
    return _run(_parsing, service, suite, tuple(folders), set(_SYNTAX))


def newer_query_evaluation(service: Service, suite: Path) -> Outcome:
    return _run_newer(_evaluation, service, suite, _EVALUATIONS)


def newer_update_evaluation(service: Service, suite: Path) -> Outcome:
    return _run_newer(_updating, service, suite, _UPDATES)


def newer_syntax(service: Service, suite: Path) -> Outcome:
    service.update("DROP ALL")
    return _run_newer(_parsing, service, suite, set(_NEWER))


def protocol(service: Service, suite: Path) -> Outcome:
    outcome, data = Outcome(), dict(graph_data(suite, "protocol"))
    for name, asked in exchanges(suite, "protocol", "manifest.ttl"):
        _load(service, Dataset(named=data[name]))
        outcome.cases[name] = _exchanged(service, asked, "/sparql/", "/sparql")
    return outcome


def graph_store(service: Service, suite: Path, manifest: str) -> Outcome:
    outcome = Outcome()
    for name, asked in exchanges(suite, "graph-store-protocol", manifest):
        service.update("DROP ALL")
        outcome.cases[name] = _exchanged(service, asked, "/gsp", "/rdf-graph-store")
    return outcome


def _run(
    check: Callable[[Service, Case], str],
    service: Service,
    suite: Path,
    folders: tuple[str, ...],
    kinds: set[str],
) -> Outcome:
    outcome = Outcome()
    for folder in folders:
        for case in cases(suite, folder):
            if case.kind in kinds:
                outcome.cases[case.name] = check(service, case)
    return outcome


def _run_newer(
    check: Callable[[Service, Case], str], service: Service, suite: Path, kinds: set[str]
) -> Outcome:
    """Run cases of SPARQL 1.2, which lie beside those of 1.1 and bear some of their names."""
    beside = suite.with_name("sparql12")
    found = _run(check, service, beside, NEWER_FOLDERS, kinds)
    return Outcome({f"{beside.name}/{name}": wrong for name, wrong in found.cases.items()})


def _evaluation(service: Service, case: Case) -> str:
    assert case.request is not None
    assert case.result is not None
    _load(service, case.data)
    expected = expected_result(case.result, _url(case.result))
    rows = isinstance(expected, bool | list)
    media = _FORMATS.get(case.result.suffix, _JSON) if rows else _TRIPLES
    answer = service.query(_with_base(case.request), media)
    if not answer.fine:
        return _told(answer)
    if isinstance(expected, Graph):
        return "" if same_graph(as_graph(answer.body, media), expected) else "the graphs differ"
    return _compared(answer, media, expected)


def _compared(answer: Answer, media: str, expected: bool | list[Row]) -> str:
    kind = QueryResultsFormat.from_media_type(media)
    assert kind is not None
    found = csv_rows(answer.body.decode()) if media == "text/csv" else read_rows(answer.body, kind)
    if isinstance(expected, bool) or isinstance(found, bool):
        return "" if expected == found else f"expected {expected}, found {found}"
    return "" if same_rows(expected, found) else f"expected {expected}, found {found}"


def _updating(service: Service, case: Case) -> str:
    assert case.request is not None
    _load(service, case.data)
    answer = service.update(_with_base(case.request))
    if not answer.fine:
        return _told(answer)
    expected = _graphs(case.expected)
    rows = service.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows()
    names = {row["g"]["value"] for row in rows}
    filled = {name for name, graph in expected.items() if name and len(graph)}
    if names != filled:
        return f"expected the graphs {filled}, found {names}"
    for name in ("", *names):
        path = f"?graph={quote(name, safe='')}" if name else "?default"
        said = service.ask("GET", f"/rdf-graph-store{path}", headers={"accept": _TRIPLES})
        if not same_graph(as_graph(said.body, _TRIPLES), expected[name]):
            return f"the graph {name or 'default'} differs"
    return ""


def _parsing(service: Service, case: Case) -> str:
    assert case.request is not None
    text, wanted = _with_base(case.request), _SYNTAX[case.kind]
    updates = case.request.suffix == ".ru"
    answer = service.update(text) if updates else service.query(text, "*/*")
    if answer.fine:
        return "" if wanted else "accepted"
    said = answer.problem()
    if wanted and answer.status == 403 and said["type"].endswith("beyond-store"):
        return ""  # parsed, then refused for its LOAD
    if wanted and "cannot be carried out" in said["detail"]:
        return ""  # parsed, and refused only because of what the store holds
    refused = any(words in said["detail"] for words in ("cannot be parsed", "no SPARQL query"))
    unparsed = answer.status == 400 and refused
    return "" if unparsed and not wanted else f"{answer.status} {said['detail']}"


def _exchanged(service: Service, asked: list[Exchange], prefix: str, place: str) -> str:
    filled: dict[str, str] = {}
    for number, exchange in enumerate(asked, start=1):
        path = exchange.path
        for template, value in filled.items():
            path = path.replace(template, value)
        path = re.sub(f"^{re.escape(prefix)}", place, path)
        answer = service.ask(exchange.method, path, exchange.body, exchange.headers)
        if exchange.location is not None:
            filled[exchange.location] = quote(answer.headers.get("location", ""), safe="")
        if wrong := _unexpected(answer, exchange):
            return f"request {number}: {wrong}"
    return ""


def _unexpected(answer: Answer, exchange: Exchange) -> str:
    """Return the first thing in which an answer is not as the exchange wants it."""
    if not any(_is_status(answer.status, status) for status in exchange.statuses):
        return f"status {answer.status} instead of {sorted(exchange.statuses)}"
    if exchange.location is not None and not answer.headers.get("location"):
        return "no Location"
    wanted = exchange.response_headers.get("content-type")
    if wanted and answer.headers.get("content-type") != wanted:
        return f"content type {answer.headers.get('content-type')} instead of {wanted}"
    return _wrong_content(answer, exchange)


def _wrong_content(answer: Answer, exchange: Exchange) -> str:
    if exchange.format and answer.fine and (wrong := _wrong_format(answer, exchange.format)):
        return wrong
    if exchange.boolean is not None:
        kind = QueryResultsFormat.from_media_type(answer.media_type)
        if kind is None or read_rows(answer.body, kind) is not exchange.boolean:
            return f"not {exchange.boolean}"
    if exchange.response_body is not None:
        expected = as_graph(exchange.response_body.encode(), "text/turtle")
        if not same_graph(as_graph(answer.body, answer.media_type), expected):
            return "the graph differs"
    return ""


def _wrong_format(answer: Answer, form: str) -> str:
    results = QueryResultsFormat.from_media_type(answer.media_type) is not None
    rdf = RdfFormat.from_media_type(answer.media_type) is not None
    fits = {"boolean": results, "tabular": results, "RDF": rdf}[form]
    return "" if fits else f"{answer.media_type} is not {form}"


def _is_status(status: int, name: str) -> bool:
    classed = re.fullmatch(r"StatusCode(\d)xx", name)
    return status // 100 == int(classed[1]) if classed else status == _STATUSES[name]


def _load(service: Service, data: Dataset) -> None:
    """Put a dataset in place of what the service holds."""
    blocks = [_statements(file) for file in data.default]
    blocks += [f"GRAPH <{name}> {{ {_statements(file)} }}" for name, file in data.named]
    answer = service.update(f"DROP ALL ; INSERT DATA {{ {' '.join(blocks)} }}")
    assert answer.fine, (data, answer.body)


def _quads(file: Path) -> Iterator[Quad]:
    found = RdfFormat.from_media_type(_MEDIA[file.suffix])
    assert found is not None
    return parse(file.read_bytes(), found, base_iri=_url(file), rename_blank_nodes=True)


def _statements(file: Path) -> str:
    blocks: dict[str, list[str]] = {}
    for quad in _quads(file):
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        line = f"{quad.subject} {quad.predicate} {spelled(quad.object)} .\n"
        blocks.setdefault(graph, []).append(line)
    return "".join(
        f"GRAPH {graph} {{ {''.join(lines)} }}\n" if graph else "".join(lines)
        for graph, lines in blocks.items()
    )


def spelled(term: object) -> str:
    """Return a term as SPARQL 1.2 spells it."""
    if isinstance(term, Triple):
        return f"<<( {' '.join(spelled(part) for part in term)} )>>"
    return str(term)


def _graphs(data: Dataset) -> dict[str, Graph]:
    """Return the graphs of a dataset by their names, the empty text for the default graph."""
    files = [("", file) for file in data.default] + list(data.named)
    quads = [(name or _name(quad), quad.triple) for name, file in files for quad in _quads(file)]
    found: dict[str, list[Triple]] = {name: [] for name in ("", *dict(data.named))}
    for name, triple in quads:
        found.setdefault(name, []).append(triple)
    return {name: flat_graph(triples) for name, triples in found.items()}


def _name(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _url(file: Path) -> str:
    return f"{BASE}{file.parent.name}/{file.name}"


def _with_base(file: Path) -> str:
    """Return a request with the base that its file has; one of its own stands after it and wins."""
    return f"BASE <{_url(file)}>\n{file.read_text(encoding='utf-8')}"


def _told(answer: Answer) -> str:
    return f"{answer.status} {answer.body.decode('utf-8', 'replace')[:300]}"
