"""Whether two results are the same: rows as multisets, graphs as graphs, blank nodes renamed."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import rdflib
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)
from rdflib import RDF, Graph, Namespace
from rdflib.compare import isomorphic
from rdflib.term import Node

#: A blank node, alone or in a triple term; no quote stands before it, so it is not in a literal.
_BLANK = re.compile(r"(?:^|(?<=<<\( )|(?<=> ))_:[\w-]+")
_RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
_SUBJECT = NamedNode("x:s")
Row = tuple[tuple[str, str], ...]


def as_graph(data: bytes, media: str, base: str | None = None) -> Graph:
    """Return RDF as a graph that can be compared."""
    found = RdfFormat.from_media_type(media)
    assert found is not None
    return flat_graph(quad.triple for quad in parse(data, found, base_iri=base))


def flat_graph(triples: Iterable[Triple]) -> Graph:
    """Return triples as a graph that can be compared."""
    flat = Flattened()
    lines = [flat.line(triple) for triple in triples]
    return Graph().parse(data="".join([*lines, *flat.parts]), format="nt")


class Flattened:
    """Triples of RDF 1.2 in N-Triples of 1.1: two graphs are alike then if they were before.

    A triple term becomes a blank node with its three parts, a direction part of a datatype.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._nodes: dict[Triple, str] = {}

    def line(self, triple: Triple) -> str:
        """Return a triple as a line."""
        subject, value = self._term(triple.subject), self._term(triple.object)
        return f"{subject} {triple.predicate} {value} .\n"

    def _term(self, term: object) -> str:
        if isinstance(term, Triple):
            return self._node(term)
        if isinstance(term, Literal) and term.direction:
            kind = NamedNode(f"urn:direction:{term.language}:{term.direction}")
            return str(Literal(term.value, datatype=kind))
        return str(term)

    def _node(self, triple: Triple) -> str:
        if triple not in self._nodes:
            node = self._nodes[triple] = str(BlankNode())
            for part, term in zip("spo", triple, strict=True):
                self.parts.append(f"{node} <urn:part:{part}> {self._term(term)} .\n")
        return self._nodes[triple]


def same_graph(one: Graph, other: Graph) -> bool:
    return len(one) == len(other) and isomorphic(one, other)


def expected_result(file: Path, base: str) -> bool | list[Row] | Graph:
    """Return what a result file says: a truth value, rows, or a graph."""
    kinds = {".srx": QueryResultsFormat.XML, ".srj": QueryResultsFormat.JSON}
    kinds |= {".tsv": QueryResultsFormat.TSV}
    if file.suffix in kinds:
        return read_rows(file.read_bytes(), kinds[file.suffix])
    if file.suffix == ".csv":
        return csv_rows(file.read_text(encoding="utf-8"))
    media = "application/rdf+xml" if file.suffix == ".rdf" else "text/turtle"
    graph = as_graph(file.read_bytes(), media, base)
    listed = graph.value(predicate=RDF.type, object=_RS.ResultSet)
    return graph if listed is None else _rows_of_set(graph, listed)


def read_rows(data: bytes, kind: QueryResultsFormat) -> bool | list[Row]:
    found = parse_query_results(data, format=kind)
    if isinstance(found, QueryBoolean):
        return bool(found)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [
        tuple((n, _written(term)) for n, term in zip(names, row, strict=True) if term is not None)
        for row in found
    ]


def csv_rows(text: str) -> list[Row]:
    """Return the rows of a CSV, whose values have no types."""
    head, *rest = list(csv.reader(io.StringIO(text)))
    return [tuple((name, value) for name, value in zip(head, row, strict=True)) for row in rest]


def same_rows(one: Sequence[Row], other: Sequence[Row]) -> bool:
    """Tell whether two multisets of rows are equal up to the names of blank nodes."""
    if len(one) != len(other):
        return False
    if Counter(map(_sorted, one)) == Counter(map(_sorted, other)):
        return True
    return _match([_sorted(row) for row in one], [_sorted(row) for row in other], {}, {})


def _match(one: list[Row], other: list[Row], there: dict[str, str], back: dict[str, str]) -> bool:
    if not one:
        return True
    row, *rest = one
    for place, candidate in enumerate(other):
        paired = _paired(row, candidate, there, back)
        if paired and _match(rest, [*other[:place], *other[place + 1 :]], *paired):
            return True
    return False


def _paired(
    row: Row, candidate: Row, there: dict[str, str], back: dict[str, str]
) -> tuple[dict[str, str], dict[str, str]] | None:
    if [name for name, _ in row] != [name for name, _ in candidate]:
        return None
    there, back = dict(there), dict(back)
    for (_, term), (_, found) in zip(row, candidate, strict=True):
        names, others = _BLANK.findall(term), _BLANK.findall(found)
        if _BLANK.sub("_:", term) != _BLANK.sub("_:", found):
            return None
        for name, other in zip(names, others, strict=True):
            if there.setdefault(name, other) != other or back.setdefault(other, name) != name:
                return None
    return there, back


def _sorted(row: Row) -> Row:
    return tuple(sorted(row))


def _written(term: object) -> str:
    """Return a term as text, literals by value as the store keeps them: 1.0 is 1, 1E2 is 100."""
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    if isinstance(term, Literal):
        return str(_kept(term))
    if isinstance(term, Triple):
        parts = " ".join(map(_written, (term.subject, term.predicate, term.object)))
        return f"<<( {parts} )>>"
    return str(term)


@cache
def _kept(literal: Literal) -> object:
    store = Store()
    store.add(Quad(_SUBJECT, _SUBJECT, literal))
    return next(iter(store)).object


def _rows_of_set(graph: Graph, listed: Node) -> bool | list[Row]:
    truth = graph.value(listed, _RS.boolean)
    if truth is not None:
        return str(truth) == "true"
    rows = graph.objects(listed, _RS.solution)
    return [_row(graph, graph.objects(row, _RS.binding)) for row in rows]


def _row(graph: Graph, bindings: Iterable[Node]) -> Row:
    pairs = ((graph.value(b, _RS.variable), graph.value(b, _RS.value)) for b in bindings)
    return tuple((str(name), _of_rdflib(value)) for name, value in pairs)


def _of_rdflib(value: Node | None) -> str:
    if isinstance(value, rdflib.Literal) and value.datatype:
        return str(_kept(Literal(str(value), datatype=NamedNode(str(value.datatype)))))
    return value.n3() if value is not None else ""
