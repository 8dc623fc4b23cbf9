"""Everything the graph says of one document: values, relations, standing, namesakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from graph.lineage.documents import candidates_of, document_of
from graph.lineage.evidence import Said, evidence_of, mentions_of, said_about, sort_evidence
from graph.lineage.facts import Facts, text_of
from graph.lineage.relations import RELATIONS, local
from graph.lineage.standing import standing_on
from graph.model import Description, Document, Edge, Figure, Literal, Value
from graph.resolve.identity import is_document
from graph.resolve.names import type_words
from graph.store.protocol import Reader
from ontology import terms as cas

#: Fields of a document in the order in which a page shows them.
FIELDS = (
    cas.number,
    cas.documentType,
    cas.issuedBy,
    cas.issued,
    cas.effective,
    cas.expires,
    cas.title,
    cas.term,
    cas.signedBy,
    cas.adoptedAt,
    cas.appliesTo,
    cas.alias,
    cas.note,
)


#: Sentences that name a document, at most so many on its page.
MENTIONS = 50


def describe(
    reader: Reader,
    document: Document,
    *,
    on: date,
    known_on: date | None = None,
    strict: bool = False,
) -> Description:
    """Return everything the graph says of a document.

    Parameters
    ----------
    reader : one generation of the store.
    document : the document, or an unresolved reference.
    on : the day for its standing.
    known_on : take its standing as known at the end of that day; all else is as known now.
    strict : assume no effective date where none is stated.
    """
    facts = Facts(reader)
    said = list(said_about(facts, document.iri))
    mentions, mentioned = mentions_of(facts, document.iri, MENTIONS)
    return Description(
        document=document,
        standing=standing_on(facts, document.iri, on, known_on=known_on, strict=strict),
        values=_values(facts, document.iri, said),
        outgoing=_outgoing(facts, document, said),
        incoming=_incoming(facts, document),
        same_number=_same_number(facts, document),
        candidates=_present(facts, facts.objects(document.iri, cas.candidate)),
        figures=_figures(facts, document.iri),
        mentions=mentions,
        mentioned=mentioned,
    )


def _values(
    facts: Facts, iri: str, said: Iterable[Said]
) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """Return each field with its values, the fact first, each with what supports it."""
    claims: dict[str, dict[str | Literal, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        if one.predicate in FIELDS or one.declined:
            claims[one.predicate][one.object].append(one)
    about = facts.of(iri)
    ordered = [*FIELDS, *sorted(set(claims) - set(FIELDS))]
    return tuple(
        (local(field), _sorted(facts, claims[field], about.get(field, [])))
        for field in ordered
        if field in claims
    )


def values_of(facts: Facts, iri: str, field: str) -> tuple[Value, ...]:
    """Return every value that sources give a field of a document, the fact first.

    Parameters
    ----------
    facts : facts of the store.
    iri : address of the document.
    field : address of the property.
    """
    claims: dict[str | Literal, list[Said]] = defaultdict(list)
    for one in said_about(facts, iri):
        if one.predicate == field:
            claims[one.object].append(one)
    return _sorted(facts, claims, facts.of(iri).get(field, []))


def _sorted(
    facts: Facts, claims: dict[str | Literal, list[Said]], chosen: list[str | Literal]
) -> tuple[Value, ...]:
    values = [
        Value(
            text=shown_value(facts, value),
            chosen=value in chosen and not _overruled(supporting),
            evidence=sort_evidence(one.evidence for one in supporting),
        )
        for value, supporting in claims.items()
    ]
    return tuple(sorted(values, key=lambda v: (not v.chosen, -len(v.evidence), v.text)))


def _overruled(said: Iterable[Said]) -> bool:
    """Tell whether reviewers decided against all of these claims."""
    decisions = (one.evidence.decision for one in said)
    return all(decision is not None and decision.overrules for decision in decisions)


def shown_value(facts: Facts, value: str | Literal) -> str:
    """Return a value for people: the text, or the name of the thing."""
    if isinstance(value, Literal):
        return value.text
    if is_document(value):
        document = document_of(facts, value)
        return document.name if document else value
    return type_words(value)[0] or facts.label(value)


def _outgoing(facts: Facts, document: Document, said: Iterable[Said]) -> tuple[Edge, ...]:
    supporting: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in said:
        if one.predicate in RELATIONS and isinstance(one.object, str) and not one.declined:
            supporting[one.predicate, one.object].append(one)
    edges = [
        Edge(document, local(predicate), other, sort_evidence(one.evidence for one in group))
        for (predicate, iri), group in supporting.items()
        if (other := document_of(facts, iri)) is not None
    ]
    return _by_relation(edges, lambda edge: edge.object)


def _incoming(facts: Facts, document: Document) -> tuple[Edge, ...]:
    edges = [
        Edge(other, local(predicate), document, evidence)
        for predicate in RELATIONS
        for iri in facts.subjects(predicate, document.iri)
        if (evidence := evidence_of(facts, iri, document.iri, (predicate,)))
        and (other := document_of(facts, iri)) is not None
    ]
    return _by_relation(edges, lambda edge: edge.subject)


def _by_relation(edges: list[Edge], other: Callable[[Edge], Document]) -> tuple[Edge, ...]:
    order = [local(predicate) for predicate in RELATIONS]

    def place(edge: Edge) -> tuple[int, str, str]:
        document = other(edge)
        return order.index(edge.predicate), str(document.issued or "9999"), document.iri

    return tuple(sorted(edges, key=place))


def _figures(facts: Facts, iri: str) -> tuple[Figure, ...]:
    """Return the figures reported under a document, in the order of source and sentence."""
    found = []
    for result in facts.subjects(cas.aboutDocument, iri):
        about = facts.of(result)
        bodies = facts.objects(result, cas.aboutBody)
        found.append(
            Figure(
                iri=result,
                value=text_of(about.get(cas.value)) or "",
                unit=text_of(about.get(cas.unitOfMeasure)) or "",
                qualifier=text_of(about.get(cas.qualifier)),
                period=text_of(about.get(cas.period)),
                body=facts.label(bodies[0]) if bodies else None,
                evidence=evidence_of(facts, result, iri, (cas.aboutDocument,)),
            )
        )
    return tuple(sorted(found, key=_figure_order))


def _figure_order(figure: Figure) -> tuple[str, str, str]:
    first = figure.evidence[0] if figure.evidence else None
    return first.source if first else "", (first.quote or "") if first else "", figure.iri


def _same_number(facts: Facts, document: Document) -> tuple[Document, ...]:
    if document.number is None:
        return ()
    found = candidates_of(facts, document.number)
    return tuple(other for other in found if other.iri != document.iri)


def _present(facts: Facts, iris: Iterable[str]) -> tuple[Document, ...]:
    found = (document_of(facts, iri) for iri in iris)
    return tuple(document for document in found if document is not None)
