"""A page of what is said of a thing, laid out for readers: by property, both ways, with names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from graph.errors import Text
from graph.linked.description import Piece
from graph.linked.names import NamedThing, Names
from graph.store.protocol import Reader
from ontology import terms as cas

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABELS = frozenset({f"{_RDFS}label", f"{_SKOS}prefLabel"})
_DEFINITION = f"{_SKOS}definition"


@dataclass(frozen=True, slots=True)
class Words:
    """A literal as it is shown: its text, and the language it is said to be in."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """What stands at the other end of one property: things by name, texts as they are."""

    iri: str
    values: tuple[NamedThing | Words, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """One page about a thing: what it is, what is said of it and what is said towards it."""

    iri: str
    name: Text
    kinds: tuple[NamedThing, ...]
    definition: Text | None
    outgoing: tuple[Property, ...]
    incoming: tuple[Property, ...]
    number: int
    more: bool


def thing_of(reader: Reader, piece: Piece) -> Thing:
    """Return a page of a description for readers."""
    names, thing = Names(reader), NamedNode(piece.iri)
    own = [triple for triple in piece.triples if triple.subject == thing]
    kinds = [t.object for t in own if t.predicate.value == _TYPE]
    left = [t for t in own if t.predicate.value not in {_TYPE, _DEFINITION, *_LABELS}]
    towards = [t for t in piece.triples if t.object == thing]
    return Thing(
        iri=piece.iri,
        name=names.told(piece.iri) or _told_in(own, _LABELS) or names.shown(piece.iri),
        kinds=tuple(
            NamedThing(kind.value, names.shown(kind.value))
            for kind in kinds
            if isinstance(kind, NamedNode)
        ),
        definition=_told_in(own, {_DEFINITION}),
        outgoing=_by_property(names, ((t.predicate.value, t.object) for t in left)),
        incoming=_by_property(names, ((t.predicate.value, t.subject) for t in towards)),
        number=piece.number,
        more=piece.more,
    )


def _by_property(names: Names, ends: Iterable[tuple[str, object]]) -> tuple[Property, ...]:
    grouped: dict[str, list[NamedThing | Words]] = defaultdict(list)
    for predicate, end in ends:
        if isinstance(end, NamedNode):
            grouped[predicate].append(NamedThing(end.value, names.shown(end.value)))
        elif isinstance(end, Literal):
            grouped[predicate].append(Words(end.value, end.language))
    order = {predicate: place for place, predicate in enumerate(cas.LABELS)}
    return tuple(
        Property(predicate, tuple(dict.fromkeys(values)))
        for predicate, values in sorted(
            grouped.items(), key=lambda item: (order.get(item[0], len(order)), item[0])
        )
    )


def _told_in(triples: Iterable[Triple], predicates: Iterable[str]) -> Text | None:
    """Return a text that is told in one language or two."""
    wanted = set(predicates)
    found = {
        triple.object.language or "vi": triple.object.value
        for triple in triples
        if triple.predicate.value in wanted and isinstance(triple.object, Literal)
    }
    if not found:
        return None
    vi = found.get("vi") or next(iter(found.values()))
    return Text(vi, found.get("en") or vi)
