"""A scene of Lược đồ made by hand from the sample answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import quote

from graph.model import (
    Cascade,
    CascadeNode,
    CascadeOutline,
    Document,
    Lag,
    Level,
    LevelDays,
    LineageGroup,
    LineageRow,
    PathStep,
    Scene,
    SceneQuestion,
    Selection,
    Spread,
    Standing,
    Tallied,
    Tie,
    UnitSpread,
    UnitState,
    View,
)
from tests.api import sample


def scene(cascade: Cascade, question: SceneQuestion, standing: Standing) -> Scene:
    """Return a scene that shows a cascade whole; a chosen document is found by its address."""
    rows = tuple(_rows(cascade.nodes, cascade.root, standing))
    units = _units(rows)
    outline = _outline(cascade, question.view, standing, units)
    return Scene(
        outline=outline,
        whole=outline,
        spread=Spread(34, units, _days(rows), 1),
        rows=rows,
        opened=tuple(unit.iri for unit in units if unit.documents),
        heirs=tuple((unit.iri, (unit.iri,)) for unit in units),
        whole_units=question.whole,
        selection=_selection(cascade, rows, question.chosen),
    )


def _place(name: str | None) -> str | None:
    return f"{sample.DATA}unit/{quote(name, safe='')}" if name else None


def _rows(nodes: tuple[CascadeNode, ...], above: Document, standing: Standing) -> list[LineageRow]:
    found: list[LineageRow] = []
    for node in nodes:
        if node.repeated:
            continue
        it = replace(node.document, unit_iri=_place(node.document.unit))
        tie = Tie(above, node.predicates, node.lag, stated=True, evidence=())
        below = len(node.children)
        own = node.standing or standing
        found.append(LineageRow(it, node.depth, (tie,), 1, node.total_lag, below, False, own))
        found += _rows(node.children, it, standing)
    return found


def _units(rows: tuple[LineageRow, ...]) -> tuple[UnitSpread, ...]:
    names = dict.fromkeys(row.document.unit for row in rows if row.document.unit)
    told = [_unit(name, rows) for name in names if name]
    return (
        *told,
        UnitSpread("Huế", f"{sample.DATA}unit/Huế", None, UnitState.NONE_FOUND, (), None),
    )


def _unit(name: str, rows: tuple[LineageRow, ...]) -> UnitSpread:
    own = [row.document for row in rows if row.document.unit == name]
    levels = tuple(
        (level, count) for level in Level if (count := sum(one.level is level for one in own))
    )
    first = min((one.issued.earliest for one in own if one.issued), default=None)
    region = dict(sample.PROVINCES).get(name)
    return UnitSpread(name, _place(name) or "", region, UnitState.FOUND, levels, first)


def _days(rows: tuple[LineageRow, ...]) -> tuple[LevelDays, ...]:
    days: dict[Level | None, dict[date, int]] = {}
    for row in rows:
        if row.document.issued:
            own = days.setdefault(row.document.level, {})
            day = row.document.issued.earliest
            own[day] = own.get(day, 0) + 1
    return tuple(LevelDays(level, tuple(sorted(own.items()))) for level, own in days.items())


def _outline(
    cascade: Cascade, view: View, standing: Standing, units: tuple[UnitSpread, ...]
) -> CascadeOutline:
    groups = tuple(
        LineageGroup(level, unit.name, unit.iri, count)
        for unit in units
        for level, count in unit.by_level
    )
    central = dict(cascade.by_level).get(Level.CENTRAL, 0)
    if central:
        groups += (LineageGroup(Level.CENTRAL, None, None, central),)
    return CascadeOutline(
        root=cascade.root,
        view=view,
        on=view.as_of or sample.TODAY,
        standing=standing,
        documents=cascade.documents,
        hidden=1 if view.levels else 0,
        units=cascade.units,
        by_level=cascade.by_level,
        by_type=(
            Tallied("both/ke-hoach", "Kế hoạch", "Plan", 5),
            Tallied("party/nghi-quyet", "Nghị quyết", "Resolution", 2),
            Tallied("state/nghi-quyet", "Nghị quyết", "Resolution", 2),
        ),
        by_relation=(("implements", 8), ("basedOn", 1)),
        in_force=6,
        uncertain_force=2,
        stated=7,
        in_cycles=0,
        groups=groups,
    )


def _selection(
    cascade: Cascade, rows: tuple[LineageRow, ...], chosen: str | None
) -> Selection | None:
    """Return the chain to a document, by the ties of the rows."""
    by = {row.document.iri: row for row in rows}
    if chosen not in by:
        return None
    steps, at = [], by.get(chosen)
    while at is not None:
        tie = at.ties[0]
        lag = Lag.between(tie.other.issued, at.document.issued)
        proof = (sample.evidence(1, quote="Tỉnh thực hiện.", start=0),)
        step = PathStep(at.document, tie.predicates, tie.other, True, lag, proof)
        steps.append(step)
        at = by.get(tie.other.iri)
    beside = tuple(row for row in rows if row.document.level == by[chosen].document.level)
    return Selection(by[chosen].document, tuple(reversed(steps)), beside)
