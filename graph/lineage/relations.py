"""Which relations make lineage, and the edges between documents in the facts."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.lineage.facts import FACTS, Facts
from ontology import terms as cas

#: What `restsOn` is made of, most specific first: a more specific one hides the one it implies.
LINEAGE = (cas.guides, cas.continues, cas.implements, cas.basedOn)
_IMPLIED = {cas.guides: cas.implements, cas.continues: cas.implements}

#: Relations between documents that a page lists, in the order in which it does.
RELATIONS = (
    cas.implements,
    cas.continues,
    cas.guides,
    cas.basedOn,
    cas.replaces,
    cas.repeals,
    cas.suspends,
    cas.amends,
    cas.corrects,
    cas.consolidates,
    cas.concludes,
    cas.reviews,
    cas.linkedWith,
)


def children(facts: Facts, document: str) -> list[str]:
    """Return the documents that rest on a document."""
    return facts.subjects(cas.restsOn, document)


def parents(facts: Facts, document: str) -> list[str]:
    """Return the documents that a document rests on."""
    return facts.objects(document, cas.restsOn)


def lineage_between(facts: Facts, child: str, parent: str) -> tuple[str, ...]:
    """Return the local names of the relations by which a child rests on its parent."""
    found = {
        quad.predicate.value
        for quad in facts.reader.quads(NamedNode(child), None, NamedNode(parent), FACTS)
    }
    implied = {_IMPLIED[predicate] for predicate in found if predicate in _IMPLIED}
    return tuple(local(p) for p in LINEAGE if p in found and p not in implied)


def local(predicate: str) -> str:
    """Return the local name of a property."""
    return predicate.removeprefix(cas.ONTOLOGY)
