"""A text cut into pieces that can be underlined and lit: what is named where, and what says what.

Nothing of the text is lost or added: the pieces of all paragraphs and the line ends between them
are the text. Markup is the template's; here are places only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from graph.lineage.proposals import Proposal, ProposalKind


class MarkKind(StrEnum):
    """What is named, in the order of who gives way: of two marks on one place the first stays."""

    DOCUMENT = "document"
    OFFICIAL = "official"
    RESULT = "result"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that names something; `key` is the proposal about it, if any."""

    start: int
    end: int
    kind: MarkKind
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that is alike throughout.

    `within` are the proposals whose sentences hold it, `words` those whose own words it is.
    """

    text: str
    mark: Mark | None
    within: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text that is not blank."""

    pieces: tuple[Piece, ...]


def marks_of(reading: Mapping[str, Any], proposals: Iterable[Proposal]) -> tuple[Mark, ...]:
    """Return what a reading names and where, each with the proposal about it, none on another.

    Parameters
    ----------
    reading : the object of the interchange format.
    proposals : those of the same text.
    """
    about = _Keys.of(proposals)
    found = [
        *_named(reading["documents"], MarkKind.DOCUMENT, about),
        *_officials(reading["officials"], about),
        *(_mark(one, MarkKind.RESULT, about.at(one)) for one in reading["results"]),
        *_named(reading["bodies"], MarkKind.BODY, about),
    ]
    return _apart(found)


def paragraphs(
    text: str, marks: Sequence[Mark], proposals: Iterable[Proposal] = ()
) -> tuple[Paragraph, ...]:
    """Return a text in pieces.

    Parameters
    ----------
    text : the text.
    marks : none on another.
    proposals : whose sentences and words are to be told apart.
    """
    within, words = _stretches(proposals)
    starting = {mark.start: mark for mark in marks}
    cuts = sorted(
        {0, len(text)}
        | {place for mark in marks for place in (mark.start, mark.end)}
        | {place for one in (within, words) for first, last, _ in one for place in (first, last)}
    )
    sweep = _Sweep(within), _Sweep(words)
    lines: list[list[Piece]] = [[]]
    mark: Mark | None = None
    for first, last in pairwise(cuts):
        mark = starting.get(first) or (mark if mark and first < mark.end else None)
        inside = tuple(one.at(first) for one in sweep)
        for number, part in enumerate(text[first:last].split("\n")):
            if number:
                lines.append([])
            if part:
                lines[-1].append(Piece(part.removesuffix("\r"), mark, *inside))
    return tuple(
        Paragraph(tuple(line)) for line in lines if any(piece.text.strip() for piece in line)
    )


_Stretch = tuple[int, int, str]


class _Sweep:
    """Tells, for places in rising order, which stretches hold them."""

    def __init__(self, stretches: Iterable[_Stretch]) -> None:
        self._coming = sorted(stretches, reverse=True)
        self._open: list[_Stretch] = []

    def at(self, place: int) -> tuple[str, ...]:
        while self._coming and self._coming[-1][0] <= place:
            self._open.append(self._coming.pop())
        self._open = [one for one in self._open if one[1] > place]
        return tuple(dict.fromkeys(key for _, _, key in self._open))


def _stretches(proposals: Iterable[Proposal]) -> tuple[list[_Stretch], list[_Stretch]]:
    within: dict[_Stretch, None] = {}
    words: dict[_Stretch, None] = {}
    for one in proposals:
        for claim in one.claims:
            if claim.quote and claim.quote_start is not None:
                end = claim.quote_start + len(claim.quote)
                within[claim.quote_start, end, one.key] = None
            if claim.start is not None and claim.end is not None:
                words[claim.start, claim.end, one.key] = None
    return list(within), list(words)


@dataclass(frozen=True)
class _Keys:
    """Which proposal speaks of a place, or bears a name."""

    places: Mapping[tuple[int, int], str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, proposals: Iterable[Proposal]) -> _Keys:
        places: dict[tuple[int, int], str] = {}
        names: dict[str, str] = {}
        for one in proposals:
            for claim in one.claims:
                if one.kind is ProposalKind.NAME:
                    names.setdefault(claim.statement.subject_name, one.key)
                elif one.kind is not ProposalKind.RELATION and claim.start is not None:
                    places.setdefault((claim.start, claim.end or claim.start), one.key)
        return cls(places, names)

    def at(self, span: Mapping[str, Any]) -> str | None:
        return self.places.get((span["start"], span["end"]))

    def of_any(self, spans: Iterable[Mapping[str, Any]]) -> str | None:
        return next((key for span in spans if (key := self.at(span))), None)


def _named(things: Iterable[Mapping[str, Any]], kind: MarkKind, about: _Keys) -> Iterator[Mark]:
    for thing in things:
        spans = thing["mentions"]
        name = about.names.get(str(thing.get("name"))) if kind is MarkKind.BODY else None
        usual = about.of_any(spans) or name
        for span in spans:
            yield _mark(span, kind, about.at(span) or usual)


def _officials(things: Iterable[Mapping[str, Any]], about: _Keys) -> Iterator[Mark]:
    for thing in things:
        usual = about.of_any(thing["positions"])
        for span in (*thing["mentions"], *thing["positions"]):
            yield _mark(span, MarkKind.OFFICIAL, about.at(span) or usual)


def _mark(span: Mapping[str, Any], kind: MarkKind, key: str | None) -> Mark:
    return Mark(span["start"], span["end"], kind, key)


def _apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks of which none lies on another: kinds in their order, then the first, longest."""
    order = {kind: number for number, kind in enumerate(MarkKind)}
    taken: dict[int, list[Mark]] = defaultdict(list)
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (order[one.kind], one.start, -one.end)):
        blocks = range(mark.start // _BLOCK, mark.end // _BLOCK + 1)
        near = (other for block in blocks for other in taken[block])
        if mark.end <= mark.start or any(_meet(mark, other) for other in near):
            continue
        kept.append(mark)
        for block in blocks:
            taken[block].append(mark)
    return tuple(sorted(kept, key=lambda one: one.start))


_BLOCK = 200  # characters in which marks are looked for together


def _meet(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end
