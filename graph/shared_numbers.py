"""Numbers by which texts are bound to one another, as the store writes them beside each text.

    tu/ha-tinh qd 680                         the text cites it without saying which one it means
    tu/ha-tinh qd 680 +                       the text makes something known of it:
    tu/ha-tinh qd 680 + 2015-2020 2018-05-03  a document of that period, and its day if it has one
    tu/ha-tinh qd 680 + ? 2015-01-01 -        an act between two days, as far as they are known

A text is resolved with what all texts make known of its numbers, and resolved anew when that
changes: not when one more of them says the same.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pyoxigraph import Literal, NamedNode

from graph.model import PartialDate
from graph.resolve.documents import Given, NumberKey
from graph.resolve.link import Shared
from graph.store.notebook import Notebook
from graph.store.protocol import Reader
from ontology import terms as cas

#: What a text makes known, by the number as the store writes it.
GivenBy = Mapping[str, frozenset[Given]]

_KEY = NamedNode(cas.citationKey)
_GIVES, _UNPLACED, _UNKNOWN = " +", "?", "-"
_MOST = 100_000  # numbers kept between changes
NUMBER = "number"
_MANY = 4  # texts from which it is noted what they make known of a number


def number_of(key: NumberKey) -> str:
    """Return a number as the store writes it."""
    series, kind, numeral = key
    return " ".join(("/".join(series), kind, numeral))


def spelled(shared: Mapping[str, Shared]) -> frozenset[str]:
    """Return all that binds a text to others, as the store writes it."""
    return frozenset(_spelled(shared))


def _spelled(shared: Mapping[str, Shared]) -> Iterator[str]:
    for number, one in shared.items():
        if one.loose:
            yield number
        if one.given:
            yield number + _GIVES
        for given in one.given:
            yield f"{number}{_GIVES} {_told(given)}"


def given_in(spellings: Iterable[str]) -> GivenBy:
    """Return what a text makes known; the inverse of `spelled`."""
    found: dict[str, set[Given]] = defaultdict(set)
    for spelling in spellings:
        number, gives, told = spelling.partition(f"{_GIVES} ")
        if gives:
            found[number].add(_given(told))
    return {number: frozenset(given) for number, given in found.items()}


def spellings_of(reader: Reader, source: str) -> frozenset[str]:
    """Return what binds a stored text to others, as the store writes it."""
    graph = NamedNode(source)
    found = reader.quads(graph, _KEY, None, graph)
    return frozenset(quad.object.value for quad in found if isinstance(quad.object, Literal))


def citing_loosely(reader: Reader, numbers: Iterable[str]) -> frozenset[str]:
    """Return the texts that cite one of these numbers without saying which one they mean."""
    return frozenset(source for number in numbers for source in _writing(reader, number))


class MadeKnown:
    """What all texts make known of the numbers, kept from one change of a writer to the next.

    True as long as nobody but its keeper changes the store.

    Parameters
    ----------
    notes : what was noted of numbers, true of the store as it is; None where nothing is.
    """

    def __init__(self, notes: Notebook | None = None) -> None:
        self._notes = notes
        self._counts: dict[str, Counter[Given]] = {}
        self._moved: set[str] = set()

    def under(self, reader: Reader, number: str) -> frozenset[Given]:
        """Return what is known of a number.

        Parameters
        ----------
        reader : the store as it was before the exchanges of the present change.
        number : the number as the store writes it.
        """
        return frozenset(self._count(reader, number))

    def exchange(self, reader: Reader, gone: GivenBy, come: GivenBy) -> frozenset[str]:
        """Take what one text made known for what it makes known now.

        Returns
        -------
        The numbers of which more, or less, is known than before.
        """
        changed: set[str] = set()
        for number in gone.keys() | come.keys():
            counts = self._count(reader, number)
            before = set(counts)
            self._moved.add(number)
            counts.subtract(gone.get(number, ()))
            counts.update(come.get(number, ()))
            for given in [given for given, times in counts.items() if times <= 0]:
                del counts[given]
            if set(counts) != before:
                changed.add(number)
        return frozenset(changed)

    def trim(self) -> None:
        """Begin anew when much has been kept or the notes are given up; what is asked is read."""
        self._moved.clear()
        given_up = self._notes is not None and self._notes.given_up
        if given_up:
            self._notes = None
        if given_up or len(self._counts) > _MOST:
            self._counts.clear()

    def to_note(self) -> Mapping[tuple[str, str], str | None]:
        """Return what is to be noted of the numbers that changed since it was asked last."""
        moved, self._moved = self._moved, set()
        return {(NUMBER, number): _noted(self._counts[number]) for number in moved}

    def _count(self, reader: Reader, number: str) -> Counter[Given]:
        if number not in self._counts:
            counts = self._notes.told(NUMBER, number, _again) if self._notes else None
            self._counts[number] = _counted(reader, number) if counts is None else counts
        return self._counts[number]


def _counted(reader: Reader, number: str) -> Counter[Given]:
    counts: Counter[Given] = Counter()
    for source in _writing(reader, number + _GIVES):
        counts.update(given_in(spellings_of(reader, source)).get(number, ()))
    return counts


def _noted(counts: Counter[Given]) -> str | None:
    """Return what is noted of a number; None where it is found out as quickly."""
    if counts.total() < _MANY:
        return None
    return json.dumps(_listed(counts))


def _listed(counts: Counter[Given]) -> list[list[str | int]]:
    return [[_told(given), times] for given, times in counts.items()]


def _again(told: Any) -> Counter[Given]:
    counts = Counter({_given(given): int(times) for given, times in told})
    if _listed(counts) != told:
        raise ValueError("nothing was ever noted so")
    return counts


def _writing(reader: Reader, spelling: str) -> Iterator[str]:
    """Yield the texts beside which the store writes this."""
    for quad in reader.quads(None, _KEY, Literal(spelling)):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _told(given: Given) -> str:
    if given.period is not None:
        return f"{given.period} {given.issued or _UNKNOWN}"
    return f"{_UNPLACED} {given.not_before or _UNKNOWN} {given.not_after or _UNKNOWN}"


def _given(told: str) -> Given:
    period, *days = told.split(" ")
    if period != _UNPLACED:
        return Given(period, None if days[0] == _UNKNOWN else PartialDate.parse(days[0]))
    first, last = (None if day == _UNKNOWN else date.fromisoformat(day) for day in days)
    return Given(not_before=first, not_after=last)
