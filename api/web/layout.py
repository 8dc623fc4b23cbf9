"""How answers are laid out on a page: bands by level, chains, strips of time, regions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.folding import bare
from graph.model import (
    Cascade,
    CascadeNode,
    Coverage,
    Document,
    Edge,
    Evidence,
    Lag,
    Level,
    UnitCoverage,
    UnitState,
    Verification,
)

WIDTH = 1000  # of a strip, in tenths of a hundredth
_TICKS = 9  # most names that fit under a strip
_MONTHS = 12
_STEPS = (1, 3, 6, _MONTHS, 2 * _MONTHS, 5 * _MONTHS, 10 * _MONTHS)  # months between ticks

# From north to south, as tables of the country are read; both sets of names.
_REGIONS = (
    "Trung du và miền núi Bắc Bộ",
    "Trung du và miền núi phía Bắc",
    "Đồng bằng sông Hồng",
    "Bắc Trung Bộ",
    "Bắc Trung Bộ và duyên hải Trung Bộ",
    "Duyên hải Nam Trung Bộ và Tây Nguyên",
    "Tây Nguyên",
    "Đông Nam Bộ",
    "Đồng bằng sông Cửu Long",
)


@dataclass(frozen=True, slots=True)
class Band:
    """Documents of one level that hang on the same parent: some shown, the rest folded away."""

    level: Level | None
    shown: tuple[CascadeNode, ...]
    rest: tuple[CascadeNode, ...]

    @property
    def count(self) -> int:
        """Return how many there are."""
        return len(self.shown) + len(self.rest)


def bands(nodes: tuple[CascadeNode, ...], most: int) -> tuple[Band, ...]:
    """Return the nodes by level, highest level first, at most `most` of each shown."""
    order = [*Level, None]
    grouped = {
        level: tuple(node for node in nodes if node.document.level == level) for level in order
    }
    return tuple(Band(lv, ns[:most], ns[most:]) for lv, ns in grouped.items() if ns)


def walk(nodes: tuple[CascadeNode, ...]) -> Iterator[CascadeNode]:
    """Yield every node of a cascade, without recursion, parents before children."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def chain(nodes: tuple[CascadeNode, ...], iri: str) -> tuple[CascadeNode, ...]:
    """Return the way from the root to the first node of that document, empty when absent."""
    waiting: list[tuple[CascadeNode, ...]] = [(node,) for node in reversed(nodes)]
    while waiting:
        way = waiting.pop()
        if way[-1].document.iri == iri:
            return way
        waiting.extend((*way, child) for child in reversed(way[-1].children))
    return ()


def earliest(nodes: tuple[CascadeNode, ...], most: int) -> tuple[CascadeNode, ...]:
    """Return each unit's first document, soonest after the root first, at most `most` of them.

    Documents without a unit or a lag are left out, as are those dated before the root.
    """
    first: dict[str, tuple[int, CascadeNode]] = {}
    for node in walk(nodes):
        unit, lag = node.document.unit, node.total_lag
        if unit and lag and lag.least >= 0 and not node.repeated:
            known = first.get(unit)
            if known is None or lag.least < known[0]:
                first[unit] = (lag.least, node)
    ordered = sorted(first.values(), key=lambda pair: (pair[0], pair[1].document.unit))
    return tuple(node for _, node in ordered[:most])


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each relation and each degree of verification occurs in a cascade."""

    relations: tuple[tuple[str, int], ...]
    verifications: tuple[tuple[Verification, int], ...]


def tally(nodes: tuple[CascadeNode, ...]) -> Tally:
    """Count relations and verification over all nodes that stand here in their own right."""
    own = [node for node in walk(nodes) if not node.repeated]
    relations = Counter(predicate for node in own for predicate in node.predicates)
    verified = Counter(node.document.verification for node in own)
    ordered = tuple((kind, verified[kind]) for kind in Verification if verified[kind])
    return Tally(tuple(relations.most_common()), ordered)


@dataclass(frozen=True, slots=True)
class Mark:
    """One document on a strip: how far along (0 to `WIDTH`), and its name."""

    x: int
    name: str
    iri: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Documents in time, one row a level; `ticks` name months or years, `cursor` the as-of day."""

    rows: tuple[tuple[Level, tuple[Mark, ...]], ...]
    ticks: tuple[tuple[str, int], ...]
    start: date
    end: date
    cursor: int | None


def strip(cascade: Cascade) -> Strip | None:
    """Return the documents of a cascade in time, or None when no two dates differ."""
    documents = {cascade.root.iri: cascade.root}
    documents.update({node.document.iri: node.document for node in walk(cascade.nodes)})
    dated = [(d, d.issued.earliest) for d in documents.values() if d.issued and d.level]
    days = {on for _, on in dated}
    if not days or min(days) == max(days):
        return None
    start, last = min(days), max(days)
    end = max(last, cascade.as_of) if cascade.as_of else last
    rows = tuple(
        (level, _marks([(d, on) for d, on in dated if d.level == level], start, end))
        for level in Level
        if any(d.level == level for d, _ in dated)
    )
    cursor = _along(cascade.as_of, start, end) if cascade.as_of else None
    return Strip(rows, _ticks(start, end), start, end, cursor)


def _marks(dated: list[tuple[Document, date]], start: date, end: date) -> tuple[Mark, ...]:
    return tuple(Mark(_along(on, start, end), d.name, d.iri) for d, on in dated)


def _along(on: date, start: date, end: date) -> int:
    reach = max((end - start).days, 1)
    return round(WIDTH * min(max((on - start).days, 0), reach) / reach)


def ticks(start: date, days: int) -> tuple[tuple[str, int], ...]:
    """Return the names of months or years along so many days, and where on a strip they begin."""
    return _ticks(start, date.fromordinal(min(start.toordinal() + days, date.max.toordinal())))


def _ticks(start: date, end: date) -> tuple[tuple[str, int], ...]:
    """Return at most `_TICKS` first days of a month or year that stand inside the strip."""
    months = (end.year - start.year) * 12 + end.month - start.month
    most = _STEPS[-1] * (1 + months // (_TICKS * _STEPS[-1]))  # for a strip of centuries
    step = next((step for step in _STEPS if months < _TICKS * step), most)
    first = start.year * 12 + start.month  # the month after the first, counted from year 0
    firsts = [month for month in range(first, first + months) if month % step == 0]
    days = [date(month // 12, month % 12 + 1, 1) for month in firsts]
    return tuple((_tick_name(on, step), _along(on, start, end)) for on in days)


def _tick_name(on: date, step: int) -> str:
    return str(on.year) if step >= _MONTHS else f"{on.month}-{on.year}"


@dataclass(frozen=True, slots=True)
class Region:
    """The units of one region and how many of them show a document."""

    name: str | None
    units: tuple[UnitCoverage, ...]

    @property
    def found(self) -> int:
        """Return how many units show a document."""
        return sum(1 for unit in self.units if unit.state is UnitState.FOUND)


def regions(coverage: Coverage) -> tuple[Region, ...]:
    """Return the units by region from north to south, by name within each."""
    names = sorted({unit.region for unit in coverage.units}, key=place_of_region)
    return tuple(
        Region(name, tuple(sorted((u for u in coverage.units if u.region == name), key=_by_name)))
        for name in names
    )


def place_of_region(name: str | None) -> tuple[int, str]:
    """Return by what regions are ordered: north to south, those not known by name, last none."""
    place = _REGIONS.index(name) if name in _REGIONS else len(_REGIONS)
    return place, bare(name or "\uffff")


def _by_name(unit: UnitCoverage) -> str:
    return bare(unit.unit)


def longest_lag(coverage: Coverage) -> int:
    """Return the greatest lag that a bar has to show, at least one day."""
    return max([1, *(unit.lag.most for unit in coverage.units if unit.lag)])


def bar(lag: Lag | None, longest: int) -> int | None:
    """Return where a lag ends on a bar of `WIDTH`; None when unknown, 0 when negative."""
    if lag is None:
        return None
    return round(WIDTH * min(max(lag.least, 0), longest) / longest)


def states(coverage: Coverage) -> tuple[tuple[UnitState, int], ...]:
    """Return how many units stand in each state, in the order of the states."""
    counted = Counter(unit.state for unit in coverage.units)
    return tuple((state, counted[state]) for state in UnitState if counted[state])


def edges(edges: Iterable[Edge]) -> tuple[tuple[str, tuple[Edge, ...]], ...]:
    """Return edges by relation, the most frequent first."""
    grouped: dict[str, list[Edge]] = {}
    for edge in edges:
        grouped.setdefault(edge.predicate, []).append(edge)
    ordered = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple((predicate, tuple(found)) for predicate, found in ordered)


def sources(evidence: Iterable[Evidence]) -> int:
    """Return how many distinct sources stand behind the evidence."""
    return len({(item.source, item.places) for item in evidence})


def unverified(evidence: Iterable[Evidence]) -> bool:
    """Tell whether there is evidence and none of it is verified."""
    return {item.verification for item in evidence} == {Verification.UNVERIFIED}


def matches(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of `text` that a search for `query` met, tone marks disregarded.

    Folding is not one character to one, so it is done a character at a time and mapped back.
    """
    folded, origin = [], []
    for place, character in enumerate(text):
        plain = bare(character) or " "
        folded.append(plain)
        origin += [place] * len(plain)
    words = sorted({re.escape(word) for word in bare(query).split() if word}, key=len, reverse=True)
    if not words:
        return ()
    found = re.finditer(r"(?<!\w)(?:" + "|".join(words) + ")", "".join(folded))
    spans = [(origin[hit.start()], origin[hit.end() - 1] + 1) for hit in found]
    return tuple(_joined(text, spans))


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans with those made one that only spaces set apart."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
