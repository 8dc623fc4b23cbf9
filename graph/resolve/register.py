"""From the rows of the register to claims: every statement of every row, documents resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Claim, EvidenceRow
from graph.records import Register
from graph.resolve import central_rows, contradiction_rows, provincial_rows
from graph.resolve.documents import Mention, Resolved, resolve
from graph.resolve.drafts import TYPE, Context, Draft
from graph.resolve.identity import source_iri
from ontology import terms as cas

#: What each table is called, for people.
TABLES = {
    "alias_defaults": ("Sổ tên gọi tắt", "Register of short names"),
    "central_bodies": ("Sổ cơ quan", "Register of bodies"),
    "central_documents": ("Sổ văn bản Trung ương", "Register of central documents"),
    "central_relations": (
        "Sổ quan hệ văn bản Trung ương",
        "Register of relations of central documents",
    ),
    "contradictions": ("Sổ mâu thuẫn giữa các nguồn", "Register of contradictions"),
    "officials": ("Sổ cán bộ lãnh đạo", "Register of officials"),
    "plenums": ("Sổ hội nghị Trung ương", "Register of plenums"),
    "provinces": ("Sổ tỉnh, thành phố", "Register of provinces"),
    "provincial_facts": ("Sổ văn bản địa phương", "Register of local documents"),
    "provincial_officials": (
        "Sổ cán bộ lãnh đạo địa phương",
        "Register of local officials",
    ),
    "scope": ("Sổ phạm vi áp dụng", "Register of scope"),
    "terms": ("Sổ nhiệm kỳ", "Register of terms"),
}
_NOWHERE = (None, None)  # the words of a row of a table


@dataclass(frozen=True, slots=True)
class Reading:
    """What the register says: claims with the rows they stand on."""

    claims: tuple[Claim, ...]
    rows: tuple[EvidenceRow, ...]


def claims_of(register: Register) -> Reading:
    """Return all claims of the register; row order and table order do not matter."""
    drafts = tuple(once(_drafts(register)))
    mentions = {part for draft in drafts for part in (draft.subject, draft.object)}
    resolved = resolve(
        (part for part in mentions if isinstance(part, Mention)), Context(register).calendar
    )
    claims = {claim_of(draft, resolved) for draft in drafts}
    claims |= set(about_references(drafts, resolved))
    rows = {draft.row for draft in drafts}
    return Reading(
        tuple(sorted(claims, key=_claim_order)), tuple(sorted(rows, key=lambda row: row.iri))
    )


def mentions_in(register: Register) -> frozenset[Mention]:
    """Return every document that a row of the register names, as its row names it."""
    parts = (part for draft in _drafts(register) for part in (draft.subject, draft.object))
    return frozenset(part for part in parts if isinstance(part, Mention))


def source_of_table(table: str) -> str:
    """Return the address of a table as a source."""
    return source_iri(f"register-{table}")


def once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Keep, of what many rows of a table say alike, the row with the smallest address."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        if not draft.common:
            yield draft
            continue
        told = (draft.row.source, draft.subject, draft.predicate, draft.object)
        if told not in kept or draft.row.iri < kept[told].row.iri:
            kept[told] = draft
    yield from kept.values()


def _drafts(register: Register) -> Iterator[Draft]:
    context = Context(register)
    pointers = central_rows.mentions_of(register.central_documents, context)
    for document in register.central_documents:
        yield from central_rows.about_central_document(document, pointers, context)
    for relation in register.central_relations:
        yield from central_rows.about_central_relation(relation, pointers)
    for alias in register.alias_defaults:
        yield from central_rows.about_alias(alias, pointers)
    for plenum in register.plenums:
        yield from central_rows.about_plenum(plenum, pointers)
    for term in register.terms:
        yield from central_rows.about_term(term)
    for body in register.central_bodies:
        yield from central_rows.about_central_body(body, context)
    for official in register.officials:
        yield from central_rows.about_official_row(official, context)
    for scope in register.scope:
        yield from central_rows.about_scope(scope, pointers, context)
    for contradiction in register.contradictions:
        yield from contradiction_rows.about_contradiction(contradiction, pointers, context)
    yield from _provincial_drafts(register, context)


def _provincial_drafts(register: Register, context: Context) -> Iterator[Draft]:
    units = {(unit.name, unit.valid_from): unit for unit in context.gazetteer.units}
    for row in register.provinces:
        yield from provincial_rows.about_unit(row, units[row.name, row.valid_from], context)
    yield from provincial_rows.about_provincial_facts(register.provincial_facts, context)
    for official in register.provincial_officials:
        yield from provincial_rows.about_provincial_official(official, context)


def claim_of(draft: Draft, resolved: Mapping[Mention, Resolved]) -> Claim:
    """Return the claim that a statement makes, its documents resolved."""
    row, subject, value, inference = draft.row, draft.subject, draft.object, draft.inference
    if isinstance(subject, Mention):
        inference += resolved[subject].inference
        subject = resolved[subject].iri
    if isinstance(value, Mention):
        inference += resolved[value].inference
        value = resolved[value].iri
    start, end = draft.span or _NOWHERE
    return Claim(  # in the order of its fields: a hundred of them are made of one text
        row.source,
        subject,
        draft.predicate,
        value,
        row.iri,
        row.verification,
        draft.modality,
        tuple(sorted(set(inference))) if inference else (),
        draft.cue,
        draft.certainty,
        draft.declined,
        start,
        end,
        draft.surface,
        draft.part,
        draft.role,
        draft.deadline,
    )


def about_references(
    drafts: Iterable[Draft], resolved: Mapping[Mention, Resolved]
) -> Iterator[Claim]:
    """Yield which citations stayed references, and which documents each of them may mean."""
    for draft in drafts:
        for part in (draft.subject, draft.object):
            if not isinstance(part, Mention) or resolved[part].key is not None:
                continue
            reference = resolved[part]
            yield claim_of(Draft(draft.row, reference.iri, TYPE, cas.Reference), resolved)
            for candidate in reference.candidates:
                yield claim_of(Draft(draft.row, reference.iri, cas.candidate, candidate), resolved)


def _claim_order(claim: Claim) -> tuple[str, ...]:
    value = claim.object
    told = value if isinstance(value, str) else f"{value.text}^^{value.datatype}@{value.language}"
    return claim.source, claim.subject, claim.predicate, told, claim.evidence, claim.cue or ""
