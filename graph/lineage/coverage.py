"""Which provinces show a document that rests on a resolution, how soon, and by which chain.

Four states, none of which means “not done”: a document was found; carrying out was reported but no
document found; none found in this corpus; out of scope.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median_low

from graph.lineage.documents import document_of
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.relations import children
from graph.lineage.units import UnitOfSet, UnitSet
from graph.model import Coverage, Document, Evidence, Lag, UnitCoverage, UnitState
from graph.store.protocol import Reader
from ontology import terms as cas


def coverage(reader: Reader, document: Document, *, unit_set: int = 34) -> Coverage:
    """Return the coverage of a document over the provinces.

    Parameters
    ----------
    reader : one generation of the store.
    document : the document whose carrying out is asked for.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01). Documents of provinces that went
        into others count for these.
    """
    facts = Facts(reader)
    units = UnitSet(facts, unit_set)
    below = _Below(facts, document)
    below.find()
    by_unit, outside = _by_unit(below, units)
    scope, reported = units.in_scope(document.iri), _reported(facts, document.iri, units)
    rows = tuple(
        _row(below, unit, by_unit.get(unit.iri, []), unit.iri in scope, unit.iri in reported)
        for unit in units.units
    )
    lags = [row.lag.least for row in rows if row.lag is not None and row.lag.exact]
    return Coverage(
        document=document,
        units=rows,
        unit_set=unit_set,
        found=sum(row.state is UnitState.FOUND for row in rows),
        median_lag=median_low(lags) if lags else None,
        sources=len({place for row in rows for one in row.evidence for place in one.places}),
        outside=len(outside),
    )


@dataclass
class _Below:
    """Everything that rests on a document, each with the shortest way up."""

    facts: Facts
    root: Document
    documents: dict[str, Document] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)

    def find(self) -> None:
        """Walk down breadth first."""
        self.documents[self.root.iri] = self.root
        frontier = [self.root.iri]
        while frontier:
            reached: list[str] = []
            for iri in frontier:
                for child in children(self.facts, iri):
                    document = None if child in self.documents else document_of(self.facts, child)
                    if document is not None:
                        self.documents[child], self.above[child] = document, iri
                        reached.append(child)
            frontier = reached

    def chain(self, document: Document) -> tuple[Document, ...]:
        """Return the shortest chain from a document up to the root."""
        found = [document]
        while found[-1].iri in self.above:
            found.append(self.documents[self.above[found[-1].iri]])
        return tuple(found)

    def evidence(self, document: Document) -> tuple[Evidence, ...]:
        """Return what supports the first step of a document's chain."""
        above = self.above.get(document.iri)
        return evidence_of(self.facts, document.iri, above) if above else ()


def _by_unit(below: _Below, units: UnitSet) -> tuple[dict[str, list[Document]], list[Document]]:
    """Return the documents of each unit of the set, and those of no unit of it."""
    found: dict[str, list[Document]] = defaultdict(list)
    outside: list[Document] = []
    for document in below.documents.values():
        if document.unit_iri is None or document.iri == below.root.iri:
            continue
        members = units.stands_for(document.unit_iri)
        for member in members:
            found[member].append(document)
        if not members:
            outside.append(document)
    return found, outside


def _row(
    below: _Below, unit: UnitOfSet, documents: list[Document], in_scope: bool, reported: bool
) -> UnitCoverage:
    first = min(documents, key=_earliest, default=None)
    return UnitCoverage(
        unit=unit.name,
        unit_iri=unit.iri,
        region=unit.region,
        state=_state(bool(documents), in_scope, reported),
        first=first,
        lag=Lag.between(below.root.issued, first.issued) if first else None,
        chain=below.chain(first) if first else (),
        documents=len(documents),
        evidence=below.evidence(first) if first else (),
    )


def _state(found: bool, in_scope: bool, reported: bool) -> UnitState:
    if found:
        return UnitState.FOUND
    if reported:
        return UnitState.REPORTED
    return UnitState.NONE_FOUND if in_scope else UnitState.OUT_OF_SCOPE


def _reported(facts: Facts, document: str, units: UnitSet) -> frozenset[str]:
    """Return the units whose bodies are said to carry the document out."""
    bodies = facts.objects(document, cas.implementedBy)
    places = [unit for body in bodies for unit in facts.objects(body, cas.jurisdiction)]
    return frozenset(member for place in places for member in units.stands_for(place))


def _earliest(document: Document) -> tuple[str, str]:
    return str(document.issued or "9999"), document.iri
