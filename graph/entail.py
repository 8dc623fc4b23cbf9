"""What follows from the facts: inverses and the classes that the ontology defines.

The rules equal what HermiT finds on a sample (tests). Each looks at a document and its direct
neighbours, so a change entails anew only what it touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from graph.facts import Triple
from ontology import terms as cas

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LEVEL = cas.DATA + "level/"
_LOCAL = {_LEVEL + level for level in ("province", "district", "commune", "grassroots")}

#: Property -> its inverse, a symmetric one its own, for those that are materialised; closures of
#: lineage never are.
INVERSE_OF = {
    one: other
    for pair in cas.INVERSES
    for one, other in (pair, pair[::-1])
    if cas.descendsFrom not in pair
} | {one: one for one in cas.SYMMETRIC}


class Neighbours(Protocol):
    """The facts around a document."""

    def outgoing(self, subject: str, predicate: str) -> frozenset[str]:
        """Return the addresses that a subject points at."""
        ...

    def incoming(self, value: str, predicate: str) -> Iterable[str]:
        """Return the subjects that point at an address; no more are looked up than are taken."""
        ...


def inverses(facts: Iterable[Triple]) -> Iterator[Triple]:
    """Yield each fact of an invertible property the other way round."""
    for subject, predicate, value in facts:
        if predicate in INVERSE_OF and isinstance(value, str):
            yield value, INVERSE_OF[predicate], subject


def defined_classes(document: str, facts: Neighbours) -> Iterator[Triple]:
    """Yield the defined classes that a document belongs to."""
    types = facts.outgoing(document, _TYPE)
    if cas.Document not in types:
        return
    levels = facts.outgoing(document, cas.level)
    if _LEVEL + "central" in levels:
        yield document, _TYPE, cas.CentralDocument
    if levels & _LOCAL:
        yield document, _TYPE, cas.LocalDocument
    if cas.ActionProgram in types and _LEVEL + "province" in levels:
        yield document, _TYPE, cas.ProvincialActionProgram
    if _any(facts.incoming(document, cas.replaces)):
        yield document, _TYPE, cas.ReplacedDocument
    if _any(facts.incoming(document, cas.implements)):
        yield document, _TYPE, cas.ImplementedDocument
    bases = facts.outgoing(document, cas.restsOn)
    if any(_any(facts.incoming(base, cas.replaces)) for base in bases):
        yield document, _TYPE, cas.RestsOnReplaced


def touched_by(facts: Iterable[Triple], around: Neighbours) -> frozenset[str]:
    """Return the documents whose defined classes may change with these facts.

    A document's own facts count, those pointing at it, and for a replaced document also whatever
    rests on it.
    """
    touched: set[str] = set()
    for subject, predicate, value in facts:
        touched.add(subject)
        if isinstance(value, str) and predicate in (cas.replaces, cas.implements):
            touched.add(value)
        if isinstance(value, str) and predicate == cas.replaces:
            touched.update(around.incoming(value, cas.restsOn))
    return frozenset(touched)


def _any(subjects: Iterable[str]) -> bool:
    """Tell whether there is one, looking no farther: a resolution has thousands."""
    return next(iter(subjects), None) is not None
