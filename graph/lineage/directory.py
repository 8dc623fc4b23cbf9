"""All bodies and officials of a generation, for lists: chosen by level, place and day.

Bodies stand by level and name. Officials stand by name, given name first as lists of Vietnamese
names have it; nobody is ranked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.folding import bare
from graph.lineage.facts import day_of
from graph.model import Level, PartialDate
from graph.store.protocol import Reader
from ontology import terms as cas

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_LEVELS = list(Level)
_BY_CODE = {level.value: level for level in Level}
_BODIES = f"""SELECT ?s ?p ?o {{ ?s a <{cas.Body}> .
    VALUES ?p {{ <{_LABEL}> <{cas.level}> <{cas.jurisdiction}> }}
    ?s ?p ?o FILTER (LANG(?o) != "en" || !isLiteral(?o)) }}"""
_OFFICIALS = (
    f"""SELECT ?s ?p ?o {{ ?s a <{cas.Official}> . VALUES ?p {{ <{_LABEL}> }} ?s ?p ?o }}"""
)
_TENURES = f"""SELECT ?s ?p ?o {{ ?s <{cas.holder}> [] .
    VALUES ?p {{ <{cas.holder}> <{cas.body}> <{cas.heldOn}> <{cas.startsOn}> <{cas.endsOn}> }}
    ?s ?p ?o }}"""
_Told = Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body: its level and the unit of its jurisdiction."""

    iri: str
    name: str
    level: Level | None
    unit: str | None

    @property
    def levels(self) -> tuple[Level | None, ...]:
        """Return its level, as of an official the levels."""
        return (self.level,)

    @property
    def units(self) -> tuple[str | None, ...]:
        """Return its unit, as of an official the units."""
        return (self.unit,)


@dataclass(frozen=True, slots=True)
class OfficialEntry:
    """An official: of the bodies in which posts were held, each level and unit once.

    `days` are those on which a source shows a post held, `spans` the days that surely lie between
    a first and a last one that a source states.
    """

    iri: str
    name: str
    levels: tuple[Level | None, ...]
    units: tuple[str | None, ...]
    days: frozenset[PartialDate]
    spans: tuple[tuple[date, date], ...]

    def told_on(self, day: date) -> bool:
        """Tell whether a source, however well founded, says that a post was held on a day."""
        shown = PartialDate(day.year, day.month, day.day) in self.days
        return shown or any(first <= day <= last for first, last in self.spans)


Entry = BodyEntry | OfficialEntry


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a list is wanted; what is left out chooses nothing.

    Parameters
    ----------
    among : addresses, best first, when words were looked for.
    level : of the body, or of one in which a post was held.
    units : the unit is one of these.
    on : of officials, whom sources show or state in a post on that day.
    """

    among: tuple[str, ...] | None = None
    level: Level | None = None
    units: Collection[str] = ()
    on: date | None = None

    def takes(self, one: Entry) -> bool:
        """Tell whether an entry is wanted; words aside."""
        return (
            (self.level is None or self.level in one.levels)
            and (not self.units or any(unit in self.units for unit in one.units))
            and (self.on is None or not isinstance(one, OfficialEntry) or one.told_on(self.on))
        )


@dataclass(frozen=True)
class Directory:
    """The bodies and officials of one generation, each list in its order.

    Parameters
    ----------
    bodies, officials : the entries.
    """

    bodies: tuple[BodyEntry, ...]
    officials: tuple[OfficialEntry, ...]
    _places: dict[str, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._places.update((one.iri, one) for one in self.bodies)
        self._places.update((one.iri, one) for one in self.officials)

    def chosen(self, entries: Sequence[Entry], choice: Choice) -> tuple[Entry, ...]:
        """Return the entries that are wanted: in their order, of words the best first."""
        if choice.among is None:
            return tuple(one for one in entries if choice.takes(one))
        kinds = {type(one) for one in entries}
        found = (self._places.get(iri) for iri in choice.among)
        return tuple(one for one in found if one and type(one) in kinds and choice.takes(one))

    def by_level(self, entries: Sequence[Entry], choice: Choice) -> list[tuple[Level, int]]:
        """Return how many there would be of each level, all else chosen as it is."""
        found = self._counted(entries, replace(choice, level=None), lambda one: one.levels)
        return [(level, found[level]) for level in _LEVELS if found[level]]

    def of_units(self, entries: Sequence[Entry], choice: Choice) -> frozenset[str]:
        """Return the units of which there would be any, all else chosen as it is."""
        found = self._counted(entries, replace(choice, units=()), lambda one: one.units)
        return frozenset(str(unit) for unit in found if unit)

    def _counted(
        self,
        entries: Sequence[Entry],
        choice: Choice,
        told: Callable[[Entry], Iterable[str | None]],
    ) -> Counter[str | None]:
        return Counter(value for one in self.chosen(entries, choice) for value in told(one))


def directory_of(reader: Reader) -> Directory:
    """Return the bodies and officials that the facts of a generation name."""
    bodies = tuple(_bodies(_told(reader, _BODIES)))
    known = {one.iri: one for one in bodies}
    held: dict[str, list[Mapping[str, list[str]]]] = defaultdict(list)
    for tenure in _told(reader, _TENURES).values():
        held[tenure[cas.holder][0]].append(tenure)
    officials = (
        _official(iri, min(about[_LABEL]), held[iri], known)
        for iri, about in _told(reader, _OFFICIALS).items()
    )
    return Directory(
        tuple(sorted(bodies, key=_by_level)), tuple(sorted(officials, key=_by_given_name))
    )


def _bodies(told: _Told) -> Iterator[BodyEntry]:
    for iri, about in told.items():
        level, unit = about.get(cas.level), about.get(cas.jurisdiction)
        yield BodyEntry(
            iri=iri,
            name=min(about.get(_LABEL, [iri])),
            level=_BY_CODE.get(level[0].rpartition("/")[2]) if level else None,
            unit=unit[0] if unit else None,
        )


def _official(
    iri: str,
    name: str,
    held: Iterable[Mapping[str, list[str]]],
    bodies: Mapping[str, BodyEntry],
) -> OfficialEntry:
    tenures = list(held)
    of = [bodies[body] for one in tenures for body in one.get(cas.body, ()) if body in bodies]
    days = (day_of(day) for one in tenures for day in one.get(cas.heldOn, ()))
    return OfficialEntry(
        iri=iri,
        name=name,
        levels=tuple(dict.fromkeys(one.level for one in of)),
        units=tuple(dict.fromkeys(one.unit for one in of)),
        days=frozenset(day for day in days if day is not None),
        spans=tuple(_spans(tenures)),
    )


def _spans(tenures: Iterable[Mapping[str, list[str]]]) -> Iterator[tuple[date, date]]:
    for one in tenures:
        for starts in map(day_of, one.get(cas.startsOn, ())):
            for ends in map(day_of, one.get(cas.endsOn, ())):
                if starts is not None and ends is not None:
                    yield starts.latest, ends.earliest


def _told(reader: Reader, query: str) -> dict[str, dict[str, list[str]]]:
    """Return what a query of subjects, properties and values finds, by subject."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    answer = reader.query(query)
    assert isinstance(answer, QuerySolutions)
    for row in answer:
        subject, predicate, value = row["s"], row["p"], row["o"]
        if isinstance(value, NamedNode | Literal):
            found[subject.value][predicate.value].append(value.value)
    return found


def _by_level(one: BodyEntry) -> tuple[int, str, str]:
    place = _LEVELS.index(one.level) if one.level else len(_LEVELS)
    return place, bare(one.name), one.iri


def _by_given_name(one: OfficialEntry) -> tuple[str, str, str]:
    words = bare(one.name).split() or [""]
    return words[-1], " ".join(words), one.iri
