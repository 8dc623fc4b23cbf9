"""The panel beside Lược đồ: the chosen relation with its chain, or the root and who came first."""

from __future__ import annotations

from dataclasses import dataclass

from api import words
from api.sheet.state import SheetState
from api.web.sheet_wording import sheet_phrase
from graph.model import Evidence, Lag, Level, LineageRow, PartialDate, PathStep, Scene, Selection
from ontology.terms import DATA

_PEERS = 8  # lags that are shown beside one another


@dataclass(frozen=True, slots=True)
class Peer:
    """A lag among others: how far along the longest of them, from 0 to 100."""

    label: str
    lag: str
    reach: float
    level: Level | None
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A document of the chosen chain with the lag from the one above it, and its address here."""

    step: PathStep | None
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel says; without a selection `step` is None, and `peers` are units.

    `sentences` tell the chain in words, `total` the lag of all of it; `gone` = a document was
    chosen that this lineage does not show.
    """

    step: PathStep | None
    selection: Selection | None
    stops: tuple[Stop, ...]
    sentences: tuple[str, ...]
    total: Lag | None
    sources: int
    quotes: int
    evidence: tuple[Evidence, ...]
    peers: tuple[Peer, ...]
    peers_in_all: int
    gone: bool
    clear: str


def panel_of(scene: Scene, state: SheetState, language: str) -> Panel:
    """Return the panel of a scene."""
    selection = scene.selection
    step = selection.steps[-1] if selection else None
    evidence = step.evidence if step else ()
    peers = _siblings(selection, state, language) if selection else _units(scene, state, language)
    last = selection.document.issued if selection else None
    return Panel(
        step=step,
        selection=selection,
        stops=_stops(selection, state) if selection else (),
        sentences=_sentences(selection, language) if selection else (),
        total=_between(scene.root.issued, last) if selection else None,
        sources=len({(one.source, one.places) for one in evidence}),
        quotes=sum(1 for one in evidence if one.quote),
        evidence=evidence,
        peers=peers,
        peers_in_all=len(selection.siblings) if selection else scene.outline.units,
        gone=bool(state.question.chosen) and selection is None,
        clear=state.address(chon=None),
    )


def _between(one: PartialDate | None, other: PartialDate | None) -> Lag | None:
    return Lag.between(min(one, other), max(one, other)) if one and other else None


def _far(step: PathStep) -> str:
    """Return the address of the end of a step that is farther from the root."""
    return (step.subject if step.forward else step.object).iri


def _stops(selection: Selection, state: SheetState) -> tuple[Stop, ...]:
    last = selection.steps[-1]
    return tuple(Stop(step, _choosing(state, _far(step)), step is last) for step in selection.steps)


def _choosing(state: SheetState, iri: str) -> str:
    return state.address(chon=iri.removeprefix(DATA))


def _sentences(selection: Selection, language: str) -> tuple[str, ...]:
    return tuple(_sentence(step, language) for step in selection.steps)


def _sentence(step: PathStep, language: str) -> str:
    relation = ", ".join(words.relation(one, language) for one in step.predicates)
    told = sheet_phrase(
        "step",
        language,
        below=_named(step, of_subject=True),
        above=_named(step, of_subject=False),
        relation=relation,
        lag=words.lag(step.lag, language),
    )
    if step.evidence and all(one.inference for one in step.evidence):
        told += " " + sheet_phrase("step_inferred", language)
    return told


def _named(step: PathStep, *, of_subject: bool) -> str:
    it = step.subject if of_subject else step.object
    return f"{it.name} ({it.unit})" if it.unit else it.name


def _siblings(selection: Selection, state: SheetState, language: str) -> tuple[Peer, ...]:
    rows = selection.siblings
    place = next((n for n, row in enumerate(rows) if _is(row, selection)), 0)
    start = max(0, min(place - _PEERS // 2, len(rows) - _PEERS))
    near = rows[start : start + _PEERS]
    longest = max((_days(row.total_lag) for row in near), default=1)
    return tuple(
        Peer(
            label=row.document.unit or row.document.name,
            lag=words.lag(row.total_lag, language),
            reach=100 * _days(row.total_lag) / max(longest, 1),
            level=row.document.level,
            chosen=_is(row, selection),
            href=_choosing(state, row.document.iri),
        )
        for row in near
    )


def _is(row: LineageRow, selection: Selection) -> bool:
    return row.document.iri == selection.document.iri


def _days(lag: Lag | None) -> int:
    return max(lag.least, 0) if lag else 0


def _units(scene: Scene, state: SheetState, language: str) -> tuple[Peer, ...]:
    root = scene.root.issued
    if root is None or not scene.outline.view.down:
        return ()
    dated = [
        (max((unit.first - root.latest).days, 0), unit) for unit in scene.spread.units if unit.first
    ]
    dated.sort(key=lambda pair: (pair[0], pair[1].iri))
    near = dated[:_PEERS]
    longest = max((days for days, _ in near), default=1)
    return tuple(
        Peer(
            label=unit.name,
            lag=words.days(days, language),
            reach=100 * days / max(longest, 1),
            level=Level.PROVINCE,
            chosen=False,
            href=state.opening(tuple(one for one in scene.opened if one != unit.iri), unit.iri),
        )
        for days, unit in near
    )
