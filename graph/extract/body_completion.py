"""The full name of a body as printed: its owner and place filled in from what the text is about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from graph.extract.article import Prepared
from graph.extract.body_grammar import BodyGrammar, FoundBody
from graph.extract.body_names import spelt
from graph.extract.spelling import key_of, well_spelt
from graph.model import Level

COMMITTEE: Final = "Ban Chấp hành Trung ương Đảng"
SECRETARIAT: Final = "Ban Bí thư"

_FIXED = {
    "committee": COMMITTEE,
    "secretariat": SECRETARIAT,
    "politburo": "Bộ Chính trị",
    "premier": "Thủ tướng Chính phủ",
}
_OWNER = re.compile(r"(?:(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|đảng ủy khối)$")
_OF_DISTRICT = re.compile(
    r"(?<!\w)(?:huyện ủy|quận ủy|thị ủy|thành ủy|thành phố|huyện|quận|"
    r"thị xã|thị trấn|xã|phường|đặc khu)$"
)
_AREAS_OF_COMMITTEES = {
    "huyện ủy": "huyện",
    "quận ủy": "quận",
    "thị ủy": "thị xã",
    "thành ủy": "thành phố",
}


def complete(
    text: Prepared, grammar: BodyGrammar, body: FoundBody, owner: FoundBody | None = None
) -> tuple[str, Level | None, tuple[str, ...]]:
    """Return canonical name, level and what of it was inferred, of a body as printed."""
    if body.kind in _FIXED:
        return _FIXED[body.kind], body.level, ()
    if body.lead:
        return _listed(text, body)
    stem = spelt(well_spelt(text.folded, body.start, body.stem))
    last = body
    if owner is not None:
        stem = f"{stem} {_owner_name(text, owner)}"
        last = owner
    name, inferred = _placed(text, last, stem)
    return name, _level(text, last, stem), inferred


def _listed(text: Prepared, body: FoundBody) -> tuple[str, Level | None, tuple[str, ...]]:
    """Return the name of one of a list that says its kind once: `các Sở: Nội vụ, Tài chính`."""
    printed = well_spelt(text.folded, body.start, body.end)
    if body.place is not None and body.place.known:  # `UBND các tỉnh Lào Cai, Yên Bái`
        return f"{spelt(body.lead)} {body.place.name or printed}", body.level, ()
    name = f"{spelt(body.lead)} {printed}"
    home = text.dateline.province if body.level is Level.PROVINCE else None
    return (f"{name} {home}", body.level, ("place",)) if home else (name, body.level, ())


def _owner_name(text: Prepared, owner: FoundBody) -> str:
    """Return the committee a board belongs to: `Ban Nội chính Tỉnh ủy` → `Tỉnh ủy`."""
    stem = spelt(well_spelt(text.folded, owner.start, owner.stem))
    return stem[max(owner_at(key_of(stem)), 0) :]


def _placed(text: Prepared, body: FoundBody, stem: str) -> tuple[str, tuple[str, ...]]:
    """Return the name with its place: the printed one, else the home province where it fits."""
    place = body.place
    if place is not None and place.name:
        area = place.area or ""
        district = area and not place.known and not key_of(stem).endswith(area)
        own = owner_at(key_of(stem)) >= 0
        between = f"{area} " if district and not own else ""
        return f"{stem} {between}{place.name}", ()
    if place is not None and place.area and not key_of(stem).endswith(place.area):
        stem = f"{stem} {place.area}"  # `UBND huyện`, of which district is not said
    only = district_of(text, stem)
    if only is not None:
        return f"{stem} {only}", ("place",)
    home = text.dateline.province
    if home is None or not _fits(text, body, stem):
        return stem, ()
    return f"{stem} {home}", ("place",)


def district_of(text: Prepared, stem: str) -> str | None:
    """Return the one district of the text for a body that prints none: `Huyện ủy`, `UBND xã`."""
    if not text.districts:
        return None
    found = _OF_DISTRICT.search(key_of(stem))
    area = _AREAS_OF_COMMITTEES.get(found[0], found[0]) if found else ""
    if area == "thành phố" and text.dateline.city:
        return None  # the city itself
    return text.districts.get(area)


def _fits(text: Prepared, body: FoundBody, stem: str) -> bool:
    """Tell whether a body without place is one of the home province."""
    lower, city = key_of(stem), text.dateline.city
    if body.level in (Level.CENTRAL, Level.MINISTRY, Level.DISTRICT, Level.COMMUNE):
        return False
    if lower.endswith(("thành ủy", "thành phố", "thành đoàn")) or (
        body.place is not None and body.place.area in ("tp", "thành phố")
    ):
        return city
    if lower.endswith(("tỉnh ủy", "tỉnh", "tỉnh đoàn")):
        return not city
    return body.kind == "department"


def _level(text: Prepared, body: FoundBody, stem: str) -> Level | None:
    if body.level is not None:
        return body.level
    lower = key_of(stem)
    if body.place is not None and body.place.known:
        return Level.PROVINCE
    for ending, level in (
        (("tỉnh ủy", "tỉnh"), Level.PROVINCE),
        (("huyện ủy", "quận ủy", "thị ủy", "huyện"), Level.DISTRICT),
    ):
        if lower.endswith(ending):
            return level
    if lower.endswith(("thành ủy", "thành phố", "thành đoàn")):
        named = body.place is not None and body.place.name is not None
        return Level.PROVINCE if text.dateline.city and not named else Level.DISTRICT
    return None


@lru_cache(maxsize=4096)
def owner_at(stem: str) -> int:
    """Return where in a stem the committee stands that it ends with, -1 without one."""
    found = _OWNER.search(stem)
    return found.start() if found else -1
