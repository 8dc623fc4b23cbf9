"""The corpus on which figures rest: what is known of each province, by year.

A province of which little was read shows little; so every figure has the corpus beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.lineage.index.arrays import LAST_DAY, NONE
from graph.lineage.provinces import Territory
from graph.model import CorpusYear, UnitCorpus
from graph.store.protocol import Reader
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#: Each source that speaks of a document of a province, with the year in which it was seen.
_SOURCES = f"""SELECT DISTINCT ?unit ?year ?address {{
    ?document <{cas.unit}> ?unit .
    GRAPH ?source {{
        ?claim <{_RDF}subject> ?document ; <{cas.evidence}> ?row .
        OPTIONAL {{ ?row <{cas.address}> ?printed }}
        OPTIONAL {{ ?row <{cas.seenOn}> ?seen }} }}
    BIND(SUBSTR(STR(?seen), 1, 4) AS ?year)
    # A text of which no address was kept is a source all the same.
    BIND(COALESCE(?printed, STR(?source)) AS ?address)
}}"""
#: Above so many documents sources are not counted: it would take longer than the question.
MOST_COUNTED = 50_000

_Seen = set[tuple[int | None, str]]
_Corpus = Mapping[str, UnitCorpus]
_MADE: WeakKeyDictionary[Reader, dict[int, _Corpus]] = WeakKeyDictionary()
_EPOCH = date(1970, 1, 1).toordinal()
_YEARS = 10_000


def corpus_of(reader: Reader, territory: Territory) -> Mapping[str, UnitCorpus]:
    """Return, by the address of each unit, how many documents and sources are known of it.

    A document counts in the first year in which it may have been issued, a source in the year in
    which it was published or seen. Sources are distinct addresses, and texts of which none was
    kept; in a store of more than `MOST_COUNTED` documents they are not counted, and None.
    """
    made = _MADE.setdefault(reader, {})
    if territory.units.number not in made:
        made[territory.units.number] = _made(reader, territory)
    return made[territory.units.number]


def _made(reader: Reader, territory: Territory) -> _Corpus:
    counted = len(territory.index) <= MOST_COUNTED
    sources = _sources(reader, territory) if counted else {}
    table = _documents(territory)
    return {
        unit.iri: _corpus(table[place], sources.get(place, set()) if counted else None)
        for place, unit in enumerate(territory.listed)
    }


def _corpus(documents: NDArray[np.int64], sources: _Seen | None) -> UnitCorpus:
    """Return the corpus of one unit; year 0 of the table holds what has no date."""
    issued = {year or None: int(documents[year]) for year in np.flatnonzero(documents).tolist()}
    seen = Counter(year for year, _ in sources) if sources is not None else None
    years = sorted({*issued, *(seen or ())}, key=lambda year: (year is None, year))
    return UnitCorpus(
        documents=int(documents.sum()),
        sources=len({address for _, address in sources}) if sources is not None else None,
        years=tuple(
            CorpusYear(year, issued.get(year, 0), None if seen is None else seen[year])
            for year in years
        ),
    )


def _documents(territory: Territory) -> NDArray[np.int64]:
    """Return how many documents each unit has of each year, a row for each unit."""
    columns = territory.index.columns
    documents, units = territory.members(np.arange(len(territory.index), dtype=np.int32))
    days = columns.issued_from[documents].astype(np.int64) - _EPOCH
    years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    years = np.where(columns.issued_to[documents] == LAST_DAY, 0, years)
    size = len(territory.listed) * _YEARS
    counts = np.bincount(units * np.int64(_YEARS) + years, minlength=size)
    return counts.reshape(len(territory.listed), _YEARS)


def _sources(reader: Reader, territory: Territory) -> dict[int, _Seen]:
    """Return for each unit the sources that speak of its documents, each with its year."""
    places = {iri: place for place, iri in enumerate(territory.index.units)}
    found: dict[int, _Seen] = defaultdict(set)
    rows = reader.query(_SOURCES)
    assert isinstance(rows, QuerySolutions)
    for unit, year, address in rows:
        if isinstance(unit, NamedNode) and isinstance(address, Literal) and unit.value in places:
            told = int(year.value) if isinstance(year, Literal) else None
            for heir in territory.heirs[:, places[unit.value]].tolist():
                if heir != NONE:
                    found[heir].add((told, address.value))
    return found
