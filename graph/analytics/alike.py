"""Provinces that act alike: which central documents they carry out, and how soon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from statistics import median_low

from graph.analytics.values import Likeness, Likenesses, Shared
from graph.errors import NotFound, Text
from graph.folding import bare
from graph.lineage.coverage import coverage
from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.model import Coverage, Document, Lag, Level, UnitState
from graph.store.protocol import Reader
from ontology import terms as cas

#: Fewer documents of a unit than this are compared with nothing: the figure would be chance.
LEAST = 3
#: With fewer documents a unit, a similarity near 0.3 is uncertain by a tenth and more (the binomial
#: error of a share over the documents that either of two units shows).
ENOUGH = 20


def coverages(reader: Reader, unit_set: int) -> tuple[Coverage, ...]:
    """Return the coverage of every central document that something rests on.

    Parameters
    ----------
    reader : one generation of the store.
    unit_set : 63 or 34.
    """
    facts = Facts(reader)
    central = facts.subjects(cas.level, f"{cas.DATA}level/{Level.CENTRAL}")
    carried_out = [iri for iri in central if facts.subjects(cas.restsOn, iri)]
    found = [document_of(facts, iri) for iri in carried_out]
    return tuple(coverage(reader, one, unit_set=unit_set) for one in found if one is not None)


def likenesses(known: Iterable[Coverage], *, unit_set: int, least: int = LEAST) -> Likenesses:
    """Return how alike any two units act, over the central documents that they carry out.

    Parameters
    ----------
    known : the coverage of each central document, all over the same units. A unit carries a
        document out where one of its own rests on it, directly or through others.
    unit_set : 63 or 34.
    least : units with fewer documents than this are left out, and told.

    Returns
    -------
    Pairs that share something, most alike first; of equals those that share more. A document that
    is not addressed to both units counts for neither. Likeness is one of what was found: two units
    of which the same sources were read look alike, and a difference may be one of reading.

    References
    ----------
    P. Jaccard, Étude comparative de la distribution florale, 1901 (the similarity of two sets).
    """
    found = _gathered(one for one in known if one.found)
    enough = sorted((iri for iri in found.names if len(found.lags[iri]) >= least), key=found.name)
    counts = Counter(document for iri in found.names for document in found.lags[iri])
    pairs = [_likeness(one, other, found, counts) for one, other in combinations(enough, 2)]
    few = [(found.name(iri), len(found.lags[iri])) for iri in set(found.names) - set(enough)]
    median = median_low(len(found.lags[iri]) for iri in enough) if enough else 0
    return Likenesses(
        unit_set=unit_set,
        least=least,
        documents=len(found.documents),
        compared=tuple(map(found.name, enough)),
        left_out=tuple(sorted(few)),
        median=median,
        small=median < ENOUGH,
        pairs=tuple(sorted((pair for pair in pairs if pair.shared), key=_order)),
    )


def of_unit(found: Likenesses, name: str, place: str) -> Likenesses:
    """Return the pairs of one unit, that unit first in each.

    Parameters
    ----------
    found : all pairs.
    name : name of the unit, tone marks optional.
    place : where the name was given.

    Raises
    ------
    NotFound : no unit of the set bears that name.
    """
    few = [one for one, _ in found.left_out]
    unit = next((one for one in (*found.compared, *few) if bare(one) == bare(name)), None)
    if unit is None:
        raise NotFound(
            Text(f"không có đơn vị “{name}”", f"there is no unit “{name}”"),
            place=place,
            remedy=Text(
                "viết tên tỉnh, thành phố như trong bảng của cascade coverage",
                "write the province as cascade coverage does",
            ),
        )
    return replace(
        found,
        pairs=tuple(
            pair if pair.unit == unit else pair.turned()
            for pair in found.pairs
            if unit in (pair.unit, pair.other)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What coverages say, by unit.

    Parameters
    ----------
    documents, names : those covered and the units, by address.
    lags : by unit, of its first document by the central document that it carries out.
    outside : by unit, the documents that are not addressed to it.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    lags: defaultdict[str, dict[str, Lag | None]] = field(default_factory=lambda: defaultdict(dict))
    outside: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def name(self, iri: str) -> str:
        return self.names[iri]


def _gathered(covered: Iterable[Coverage]) -> _Gathered:
    found = _Gathered()
    for one in covered:
        document = one.document.iri
        found.documents[document] = one.document
        for unit in one.units:
            found.names[unit.unit_iri] = unit.unit
            if unit.state is UnitState.FOUND:
                found.lags[unit.unit_iri][document] = unit.lag
            elif unit.state is UnitState.OUT_OF_SCOPE:
                found.outside[unit.unit_iri].add(document)
    return found


def _likeness(unit: str, other: str, found: _Gathered, counts: Mapping[str, int]) -> Likeness:
    outside = found.outside[unit] | found.outside[other]
    lags = found.lags[unit], found.lags[other]
    own, others = (set(of_it) - outside for of_it in lags)
    both = sorted(own & others, key=lambda iri: (counts[iri], iri))
    shared = tuple(
        Shared(found.documents[iri], lags[0][iri], lags[1][iri], counts[iri]) for iri in both
    )
    apart = [
        abs(it.lag.least - it.other_lag.least)
        for it in shared
        if it.lag and it.other_lag and it.lag.exact and it.other_lag.exact
    ]
    return Likeness(
        unit=found.name(unit),
        unit_iri=unit,
        other=found.name(other),
        other_iri=other,
        similarity=len(both) / len(own | others) if own | others else 0.0,
        shared=shared,
        only_unit=len(own - others),
        only_other=len(others - own),
        apart=median_low(apart) if apart else None,
        dated=len(apart),
    )


def _order(pair: Likeness) -> tuple[float, int, str, str]:
    return -pair.similarity, -len(pair.shared), pair.unit, pair.other
