"""A made-up country in a few documents: levels, provinces that merged, dates known in part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from graph.facts import Triple, facts_about
from graph.model import Claim, Inference, Literal, PartialDate, Verification
from graph.rdf import Standing, claim_quads, fact_quads
from graph.resolve.drafts import text, when
from graph.resolve.identity import row_iri, unit_iri
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from ontology import terms as cas
from tests.graph.conftest import NOW

SOURCE = cas.DATA + "source/made-up"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

#: Provinces by slug: sets, and what became of them.
UNITS: dict[str, tuple[tuple[str, ...], str | None]] = {
    "ha-nam": (("63",), "ninh-binh-2025"),
    "nam-dinh": (("63",), "ninh-binh-2025"),
    "ninh-binh": (("63",), "ninh-binh-2025"),
    "ninh-binh-2025": (("34",), None),
    "ha-noi": (("63", "34"), None),
}
NAMES = {
    "ha-nam": "Hà Nam",
    "nam-dinh": "Nam Định",
    "ninh-binh": "Ninh Bình",
    "ninh-binh-2025": "Ninh Bình",
    "ha-noi": "Hà Nội",
}

#: Where the documents of a letter stand: central, in a province, in a district, in a commune.
PLACES = {
    "a": "tw/nq/1/xii",
    "b": "tw/nq/2/xii",
    "c": "tu/ha-nam/ctr/3/2015-2020",
    "d": "tu/nam-dinh/kh/4/2015-2020",
    "e": "ubnd/ha-nam/huyen-ly-nhan/kh/2018/5",
    "f": "tu/ninh-binh-2025/ctr/6/2020-2025",
    "g": "ubnd/ha-noi/xa-dong-anh/kh/2025/7",
    "h": "tu/ha-noi/nq/8/2015-2020",
}
LETTERS = "".join(PLACES)


def iri(letter: str) -> str:
    """Return the address of the document of a letter."""
    return f"{cas.DATA}document/{PLACES[letter]}"


def letter_of(address: str) -> str:
    """Return the letter of a document."""
    return next(letter for letter in PLACES if iri(letter) == address)


@dataclass(frozen=True)
class Edge:
    """`subject relation object` between letters; `inferred`, or of a `part` only."""

    subject: str
    relation: str
    object: str
    inferred: bool = False
    part: str | None = None

    @property
    def claim(self) -> Claim:
        """Return it as a claim."""
        return Claim(
            SOURCE,
            iri(self.subject),
            cas.ONTOLOGY + self.relation,
            iri(self.object),
            row_iri(SOURCE, repr(self)),
            Verification.SEEN_ONCE,
            inference=(Inference.COLLECTIVE,) if self.inferred else (),
            part=self.part,
        )


def country(
    edges: Iterable[Edge],
    issued: dict[str, str] | None = None,
    expires: dict[str, str] | None = None,
) -> MemoryStore:
    """Return a store of all the documents, these relations, and these dates by letter."""
    claims = [edge.claim for edge in edges]
    for letter in LETTERS:
        claims.append(_told(letter, cas.number, text(f"{LETTERS.index(letter) + 1:02d}")))
    for predicate, days in ((cas.issued, issued or {}), (cas.expires, expires or {})):
        claims += [
            _told(letter, predicate, when(PartialDate.parse(day))) for letter, day in days.items()
        ]
    quads = [quad for claim in claims for quad in claim_quads(claim, Standing(NOW))]
    for subject in {claim.subject for claim in claims}:
        about = [claim for claim in claims if claim.subject == subject]
        quads += fact_quads(facts_about(subject, about, {}))
    return MemoryStore([*quads, *fact_quads(_units())])


def _told(letter: str, predicate: str, value: Literal) -> Claim:
    row = f"{SOURCE}/row/{letter}{predicate}"
    return Claim(SOURCE, iri(letter), predicate, value, row, Verification.SEEN_ONCE)


def _units() -> Iterator[Triple]:
    for slug, (sets, heir) in UNITS.items():
        yield unit_iri(slug), _RDF, cas.AdministrativeUnit
        yield unit_iri(slug), _LABEL, text(NAMES[slug], "vi")
        for unit_set in sets:
            yield unit_iri(slug), cas.unitSet, text(unit_set)
        if heir:
            yield unit_iri(slug), cas.mergedInto, unit_iri(heir)


def asked(reader: Reader, query: str) -> set[tuple[str, ...]]:
    """Return the rows of a SPARQL query as text."""
    head = f"PREFIX cas: <{cas.ONTOLOGY}> "
    return {tuple(str(term.value) for term in row) for row in reader.query(head + query)}  # type: ignore[union-attr]


_NAMED = st.sampled_from(LETTERS)
_LINEAGE = st.sampled_from(["implements", "continues", "guides", "basedOn"])
EDGES = st.lists(st.builds(Edge, _NAMED, _LINEAGE, _NAMED, st.booleans()), max_size=16)
ENDINGS = st.lists(
    st.builds(Edge, _NAMED, st.sampled_from(["replaces", "repeals"]), _NAMED), max_size=5
)
DATES = st.dictionaries(
    _NAMED,
    st.sampled_from(["2017", "2018-02", "2018-02-10", "2019-03-04", "2019", "2020-01-01"]),
)
