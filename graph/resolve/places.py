"""Provinces in time: which unit a name means on a day, and what became of it.

63 units until 2025-06-30, 34 since 2025-07-01 (Nghị quyết 202/2025/QH15); a name can be borne by
two units one after the other (Bắc Ninh before and after the merger), which stay two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.folding import bare, clean, slug
from graph.model import PartialDate
from graph.records import ProvinceRow, ProvincialTermRow, UnitKind, UnitSet
from graph.resolve.identity import UNKNOWN, unit_iri

#: Words that name the kind of a unit before its name, folded.
KIND_WORDS = ("tinh", "thanh pho", "thu do", "tp")


#: Days around a cut in which provincial congresses meet (September to January).
_CONGRESS_SEASON = 120


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of provincial level during its validity; `sets` ⊆ {63, 34, earlier}."""

    slug: str
    name: str
    aliases: tuple[str, ...]
    city: bool
    sets: tuple[UnitSet, ...]
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    successors: tuple[str, ...]

    @property
    def iri(self) -> str:
        """Return its address."""
        return unit_iri(self.slug)

    def holds_on(self, day: date) -> bool:
        """Tell whether the unit existed on that day."""
        begun = self.valid_from is None or self.valid_from.earliest <= day
        return begun and (self.valid_to is None or day <= self.valid_to.latest)


@dataclass(frozen=True)
class Gazetteer:
    """All units, found by name or alias and day."""

    units: tuple[Unit, ...]
    terms: tuple[ProvincialTermRow, ...]

    @classmethod
    def of(cls, provinces: Iterable[ProvinceRow], terms: Iterable[ProvincialTermRow]) -> Gazetteer:
        """Build the gazetteer from the rows of the register."""
        rows = sorted(provinces, key=lambda row: (row.name, str(row.valid_from or "")))
        names: dict[str, list[ProvinceRow]] = defaultdict(list)
        for row in rows:
            names[row.name].append(row)
        return cls(tuple(_unit(row, names[row.name]) for row in rows), tuple(terms))

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Unit, ...]]:
        """Return every folded name and alias with the units that bore it, oldest first."""
        found: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            for name in {fold_place(spelling) for spelling in (unit.name, *unit.aliases)}:
                found[name].append(unit)
        return {
            name: tuple(sorted(units, key=lambda unit: str(unit.valid_from or "")))
            for name, units in found.items()
        }

    @cached_property
    def by_slug(self) -> Mapping[str, Unit]:
        """Return the units by the segment that stands for them in addresses."""
        return {unit.slug: unit for unit in self.units}

    def unit(self, name: str, on: date | None) -> Unit | None:
        """Return the unit that bears the name on that day.

        Without a day, or when none holds then, the newest unit that had begun by the day; names of
        units that had not begun never match earlier days unless no other bore the name.
        """
        units = self.by_name.get(fold_place(name), ())
        if not units:
            return None
        if on is None:
            return units[-1]
        holding = [unit for unit in units if unit.holds_on(on)]
        begun = [
            unit for unit in units if unit.valid_from is None or unit.valid_from.earliest <= on
        ]
        return (holding or begun or list(units[:1]))[-1]

    @cached_property
    def by_spelling(self) -> Mapping[str, str]:
        """Return every folded spelling, kind words kept, with the name it spells."""
        return {
            bare(spelling): unit.name
            for unit in self.units
            for spelling in (unit.name, *unit.aliases)
        }

    def at_end_of(self, text: str, on: date | None) -> tuple[Unit, str] | None:
        """Return the unit named at the end of a phrase and the phrase before it.

        `Ban Thường vụ Tỉnh ủy Hà Tĩnh` → (Hà Tĩnh, `Ban Thường vụ Tỉnh ủy`). The longest name wins.
        """
        words = clean(text).split(" ")
        for start in range(len(words)):
            name = self.by_spelling.get(bare(" ".join(words[start:])))
            unit = self.unit(name, on) if name else None
            if unit is not None:
                return unit, " ".join(words[:start]).rstrip(",")
        return None

    def heirs(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the units that a unit went into (empty: it still exists)."""
        if unit.valid_to is None:
            return ()
        day = date.fromordinal(unit.valid_to.latest.toordinal() + 1)
        found = (self.unit(name, day) for name in unit.successors)
        return tuple(heir for heir in found if heir is not None and heir != unit)

    def party_term(self, unit_name: str, day: date) -> tuple[str, bool] | None:
        """Return the provincial Party term that contains a day, and whether that is certain.

        Congresses meet between September and January; a day inside that window of a congress year
        is certain only where the register knows the congress of that unit.
        """
        own = [term for term in self.terms if term.unit and _same(term.unit, unit_name)]
        for term in own:
            if term.starts.earliest <= day <= _end(term):
                return term.term, True
        for term in self.terms:
            if term.unit is None and term.starts.earliest <= day <= _end(term):
                return term.term, not _near(day, term.starts.earliest, _end(term))
        return None


def _same(one: str, other: str) -> bool:
    return fold_place(one) == fold_place(other)


def _end(term: ProvincialTermRow) -> date:
    return term.ends.latest if term.ends else date.max


def _near(day: date, start: date, end: date) -> bool:
    """Tell whether a day lies so near a cut between terms that the other one is possible."""
    return min(abs((day - start).days), abs((end - day).days)) < _CONGRESS_SEASON


def fold_place(name: str) -> str:
    """Fold a place name: no marks, and no word for its kind before it."""
    folded = bare(name).replace(".", ". ").replace("  ", " ").replace("tp. ", "tp ")
    for word in KIND_WORDS:
        if folded.startswith(word + " ") and len(folded) > len(word) + 1:
            return folded[len(word) + 1 :]
    return folded


def _unit(row: ProvinceRow, namesakes: list[ProvinceRow]) -> Unit:
    return Unit(
        slug=_unit_slug(row, namesakes),
        name=row.name,
        aliases=row.aliases,
        city=row.kind is UnitKind.CITY,
        sets=row.unit_sets,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successors=row.merged_into,
    )


def _unit_slug(row: ProvinceRow, namesakes: list[ProvinceRow]) -> str:
    """Return the plain name for the unit of the 63, name and year for its namesakes."""
    own = slug(row.name)
    if len(namesakes) == 1 or UnitSet.SIXTY_THREE in row.unit_sets:
        return own
    if row.valid_from is not None:
        return f"{own}-{row.valid_from.year}"
    return f"{own}-den-{row.valid_to.year}" if row.valid_to else f"{own}-{UNKNOWN}"
