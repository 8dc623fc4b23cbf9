"""The 63 and the 34 units, and to which of them a unit of another time rolls up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.folding import bare
from graph.lineage.facts import Facts, text_of
from graph.model import Literal
from graph.resolve.central_rows import COAST
from ontology import terms as cas

_KIND_WORD = re.compile(r"^(?:tinh|thanh pho|tp\.?) ")
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


class UnitNames:
    """The provinces of all times by name, and what went into each of them.

    Parameters
    ----------
    facts : facts of the store.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._known = sorted({subject for subject, _ in facts.texts(cas.unitSet)})

    @cached_property
    def bearers(self) -> Mapping[str, list[str]]:
        """Return for every name and alias, folded, the units that bear or bore it."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri in self._known:
            aliases = self._facts.of(iri).get(cas.alias, ())
            told = (one.text for one in aliases if isinstance(one, Literal))
            for name in dict.fromkeys(map(plain, (self._facts.label(iri), *told))):
                found[name].append(iri)
        return found

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """Return every name, sorted, each once."""
        return tuple(sorted({self._facts.label(iri) for iri in self._known}))

    def members(self, number: int) -> list[str]:
        """Return the units of a set."""
        return self._facts.subjects(cas.unitSet, _text(number))

    def with_predecessors(self, iri: str) -> tuple[str, ...]:
        """Return a unit and all that went into it, at once or in steps."""
        found = [iri]
        for one in found:  # grows while it is walked
            before = self._facts.subjects(cas.mergedInto, one)
            found += [unit for unit in before if unit not in found]
        return tuple(found)


def plain(name: str) -> str:
    """Return the name of a unit folded, without the word for its kind: `tỉnh Hà Nam` → `ha nam`."""
    return _KIND_WORD.sub("", bare(name))


def _text(number: int) -> Literal:
    return Literal(str(number))
