"""What bodies and officials did by what sources say: issued year by year, signed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.lineage.documents import documents
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import FACTS, Facts
from graph.model import Document, Evidence
from graph.store.protocol import Reader
from ontology import terms as cas

#: Documents of one year, or of one signer, that are shown; beside them stands how many there are.
SHOWN = 100
_SIGNED = NamedNode(cas.signedBy)
_YEARS = f"""SELECT ?year (COUNT(DISTINCT ?d) AS ?n) {{
    ?d <{cas.issuedBy}> $body . OPTIONAL {{ ?d <{cas.issued}> ?i }}
    BIND (COALESCE(SUBSTR(STR(?i), 1, 4), "") AS ?year)
}} GROUP BY ?year ORDER BY ?year"""
_OF_YEAR = f"""SELECT DISTINCT ?d ?i {{
    ?d <{cas.issuedBy}> $body . OPTIONAL {{ ?d <{cas.issued}> ?i }}
    FILTER (COALESCE(SUBSTR(STR(?i), 1, 4), "") = $year)
}} ORDER BY ?i ?d LIMIT {SHOWN}"""


@dataclass(frozen=True, slots=True)
class Issued:
    """What a body is said to have issued.

    `years` counts it by year, "" where the day is not known; `documents` are those of `year`, at
    most `SHOWN`.
    """

    years: tuple[tuple[str, int], ...]
    year: str
    documents: tuple[Document, ...]

    @property
    def total(self) -> int:
        """Return how many documents it issued in all."""
        return sum(count for _, count in self.years)


@dataclass(frozen=True, slots=True)
class Signed:
    """A document that somebody signed, and who says so."""

    document: Document
    evidence: tuple[Evidence, ...]


def issued_by(reader: Reader, body: str, year: str | None = None) -> Issued:
    """Return what a body issued.

    Parameters
    ----------
    reader : one generation of the store.
    body : address of the body.
    year : whose documents are named, "" for those of no known day; None: the newest year known.
    """
    years = tuple(_years(reader, body))
    chosen = max((known for known, _ in years), default="") if year is None else year
    found = _of_year(reader, body, chosen) if years else ()
    known = documents(reader, found)
    return Issued(years, chosen, tuple(known[one] for one in found if one in known))


def signed_by(reader: Reader, official: str) -> tuple[Signed, ...]:
    """Return what an official signed, by day; at most `SHOWN` documents.

    Parameters
    ----------
    reader : one generation of the store.
    official : address of the official.
    """
    quads = islice(reader.quads(None, _SIGNED, NamedNode(official), FACTS), SHOWN)
    found = documents(reader, (q.subject.value for q in quads if isinstance(q.subject, NamedNode)))
    facts = Facts(reader)
    facts.read_links((iri, official) for iri in found)
    signed = [
        Signed(it, evidence_of(facts, it.iri, official, (cas.signedBy,))) for it in found.values()
    ]
    return tuple(sorted(signed, key=lambda one: by_day(one.document)))


def by_day(document: Document) -> tuple[str, str]:
    """Return by what documents are ordered: day of issue, then name; undated ones come last."""
    return str(document.issued or "9"), document.name


def _years(reader: Reader, body: str) -> list[tuple[str, int]]:
    answer = _asked(reader, _YEARS, body)
    rows = [(row["year"], row["n"]) for row in answer]
    return [
        (year.value, int(count.value))
        for year, count in rows
        if isinstance(year, Literal) and isinstance(count, Literal) and int(count.value)
    ]


def _of_year(reader: Reader, body: str, year: str) -> tuple[str, ...]:
    answer = _asked(reader, _OF_YEAR, body, year)
    found = (row["d"] for row in answer)
    return tuple(one.value for one in found if isinstance(one, NamedNode))


def _asked(reader: Reader, text: str, body: str, year: str = "") -> QuerySolutions:
    """Answer a query in which the terms were put, as terms are written."""
    bound = text.replace("$body", str(NamedNode(body))).replace("$year", str(Literal(year)))
    answer = reader.query(bound)
    assert isinstance(answer, QuerySolutions)
    return answer
