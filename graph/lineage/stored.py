"""Claims as the graphs of their sources hold them, with the row or sentence behind each.

Read for many claims at once, and only what evidence shows of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.lineage.batches import matches
from graph.model import Literal
from graph.rdf import value_of
from graph.store.protocol import Reader
from ontology import terms as cas

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_ENDS = f"<{_RDF}subject> ?s ; <{_RDF}object> ?o"
_CITED = f"GRAPH ?g {{ ?c <{cas.evidence}> ?row ; <{cas.surface}> ?surface ; {_ENDS} }}"

Properties = dict[str, list[str | Literal]]
#: A claim and the source that makes it, by address.
Place = tuple[str, str]
#: What a claim relates, by address: where the relation starts and where it ends.
Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a sentence that a claim is about: where they begin in the text, and its two ends."""

    start: int
    surface: str
    ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with all its properties, those of its row or sentence, and what that sentence cites.

    A sentence without a quote has no citations; neither has a row of the register.
    """

    claim: str
    source: str
    properties: Properties
    row: Properties
    citations: tuple[Citation, ...] = ()


def places_between(reader: Reader, links: Sequence[Link]) -> dict[Link, list[Place]]:
    """Return, for each of some links, the claims that relate its ends, whatever the relation.

    The engine joins the two ends faster than the many claims about other things can be read.
    """
    ends = f"?c <{_RDF}subject> ?s ; <{_RDF}object> ?o"
    found: dict[Link, list[Place]] = {link: [] for link in links}
    for at, (claim, graph) in matches(reader, links, "?s ?o", f"GRAPH ?g {{ {ends} }}", "?c ?g"):
        if isinstance(claim, NamedNode) and isinstance(graph, NamedNode):
            found[links[at]].append((claim.value, graph.value))
    return found


def stored_claims(reader: Reader, places: Iterable[Place]) -> dict[Place, StoredClaim]:
    """Return some claims as they stand; one that is nowhere has no properties."""
    wanted = list(dict.fromkeys(places))
    about = _properties(reader, wanted, "?c ?g", "GRAPH ?g { ?c ?p ?o }")
    behind = {place: text_of(about[place].get(cas.evidence, ("",))[0]) for place in wanted}
    rows = _rows(reader, behind.values())
    sentences = [
        (behind[place], place[1]) for place in wanted if cas.quote in rows.get(behind[place], {})
    ]
    cited = _citations(reader, list(dict.fromkeys(sentences)))
    return {
        (claim, source): StoredClaim(
            claim,
            source,
            about[claim, source],
            rows.get(behind[claim, source], {}),
            cited.get((behind[claim, source], source), ()),
        )
        for claim, source in wanted
    }


def text_of(value: str | Literal) -> str:
    """Return an address or a literal as text."""
    return value if isinstance(value, str) else value.text


def _rows(reader: Reader, rows: Iterable[str]) -> dict[str, Properties]:
    """Return the properties of rows and sentences, wherever they stand."""
    wanted = [(row,) for row in dict.fromkeys(rows) if row]
    found = _properties(reader, wanted, "?row", "GRAPH ?g { ?row ?p ?o }")
    return {row: properties for (row,), properties in found.items()}


def _properties(
    reader: Reader, keys: Sequence[tuple[str, ...]], given: str, pattern: str
) -> dict[tuple[str, ...], Properties]:
    found: dict[tuple[str, ...], Properties] = {key: {} for key in keys}
    for at, (predicate, value) in matches(reader, keys, given, pattern, "?p ?o"):
        if isinstance(predicate, NamedNode) and isinstance(value, NamedNode | RdfLiteral):
            found[keys[at]].setdefault(predicate.value, []).append(value_of(value))
    return found


def _citations(reader: Reader, sentences: Sequence[Place]) -> Mapping[Place, tuple[Citation, ...]]:
    """Return what each of some sentences cites, by the sentence and its source."""
    told = [
        (sentences[at], [_value(term) for term in row])
        for at, row in matches(reader, sentences, "?row ?g", _CITED, "?c ?surface ?s ?o")
    ]
    claims = dict.fromkeys((claim, source) for (_, source), (claim, *_) in told)
    starts = _starts(reader, list(claims))
    found: dict[Place, tuple[Citation, ...]] = {}
    for sentence, (claim, surface, *ends) in told:
        start = starts.get((claim, sentence[1]), 0)
        citation = Citation(start, surface, frozenset(ends))
        found[sentence] = (*found.get(sentence, ()), citation)
    return found


def _starts(reader: Reader, claims: Sequence[Place]) -> dict[Place, int]:
    pattern = f"GRAPH ?g {{ ?c <{cas.start}> ?start }}"
    found = matches(reader, claims, "?c ?g", pattern, "?start")
    return {claims[at]: int(_value(start)) for at, (start,) in found}


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
