"""What the rows of contradictions state: both claims, and which the register did not take."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import EvidenceRow, Literal, PartialDate
from graph.records import ContestedField, ContradictionRow, Pointer, Side, founded
from graph.resolve.central_rows import Pointers
from graph.resolve.documents import Mention
from graph.resolve.drafts import Context, Draft, evidence_of_side, text, when
from graph.resolve.identity import term_iri
from ontology import terms as cas

_DATES = (ContestedField.ISSUED, ContestedField.EFFECTIVE)
_RELATIONS = (ContestedField.REPLACES, ContestedField.AMENDS)


def about_contradiction(
    row: ContradictionRow, pointers: Pointers, context: Context
) -> Iterator[Draft]:
    """Yield both claims of a contradiction, the one not taken as declined, and what it is about."""
    told = f"{row.topic}: {row.claim_a} ≠ {row.claim_b}; {row.taken}"
    sides = ((Side.A, row.source_a, row.value_a), (Side.B, row.source_b, row.value_b))
    for pointer in row.documents:
        for side, source, values in sides:
            node = evidence_of_side(row, side, source, founded(source), told)
            if row.field is None:  # else both values show, each with its source
                yield Draft(node, pointers[pointer], cas.note, text(told))
            declined = row.declined in (side, Side.BOTH)
            for value in values:
                yield from _about_value(node, row, pointers, pointer, value, declined, context)


def _about_value(
    node: EvidenceRow,
    row: ContradictionRow,
    pointers: Pointers,
    pointer: Pointer,
    value: str,
    declined: bool,
    context: Context,
) -> Iterator[Draft]:
    if row.field is None:
        return
    meant = _meaning(row.field, value, pointers, pointer, context)
    predicate = cas.ONTOLOGY + row.field
    yield Draft(node, pointers[pointer], predicate, meant, declined=declined)


def _meaning(
    field: ContestedField, value: str, pointers: Pointers, pointer: Pointer, context: Context
) -> str | Literal | Mention:
    if field in _DATES:
        return when(PartialDate.parse(value))
    if field in _RELATIONS:
        number, _, day = value.rpartition("@")
        return pointers[Pointer(number, PartialDate.parse(day))]
    if field is ContestedField.TERM:
        return term_iri(value)
    return context.directory.body(value, on=pointer.issued.earliest).iri
