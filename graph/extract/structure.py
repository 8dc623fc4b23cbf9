"""Structure of a prepared text: lines, paragraphs, sentences, dateline, title, home province."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from graph.extract.dates import find_dates
from graph.extract.gazetteer import Knowledge
from graph.extract.places import find_places
from graph.extract.text import Folded
from graph.model import PartialDate
from graph.sentences import ends

HEAD = 900  # characters in which a page prints its date
_LINE = re.compile(r"[^\n]*")
_RENAMED = ({"Huế", "Thừa Thiên Huế"},)
_CLOCK = re.compile(r"\b\d{1,2}[:hg]\d{2}'?\b")
_STAMP_LENGTH = 60  # of a line that is but a date
_STRONG = 3  # a home province is named more strongly than in passing
_TITLE_LENGTH = range(15, 260)
_OPENING = re.compile(
    r"(?:^|[\n.)\]\-:])\s*\(?(?:vừa qua, )?"
    r"(?:sáng|chiều|tối|trưa|ngày|trong ngày)\s[^.\n]{0,25}"
)
_FURNITURE = re.compile(
    r"(?:chia sẻ|bình luận|tiếng việt|english|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|"
    r"thời sự|trang chủ|cập nhật|đăng (?:lúc|ngày))"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open stretch of the text."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        """Tell whether an offset lies inside."""
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the head of the text says: day of publication, day of the event, home province."""

    published: PartialDate | None
    event: PartialDate | None
    province: str | None
    city: bool

    @property
    def day(self) -> PartialDate | None:
        """Return the day of the event reported, else of publication."""
        return self.event or self.published


def lines_of(text: str) -> tuple[Stretch, ...]:
    """Return the lines that are not blank."""
    return tuple(
        Stretch(found.start(), found.end()) for found in _LINE.finditer(text) if found[0].strip()
    )


def sentences_of(folded: Folded, lines: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Cut lines into sentences; a semicolon does not end one, since lists run over it."""
    return tuple(piece for line in lines for piece in _cut(folded, line))


def at(stretches: tuple[Stretch, ...], starts: tuple[int, ...], offset: int) -> Stretch:
    """Return the stretch in which an offset lies, the nearest before it when between two."""
    if not stretches:
        return Stretch(0, 0)
    place = bisect_right(starts, offset)
    return stretches[place - 1 if place else 0]


def starts_of(stretches: tuple[Stretch, ...]) -> tuple[int, ...]:
    """Return where stretches begin, to look one up by an offset."""
    return tuple(stretch.start for stretch in stretches)


def _cut(folded: Folded, line: Stretch) -> list[Stretch]:
    pieces, start = [], line.start
    for end in ends(folded.shaped, line.start, line.end):
        pieces.append(Stretch(start, end))
        start = _past_spaces(folded.raw, end, line.end)
    if start < line.end:
        pieces.append(Stretch(start, line.end))
    return pieces


def _past_spaces(text: str, start: int, end: int) -> int:
    """Return where the next word begins, without a copy of the rest of an endless line."""
    while start < end and text[start].isspace():
        start += 1
    return start


def title_of(folded: Folded, lines: tuple[Stretch, ...]) -> str | None:
    """Return the headline: the first line near the head that reads like one."""
    for line in lines[:8]:
        text = folded.raw[line.start : line.end].strip()
        lower = folded.folded[line.start : line.end].strip()
        if len(text) not in _TITLE_LENGTH or text[-1] in ":.;," or _FURNITURE.match(lower):
            continue
        if find_dates(lower) and len(lower) < _STAMP_LENGTH:
            continue
        return text
    return None


def dateline_of(
    folded: Folded,
    lines: tuple[Stretch, ...],
    knowledge: Knowledge,
    published: PartialDate | None,
    province: str | None,
) -> Dateline:
    """Read the dateline; hints from outside win over what the text prints."""
    printed = published or _published(folded, lines)
    event = _event(folded, printed)
    name, city = home_of(folded, knowledge, province)
    return Dateline(printed or None, event, name, city)


def _published(folded: Folded, lines: tuple[Stretch, ...]) -> PartialDate | None:
    """Return the date of a short line of the head: with a clock, a weekday, or by itself."""
    for line in lines[:8]:
        if line.start > HEAD or line.end - line.start > _STAMP_LENGTH:
            continue
        text = folded.folded[line.start : line.end]
        dates = find_dates(text)
        if len(dates) == 1 and dates[0].value.exact and _is_stamp(text, dates[0].start):
            return dates[0].value
    return None


def _is_stamp(text: str, start: int) -> bool:
    return bool(_CLOCK.search(text)) or start < _STAMP_LENGTH // 2


def _event(folded: Folded, printed: PartialDate | None) -> PartialDate | None:
    """Return the day that opens the first reporting sentence ("Ngày 2-7-2018, ...")."""
    opening = _OPENING.search(folded.folded[: HEAD * 3])
    if opening is None:
        return None
    found = find_dates(opening[0], default_year=printed.year if printed else None)
    return found[0].value if found else None


def home_of(folded: Folded, knowledge: Knowledge, hint: str | None) -> tuple[str | None, bool]:
    """Return the province the text is about: hint, else the one named most and early."""
    places = find_places(folded, knowledge)
    cities = {place.province.name: place.province.city for place in places}
    if hint:
        return hint, cities.get(hint, False)
    weights: dict[str, int] = {}
    for place in places:
        weight = place.weight + (2 if place.start < HEAD else 0)
        weights[place.province.name] = weights.get(place.province.name, 0) + weight
    for pair in _RENAMED:
        if pair <= weights.keys():  # one place under two names: the one that is named more
            more, less = sorted(pair, key=lambda name: -weights[name])
            weights[more] += weights.pop(less)
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _STRONG:
        return None, False
    if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        return None, False
    return ranked[0][0], cities[ranked[0][0]]
