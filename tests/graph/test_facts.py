"""From claims to facts: rank, dispute, super-properties, nothing that nobody says."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from graph.facts import facts_about
from graph.model import Claim, Literal, Modality, Verification
from graph.rdf import term, value_of
from ontology import terms as cas

NQ57 = cas.DATA + "document/tw/nq/57/xiii"
PLAN = cas.DATA + "document/ubnd/ha-tinh/kh/2025/1"
POLITBURO = cas.DATA + "body/bo-chinh-tri"
COMMITTEE = cas.DATA + "body/ban-chap-hanh-trung-uong"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def claim(
    predicate: str,
    value: str | Literal,
    verification: Verification = Verification.SEEN_ONCE,
    *,
    subject: str = NQ57,
    evidence: str = "row",
    declined: bool = False,
    modality: Modality = Modality.DONE,
) -> Claim:
    return Claim(
        "source", subject, predicate, value, evidence, verification, modality, declined=declined
    )


def day(text: str) -> Literal:
    return Literal(text, {4: "gYear", 7: "gYearMonth"}.get(len(text), "date"))


def values(claims: list[Claim], predicate: str, subject: str = NQ57) -> set[str | Literal]:
    return {value for _, p, value in facts_about(subject, claims, {}) if p == predicate}


def test_the_better_founded_date_wins_and_the_other_makes_it_disputed() -> None:
    claims = [
        claim(cas.issued, day("2024-12-21"), Verification.UNVERIFIED, evidence="a"),
        claim(cas.issued, day("2024-12-22"), Verification.VERIFIED_TWICE, evidence="b"),
    ]
    assert values(claims, cas.issued) == {day("2024-12-22")}
    assert values(claims, cas.disputed) == {cas.issued}


def test_a_more_precise_date_is_no_contradiction() -> None:
    claims = [
        claim(cas.issued, day("2024"), Verification.VERIFIED_TWICE, evidence="a"),
        claim(cas.issued, day("2024-12-22"), Verification.SEEN_ONCE, evidence="b"),
    ]
    assert values(claims, cas.issued) == {day("2024-12-22")}
    assert values(claims, cas.disputed) == set()


def test_what_the_register_declined_is_no_fact_even_when_better_founded() -> None:
    claims = [
        claim(cas.issued, day("2024-12-21"), Verification.VERIFIED_TWICE, declined=True),
        claim(cas.issued, day("2024-12-22"), Verification.UNVERIFIED, evidence="b"),
    ]
    assert values(claims, cas.issued) == {day("2024-12-22")}
    assert values(claims, cas.disputed) == {cas.issued}


def test_where_every_value_was_declined_there_is_no_fact_but_a_dispute() -> None:
    facts = facts_about(NQ57, [claim(cas.issuedBy, COMMITTEE, declined=True)], {})
    assert {(p, value) for _, p, value in facts if p in (cas.issuedBy, cas.disputed)} == {
        (cas.disputed, cas.issuedBy)
    }


def test_a_fuller_title_and_a_narrower_type_are_no_contradiction() -> None:
    short, full = Literal("Kế hoạch về giáo dục"), Literal("Kế hoạch về giáo dục và đào tạo")
    program, action = (f"{cas.DATA}type/both/chuong-trinh{end}" for end in ("", "-hanh-dong"))
    claims = [
        claim(cas.title, short, evidence="a"),
        claim(cas.title, full, evidence="b"),
        claim(cas.documentType, program, evidence="a"),
        claim(cas.documentType, action, evidence="b"),
    ]
    assert values(claims, cas.disputed) == set()
    assert values(claims, cas.documentType) == {action}


def test_a_well_founded_relation_does_not_make_the_document_verified() -> None:
    claims = [
        claim(cas.number, Literal("57-NQ/TW"), Verification.UNVERIFIED),
        claim(cas.replaces, PLAN, Verification.VERIFIED_TWICE),
    ]
    assert values(claims, cas.verification) == {Literal("unverified")}


def test_an_issuer_disputed_between_sources_is_one_fact() -> None:
    claims = [
        claim(cas.issuedBy, POLITBURO, Verification.VERIFIED_TWICE, evidence="a"),
        claim(cas.issuedBy, COMMITTEE, evidence="b"),
    ]
    assert values(claims, cas.issuedBy) == {POLITBURO}
    assert values(claims, cas.disputed) == {cas.issuedBy}


def test_two_issuers_in_one_row_are_joint_issuers() -> None:
    claims = [claim(cas.issuedBy, POLITBURO), claim(cas.issuedBy, COMMITTEE)]
    assert values(claims, cas.issuedBy) == {POLITBURO, COMMITTEE}
    assert values(claims, cas.disputed) == set()


def test_a_provincial_committee_and_its_board_do_not_contradict() -> None:
    committee, board = f"{cas.DATA}body/ha-tinh/tinh-uy", f"{cas.DATA}body/ha-tinh/ban-thuong-vu"
    claims = [
        claim(cas.issuedBy, committee, subject=PLAN, evidence="a"),
        claim(cas.issuedBy, board, subject=PLAN, evidence="b"),
    ]
    assert cas.disputed not in {p for _, p, _ in facts_about(PLAN, claims, {board: committee})}
    assert cas.disputed in {p for _, p, _ in facts_about(PLAN, claims, {})}


def test_a_relation_brings_its_super_properties_but_no_closure() -> None:
    found = {p for _, p, _ in facts_about(PLAN, [claim(cas.guides, NQ57, subject=PLAN)], {})}
    assert {cas.guides, cas.implements, cas.restsOn, cas.cites} <= found
    assert not {cas.descendsFrom, cas.cascadesTo} & found


def test_a_type_brings_its_super_classes() -> None:
    concept = cas.DATA + "type/both/chuong-trinh-hanh-dong"
    types = values([claim(cas.documentType, concept)], TYPE)
    assert {cas.ActionProgram, cas.Program, cas.Document} <= types


def test_what_was_only_planned_requested_or_denied_is_no_fact() -> None:
    for modality in (Modality.PLANNED, Modality.REQUESTED, Modality.DENIED):
        assert not facts_about(PLAN, [claim(cas.implements, NQ57, modality=modality)], {})


def test_no_claim_no_fact() -> None:
    assert facts_about(NQ57, [], {}) == frozenset()


_CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from([cas.issued, cas.title, cas.issuedBy, cas.implements, cas.number]),
        st.sampled_from([day("2024"), day("2024-12"), day("2024-12-22"), day("2025-01-01")]),
        st.sampled_from(list(Verification)),
        evidence=st.sampled_from(["a", "b", "c"]),
        declined=st.booleans(),
    ),
    max_size=12,
)


@given(_CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(claims: list[Claim], shuffle: random.Random) -> None:
    mixed = shuffle.sample(claims, len(claims))
    assert facts_about(NQ57, claims, {}) == facts_about(NQ57, mixed, {})


@given(_CLAIMS)
def test_single_valued_fields_have_at_most_one_value(claims: list[Claim]) -> None:
    facts = facts_about(NQ57, claims, {})
    for predicate in cas.SINGLE_VALUED:
        assert sum(p == predicate for _, p, _ in facts) <= 1


def test_facts_are_what_a_store_gives_back() -> None:
    facts = facts_about(
        NQ57,
        [
            claim(cas.number, Literal("57-NQ/TW")),
            claim(cas.title, Literal("Về khoa học", "langString", "vi")),
            claim(cas.issued, day("2024-12")),
        ],
        {},
    )
    back = {(subject, predicate, value_of(term(value))) for subject, predicate, value in facts}
    assert facts == back  # else they would leave and enter at every change
