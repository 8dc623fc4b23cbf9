"""What documents there are and how they hang together, as arrays: one entry a document.

Every central resolution is carried out by ministries, then by the committee and the administration
of most provinces, then by districts and communes. One cascade is ten times the size of the others.
Later documents of one issuer replace earlier ones now and then, which makes chains.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from benchmarks.country.places import FIRST_OF_34, LAST_DOCUMENT, Era, Land
from graph.model import Level

Ints = NDArray[np.int32]
NONE = -1
_Whole = NDArray[np.int32] | NDArray[np.int64]
#: Place -> its document in a cascade, and the day of that.
_Held = dict[int, tuple[int, int]]

_RESOLUTIONS, _GREAT = 300, 0.032  # of all documents, those of the great cascade
_SINCE_MERGER = 0.15  # of the resolutions
_LONGEST = 360  # days from a resolution to the last document that carries it out


class Form(IntEnum):
    """What kind of document of which kind of issuer."""

    RESOLUTION = 0  # Nghị quyết của Trung ương
    DECREE = 1  # Nghị định của Chính phủ
    MINISTRY = 2  # Kế hoạch của một bộ
    PROGRAM = 3  # Chương trình hành động của tỉnh ủy
    PROVINCE = 4  # Kế hoạch của UBND tỉnh
    DISTRICT = 5  # Kế hoạch của UBND huyện
    DISTRICT_PARTY = 6  # Kế hoạch của huyện ủy
    COMMUNE = 7  # Kế hoạch của UBND xã
    COMMUNE_PARTY = 8  # Kế hoạch của đảng ủy xã


class Relation(IntEnum):
    """How one document speaks of another."""

    IMPLEMENTS = 0
    GUIDES = 1
    BASED_ON = 2
    REPLACES = 3
    REPLACES_PART = 4
    REPEALS = 5
    AMENDS = 6


class Precision(IntEnum):
    """How well a day of issue is known."""

    DAY = 0
    MONTH = 1
    YEAR = 2
    UNKNOWN = 3


@dataclass(frozen=True, eq=False)
class Plan:
    """Documents and edges of a country.

    Parameters
    ----------
    form, era, place : what issued it; `place` counts in the era, `NONE` for central issuers.
    issued : proleptic ordinal of the day.
    precision : how much of it is told.
    subject : number of the resolution that it carries out.
    expires : ordinal of the last day that it states for itself, 0 when it states none.
    sources, targets, relations : the edges, by source; no pair of documents occurs twice.
    """

    form: Ints
    era: Ints
    place: Ints
    issued: Ints
    precision: Ints
    subject: Ints
    expires: Ints
    sources: Ints
    targets: Ints
    relations: Ints

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.form)


@dataclass
class _Growing:
    """Columns while they grow."""

    columns: dict[str, list[Ints]] = field(default_factory=dict)
    count: int = 0

    def add(self, size: int, **values: Ints | int) -> Ints:
        """Append documents; return their numbers."""
        for name, value in values.items():
            column = np.broadcast_to(np.asarray(value, np.int32), size)
            self.columns.setdefault(name, []).append(column)
        self.count += size
        return np.arange(self.count - size, self.count, dtype=np.int32)

    def column(self, name: str) -> Ints:
        """Return a column whole."""
        return np.concatenate(self.columns[name])


def plan_of(land: Land) -> Plan:
    """Return the plan of a country, the same for the same land."""
    chance = np.random.default_rng([land.seed, land.documents])
    count = land.documents
    resolutions = min(_RESOLUTIONS, max(6, count // 300))
    sizes = _sizes(count, resolutions)
    days = _days(resolutions, chance)
    grown, edges = _Growing(), _Growing()
    for number in range(resolutions):
        since = int(days[number] >= FIRST_OF_34.toordinal())
        cascade = _Cascade(land.eras[since], since, number, chance, grown, edges)
        cascade.grow(int(sizes[number]), int(days[number]))
    return _finished(grown, edges, chance)


def _sizes(count: int, resolutions: int) -> Ints:
    """Return how many documents each cascade has, the resolution itself counted."""
    great = max(1, round(count * _GREAT)) if resolutions > 1 else count
    rest = np.full(resolutions, (count - great) // (resolutions - 1), np.int32)
    rest[0] = great
    rest[1 : 1 + count - int(rest.sum())] += 1
    return rest


def _days(resolutions: int, chance: np.random.Generator) -> Ints:
    last = LAST_DOCUMENT.toordinal() - _LONGEST
    days = chance.integers(date(2006, 6, 1).toordinal(), last, resolutions, dtype=np.int32)
    since = chance.random(resolutions) < _SINCE_MERGER
    since[0] = False
    first = FIRST_OF_34.toordinal()
    later = chance.integers(first, first + 150, resolutions, dtype=np.int32)
    return np.where(since, later, days).astype(np.int32)


@dataclass
class _Cascade:
    """One resolution and all that carries it out."""

    era: Era
    era_number: int
    subject: int
    chance: np.random.Generator
    documents: _Growing
    edges: _Growing

    def grow(self, size: int, day: int) -> None:
        """Add the resolution and the documents below it, `size` in all."""
        root = self._add(1, Form.RESOLUTION, NONE, np.array([day]))
        left = size - 1
        ministries = self._under(root, min(left, 1 + left // 400), Form.MINISTRY, (2, 24), day)
        left -= len(ministries)
        programs, left = self._programs(root, left, day)
        plans, left = self._plans(programs, ministries, left)
        level = [self.documents.count]
        below = self._districts(plans, left)
        left -= self.documents.count - level[0]
        self._communes(below, left)

    def _add(self, size: int, form: Form | Ints, place: Ints | int, day: _Whole) -> Ints:
        days = day.astype(np.int32)
        return self.documents.add(
            size, form=form, era=self.era_number, place=place, issued=days, subject=self.subject
        )

    def _edge(self, sources: Ints, targets: Ints, relation: Relation) -> None:
        self.edges.add(len(sources), sources=sources, targets=targets, relations=relation)

    def _under(self, root: Ints, size: int, form: Form, lag: tuple[int, int], day: int) -> Ints:
        """Add documents of central issuers; every third is a decree."""
        days = day + self.chance.integers(*lag, size)
        decree = np.arange(size) % 3 == 0
        added = self._add(size, np.where(decree, Form.DECREE, form).astype(np.int32), NONE, days)
        self._edge(added[decree], np.repeat(root, decree.sum()), Relation.IMPLEMENTS)
        self._edge(added[~decree], np.repeat(root, (~decree).sum()), Relation.GUIDES)
        return added

    def _programs(self, root: Ints, left: int, day: int) -> tuple[_Held, int]:
        """Add action programs of nine provinces in ten, fewer in a small cascade."""
        provinces = np.array(self.era.of(Level.PROVINCE))
        size = min(left, max(1, min(round(len(provinces) * 0.9), left // 5)))
        chosen = self.chance.choice(provinces, size, replace=False)
        days = day + self.chance.integers(20, 130, size)
        added = self._add(size, Form.PROGRAM, chosen, days)
        self._edge(added, np.repeat(root, size), Relation.IMPLEMENTS)
        found = zip(chosen.tolist(), added.tolist(), days.tolist(), strict=True)
        return {place: (one, day) for place, one, day in found}, left - size

    def _plans(self, programs: _Held, ministries: Ints, left: int) -> tuple[_Held, int]:
        """Add plans of the administrations below most programs; return what stands lowest."""
        chosen = [place for place in programs if self.chance.random() < 0.85][:left]
        parents = np.array([programs[place][0] for place in chosen], np.int32)
        days = np.array([programs[place][1] for place in chosen], np.int32)
        days = days + self.chance.integers(5, 80, len(chosen))
        added = self._add(len(chosen), Form.PROVINCE, np.array(chosen, np.int32), days)
        self._edge(added, parents, Relation.IMPLEMENTS)
        if len(ministries):
            guided = added[self.chance.random(len(added)) < 0.4]
            self._edge(guided, self.chance.choice(ministries, len(guided)), Relation.BASED_ON)
        plans = zip(chosen, added.tolist(), days.tolist(), strict=True)
        return programs | {place: (one, day) for place, one, day in plans}, left - len(chosen)

    def _districts(self, above: _Held, left: int) -> _Held:
        """Add plans of districts; return the lowest document of every place."""
        districts = [
            place for place in self.era.of(Level.DISTRICT) if self.era.places[place].above in above
        ]
        size = min(len(districts), left // 5)
        if not size:
            return above
        chosen = self.chance.choice(np.array(districts), size, replace=False)
        return above | self._children(above, chosen, Form.DISTRICT, Form.DISTRICT_PARTY, (5, 60))

    def _communes(self, above: _Held, left: int) -> None:
        communes = [place for place in self.era.of(Level.COMMUNE) if self._holder(place, above)]
        while left > 0:
            size = min(left, len(communes))
            chosen = self.chance.choice(np.array(communes), size, replace=False)
            self._children(above, chosen, Form.COMMUNE, Form.COMMUNE_PARTY, (5, 60))
            left -= size

    def _holder(self, place: int, above: _Held) -> tuple[int, int] | None:
        """Return the document of the nearest place above that has one, and its day."""
        higher = self.era.places[place].above
        while higher is not None and higher not in above:
            higher = self.era.places[higher].above
        return None if higher is None else above[higher]

    def _children(
        self,
        above: _Held,
        chosen: Ints,
        state: Form,
        party: Form,
        lag: tuple[int, int],
    ) -> _Held:
        """Add one document for each place, under that of the place above."""
        held = np.array([self._holder(place, above) for place in chosen.tolist()], np.int32)
        days = held[:, 1] + self.chance.integers(*lag, len(chosen))
        forms = np.where(self.chance.random(len(chosen)) < 0.7, state, party).astype(np.int32)
        added = self._add(len(chosen), forms, chosen.astype(np.int32), days)
        self._edge(added, held[:, 0], Relation.IMPLEMENTS)
        found = zip(chosen.tolist(), added.tolist(), days.tolist(), strict=True)
        return {place: (one, day) for place, one, day in found}


def _finished(grown: _Growing, edges: _Growing, chance: np.random.Generator) -> Plan:
    form, issued = grown.column("form"), grown.column("issued")
    era, place = grown.column("era"), grown.column("place")
    told = [tuple(edges.column(name) for name in ("sources", "targets", "relations"))]
    told.append(_across(form, issued, chance))
    told.append(_endings(form, era, place, issued, chance))
    sources, targets, relations = (np.concatenate(part) for part in zip(*told, strict=True))
    order = np.lexsort((relations, targets, sources))
    once = np.ones(len(order), np.bool_)
    pairs = sources[order].astype(np.int64) * len(form) + targets[order]
    once[1:] = pairs[1:] != pairs[:-1]
    order = order[once]
    precision = chance.choice(4, len(form), p=(0.94, 0.025, 0.015, 0.02)).astype(np.int32)
    precision[form == Form.RESOLUTION] = Precision.DAY
    return Plan(
        form,
        era,
        place,
        issued,
        precision,
        grown.column("subject"),
        _expires(form, issued, chance),
        sources[order],
        targets[order],
        relations[order],
    )


def _expires(form: Ints, issued: Ints, chance: np.random.Generator) -> Ints:
    """Return until when some plans run: the end of a later year."""
    years = np.array([date.fromordinal(day).year for day in issued.tolist()])
    until = years + chance.integers(1, 6, len(form))
    last = np.array([date(year, 12, 31).toordinal() for year in range(2000, 2040)])
    states = (form > Form.DECREE) & (chance.random(len(form)) < 0.05)
    return np.where(states, last[until - 2000], 0).astype(np.int32)


def _across(form: Ints, issued: Ints, chance: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Return edges from some communes to another, earlier resolution."""
    communes = np.flatnonzero((form == Form.COMMUNE) & (chance.random(len(form)) < 0.01))
    resolutions = np.flatnonzero(form == Form.RESOLUTION)
    targets = chance.choice(resolutions, len(communes))
    earlier = issued[targets] < issued[communes]
    sources, targets = communes[earlier].astype(np.int32), targets[earlier].astype(np.int32)
    return sources, targets, np.full(len(sources), Relation.BASED_ON, np.int32)


def _endings(
    form: Ints, era: Ints, place: Ints, issued: Ints, chance: np.random.Generator
) -> tuple[Ints, Ints, Ints]:
    """Return edges from some documents to the one before them of the same issuer."""
    order = np.lexsort((issued, place, era, form))
    earlier, later = order[:-1], order[1:]
    alike = (form[earlier] == form[later]) & (era[earlier] == era[later])
    alike &= (place[earlier] == place[later]) & (issued[earlier] < issued[later])
    lot = chance.random(len(later))
    kinds = np.select(
        [lot < 0.06, lot < 0.068, lot < 0.073, lot < 0.09],
        [Relation.REPLACES, Relation.REPLACES_PART, Relation.REPEALS, Relation.AMENDS],
        NONE,
    )
    kept = alike & (kinds != NONE)
    sources, targets = later[kept].astype(np.int32), earlier[kept].astype(np.int32)
    return sources, targets, kinds[kept].astype(np.int32)
