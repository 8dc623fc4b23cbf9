"""From claims to facts: every accepted statement once, one value where only one can be true.

Pure functions. The facts of a subject depend on the claims about that subject alone, so a change
of a source recomputes only the subjects it speaks of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from graph.folding import bare
from graph.model import Claim, Literal, Modality, Verification
from graph.resolve.identity import (
    DocumentKey,
    is_document,
    is_local_body,
    is_reference,
    source_iri,
    term_iri,
)
from graph.resolve.names import document_label, type_class
from graph.resolve.series import level_concept, level_of_series, unit_of_series
from ontology import terms as cas

Triple = tuple[str, str, str | Literal]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_Standing = tuple[bool, bool, int, bool]
_DOCUMENTS = source_iri("register-central-documents")
_DATES = {"date", "gYearMonth", "gYear"}


def facts_about(
    subject: str, claims: Iterable[Claim], parents: Mapping[str, str]
) -> frozenset[Triple]:
    """Return the facts that the claims about one subject support.

    Parameters
    ----------
    subject : address of the thing spoken of.
    claims : every standing claim whose subject it is.
    parents : body -> the body above it; a source that names the committee and one that names its
        standing board do not contradict each other.
    """
    by_predicate: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality is Modality.DONE:
            by_predicate[claim.predicate].append(claim)
    facts: set[Triple] = set()
    for predicate, supporting in by_predicate.items():
        facts |= _facts_of_predicate(subject, predicate, supporting, parents)
    if facts and is_document(subject):
        facts |= set(_derived(subject, facts, by_predicate))
    return frozenset(_with_generalisations(facts))


def _facts_of_predicate(
    subject: str, predicate: str, claims: list[Claim], parents: Mapping[str, str]
) -> set[Triple]:
    if all(claim.declined for claim in claims):
        return {(subject, cas.disputed, predicate)}
    if predicate in cas.SINGLE_VALUED:
        chosen = {best_value(claims)}
        judging = [claim for claim in claims if not _paraphrase(claim)]
        disputed = any(not agree(next(iter(chosen)), claim.object) for claim in judging)
    elif predicate == cas.issuedBy:
        chosen, disputed = _issuers(claims, parents)
    else:
        chosen = {c.object for c in claims if not c.declined and _may_stand(subject, predicate, c)}
        disputed = any(claim.declined for claim in claims)
    facts: set[Triple] = {(subject, predicate, value) for value in chosen}
    return facts | ({(subject, cas.disputed, predicate)} if disputed else set())


def _may_stand(subject: str, predicate: str, claim: Claim) -> bool:
    """Tell whether a claim may make a fact: a relation with an unresolved reference makes none."""
    if predicate != cas.cites and cas.cites not in cas.SUPER_PROPERTIES.get(predicate, ()):
        return True
    return not is_reference(subject) and not is_reference(_text(claim.object))


def _paraphrase(claim: Claim) -> bool:
    """Tell whether a claim words something freely: a newspaper's title disputes no other one."""
    return claim.predicate == cas.title and claim.verification is Verification.ARTICLE


def best_value(claims: Iterable[Claim]) -> str | Literal:
    """Return the one value that becomes the fact.

    What a reviewer accepted comes first, what the register decided against last; better founded
    wins; then the register of documents, then what more rows say, then the more precise, then the
    spelling, so that the order of loading never matters.
    """
    by_value: dict[str | Literal, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_value[claim.object].append(claim)

    def standing(value: str | Literal) -> tuple[_Standing, int, int, str]:
        supporting = by_value[value]
        text = _text(value)
        return min(map(_standing, supporting)), -len(supporting), -len(text), text

    best = min(by_value, key=standing)
    finer = [
        value
        for value, supporting in by_value.items()
        if _refines(value, best) and not all(claim.declined for claim in supporting)
    ]
    return min(finer, key=standing) if finer else best


def _standing(claim: Claim) -> _Standing:
    """Return how a claim stands against others; the smallest wins."""
    return (
        not claim.accepted,
        claim.declined,
        claim.verification.rank,
        claim.source != _DOCUMENTS,
    )


def agree(one: str | Literal, other: str | Literal) -> bool:
    """Tell whether two values can both be true: equal but for spelling, one finer or fuller."""
    if one == other or _refines(one, other) or _refines(other, one):
        return True
    if not isinstance(one, Literal) or not isinstance(other, Literal):
        return False
    shorter, longer = sorted((bare(one.text), bare(other.text)), key=len)
    return one.datatype not in _DATES and bool(shorter) and shorter in longer


def _refines(finer: str | Literal, coarser: str | Literal) -> bool:
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


def _issuers(claims: list[Claim], parents: Mapping[str, str]) -> tuple[set[str | Literal], bool]:
    """Return the issuers named by the best founded row, and whether another row differs."""
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        rows[claim.evidence].append(claim)
    named: dict[frozenset[str | Literal], list[Claim]] = defaultdict(list)
    for row in rows.values():
        named[frozenset(claim.object for claim in row)] += row

    def standing(issuers: frozenset[str | Literal]) -> tuple[_Standing, int, list[str]]:
        supporting = named[issuers]
        return min(map(_standing, supporting)), -len(supporting), sorted(map(_text, issuers))

    chosen = min(named, key=standing)
    disputed = any(not _same_house(chosen, issuers, parents) for issuers in named)
    return set(chosen), disputed


def _same_house(
    one: frozenset[str | Literal], other: frozenset[str | Literal], parents: Mapping[str, str]
) -> bool:
    """Tell whether two sets of issuers are one, or a committee beside its own board."""
    if one <= other or other <= one:
        return True
    pairs = [(str(a), str(b)) for a in one for b in other]
    return any(is_local_body(a) and (parents.get(a) == b or parents.get(b) == a) for a, b in pairs)


def _derived(
    subject: str, facts: set[Triple], claims: Mapping[str, list[Claim]]
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
    if cas.term not in claims and key.by_term:
        yield subject, cas.term, term_iri(key.period, unit and unit.rsplit("/", 1)[-1])
    best = min(
        (claim.verification for field in _IDENTIFYING for claim in claims.get(field, ())),
        key=lambda verification: verification.rank,
        default=Verification.UNVERIFIED,
    )
    yield subject, cas.verification, Literal(best.value)
    yield subject, _LABEL, Literal(document_label(key, _values(facts)), language="vi")


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


def _text(value: str | Literal) -> str:
    return value if isinstance(value, str) else value.text


def _order(fact: Triple) -> tuple[str, str, str]:
    return fact[0], fact[1], _text(fact[2])
