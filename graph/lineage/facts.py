"""Facts of one thing, as answers need them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from pyoxigraph import DefaultGraph, NamedNode
from pyoxigraph import Literal as RdfLiteral

from graph.lineage.batches import matches
from graph.lineage.stored import Link, StoredClaim, places_between, stored_claims
from graph.model import Decision, Literal, PartialDate
from graph.rdf import value_of
from graph.review import corrections_to, decision_on
from graph.store.graphs import REVIEW
from graph.store.protocol import Reader

FACTS = DefaultGraph()
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_LANGUAGE = "vi"


class Facts:
    """The facts of a store, read on demand; labels, whole subjects and links are read once.

    Who knows what it will ask for has it read together before, which is several times quicker.

    Parameters
    ----------
    reader : one generation of a store.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._labels: dict[str, str] = {}
        self._bearers: dict[str, int] = {}
        self._subjects: dict[str, dict[str, list[str | Literal]]] = {}
        self._links: dict[Link, tuple[StoredClaim, ...]] = {}

    def read_subjects(self, subjects: Iterable[str]) -> None:
        """Read every fact of some subjects together, for `of`."""
        wanted = [one for one in dict.fromkeys(subjects) if one not in self._subjects]
        self._subjects.update({one: {} for one in wanted})
        keys = [(one,) for one in wanted]
        for at, (predicate, value) in matches(self.reader, keys, "?s", "?s ?p ?o", "?p ?o"):
            assert isinstance(predicate, NamedNode)
            found = self._subjects[wanted[at]]
            found.setdefault(predicate.value, []).append(value_of(value))

    def read_labels(self, subjects: Iterable[str]) -> None:
        """Read the names of some subjects together, for `label`."""
        wanted = [one for one in dict.fromkeys(subjects) if one not in self._labels]
        found: dict[str, list[Literal]] = defaultdict(list)
        keys, pattern = [(one,) for one in wanted], f"?s {_LABEL} ?name"
        for at, (told,) in matches(self.reader, keys, "?s", pattern, "?name"):
            name = value_of(told)
            if isinstance(name, Literal):
                found[wanted[at]].append(name)
        self._labels.update({one: _vietnamese(found[one], one) for one in wanted})

    def read_links(self, links: Iterable[Link]) -> None:
        """Read the claims that relate some things together, for `claims_between`."""
        wanted = [one for one in dict.fromkeys(links) if one not in self._links]
        places = places_between(self.reader, wanted)
        claims = stored_claims(self.reader, (one for found in places.values() for one in found))
        self.read_labels(source for _, source in claims)
        self._links.update({link: tuple(claims[one] for one in places[link]) for link in wanted})

    def claims_between(self, subject: str, value: str) -> tuple[StoredClaim, ...]:
        """Return the claims that relate a subject to another thing, whatever the relation."""
        if (subject, value) not in self._links:
            self.read_links([(subject, value)])
        return self._links[subject, value]

    def decision(self, claim: str) -> Decision | None:
        """Return what a reviewer decided on a claim, None while nobody has."""
        return decision_on(self.reader, claim) if self._reviewed else None

    def corrections(self, subject: str) -> list[Decision]:
        """Return the decisions that corrected a claim to speak of a subject."""
        return corrections_to(self.reader, subject) if self._reviewed else []

    @cached_property
    def _reviewed(self) -> bool:
        return any(self.reader.quads(graph=NamedNode(REVIEW)))

    def of(self, subject: str) -> dict[str, list[str | Literal]]:
        """Return every fact of a subject by property; not to be changed."""
        if subject not in self._subjects:
            found = self._subjects[subject] = {}
            for quad in self.reader.quads(subject=NamedNode(subject), graph=FACTS):
                found.setdefault(quad.predicate.value, []).append(value_of(quad.object))
        return self._subjects[subject]

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
            self._labels[subject] = _vietnamese(self._names(subject), subject)
        return self._labels[subject]

    def _names(self, subject: str) -> Iterator[Literal]:
        known = self._subjects.get(subject)
        if known is None:
            quads = self.reader.quads(NamedNode(subject), _LABEL, None, FACTS)
            told = [value_of(quad.object) for quad in quads]
        else:
            told = known.get(_LABEL.value, [])
        return (name for name in told if isinstance(name, Literal))

    def bearers(self, name: str) -> int:
        """Return how many administrative units bear a name, one after the other or at once."""
        if name not in self._bearers:
            named = self.reader.quads(None, _LABEL, RdfLiteral(name, language=_LANGUAGE), FACTS)
            units = [quad.subject for quad in named if "/unit/" in str(quad.subject)]
            self._bearers[name] = len(units)
        return self._bearers[name]


def _vietnamese(names: Iterable[Literal], subject: str) -> str:
    """Return the Vietnamese one of some names, or the address when there is none."""
    own = sorted(name.text for name in names if name.language == _LANGUAGE)
    return next(iter(own), subject)


def text_of(values: list[str | Literal] | None) -> str | None:
    """Return the single value of a property as text; None when there is none."""
    if not values:
        return None
    value = min(values, key=str)
    return value if isinstance(value, str) else value.text


def date_of(values: list[str | Literal] | None) -> PartialDate | None:
    """Return the single value of a property as a date; None of what is no date."""
    told = text_of(values)
    return day_of(told) if told else None


def day_of(told: str) -> PartialDate | None:
    """Return a value as a date; None where it is none, for a store may hold such a value."""
    try:
        return PartialDate.parse(told)
    except ValueError:
        return None
