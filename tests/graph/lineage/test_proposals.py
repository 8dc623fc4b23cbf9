"""Claims put together as a person judges them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from graph.lineage.proposals import (
    Proposal,
    ProposalKind,
    ProposalState,
    counted,
    least_certain_first,
    proposals,
)
from graph.model import (
    ClaimOnReview,
    Correction,
    Decision,
    Inference,
    Modality,
    Statement,
    Verdict,
    Verification,
)
from ontology.terms import DATA

NOW = datetime(2026, 1, 15, tzinfo=UTC)
SOURCE = f"{DATA}source/bai"
PLAN, LAW = f"{DATA}document/tu/ha-tinh/ctr/920/chua-ro", f"{DATA}document/tw/nq/18/xii"
OPEN = f"{DATA}reference/12ab"
TENURE, PERSON = f"{DATA}tenure/1", f"{DATA}official/lan"


def claim(number: int, subject: str, predicate: str, value: str, **more: object) -> ClaimOnReview:
    said = Statement(subject, subject, predicate, value, value)
    made = ClaimOnReview(
        f"{DATA}claim/{number:04x}", SOURCE, "Bài", said, Verification.ARTICLE, NOW, f"{SOURCE}/s/1"
    )
    return replace(made, start=number, end=number + 1, **more)  # type: ignore[arg-type]


def decided(one: ClaimOnReview, verdict: Verdict) -> ClaimOnReview:
    correction = Correction(PLAN, "p", LAW) if verdict is Verdict.CORRECTED else None
    return replace(one, decision=Decision(one.claim, SOURCE, verdict, "lan", NOW, None, correction))


CLAIMS = (
    claim(1, SOURCE, "mentions", PLAN),
    claim(2, PLAN, "number", "920-CTr/TU"),
    claim(3, PLAN, "implements", OPEN),
    claim(4, SOURCE, "mentions", OPEN),
    claim(5, OPEN, "candidate", LAW),
    claim(6, OPEN, "candidate", f"{DATA}document/tw/nq/18/xiii"),
    claim(7, f"{DATA}body/tinh-uy", "level", "province"),
    claim(8, TENURE, "holder", PERSON),
    claim(9, PERSON, "label", "Lan"),
    claim(10, f"{DATA}result/1", "value", "12"),
    claim(11, PLAN, "implements", LAW),
)


def test_every_claim_stands_in_one_proposal() -> None:
    found = proposals(CLAIMS)
    told = [one.claim for proposal in found for one in proposal.claims]
    assert sorted(told) == sorted(one.claim for one in CLAIMS)
    assert [(one.kind.value, one.start) for one in found] == [
        *(("document", 1), ("relation", 3), ("choice", 4), ("official", 8), ("result", 10)),
        *(("relation", 11), ("name", 7)),
    ]


def named(found: tuple[Proposal, ...], kind: ProposalKind) -> Proposal:
    return next(one for one in found if one.kind is kind)


def test_a_choice_keeps_its_candidates_and_knows_who_leans_on_it() -> None:
    choice = named(proposals(CLAIMS), ProposalKind.CHOICE)
    assert choice.thing == OPEN
    assert choice.candidates == (LAW, f"{DATA}document/tw/nq/18/xiii")
    assert [one.claim for one in choice.leaning] == [CLAIMS[2].claim]


def test_a_name_joins_the_post_that_the_person_holds() -> None:
    official = named(proposals(CLAIMS), ProposalKind.OFFICIAL)
    assert (official.thing, len(official.claims)) == (TENURE, 2)


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        ((None, None), ProposalState.PENDING),
        ((Verdict.ACCEPTED, None), ProposalState.MIXED),
        ((Verdict.ACCEPTED, Verdict.ACCEPTED), ProposalState.ACCEPTED),
        ((Verdict.REJECTED, Verdict.ACCEPTED), ProposalState.MIXED),
        ((Verdict.CORRECTED, Verdict.CORRECTED), ProposalState.CORRECTED),
    ],
)
def test_the_state_is_that_of_all_its_claims(
    verdicts: tuple[Verdict | None, ...], state: ProposalState
) -> None:
    pair = [
        one if verdict is None else decided(one, verdict)
        for one, verdict in zip(CLAIMS[:2], verdicts, strict=True)
    ]
    found = proposals(pair)
    assert [one.state for one in found] == [state]
    assert counted(found) == {state: 1}


def test_a_choice_is_decided_where_it_is_cited() -> None:
    made = [decided(one, Verdict.CORRECTED) if one is CLAIMS[3] else one for one in CLAIMS]
    assert named(proposals(made), ProposalKind.CHOICE).state is ProposalState.CORRECTED


def test_what_is_least_certain_comes_first_and_names_last() -> None:
    unsure = (
        *CLAIMS[3:7],
        claim(20, PLAN, "number", "1", inference=(Inference.ELLIPSIS,)),
        claim(21, f"{DATA}result/2", "value", "3"),
        claim(22, LAW, "implements", PLAN, certainty="inferred"),
    )
    order = [one.kind.value for one in least_certain_first(proposals(unsure))]
    assert order == ["choice", "relation", "document", "result", "name"]


def test_what_is_only_requested_is_another_relation() -> None:
    one = CLAIMS[10]
    asked = replace(one.statement, modality=Modality.REQUESTED)
    again = replace(one, claim=f"{DATA}claim/ff", statement=asked)
    same = replace(one, claim=f"{DATA}claim/fe")
    found = proposals((one, again, same))
    assert [len(each.claims) for each in found] == [2, 1]
