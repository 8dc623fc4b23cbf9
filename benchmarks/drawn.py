"""Made-up lineages for the browser: a resolution, 34 provinces, as many documents as asked for.

They are values, not a store: what is measured is what a browser does with an answer.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from graph.lineage.place import Place
from graph.model import (
    Cascade,
    CascadeOutline,
    Coverage,
    Description,
    Document,
    Evidence,
    Force,
    Hit,
    Lag,
    Level,
    LevelDays,
    LineageGroup,
    LineageRow,
    Overview,
    PartialDate,
    Responsibility,
    Scene,
    SceneQuestion,
    Spread,
    Standing,
    Tie,
    UnitSpread,
    UnitState,
    Verification,
    View,
)
from ontology.terms import DATA

UNITS = 34
EXPANDED = 50
_DAY = date(2026, 1, 15)
_STANDING = Standing(Force.IN_FORCE, _DAY, PartialDate(2025, 1, 1), ())
_REGIONS = (
    *("Trung du và miền núi phía Bắc", "Đồng bằng sông Hồng", "Bắc Trung Bộ"),
    *("Duyên hải Nam Trung Bộ và Tây Nguyên", "Đông Nam Bộ", "Đồng bằng sông Cửu Long"),
)


def _document(number: int, level: Level, unit: int | None) -> Document:
    issued = PartialDate.parse(f"2025-{1 + number % 12:02d}-{1 + number % 28:02d}")
    return Document(
        iri=f"{DATA}document/made/{level}/{number}",
        name=f"Kế hoạch {number}-KH/TU",
        spelling=f"{number}-KH/TU",
        number=f"{number}-KH/TU",
        type_vi="Kế hoạch",
        type_en="Plan",
        level=level,
        unit=f"Tỉnh {unit}" if unit is not None else None,
        unit_iri=_unit(unit) if unit is not None else None,
        term=None,
        issuers=(f"Ủy ban nhân dân xã {number}",),
        issued=issued,
        title="Triển khai thực hiện nghị quyết về đột phá phát triển khoa học và công nghệ",
        verification=Verification.SEEN_ONCE,
    )


def _unit(number: int) -> str:
    return f"{DATA}unit/tinh-{number}"


ROOT = _document(0, Level.CENTRAL, None)


@cache
def documents(cards: int) -> tuple[LineageRow, ...]:
    """Return so many documents of communes, and one of each province on which they hang."""
    heads = [_document(1 + unit, Level.PROVINCE, unit) for unit in range(UNITS)]
    rows = [_row(head, ROOT) for head in heads]
    for number in range(cards):
        unit = number % UNITS
        rows.append(_row(_document(100 + number, Level.COMMUNE, unit), heads[unit]))
    return tuple(rows)


def _row(it: Document, above: Document) -> LineageRow:
    lag = Lag.between(above.issued, it.issued)
    tie = Tie(above, ("implements",), lag, stated=True, evidence=())
    steps = 1 if above is ROOT else 2
    return LineageRow(it, steps, (tie,), 1, lag, 0, False, _STANDING)


@cache
def drawn(cards: int, view: View) -> Scene:
    """Return a lineage of so many documents of communes, all of them open."""
    rows = documents(cards)
    units = tuple(_spread(number, cards) for number in range(UNITS))
    groups = tuple(
        LineageGroup(level, unit.name, unit.iri, count)
        for unit in units
        for level, count in unit.by_level
    )
    levels = ((Level.PROVINCE, UNITS), (Level.COMMUNE, cards))
    outline = CascadeOutline(
        *(ROOT, view, _DAY, _STANDING, len(rows), 0, UNITS, levels),
        *((), (("implements", len(rows)),), len(rows), 0, len(rows), 0, groups),
    )
    days = tuple(
        LevelDays(level, tuple((date(2025, month, 1), 9) for month in range(1, 13)))
        for level, _ in levels
    )
    iris = tuple(unit.iri for unit in units)
    heirs = tuple((iri, (iri,)) for iri in iris)
    return Scene(outline, outline, Spread(34, units, days, 0), rows, iris, heirs, (), None)


def _spread(number: int, cards: int) -> UnitSpread:
    communes = len(range(number, cards, UNITS))
    levels = ((Level.PROVINCE, 1), (Level.COMMUNE, communes))
    region = _REGIONS[number * len(_REGIONS) // UNITS]
    return UnitSpread(
        f"Tỉnh {number}", _unit(number), region, UnitState.FOUND, levels, date(2025, 1, 1)
    )


class DrawnAnswers:
    """Answers Lược đồ alone: `mo=all300` opens 300 documents."""

    def scene(self, question: SceneQuestion) -> Scene:
        """Return the lineage of as many documents as `mo` says."""
        (asked,) = question.opened or ("all300",)
        return drawn(int(asked.rpartition("all")[2]), question.view)

    def around(self, evidence: Evidence) -> tuple[str, str]:
        """Return nothing: there are no quotes."""
        return "", ""

    def document(self, text: str) -> Document:
        """Return the root, whatever is asked for."""
        return ROOT

    def documents(self, spellings: tuple[str, ...]) -> tuple[Document, ...]:
        """Return the root for each."""
        return tuple(ROOT for _ in spellings)

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Return nothing."""
        return ()

    def describe(self, text: str, on: date, known_on: date | None = None) -> Description:
        """Return the root with nothing said of it."""
        return Description(ROOT, _STANDING, (), (), (), ())

    def place(self, document: Document) -> Place:
        """Return a document without surroundings."""
        return Place((), None, None, (), (), Responsibility(document, _DAY, (), (), ()))

    def trace(self, text: str, down: bool, depth: int | None, as_of: date | None) -> Cascade:
        """Return an empty tree: the list is not what is measured."""
        return Cascade(ROOT, down, as_of, depth, _STANDING, (), 0, (), 0)

    def coverage(self, text: str, unit_set: int) -> Coverage:
        """Return an empty coverage."""
        return Coverage(ROOT, (), unit_set, 0, None, 0)

    def overview(self) -> Overview:
        """Return an empty store in figures."""
        return Overview(0, 0, 0, 0, ())
