"""The facets beside Lược đồ: what the lineage holds in counts, each a way to leave it out."""

from __future__ import annotations

from dataclasses import dataclass

from api import words
from api.sheet.state import SheetState
from api.web.sheet_wording import BANDS, sheet_phrase
from graph.lineage.relations import LINEAGE, local
from graph.model import CascadeOutline, Level, Scene

_TYPES = 8  # types of documents that are listed


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many documents have it, whether it counts, where that changes.

    `share` is the part of the most frequent value, from 0 to 100; `href` None: cannot be changed.
    """

    key: str
    label: str
    count: int
    share: int
    on: bool
    href: str | None


@dataclass(frozen=True, slots=True)
class Facet:
    """A heading with its values; `clear` is where all count again, None where they do."""

    label: str
    choices: tuple[Choice, ...]
    clear: str | None


def facets_of(scene: Scene, state: SheetState, language: str) -> tuple[Facet, ...]:
    """Return the facets of a lineage, counted without any of them applied."""
    whole = scene.whole
    made = (
        _listed(
            "level",
            "cap",
            tuple((level.value, _band(level, language), count) for level, count in whole.by_level),
            state,
            language,
        ),
        _listed("type", "loai", _types(whole, language), state, language),
        _listed("relation", "qh", _relations(whole, language), state, language),
        _certainty(whole, state, language),
        _force(whole, state, language),
    )
    return tuple(facet for facet in made if facet.choices)


def _band(level: Level, language: str) -> str:
    own = level in (Level.MINISTRY, Level.GRASSROOTS)
    return (words.LEVELS if own else BANDS)[level].within(language)


def _types(whole: CascadeOutline, language: str) -> tuple[tuple[str, str, int], ...]:
    """Return the types by their names: the Party and the State have resolutions of their own."""
    found: dict[str, tuple[list[str], int]] = {}
    for one in whole.by_type:
        if one.code:
            name = words.said(one.vi, one.en, language)
            codes, count = found.get(name, ([], 0))
            found[name] = ([*codes, one.code], count + one.documents)
    rows = (("+".join(codes), name, count) for name, (codes, count) in found.items())
    return tuple(sorted(rows, key=lambda row: -row[2]))


def _relations(whole: CascadeOutline, language: str) -> tuple[tuple[str, str, int], ...]:
    counts = dict(whole.by_relation)
    names = [local(relation) for relation in LINEAGE]
    return tuple(
        (name, words.relation(name, language), counts[name]) for name in names if name in counts
    )


def _listed(
    label: str,
    name: str,
    rows: tuple[tuple[str, str, int], ...],
    state: SheetState,
    language: str,
) -> Facet:
    most = max((count for _, _, count in rows), default=1)
    every = tuple(key for key, _, _ in rows)
    choices = tuple(
        Choice(
            key,
            told,
            count,
            _share(count, most),
            state.shows(name, key),
            state.toggled(name, key, every) if len(rows) > 1 else None,
        )
        for key, told, count in rows[:_TYPES]
    )
    clear = state.address(**{name: None}) if state.given.get(name) else None
    return Facet(sheet_phrase(label, language), choices, clear)


def _certainty(whole: CascadeOutline, state: SheetState, language: str) -> Facet:
    inferred = whole.documents - whole.stated
    rows = (("stated", whole.stated, True), ("inferred", inferred, not state.question.view.stated))
    return _switch("certainty", "ro", rows, state, language, sheet_phrase("certainty", language))


def _force(whole: CascadeOutline, state: SheetState, language: str) -> Facet:
    others = not state.question.view.in_force
    ended = whole.documents - whole.in_force - whole.uncertain_force
    rows = (
        ("in_force", whole.in_force, True),
        ("force_unknown", whole.uncertain_force, others),
        ("force_ended", ended, others),
    )
    on = state.question.view.as_of
    day = (
        sheet_phrase("force_on", language, day=words.day(on, language))
        if on
        else sheet_phrase("force_today", language)
    )
    return _switch("force", "luc", rows, state, language, sheet_phrase("force", language, day=day))


def _switch(
    kind: str,
    name: str,
    rows: tuple[tuple[str, int, bool], ...],
    state: SheetState,
    language: str,
    label: str,
) -> Facet:
    """Return a facet whose first value always counts, and the others together or not."""
    most = max((count for _, count, _ in rows), default=1)
    turned = state.address(**{name: None if state.given.get(name) else "1"})
    choices = tuple(
        Choice(
            f"{kind}-{key}",
            sheet_phrase(key, language),
            count,
            _share(count, most),
            on,
            None if place == 0 else turned,
        )
        for place, (key, count, on) in enumerate(rows)
        if count
    )
    clear = state.address(**{name: None}) if state.given.get(name) else None
    return Facet(label, choices, clear)


def _share(count: int, most: int) -> int:
    return max(1, round(100 * count / max(most, 1))) if count else 0
