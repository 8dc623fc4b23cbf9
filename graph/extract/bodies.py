"""Bodies named in a text: local ones completed from context, one value per body.

A local body without a place (`Ban Thường vụ Tỉnh ủy`) belongs to the province the text is about;
`inferred` says so. A body that the text gives no owner at all (`Ban Tổ chức` alone) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from graph.extract.article import Prepared
from graph.extract.body_completion import complete, district_of, owner_at
from graph.extract.body_grammar import BodyGrammar, FoundBody, grammar_of
from graph.extract.body_names import spelt
from graph.extract.doers import find_doers
from graph.extract.gazetteer import Knowledge
from graph.extract.spelling import key_of, well_spelt
from graph.extraction import NamedBody, Span, StatedRelation
from graph.filling import filled_at_once
from graph.model import Level

ORGANISATION_SECTOR: Final = "ngành Tổ chức xây dựng Đảng"
ALL_LEVELS: Final = "cấp ủy các cấp"

_OWNED = frozenset({"board", "inspection"})
_WITH_BOARDS = _OWNED | {"council", "central board"}
#: A board with whose it is: `Ban Tuyên giáo Huyện ủy`, `Ban Pháp chế HĐND tỉnh`.
_BOARD = re.compile(
    r"(?P<board>(?:ban|ủy ban) [^,]{3,40}?) (?:(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|hđnd|"
    r"hội đồng nhân dân|(?P<centre>trung ương))(?!\w)"
)
#: Who runs a contest or a festival is called so too: `Ban Tổ chức trao giải`.
_OF_CONTESTS = "ban tổ chức"
_JOINED = re.compile(r"(?:,| và|, và) ?")
_ACTS = re.compile(
    r" (?:đã|đang|sẽ|luôn|tiếp tục|tập trung|chủ động|tích cực|triển khai|thực hiện|sắp xếp|"
    r"giảm)(?!\w)"
)
_DISTRICT_KINDS = frozenset({"local committee", "local organisation"})
#: `UBND huyện, thị xã, thành phố`: each of them, not that of one.
_SEVERAL = re.compile(r"(?:,| và) (?:các |cấp )?(?:huyện|quận|thị|thành|xã|phường|tỉnh)(?!\w)")
_AREA_OF_STEM = re.compile(r"(tỉnh|thành phố|tp)$")
#: An office of each district or commune, where none is named: `Công an xã`.
_AREA_BELOW = re.compile(
    r"(?:công an|thanh tra|ban chqs|ban chỉ huy) .*"
    r"(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
)
_ORDINALS = {
    "nhất": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6",
    "bảy": "7", "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
_SECTOR_TAIL = re.compile(
    r"(?P<levels> các cấp| cả nước)?(?: (?:trong |của |toàn )?(?=(?:tỉnh|thành phố|tp)(?!\w)))?"
)
_CLASSES = {"các cấp ủy": ALL_LEVELS, "các cấp ủy đảng": ALL_LEVELS}
_COMMITTEES = frozenset({"cấp ủy các cấp", "cấp ủy cùng cấp"})
_IDLE = re.compile(
    r"các |cấp ủy|tỉnh |thành phố |huyện |quận |thị |xã |phường |đặc khu |Đảng bộ(?:,| và)"
)


@filled_at_once
@dataclass(frozen=True, slots=True)
class Reading:
    """A body as read at one place."""

    span: Span
    name: str
    level: Level | None
    kind: str
    inferred: tuple[str, ...] = ()


@dataclass
class _State:
    """What the text has said so far: the last sector, and plenums that wait for their term."""

    sector: str | None = None
    committees: str | None = None
    boards: dict[str, Reading | None] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)


def find_bodies(text: Prepared, knowledge: Knowledge) -> tuple[NamedBody, ...]:
    """Return the bodies that a text names, in order of their first mention."""
    return gather(read_bodies(text, knowledge))


def gather(readings: Iterable[Reading]) -> tuple[NamedBody, ...]:
    """Put the readings of one body together; names differ only by case count as one."""
    groups: dict[str, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(key_of(reading.name), []).append(reading)
    return tuple(
        NamedBody(
            f"b{place}",
            group[0].name,
            next((reading.level for reading in group if reading.level), None),
            tuple(reading.span for reading in group),
            tuple(sorted({field for reading in group for field in reading.inferred})),
        )
        for place, group in enumerate(groups.values(), 1)
    )


def read_bodies(text: Prepared, knowledge: Knowledge) -> tuple[Reading, ...]:
    """Return every mention of a body, left to right."""
    grammar = grammar_of(knowledge)
    found = text.bodies
    owners = _owners(text, found)
    terms = _plenum_terms(text, found)
    state = _State()
    for place, body in enumerate(found):
        reading = _read(text, grammar, body, owners.get(place), terms.get(place), state)
        if reading is not None:
            state.readings.append(reading)
    return _with_doers(text, tuple(state.readings))


def _with_doers(text: Prepared, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return the readings with those between them that act at the head of a clause."""
    doers = list(find_doers(text.folded))
    if not doers:
        return readings
    taken = {reading.span.start: reading for reading in readings}
    for start, end, name, level in doers:
        if start not in taken or taken[start].span.end < end:
            taken[start] = Reading(text.span(start, end), " ".join(name.split()), level, "doer")
    return tuple(sorted(taken.values(), key=lambda one: one.span.start))


def acting(
    bodies: tuple[NamedBody, ...],
    relations: tuple[StatedRelation, ...],
    charged: Collection[str] = (),
) -> tuple[NamedBody, ...]:
    """Leave out classes (`các cấp ủy`) and areas (`toàn tỉnh`) of which no relation speaks."""
    ends = {end for relation in relations for end in (relation.subject, relation.object)}
    ends |= set(charged)
    return tuple(body for body in bodies if body.id in ends or not _IDLE.match(body.name))


def _owners(text: Prepared, found: Sequence[FoundBody]) -> dict[int, FoundBody]:
    """Give a board without owner that of the next one: `Ban Tuyên giáo, Ban Nội chính Tỉnh ủy`."""
    owners: dict[int, FoundBody] = {}
    for place in range(len(found) - 2, -1, -1):
        body, following = found[place], found[place + 1]
        if body.kind not in _OWNED or _has_owner(text, body):
            continue
        between = text.folded.folded[body.end : following.start]
        if not _JOINED.fullmatch(between):
            continue
        if _has_owner(text, following):
            owners[place] = following
        elif place + 1 in owners:
            owners[place] = owners[place + 1]
    return owners


def _has_owner(text: Prepared, body: FoundBody) -> bool:
    return owner_at(text.folded.folded[body.start : body.stem]) >= 0


def _plenum_terms(text: Prepared, found: Sequence[FoundBody]) -> dict[int, str]:
    """Spread a term leftwards: `Trung ương 7, Trung ương 8 (khóa XII)`."""
    terms: dict[int, str] = {}
    for place in range(len(found) - 1, -1, -1):
        body = found[place]
        if body.kind != "plenum":
            continue
        term = body.match["term"]
        if term:
            terms[place] = term.upper()
        elif place + 1 in terms and _JOINED.fullmatch(
            text.folded.folded[body.end : found[place + 1].start]
        ):
            terms[place] = terms[place + 1]
    return terms


def _read(
    text: Prepared,
    grammar: BodyGrammar,
    body: FoundBody,
    owner: FoundBody | None,
    term: str | None,
    state: _State,
) -> Reading | None:
    if body.kind == "plenum":
        return _plenum(text, body, term)
    if body.kind in _READERS:
        return _READERS[body.kind](text, grammar, body, state)
    if _of_each_province(text, body):
        return None
    span = text.span(body.start, body.end)
    if body.kind in _OWNED and owner is None and not _owned(text, body):
        known = state.boards.get(text.folded.folded[body.start : body.stem])
        return replace(known, span=span) if known else None
    if not _definite(text, body):
        return None
    name, level, inferred = complete(text, grammar, body, owner)
    reading = Reading(span, name, level, body.kind, inferred)
    _remember(state, reading)
    return reading


def _remember(state: _State, reading: Reading) -> None:
    """Keep whose a board is, for where its name stands alone later; nothing where there are two."""
    board = _BOARD.match(key_of(reading.name)) if reading.kind in _WITH_BOARDS else None
    if board is not None and board["board"] != _OF_CONTESTS:
        first = state.boards.setdefault(board["board"], reading)
        if board["centre"] or (first is not None and first.name != reading.name):
            state.boards[board["board"]] = None


def _of_each_province(text: Prepared, body: FoundBody) -> bool:
    """Tell whether a text of the Centre speaks of such bodies in every province: `UBND tỉnh`."""
    if text.letterhead is None or text.dateline.province is not None or _of_a_district(text):
        return False
    named = body.place is not None and body.place.name is not None
    stem = text.folded.folded[body.start : body.stem]
    local = body.level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
    return not named and (local or _AREA_OF_STEM.search(stem) is not None)


def _of_a_district(text: Prepared) -> bool:
    """Tell whether a body of a district or a commune heads an official text."""
    end = text.letterhead.heading.start if text.letterhead else 0
    head = takewhile(lambda body: body.start < end, text.bodies)
    return any(body.level in (Level.DISTRICT, Level.COMMUNE) for body in head)


def _owned(text: Prepared, body: FoundBody) -> bool:
    return _has_owner(text, body) or body.level is Level.CENTRAL


def _definite(text: Prepared, body: FoundBody) -> bool:
    """Tell whether the text says which body: not `UBND`, `HĐND huyện` or `MTTQ` alone."""
    stem = text.folded.folded[body.start : body.stem]
    named = body.place is not None and body.place.name is not None
    if body.kind in _DISTRICT_KINDS:
        named = named or body.level not in (Level.DISTRICT, Level.COMMUNE)
        return named or _of_home(text, body, stem)
    if body.kind == "unit":
        return named or _AREA_BELOW.fullmatch(stem) is None or _of_home(text, body, stem)
    if body.kind in ("people", "council", "front", "party committee"):
        provincial = body.level is Level.PROVINCE or _AREA_OF_STEM.search(stem) is not None
        central = body.level is Level.CENTRAL or stem.endswith("việt nam")
        district = body.level in (Level.DISTRICT, Level.COMMUNE)
        named = named or (district and _of_home(text, body, stem))
        named = named or (stem.startswith("hội ") and text.letterhead is not None)
        return named or central or (not district and (provincial or stem == "thành ủy"))
    return True


def _of_home(text: Prepared, body: FoundBody, stem: str) -> bool:
    """Tell whether a body of a district is that of the one district the text speaks of."""
    area = body.place.area if body.place else None
    whole = stem if area is None or stem.endswith(area) else f"{stem} {area}"
    several = _SEVERAL.match(text.folded.folded, body.end) is not None
    return not several and district_of(text, whole) is not None


def _plenum(text: Prepared, body: FoundBody, term: str | None) -> Reading | None:
    groups = body.match.groupdict()
    printed = (groups.get("ordinal") or groups.get("before") or "").removeprefix("thứ ")
    ordinal = _ORDINALS.get(printed, printed)
    if not ordinal.isdigit():
        ordinal = _arabic(ordinal)
    before = text.folded.folded[max(0, body.start - 12) : body.start]
    alone = text.folded.folded.startswith("trung ương", body.start)
    if not ordinal or (alone and term is None and not before.endswith(("nghị quyết ", "trình "))):
        return None
    name = f"Hội nghị Trung ương {ordinal}" + (f" (khóa {term})" if term else "")
    return Reading(text.span(body.start, body.end), name, Level.CENTRAL, body.kind)


def _arabic(roman: str) -> str:
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    figures = [values.get(letter, 0) for letter in roman]
    if not figures or 0 in figures:
        return ""
    signed = [
        -figure if figure < max(figures[at:]) else figure for at, figure in enumerate(figures)
    ]
    return str(sum(signed))


def _congress(
    text: Prepared, grammar: BodyGrammar, body: FoundBody, state: _State
) -> Reading | None:
    ordinal = (body.match["ordinal"] or "").removeprefix("thứ ").upper()
    span = text.span(body.start, body.end)
    if body.kind == "congress":
        return Reading(span, f"Đại hội {ordinal} của Đảng", Level.CENTRAL, body.kind)
    area = {"tp": "thành phố"}.get(body.match["area"], body.match["area"])
    printed = body.match.groupdict().get("place")
    home = text.dateline.province
    fits = area == ("thành phố" if text.dateline.city else "tỉnh")
    place = (body.place.name if body.place else None) or (printed or "").strip()
    if printed:
        at = body.match.start("place")
        place = well_spelt(text.folded, at, at + len(printed))
    inferred = () if place or not (home and fits) else ("place",)
    place = place or (home if fits and home else "")
    name = f"Đại hội Đảng bộ {area} {place}".rstrip() + f" lần thứ {ordinal}"
    level = Level.PROVINCE if area in ("tỉnh", "thành phố") else Level.DISTRICT
    return Reading(span, name, level, body.kind, inferred)


def _sector(text: Prepared, grammar: BodyGrammar, body: FoundBody, state: _State) -> Reading | None:
    """Read a branch of the apparatus; `toàn Ngành` is the one named last."""
    if body.kind == "bare sector":
        if state.sector is None:
            return None
        level = Level.CENTRAL if state.sector == ORGANISATION_SECTOR else None
        return Reading(text.span(body.start, body.end), state.sector, level, "sector")
    stem = text.folded.folded[body.start : body.stem].removeprefix("toàn ")
    base = "ngành " + text.folded.shaped[body.stem - len(stem) + len("ngành ") : body.stem]
    if stem.startswith(("ngành tổ chức", "ngành tcxdđ")):
        base = ORGANISATION_SECTOR
    tail = _SECTOR_TAIL.match(text.folded.folded, body.end) if body.place is None else None
    end = max(body.end, tail.end()) if tail else body.end
    place = body.place or (grammar.place(text.folded, end - 1) if tail and tail[0] else None)
    if place is not None:
        end = max(end, place.end)
    name, level = base, Level.CENTRAL
    inferred: tuple[str, ...] = ()
    if place is not None:
        home = place.name or text.dateline.province
        name = f"{base} {_area_name(text, place.area)} {home or ''}".rstrip()
        level, inferred = Level.PROVINCE, () if place.name else ("place",)
    elif (
        state.sector
        and state.sector.startswith(base)
        and not (tail and tail["levels"] == " cả nước")
    ):
        name = state.sector  # once told as that of a province, it stays so
        level = Level.CENTRAL if name == base else Level.PROVINCE
    state.sector = name
    while end > body.start and text.folded.folded[end - 1] == " ":
        end -= 1
    return Reading(text.span(body.start, end), name, level, "sector", inferred)


def _area_name(text: Prepared, area: str | None) -> str:
    return {"tp": "thành phố"}.get(
        area or "", area or ("thành phố" if text.dateline.city else "tỉnh")
    )


def _class(text: Prepared, grammar: BodyGrammar, body: FoundBody, state: _State) -> Reading | None:
    printed = text.folded.folded[body.start : body.end]
    name = _CLASSES.get(printed, printed)
    if name in ("cấp ủy", "cấp ủy đảng"):
        name = state.committees or "cấp ủy"
    elif name in _COMMITTEES:
        state.committees = name
    return Reading(text.span(body.start, body.end), name, None, "class")


def _area(text: Prepared, grammar: BodyGrammar, body: FoundBody, state: _State) -> Reading | None:
    home = (body.place.name if body.place else None) or text.dateline.province
    city = "thành phố" in text.folded.folded[body.start : body.stem]
    if home is None or city != text.dateline.city:
        return None
    name = f"{'thành phố' if city else 'tỉnh'} {home}"
    return Reading(text.span(body.start, body.end), name, Level.PROVINCE, "area", ("place",))


def _acting_area(
    text: Prepared, grammar: BodyGrammar, body: FoundBody, state: _State
) -> Reading | None:
    """Read `Thực hiện D, tỉnh Thái Nguyên đã ...`: a province acts, at the head of a clause."""
    place = body.place
    lower = text.folded.folded
    opens = lower[max(0, body.start - 2) : body.start] in (", ", "; ") or not lower[
        max(0, body.start - 1) : body.start
    ].strip(" \n")
    if place is None or not place.known or not opens or not _ACTS.match(lower, body.end):
        return None
    stem = spelt(well_spelt(text.folded, body.start, body.stem)).lower()
    span = text.span(body.start, body.end)
    return Reading(span, f"{stem} {place.name}", Level.PROVINCE, "area")


_READERS: Final[dict[str, Callable[[Prepared, BodyGrammar, FoundBody, _State], Reading | None]]] = {
    "congress": _congress,
    "local congress": _congress,
    "sector": _sector,
    "bare sector": _sector,
    "class": _class,
    "area": _area,
    "acting area": _acting_area,
}
