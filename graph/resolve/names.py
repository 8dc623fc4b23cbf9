"""Names of documents for people, and the spelling that selects one on the command line."""

from __future__ import annotations

from collections.abc import Callable

from graph.model import PartialDate
from graph.resolve.identity import DocumentKey
from ontology import lexicon
from ontology import terms as cas

#: What stands in a name for a number that nobody prints.
NO_NUMBER = "(chưa rõ số)"
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
    return f"{word} {NO_NUMBER}"


def spelling(
    key: DocumentKey,
    number: str | None,
    place: str | None,
    issued: PartialDate | None,
    *,
    namesakes: bool,
) -> str | None:
    """Return what selects a document and no other: `57-NQ/TW@XIII`, `06-CTr/TU@Hà Nội@2025-2030`.

    None where only the address does: without a number, or in a place that cannot be named.

    Parameters
    ----------
    key : its key.
    number : its printed number.
    place : name of the province, or of the issuer below it.
    issued : its date.
    namesakes : several provinces bore the name one after the other: only the day tells them apart.
    """
    if number is None or (len(key.series) > 1 and place is None) or (namesakes and issued is None):
        return None
    period = str(key.dated or "") or (str(issued) if namesakes else key.period_name or "chưa rõ")
    return "@".join(part for part in (number, place, period) if part)
