"""Provinces that act alike: which central documents they carry out, and how soon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from statistics import median_low
from typing import TypeAlias

from graph.analytics.values import Likeness, Likenesses, Shared
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

#: Lags of a unit's first document by the central document that it carries out.
_Lags: TypeAlias = Mapping[str, Lag | None]


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
    covered = [one for one in known if one.found]
    documents = {one.document.iri: one.document for one in covered}
    names = {unit.unit_iri: unit.unit for one in covered for unit in one.units}
    lags: defaultdict[str, dict[str, Lag | None]] = defaultdict(dict)
    outside: defaultdict[str, set[str]] = defaultdict(set)
    for one in covered:
        for unit in one.units:
            if unit.state is UnitState.FOUND:
                lags[unit.unit_iri][one.document.iri] = unit.lag
            elif unit.state is UnitState.OUT_OF_SCOPE:
                outside[unit.unit_iri].add(one.document.iri)
    enough = sorted((iri for iri in names if len(lags[iri]) >= least), key=names.__getitem__)
    counts = Counter(document for iri in names for document in lags[iri])
    pairs = [
        _likeness(
            ((one, names[one]), (other, names[other])),
            (lags[one], lags[other]),
            outside[one] | outside[other],
            documents,
            counts,
        )
        for one, other in combinations(enough, 2)
    ]
    median = median_low(len(lags[iri]) for iri in enough) if enough else 0
    return Likenesses(
        unit_set=unit_set,
        least=least,
        documents=len(documents),
        compared=tuple(names[iri] for iri in enough),
        left_out=tuple(
            sorted((names[iri], len(lags[iri])) for iri in names if len(lags[iri]) < least)
        ),
        median=median,
        small=median < ENOUGH,
        pairs=tuple(sorted((pair for pair in pairs if pair.shared), key=_order)),
    )


def _likeness(
    units: tuple[tuple[str, str], tuple[str, str]],
    lags: tuple[_Lags, _Lags],
    outside: set[str],
    documents: Mapping[str, Document],
    counts: Mapping[str, int],
) -> Likeness:
    one, other = (set(of_it) - outside for of_it in lags)
    both = sorted(one & other, key=lambda iri: (counts[iri], iri))
    shared = tuple(Shared(documents[iri], lags[0][iri], lags[1][iri], counts[iri]) for iri in both)
    apart = [
        abs(it.lag.least - it.other_lag.least)
        for it in shared
        if it.lag and it.other_lag and it.lag.exact and it.other_lag.exact
    ]
    return Likeness(
        unit=units[0][1],
        unit_iri=units[0][0],
        other=units[1][1],
        other_iri=units[1][0],
        similarity=len(both) / len(one | other) if one | other else 0.0,
        shared=shared,
        only_unit=len(one - other),
        only_other=len(other - one),
        apart=median_low(apart) if apart else None,
        dated=len(apart),
    )


def _order(pair: Likeness) -> tuple[float, int, str, str]:
    return -pair.similarity, -len(pair.shared), pair.unit, pair.other
