"""Documents as answers show them, and the one that a spelling means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import AmbiguousDocument, NotFound, Text
from graph.folding import bare, clean
from graph.lineage.facts import Facts, date_of, text_of
from graph.model import Document, Level, Literal, Verification
from graph.resolve.identity import DocumentKey, is_document
from graph.resolve.names import spelling, type_words
from graph.resolve.numbers import PrintedNumber, kind_of, parse_number
from graph.store.protocol import Reader
from ontology import lexicon
from ontology import terms as cas

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_PATH = re.compile(r"/?(?:id/)?((?:document|reference)/\S+)")
_TERM = re.compile(r"(?:khóa |khoá )?([IVXL]+)", re.IGNORECASE)
_NUMBERED = "/document/"
_MANY = 200


def documents(reader: Reader, iris: Iterable[str]) -> dict[str, Document]:
    """Return the documents (or unresolved references) at these addresses.

    Parameters
    ----------
    reader : one generation of the store.
    iris : addresses; one that the store does not know is left out.
    """
    facts = Facts(reader)
    found = {iri: document_of(facts, iri) for iri in dict.fromkeys(iris)}
    return {iri: document for iri, document in found.items() if document is not None}


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
        spelling=(key and spelling(key, number, unit_name, issued, issuers)) or iri,
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


def _reference_name(word: str | None, number: str | None) -> str:
    return " ".join(part for part in (word or "Văn bản", number or "(chưa rõ số)"))


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
    found = [document_of(facts, iri) for iri in list(iris)[:_MANY]]
    fitting = [
        document
        for document in found
        if document is not None and all(_fits(document, selector) for selector in selectors)
    ]
    return tuple(sorted(fitting, key=_order))


def _order(document: Document) -> tuple[int, str, str]:
    level = list(Level).index(document.level) if document.level else len(Level)
    return level, str(document.issued or "9999"), document.iri


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A number asked for, and the kind that its type word or code says."""

    number: PrintedNumber
    kind: str | None


def _numbered(facts: Facts, head: str) -> list[str]:
    """Return the documents that bear a number, with or without the word of its type."""
    wanted = _wanted(head)
    if wanted is None:
        return []
    iris = facts.subjects(cas.numeral, Literal(wanted.number.numeral))
    return [iri for iri in iris if _bears(DocumentKey.parse(iri), wanted)]


def _wanted(head: str) -> _Wanted | None:
    word, rest = _without_type(head)
    number = parse_number(rest)
    if number is None:
        return None
    kind = kind_of(word, number.type_code) if word or number.type_code else None
    return _Wanted(number, kind)


def _without_type(head: str) -> tuple[str | None, str]:
    """Split `Nghị quyết số 57-NQ/TW` into the word of the type and the number."""
    folded = bare(head)
    for row in sorted(lexicon.DOCUMENT_TYPES, key=lambda row: -len(row.vi)):
        word = bare(row.vi)
        if folded.startswith(word + " "):
            rest = head[len(word) :].strip()
            return row.vi, re.sub(r"^số\s+", "", rest, flags=re.IGNORECASE)
    return None, head


def _bears(key: DocumentKey, wanted: _Wanted) -> bool:
    if wanted.kind is not None and key.kind != wanted.kind:
        return False
    number = wanted.number
    if number.year is not None and not key.by_term and key.period != str(number.year):
        return False
    code = number.issuer_code
    return code is None or key.series[0].split(".")[0] == bare(code)


def _called(facts: Facts, head: str) -> list[str]:
    """Return the documents that bear a name, tone marks optional."""
    folded = _fold_name(head)
    return sorted(
        {iri for iri, name in facts.texts(cas.alias) if _fold_name(name) == folded}
        & {iri for iri, _ in facts.texts(cas.numeral)}
    )


def _fold_name(name: str) -> str:
    return re.sub(r"[\s()“”\"',.]+", " ", bare(name)).strip()


def _fits(document: Document, selector: str) -> bool:
    """Tell whether a document is of a term, year, date, province or issuer."""
    if not selector:
        return True
    term = _TERM.fullmatch(selector)
    if term and document.unit is None:
        return document.term == term[1].upper()
    if re.fullmatch(r"\d{4}-\d{4}", selector):
        return document.term == selector
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", selector):
        issued = str(document.issued or "")
        return issued == selector or issued.startswith(selector + "-") or document.term == selector
    place = bare(selector)
    named = [document.unit or "", *document.issuers]
    return any(bare(name) == place for name in named) or (
        document.unit is not None
        and bare(document.unit) == re.sub(r"^(tinh|thanh pho|tp\.?) ", "", place)
    )
