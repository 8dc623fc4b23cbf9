"""A lower body does not end a higher one's document: told as a fact, or set aside when read."""

from __future__ import annotations

from graph.facts import facts_about
from graph.lineage.conflicts import conflicts
from graph.model import Claim, Conflict, ConflictKind, Verification
from graph.rdf import Standing, claim_quads, fact_quads
from graph.resolve.drafts import text
from graph.store.memory import MemoryStore
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.lineage.told import SOURCE, address

LOWER = cas.DATA + "document/tu/ha-tinh/qd/680/2015-2020"


def clashing(*, declined: bool, subject: str = LOWER, value: str | None = None) -> list[Conflict]:
    row, rating = f"{SOURCE}/row/1", Verification.SEEN_ONCE
    value = value or address(1)
    claims = [
        Claim(SOURCE, subject, cas.replaces, value, row, rating, declined=declined),
        Claim(SOURCE, LOWER, cas.number, text("680-QĐ/TU"), row, rating),
        Claim(SOURCE, address(1), cas.number, text("01-NQ/TW"), row, rating),
    ]
    quads = [quad for claim in claims for quad in claim_quads(claim, Standing(NOW))]
    for iri in (LOWER, address(1)):
        quads += fact_quads(facts_about(iri, [c for c in claims if c.subject == iri], {}))
    with MemoryStore(quads).read() as reader:
        (listed,) = conflicts(reader, kinds=(ConflictKind.LOWER_OVER_HIGHER,))
        return list(listed.rows)


def test_a_fact_is_told_with_its_relation() -> None:
    (one,) = clashing(declined=False)
    (step,) = one.steps
    assert (step.subject.iri, step.object.iri) == (LOWER, address(1))
    assert len(step.evidence) == 1


def test_what_was_set_aside_is_told_with_its_source() -> None:
    (one,) = clashing(declined=True)
    assert [document.iri for document in one.documents] == [LOWER, address(1)]
    assert (one.steps, one.field) == ((), "replaces")
    assert all(value.evidence for value in one.sides)


def test_a_higher_body_may_end_a_lower_ones_document() -> None:
    assert clashing(declined=False, subject=address(1), value=LOWER) == []
