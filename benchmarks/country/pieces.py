"""Quads of documents as text with gaps, made by Cascade itself from one example of each kind.

What the facts of a document are, and how a claim is written, is told by `graph.facts` and
`graph.rdf`; here an example is put through them once, and everything that differs between
documents is cut out of what they give. Filling the gaps is all that is done a million times.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from benchmarks.country.documents import KINDS, Kind, Printed
from benchmarks.country.plan import Form, Precision, Relation
from graph.entail import inverses
from graph.facts import Triple, facts_about
from graph.model import Claim, Inference, Literal, Modality, Sentence, Verification
from graph.rdf import Standing, address_of, claim_quads, evidence_quads, fact_quads, node, term
from graph.resolve.drafts import text
from graph.resolve.identity import digest, term_iri, unit_iri
from graph.store.graphs import ENTAILED
from ontology import terms as cas

RECORDED = datetime(2026, 11, 1, tzinfo=UTC)
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SAMPLE = "98765"
_DAYS = {
    Precision.DAY: Literal("2011-11-11", "date"),
    Precision.MONTH: Literal("2011-11", "gYearMonth"),
    Precision.YEAR: Literal("2011", "gYear"),
}
#: Characters that stand for what differs; none of them can occur in the text of a quad.
IRI, NUMBER, NUMERAL, ISSUER, UNIT, TERM, DAY, TITLE = "\x01\x02\x03\x04\x05\x06\x07\x0e"
TARGET, CLAIM, EVIDENCE, SOURCE, QUOTE, END = "\x10\x11\x12\x13\x14\x15"
EFFECTIVE, EXPIRES = "\x16\x17"

RELATIONS = {
    Relation.IMPLEMENTS: cas.implements,
    Relation.GUIDES: cas.guides,
    Relation.BASED_ON: cas.basedOn,
    Relation.REPLACES: cas.replaces,
    Relation.REPLACES_PART: cas.replaces,
    Relation.REPEALS: cas.repeals,
    Relation.AMENDS: cas.amends,
}
#: How plainly a claim says it: plainly, with a term that was inferred, or only likely.
PLAIN, INFERRED, LIKELY = range(3)
CUES = {
    Relation.IMPLEMENTS: "thực hiện",
    Relation.GUIDES: "hướng dẫn",
    Relation.BASED_ON: "căn cứ",
    Relation.REPLACES: "thay thế",
    Relation.REPLACES_PART: "thay thế điểm 2 mục III của",
    Relation.REPEALS: "bãi bỏ",
    Relation.AMENDS: "sửa đổi, bổ sung",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of N-Quads with gaps, and how many stand among facts, entailments and the source."""

    lines: str
    facts: int
    entailed: int
    claims: int

    @classmethod
    def of(cls, quads: Iterable[Quad], gaps: Mapping[str, str]) -> Piece:
        """Cut out of the lines of some quads what differs, longest first."""
        unique = set(quads)
        written = serialize(unique, format=RdfFormat.N_QUADS) or b""
        lines = "".join(sorted(written.decode().splitlines(keepends=True)))
        for told in sorted(gaps, key=len, reverse=True):
            lines = lines.replace(told, gaps[told])
        graphs = [quad.graph_name for quad in unique]
        facts = graphs.count(DefaultGraph())
        entailed = graphs.count(node(ENTAILED))
        return cls(lines, facts, entailed, len(graphs) - facts - entailed)


def statements(kind: Kind, one: Printed, title: str | None) -> list[tuple[str, str | Literal]]:
    """Return what is claimed of a document alone: property and value."""
    told: list[tuple[str, str | Literal]] = [
        (cas.number, text(one.number)),
        (cas.documentType, kind.concept),
        (cas.issuedBy, one.issuer.iri),
    ]
    if one.day:
        told.append((cas.issued, replace(_DAYS[one.precision], text=one.day)))
    for predicate, stated in ((cas.effective, one.effective), (cas.expires, one.expires)):
        if stated:
            told.append((predicate, Literal(stated, "date")))
    if title is not None:
        told.append((cas.title, text(title, "vi")))
    return told


def claim_on(source: str, sentence: str, subject: str, said: tuple[str, str | Literal]) -> Claim:
    """Return the claim of a source that a sentence carries."""
    return Claim(source, subject, *said, sentence, Verification.ARTICLE)


def _example(form: Form, precision: Precision, example: Printed) -> Printed:
    day = _DAYS[precision].text if precision in _DAYS else ""
    key = replace(example.key, numeral=_SAMPLE)
    kind = KINDS[form]
    number = kind.number(_SAMPLE, "2011")
    return replace(
        example,
        key=key,
        iri=key.iri,
        number=number,
        day=day,
        precision=precision,
        effective="2012-12-12" if example.effective else "",
        expires="2033-12-31" if example.expires else "",
    )


def head(one: Printed, *, titled: bool) -> Piece:
    """Return the facts of a document alone, its classes included, with gaps.

    Parameters
    ----------
    one : any document of that form, told as precisely.
    titled : whether its title is told.
    """
    sample = _example(one.form, one.precision, one)
    title = "Về việc lấy làm mẫu" if titled else None
    claims = [
        claim_on("", "", sample.iri, said) for said in statements(KINDS[one.form], sample, title)
    ]
    facts = facts_about(sample.iri, claims, {})
    return Piece.of([*fact_quads(facts), *_classes(sample, facts)], _gaps(sample, title))


def _gaps(sample: Printed, title: str | None) -> dict[str, str]:
    unit = sample.issuer.unit
    gaps = {
        f"<{sample.iri}>": f"<{IRI}>",
        f"<{sample.issuer.iri}>": f"<{ISSUER}>",
        sample.number: NUMBER,
        f'"{_SAMPLE}"': f'"{NUMERAL}"',
    }
    if sample.day:
        gaps[f'"{sample.day}"'] = f'"{DAY}"'
    if sample.effective:
        gaps[sample.effective] = EFFECTIVE
    if sample.expires:
        gaps[sample.expires] = EXPIRES
    if title:
        gaps[title] = TITLE
    if unit:
        gaps[f"<{unit_iri(unit.slug)}>"] = f"<{UNIT}>"
    if sample.key.by_term:
        gaps[f"<{term_of(sample)}>"] = f"<{TERM}>"
    return gaps


def term_of(one: Printed) -> str:
    """Return the address of the term that a document is numbered in."""
    unit = one.issuer.unit
    return term_iri(one.key.period, unit.slug if unit else None)


def _classes(sample: Printed, facts: Iterable[Triple]) -> list[Quad]:
    """Return the defined classes that follow from a document alone."""
    local = sample.issuer.unit is not None
    found = [cas.LocalDocument if local else cas.CentralDocument]
    if sample.form is Form.MINISTRY:
        found = []
    if sample.form is Form.PROGRAM:
        found.append(cas.ProvincialActionProgram)
    assert (sample.iri, _TYPE, cas.Document) in set(facts)
    return [entailed_class(sample.iri, one) for one in found]


def entailed_class(iri: str, found: str) -> Quad:
    """Return that a document belongs to a defined class."""
    return Quad(NamedNode(iri), node(_TYPE), node(found), node(ENTAILED))


@cache
def belonging(found: str) -> Piece:
    """Return that a document belongs to a defined class, with a gap for it."""
    sample = cas.DATA + "document/tw/nq/98765/xi"
    return Piece.of([entailed_class(sample, found)], {sample: IRI})


@cache
def edge(relation: Relation, manner: int) -> Piece:
    """Return an edge with gaps: facts, entailments and the claim that it stands on."""
    source, target = (cas.DATA + f"document/tw/nq/9876{end}/xi" for end in (5, 6))
    claim = edge_claim(relation, manner, "http://source", "http://evidence", source, target)
    facts = facts_about(source, [claim], {})
    told = [fact for fact in facts if fact[2] == target]
    quads = [*fact_quads(told), *claim_quads(claim, Standing(RECORDED))]
    quads += [Quad(node(s), node(p), term(o), node(ENTAILED)) for s, p, o in inverses(told)]
    gaps = {source: IRI, target: TARGET, address_of(claim): CLAIM}
    return Piece.of(quads, {**gaps, "http://source": SOURCE, "http://evidence": EVIDENCE})


def edge_claim(
    relation: Relation, manner: int, source: str, evidence: str, child: str, parent: str
) -> Claim:
    """Return the claim that one document stands in a relation to another."""
    predicate = RELATIONS[relation]
    return replace(
        claim_on(source, evidence, child, (predicate, parent)),
        modality=Modality.DONE,
        cue=CUES[relation],
        certainty="likely" if manner == LIKELY else None,
        inference=(Inference.TERM,) if manner == INFERRED else (),
        part="điểm 2 mục III" if relation is Relation.REPLACES_PART else None,
    )


def own_claim(one: Printed, predicate: str) -> Piece:
    """Return a claim about a document alone, with gaps; for any document of that form."""
    sample = _example(one.form, one.precision, one)
    title = "Về việc lấy làm mẫu"
    value = dict(statements(KINDS[one.form], sample, title))[predicate]
    claim = claim_on("http://source", "http://evidence", sample.iri, (predicate, value))
    gaps = _gaps(sample, title) | {address_of(claim): CLAIM}
    gaps |= {"http://source": SOURCE, "http://evidence": EVIDENCE}
    return Piece.of(claim_quads(claim, Standing(RECORDED)), gaps)


@cache
def sentence_piece() -> Piece:
    """Return a sentence as evidence, with gaps."""
    sentence = Sentence("http://evidence", "http://source", "Câu mẫu.", 0, int(_SAMPLE))
    gaps = {"http://evidence": EVIDENCE, "http://source": SOURCE, "Câu mẫu.": QUOTE, _SAMPLE: END}
    return Piece.of(evidence_quads(sentence), gaps)


def sentence_address(source: str, document: str, quote: str) -> str:
    """Return the address of a sentence; numbers come again, so two may read alike."""
    return f"{source}/sentence/{digest(document, quote, length=12)}"
