"""The grammar of names of bodies: a form and the place after it, one body at one place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from graph.extract.body_fields import STATE_FIELD
from graph.extract.body_forms import FORMS
from graph.extract.body_pattern import BodyPattern
from graph.extract.gazetteer import Knowledge
from graph.extract.openings import opened_by
from graph.extract.person_names import (
    CAPITAL,
    LEAST,
    RUN,
    SMALL,
    is_strong,
    names_person,
    opens_name,
    split_before_name,
)
from graph.extract.phrases import plain_opening
from graph.extract.spelling import well_spelt
from graph.extract.text import Folded
from graph.extract.units import COVERING, UNIT
from graph.filling import filled_at_once
from graph.model import Level

# No look-behind: a pattern that opens with letters is searched for by its first letters.
_HEADS: Final = re.compile(rf"(?:{'|'.join(FORMS)})(?!\w)")
_NAMED = re.compile(r"\(\?P<\w+>")


def _opening(head: str) -> str:
    """Return a pattern of a head that stands before one of its forms, looked ahead at."""
    forms = (form.pattern.pattern.removeprefix(head) for form in FORMS[head])
    return f"{head}(?={_NAMED.sub('(?:', '|'.join(forms))})"


#: Heads of lists that are no bodies by themselves: `Đảng ủy các xã A, B`.
_EACH_OF = (r"đảng(?= ủy các (?:xã|phường) )", r"công(?= an các (?:huyện|xã|phường) )")
#: Heads where a word begins and a form does, for the search through a text.
_OPENINGS: Final = opened_by(
    (*map(_opening, FORMS), r"các(?= (?:sở|bộ)(?!\w))", *_EACH_OF),
    r"[^\W_]",
    words=(
        *(plain_opening(form.pattern.pattern) for forms in FORMS.values() for form in forms),
        *("các sở", "các bộ", "đảng ủy các", "công an các"),
    ),
)
_AFTER_AREA = re.compile(r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)$")
#: The place of a committee stands right after its name: `Huyện ủy Kỳ Anh`.
_OWN_AREA = re.compile(r"(?P<own>huyện|quận|thị|thành) ủy$")
_OWN_AREAS = {"huyện": "huyện", "quận": "quận", "thị": "thị xã", "thành": "thành phố"}
_AREA_NEXT = re.compile(
    r" (?P<area>tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\w)"
)
_RANKED = re.compile(r"(?:bí thư|chủ tịch|ủy viên|trưởng ban|thứ trưởng|thủ tướng) $")
#: A name in a letterhead: `HUYỆN ỦY ĐỊNH HÓA`.
_CAPITALS = re.compile(rf"[{CAPITAL}]{{2,}}(?: [{CAPITAL}]{{2,}}){{0,3}}(?![{CAPITAL}{SMALL}])")
#: `các Sở: Nội vụ, Tài chính`; `UBND các huyện Kế Sách, Long Phú`.
_SEVERAL = re.compile(
    r"các (?P<fields>sở|bộ):? (?=[^\W\d])|"
    rf"(?P<of>(?P<department>sở {STATE_FIELD})(?= các tỉnh)|"
    r"ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|"
    r"đảng ủy|công an) các (?P<area>tỉnh(?:(?:,| và) thành phố)?|huyện|quận|thị xã|thành phố|xã|"
    r"phường):? (?=[^\W\d])"
)
_ANOTHER_AREA = re.compile(r"(?P<area>huyện|quận|thị xã|thành phố|xã|phường|đặc khu) (?=[^\W\d])")
_SPREADING = frozenset(
    ("các", "sở", "ubnd", "ủy", "hđnd", "hội", "đảng", "công")
)  # heads that such lists open with
_FIELDS = 60  # characters that the name of a department takes
_FIELD = re.compile(STATE_FIELD + r"(?!\w)")
_ANOTHER_PROVINCE = re.compile(r"(?:tỉnh|thành phố|tp\.?) (?=[^\W\d])")
_NAME = re.compile(rf"[{CAPITAL}][{SMALL}]+(?: [{CAPITAL}][{SMALL}]+){{0,3}}(?![{CAPITAL}{SMALL}])")
_LISTED = re.compile(r"(?:, và| và|,|;) (?=[^\W\d])")
_HYPHENED = re.compile(
    rf" - (?P<first>[{CAPITAL}][{SMALL}]+)(?: [{CAPITAL}][{SMALL}]+){{1,3}}(?![{CAPITAL}{SMALL}])"
)
_COMMUNES = frozenset({"xã", "phường", "đặc khu"})
_DIGITS = re.compile(r" \d{1,2}(?!\d)")
#: Areas that hardly ever bear the name of a person, as communes and wards do.
_NOT_NAMED_AFTER = frozenset({"thành phố", "huyện", "quận", "thị xã"})
_LEVELS = {
    "tỉnh": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "thị trấn": Level.COMMUNE,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
#: Kinds after which the name of a place may follow.
_PLACED = frozenset(
    {
        "local committee",
        "standing",
        "board",
        "council",
        "people",
        "front",
        "military",
        "office",
        "party committee",
        "party organisation",
        "local organisation",
        "acting area",
        "department",
        "court",
        "delegation",
        "inspection",
        "local congress",
        "area",
        "sector",
        "bloc",
        "state board",
    }
)


@filled_at_once
@dataclass(frozen=True, slots=True)
class Place:
    """A place after the name of a body: `area` as printed (tỉnh, huyện ...), canonical `name`."""

    start: int
    end: int
    area: str | None
    name: str | None
    known: bool


@filled_at_once
@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body as printed: `end` after its place, `stem` before it.

    `lead` is what a list says once for all: the `Sở` of `các Sở: Nội vụ, Tài chính`.
    """

    start: int
    stem: int
    end: int
    kind: str
    level: Level | None
    place: Place | None
    match: re.Match[str]
    lead: str = ""


def body_at(bodies: Sequence[FoundBody], start: int) -> FoundBody | None:
    """Return the one of some bodies in order that begins at an offset."""
    place = bisect_left(bodies, start, key=lambda one: one.start)
    here = place < len(bodies) and bodies[place].start == start
    return bodies[place] if here else None


@lru_cache(maxsize=4096)
def _area_after(stem: str) -> str | None:
    """Return the word of an area that a stem ends with."""
    found = _AFTER_AREA.search(stem)
    return found[0] if found else None


def _is_rank(folded: str, head: re.Match[str]) -> bool:
    """Tell whether `thường trực` belongs to a post: `Phó Bí thư Thường trực Tỉnh ủy`."""
    return (
        head[0] == "thường"
        and _RANKED.search(folded[max(0, head.start() - 12) : head.start()]) is not None
    )


def spread(text: Folded, opening: re.Match[str]) -> Iterator[FoundBody]:
    """Yield the bodies that a list names by what tells them apart.

    `các Sở: Nội vụ, Tài chính`, `UBND các huyện Kế Sách, Long Phú`.
    """
    fields = opening["fields"]
    lead, level = ("Sở", Level.PROVINCE) if fields == "sở" else ("Bộ", Level.MINISTRY)
    if fields is None:
        lead = f"{text.shaped[opening.start() : opening.end('of')]} {opening['area']}"
        level = _LEVELS.get(opening["area"]) or Level.DISTRICT
    area = None if fields else opening["area"]
    of = text.shaped[opening.start() : opening.end("of")] if area else ""
    end, one = opening.end(), _FIELD if fields else None
    while True:
        other = None if fields else _ANOTHER_AREA.match(text.folded, end)
        if other is not None:  # `UBND các quận A, B và huyện C`
            area, end = other["area"], other.end()
            lead, level = f"{of} {area}", _LEVELS.get(area) or Level.DISTRICT
        name = one.match(text.folded, end) if one else _NAME.match(text.shaped, end)
        if name is None or not text.shaped[end].isupper():
            return
        place = Place(name.end(), name.end(), area, name[0], False) if area else None
        kind = "department" if fields else "people"
        yield FoundBody(name.start(), name.end(), name.end(), kind, level, place, name, lead)
        joint = _LISTED.match(text.folded, name.end())
        if joint is None:
            return
        end = joint.end()


class BodyGrammar:
    """The grammar with the places that are known; made once per knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._places = dict(knowledge.places)
        if "tp.hcm" in self._places:
            self._places["tp. hcm"] = self._places["tp.hcm"]
        spelt = sorted(self._places, key=len, reverse=True)
        self._known = re.compile(rf"(?:{'|'.join(map(re.escape, spelt))})(?!\w)") if spelt else None

    def find(self, text: Folded) -> list[FoundBody]:
        """Return the bodies of a text from left to right; none overlaps another."""
        found: list[FoundBody] = []
        end = 0
        for head in _OPENINGS.finditer(text.openings):
            if head.start() < end or _is_rank(text.folded, head):
                continue
            several = self._several(text, head) if head[0] in _SPREADING else []
            body = None if several else self._headed(text, head, capital=True)
            found.extend(several or ([body] if body else []))
            end = found[-1].end if found else end
        return self._with_units(text, found)

    def _several(self, text: Folded, head: re.Match[str]) -> list[FoundBody]:
        """Return the bodies that a list names at a head; those of provinces must be known."""
        at = head.start()
        if head[0] == "sở" and text.folded.find(" các tỉnh", at, at + _FIELDS) < 0:
            return []
        opening = _SEVERAL.match(text.folded, at)
        if opening is None:
            return []
        of_provinces = opening["area"] and opening["area"].startswith("tỉnh")
        return list(self._provinces(text, opening) if of_provinces else spread(text, opening))

    def _provinces(self, text: Folded, opening: re.Match[str]) -> Iterator[FoundBody]:
        """Yield the bodies of provinces: `UBND các tỉnh, thành phố: Hà Nội, Lào Cai`."""
        of, end = text.shaped[opening.start() : opening.end("of")], opening.end()
        while self._known:
            name = self._known.match(text.folded, end)
            if name is None:
                area = _ANOTHER_PROVINCE.match(text.folded, end)
                name = self._known.match(text.folded, area.end()) if area else None
            if name is None:
                return
            known = self._places[name[0]]
            area_word = "thành phố" if known.city else "tỉnh"
            place = Place(name.end(), name.end(), area_word, known.name, True)
            told = (name.end(), name.end(), "people", Level.PROVINCE, place, name)
            yield FoundBody(
                name.start(), *told, of if opening["department"] else f"{of} {area_word}"
            )
            joint = _LISTED.match(text.folded, name.end())
            if joint is None:
                return
            end = joint.end()

    def _with_units(self, text: Folded, found: list[FoundBody]) -> list[FoundBody]:
        """Return the bodies with those between them that are read by their capitals alone."""
        units: list[FoundBody] = []
        place = 0
        for unit in UNIT.finditer(text.openings):
            stop = _in_cell(text, unit.start(), unit.end())
            while place < len(found) and found[place].end <= unit.start():
                place += 1
            if place < len(found) and found[place].start < stop:
                inside = unit.start() < found[place].start and found[place].end <= stop
                longer = unit.start() == found[place].start and found[place].kind == "state board"
                longer = longer and found[place].end < stop
                if not (longer or (inside and unit[0].startswith(COVERING))):
                    continue
                found = [*found[:place], *found[place + 1 :]]
            area = _area_after(text.shaped[unit.start() : stop].lower())
            here = self.place(text, stop, area)
            end = here.end if here else stop
            units.append(FoundBody(unit.start(), stop, end, "unit", None, here, unit))
        return sorted([*found, *units], key=lambda one: one.start) if units else found

    def at(self, text: Folded, start: int, *, capital: bool = True) -> FoundBody | None:
        """Return the body that begins at an offset, or None."""
        head = _HEADS.match(text.folded, start)
        return self._headed(text, head, capital=capital) if head else None

    def _headed(self, text: Folded, head: re.Match[str], *, capital: bool) -> FoundBody | None:
        start = head.start()
        small = capital and not text.shaped[start].isupper()
        for form in FORMS[head[0]]:
            if small and form.capital:
                continue
            match = form.pattern.match(text.folded, start)
            if match is not None:
                return self._with_place(text, form, match)
        return None

    def _with_place(self, text: Folded, form: BodyPattern, match: re.Match[str]) -> FoundBody:
        end = match.end()
        area = _area_after(match[0])
        place = None
        if form.kind in _PLACED:
            place = self.place(text, end, area) or self._own(text, match)
        level = form.level
        if place is not None:
            end = place.end
            level = _LEVELS.get(place.area or "") or level
        if level is None and area:
            level = _LEVELS.get(area)
        return FoundBody(match.start(), match.end(), end, form.kind, level, place, match)

    def place(self, text: Folded, at: int, area: str | None = None) -> Place | None:
        """Return the place whose name follows an offset: `Hà Tĩnh`, `tỉnh Hà Tĩnh`, `huyện X`."""
        start = at
        if text.raw.startswith("\t", at):
            return None  # the next cell of a table
        if area is None:
            following = _AREA_NEXT.match(text.folded, at)
            if following is not None:
                area, at = following["area"].rstrip("."), following.end()
        known = self._known.match(text.folded, at + 1) if self._known else None
        if (
            known
            and text.folded[at : at + 1] in (" ", ".")
            and text.shaped[known.start()].isupper()
        ):
            return Place(start, known.end(), area, self._places[known[0]].name, True)
        if area is None:
            return None
        whole = self._known.match(text.folded, start + 1) if self._known and at > start else None
        if whole and text.shaped[start] == " " and text.shaped[start + 1].isupper():
            return Place(start, whole.end(), None, self._places[whole[0]].name, True)  # TP.HCM
        return self._unknown_place(text, start, at, area)

    def _own(self, text: Folded, match: re.Match[str]) -> Place | None:
        """Return the district after `Huyện ủy`, unless the name of a person stands there."""
        own = _OWN_AREA.search(match[0])
        if own is None:
            return None
        run = RUN.match(text.shaped, match.end() + 1)
        run = run or _CAPITALS.match(text.shaped, match.end() + 1)
        if run is None or text.shaped[match.end()] != " " or opens_name(run[0]):
            return None
        place = self._unknown_place(text, match.end(), match.end(), _OWN_AREAS[own["own"]])
        return place if place.name else None

    def _unknown_place(self, text: Folded, start: int, at: int, area: str) -> Place:
        """Read a district or commune: capitals up to where the name of a person begins."""
        digits = _DIGITS.match(text.folded, at)
        if digits is not None:
            return Place(start, digits.end(), area, text.shaped[at + 1 : digits.end()], False)
        run = RUN.match(text.shaped, at + 1) if text.shaped[at : at + 1] == " " else None
        if run is None and text.shaped[at : at + 1] == " ":
            run = _CAPITALS.match(text.shaped, at + 1)
        if run is None or area == "tỉnh" or (area == "tp" and opens_name(run[0])):
            return Place(start, at, area, None, False)
        if area in _NOT_NAMED_AFTER and names_person(run[0]):
            return Place(start, at, area, None, False)  # `Chủ tịch UBND huyện Nguyễn Văn A`
        stop = _in_cell(text, run.start(), run.end())
        printed = text.shaped[run.start() : stop]
        alone = stop == len(text.shaped)  # a letterhead: no name of a person follows
        cut = None if alone else split_before_name(printed)
        if cut and len(printed[cut:].split()) == LEAST and not is_strong(printed[cut:].split()[0]):
            cut = None  # `huyện Nam Trà My`: a name of three syllables, no person
        end = run.start() + cut - 1 if cut else stop
        if end == stop and area in _COMMUNES:
            end = _past_hyphen(text, end)
        name = well_spelt(text, run.start(), end)
        return Place(start, end, area, name.title() if name.isupper() else name, False)


def _past_hyphen(text: Folded, end: int) -> int:
    """Return where a name of two ends: `phường Xuân Hương - Đà Lạt`; no person stands there."""
    second = _HYPHENED.match(text.shaped, end)
    person = second is not None and is_strong(second["first"])
    return second.end() if second and not person else end


def _in_cell(text: Folded, start: int, end: int) -> int:
    """Return the end of a name, which does not run on into the next cell of a table."""
    tab = text.raw.find("\t", start, end)
    return end if tab < 0 else tab


@lru_cache(maxsize=4)
def grammar_of(knowledge: Knowledge) -> BodyGrammar:
    """Return the grammar of a knowledge, made on first use."""
    return BodyGrammar(knowledge)
