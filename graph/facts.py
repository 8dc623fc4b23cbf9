"""From claims to facts: every accepted statement once, one value where only one can be true.

Pure functions. The facts of a subject depend on the claims about that subject alone, so a change
of a source recomputes only the subjects it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from graph.folding import bare
from graph.model import Claim, Literal, Verification
from graph.resolve.identity import (
    DocumentKey,
    is_document,
    is_local_body,
    is_reference,
    term_iri,
)
from graph.resolve.names import document_label, type_class
from graph.resolve.series import level_concept, level_of_series, unit_of_series
from graph.support import Counts, Standing, Support, Value
from ontology import terms as cas

Triple = tuple[str, str, Value]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_DATES = {"date", "gYearMonth", "gYear"}
_ARTICLE = Verification.ARTICLE.rank
_RATED = {one.rank: one.value for one in Verification}


def facts_about(
    subject: str, claims: Iterable[Claim] | Support, parents: Mapping[str, str]
) -> frozenset[Triple]:
    """Return the facts that the claims about one subject support.

    Parameters
    ----------
    subject : address of the thing spoken of.
    claims : every standing claim whose subject it is, or what they come to.
    parents : body -> the body above it; a source that names the committee and one that names its
        standing board do not contradict each other.
    """
    support = claims if isinstance(claims, Support) else Support(claims)
    facts: set[Triple] = set()
    for predicate, values in support.values.items():
        if predicate == cas.issuedBy:
            facts |= _issued_by(subject, values, support.issuers, parents)
        else:
            facts |= _facts_of_predicate(subject, predicate, values)
    if facts and is_document(subject):
        facts |= set(_derived(subject, facts, support.values))
    return frozenset(_with_generalisations(facts))


def _facts_of_predicate(
    subject: str, predicate: str, values: Mapping[Value, Counts]
) -> set[Triple]:
    if all(map(_declined, values.values())):
        return {(subject, cas.disputed, predicate)}
    if predicate in cas.SINGLE_VALUED:
        best = best_value(values)
        judging = (value for value, of in values.items() if not _paraphrase(predicate, of))
        return _told(subject, predicate, {best}, any(not agree(best, value) for value in judging))
    chosen = {
        value
        for value, of in values.items()
        if not _declined(of) and _may_stand(subject, predicate, value)
    }
    disputed = any(declined for of in values.values() for _, declined, _, _ in of)
    return _told(subject, predicate, chosen, disputed)


def _issued_by(
    subject: str,
    values: Mapping[Value, Counts],
    named: Mapping[frozenset[Value], Counts],
    parents: Mapping[str, str],
) -> set[Triple]:
    if all(map(_declined, values.values())):
        return {(subject, cas.disputed, cas.issuedBy)}
    chosen, disputed = _issuers(named, parents)
    return _told(subject, cas.issuedBy, chosen, disputed)


def _told(subject: str, predicate: str, chosen: Iterable[Value], disputed: bool) -> set[Triple]:
    facts: set[Triple] = {(subject, predicate, value) for value in chosen}
    return facts | ({(subject, cas.disputed, predicate)} if disputed else set())


def _declined(of: Counts) -> bool:
    """Tell whether nobody but declined claims says something."""
    return all(declined for _, declined, _, _ in of)


def _may_stand(subject: str, predicate: str, value: Value) -> bool:
    """Tell whether a claim may make a fact: a relation with an unresolved reference makes none."""
    if predicate != cas.cites and cas.cites not in cas.SUPER_PROPERTIES.get(predicate, ()):
        return True
    return not is_reference(subject) and not is_reference(_text(value))


def _paraphrase(predicate: str, of: Counts) -> bool:
    """Tell whether something is only worded freely: a newspaper's title disputes no other one."""
    return predicate == cas.title and all(rank == _ARTICLE for _, _, rank, _ in of)


def best_value(values: Mapping[Value, Counts]) -> Value:
    """Return the one value that becomes the fact.

    What a reviewer accepted comes first, what the register decided against last; better founded
    wins; then the register of documents, then what more rows say, then the more precise, then the
    spelling, so that the order of loading never matters.
    """

    def standing(value: Value) -> tuple[Standing, int, int, str]:
        text = _text(value)
        return min(values[value]), -sum(values[value].values()), -len(text), text

    best = min(values, key=standing)
    finer = [value for value, of in values.items() if _refines(value, best) and not _declined(of)]
    return min(finer, key=standing) if finer else best


def agree(one: Value, other: Value) -> bool:
    """Tell whether two values can both be true: equal but for spelling, one finer or fuller."""
    if one == other or _refines(one, other) or _refines(other, one):
        return True
    if not isinstance(one, Literal) or not isinstance(other, Literal):
        return False
    shorter, longer = sorted((bare(one.text), bare(other.text)), key=len)
    return one.datatype not in _DATES and bool(shorter) and shorter in longer


def _refines(finer: Value, coarser: Value) -> bool:
    """Tell whether one date, or one type of document, is a more precise form of the other."""
    if isinstance(finer, str) and isinstance(coarser, str):
        kind, wider = type_class(finer), type_class(coarser)
        return kind is not None and wider in cas.SUPER_CLASSES.get(kind, ())
    if not (isinstance(finer, Literal) and isinstance(coarser, Literal)):
        return False
    return (
        {finer.datatype, coarser.datatype} <= _DATES
        and finer != coarser
        and finer.text.startswith(coarser.text + "-")
    )


def _issuers(
    named: Mapping[frozenset[Value], Counts], parents: Mapping[str, str]
) -> tuple[frozenset[Value], bool]:
    """Return the issuers named by the best founded row, and whether another row differs."""

    def standing(issuers: frozenset[Value]) -> tuple[Standing, int, list[str]]:
        of = named[issuers]
        return min(of), -sum(of.values()), sorted(map(_text, issuers))

    chosen = min(named, key=standing)
    disputed = any(not _same_house(chosen, issuers, parents) for issuers in named)
    return chosen, disputed


def _same_house(one: frozenset[Value], other: frozenset[Value], parents: Mapping[str, str]) -> bool:
    """Tell whether two sets of issuers are one, or a committee beside its own board."""
    if one <= other or other <= one:
        return True
    pairs = [(str(a), str(b)) for a in one for b in other]
    return any(is_local_body(a) and (parents.get(a) == b or parents.get(b) == a) for a, b in pairs)


def _derived(
    subject: str, facts: set[Triple], values: Mapping[str, Mapping[Value, Counts]]
) -> Iterator[Triple]:
    """Yield what follows from the key of a document and from its facts, without a claim."""
    key = DocumentKey.parse(subject)
    yield subject, _TYPE, cas.Document
    concepts = (value for _, predicate, value in facts if predicate == cas.documentType)
    for kind in filter(None, (type_class(_text(concept)) for concept in concepts)):
        yield subject, _TYPE, kind
    yield subject, cas.numeral, Literal(key.numeral)
    yield subject, cas.typeCode, Literal(key.kind)
    yield subject, cas.level, level_concept(level_of_series(key.series))
    unit = unit_of_series(key.series)
    if unit:
        yield subject, cas.unit, unit
    if cas.term not in values and key.by_term:
        yield subject, cas.term, term_iri(key.period, unit and unit.rsplit("/", 1)[-1])
    ranks = (
        rank
        for field in _IDENTIFYING
        for of in values.get(field, {}).values()
        for _, _, rank, _ in of
    )
    best = min(ranks, default=Verification.UNVERIFIED.rank)
    yield subject, cas.verification, Literal(_RATED[best])
    yield subject, _LABEL, Literal(document_label(key, _values(facts)), "langString", "vi")


def _values(facts: set[Triple]) -> Callable[[str], str | None]:
    found = {predicate: _text(value) for _, predicate, value in sorted(facts, key=_order)}
    return found.get


def _with_generalisations(facts: set[Triple]) -> Iterator[Triple]:
    """Yield the facts with their super-properties and super-classes."""
    for subject, predicate, value in facts:
        yield subject, predicate, value
        for broader in cas.SUPER_PROPERTIES.get(predicate, ()):
            if broader not in _NEVER_MATERIALISED:
                yield subject, broader, value
        if predicate == _TYPE and isinstance(value, str):
            for broader in cas.SUPER_CLASSES.get(value, ()):
                yield subject, _TYPE, broader


#: Fields whose claims tell how well the document itself is founded; a relation can be better.
_IDENTIFYING = (cas.number, cas.documentType, cas.issued, cas.title)
#: Closures of lineage: queries write `restsOn+`.
_NEVER_MATERIALISED = {cas.descendsFrom, cas.cascadesTo}


def _text(value: Value) -> str:
    return value if isinstance(value, str) else value.text


def _order(fact: Triple) -> tuple[str, str, str]:
    return fact[0], fact[1], _text(fact[2])
