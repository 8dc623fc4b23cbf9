"""Where everything of Lược đồ stands: one band a level, the Centre on top; pure and repeatable.

The units keep one place from left to right in all bands, by region from north to south, so that a
province can be followed down with the eye. What is not opened is a bar; bars and cards are never
more than units and documents opened, whatever the lineage holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.model import CENTRE, Level, LineageRow, Scene, UnitSpread, UnitState
from graph.view.diagram import (
    Band,
    Bar,
    Box,
    Caption,
    Card,
    CardKind,
    Chip,
    ChipKind,
    Diagram,
    RegionMark,
)
from graph.view.linking import links_of

#: From north to south, as tables of the country are read.
REGIONS = (
    "Trung du và miền núi phía Bắc",
    "Trung du và miền núi Bắc Bộ",
    "Đồng bằng sông Hồng",
    "Bắc Trung Bộ",
    "Bắc Trung Bộ và duyên hải Trung Bộ",
    "Duyên hải Nam Trung Bộ và Tây Nguyên",
    "Tây Nguyên",
    "Đông Nam Bộ",
    "Đồng bằng sông Cửu Long",
)
NARROW = 640  # width below which the names of bands stand above them
_GUTTER, _SIDE, _PAD = 106, 14, 14
_HEAD = 26  # height of the name of a band that stands above it
_CARD, _LINE, _ROOT = 40, 16, 74  # heights: of a card of two lines, of a line, of the root
_GAP_X, _GAP_Y = 10, 12
_CARD_WIDTH = 166  # least, where there is room
_ROOT_WIDTH = 380
_BAR_HEIGHTS = {Level.PROVINCE: 46}
_BAR_HEIGHT = 26  # in the bands below
_PITCH, _PITCH_LEAST = 25, 9
_REGION_GAP, _REGION_GAP_NARROW = 16, 8
_REGION_LINES, _REGION_LINES_NARROW = 30, 44
_EMPTY_FRAME = 8
_TIGHT = 14  # distance of bars up to which they come closer to one another
_LINES = 4  # documents that the card of a unit names
_CHIP, _CHIP_GAP = 20, 12
_LETTER, _LETTER_SMALL = 6.3, 6.0  # mean widths of letters of 11.5 and 11 px
_THIN = 48  # height of a band without documents

_ORDER: tuple[tuple[Level | None, ...], ...] = (
    (Level.CENTRAL, Level.MINISTRY),
    (Level.PROVINCE,),
    (Level.DISTRICT,),
    (Level.COMMUNE,),
    (Level.GRASSROOTS,),
    (None,),
)
_ALWAYS = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


def lay_out(scene: Scene, width: int) -> Diagram:
    """Return a scene drawn at a width in pixels, as high as it needs."""
    return _Laying(scene, width).diagram()


def place_of_region(name: str | None) -> tuple[int, str]:
    """Return by what regions are ordered: from north to south, unknown ones last."""
    return (REGIONS.index(name) if name in REGIONS else len(REGIONS), name or "")


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the bar of a unit stands, and in which line of bars."""

    unit: UnitSpread
    x: int
    line: int
    pitch: int


class _Laying:
    """Fills bands from top to bottom; asked once."""

    def __init__(self, scene: Scene, width: int) -> None:
        self._scene = scene
        self._width = width
        self._narrow = width < NARROW
        self._left = _SIDE if self._narrow else _GUTTER
        self._room = width - self._left - _PAD
        self._y = 0
        self._heirs = dict(scene.heirs)
        self._chosen = _chosen_documents(scene)
        self._columns, self._marks = self._places()
        self._bands: list[Band] = []
        self._regions: list[RegionMark] = []
        self._bars: list[Bar] = []
        self._cards: list[Card] = []
        self._chips: list[Chip] = []
        self._captions: list[Caption] = []

    def diagram(self) -> Diagram:
        for levels in _ORDER:
            documents = self._documents(levels)
            rooted = self._scene.root.level in levels
            if documents or rooted or levels[0] in _ALWAYS:
                self._band(levels, documents, rooted=rooted)
        links = links_of(self._scene, self._cards, self._bars)
        return Diagram(
            self._width,
            self._y,
            tuple(self._bands),
            tuple(self._regions),
            tuple(self._bars),
            tuple(self._cards),
            tuple(self._chips),
            tuple(self._captions),
            links,
        )

    def _documents(self, levels: Iterable[Level | None]) -> int:
        groups = self._scene.outline.groups
        return sum(group.documents for group in groups if group.level in levels)

    def _band(self, levels: tuple[Level | None, ...], documents: int, *, rooted: bool) -> None:
        top, level = self._y, levels[0]
        self._y += _HEAD if self._narrow else 14
        if rooted:
            self._root(level)
        if level is Level.CENTRAL:
            self._centre(documents)
        elif documents or level is Level.PROVINCE:
            self._units(level, documents)
        self._y = max(self._y + 6, top + _THIN + (_HEAD if self._narrow else 0))
        counted = sum(_at(unit, level) for unit in self._scene.spread.units)
        self._bands.append(
            Band(
                level,
                Box(0, top, self._width, self._y - top),
                documents,
                sum(1 for unit in self._scene.spread.units if _at(unit, level)),
                0 if level is Level.CENTRAL else max(documents - counted, 0),
            )
        )

    # The Centre

    def _root(self, level: Level | None) -> None:
        root, width = self._scene.root, min(self._room, _ROOT_WIDTH)
        long = _LETTER_SMALL * len(root.title or "") > width
        height = _ROOT if long else _ROOT - _LINE
        box = Box(self._left + (self._room - width) // 2, self._y, width, height)
        self._cards.append(
            Card(
                CardKind.ROOT,
                level,
                box,
                None,
                root.iri,
                (),
                self._scene.outline.documents,
                0,
                bool(self._scene.selection),
            )
        )
        self._y = box.bottom + 18

    def _centre(self, documents: int) -> None:
        rows = [row for row in self._scene.rows if row.document.level in _ORDER[0]]
        rows.sort(key=lambda row: (str(row.document.issued or "9"), row.document.iri))
        if not rows:
            return
        self._y += 10
        self._flow([_Planned(_document_card(row), _CARD + _LINE) for row in rows], Level.CENTRAL)
        self._more(CENTRE, Level.CENTRAL, documents - len(rows))

    # Units

    def _places(self) -> tuple[tuple[_Column, ...], tuple[tuple[str | None, int, int, int], ...]]:
        """Return where the bar of each unit stands, and the regions: name, x, width, line."""
        ordered = sorted(self._scene.spread.units, key=lambda one: place_of_region(one.region))
        regions = [(name, list(units)) for name, units in groupby(ordered, lambda one: one.region)]
        gap = _REGION_GAP_NARROW if self._narrow else _REGION_GAP
        free = self._room - gap * (len(regions) - 1)
        pitch = max(_PITCH_LEAST, min(_PITCH, free // max(len(ordered), 1)))
        columns, marks, x, line = [], [], self._left, 0
        for name, units in regions:
            if x > self._left and x + pitch * len(units) > self._left + self._room:
                x, line = self._left, line + 1
            marks.append((name, x, pitch * len(units), line))
            columns += [
                _Column(unit, x + pitch * place, line, pitch) for place, unit in enumerate(units)
            ]
            x += pitch * len(units) + gap
        return tuple(columns), tuple(marks)

    def _units(self, level: Level | None, documents: int) -> None:
        if level is Level.PROVINCE:
            self._captions.append(
                Caption("bars", Box(self._left, self._y, self._room, 14), documents, level)
            )
            self._y += 18
        self._strip(level)
        if level is Level.PROVINCE:
            self._unit_cards()
            self._absent()
        else:
            self._document_cards(level)

    def _strip(self, level: Level | None) -> None:
        high = _BAR_HEIGHTS.get(level, _BAR_HEIGHT) if level else _BAR_HEIGHT
        lines_of_names = _REGION_LINES_NARROW if self._narrow else _REGION_LINES
        named = lines_of_names if level is Level.PROVINCE else 6
        lines = 1 + max((column.line for column in self._columns), default=0)
        most = max((_at(unit, level) for unit in self._scene.spread.units), default=0)
        bases = [self._y + high + line * (high + named + 10) for line in range(lines)]
        for column in self._columns:
            count = _at(column.unit, level)
            if not count and level is not Level.PROVINCE:
                continue
            tall = max(4, round(high * count / most)) if count else _EMPTY_FRAME
            base, wide = (
                bases[column.line],
                min(14, column.pitch - (6 if column.pitch > _TIGHT else 3)),
            )
            box = Box(column.x + (column.pitch - wide) // 2, base - tall, wide, tall)
            reach = Box(column.x, base - high, column.pitch, high + 4)
            self._bars.append(
                Bar(
                    level,
                    column.unit.iri,
                    column.unit.name,
                    box,
                    reach,
                    count,
                    column.unit.state,
                    column.unit.iri in self._scene.opened,
                )
            )
        for name, x, width, line in self._marks:
            box = Box(x, bases[line] + 2, width, named)
            self._regions.append(RegionMark(name if level is Level.PROVINCE else None, box))
        self._y = bases[-1] + named + 8

    def _unit_cards(self) -> None:
        spread = {unit.iri: unit for unit in self._scene.spread.units}
        own = self._rows_by_unit(Level.PROVINCE)
        planned = []
        for column in self._columns:
            unit = column.unit.iri
            if unit in self._scene.opened:
                rows = own.get(unit, [])
                most = len(rows) if unit in self._scene.whole_units else _LINES
                shown = _first(rows, most, self._chosen)
                rest = _at(spread[unit], Level.PROVINCE) - len(shown)
                card = Card(
                    CardKind.UNIT,
                    Level.PROVINCE,
                    Box(0, 0, 0, 0),
                    unit,
                    column.unit.name,
                    tuple(shown),
                    column.unit.documents,
                    max(rest, 0),
                    any(row.document.iri in self._chosen for row in shown),
                )
                lines = len(shown) + bool(rest > 0)
                planned.append(_Planned(card, 24 + _LINE * max(lines, 1)))
        if planned:
            self._y += 14
            self._flow(planned, Level.PROVINCE)

    def _absent(self) -> None:
        """Name the units without documents, by what their absence means."""
        for state in (UnitState.REPORTED, UnitState.NONE_FOUND, UnitState.OUT_OF_SCOPE):
            units = [column.unit for column in self._columns if column.unit.state is state]
            if units:
                self._captions.append(
                    Caption(state.value, Box(self._left, self._y, self._room, 14), len(units))
                )
                self._y += 18
                self._names(units, state)

    def _names(self, units: Sequence[UnitSpread], state: UnitState) -> None:
        x = self._left
        for unit in units:
            width = round(13 + _LETTER * len(unit.name))
            if x > self._left and x + width > self._left + self._room:
                x, self._y = self._left, self._y + _CHIP
            box = Box(x, self._y, width, _CHIP - 4)
            self._chips.append(Chip(ChipKind.UNIT, box, None, unit.iri, unit.name, 0, state))
            x += width + _CHIP_GAP
        self._y += _CHIP + 4

    def _document_cards(self, level: Level | None) -> None:
        own, spread = self._rows_by_unit(level), self._scene.spread.units
        counts = {unit.iri: _at(unit, level) for unit in spread}
        for column in self._columns:
            rows = own.get(column.unit.iri, [])
            if rows and column.unit.iri in self._scene.opened:
                self._y += 6
                cards = [_Planned(_document_card(row, level), _CARD + _LINE) for row in rows]
                self._flow(cards, level)
                self._more(column.unit.iri, level, counts[column.unit.iri] - len(rows))

    def _rows_by_unit(self, level: Level | None) -> dict[str, list[LineageRow]]:
        found: dict[str, list[LineageRow]] = defaultdict(list)
        for row in self._scene.rows:
            if row.document.level == level and row.document.unit_iri:
                for heir in self._heirs.get(row.document.unit_iri, ()):
                    found[heir].append(row)
        return found

    # What both share

    def _flow(self, planned: Sequence[_Planned], level: Level | None) -> None:
        """Place cards in lines of equal columns."""
        fit = max(1, (self._room + _GAP_X) // (_CARD_WIDTH + _GAP_X))
        columns = min(fit, max(len(planned), min(fit, 4)))
        width = (self._room + _GAP_X) // columns - _GAP_X
        for start in range(0, len(planned), columns):
            line = planned[start : start + columns]
            for place, one in enumerate(line):
                x = self._left + place * (width + _GAP_X)
                box = Box(x, self._y, width, one.height)
                self._cards.append(_placed(one.card, box, self._chosen))
            self._y += max(one.height for one in line) + _GAP_Y

    def _more(self, unit: str, level: Level | None, count: int) -> None:
        if count > 0:
            box = Box(self._left, self._y, 180, _CHIP - 4)
            self._chips.append(Chip(ChipKind.MORE, box, level, unit, "", count, UnitState.FOUND))
            self._y += _CHIP + 4


@dataclass(frozen=True, slots=True)
class _Planned:
    """A card without its place."""

    card: Card
    height: int


def _placed(card: Card, box: Box, chosen: frozenset[str]) -> Card:
    lit = any(row.document.iri in chosen for row in card.rows)
    return Card(
        card.kind, card.level, box, card.unit, card.name, card.rows, card.documents, card.rest, lit
    )


def _document_card(row: LineageRow, level: Level | None = Level.CENTRAL) -> Card:
    it = row.document
    empty = Box(0, 0, 0, 0)
    return Card(
        CardKind.DOCUMENT, level, empty, it.unit_iri, it.iri, (row,), row.below, 0, chosen=False
    )


def _first(rows: list[LineageRow], most: int, chosen: frozenset[str]) -> list[LineageRow]:
    """Return the first rows, those of the chosen chain among them."""
    lit = [row for row in rows if row.document.iri in chosen]
    kept = {row.document.iri for row in (*lit, *rows)[: max(most, len(lit))]}
    return [row for row in rows if row.document.iri in kept]


def _at(unit: UnitSpread, level: Level | None) -> int:
    return dict(unit.by_level).get(level, 0) if level else 0


def _chosen_documents(scene: Scene) -> frozenset[str]:
    if scene.selection is None:
        return frozenset()
    ends = [{step.subject.iri, step.object.iri} for step in scene.selection.steps]
    return frozenset().union(*ends) - {scene.root.iri}
