"""Claims written out as lines are read back as they were, whatever the words of a text are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from graph.lines import Standing, claim_lines, evidence_lines
from graph.model import (
    Claim,
    EvidenceRow,
    Inference,
    Literal,
    Modality,
    PartialDate,
    Sentence,
    Verification,
)
from graph.rdf import evidence_quads, read_claims, value_of
from graph.resolve.identity import source_iri
from ontology import terms as cas

SOURCE = source_iri("a")
HOSTILE = 'nói "xong" \\ rồi\r\n\tdòng\x00\x0b\x7f . <x:a> <x:b> "c"@vi .\u2028 Đặng 𝔘'
STANDING = Standing(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, 3, 4, 5, tzinfo=UTC))
CLAIM = Claim(
    source=SOURCE,
    subject=f"{cas.DATA}document/tu/ha-tinh/ctr/920/2015-2020",
    predicate=cas.title,
    object=Literal(HOSTILE, "langString", "vi"),
    evidence=f"{SOURCE}/sentence/1",
    verification=Verification.SECONDARY,
)
FULL = Claim(
    source=SOURCE,
    subject=CLAIM.subject,
    predicate=cas.implements,
    object=f"{cas.DATA}document/tw/nq/18/xii",
    evidence=f"{SOURCE}/sentence/1",
    verification=Verification.SECONDARY,
    modality=Modality.REQUESTED,
    inference=(Inference.ALIAS, Inference.TERM),
    cue=HOSTILE,
    certainty="stated",
    declined=True,
    start=3,
    end=9,
    surface=HOSTILE,
    part=HOSTILE,
    role="lead",
    deadline=PartialDate(2027, 6),
)


@pytest.mark.parametrize("claim", [CLAIM, FULL])
@pytest.mark.parametrize("standing", [STANDING, Standing(STANDING.recorded)])
def test_a_claim_comes_back_as_it_was(claim: Claim, standing: Standing) -> None:
    quads = parse(claim_lines(claim, standing), RdfFormat.N_QUADS)
    rated = {claim.evidence: claim.verification}
    assert list(read_claims(quads, rated)) == [(claim, standing)]


def test_words_of_a_text_make_no_line_of_their_own() -> None:
    lines = claim_lines(FULL, STANDING)
    told = list(parse(lines, RdfFormat.N_QUADS))
    assert len(told) == lines.count("\n") == len(set(told))
    assert {quad.graph_name for quad in told} == {NamedNode(SOURCE)}
    assert len({quad.subject for quad in told}) == 1


def test_evidence_keeps_its_words() -> None:
    sentence = Sentence(f"{SOURCE}/sentence/1", SOURCE, HOSTILE, 4, 80, (HOSTILE,))
    row = EvidenceRow(
        f"{SOURCE}/row/1", SOURCE, HOSTILE, (HOSTILE,), Verification.SEEN_ONCE, HOSTILE
    )
    for evidence, told in ((sentence, {cas.quote, cas.address}), (row, {cas.rowKey, cas.note})):
        found = {q.predicate.value: value_of(q.object) for q in evidence_quads(evidence)}
        values = (found[predicate] for predicate in told)
        assert {v if isinstance(v, str) else v.text for v in values} == {HOSTILE}


@pytest.mark.parametrize("address", ["x:a> <x:b> <x:c", "not an address", "x:a\n", ""])
def test_what_is_no_address_is_refused(address: str) -> None:
    claim = Claim(SOURCE, address, cas.title, "x:b", "x:c", Verification.ARTICLE)
    with pytest.raises(ValueError, match="IRI"):
        claim_lines(claim, STANDING)
    with pytest.raises(ValueError, match="IRI"):
        evidence_lines(Sentence(address, SOURCE, "a", 0, 1))
