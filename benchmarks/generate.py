"""A made-up register of any size, the same for the same seed: documents, edges, flat claims.

One document in two hundred is a central resolution; every other one implements such a resolution
and is based on another. Facts stand in the default graph, two claims of nine quads per document in
the graph of a source that speaks of twenty documents: 32 quads per document in all.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import Literal, NamedNode, Quad

from graph.store.graphs import SOURCE_PREFIX
from ontology import terms as cas

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_TYPE = NamedNode(f"{RDF}type")
_ONE_CENTRAL_IN, _SOURCE_SPEAKS_OF, _PROVINCES = 200, 20, 63
_FIRST_DAY = date(2011, 1, 1)


@dataclass(frozen=True, slots=True)
class Register:
    """The shape of a generated register; `first` is the number of its first document."""

    documents: int
    seed: int = 57
    first: int = 0

    def quads(self) -> Iterator[Quad]:
        """Return all quads; bodies come with the register that begins at document 0."""
        if self.first == 0:
            for province in range(_PROVINCES):
                yield _q(body(province), cas.jurisdiction, unit(province))
                yield Quad(unit(province), _LABEL, Literal(f"Tỉnh {province}", language="vi"))
        chance = random.Random(f"{self.seed}-{self.first}")
        for number in range(self.first, self.first + self.documents):
            yield from _document(number, chance)

    @property
    def resolution(self) -> NamedNode:
        """Return a central resolution that provincial documents implement."""
        return document(0)


def document(number: int) -> NamedNode:
    """Return the address of a document."""
    return NamedNode(f"{cas.DATA}document/bench/{number}")


def body(province: int) -> NamedNode:
    """Return the address of a provincial committee."""
    return NamedNode(f"{cas.DATA}body/bench/{province}")


def unit(province: int) -> NamedNode:
    """Return the address of a province."""
    return NamedNode(f"{cas.DATA}unit/bench/{province}")


def _q(subject: NamedNode, predicate: str, term: NamedNode | Literal, graph: str = "") -> Quad:
    named = NamedNode(graph) if graph else None
    return Quad(subject, NamedNode(predicate), term, named)


def _document(number: int, chance: random.Random) -> Iterator[Quad]:
    this = document(number)
    central = number % _ONE_CENTRAL_IN == 0
    kind = cas.Resolution if central else cas.ProvincialActionProgram
    printed = f"{number % 400}-{'NQ/TW' if central else 'CTr/TU'}"
    issued = _FIRST_DAY + timedelta(days=chance.randrange(5500))
    yield Quad(this, _TYPE, NamedNode(cas.Document))
    yield Quad(this, _TYPE, NamedNode(kind))
    yield Quad(this, _LABEL, Literal(f"Văn bản {printed}", language="vi"))
    yield _q(this, cas.number, Literal(printed))
    yield _q(this, cas.issued, Literal(issued.isoformat(), datatype=_DATE))
    yield _q(this, cas.title, Literal(f"Về nhiệm vụ thứ {number} của địa phương", language="vi"))
    yield _q(this, cas.verification, Literal("seen_once"))
    yield _q(this, cas.issuedBy, body(chance.randrange(_PROVINCES)))
    parents = _parents(number, chance)
    for order, (relation, parent) in enumerate(zip(_RELATIONS, parents, strict=True)):
        for predicate in (relation, cas.restsOn, cas.cites):
            yield _q(this, predicate, document(parent))
        yield from _claim(number, order, relation, parent)


_RELATIONS = (cas.implements, cas.basedOn)


def _parents(number: int, chance: random.Random) -> tuple[int, int]:
    earlier = max(number // _ONE_CENTRAL_IN, 2)
    first = chance.randrange(earlier)
    return first * _ONE_CENTRAL_IN, ((first + 1) % earlier) * _ONE_CENTRAL_IN


def _claim(number: int, order: int, relation: str, parent: int) -> Iterator[Quad]:
    source = f"{SOURCE_PREFIX}bench-{number // _SOURCE_SPEAKS_OF}"
    claim = NamedNode(f"{cas.DATA}claim/bench-{number}-{order}")
    statement: dict[str, NamedNode | Literal] = {
        f"{RDF}type": NamedNode(cas.Claim),
        f"{RDF}subject": document(number),
        f"{RDF}predicate": NamedNode(relation),
        f"{RDF}object": document(parent),
        cas.certainty: Literal("clear"),
        cas.modality: Literal("done"),
        cas.evidence: Literal(f"dòng {number} của sổ"),
        cas.recorded: Literal("2026-07-01", datatype=_DATE),
        cas.inSource: NamedNode(source),
    }
    for predicate, term in statement.items():
        yield _q(claim, predicate, term, source)
