"""Who is responsible for a document: three kinds that are never merged.

Who signed it; who is assigned in a text; who held the leading post of the issuing or implementing
body on a day. Who chaired a conference is none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from graph.days import today
from graph.lineage.evidence import evidence_of, said_about, sort_evidence
from graph.lineage.facts import Facts
from graph.lineage.leading import leaderships
from graph.model import (
    Assignment,
    Document,
    Evidence,
    Leadership,
    PartialDate,
    Responsibility,
    Signing,
)
from graph.store.protocol import Reader
from ontology import terms as cas

#: Relations of a document to bodies, and what these are to it.
ROLES = ((cas.issuedBy, "issuing"), (cas.implementedBy, "implementing"))


def responsible(reader: Reader, document: Document, *, on: date | None = None) -> Responsibility:
    """Return who is responsible for a document, by kind.

    Parameters
    ----------
    reader : one generation of the store.
    document : the document.
    on : the day for the leading posts; None: the day of issue, or today when that is not known
        to the day.
    """
    facts = Facts(reader)
    issued = document.issued
    day = on or (issued.earliest if issued and issued.exact else today())
    return Responsibility(
        document=document,
        on=day,
        signed=tuple(_signed(facts, document.iri)),
        assigned=tuple(_assigned(facts, document.iri)),
        leading=tuple(_leading(facts, document.iri, day)),
    )


def _signed(facts: Facts, iri: str) -> Iterator[Signing]:
    for person, evidence in _told(facts, iri, cas.signedBy).items():
        yield Signing(facts.label(person), person, sort_evidence(evidence))


def _told(facts: Facts, iri: str, predicate: str) -> dict[str, list[Evidence]]:
    """Return what sources tie to a document by a property, in the order of addresses."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for one in said_about(facts, iri):
        if one.predicate == predicate and isinstance(one.object, str) and not one.declined:
            found[one.object].append(one.evidence)
    return dict(sorted(found.items()))


def _assigned(facts: Facts, iri: str) -> Iterator[Assignment]:
    for who, evidence in _told(facts, iri, cas.assignedTo).items():
        yield from by_role(facts, who, "assignedTo", evidence)
    for person in facts.subjects(cas.responsibleFor, iri):
        evidence_ = evidence_of(facts, person, iri, (cas.responsibleFor,))
        yield from by_role(facts, person, "responsibleFor", evidence_)


def by_role(
    facts: Facts, who: str, predicate: str, evidence: Iterable[Evidence]
) -> Iterator[Assignment]:
    """Yield one assignment for each role and deadline that a source gives.

    Parameters
    ----------
    facts : facts of the store.
    who : address of who is charged.
    predicate : local name of the relation by which it is stated.
    evidence : of all of it.
    """
    groups: dict[tuple[str | None, str | None], list[Evidence]] = defaultdict(list)
    for one in evidence:
        groups[_stated(facts, one, cas.role), _stated(facts, one, cas.deadline)].append(one)
    for (role, deadline), group in sorted(groups.items(), key=lambda item: str(item[0])):
        day = PartialDate.parse(deadline) if deadline else None
        yield Assignment(facts.label(who), who, predicate, role, day, sort_evidence(group))


def _stated(facts: Facts, evidence: Evidence, predicate: str) -> str | None:
    """Return what stands on the claim itself."""
    claim, graph = NamedNode(evidence.claim), NamedNode(evidence.source)
    found = facts.reader.quads(claim, NamedNode(predicate), None, graph)
    return next((q.object.value for q in found if isinstance(q.object, RdfLiteral)), None)


def _leading(facts: Facts, iri: str, on: date) -> Iterator[Leadership]:
    for predicate, role in ROLES:
        for body in facts.objects(iri, predicate):
            yield from leaderships(facts, body, role, on)
