"""Facts of one thing, as answers need them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import DefaultGraph, NamedNode
from pyoxigraph import Literal as RdfLiteral

from graph.model import Literal, PartialDate
from graph.rdf import value_of
from graph.review import Decisions, decisions_in
from graph.store.protocol import Reader

FACTS = DefaultGraph()
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_LANGUAGE = "vi"


class Facts:
    """The facts of a store, read on demand; labels are read once.

    Parameters
    ----------
    reader : one generation of a store.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._labels: dict[str, str] = {}
        self._bearers: dict[str, int] = {}

    @cached_property
    def decisions(self) -> Decisions:
        """Return what reviewers decided on claims."""
        return decisions_in(self.reader)

    def of(self, subject: str) -> dict[str, list[str | Literal]]:
        """Return every fact of a subject by property."""
        found: dict[str, list[str | Literal]] = {}
        for quad in self.reader.quads(subject=NamedNode(subject), graph=FACTS):
            found.setdefault(quad.predicate.value, []).append(value_of(quad.object))
        return found

    def objects(self, subject: str, predicate: str) -> list[str]:
        """Return the addresses a subject points at, sorted."""
        quads = self.reader.quads(NamedNode(subject), NamedNode(predicate), None, FACTS)
        return sorted(q.object.value for q in quads if isinstance(q.object, NamedNode))

    def subjects(self, predicate: str, value: str | Literal) -> list[str]:
        """Return the subjects that have a value, sorted."""
        target = NamedNode(value) if isinstance(value, str) else RdfLiteral(value.text)
        quads = self.reader.quads(None, NamedNode(predicate), target, FACTS)
        return sorted(q.subject.value for q in quads if isinstance(q.subject, NamedNode))

    def texts(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield every subject of a property with each of its values as text."""
        for quad in self.reader.quads(None, NamedNode(predicate), None, FACTS):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, RdfLiteral):
                yield quad.subject.value, quad.object.value

    def label(self, subject: str) -> str:
        """Return the Vietnamese name of a thing, or its address when it has none."""
        if subject not in self._labels:
            quads = self.reader.quads(NamedNode(subject), _LABEL, None, FACTS)
            names = [quad.object for quad in quads if isinstance(quad.object, RdfLiteral)]
            own = sorted(name.value for name in names if name.language == _LANGUAGE)
            self._labels[subject] = next(iter(own), subject)
        return self._labels[subject]

    def bearers(self, name: str) -> int:
        """Return how many administrative units bear a name, one after the other or at once."""
        if name not in self._bearers:
            named = self.reader.quads(None, _LABEL, RdfLiteral(name, language=_LANGUAGE), FACTS)
            units = [quad.subject for quad in named if "/unit/" in str(quad.subject)]
            self._bearers[name] = len(units)
        return self._bearers[name]


def text_of(values: list[str | Literal] | None) -> str | None:
    """Return the single value of a property as text; None when there is none."""
    if not values:
        return None
    value = min(values, key=str)
    return value if isinstance(value, str) else value.text


def date_of(values: list[str | Literal] | None) -> PartialDate | None:
    """Return the single value of a property as a date."""
    told = text_of(values)
    return PartialDate.parse(told) if told else None
