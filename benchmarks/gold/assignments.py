"""Judging assignments: who is to do what, who is to help, by which day.

The unit is one body in one role. A reading tells units as relations `assignedTo` with `role` and
`deadline`, or as `assignments` in the shape that data/gold/FORMAT.md describes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.gold.keys import Item
from benchmarks.gold.pairing import Pairing, Stretch, is_core, overlap, stretch
from benchmarks.gold.tally import Tally


@dataclass(frozen=True, slots=True)
class Unit:
    """One body in one role: `bodies` every end that is right, as ids of its own reading."""

    bodies: tuple[str, ...]
    role: str | None
    deadline: str | None
    span: Stretch | None
    asked: bool


def units(reading: Item) -> tuple[Unit, ...]:
    """Return the units that a reading tells."""
    listed = [one for item in reading.get("assignments", ()) for one in _listed(item)]
    return tuple(listed) or tuple(
        Unit((one["object"],), one.get("role"), one.get("deadline"), stretch(one), True)
        for one in reading.get("relations", ())
        if one["predicate"] == "assignedTo"
    )


def _listed(item: Item) -> Iterator[Unit]:
    deadline, span, core = item.get("deadline"), stretch(item), is_core(item)
    leads, instead = item.get("lead", ()), tuple(item.get("alt_lead", ()))
    for body in leads:
        yield Unit((body, *instead), "lead", deadline, span, core)
    for body in item.get("support", ()):
        yield Unit((body,), "support", deadline, span, core)
    for body in item.get("optional_bodies", ()):
        yield Unit((body,), None, deadline, span, asked=False)


def assignments(pair: Pairing) -> Tally:
    """Judge who is charged and who helps."""
    golds, tolds = units(pair.gold), units(pair.told)
    met = dict(_met(pair, golds, tolds))
    taken = set(met.values())
    asked = [n for n, gold in enumerate(golds) if gold.asked]
    judged = [n for n in range(len(tolds)) if n not in met or golds[met[n]].asked]
    return Tally(
        len(asked),
        sum(n in taken for n in asked),
        len(judged),
        sum(n in met for n in judged),
        tuple(_label(pair.gold, golds[n]) for n in asked if n not in taken),
        tuple(_label(pair.told, tolds[n]) for n in judged if n not in met),
    )


def deadlines(pair: Pairing) -> Tally:
    """Judge the days among the units that are right, where the gold has one."""
    golds, tolds = units(pair.gold), units(pair.told)
    dated = [
        (tolds[n], golds[m])
        for n, m in _met(pair, golds, tolds)
        if golds[m].deadline and golds[m].asked
    ]
    wrong = [one for one in dated if not _same_day(one[0].deadline, one[1].deadline)]
    right = len(dated) - len(wrong)
    missed = tuple(f"{_label(pair.gold, gold)}: {told.deadline}" for told, gold in wrong)
    return Tally(len(dated), right, len(dated), right, missed)


def _same_day(told: str | None, gold: str | None) -> bool:
    """Tell whether two deadlines are one: the month alone is as right as its last day."""
    return bool(told and gold) and (told == gold or (gold or "").startswith(f"{told}-"))


def _met(
    pair: Pairing, golds: tuple[Unit, ...], tolds: tuple[Unit, ...]
) -> Iterator[tuple[int, int]]:
    """Yield the units told and the gold units they are, each gold unit once."""
    ends = _ends(pair)
    free = dict(enumerate(golds))
    for n, told in enumerate(tolds):
        mine = {ends.get(body) for body in told.bodies} - {None}
        fits = [
            m
            for m, gold in free.items()
            if mine & set(gold.bodies)
            and (gold.role is None or gold.role == told.role)
            and overlap(told.span, gold.span)
        ]
        if fits:
            best = min(fits, key=lambda m: (not golds[m].asked, -overlap(told.span, golds[m].span)))
            if golds[best].role is not None:
                del free[best]
            yield n, best


def _ends(pair: Pairing) -> dict[str, str]:
    """Return the ids of bodies and persons told, each with the id it has in the gold."""
    sections = (("bodies", pair.bodies), ("officials", pair.officials))
    return {
        pair.told[section][one]["id"]: pair.gold[section][other]["id"]
        for section, same in sections
        for one, other in same.items()
    }


def _label(reading: Item, unit: Unit) -> str:
    names = {
        one["id"]: one["name"] for part in ("bodies", "officials") for one in reading.get(part, ())
    }
    return f"{unit.role}: {names.get(unit.bodies[0], unit.bodies[0])} {unit.span}"
