"""Check RDF against `shapes.ttl`, with violations as typed values in both languages.

The graph to check holds facts or claims; levels, their order and the known properties are added
from the ontology. What comes from users is to be parsed by the store's parser first: this module
never opens an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import pyshacl
from rdflib import OWL, RDF, SH, Graph, Literal, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.term import Node

from ontology import terms

_ROOM = Path(__file__).parent


class Severity(StrEnum):
    """How grave a violation is; a warning points at doubtful data that may stand."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One rule that one node breaks.

    `shape` is the local name of the rule, `focus` the node, `path` the property (None where the
    rule speaks of the node as a whole), `value` what stands there (None where something lacks).
    """

    focus: str
    shape: str
    path: str | None
    value: str | None
    severity: Severity
    vi: str
    en: str


class ShapesError(Exception):
    """The shapes could not be run: they are damaged."""


@cache
def shapes_graph() -> Graph:
    """Return the shapes."""
    return Graph().parse(_ROOM / "shapes.ttl", format="turtle")


@cache
def background() -> Graph:
    """Return what the rules need beside the data: properties and the order of levels."""
    ontology = Graph().parse(_ROOM / "cascade.ttl", format="turtle")
    levels = Graph().parse(_ROOM / "vocab" / "levels.ttl", format="turtle")
    graph = Graph()
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        graph += ontology.triples((None, RDF.type, kind))
    graph += levels.triples((None, URIRef(terms.rank), None))
    return graph


def queried() -> frozenset[str]:
    """Return the local names of the shapes that are queries."""
    return frozenset(_local(shape) for shape in shapes_graph().subjects(SH.sparql))


def check(data: Graph) -> tuple[Violation, ...]:
    """Return every violation in `data`, sorted; nothing when it conforms.

    Raises
    ------
    ShapesError : the shapes themselves cannot be run.
    """
    whole = data + background()
    return tuple(sorted({*_core_violations(whole), *_query_violations(whole)}))


def check_ntriples(text: str | bytes) -> tuple[Violation, ...]:
    """Return every violation in triples written as N-Triples, as a store hands them over."""
    return check(Graph().parse(data=text, format="nt"))


@cache
def _core_shapes() -> Graph:
    """Return the shapes without their queries."""
    core = Graph()
    core += shapes_graph()
    core.remove((None, SH.sparql, None))
    return core


def _core_violations(whole: Graph) -> Iterator[Violation]:
    _, report, text = pyshacl.validate(whole, shacl_graph=_core_shapes(), inference="none")
    if not isinstance(report, Graph):
        raise ShapesError(str(text))
    for node in report.subjects(SH.focusNode):
        yield _violation(report, node)


def _query_violations(whole: Graph) -> Iterator[Violation]:
    """Run each query once for all nodes; pyshacl would parse and run it again for every node."""
    for shape, severity, query in _queries():
        for row in whole.query(query):
            focus, path, value = row  # type: ignore[misc]
            yield Violation(
                focus=str(focus),
                shape=_local(shape),
                path=str(path),
                value=_text(value),
                severity=severity,
                vi=_message(shape, "vi"),
                en=_message(shape, "en"),
            )


@cache
def _queries() -> tuple[tuple[Node, Severity, Query], ...]:
    shapes = shapes_graph()
    return tuple(
        (
            shape,
            Severity(_local(shapes.value(shape, SH.severity, default=SH.Violation))),
            prepareQuery(str(shapes.value(constraint, SH.select)), initNs=_prefixes()),
        )
        for shape, constraint in shapes.subject_objects(SH.sparql)
    )


@cache
def _prefixes() -> dict[str, str]:
    shapes = shapes_graph()
    return {
        str(shapes.value(node, SH.prefix)): str(shapes.value(node, SH.namespace))
        for node in shapes.objects(None, SH.declare)
    }


def _violation(report: Graph, node: Node) -> Violation:
    shape = report.value(node, SH.sourceShape)
    return Violation(
        focus=str(report.value(node, SH.focusNode)),
        shape=_local(shape),
        path=_path(report, node),
        value=_text(report.value(node, SH.value)),
        severity=Severity(_local(report.value(node, SH.resultSeverity))),
        vi=_message(shape, "vi"),
        en=_message(shape, "en"),
    )


def _message(shape: Node | None, language: str) -> str:
    """Return the message from the shapes themselves: a report drops the language of some."""
    shapes = shapes_graph()
    for holder in (shape, *shapes.objects(shape, SH.sparql)):
        for message in shapes.objects(holder, SH.message):
            if isinstance(message, Literal) and message.language == language:
                return str(message)
    raise ShapesError(f"{shape}: no message in {language}")


def _path(report: Graph, node: Node) -> str | None:
    path = report.value(node, SH.resultPath)
    is_property = path is not None and (path, RDF.type, None) not in report
    return str(path) if is_property and not _is_blank(path) else None


def _is_blank(node: Node | None) -> bool:
    return not str(node).startswith("http")


def _local(node: Node | None) -> str:
    return str(node).rsplit("#", 1)[-1]


def _text(node: Node | None) -> str | None:
    return None if node is None else str(node)
