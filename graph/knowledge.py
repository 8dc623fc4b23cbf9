"""What the register knows, as the gazetteers that reading a text asks for."""

from __future__ import annotations

from graph.extract.gazetteer import (
    Knowledge,
    KnownAlias,
    KnownBody,
    KnownDocument,
    KnownOfficial,
    KnownPlenum,
    KnownProvince,
    KnownTerm,
)
from graph.model import Level
from graph.numbers import parse_number
from graph.records import CentralDocumentRow, Pointer, Register, TermRow, UnitKind
from ontology import lexicon


def knowledge_of(register: Register) -> Knowledge:
    """Return the gazetteers of a register; the order of its rows does not matter."""
    documents = {row.pointer: _document(row) for row in register.central_documents}
    return Knowledge(
        documents=tuple(documents.values()),
        aliases=tuple(
            KnownAlias(row.alias, _named(row.members, documents), documents.get(row.default))
            if row.default
            else KnownAlias(row.alias, _named(row.members, documents))
            for row in register.alias_defaults
        ),
        plenums=tuple(
            KnownPlenum(
                row.term, row.plenum, row.held_from, row.held_to, _named(row.documents, documents)
            )
            for row in register.plenums
        ),
        terms=tuple(KnownTerm(row.term, row.start, row.end) for row in _terms(register)),
        provinces=tuple(
            KnownProvince(
                row.name, row.aliases, row.kind is UnitKind.CITY, row.valid_from, row.valid_to
            )
            for row in register.provinces
        ),
        bodies=tuple(
            KnownBody(row.name_vi, row.aliases, row.level, row.kind, row.valid_from, row.valid_to)
            for row in register.central_bodies
        ),
        officials=_officials(register),
    )


def _document(row: CentralDocumentRow) -> KnownDocument:
    return KnownDocument(
        number=row.number,
        type_vi=row.type_vi,
        issuer=row.issuer_vi,
        level=_level(row),
        province=None,
        term=row.term,
        issued=row.issued,
        title=row.title_vi,
        aliases=row.aliases,
    )


def _level(row: CentralDocumentRow) -> Level:
    """Return the level that the code of the number tells; without a number, central."""
    number = parse_number(row.number) if row.number else None
    code = number.issuer_code if number else None
    levels = {known.level for known in lexicon.ISSUER_CODES if known.code == code}
    return Level.MINISTRY if levels == {Level.MINISTRY} else Level.CENTRAL


def _named(
    pointers: tuple[Pointer, ...], documents: dict[Pointer, KnownDocument]
) -> tuple[KnownDocument, ...]:
    return tuple(documents[pointer] for pointer in pointers if pointer in documents)


def _terms(register: Register) -> list[TermRow]:
    return sorted(register.terms, key=lambda row: row.start)


def _officials(register: Register) -> tuple[KnownOfficial, ...]:
    central = (
        KnownOfficial(row.name, row.post_vi, row.body_vi, row.held_from, row.held_to)
        for row in register.officials
    )
    local = (
        KnownOfficial(row.name, row.post_vi, row.body_vi, row.as_of, row.as_of)
        for row in register.provincial_officials
    )
    return (*central, *local)
