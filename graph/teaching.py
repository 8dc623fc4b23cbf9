"""What a decision on a claim writes into the register of the store's own.

A decision that says which document the words of a text mean says so for later texts as well: a
document's right number, or a name, an alias, a nickname of it. It is kept with the decision, in the
graph of reviews: so it is exported and imported with it, outlives a reading of its text anew, goes
when the decision is taken back, and is erased with the source that it was made on.

Only what can be known again is written. A printed number that was read as another document's is
a slip of that text: nothing follows from it for others. A reading that prints its number in full
and is accepted says nothing that is not printed. Documents without a number, and those below the
provinces, are known by their own texts alone. Of persons nothing is written.
"""

from __future__ import annotations

from pyoxigraph import DefaultGraph, NamedNode
from pyoxigraph import Literal as RdfLiteral

from graph.extract.reviewed import names_nobody, printed_number, tells_apart
from graph.folding import clean
from graph.model import Claim, Decision, Literal, PartialDate, Taught, Verdict
from graph.numbers import kind_of, parse_number
from graph.rdf import value_of
from graph.resolve.identity import UNKNOWN, DocumentKey, is_document, is_reference
from graph.resolve.names import type_words
from graph.review import under
from graph.store.protocol import Reader
from ontology import terms as cas

_FACTS = DefaultGraph()
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_LOWEST = 2  # segments of the series of a province


def taught_by(reader: Reader, claim: Claim, decision: Decision) -> Taught | None:
    """Return what a decision says of a name for other texts as well; None where it says nothing.

    Parameters
    ----------
    reader : the store before the decision.
    claim : the claim as its source makes it.
    decision : what is decided on it.
    """
    amounting = under(claim, decision)
    if amounting is None:
        return None
    corrected = decision.verdict is Verdict.CORRECTED
    said = _said(reader, claim, amounting, corrected=corrected)
    if said is None or not is_document(said[1]):
        return None
    name, key = clean(said[0]), DocumentKey.parse(said[1])
    number = _number(reader, amounting, key, corrected=corrected)
    if number is None or len(key.series) > _LOWEST or key.period == UNKNOWN:
        return None
    if not _tells(name, number) or (not corrected and number in name):
        return None
    return Taught(
        name,
        said[1],
        number,
        _type(reader, said[1]),
        _day(reader, said[1], cas.issued),
        min(filter(names_nobody, _texts(reader, said[1], cas.title)), default=None),
        _day(reader, claim.source, cas.published),
        decision.at.date(),
    )


def _said(
    reader: Reader, claim: Claim, amounting: Claim, *, corrected: bool
) -> tuple[str, str] | None:
    """Return the name that a claim speaks of and the document it means, as decided."""
    value = amounting.object
    if amounting.predicate == cas.mentions and isinstance(value, str):
        return (claim.surface, value) if claim.surface else None
    if amounting.predicate == cas.alias and isinstance(value, Literal):
        return value.text, amounting.subject
    if amounting.predicate == cas.number and isinstance(value, Literal):
        return (value.text, amounting.subject) if corrected else None
    for was, now in ((claim.subject, amounting.subject), (claim.object, value)):
        if isinstance(was, str) and isinstance(now, str) and is_reference(was) and was != now:
            label = min(_texts(reader, was, _LABEL), default=None)
            return (label, now) if label else None
    return None


def _number(reader: Reader, claim: Claim, key: DocumentKey, *, corrected: bool) -> str | None:
    """Return the right number of a document: the one decided on, else what its address says."""
    if corrected and claim.predicate == cas.number and isinstance(claim.object, Literal):
        told = clean(claim.object.text)
        parsed = parse_number(told)
        return told if parsed and parsed.issuer_code else None
    fitting = (text for text in _texts(reader, key.iri, cas.number) if _bears(text, key))
    return min(fitting, default=None)


def _bears(number: str, key: DocumentKey) -> bool:
    parsed = parse_number(number)
    if parsed is None or parsed.issuer_code is None or parsed.numeral != key.numeral:
        return False
    if parsed.type_code is None:  # the number of a law has none
        return parsed.year is not None and str(parsed.year) == key.period
    return kind_of(None, parsed.type_code) == key.kind


def _tells(name: str, number: str) -> bool:
    """Tell whether a name can mean a document elsewhere: by that number, or in words of its own."""
    printed = printed_number(name)
    return tells_apart(name) if printed is None else _agrees(printed, number)


def _agrees(printed: str, number: str) -> bool:
    """Tell whether what a text prints, short or in full, can be the right number."""
    if printed.isdigit():
        parsed = parse_number(number)
        return parsed is not None and parsed.numeral == printed.lstrip("0")
    one, other = parse_number(printed), parse_number(number)
    if one is None or other is None or one.numeral != other.numeral:
        return False
    return kind_of(None, one.type_code) == kind_of(None, other.type_code)


def _type(reader: Reader, document: str) -> str | None:
    found = reader.quads(NamedNode(document), NamedNode(cas.documentType), None, _FACTS)
    words = (type_words(one.object.value)[0] for one in found if isinstance(one.object, NamedNode))
    return min((word for word in words if word), default=None)


def _day(reader: Reader, thing: str, predicate: str) -> PartialDate | None:
    """Return a day of a thing; None where it has none, or several that differ."""
    days = _texts(reader, thing, predicate)
    return PartialDate.parse(next(iter(days))) if len(days) == 1 else None


def _texts(reader: Reader, thing: str, predicate: str) -> frozenset[str]:
    found = reader.quads(NamedNode(thing), NamedNode(predicate), None, _FACTS)
    values = (value_of(one.object) for one in found if isinstance(one.object, RdfLiteral))
    return frozenset(value.text for value in values if isinstance(value, Literal))
