"""Judging relations: subject, predicate and object, and the words they are read from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from benchmarks.gold import keys
from benchmarks.gold.keys import Item
from benchmarks.gold.pairing import Pairing, is_core, overlap, stretch
from benchmarks.gold.tally import Tally, name_of, share_of

#: An end of a relation on the gold side: `d`, `b` or `p` and the place in its list; or an id told.
End = tuple[str, object]
_LONGEST_EVIDENCE = 1000  # characters; a longer span points at nothing
_SYMMETRIC = frozenset({"linkedWith"})
_BETWEEN_DOCUMENTS = frozenset(
    ("implements", "continues", "replaces", "amends", "repeals", "basedOn", "guides", "linkedWith")
)
_KINDS = (("d", "documents"), ("b", "bodies"), ("p", "officials"))
_SIDES = ("subject", "object")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A relation of the gold with every end that is right."""

    subjects: frozenset[End]
    predicate: str
    objects: frozenset[End]
    item: Item

    def joins(self, subject: End, predicate: str, value: End) -> bool:
        if predicate != self.predicate:
            return False
        ways = (
            [(subject, value), (value, subject)] if predicate in _SYMMETRIC else [(subject, value)]
        )
        return any(one in self.subjects and other in self.objects for one, other in ways)


def _edges(pair: Pairing) -> list[_Edge]:
    ends = {
        item["id"]: (kind, place)
        for kind, section in _KINDS
        for place, item in enumerate(pair.gold.get(section, ()))
    }

    def accepted(item: Item, side: str) -> frozenset[End]:
        named = [item[side], *item.get(f"alt_{side}s", ())]
        return frozenset(ends[name] for name in named if name in ends)

    return [
        _Edge(accepted(one, "subject"), one["predicate"], accepted(one, "object"), one)
        for one in pair.gold.get("relations", ())
    ]


def _told_edges(pair: Pairing) -> Mapping[tuple[End, str, End], list[Item]]:
    """Return the relations told, each triple once, their ends on the gold side where known."""
    maps = {"d": pair.near_documents, "b": pair.bodies, "p": pair.officials}
    ends: dict[str, End] = {
        item["id"]: (kind, maps[kind][place]) if place in maps[kind] else ("?", item["id"])
        for kind, section in _KINDS
        for place, item in enumerate(pair.told.get(section, ()))
    }
    scope = pair.gold.get("scope", {}).get("predicates")
    found: dict[tuple[End, str, End], list[Item]] = {}
    for one in pair.told.get("relations", ()):
        if scope is not None and one["predicate"] not in scope:
            continue
        subject, value = (ends.get(one[side], ("?", one[side])) for side in _SIDES)
        if one["predicate"] in _SYMMETRIC and str(value) < str(subject):
            subject, value = value, subject
        found.setdefault((subject, one["predicate"], value), []).append(one)
    return found


def _is_arguable(pair: Pairing, ends: Iterable[End]) -> bool:
    documents = pair.gold.get("documents", ())
    return any(
        kind == "d" and isinstance(place, int) and not is_core(documents[place])
        for kind, place in ends
    )


def relations(pair: Pairing, predicates: Collection[str] | None = None) -> Tally:
    """Judge subject, predicate and object; unknown ones of an optional document are left out.

    `predicates` = those that are judged, None for all.
    """
    edges, told, right, met = _edges(pair), 0, 0, set[int]()
    wrong: list[str] = []
    for (subject, name, value), items in _told_edges(pair).items():
        if predicates is not None and name not in predicates:
            continue
        hits = [n for n, edge in enumerate(edges) if edge.joins(subject, name, value)]
        if not hits and _is_arguable(pair, (subject, value)):
            continue
        told, right = told + 1, right + bool(hits)
        met.update(hits)
        wrong += [] if hits else [_said(pair.told, items[0])]
    asked = [
        n
        for n, edge in enumerate(edges)
        if is_core(edge.item) and (predicates is None or edge.predicate in predicates)
    ]
    missed = tuple(_said(pair.gold, edges[n].item) for n in asked if n not in met)
    return Tally(len(asked), sum(n in met for n in asked), told, right, missed, tuple(wrong))


def between_documents(pair: Pairing) -> Tally:
    """Judge the relations of one document to another."""
    return relations(pair, _BETWEEN_DOCUMENTS)


def reversed_relations(pair: Pairing) -> tuple[str, ...]:
    """Return the relations told that are right the other way round."""
    edges = _edges(pair)
    return tuple(
        _said(pair.told, items[0])
        for (subject, name, value), items in _told_edges(pair).items()
        if not any(edge.joins(subject, name, value) for edge in edges)
        and any(edge.joins(value, name, subject) for edge in edges)
    )


def evidence(pair: Pairing) -> Tally:
    """Judge the spans of the relations that are right: they overlap, and hold the cue."""
    edges = _edges(pair)
    verdicts: dict[str, bool] = {}
    for (subject, name, value), items in _told_edges(pair).items():
        hits = [edge.item for edge in edges if edge.joins(subject, name, value)]
        if hits:
            best = sorted(hits, key=lambda item: not is_core(item))[0]
            good = any(_points_at(pair.text, item, best) for item in items)
            verdicts[f"{len(verdicts) + 1}. {_said(pair.told, items[0])}"] = good
    return share_of(verdicts)


def _points_at(text: str, told: Item, gold: Item) -> bool:
    span = stretch(told)
    places = [stretch(one) for one in (gold, *gold.get("also", ()))]
    if not span or span[1] - span[0] > _LONGEST_EVIDENCE:
        return False
    if not any(overlap(span, place) for place in places):
        return False
    cues = [cue for cue in (gold.get("cue"), *gold.get("cues", ())) if cue]
    said = keys.flat(text[span[0] : span[1]])
    mine = told.get("cue")
    related = mine and any(set(keys.words(mine)) & set(keys.words(cue)) for cue in cues)
    return not cues or any(_holds(said, cue) for cue in [*cues, *([mine] if related else [])])


def _holds(said: str, cue: str) -> bool:
    return all(keys.flat(part) in said for part in re.split(r"\.\.\.|…", cue))


def _said(reading: Item, relation: Item) -> str:
    names = {one["id"]: name_of(one) for one in reading.get("documents", ())}
    names |= {one["id"]: one["name"] for one in reading.get("bodies", ())}
    names |= {one["id"]: one["name"] for one in reading.get("officials", ())}
    subject, value = (names.get(relation[side], str(relation[side])) for side in _SIDES)
    return (
        f"{subject} {relation['predicate']} {value} [{relation.get('start')}:{relation.get('end')}]"
    )
