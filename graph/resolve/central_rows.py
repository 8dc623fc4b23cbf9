"""What the rows about the Centre state: documents, relations, bodies, plenums, terms, officials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from graph.folding import bare
from graph.model import Inference
from graph.numbers import parse_number
from graph.records import (
    AliasDefaultRow,
    CentralBodyRow,
    CentralDocumentRow,
    CentralRelationRow,
    OfficialRow,
    PlenumRow,
    Pointer,
    ScopeKind,
    ScopeRow,
    TermRow,
)
from graph.resolve.bodies import Body
from graph.resolve.documents import Mention
from graph.resolve.drafts import (
    LABEL,
    TYPE,
    Context,
    Draft,
    about_body,
    about_official,
    evidence_of,
    text,
    when,
)
from graph.resolve.identity import event_iri, official_iri, region_iri, term_iri
from graph.resolve.provincial_rows import about_document, about_tenure
from ontology import terms as cas

#: Units on the coast as one region of scope; `provinces.csv` says which they are.
COAST = "ven biển"

Pointers = Mapping[Pointer, Mention]


def mentions_of(rows: tuple[CentralDocumentRow, ...], context: Context) -> Pointers:
    """Return each row of the register of documents as the mention other rows point at."""
    return {row.pointer: _mention(row, context) for row in rows}


def _mention(row: CentralDocumentRow, context: Context) -> Mention:
    issuers = _issuers(row, context)
    return Mention(
        number=parse_number(row.number) if row.number else None,
        type_vi=row.type_vi,
        body=issuers[0] if issuers else None,
        issued=row.issued,
        term=row.term,
        own=True,
        registered=True,
    )


def _issuers(row: CentralDocumentRow, context: Context) -> tuple[Body, ...]:
    """Return the issuers; several stand in one cell, and names of bodies may hold commas."""
    if row.issuer_vi is None:
        return ()
    day = row.issued.earliest
    parts = row.issuer_vi.split(", ")
    if len(parts) > 1 and all(bare(part) in context.directory.central for part in parts):
        return tuple(context.directory.body(part, on=day) for part in parts)
    return (context.directory.body(row.issuer_vi, on=day),)


def about_central_document(
    row: CentralDocumentRow, pointers: Pointers, context: Context
) -> Iterator[Draft]:
    """Yield what a row of the register of documents says."""
    node, mention = evidence_of(row), pointers[row.pointer]
    yield from about_document(node, mention, row.title_vi, _issuers(row, context))
    if row.effective is not None:
        yield Draft(node, mention, cas.effective, when(row.effective))
    if row.term:
        yield Draft(node, mention, cas.term, term_iri(row.term))
    if row.term and row.plenum:
        yield Draft(node, mention, cas.adoptedAt, plenum_iri(row.term, row.plenum))
    if row.signer:
        yield from about_official(node, row.signer, None)
        yield Draft(node, mention, cas.signedBy, official_iri(row.signer, None))
    for alias in row.aliases:
        yield Draft(node, mention, cas.alias, text(alias, "vi"))
    for pointer in row.replaces:
        yield Draft(node, mention, cas.replaces, pointers[pointer])
    for pointer in row.replaced_by:
        yield Draft(node, pointers[pointer], cas.replaces, mention)
    for pointer in row.amended_by:
        yield Draft(node, pointers[pointer], cas.amends, mention)


def about_central_relation(row: CentralRelationRow, pointers: Pointers) -> Iterator[Draft]:
    """Yield the relation a row states."""
    yield Draft(
        evidence_of(row), pointers[row.subject], cas.ONTOLOGY + row.predicate, pointers[row.object]
    )


def about_alias(row: AliasDefaultRow, pointers: Pointers) -> Iterator[Draft]:
    """Yield that a name may denote each of its members; which one, its use must say."""
    for member in row.members:
        if member in pointers:
            yield Draft(
                evidence_of(row),
                pointers[member],
                cas.alias,
                text(row.alias, "vi"),
                inference=(Inference.ALIAS,),
            )


def plenum_iri(term: str, plenum: str) -> str:
    """Return the address of a plenum of the Central Committee."""
    return event_iri("hoi-nghi-trung-uong", term, plenum)


def about_plenum(row: PlenumRow, pointers: Pointers) -> Iterator[Draft]:
    """Yield a plenum, its days and what it adopted."""
    node, plenum = evidence_of(row), plenum_iri(row.term, row.plenum)
    yield Draft(node, plenum, TYPE, cas.Plenum)
    name = f"Hội nghị Trung ương {row.plenum} khóa {row.term}"
    yield Draft(node, plenum, LABEL, text(name, "vi"))
    yield Draft(node, plenum, cas.term, term_iri(row.term))
    for predicate, day in ((cas.startsOn, row.held_from), (cas.endsOn, row.held_to)):
        if day is not None:
            yield Draft(node, plenum, predicate, when(day))
    for pointer in row.documents:
        yield Draft(node, pointers[pointer], cas.adoptedAt, plenum)


def about_term(row: TermRow) -> Iterator[Draft]:
    """Yield a national congress term and its congress."""
    node, term = evidence_of(row), term_iri(row.term)
    congress = event_iri("dai-hoi", row.term)
    yield Draft(node, term, TYPE, cas.CongressTerm)
    yield Draft(node, term, LABEL, text(f"khóa {row.term}", "vi"))
    yield Draft(node, congress, TYPE, cas.Congress)
    yield Draft(node, congress, LABEL, text(f"Đại hội đại biểu toàn quốc lần thứ {row.term}", "vi"))
    yield Draft(node, congress, cas.term, term)
    days = (
        (term, cas.startsOn, row.start),
        (term, cas.endsOn, row.end),
        (congress, cas.startsOn, row.congress_opened),
        (congress, cas.endsOn, row.congress_closed),
    )
    for subject, predicate, day in days:
        if day is not None:
            yield Draft(node, subject, predicate, when(day))


def about_central_body(row: CentralBodyRow, context: Context) -> Iterator[Draft]:
    """Yield a body; rows that are patterns of local bodies (`{province}`) yield nothing."""
    if "{" in row.name_vi:
        return
    began = row.valid_from.earliest if row.valid_from else None
    node, body = evidence_of(row), context.directory.body(row.name_vi, on=began)
    yield from about_body(node, body)
    yield Draft(node, body.iri, LABEL, text(row.name_en, "en"))
    if row.code:
        yield Draft(node, body.iri, cas.code, text(row.code))
    for spelling in row.aliases:
        yield Draft(node, body.iri, cas.alias, text(spelling, "vi"))
    for predicate, day in ((cas.validFrom, row.valid_from), (cas.validTo, row.valid_to)):
        if day is not None:
            yield Draft(node, body.iri, predicate, when(day))
    heir = _successor(row, context)
    if heir is not None:
        yield Draft(node, body.iri, cas.successor, heir)


def _successor(row: CentralBodyRow, context: Context) -> str | None:
    """Return the body named, by name or code, as successor; None when several bear the code."""
    if row.successor is None:
        return None
    named = {
        other.name_vi
        for other in context.register.central_bodies
        if row.successor in (other.code, other.name_vi) and other.name_vi != row.name_vi
    }
    # Of several bodies of that name in turn, the one that there was when this one had ended.
    after = row.valid_to.latest + timedelta(days=1) if row.valid_to else None
    return context.directory.body(named.pop(), on=after).iri if len(named) == 1 else None


def about_official_row(row: OfficialRow, context: Context) -> Iterator[Draft]:
    """Yield a person's holding of a post."""
    day = row.held_from.earliest if row.held_from else None
    seen = row.seen_on[0].earliest if row.seen_on else None
    body = context.directory.body(row.body_vi, on=day or seen)
    interval = (row.held_from, row.held_to)
    yield from about_tenure(evidence_of(row), row.name, row.post_vi, body, interval, row.seen_on)


def about_scope(row: ScopeRow, pointers: Pointers, context: Context) -> Iterator[Draft]:
    """Yield to which units a document is addressed."""
    node, document = evidence_of(row), pointers.get(row.document)
    if document is None:
        return
    if row.kind is ScopeKind.UNIT and row.value:
        unit = context.gazetteer.unit(row.value, row.document.issued.earliest)
        if unit is not None:
            yield Draft(node, document, cas.appliesTo, unit.iri)
        return
    name = row.value or COAST
    yield Draft(node, document, cas.appliesTo, region_iri(name))
    yield Draft(node, region_iri(name), LABEL, text(name, "vi"))
