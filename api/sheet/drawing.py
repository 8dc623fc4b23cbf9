"""The drawing of Lược đồ in words: every band, bar, card and line with what it says and opens."""

from __future__ import annotations

from datetime import date

from api import words
from api.sheet.shapes import (
    BandShape,
    BarShape,
    BoxShape,
    CaptionShape,
    CardShape,
    CascadeLayout,
    ChipShape,
    LineShape,
    LinkShape,
    RegionShape,
)
from api.sheet.state import SheetState
from api.sheet.times import time_of
from api.web.format import tidy
from api.web.sheet_wording import BANDS, sheet_phrase
from graph.model import (
    Document,
    Force,
    Level,
    LineageRow,
    PartialDate,
    Scene,
    Standing,
    UnitState,
    Verification,
)
from graph.view.diagram import Band, Bar, Box, Caption, Card, CardKind, Chip, ChipKind, Diagram
from ontology.terms import DATA

_ON = frozenset({Force.IN_FORCE, Force.ASSUMED})
_MONTH = 3  # letters of the name of a month
_LONG_NAME = 23  # letters of a name that a card has no room for
_NARROW_NOTE = 560  # width below which remarks are short
_LEGEND = ("stated", "inferred", "absent", "unverified", "chosen")


def layout_of(
    scene: Scene, diagram: Diagram, state: SheetState, language: str, today: date
) -> CascadeLayout:
    """Return what is sent of a lineage that is laid out.

    Parameters
    ----------
    scene : what is shown.
    diagram : the same at its places.
    state : the address that asked for it, for the addresses that change it.
    language : `vi` or `en`.
    today : the day up to which the line of time reaches at least.
    """
    said = _Said(scene, state, language)
    return CascadeLayout(
        title=text_of(scene.root.name),
        summary=said.summary(),
        width=diagram.width,
        height=diagram.height,
        documents=scene.outline.documents,
        bands=[said.band(one) for one in diagram.bands],
        regions=[
            RegionShape(label=text_of(one.name) if one.name else None, box=_box(one.box))
            for one in diagram.regions
        ],
        bars=[said.bar(one) for one in diagram.bars],
        cards=[said.card(one) for one in diagram.cards],
        chips=[said.chip(one) for one in diagram.chips],
        captions=[said.caption(one) for one in diagram.captions],
        links=[
            LinkShape(
                above=one.above,
                below=one.below,
                x1=one.start[0],
                y1=one.start[1],
                x2=one.end[0],
                y2=one.end[1],
                stated=one.stated,
                chosen=one.chosen,
                relation=said.relation(one.relation),
            )
            for one in diagram.links
        ],
        time=time_of(scene, language, today),
        legend=[(key, sheet_phrase(f"legend_{key}", language)) for key in _LEGEND],
        follow=state.address(),
    )


def text_of(text: str) -> str:
    """Return foreign text without invisible controls, as pages print it."""
    return str(tidy(text))


def short_day(value: PartialDate | None, language: str) -> str:
    """Return a date as a card has room for it: `22-12-2024`, `22 Dec 2024`."""
    told = words.day(value, language)
    if language != "en" or value is None or not value.month:
        return told
    return " ".join(part[:_MONTH] if part.isalpha() else part for part in told.split())


class _Said:
    """Words and addresses for one drawing in one language."""

    def __init__(self, scene: Scene, state: SheetState, language: str) -> None:
        self._scene = scene
        self._state = state
        self._language = language
        self._all = len(scene.spread.units)

    def _t(self, key: str, **filled: object) -> str:
        return sheet_phrase(key, self._language, **filled)

    def _documents(self, count: int) -> str:
        return words.documents(count, self._language)

    def _number(self, count: int) -> str:
        return words.number(count, self._language)

    def relation(self, predicate: str) -> str:
        """Return how a document towards the root is tied to the one that it hangs on."""
        return words.relation(predicate, self._language) if predicate else ""

    def summary(self) -> str:
        outline = self._scene.outline
        return self._t(
            "summary",
            documents=self._documents(outline.documents),
            units=words.units(outline.units, self._language),
            opened=words.units(len(self._scene.opened), self._language),
        )

    def band(self, one: Band) -> BandShape:
        notes = [self._documents(one.documents)] if one.documents else []
        if one.documents and one.level is not Level.CENTRAL:
            notes.append(self._t("of_units", found=one.units, all=self._all))
        if one.elsewhere:
            notes.append(self._t("elsewhere", n=self._number(one.elsewhere)))
        empty = not one.documents and self._scene.root.level is not one.level
        narrow = "band_empty_short" if one.box.width < _NARROW_NOTE else "band_empty"
        return BandShape(
            level=_key(one.level),
            label=BANDS[one.level].within(self._language),
            notes=notes,
            empty=self._t(narrow) if empty else None,
            box=_box(one.box),
        )

    def bar(self, one: Bar) -> BarShape:
        told = {"name": text_of(one.name), "count": self._documents(one.documents)}
        state = words.label(words.UNIT_STATES, one.state, self._language)
        there = self._has(one.unit)
        key = "bar_none" if not one.documents else "bar_close" if one.opened else "bar_open"
        return BarShape(
            level=_key(one.level),
            unit=one.unit,
            name=text_of(one.name),
            count=one.documents,
            state=one.state.value,
            open=one.opened,
            href=self._state.opening(self._scene.opened, one.unit) if there else None,
            label=self._t(key, state=state, **told),
            reach=_box(one.reach),
            box=_box(one.box),
        )

    def _has(self, unit: str) -> bool:
        return any(one.iri == unit and one.documents for one in self._scene.spread.units)

    def card(self, one: Card) -> CardShape:
        return {
            CardKind.ROOT: self._root,
            CardKind.DOCUMENT: self._document,
            CardKind.UNIT: self._unit,
        }[one.kind](one)

    def _root(self, one: Card) -> CardShape:
        root, standing = self._scene.root, self._scene.outline.standing
        by = ", ".join(map(text_of, root.issuers)) or text_of(root.unit or "")
        notes = [self._joined(short_day(root.issued, self._language), by)]
        return CardShape(
            id=root.iri,
            kind=one.kind.value,
            level=_key(one.level),
            title=text_of(root.name),
            notes=[*notes, _sentence(text_of(root.title or ""))],
            count=self._number(one.documents) if one.documents else None,
            lines=[],
            more=None,
            force=_force(standing),
            unverified=_unverified(root),
            chosen=one.chosen,
            href=self._state.address(chon=None),
            label=self._t("root_label", name=text_of(root.name)),
            box=_box(one.box),
        )

    def _document(self, one: Card) -> CardShape:
        row = one.rows[0]
        it, tie = row.document, row.ties[0] if row.ties else None
        local = one.level is not Level.CENTRAL
        by = text_of(it.issuers[0]) if it.issuers else text_of(it.unit or "")
        day = short_day(it.issued, self._language)
        name = _short(it, self._language)
        tied = self.relation(tie.predicates[0]) if tie and tie.predicates else ""
        if row.standing.force is Force.ENDED:
            tied = words.label(words.FORCES, Force.ENDED, self._language)
        lag = words.lag(tie.lag, self._language) if tie and tie.lag else ""
        return CardShape(
            id=it.iri,
            kind=one.kind.value,
            level=_key(one.level),
            title=by if local else text_of(it.name) if len(it.name) < _LONG_NAME else name,
            notes=[
                self._joined(name, day) if local else self._joined(day, by),
                self._joined(tied, lag),
            ],
            count=self._number(row.below) if row.below else None,
            lines=[],
            more=None,
            force=_force(row.standing),
            unverified=_unverified(it),
            chosen=self._is_chosen(it),
            href=self._choosing(it),
            label=self._told(row),
            box=_box(one.box),
        )

    def _unit(self, one: Card) -> CardShape:
        unit, opened = one.unit or "", self._scene.opened
        more = LineShape(
            id=f"more:{unit}",
            text=self._t("more", n=self._number(one.rest)),
            date="",
            force="on",
            unverified=False,
            chosen=False,
            href=self._state.emptying(opened, unit),
            label=f"{text_of(one.name)}: {self._t('more', n=self._number(one.rest))}",
        )
        count = self._documents(one.documents)
        return CardShape(
            id=unit,
            kind=one.kind.value,
            level=_key(one.level),
            title=text_of(one.name),
            notes=[],
            count=self._number(one.documents),
            lines=[self._line(row) for row in one.rows],
            more=more if one.rest else None,
            force="on",
            unverified=False,
            chosen=one.chosen,
            href=self._state.opening(opened, unit),
            label=self._t("close_unit", name=text_of(one.name), count=count),
            box=_box(one.box),
        )

    def _line(self, row: LineageRow) -> LineShape:
        it = row.document
        return LineShape(
            id=it.iri,
            text=_short(it, self._language),
            date=short_day(it.issued, self._language),
            force=_force(row.standing),
            unverified=_unverified(it),
            chosen=self._is_chosen(it),
            href=self._choosing(it),
            label=self._told(row),
        )

    def _told(self, row: LineageRow) -> str:
        it = row.document
        by = text_of(it.unit or ", ".join(it.issuers))
        force = words.label(words.FORCES, row.standing.force, self._language)
        day = words.day(it.issued, self._language)
        return ", ".join(part for part in (text_of(it.name), by, day, force) if part)

    def _is_chosen(self, it: Document) -> bool:
        return bool(self._scene.selection) and self._state.question.chosen == it.iri

    def _choosing(self, it: Document) -> str:
        """Return the address at which a document is chosen, with what is open kept."""
        opened = ",".join(one.rpartition("/")[2] for one in self._scene.opened)
        return self._state.address(chon=it.iri.removeprefix(DATA), mo=opened)

    def chip(self, one: Chip) -> ChipShape:
        label, href = text_of(one.name), None
        if one.kind is ChipKind.MORE:
            label = self._t("more", n=self._number(one.count))
            href = self._state.emptying(self._scene.opened, one.unit)
        return ChipShape(
            kind=one.kind.value,
            level=_key(one.level),
            label=label,
            state=one.state.value,
            href=href,
            box=_box(one.box),
        )

    def caption(self, one: Caption) -> CaptionShape:
        if one.key == "bars":
            key = "bars_short" if one.box.width < _NARROW_NOTE else "bars"
            return CaptionShape(text=self._t(key), box=_box(one.box))
        told = self._t(f"{UnitState(one.key).value}_row", n=self._number(one.count))
        return CaptionShape(text=told, box=_box(one.box))

    def _joined(self, *parts: str) -> str:
        return " · ".join(part for part in parts if part)


def _short(it: Document, language: str) -> str:
    """Return the number of a document, with a word where it is a figure alone; else its name."""
    if it.number is None:
        return text_of(it.name)
    telling = any(letter.isalpha() for letter in it.number)
    return text_of(it.number if telling else f"{words.said('số', 'no.', language)} {it.number}")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _force(standing: Standing) -> str:
    if standing.force in _ON:
        return "on"
    return "ended" if standing.force is Force.ENDED else "unknown"


def _unverified(it: Document) -> bool:
    return it.verification is Verification.UNVERIFIED


def _box(box: Box) -> BoxShape:
    return BoxShape(x=box.x, y=box.y, w=box.width, h=box.height)


def _key(level: Level | None) -> str:
    return level.value if level else "none"
