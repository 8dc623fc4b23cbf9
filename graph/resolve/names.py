"""Names of documents for people, and the spelling that selects one on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.folding import slug
from graph.model import PartialDate
from graph.resolve.identity import DocumentKey
from ontology import lexicon
from ontology import terms as cas

_OF_PROVINCE = 2  # segments of a series of provincial level
_CONCEPTS = {row.iri: row for row in lexicon.DOCUMENT_TYPES}


def type_words(concept: str | None) -> tuple[str | None, str | None]:
    """Return the word of a type in Vietnamese and in English."""
    row = _CONCEPTS.get(concept or "")
    return (row.vi, row.en) if row else (None, None)


def type_class(concept: str) -> str | None:
    """Return the class of a type's concept."""
    row = _CONCEPTS.get(concept)
    return row.class_iri if row else None


def document_label(key: DocumentKey, value: Callable[[str], str | None]) -> str:
    """Return the short name of a document: `Nghị quyết 57-NQ/TW`.

    Parameters
    ----------
    key : its key.
    value : gives the fact of a property as text, None if there is none.
    """
    word = type_words(value(cas.documentType))[0] or "Văn bản"
    number = value(cas.number)
    if number:
        return f"{word} {number}" if "/" in number else f"{word} số {number}"
    if key.series == ("dh",):
        return f"{word} Đại hội {key.period.upper()} của Đảng"
    return f"{word} (chưa rõ số)"


def spelling(
    key: DocumentKey,
    number: str | None,
    unit_name: str | None,
    issued: PartialDate | None,
    issuers: Sequence[str],
) -> str | None:
    """Return what selects a document and no other: `57-NQ/TW@XIII`, `06-CTr/TU@Hà Nội@2025-2030`.

    None where only the address does: without a number, or below the province without an issuer. A
    province whose name an earlier one bore is told apart by the day.
    """
    if number is None:
        return None
    below = len(key.series) > _OF_PROVINCE
    place = issuers[0] if below and issuers else unit_name
    if below and not issuers:
        return None
    namesake = unit_name is not None and key.series[1] != slug(unit_name)
    period = str(key.dated or "") or (str(issued or "") if namesake else key.period_name or "")
    if namesake and not issued:
        return None
    return "@".join(part for part in (number, place, period) if part)
