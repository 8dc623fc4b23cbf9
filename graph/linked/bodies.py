"""A body: where it stands, what came before and after it, what it issued, year by year."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.lineage.documents import documents
from graph.linked.names import FACTS, NamedThing, Names
from graph.model import Document
from graph.store.protocol import Reader
from ontology import terms as cas

#: Documents of one year that are shown; the year says how many there are.
SHOWN = 100
_YEARS = f"""SELECT ?year (COUNT(DISTINCT ?d) AS ?n) {{
    ?d <{cas.issuedBy}> $body . OPTIONAL {{ ?d <{cas.issued}> ?i }}
    BIND (COALESCE(SUBSTR(STR(?i), 1, 4), "") AS ?year)
}} GROUP BY ?year ORDER BY ?year"""
_OF_YEAR = f"""SELECT DISTINCT ?d ?i {{
    ?d <{cas.issuedBy}> $body . OPTIONAL {{ ?d <{cas.issued}> ?i }}
    FILTER (COALESCE(SUBSTR(STR(?i), 1, 4), "") = $year)
}} ORDER BY ?i ?d LIMIT {SHOWN}"""


@dataclass(frozen=True, slots=True)
class BodyAbout:
    """What the store knows of a body.

    `years` counts the documents it is said to have issued, by year, "" where the day is not known;
    `documents` are those of `year`, at most `SHOWN`. `predecessors` and `successors` are bodies.
    """

    iri: str
    parents: tuple[NamedThing, ...]
    children: tuple[NamedThing, ...]
    predecessors: tuple[NamedThing, ...]
    successors: tuple[NamedThing, ...]
    years: tuple[tuple[str, int], ...]
    year: str
    documents: tuple[Document, ...]

    @property
    def issued(self) -> int:
        """Return how many documents it issued in all."""
        return sum(count for _, count in self.years)


def body_about(reader: Reader, iri: str, year: str | None = None) -> BodyAbout:
    """Return what is known of a body.

    Parameters
    ----------
    reader : one generation of the store.
    iri : address of the body.
    year : whose documents are named, "" for those of no known day; None: the newest year known.
    """
    years = tuple(_years(reader, iri))
    newest = max((known for known, _ in years), default="")
    chosen = newest if year is None else year
    found = _addresses(reader, iri, chosen) if years else ()
    known = documents(reader, found)
    names = Names(reader)
    return BodyAbout(
        iri=iri,
        parents=_from(reader, names, iri, cas.parent),
        children=_towards(reader, names, iri, cas.parent),
        predecessors=_towards(reader, names, iri, cas.successor),
        successors=_from(reader, names, iri, cas.successor),
        years=years,
        year=chosen,
        documents=tuple(known[one] for one in found if one in known),
    )


def _years(reader: Reader, iri: str) -> list[tuple[str, int]]:
    answer = _asked(reader, _YEARS, iri)
    rows = [(row["year"], row["n"]) for row in answer]
    return [
        (year.value, int(count.value))
        for year, count in rows
        if isinstance(year, Literal) and isinstance(count, Literal) and int(count.value)
    ]


def _addresses(reader: Reader, iri: str, year: str) -> tuple[str, ...]:
    answer = _asked(reader, _OF_YEAR, iri, year)
    found = (row["d"] for row in answer)
    return tuple(one.value for one in found if isinstance(one, NamedNode))


def _asked(reader: Reader, text: str, iri: str, year: str = "") -> QuerySolutions:
    """Answer a query in which the terms were put, as terms are written."""
    bound = text.replace("$body", str(NamedNode(iri))).replace("$year", str(Literal(year)))
    answer = reader.query(bound)
    assert isinstance(answer, QuerySolutions)
    return answer


def _from(reader: Reader, names: Names, iri: str, predicate: str) -> tuple[NamedThing, ...]:
    quads = reader.quads(NamedNode(iri), NamedNode(predicate), None, FACTS)
    return _sorted(names, {q.object.value for q in quads if isinstance(q.object, NamedNode)})


def _towards(reader: Reader, names: Names, iri: str, predicate: str) -> tuple[NamedThing, ...]:
    quads = reader.quads(None, NamedNode(predicate), NamedNode(iri), FACTS)
    return _sorted(names, {q.subject.value for q in quads if isinstance(q.subject, NamedNode)})


def _sorted(names: Names, found: set[str]) -> tuple[NamedThing, ...]:
    things = (NamedThing(iri, names.shown(iri)) for iri in found)
    return tuple(sorted(things, key=lambda one: (one.name.vi, one.iri)))
