"""Who issues documents: committees and administrations of all levels, before and after the merger.

Until 2025-06-30 there are 63 provinces with districts and communes, since 2025-07-01 34 provinces
with larger communes and no districts (Nghị quyết 202/2025/QH15, 203/2025/QH15).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from benchmarks.country.names import places
from graph.model import Level
from graph.records import UnitSet
from graph.resolve.bodies import Body
from graph.resolve.drafts import Context
from graph.resolve.places import Unit, fold_place

LAST_OF_63, FIRST_OF_34 = date(2025, 6, 30), date(2025, 7, 1)
#: The made-up documents of the 63 end before Thừa Thiên Huế became the city of Huế.
LAST_DOCUMENT = date(2024, 12, 31)
_DISTRICTS, _COMMUNES, _COMMUNES_SINCE = 700, 10_600, 3_321


@dataclass(frozen=True, slots=True)
class Place:
    """A province, district or commune with its two issuers.

    `above` is the place of its list that it lies in, None for a province.
    """

    name: str
    unit: Unit
    party: Body
    state: Body
    above: int | None = None

    @property
    def level(self) -> Level:
        """Return its level."""
        return self.state.level


@dataclass(frozen=True)
class Era:
    """The places of one time: provinces first, then districts, then communes."""

    first: date
    places: tuple[Place, ...]

    def of(self, level: Level) -> list[int]:
        """Return the places of a level."""
        return self._by_level.get(level, [])

    @cached_property
    def _by_level(self) -> dict[Level, list[int]]:
        found: dict[Level, list[int]] = {}
        for number, place in enumerate(self.places):
            found.setdefault(place.level, []).append(number)
        return found


@dataclass(frozen=True)
class Land:
    """The places of a country in which so many documents are issued.

    Parameters
    ----------
    context : provinces and bodies of the register.
    documents : how many; a small country has few districts and communes.
    seed : of everything that is left to chance.
    """

    context: Context
    documents: int
    seed: int

    @cached_property
    def eras(self) -> tuple[Era, Era]:
        """Return the time of the 63 and that of the 34."""
        chance = random.Random(f"places-{self.seed}")
        districts = min(_DISTRICTS, max(63, self.documents // 150))
        communes = min(_COMMUNES, max(126, self.documents // 30))
        since = min(_COMMUNES_SINCE, max(68, self.documents // 100))
        old, new = UnitSet.SIXTY_THREE, UnitSet.THIRTY_FOUR
        return (
            Era(date(2005, 1, 1), tuple(self._filled(old, districts, communes, chance))),
            Era(FIRST_OF_34, tuple(self._filled(new, 0, since, chance))),
        )

    def _filled(
        self, units: UnitSet, districts: int, communes: int, chance: random.Random
    ) -> Iterator[Place]:
        day = LAST_DOCUMENT if units is UnitSet.SIXTY_THREE else FIRST_OF_34
        known = self.context.gazetteer.units
        own = [unit for unit in known if units in unit.sets and unit.holds_on(day)]
        above = [self._province(unit, day) for unit in own]
        yield from above
        real = self.context.gazetteer.by_name  # no district may bear the name of a province
        first, names = 0, (name for name in places(chance) if fold_place(name) not in real)
        if districts:
            lower = [
                self._lower(above[one % len(own)], one % len(own), "huyện", next(names), day)
                for one in range(districts)
            ]
            yield from lower
            first, above = len(own), lower
        taken: set[str] = set()
        for number in range(communes):
            inside = number % len(above)
            kind = chance.choices(("xã", "phường"), (3, 1))[0]
            place = self._lower(above[inside], first + inside, kind, next(names), day)
            while place.state.iri in taken:
                place = self._lower(above[inside], first + inside, kind, next(names), day)
            taken.add(place.state.iri)
            yield place

    def _province(self, unit: Unit, day: date) -> Place:
        kind = "thành phố" if unit.city else "tỉnh"
        committee = "Thành ủy" if unit.city else "Tỉnh ủy"
        party = self._body(f"{committee} {unit.name}", day)
        return Place(
            f"{kind} {unit.name}", unit, party, self._body(f"UBND {kind} {unit.name}", day)
        )

    def _lower(self, above: Place, number: int, kind: str, name: str, day: date) -> Place:
        """Return a place inside another one."""
        full = f"{kind} {name}, {above.name}"
        committee = f"Huyện ủy {name}, {above.name}" if kind == "huyện" else f"Đảng ủy {full}"
        party, state = self._body(committee, day), self._body(f"UBND {full}", day)
        return Place(full, above.unit, party, state, number)

    def _body(self, name: str, day: date) -> Body:
        return self.context.directory.body(name, on=day)
