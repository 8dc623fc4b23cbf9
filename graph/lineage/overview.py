"""What a store holds, in a few figures, and what is carried out most widely."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.lineage.documents import documents
from graph.model import Overview
from graph.store.protocol import Reader
from ontology import terms as cas

_DOCUMENTS = f"SELECT (COUNT(DISTINCT ?d) AS ?n) {{ ?d a <{cas.Document}> }}"
_EDGES = f"""SELECT (COUNT(*) AS ?n) {{
    SELECT DISTINCT ?s ?o {{ ?s <{cas.cites}> ?o . ?o a <{cas.Document}> }} }}"""
_SOURCES = f"""SELECT (COUNT(DISTINCT ?a) AS ?n) {{
    GRAPH ?g {{ ?row <{cas.address}> ?a }} FILTER(STRSTARTS(STR(?a), "http")) }}"""
# A unit that ended counts as the one that it went into.
_TODAY = f'<{cas.unit}>/<{cas.mergedInto}>* ?u . ?u <{cas.unitSet}> "34"'
_UNITS = f"SELECT (COUNT(DISTINCT ?u) AS ?n) {{ ?d a <{cas.Document}> ; {_TODAY} }}"
_WIDEST = f"""SELECT ?o (COUNT(DISTINCT ?u) AS ?n) {{
    ?s <{cas.restsOn}> ?o ; {_TODAY} . ?o a <{cas.Document}>
}} GROUP BY ?o ORDER BY DESC(?n) ?o LIMIT """


def overview(reader: Reader, widest: int = 12) -> Overview:
    """Return how much one generation holds.

    Parameters
    ----------
    reader : the generation.
    widest : most documents to name as carried out most widely: by how many of the 34 units of
        today show a document resting directly on them, themselves or through a unit that went
        into them.
    """
    counted = _counted(reader, _WIDEST + str(widest))
    named = documents(reader, tuple(counted))
    return Overview(
        documents=_count(reader, _DOCUMENTS),
        sources=_count(reader, _SOURCES),
        units=_count(reader, _UNITS),
        edges=_count(reader, _EDGES),
        widest=tuple((named[iri], units) for iri, units in counted.items() if iri in named),
    )


def _count(reader: Reader, query: str) -> int:
    answer = reader.query(query)
    assert isinstance(answer, QuerySolutions)
    return next((_number(row["n"]) for row in answer), 0)


def _counted(reader: Reader, query: str) -> dict[str, int]:
    answer = reader.query(query)
    assert isinstance(answer, QuerySolutions)
    rows = [(row["o"], _number(row["n"])) for row in answer]
    return {term.value: number for term, number in rows if isinstance(term, NamedNode) and number}


def _number(term: object) -> int:
    return int(term.value) if isinstance(term, Literal) else 0
