"""Any order of ingest and review gives the same facts; decisions go into the graph and back."""

from __future__ import annotations

import random
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ledger import Ledger
from graph.model import Claim, Correction, Decision, Literal, Modality, Verdict, Verification
from graph.rdf import address_of
from graph.review import decision_on, decision_quads, decisions_in, under
from graph.reviewing import review_change
from graph.store.memory import MemoryStore
from graph.store.sorting import canonical_dump
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.reviewed import (
    ABOVE,
    BODY,
    EDGE,
    NUMBERED,
    ONE,
    OTHER,
    TWO,
    A,
    B,
    C,
    bring,
    claim,
    day,
    decision,
    sound,
)

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
    claim(TWO, BODY, cas.parent, OTHER),
    claim(ONE, ONE, cas.mentions, A),
    claim(TWO, TWO, cas.mentions, B),
    claim(ONE, B, cas.title, Literal("Về kinh tế tư nhân", "langString", "vi")),
)
CORRECTIONS = (
    Correction(C, cas.basedOn, B),
    Correction(A, cas.implements, C),
    Correction(B, cas.issued, day("2025-05-04")),
    Correction(A, cas.issued, day("2024-12-23"), Modality.PLANNED),
    Correction(OTHER, cas.parent, ABOVE),
    Correction(BODY, cas.parent, OTHER),
    Correction(ONE, cas.mentions, C),
)
choices = st.dictionaries(
    st.sampled_from(CLAIMS),
    st.one_of(st.sampled_from([Verdict.ACCEPTED, Verdict.REJECTED]), st.sampled_from(CORRECTIONS)),
    max_size=6,
)


def put(
    store: MemoryStore,
    one: Claim,
    choice: Verdict | Correction | None,
    ledger: Ledger | None = None,
) -> None:
    """Put a decision on a claim without asking whether its things are known yet."""
    with store.read() as reader:
        if choice is None:
            made = None
        elif isinstance(choice, Verdict):
            made = decision(one, choice)
        else:
            made = decision(one, Verdict.CORRECTED, choice)
        change = review_change(reader, address_of(one), made, ledger)
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
    mixed, kept = MemoryStore(), Ledger()
    steps: list[tuple[str, object]] = [("bring", ONE), ("bring", TWO), ("bring", ONE)]
    steps += [("put", one) for one in chosen]
    steps += [("undo", one) for one in chance.sample(CLAIMS, 3) if one not in chosen]
    chance.shuffle(steps)
    for what, which in steps:
        if what == "bring":
            said = [one for one in CLAIMS if one.source == which]
            bring(mixed, str(which), said, ledger=kept)
        elif isinstance(which, Claim):
            put(mixed, which, chosen.get(which), kept)
    with plain.read() as one_way, mixed.read() as other_way:
        assert canonical_dump(one_way) == canonical_dump(other_way)
        assert sound(other_way)
    for one in chosen:
        put(mixed, one, None, kept)
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
