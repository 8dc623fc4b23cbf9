#!/usr/bin/env python3
"""Write the map of the provinces, 63 and 34, or with `--check` tell whether it drifted.

The 63 come from npm `@svg-maps/vietnam` (CC BY 4.0), a drawing and no statement on boundaries; the
34 are made of them as the register says which went into which. The borders of neighbours are drawn
there each for itself, a little apart: they are brought together first, so that what went into one
unit has no border inside it, and every border is thinned once for both sides.

`scripts/make_map.py [--check] [FOLDER]`: FOLDER holds `vietnam.svg`; else `node_modules` is looked
through.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from graph.read.register import read_register
from graph.records import UnitSet
from graph.resolve.places import Gazetteer

ROOT = Path(__file__).resolve().parent.parent
MAP = ROOT / "api" / "web" / "maps" / "provinces.json"
PACKAGE = "@svg-maps/vietnam"

Point = tuple[int, int]  # in hundredths of the drawing's unit
Ring = list[Point]

_SCALE = 100
_APART = 40  # most that the two drawings of one border stand apart
_FINE = 45  # what thinning may move a border
_ISLET = 120 * 100  # smallest area of a ring that is kept; islands of the two archipelagos all are
_CELL = 200
_OF_ONE_LINE = 2  # neighbours of a point where no third border begins

# What the drawing calls otherwise than the register does.
_NAMES = {"baria": "ba-ria-vung-tau", "hcm": "ho-chi-minh", "tthue": "hue"}
_ARCHIPELAGOS = {
    "hoangsa": ("Quần đảo Hoàng Sa", "Hoàng Sa Archipelago", "da-nang"),
    "truongsa": ("Quần đảo Trường Sa", "Trường Sa Archipelago", "khanh-hoa"),
}
_PATH = re.compile(r'<path\s+id="([^"]+)"\s+aria-label="[^"]*"\s+d="([^"]*)"')
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_LENGTH = {"m": 2, "l": 2, "c": 6}


def main(arguments: list[str]) -> int:
    """Return 0 when the map is as it should be, 1 when `--check` found drift, 2 without source."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    drawing = next((one for one in drawings(folders) if one.is_file()), None)
    if drawing is None:
        print(f"không tìm thấy / not found: {PACKAGE} (npm ci)", file=sys.stderr)
        return 2
    made = written(made_map(drawing.read_text(encoding="utf-8")))
    if "--check" not in arguments:
        MAP.write_text(made, encoding="utf-8")
        return 0
    if MAP.read_text(encoding="utf-8") == made:
        return 0
    print(f"{MAP.name}: đã cũ / drifted: chạy / run scripts/make_map.py")
    return 1


def drawings(folders: list[Path]) -> Iterator[Path]:
    """Yield where the drawing may lie."""
    depths = ("", "*/", "*/*/")
    found = (path for depth in depths for path in ROOT.glob(f"{depth}node_modules/{PACKAGE}"))
    for folder in folders or found:
        yield folder / "vietnam.svg"


def made_map(svg: str) -> Mapping[str, object]:
    """Return the map: paths and label points of the units of both sets, and the archipelagos."""
    drawn = {_NAMES.get(name, name): rings_of(path) for name, path in _PATH.findall(svg)}
    islands = {name: drawn.pop(name) for name in _ARCHIPELAGOS}
    gazetteer = _gazetteer()
    old = [unit for unit in gazetteer.units if UnitSet.SIXTY_THREE in unit.sets]
    units = dict(
        zip(
            (one.slug for one in old), joined([_drawn(drawn, one.slug) for one in old]), strict=True
        )
    )
    heirs = {
        one.slug: ([heir.slug for heir in gazetteer.heirs(one)] or [one.slug])[0] for one in old
    }
    merged: dict[str, list[Ring]] = defaultdict(list)
    for slug, rings in units.items():
        merged[heirs[slug]] += rings
    sets = {
        "63": {slug: united(rings) for slug, rings in units.items()},
        "34": {slug: united(rings) for slug, rings in merged.items()},
    }
    return {
        "from": f"{PACKAGE} 2.0.0, CC BY 4.0",
        "units": {number: _unit_paths(shapes) for number, shapes in sets.items()},
        "islands": [_archipelago(name, rings, heirs) for name, rings in islands.items()],
    }


def written(made: Mapping[str, object]) -> str:
    """Return the text of the file, one unit a line."""
    text = json.dumps(made, ensure_ascii=False, sort_keys=True, indent=1)
    return re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", text) + "\n"


def _gazetteer() -> Gazetteer:
    register, problems = read_register(ROOT / "data" / "register")
    assert not problems, problems
    return Gazetteer.of(register.provinces, register.provincial_terms)


def _drawn(drawn: Mapping[str, list[Ring]], slug: str) -> list[Ring]:
    return drawn[slug] if slug in drawn else drawn[slug.replace("-", "")]


def _unit_paths(shapes: Mapping[str, list[Ring]]) -> Mapping[str, object]:
    thin = thinned(shapes)
    return {
        slug: {"at": _label_point(rings), "path": path_of(rings)} for slug, rings in thin.items()
    }


def _archipelago(name: str, rings: list[Ring], heirs: Mapping[str, str]) -> Mapping[str, object]:
    vi, en, old = _ARCHIPELAGOS[name]
    kept = [[ring[0], *_thin([*ring, ring[0]], _FINE)[1:-1]] for ring in rings]
    return {"vi": vi, "en": en, "of": {"63": old, "34": heirs[old]}, "path": path_of(kept)}


# Reading.


def rings_of(path: str) -> list[Ring]:
    """Return the closed lines of a path; of a curve its ends, which lie close together here."""
    tokens = _TOKEN.findall(path)
    rings: list[Ring] = []
    x = y = 0.0
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        if command in "zZ":
            x, y = (value / _SCALE for value in rings[-1][0])
            continue
        length = _LENGTH[command.lower()]
        dx, dy = (float(one) for one in tokens[place + length - 2 : place + length])
        place += length
        x, y = (x + dx, y + dy) if command.islower() else (dx, dy)
        if command in "mM":
            rings.append([])
            command = "l" if command == "m" else "L"
        rings[-1].append((round(x * _SCALE), round(y * _SCALE)))
    return rings


# Bringing together what is drawn apart.


def joined(units: Iterable[list[Ring]]) -> list[list[Ring]]:
    """Return the units with the borders of neighbours made one: the same points, in a ring each."""
    listed = list(units)
    near = _Near(point for rings in listed for ring in rings for point in ring)
    whole = [[_whole(near.along(ring)) for ring in rings] for rings in listed]
    return [[ring for ring in rings if area(ring)] for rings in whole]


class _Near:
    """Points that stand for all those near them, found by place."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._cells: dict[Point, list[Point]] = defaultdict(list)
        self._stands: dict[Point, Point] = {}
        for point in sorted(set(points)):
            nearest = min(
                self._around(point, point), key=lambda it: _square(it, point), default=None
            )
            if nearest is None or _square(nearest, point) > _APART**2:
                nearest = point
                self._cells[point[0] // _CELL, point[1] // _CELL].append(point)
            self._stands[point] = nearest

    def _around(self, one: Point, other: Point) -> Iterator[Point]:
        columns, rows = (sorted((one[axis], other[axis])) for axis in (0, 1))
        for column in range((columns[0] - _APART) // _CELL, (columns[1] + _APART) // _CELL + 1):
            for row in range((rows[0] - _APART) // _CELL, (rows[1] + _APART) // _CELL + 1):
                yield from self._cells.get((column, row), ())

    def along(self, ring: Ring) -> Ring:
        """Return a ring of such points, those among them that lie along its sides."""
        ends = [self._stands[point] for point in ring]
        found: Ring = []
        for one, other in _sides(ends):
            beside = {point for point in self._around(one, other) if _beside(point, one, other)}
            found += [one, *sorted(beside, key=lambda point: _square(point, one))]
        return found


def _square(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _beside(point: Point, one: Point, other: Point) -> bool:
    """Tell whether a point lies along the inside of a side."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = (point[0] - one[0]) * dx + (point[1] - one[1]) * dy
    if not 0 < along < length or point in (one, other):
        return False
    across = (point[0] - one[0]) * dy - (point[1] - one[1]) * dx
    return across * across <= _APART**2 * length


def _whole(ring: Ring) -> Ring:
    """Return a ring without points that repeat and ways that lead back, turning one way round."""
    kept: Ring = []
    for point in [*ring, *ring[:2]]:
        if len(kept) > 1 and kept[-2] == point:
            kept.pop()
        elif not kept or kept[-1] != point:
            kept.append(point)
    kept = kept[: len(kept) - next((n for n in (2, 1) if kept[-n:] == kept[:n]), 0)]
    return kept if area(kept) >= 0 else kept[::-1]


def area(ring: Ring) -> float:
    """Return the area of a ring, negative when it turns the other way round."""
    return sum(one[0] * other[1] - other[0] * one[1] for one, other in _sides(ring)) / 2


def _sides(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], *ring[:1]], strict=True)


def united(rings: Iterable[Ring]) -> list[Ring]:
    """Return the outline of several rings: a side that two of them share is left out."""
    sides = Counter(side for ring in rings for side in _sides(ring))
    after: dict[Point, list[Point]] = defaultdict(list)
    for one, other in sorted(sides):
        # What two units draw one over the other is there twice.
        after[one] += [other] * (sides[one, other] - sides[other, one])
    found = []
    for start in sorted(after):
        while after[start]:
            ring = [start]
            while after[ring[-1]]:
                ring.append(after[ring[-1]].pop())
                if ring[-1] == start:
                    break
            found += _loops(ring)
    return [ring for ring in found if area(ring) >= _ISLET]


def _loops(way: Ring) -> list[Ring]:
    """Return the rings of a way that meets itself."""
    found, kept, place = [], [], {}
    for point in way:
        if point in place:
            found.append(kept[place[point] :])
            for one in kept[place[point] + 1 :]:
                del place[one]
            kept = kept[: place[point] + 1]
        else:
            place[point] = len(kept)
            kept.append(point)
    return found


# Thinning.


def thinned(shapes: Mapping[str, list[Ring]]) -> Mapping[str, list[Ring]]:
    """Return the shapes with fewer points, a border the same for both sides."""
    beside: dict[Point, set[Point]] = defaultdict(set)
    for rings in shapes.values():
        for ring in rings:
            for one, other in _sides(ring):
                beside[one].add(other)
                beside[other].add(one)
    fixed = {point for point, others in beside.items() if len(others) != _OF_ONE_LINE}
    # A strait can close when its shores are thinned: what is left of it is no border.
    return {
        slug: united(_rounded(_thin_ring(ring, fixed)) for ring in rings)
        for slug, rings in shapes.items()
    }


def _rounded(ring: Ring) -> Ring:
    """Return a ring in the tenths in which it is written."""
    return [(round(x / 10) * 10, round(y / 10) * 10) for x, y in ring]


def _thin_ring(ring: Ring, fixed: set[Point]) -> Ring:
    corners = [place for place, point in enumerate(ring) if point in fixed]
    if not corners:
        corners = sorted({ring.index(min(ring)), ring.index(max(ring))})
    turned = ring[corners[0] :] + ring[: corners[0] + 1]
    places = [place - corners[0] for place in corners] + [len(ring)]
    thin: Ring = []
    for start, end in pairwise(places):
        arc = turned[start : end + 1]
        back = arc[0] > arc[-1]
        kept = _thin(arc[::-1] if back else arc, _FINE)
        thin += (kept[::-1] if back else kept)[:-1]
    return thin


def _thin(line: Ring, fine: int) -> Ring:
    """Return a line between its ends with no point moved more than that (Douglas and Peucker)."""
    keep, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far = max(
            range(first + 1, last), key=lambda n: _off(line[n], line[first], line[last]), default=0
        )
        if far and _off(line[far], line[first], line[last]) > fine:
            keep.add(far)
            waiting += [(first, far), (far, last)]
    return [line[place] for place in sorted(keep)]


def _off(point: Point, one: Point, other: Point) -> float:
    length = _square(one, other)
    if not length:
        return float(_square(point, one)) ** 0.5
    dx, dy = other[0] - one[0], other[1] - one[1]
    return abs((point[0] - one[0]) * dy - (point[1] - one[1]) * dx) / float(length) ** 0.5


# Writing, in tenths of the drawing's unit.


def path_of(rings: Iterable[Ring]) -> str:
    """Return rings as the data of a path: whole numbers, each point from the one before."""
    return "".join(_written_ring(ring) for ring in rings)


def _written_ring(ring: Ring) -> str:
    tenths = [(x // 10, y // 10) for x, y in _rounded(ring)]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths)]
    numbers = [str(one) for step in steps if step != (0, 0) for one in step] or ["0", "1"]
    told = "".join(one if one.startswith("-") else f" {one}" for one in numbers).lstrip()
    return f"M{tenths[0][0]} {tenths[0][1]}l{told}z"


def _label_point(rings: list[Ring]) -> list[int]:
    """Return the middle of the largest ring."""
    ring = max(rings, key=area)
    whole, x, y = 6 * area(ring), 0, 0
    for one, other in _sides(ring):
        part = one[0] * other[1] - other[0] * one[1]
        x, y = x + (one[0] + other[0]) * part, y + (one[1] + other[1]) * part
    return [round(x / whole / 10), round(y / whole / 10)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
