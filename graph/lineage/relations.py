"""Which relations make lineage, and the edges between documents in the facts."""

from __future__ import annotations

from graph.lineage.facts import Facts
from graph.lineage.index.arrays import BIT
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


def names_of(relations: int) -> tuple[str, ...]:
    """Return the local names of the relations of lineage among the bits of an edge.

    A more specific one stands for the one that it implies.
    """
    found = {relation for relation in LINEAGE if relations & BIT[relation]}
    implied = {_IMPLIED[relation] for relation in found if relation in _IMPLIED}
    return tuple(local(relation) for relation in LINEAGE if relation in found - implied)


def local(predicate: str) -> str:
    """Return the local name of a property."""
    return predicate.removeprefix(cas.ONTOLOGY)
