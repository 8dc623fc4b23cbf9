"""Decisions on claims: facts follow them, undo restores, all survives reading again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pyoxigraph import NamedNode

from graph.errors import NotFound, QuestionError
from graph.lineage.claims import ClaimsAsked, ReviewState, claim_on_review, claims_on_review
from graph.lineage.description import describe
from graph.lineage.documents import find_document
from graph.lineage.facts import Facts
from graph.lineage.known import Known
from graph.model import Correction, Literal, Modality, Verdict, Verification
from graph.rdf import address_of
from graph.review import decision_on, decisions_in
from graph.reviewing import claim_address, decide, decide_together, literal_for, undo
from graph.store.graphs import REVIEW
from graph.store.memory import MemoryStore
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.reviewed import (
    ABOVE,
    BODY,
    EDGE,
    NUMBERED,
    OF_ONE,
    ONE,
    OTHER,
    THREE,
    TWO,
    A,
    B,
    C,
    bring,
    claim,
    day,
    decision,
    erase,
    facts,
    sound,
    states,
)


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


@pytest.mark.parametrize("predicate", [cas.heldOn, cas.startsOn, cas.endsOn])
def test_a_day_of_a_tenure_is_a_day_too(predicate: str) -> None:
    assert literal_for(predicate, "2022", day("2022-08-18")) == Literal("2022", "gYear")
    with pytest.raises(QuestionError, match="18-8-2022"):
        literal_for(predicate, "18-8-2022", day("2022-08-18"))


@pytest.mark.parametrize(
    "correction",
    [
        Correction(A, cas.heldOn, Literal("57-NQ/TW")),
        Correction(A, cas.level, B),
    ],
)
def test_a_date_is_a_date_and_a_level_a_level_however_corrected(
    store: MemoryStore, correction: Correction
) -> None:
    said = NUMBERED[0] if correction.predicate == cas.heldOn else EDGE
    with pytest.raises(QuestionError):
        decide(store, decision(said, Verdict.CORRECTED, correction))


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


def test_what_was_known_before_a_decision_knows_nothing_of_it(store: MemoryStore) -> None:
    decided = NOW + timedelta(days=5)
    made = decision(EDGE, Verdict.CORRECTED, Correction(A, cas.basedOn, C))
    decide(store, replace(made, at=decided))
    with store.read() as reader:
        before = Known(Facts(reader), (decided - timedelta(days=2)).date())
        after = Known(Facts(reader), (decided + timedelta(days=2)).date())
        assert (before.of(A).get(cas.implements), before.of(A).get(cas.basedOn)) == ([B], None)
        assert (after.of(A).get(cas.implements), after.of(A).get(cas.basedOn)) == (None, [C])
        assert before.evidence(A, B, [cas.implements])
        assert not before.evidence(A, C, [cas.basedOn])
        assert not after.evidence(A, B, [cas.implements])
        assert after.evidence(A, C, [cas.basedOn])


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


def test_reviewing_what_a_text_mentions_leaves_what_is_told_of_the_text(store: MemoryStore) -> None:
    mention = claim(ONE, ONE, cas.mentions, B)
    bring(store, ONE, [*OF_ONE, mention])
    before = facts(store)
    decide(store, decision(mention, Verdict.ACCEPTED))
    assert facts(store) == before
    lost = decide(store, decision(mention, Verdict.REJECTED)).lost
    assert (lost, len(before - facts(store))) == (1, 1)
    undo(store, address_of(mention))
    assert facts(store) == before


def test_a_correction_tells_nothing_of_a_source_but_what_it_mentions(store: MemoryStore) -> None:
    with pytest.raises(QuestionError):
        decide(store, decision(EDGE, Verdict.CORRECTED, Correction(ONE, cas.implements, B)))
    decide(store, decision(EDGE, Verdict.CORRECTED, Correction(ONE, cas.mentions, B)))
    assert states(store, ONE, cas.mentions, B)


def test_a_body_that_comes_under_another_settles_what_others_say_it_issued(
    store: MemoryStore,
) -> None:
    better = claim(ONE, A, cas.issuedBy, BODY, Verification.VERIFIED_TWICE)
    bring(store, ONE, [*OF_ONE, better])
    bring(store, TWO, [claim(TWO, A, cas.issuedBy, OTHER)])
    assert states(store, A, cas.disputed, cas.issuedBy)
    under = claim(THREE, OTHER, cas.parent, BODY)
    bring(store, THREE, [under])
    assert not states(store, A, cas.disputed, cas.issuedBy)
    decide(store, decision(under, Verdict.REJECTED))
    assert states(store, A, cas.disputed, cas.issuedBy)
    with store.read() as reader:
        assert sound(reader)


def whole(store: MemoryStore) -> set[object]:
    with store.read() as reader:
        return set(reader.quads())


def test_decided_together_is_as_decided_one_after_the_other(store: MemoryStore) -> None:
    other = MemoryStore()
    bring(other, ONE, OF_ONE)
    made = [
        decision(EDGE, Verdict.CORRECTED, Correction(C, cas.basedOn, B)),
        decision(NUMBERED[0], Verdict.REJECTED),
        decision(NUMBERED[2], Verdict.ACCEPTED),
    ]
    before, start = whole(store), facts(store)
    together = decide_together(store, made)
    for one in made:
        decide(other, one)
    assert whole(store) == whole(other)
    now = facts(store)
    assert (together.gained, together.lost) == (len(now - start), len(start - now))
    with store.read() as reader:
        assert sound(reader)
        assert reader.generation == together.generation == 2
    decide_together(store, [made[0]], [address_of(NUMBERED[0]), address_of(NUMBERED[2])])
    decide_together(store, (), [address_of(EDGE)])
    assert whole(store) == before


def test_of_decisions_made_together_all_are_made_or_none(store: MemoryStore) -> None:
    before = whole(store)
    unknown = replace(decision(EDGE, Verdict.ACCEPTED), claim=f"{cas.DATA}claim/0")
    with pytest.raises(NotFound):
        decide_together(store, [decision(NUMBERED[0], Verdict.REJECTED), unknown])
    with pytest.raises(NotFound):
        decide_together(store, [decision(EDGE, Verdict.REJECTED)], [address_of(NUMBERED[0])])
    assert whole(store) == before
    assert decide_together(store, ()).generation == 1
