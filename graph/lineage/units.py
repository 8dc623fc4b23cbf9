"""The 63 and the 34 units, and to which of them a unit of another time rolls up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from graph.lineage.facts import Facts, text_of
from graph.model import Literal
from graph.resolve.central_rows import COAST
from ontology import terms as cas

_OLD = 63  # the units until 2025-06-30, with the six regions of that time


@dataclass(frozen=True, slots=True)
class UnitOfSet:
    """A unit of the set asked for: name, region, on the coast or not."""

    iri: str
    name: str
    region: str | None
    coastal: bool


@dataclass(frozen=True)
class UnitSet:
    """The units of one set, and the way of other units into it.

    Parameters
    ----------
    facts : facts of the store.
    number : 63 or 34.
    """

    facts: Facts
    number: int

    @cached_property
    def units(self) -> tuple[UnitOfSet, ...]:
        """Return the units, by region and name."""
        found = [self._unit(iri) for iri in self.facts.subjects(cas.unitSet, _text(self.number))]
        return tuple(sorted(found, key=lambda unit: (unit.region or "", unit.name)))

    @cached_property
    def members(self) -> frozenset[str]:
        """Return the addresses of the units."""
        return frozenset(unit.iri for unit in self.units)

    def _unit(self, iri: str) -> UnitOfSet:
        about = self.facts.of(iri)
        coastal = text_of(about.get(cas.coastal)) == "true"
        regions = cas.region if self.number == _OLD else cas.regionSince2025
        return UnitOfSet(iri, self.facts.label(iri), text_of(about.get(regions)), coastal)

    def stands_for(self, iri: str) -> frozenset[str]:
        """Return the units of the set that a unit is or went into; empty when there is none."""
        reached: set[str] = set()
        frontier = {iri}
        while frontier:
            reached |= frontier
            inside = frontier & self.members
            if inside:
                return frozenset(inside)
            frontier = {
                heir for unit in frontier for heir in self.facts.objects(unit, cas.mergedInto)
            } - reached
        return frozenset()

    def in_scope(self, document: str) -> frozenset[str]:
        """Return the units a document is addressed to; all of them when it does not say."""
        targets = self.facts.objects(document, cas.appliesTo)
        if not targets:
            return self.members
        named = {self.facts.label(target) for target in targets}
        addressed = {target for target in targets if "/unit/" in target}
        for unit in UnitSet(self.facts, _OLD).units:  # regions of scope are those of the 63
            if unit.region in named or (unit.coastal and COAST in named):
                addressed.add(unit.iri)
        return frozenset(member for unit in addressed for member in self.stands_for(unit))


def _text(number: int) -> Literal:
    return Literal(str(number))
