"""Decisions on claims: facts follow them, any order gives the same, undo restores, all survives."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.accession import SourceContent, accession, withdrawal
from graph.check import check
from graph.errors import NotFound, QuestionError
from graph.lineage.claims import ClaimsAsked, ReviewState, claim_on_review, claims_on_review
from graph.lineage.description import describe
from graph.lineage.documents import find_document
from graph.model import (
    Claim,
    Correction,
    Decision,
    EvidenceRow,
    Literal,
    Modality,
    Verdict,
    Verification,
)
from graph.rdf import address_of, source_quads
from graph.resolve.identity import row_iri, source_iri
from graph.review import decision_on, decision_quads, decisions_in, under
from graph.reviewing import claim_address, decide, literal_for, review_change, undo
from graph.store.graphs import REVIEW
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from graph.store.sorting import canonical_dump
from ontology import terms as cas
from tests.graph.conftest import NOW

A, B, C = (f"{cas.DATA}document/tw/nq/{n}/xiii" for n in (57, 68, 71))
BODY, ABOVE, OTHER = (cas.DATA + f"body/{name}" for name in ("ha-tinh/tinh-uy", "tw", "khac"))
ONE, TWO = source_iri("bai-mot"), source_iri("bai-hai")


def claim(
    source: str,
    subject: str,
    predicate: str,
    value: str | Literal,
    verification: Verification = Verification.ARTICLE,
    **more: object,
) -> Claim:
    key = f"{subject}{predicate}{value}"
    made = Claim(source, subject, predicate, value, row_iri(source, key), verification)
    return replace(made, **more)  # type: ignore[arg-type]


def content(source: str, claims: Iterable[Claim]) -> SourceContent:
    told = tuple(claims)
    rows = {
        one.evidence: EvidenceRow(one.evidence, source, one.evidence, (), one.verification)
        for one in told
    }
    about = frozenset(source_quads(source, "một bài", "a text")) if told else frozenset()
    return SourceContent(source, told, tuple(rows.values()), about)


def bring(store: MemoryStore, source: str, claims: Iterable[Claim], at: datetime = NOW) -> None:
    with store.read() as reader:
        change = accession(reader, [content(source, claims)], at)
    store.apply(change)


def erase(store: MemoryStore, source: str) -> None:
    with store.read() as reader:
        change = withdrawal(reader, source, (), NOW)
    store.apply(change)


def decision(one: Claim, verdict: Verdict, correction: Correction | None = None) -> Decision:
    return Decision(address_of(one), one.source, verdict, "Lan", NOW, None, correction)


def facts(store: MemoryStore) -> set[Quad]:
    with store.read() as reader:
        return set(reader.quads(graph=DefaultGraph()))


def states(store: MemoryStore, subject: str, predicate: str, value: str | Literal) -> bool:
    with store.read() as reader:
        told = reader.quads(NamedNode(subject), NamedNode(predicate), None, DefaultGraph())
        text = value if isinstance(value, str) else value.text
        return text in {getattr(quad.object, "value", "") for quad in told}


def sound(reader: Reader) -> bool:
    return not [flaw for flaw in check(reader) if flaw.rule == "FactsFollowClaims"]


def day(text: str) -> Literal:
    return Literal(text, "date")


EDGE = claim(ONE, A, cas.implements, B)
NUMBERED = [
    claim(source, subject, cas.number, Literal(number))
    for source in (ONE, TWO)
    for subject, number in ((A, "57-NQ/TW"), (B, "68-NQ/TW"), (C, "71-NQ/TW"))
]
OF_ONE = [EDGE, *NUMBERED[:3]]


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    bring(made, ONE, OF_ONE)
    return made


def test_a_rejected_claim_supports_no_fact_and_undo_brings_it_back(store: MemoryStore) -> None:
    before = facts(store)
    assert states(store, A, cas.restsOn, B)
    done = decide(store, decision(EDGE, Verdict.REJECTED))
    assert (done.gained, done.lost >= 3) == (0, True)
    assert not states(store, A, cas.implements, B)
    assert not states(store, A, cas.restsOn, B)
    assert undo(store, address_of(EDGE)).gained == done.lost
    assert facts(store) == before
    with store.read() as reader:
        assert not list(reader.quads(graph=NamedNode(REVIEW)))


def test_another_source_still_supports_the_fact(store: MemoryStore) -> None:
    bring(store, TWO, [claim(TWO, A, cas.implements, B)])
    decide(store, decision(EDGE, Verdict.REJECTED))
    assert states(store, A, cas.implements, B)


def test_a_corrected_claim_supports_the_corrected_statement_only(store: MemoryStore) -> None:
    before = facts(store)
    decide(store, decision(EDGE, Verdict.CORRECTED, Correction(C, cas.basedOn, B)))
    assert not states(store, A, cas.implements, B)
    assert states(store, C, cas.basedOn, B)
    assert states(store, C, cas.restsOn, B)
    with store.read() as reader:
        assert sound(reader)
    decide(store, decision(EDGE, Verdict.CORRECTED, Correction(B, cas.replaces, C)))
    assert not states(store, C, cas.basedOn, B)
    assert states(store, B, cas.replaces, C)
    undo(store, address_of(EDGE))
    assert facts(store) == before


def test_a_correction_can_say_that_nothing_was_done(store: MemoryStore) -> None:
    planned = Correction(A, cas.implements, B, Modality.PLANNED)
    decide(store, decision(EDGE, Verdict.CORRECTED, planned))
    assert not states(store, A, cas.implements, B)


def test_an_accepted_value_outranks_a_better_founded_one(store: MemoryStore) -> None:
    said = claim(ONE, A, cas.issued, day("2024-12-21"))
    bring(store, ONE, [*OF_ONE, said])
    bring(store, TWO, [claim(TWO, A, cas.issued, day("2024-12-22"), Verification.VERIFIED_TWICE)])
    assert states(store, A, cas.issued, day("2024-12-22"))
    decide(store, decision(said, Verdict.ACCEPTED))
    assert states(store, A, cas.issued, day("2024-12-21"))
    assert states(store, A, cas.disputed, cas.issued)  # the other source still says otherwise
    undo(store, address_of(said))
    assert states(store, A, cas.issued, day("2024-12-22"))


def test_a_rejected_value_disputes_nothing(store: MemoryStore) -> None:
    wrong = claim(TWO, A, cas.issued, day("2020-01-01"))
    bring(store, ONE, [*OF_ONE, claim(ONE, A, cas.issued, day("2024-12-22"))])
    bring(store, TWO, [wrong])
    assert states(store, A, cas.disputed, cas.issued)
    decide(store, decision(wrong, Verdict.REJECTED))
    assert not states(store, A, cas.disputed, cas.issued)


def test_what_the_register_declined_can_be_accepted(store: MemoryStore) -> None:
    declined = claim(TWO, A, cas.replaces, C, declined=True)
    bring(store, TWO, [declined, *NUMBERED[3:]])
    assert not states(store, A, cas.replaces, C)
    decide(store, decision(declined, Verdict.ACCEPTED))
    assert states(store, A, cas.replaces, C)
    assert not states(store, A, cas.disputed, cas.replaces)


def test_a_decision_survives_reading_again_and_the_claim_going_and_coming(
    store: MemoryStore,
) -> None:
    decide(store, decision(EDGE, Verdict.REJECTED))
    bring(store, ONE, OF_ONE, NOW + timedelta(days=1))
    assert not states(store, A, cas.implements, B)
    bring(store, ONE, NUMBERED[:3], NOW + timedelta(days=2))
    with pytest.raises(QuestionError):
        decide(store, decision(EDGE, Verdict.ACCEPTED))
    bring(store, ONE, OF_ONE, NOW + timedelta(days=3))
    assert not states(store, A, cas.implements, B)
    with store.read() as reader:
        assert sound(reader)


def test_forgetting_a_source_forgets_what_was_decided_on_it(store: MemoryStore) -> None:
    bring(store, TWO, NUMBERED[3:])
    decide(store, decision(EDGE, Verdict.CORRECTED, Correction(C, cas.basedOn, B)))
    erase(store, ONE)
    assert not states(store, C, cas.basedOn, B)
    with store.read() as reader:
        assert not decisions_in(reader).by_claim
        assert sound(reader)
    bring(store, ONE, OF_ONE)
    assert states(store, A, cas.implements, B)


def test_the_same_decision_again_changes_nothing(store: MemoryStore) -> None:
    first = decide(store, decision(EDGE, Verdict.REJECTED))
    again = replace(decision(EDGE, Verdict.REJECTED), by="Minh", at=NOW + timedelta(days=1))
    assert decide(store, again).generation == first.generation
    with store.read() as reader:
        kept = decision_on(reader, address_of(EDGE))
    assert kept is not None
    assert (kept.by, kept.at) == ("Lan", NOW)


@pytest.mark.parametrize(
    ("correction", "error"),
    [
        (Correction(A, cas.implements, cas.DATA + "document/tw/nq/999/xiii"), NotFound),
        (Correction("no address", cas.implements, B), NotFound),
        (Correction(A, cas.implements, Literal("68-NQ/TW")), QuestionError),
        (Correction(A, cas.number, B), QuestionError),
        (Correction(A, "https://evil.example/p", B), QuestionError),
        (Correction(A, cas.withdrawn, Literal("2020")), QuestionError),
        (Correction(A, cas.descendsFrom, B), QuestionError),
    ],
)
def test_a_correction_that_makes_no_statement_is_refused(
    store: MemoryStore, correction: Correction, error: type[Exception]
) -> None:
    before = facts(store)
    with pytest.raises(error):
        decide(store, decision(EDGE, Verdict.CORRECTED, correction))
    assert facts(store) == before


def test_unknown_claims_and_nameless_reviewers_are_told(store: MemoryStore) -> None:
    unknown = replace(decision(EDGE, Verdict.REJECTED), claim=cas.DATA + "claim/0")
    with pytest.raises(NotFound):
        decide(store, unknown)
    with pytest.raises(NotFound):
        undo(store, address_of(EDGE))
    with pytest.raises(QuestionError):
        decide(store, replace(decision(EDGE, Verdict.REJECTED), by=" "))
    with pytest.raises(ValueError, match="correction"):
        decision(EDGE, Verdict.REJECTED, Correction(A, cas.implements, B))


@pytest.mark.parametrize("text", ["", "x y", "../0", "https://evil.example/claim/0", "0" * 65])
def test_what_cannot_name_a_claim_is_not_looked_for(text: str) -> None:
    with pytest.raises(NotFound):
        claim_address(text)
    assert claim_address("0a") == claim_address(claim_address("0a")) == cas.DATA + "claim/0a"


def test_dates_are_taken_as_precisely_as_given() -> None:
    assert literal_for(cas.issued, "2022-08", day("2022-08-18")) == Literal("2022-08", "gYearMonth")
    with pytest.raises(QuestionError):
        literal_for(cas.issued, "18-8-2022", day("2022-08-18"))
    like = Literal("a", "langString", "vi")
    assert literal_for(cas.title, "b", like) == Literal("b", "langString", "vi")


def test_the_body_above_another_can_be_decided_on() -> None:
    store = MemoryStore()
    above = claim(ONE, BODY, cas.parent, ABOVE)
    issued = [claim(ONE, A, cas.issuedBy, BODY), claim(ONE, A, cas.number, Literal("57-NQ/TW"))]
    other = replace(claim(TWO, A, cas.issuedBy, ABOVE), source=TWO)
    bring(store, ONE, [above, *issued])
    bring(store, TWO, [other])
    assert not states(store, A, cas.disputed, cas.issuedBy)  # a board and its own committee
    decide(store, decision(above, Verdict.REJECTED))
    assert states(store, A, cas.disputed, cas.issuedBy)
    with store.read() as reader:
        assert sound(reader)
    undo(store, address_of(above))
    assert not states(store, A, cas.disputed, cas.issuedBy)


def test_evidence_tells_the_decision_and_a_rejected_claim_is_none(store: MemoryStore) -> None:
    bring(store, TWO, [claim(TWO, A, cas.implements, B)])
    decide(store, decision(EDGE, Verdict.REJECTED))
    with store.read() as reader:
        said = describe(reader, find_document(reader, A), on=NOW.date())
    supporting = [one for edge in said.outgoing for one in edge.evidence]
    assert {one.source for one in supporting} == {TWO}
    told = [
        one.decision.by
        for name, values in said.values
        for value in values
        for one in value.evidence
        if one.decision and name == "implements" and not value.chosen
    ]
    assert told == ["Lan"]


def test_a_corrected_claim_is_evidence_of_what_it_was_corrected_to(store: MemoryStore) -> None:
    decide(store, decision(EDGE, Verdict.CORRECTED, Correction(A, cas.basedOn, C)))
    with store.read() as reader:
        said = describe(reader, find_document(reader, A), on=NOW.date())
    edges = {(edge.predicate, edge.object.iri): edge.evidence for edge in said.outgoing}
    assert set(edges) == {("basedOn", C)}
    assert [one.claim for one in edges["basedOn", C]] == [address_of(EDGE)]


def test_claims_are_listed_by_state_and_page(store: MemoryStore) -> None:
    decide(store, decision(EDGE, Verdict.CORRECTED, Correction(A, cas.basedOn, C)))
    with store.read() as reader:

        def listed(**asked: object) -> list[str]:
            found = claims_on_review(reader, ClaimsAsked(**asked))  # type: ignore[arg-type]
            return [one.claim for one in found]

        everything = listed(state=ReviewState.ALL)
        assert everything == sorted(map(address_of, OF_ONE))
        assert listed() == sorted(map(address_of, NUMBERED[:3]))
        assert listed(state=ReviewState.CORRECTED) == [address_of(EDGE)]
        assert listed(state=ReviewState.ACCEPTED) == []
        assert set(listed(subject=A)) == {address_of(NUMBERED[0])}
        assert listed(source=TWO) == []
        assert listed(predicate=cas.implements, state=ReviewState.ALL) == [address_of(EDGE)]
        first = listed(state=ReviewState.ALL, limit=2)
        assert first + listed(state=ReviewState.ALL, after=first[-1]) == everything
        with pytest.raises(NotFound):
            listed(after=cas.DATA + "claim/0")
        one = claim_on_review(reader, address_of(EDGE))
        assert one.statement.subject_name == "Văn bản 57-NQ/TW"
        assert one.corrected is not None
        assert (one.corrected.predicate, one.corrected.object) == ("basedOn", C)


CLAIMS = (
    EDGE,
    *NUMBERED,
    claim(ONE, A, cas.issued, day("2024-12-22")),
    claim(TWO, A, cas.issued, day("2024-12-21"), Verification.VERIFIED_TWICE),
    claim(TWO, A, cas.implements, B),
    claim(TWO, C, cas.replaces, A, declined=True),
    claim(ONE, A, cas.issuedBy, BODY),
    claim(TWO, A, cas.issuedBy, ABOVE),
    claim(TWO, A, cas.issuedBy, OTHER),
    claim(ONE, BODY, cas.parent, ABOVE),
    claim(ONE, B, cas.title, Literal("Về kinh tế tư nhân", "langString", "vi")),
)
CORRECTIONS = (
    Correction(C, cas.basedOn, B),
    Correction(A, cas.implements, C),
    Correction(B, cas.issued, day("2025-05-04")),
    Correction(A, cas.issued, day("2024-12-23"), Modality.PLANNED),
    Correction(OTHER, cas.parent, ABOVE),
)
choices = st.dictionaries(
    st.sampled_from(CLAIMS),
    st.one_of(st.sampled_from([Verdict.ACCEPTED, Verdict.REJECTED]), st.sampled_from(CORRECTIONS)),
    max_size=6,
)


def put(store: MemoryStore, one: Claim, choice: Verdict | Correction | None) -> None:
    """Put a decision on a claim without asking whether its things are known yet."""
    with store.read() as reader:
        if choice is None:
            made = None
        elif isinstance(choice, Verdict):
            made = decision(one, choice)
        else:
            made = decision(one, Verdict.CORRECTED, choice)
        standing = any(reader.quads(NamedNode(address_of(one)), graph=NamedNode(one.source)))
        change = review_change(reader, one if standing else None, made, address_of(one))
    store.apply(change)


@settings(max_examples=60, deadline=None)
@given(choices, st.randoms(use_true_random=False))
def test_any_order_of_ingest_and_review_gives_the_same_facts(
    chosen: Mapping[Claim, Verdict | Correction], chance: random.Random
) -> None:
    plain = MemoryStore()
    for source in (ONE, TWO):
        bring(plain, source, [one for one in CLAIMS if one.source == source])
    for one, choice in chosen.items():
        put(plain, one, choice)
    mixed = MemoryStore()
    steps: list[tuple[str, object]] = [("bring", ONE), ("bring", TWO), ("bring", ONE)]
    steps += [("put", one) for one in chosen]
    steps += [("undo", one) for one in chance.sample(CLAIMS, 3) if one not in chosen]
    chance.shuffle(steps)
    for what, which in steps:
        if what == "bring":
            bring(mixed, str(which), [one for one in CLAIMS if one.source == which])
        elif isinstance(which, Claim):
            put(mixed, which, chosen.get(which))
    with plain.read() as one_way, mixed.read() as other_way:
        assert canonical_dump(one_way) == canonical_dump(other_way)
        assert sound(other_way)
    for one in chosen:
        put(mixed, one, None)
    fresh = MemoryStore()
    for source in (ONE, TWO):
        bring(fresh, source, [one for one in CLAIMS if one.source == source])
    with fresh.read() as untouched, mixed.read() as undone:
        assert canonical_dump(untouched) == canonical_dump(undone)


@given(
    st.sampled_from(list(Verdict)),
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1),
    st.none() | st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1),
    st.sampled_from(CORRECTIONS),
)
def test_a_decision_goes_into_the_graph_and_comes_back(
    verdict: Verdict, by: str, note: str | None, correction: Correction
) -> None:
    corrected = correction if verdict is Verdict.CORRECTED else None
    made = Decision(address_of(EDGE), ONE, verdict, by, NOW, note, corrected)
    store = MemoryStore(decision_quads(made))
    with store.read() as reader:
        assert decisions_in(reader).by_claim == {made.claim: made}
        assert decision_on(reader, made.claim) == made
    amounting = under(EDGE, made)
    assert (amounting is None) == (verdict is Verdict.REJECTED)
