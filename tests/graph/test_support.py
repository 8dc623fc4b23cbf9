"""Counting what claims come to: adding and taking away equals counting anew."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from graph.facts import facts_about
from graph.model import Claim, Literal, Modality, Verification
from graph.resolve.identity import source_iri
from graph.support import Support
from ontology import terms as cas

SUBJECT = f"{cas.DATA}document/tw/nq/57/xiii"
_values: dict[str, list[str | Literal]] = {
    cas.issued: [
        Literal("2024-12-22", "date"),
        Literal("2024-12-23", "date"),
        Literal("2024-12", "gYearMonth"),
    ],
    cas.title: [Literal("Về khoa học", "langString", "vi"), Literal("Khác", "langString", "vi")],
    cas.issuedBy: [f"{cas.DATA}body/bo-chinh-tri", f"{cas.DATA}body/ban-bi-thu"],
    cas.implements: [f"{cas.DATA}document/tw/nq/{number}/xii" for number in (18, 19)],
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """Draw a claim about one document."""
    predicate = draw(st.sampled_from(sorted(_values)))
    return Claim(
        source_iri(draw(st.sampled_from(["register-central-documents", "a", "b"]))),
        SUBJECT,
        predicate,
        draw(st.sampled_from(_values[predicate])),
        draw(st.sampled_from(["row-1", "row-2", "row-3"])),
        draw(st.sampled_from(list(Verification))),
        modality=draw(st.sampled_from([Modality.DONE, Modality.DONE, Modality.PLANNED])),
        declined=draw(st.booleans()),
        accepted=draw(st.booleans()),
    )


@given(st.sets(claims(), max_size=8), st.sets(claims(), max_size=8))
def test_taking_away_leaves_what_was(kept: set[Claim], gone: set[Claim]) -> None:
    support = Support([*kept, *gone])
    for claim in gone:
        support.remove(claim)
    fresh = Support(kept)
    assert support.values == fresh.values
    assert support.issuers == fresh.issuers
    assert facts_about(SUBJECT, support, {}) == facts_about(SUBJECT, kept, {})


def test_what_is_not_done_counts_for_nothing() -> None:
    asked = Claim(
        "s", SUBJECT, cas.implements, SUBJECT, "row", Verification.ARTICLE, Modality.REQUESTED
    )
    assert not Support([asked]).values


@given(st.sets(claims(), max_size=8), st.sets(claims(), max_size=8), st.sets(claims(), max_size=8))
def test_what_is_noted_counts_on(kept: set[Claim], gone: set[Claim], come: set[Claim]) -> None:
    before = kept | gone
    support = Support.again(json.loads(json.dumps(Support(before).noted)))
    assert support.values == Support(before).values
    for row in {claim.evidence for claim in gone | come}:
        assert support.lacks(row)
        issuing = (one for one in before if one.predicate == cas.issuedBy)
        support.recall(row, (one for one in issuing if one.evidence == row))
    for claim in gone:
        support.remove(claim)
    for claim in come - kept:
        support.add(claim)
    fresh = Support([*(before - gone), *(come - kept)])
    assert support.values == fresh.values
    assert support.issuers == fresh.issuers
    assert support.size == fresh.size
