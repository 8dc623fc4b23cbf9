"""What the register knows, as the gazetteers that reading a text asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from graph.extract.gazetteer import (
    Knowledge,
    KnownAlias,
    KnownBody,
    KnownDocument,
    KnownOfficial,
    KnownPlenum,
    KnownProvince,
    KnownTerm,
    ReviewedName,
)
from graph.extract.reviewed import name_key
from graph.folding import slug
from graph.model import Level, Taught
from graph.numbers import parse_number
from graph.records import CentralDocumentRow, Pointer, Register, TermRow, UnitKind
from graph.resolve.identity import DocumentKey
from graph.resolve.series import level_of_series
from ontology import lexicon


def knowledge_of(register: Register, taught: Iterable[Taught] = ()) -> Knowledge:
    """Return the gazetteers of a register; the order of its rows does not matter.

    Parameters
    ----------
    register : the rows.
    taught : what reviewers said of names, beside it: the register of a store's own. Documents of
        the Centre that only they know are known then as well, under their numbers.

    Returns
    -------
    The same object for the same register and reviewed names, in one process.
    """
    documents = {row.pointer: _document(row) for row in register.central_documents}
    reviewed = _reviewed(taught, tuple(documents.values()), register)
    knowledge = Knowledge(
        documents=(*documents.values(), *_only_reviewed(reviewed, documents.values())),
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
        reviewed=reviewed,
    )
    return _first_made(knowledge)


@lru_cache(maxsize=8)
def _first_made(knowledge: Knowledge) -> Knowledge:
    """Return, of equal ones, that which was made first.

    What reading keeps by knowledge is looked up at every citation: with two that are equal and not
    the same, each look compares all that they know, which tripled the cost of reading.
    """
    return knowledge


def _reviewed(
    taught: Iterable[Taught], known: tuple[KnownDocument, ...], register: Register
) -> tuple[ReviewedName, ...]:
    """Return reviewed names with their documents: those of the register where it has them."""
    provinces = {slug(row.name): row.name for row in register.provinces}
    by_number: dict[str, list[KnownDocument]] = {}
    for document in known:
        by_number.setdefault((document.number or "").upper(), []).append(document)
    found = set()
    for one in taught:
        key = DocumentKey.parse(one.document)
        made = _taught_document(one, key, provinces)
        same = (row for row in by_number.get(one.number.upper(), ()) if _is_same(row, made, key))
        found.add(ReviewedName(name_key(one.name), next(same, made), one.said_on, one.on))
    return tuple(sorted(found, key=repr))


def _taught_document(one: Taught, key: DocumentKey, provinces: Mapping[str, str]) -> KnownDocument:
    local = len(key.series) > 1
    return KnownDocument(
        number=one.number,
        type_vi=one.type_vi,
        issuer=None,
        level=level_of_series(key.series),
        province=provinces.get(key.series[1]) if local else None,
        term=key.period_name if key.by_term and not local else None,
        issued=one.issued,
        title=one.title,
    )


def _is_same(row: KnownDocument, made: KnownDocument, key: DocumentKey) -> bool:
    if made.province is not None or (key.dated and row.issued != key.dated):
        return False
    return row.term == made.term if key.by_term else row.term is None


def _only_reviewed(
    reviewed: Iterable[ReviewedName], known: Iterable[KnownDocument]
) -> list[KnownDocument]:
    """Return the documents of the Centre that the register does not have, sorted."""
    central = {one.document for one in reviewed if one.document.province is None} - set(known)
    return sorted(central, key=repr)


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
