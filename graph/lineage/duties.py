"""Three kinds of responsibility seen from a body or an official; never merged, as for a document.

What was signed is in `graph.lineage.acts`. Here: with what somebody is charged in a text, and of
which documents the issuing or implementing body was led on the day of issue, from known days only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.lineage.acts import SHOWN, by_day
from graph.lineage.documents import documents
from graph.lineage.evidence import evidence_of
from graph.lineage.facts import Facts
from graph.lineage.leading import leaderships, posts_of
from graph.lineage.responsibility import ROLES, by_role
from graph.model import Assignment, Document, Leadership, PartialDate, PostHeld, Tenure
from graph.store.protocol import Reader
from ontology import terms as cas

_STATED = (cas.assignedTo, cas.implementedBy)  # by a document, of somebody
_DATE = "http://www.w3.org/2001/XMLSchema#date"
_ON = f"""SELECT DISTINCT ?d ?i ?b ?r {{
    VALUES ?i {{ $days }} VALUES ?b {{ $bodies }} VALUES ?r {{ $roles }}
    ?d <{cas.issued}> ?i ; ?r ?b
}} ORDER BY ?i ?d LIMIT {SHOWN}"""
_WITHIN = f"""SELECT DISTINCT ?d ?i ?b ?r {{
    VALUES ?b {{ $bodies }} VALUES ?r {{ $roles }}
    ?d ?r ?b ; <{cas.issued}> ?i
    FILTER (DATATYPE(?i) = <{_DATE}> && ?i >= $first && ?i <= $last)
}} ORDER BY ?i ?d LIMIT {SHOWN}"""


@dataclass(frozen=True, slots=True)
class Charge:
    """A document that charges somebody with a task, and how."""

    document: Document
    assignment: Assignment


@dataclass(frozen=True, slots=True)
class Led:
    """A document whose issuing or implementing body somebody led on the day of issue.

    `leading` tells the body and its role, `tenure` how it is known that the post was held then.
    """

    document: Document
    leading: Leadership
    tenure: Tenure


def charged_with(reader: Reader, who: str) -> tuple[Charge, ...]:
    """Return what a body or an official is charged with in texts, by day; at most `SHOWN`.

    Parameters
    ----------
    reader : one generation of the store.
    who : address of the body or the official.
    """
    facts = Facts(reader)
    told = [(iri, predicate) for predicate in _STATED for iri in facts.subjects(predicate, who)]
    told += [(iri, cas.responsibleFor) for iri in facts.objects(who, cas.responsibleFor)]
    known = documents(reader, (iri for iri, _ in told[:SHOWN]))
    found = [
        Charge(known[iri], assignment)
        for iri, predicate in told[:SHOWN]
        if iri in known
        for assignment in _assignments(facts, who, iri, predicate)
    ]
    return tuple(sorted(found, key=lambda one: by_day(one.document)))


def _assignments(facts: Facts, who: str, document: str, predicate: str) -> Iterator[Assignment]:
    ends = (who, document) if predicate == cas.responsibleFor else (document, who)
    evidence = evidence_of(facts, *ends, (predicate,))
    return by_role(facts, who, predicate.removeprefix(cas.ONTOLOGY), evidence)


def led_by(reader: Reader, official: str, held: Iterable[PostHeld]) -> tuple[Led, ...]:
    """Return the documents of bodies that an official is known to have led on the day of issue.

    Parameters
    ----------
    reader : one generation of the store.
    official : address of the official.
    held : the posts, as known.
    """
    facts = Facts(reader)
    roles = dict(ROLES)

    @cache
    def leading(body: str, role: str, on: date) -> tuple[Leadership, ...]:
        return tuple(leaderships(facts, body, role, on))

    places = dict.fromkeys(place for post in held for place in _documents_under(facts, post))
    known = documents(reader, (place[0] for place in islice(places, SHOWN)))
    found = [
        Led(known[iri], one, tenure)
        for iri, on, body, predicate in islice(places, SHOWN)
        if iri in known
        for one in leading(body, roles[predicate], on)
        for tenure in one.holders
        if tenure.iri == official
    ]
    return tuple(sorted(found, key=lambda one: by_day(one.document)))


def _documents_under(facts: Facts, held: PostHeld) -> Iterator[tuple[str, date, str, str]]:
    """Yield documents issued while a leading post may have been held, with the day and the body."""
    if held.post_iri not in {post.iri for post in posts_of(facts, held.body_iri)}:
        return
    # A committee's leading post counts for its boards as well.
    bodies = [held.body_iri, *facts.subjects(cas.parent, held.body_iri)]
    bound = {"$bodies": _terms(bodies), "$roles": _terms(predicate for predicate, _ in ROLES)}
    days = [_day(day) for day in held.held_on if day.exact]
    if days:
        yield from _rows(facts.reader, _ON, bound | {"$days": " ".join(days)})
    if held.starts and held.ends:
        first, last = str(held.starts.latest), str(held.ends.earliest)
        span = {"$first": _day(first), "$last": _day(last)}
        yield from _rows(facts.reader, _WITHIN, bound | span)


def _rows(reader: Reader, text: str, bound: dict[str, str]) -> Iterator[tuple[str, date, str, str]]:
    for name, terms in bound.items():
        text = text.replace(name, terms)
    answer = reader.query(text)
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        document, day, body, role = (row[name] for name in ("d", "i", "b", "r"))
        assert isinstance(document, NamedNode) and isinstance(day, Literal)  # noqa: PT018
        yield document.value, date.fromisoformat(day.value), body.value, role.value


def _terms(addresses: Iterable[str]) -> str:
    return " ".join(str(NamedNode(one)) for one in addresses)


def _day(day: PartialDate | str) -> str:
    return str(Literal(str(day), datatype=NamedNode(_DATE)))
