"""Endings of a part only: a document of which an article or an annex was replaced or repealed."""

from __future__ import annotations

from collections import defaultdict
from weakref import WeakKeyDictionary

import numpy as np
from pyoxigraph import NamedNode, QuerySolutions

from graph.lineage.index.arrays import LAST_DAY, NONE, LineageIndex, Numbers
from graph.store.protocol import Reader
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_READ: WeakKeyDictionary[Reader, Numbers] = WeakKeyDictionary()
#: Every standing claim of an ending of which at least one claim names a part.
_CLAIMS = f"""SELECT DISTINCT ?s ?o ?claim ?part {{
    {{ SELECT DISTINCT ?s ?p ?o {{
        VALUES ?p {{ <{cas.replaces}> <{cas.repeals}> }}
        GRAPH ?h {{ ?c <{cas.part}> ?any ;
            <{_RDF}subject> ?s ; <{_RDF}predicate> ?p ; <{_RDF}object> ?o }} }} }}
    GRAPH ?g {{
        ?claim <{_RDF}subject> ?s ; <{_RDF}predicate> ?p ; <{_RDF}object> ?o .
        FILTER NOT EXISTS {{ ?claim <{cas.withdrawn}> ?when }}
        FILTER NOT EXISTS {{ ?claim <{cas.declined}> true }}
        OPTIONAL {{ ?claim <{cas.part}> ?part }} }}
}}"""


def partial_endings(reader: Reader, index: LineageIndex) -> Numbers:
    """Return for each document the first day on which a part of it may have been ended.

    Parameters
    ----------
    reader : one generation of the store.
    index : its index.

    Returns
    -------
    int32, one a document; `LAST_DAY` where nothing ended a part, or something ended all of it.
    """
    if reader not in _READ:
        _READ[reader] = _partial(reader, index)
    return _READ[reader]


def _partial(reader: Reader, index: LineageIndex) -> Numbers:
    parts: dict[tuple[int, int], list[bool]] = defaultdict(list)
    found = reader.query(_CLAIMS)
    assert isinstance(found, QuerySolutions)
    for ender, ended, _, part in found:
        ends = [index.names.find(one.value) for one in (ender, ended) if isinstance(one, NamedNode)]
        if len(ends) == 2 and NONE not in ends:  # noqa: PLR2004  (the two ends of the relation)
            parts[ends[0], ends[1]].append(part is not None)
    days = np.full(len(index), LAST_DAY, np.int32)
    for (ender, ended), told in parts.items():
        if all(told):
            days[ended] = min(days[ended], index.columns.since_from[ender])
    return days
