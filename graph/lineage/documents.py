"""Documents as answers show them, and the one that a spelling means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.errors import AmbiguousDocument, NotFound, Text
from graph.folding import bare, clean
from graph.lineage.facts import Facts, date_of, text_of
from graph.model import Document, Level, Literal, PartialDate, Verification
from graph.numbers import PrintedNumber, kind_of, parse_number
from graph.resolve.identity import DocumentKey, is_document
from graph.resolve.names import NO_NUMBER, document_label, spelling, type_words
from graph.resolve.series import level_of_series, unit_of_series
from graph.store.protocol import Reader
from ontology import lexicon
from ontology import terms as cas

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_PATH = re.compile(r"/?(?:id/)?((?:document|reference)/[^\s<>\"{}|\\^`]+)")
_KIND_WORD = re.compile(r"^(?:tinh|thanh pho|tp\.?) ")
_UNKNOWN = "chưa rõ"
_PROVINCIAL = 2  # segments of a series of provincial level


def documents(reader: Reader, iris: Iterable[str]) -> dict[str, Document]:
    """Return the documents (or unresolved references) at these addresses.

    Parameters
    ----------
    reader : one generation of the store.
    iris : addresses; one that the store does not know is left out.
    """
    facts, wanted = Facts(reader), list(dict.fromkeys(iris))
    read_documents(facts, wanted)
    found = {iri: document_of(facts, iri) for iri in wanted}
    return {iri: document for iri, document in found.items() if document is not None}


def read_documents(facts: Facts, iris: Iterable[str]) -> None:
    """Read together what `document_of` tells of some documents."""
    told = tuple(iris)
    facts.read_subjects(told)
    facts.read_labels(
        str(thing)
        for iri in told
        for predicate in (cas.issuedBy, cas.unit)
        for thing in facts.of(iri).get(predicate, ())
    )


def document_of(facts: Facts, iri: str) -> Document | None:
    """Return one document with its names read; None when the store does not know it."""
    about = facts.of(iri)
    if not about:
        return None
    word = type_words(text_of(about.get(cas.documentType)))
    number = text_of(about.get(cas.number))
    issuers = sorted(facts.label(str(body)) for body in about.get(cas.issuedBy, ()))
    unit = text_of(about.get(cas.unit))
    level = text_of(about.get(cas.level))
    issued = date_of(about.get(cas.issued))
    key = DocumentKey.parse(iri) if is_document(iri) else None
    unit_name = facts.label(unit) if unit else None
    return Document(
        iri=iri,
        name=text_of(about.get(_LABEL)) or _reference_name(word[0], number),
        spelling=(key and _spelling(facts, key, number, unit_name, issuers, issued))
        or iri.removeprefix(cas.DATA),
        number=number,
        type_vi=word[0],
        type_en=word[1],
        level=Level(level.rsplit("/", 1)[-1]) if level else None,
        unit=unit_name,
        unit_iri=unit,
        term=key.period_name if key else None,
        issuers=tuple(issuers),
        issued=issued,
        title=text_of(about.get(cas.title)),
        verification=Verification(text_of(about.get(cas.verification)) or Verification.UNVERIFIED),
        disputed=tuple(
            sorted(str(p).removeprefix(cas.ONTOLOGY) for p in about.get(cas.disputed, ()))
        ),
        unresolved=key is None,
    )


def unstated_document(iri: str) -> Document:
    """Return a document of which nothing is stated any more: what its address says of it."""
    key = DocumentKey.parse(iri)
    return Document(
        iri=iri,
        name=document_label(key, lambda _: None),
        spelling=iri.removeprefix(cas.DATA),
        number=None,
        type_vi=None,
        type_en=None,
        level=level_of_series(key.series),
        unit=None,
        unit_iri=unit_of_series(key.series),
        term=key.period_name,
        issuers=(),
        issued=None,
        title=None,
        verification=Verification.UNVERIFIED,
    )


def _spelling(
    facts: Facts,
    key: DocumentKey,
    number: str | None,
    unit_name: str | None,
    issuers: list[str],
    issued: PartialDate | None,
) -> str | None:
    of_province = len(key.series) <= _PROVINCIAL
    place = unit_name if of_province else next(iter(issuers), None)
    namesakes = unit_name is not None and facts.bearers(unit_name) > 1
    return spelling(key, number, place, issued, namesakes=namesakes and of_province)


def _reference_name(word: str | None, number: str | None) -> str:
    return " ".join(part for part in (word or "Văn bản", number or NO_NUMBER))


def find_document(reader: Reader, text: str) -> Document:
    """Return the document that a spelling means.

    Parameters
    ----------
    reader : one generation of the store.
    text : a number, an alias or an address, made precise by `@term`, `@year`, `@date`,
        `@province` in any order: `18-NQ/TW@XII`, `06-CTr/TU@Hà Nội@2026`.

    Raises
    ------
    AmbiguousDocument : several documents bear it; each is listed with what selects it.
    NotFound : none does.
    """
    facts = Facts(reader)
    candidates = candidates_of(facts, text)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise AmbiguousDocument(text, tuple(document.spelling for document in candidates))
    raise NotFound(
        Text(f"không tìm thấy văn bản “{text}”", f"no document “{text}” was found"),
        remedy=Text(
            "kiểm tra số, hoặc tìm bằng: cascade find TỪ_KHÓA",
            "check the number, or search with: cascade find WORDS",
        ),
    )


def candidates_of(facts: Facts, text: str) -> tuple[Document, ...]:
    """Return every document that a spelling can mean, central ones first, by date."""
    head, *selectors = (part.strip() for part in clean(text).split("@"))
    path = _PATH.fullmatch(head.removeprefix(cas.DATA))
    if path:
        iris: Iterable[str] = [cas.DATA + path[1]]
    else:
        iris = _numbered(facts, head) or _called(facts, head)
    found = [document for iri in iris if (document := document_of(facts, iri)) is not None]
    fitting = _selected(facts, found, selectors, heirs=False)
    return tuple(sorted(fitting or _selected(facts, found, selectors, heirs=True), key=_order))


def _selected(
    facts: Facts, documents: list[Document], selectors: list[str], *, heirs: bool
) -> list[Document]:
    """Return the documents that every selector fits; with `heirs` also by what became of places."""
    return [
        document
        for document in documents
        if all(_fits(facts, document, selector, heirs=heirs) for selector in selectors)
    ]


def _order(document: Document) -> tuple[int, str, str]:
    level = list(Level).index(document.level) if document.level else len(Level)
    return level, str(document.issued or "9999"), document.iri


def _numbered(facts: Facts, head: str) -> list[str]:
    """Return the documents that bear a number, with or without the word of its type."""
    word, rest = _without_type(head)
    number = parse_number(rest)
    if number is None:
        return []
    kind = kind_of(word, number.type_code) if word or number.type_code else None
    iris = facts.subjects(cas.numeral, Literal(number.numeral))
    return [
        iri
        for iri in iris
        if _bears(DocumentKey.parse(iri), number, kind) or _prints(facts, iri, number)
    ]


def _without_type(head: str) -> tuple[str | None, str]:
    """Split `Nghị quyết số 57-NQ/TW` into the word of the type and the number."""
    folded = bare(head)
    for row in sorted(lexicon.DOCUMENT_TYPES, key=lambda row: -len(row.vi)):
        word = bare(row.vi)
        if folded.startswith(word + " "):
            rest = head[len(word) :].strip()
            return row.vi, re.sub(r"^số\s+", "", rest, flags=re.IGNORECASE)
    return None, head


def _bears(key: DocumentKey, number: PrintedNumber, kind: str | None) -> bool:
    """Tell whether a key fits what is printed of a number."""
    if kind is not None and key.kind != kind:
        return False
    if number.year is not None and not key.by_term and key.period != str(number.year):
        return False
    code = number.issuer_code
    return code is None or key.series[0].split(".")[0] == bare(code)


def _prints(facts: Facts, iri: str, number: PrintedNumber) -> bool:
    """Tell whether a document prints just this number (provinces write CT for a program)."""
    printed = text_of(facts.of(iri).get(cas.number))
    return printed is not None and bare(printed) == bare(number.printed)


def _called(facts: Facts, head: str) -> list[str]:
    """Return the documents that bear a name, tone marks optional."""
    folded = _fold_name(head)
    return sorted(
        {iri for iri, name in facts.texts(cas.alias) if _fold_name(name) == folded}
        & {iri for iri, _ in facts.texts(cas.numeral)}
    )


def _fold_name(name: str) -> str:
    return re.sub(r"[\s()“”\"',.]+", " ", bare(name)).strip()


def _fits(facts: Facts, document: Document, selector: str, *, heirs: bool) -> bool:
    """Tell whether a document is of a term, year, date, province or issuer."""
    if not selector:
        return True
    folded = bare(selector)
    if folded in (bare(document.term or _UNKNOWN), f"khoa {bare(document.term or '')}"):
        return True
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", selector):
        issued = str(document.issued or "")
        return issued == selector or issued.startswith(selector + "-") or document.term == selector
    if heirs and document.unit_iri:
        after = {bare(facts.label(h)) for h in facts.objects(document.unit_iri, cas.mergedInto)}
        return bool({folded, _KIND_WORD.sub("", folded)} & after)
    return bool({folded, _KIND_WORD.sub("", folded)} & _places(facts, document))


def _places(facts: Facts, document: Document) -> set[str]:
    """Return, folded, every name of a document's issuers and province."""
    bodies = facts.objects(document.iri, cas.issuedBy)
    units = [document.unit_iri] if document.unit_iri else []
    told = [facts.label(thing) for thing in (*bodies, *units)]
    aliases = [
        alias
        for thing in (*bodies, *units)
        for alias in facts.of(thing).get(cas.alias, ())
        if isinstance(alias, Literal)
    ]
    return {bare(name) for name in (*told, *(alias.text for alias in aliases))}
