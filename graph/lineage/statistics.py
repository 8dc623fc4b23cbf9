"""What one generation of the store holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import numpy as np
from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LAST_DAY, LineageIndex
from graph.lineage.index.keeper import index_for
from graph.lineage.outline import by_type
from graph.model import Level, SourceClaims, Statistics
from graph.store.graphs import SOURCE_PREFIX
from graph.store.protocol import Reader
from ontology import terms as cas

UNKNOWN = "unknown"
_REGISTER = SOURCE_PREFIX + "register-"
_LEVELS = list(Level)
_FACTS = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_EDGES = f"""SELECT (COUNT(*) AS ?n) {{
    SELECT DISTINCT ?s ?o {{ ?s <{cas.cites}> ?o . ?o a <{cas.Document}> }} }}"""
_CLAIMS = f"""SELECT ?g (COUNT(DISTINCT ?c) AS ?all) (COUNT(DISTINCT ?w) AS ?gone) {{
    GRAPH ?g {{ ?c a <{cas.Claim}> OPTIONAL {{ ?c <{cas.withdrawn}> ?at BIND(?c AS ?w) }} }}
}} GROUP BY ?g ORDER BY ?g"""


def statistics(reader: Reader) -> Statistics:
    """Return how much one generation holds.

    Parameters
    ----------
    reader : the generation.
    """
    index, sources = index_for(reader), tuple(_sources(reader))
    names = [name for name in reader.graphs() if name.startswith(SOURCE_PREFIX)]
    tables = sum(name.startswith(_REGISTER) for name in names)
    return Statistics(
        generation=reader.generation,
        facts=_count(reader, _FACTS),
        claims=sum(one.claims for one in sources),
        withdrawn=sum(one.withdrawn for one in sources),
        documents=_typed(reader, cas.Document),
        references=_typed(reader, cas.Reference),
        bodies=_typed(reader, cas.Body),
        officials=_typed(reader, cas.Official),
        tenures=_typed(reader, cas.Tenure),
        edges=_count(reader, _EDGES),
        texts=len(names) - tables,
        tables=tables,
        by_level=_by_level(index),
        by_year=_by_year(index),
        by_type=by_type(index, slice(None)),
        sources=sources,
    )


def _sources(reader: Reader) -> Iterator[SourceClaims]:
    facts, answer = Facts(reader), reader.query(_CLAIMS)
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        graph, made, gone = row["g"], _number(row["all"]), _number(row["gone"])
        if isinstance(graph, NamedNode) and graph.value.startswith(SOURCE_PREFIX):
            yield SourceClaims(graph.value, facts.label(graph.value), made - gone, gone)


def _typed(reader: Reader, kind: str) -> int:
    return _count(reader, f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{kind}> }}")


def _count(reader: Reader, query: str) -> int:
    answer = reader.query(query)
    assert isinstance(answer, QuerySolutions)
    return next((_number(row["n"]) for row in answer), 0)


def _number(term: object) -> int:
    return int(term.value) if isinstance(term, Literal) else 0


def _by_level(index: LineageIndex) -> tuple[tuple[Level, int], ...]:
    counts = np.bincount(index.columns.level, minlength=len(_LEVELS))
    return tuple((level, int(counts[place])) for place, level in enumerate(_LEVELS))


def _by_year(index: LineageIndex) -> tuple[tuple[str, int], ...]:
    """Return how many documents were issued in each year, of unknown year last."""
    columns, years = index.columns, Counter[str]()
    days, counts = np.unique(columns.issued_to, return_counts=True)
    for day, count in zip(days.tolist(), counts.tolist(), strict=True):
        years[UNKNOWN if day == LAST_DAY else str(date.fromordinal(day).year)] += count
    return tuple(sorted(years.items(), key=lambda one: (one[0] == UNKNOWN, one[0])))
