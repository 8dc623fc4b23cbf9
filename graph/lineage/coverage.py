"""Which provinces show a document that rests on a resolution, how soon, and by which chain.

Four states, none of which means “not done”: a document was found; carrying out was reported but no
document found; none found in this corpus; out of scope.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median_low

from graph.lineage.corpus import corpus_of
from graph.lineage.documents import document_of, read_documents
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import NONE
from graph.lineage.provinces import Figures, Territory, figures_of, territory_of
from graph.lineage.units import UnitOfSet
from graph.model import Coverage, Document, Lag, UnitCoverage, UnitState
from graph.store.protocol import Reader
from ontology import terms as cas


def coverage(reader: Reader, document: Document, *, unit_set: int = 34) -> Coverage:
    """Return the coverage of a document over the provinces.

    Parameters
    ----------
    reader : one generation of the store.
    document : the document whose carrying out is asked for.
    unit_set : 63 (until 2025-06-30) or 34 (since 2025-07-01). Documents of provinces that went
        into others count for these, those of districts and communes for their province.
    """
    facts, territory = Facts(reader), territory_of(reader, unit_set)
    covered = Covered(facts, territory, document)
    covered.read()
    corpus = corpus_of(reader, territory)
    rows = tuple(
        replace(_row(covered, unit, place), corpus=corpus[unit.iri])
        for place, unit in enumerate(territory.listed)
    )
    lags = [row.lag for row in rows if row.lag is not None]
    states = [row.state for row in rows]
    exact = [lag.least for lag in lags if lag.exact]
    return Coverage(
        document=document,
        units=rows,
        unit_set=unit_set,
        found=states.count(UnitState.FOUND),
        median_lag=median_low(exact) if exact else None,
        sources=len({place for row in rows for one in row.evidence for place in one.places}),
        outside=covered.figures.outside,
        in_scope=len(states) - states.count(UnitState.OUT_OF_SCOPE),
        median=median_of(lags),
        dated=len(lags),
        by_state=tuple((state, count) for state in UnitState if (count := states.count(state))),
        slowest=max((row for row in rows if row.lag), key=_lateness, default=None),
    )


@dataclass(frozen=True, eq=False)
class Covered:
    """What the corpus shows of the carrying out of one document, over the units of a set.

    Parameters
    ----------
    facts : facts of the store.
    territory : the units.
    document : the document.
    """

    facts: Facts
    territory: Territory
    document: Document

    @cached_property
    def number(self) -> int:
        """Return the number of the document in the index."""
        return self.territory.index.names.find(self.document.iri)

    @cached_property
    def figures(self) -> Figures:
        """Return what its lineage shows, as numbers."""
        return figures_of(self.territory, self.number)

    @cached_property
    def scope(self) -> frozenset[str]:
        """Return the units to which it is addressed."""
        return self.territory.units.in_scope(self.document.iri)

    @cached_property
    def reported(self) -> frozenset[str]:
        """Return the units whose bodies are said to carry it out, or report figures under it."""
        facts, iri = self.facts, self.document.iri
        results = facts.subjects(cas.aboutDocument, iri)
        bodies = {
            *facts.objects(iri, cas.implementedBy),
            *(body for result in results for body in facts.objects(result, cas.aboutBody)),
        }
        places = [unit for body in bodies for unit in facts.objects(body, cas.jurisdiction)]
        heirs = (self.territory.units.stands_for(place) for place in places)
        return frozenset(member for members in heirs for member in members)

    def read(self) -> None:
        """Read together what rows will tell: the chains, and what supports their last step."""
        found = [int(one) for one in self.figures.first if one != NONE]
        chains = [self._addresses(number) for number in found]
        read_documents(self.facts, (iri for chain in chains for iri in chain))
        self.facts.read_links((chain[0], chain[1]) for chain in chains if len(chain) > 1)

    def state(self, unit: UnitOfSet, place: int) -> UnitState:
        """Return what the corpus shows of a unit."""
        if self.figures.documents[place]:
            return UnitState.FOUND
        if unit.iri in self.reported:
            return UnitState.REPORTED
        return UnitState.NONE_FOUND if unit.iri in self.scope else UnitState.OUT_OF_SCOPE

    def first(self, place: int) -> Document | None:
        """Return the earliest document of a unit."""
        return self._document(int(self.figures.first[place]))

    def chain(self, number: int) -> tuple[Document, ...]:
        """Return a shortest chain from a document of the lineage up to its root."""
        found = (document_of(self.facts, iri) for iri in self._addresses(number))
        return tuple(one for one in found if one is not None)

    def _addresses(self, number: int) -> list[str]:
        reached, names = self.figures.reached, self.territory.index.names
        return [names[one] for one in reversed(reached.chain(reached.place(number)))]

    def _document(self, number: int) -> Document | None:
        if number == NONE:
            return None
        return document_of(self.facts, self.territory.index.names[number])


def median_of(lags: Iterable[Lag]) -> Lag | None:
    """Return the median of lags: that of their least and of their most days; None of none."""
    known = list(lags)
    if not known:
        return None
    return Lag(median_low(lag.least for lag in known), median_low(lag.most for lag in known))


def _row(covered: Covered, unit: UnitOfSet, place: int) -> UnitCoverage:
    figures, first = covered.figures, covered.first(place)
    chain = covered.chain(int(figures.first[place])) if first else ()
    return UnitCoverage(
        unit=unit.name,
        unit_iri=unit.iri,
        region=unit.region,
        state=covered.state(unit, place),
        first=first,
        lag=Lag.between(covered.document.issued, first.issued) if first else None,
        chain=chain,
        documents=int(figures.documents[place]),
        evidence=evidence_of(covered.facts, chain[0].iri, chain[1].iri) if len(chain) > 1 else (),
        deepest=figures.deepest(place),
        by_level=figures.by_level(place),
    )


def _lateness(row: UnitCoverage) -> tuple[int, str]:
    assert row.lag is not None
    return row.lag.least, row.unit_iri
