"""Bodies: which body a printed name means, its level, province and numbering series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from graph.folding import bare, clean, slug
from graph.model import Level
from graph.records import CentralBodyRow
from graph.resolve.identity import body_iri
from graph.resolve.places import Gazetteer, Unit
from graph.resolve.series import Series, series_of

_LONG_FORMS = (
    (re.compile(r"Ủy ban nhân dân|Uỷ ban nhân dân", re.IGNORECASE), "UBND"),
    (re.compile(r"Hội đồng nhân dân", re.IGNORECASE), "HĐND"),
    (re.compile(r"^BTV\b"), "Ban Thường vụ"),
    (re.compile(r"^BCH\b"), "Ban Chấp hành"),
)
_REMEMBERED = 10_000  # printed names
_ORDINAL = re.compile(r"\s+lần thứ\s+(?P<ordinal>[IVXL]+|\d+)(?:\s+của Đảng)?$", re.IGNORECASE)
_NATIONAL_CONGRESS = "dai hoi dai bieu toan quoc"
_COMMITTEE = re.compile(r"^Ban Chấp hành Đảng bộ( tỉnh| thành phố)?$", re.IGNORECASE)
_COMMUNE = re.compile(r"\b(xã(?! hội)|phường|thị trấn|đặc khu)\b", re.IGNORECASE)
_DISTRICT = re.compile(r"\b(huyện|quận|thị xã|huyện ủy|quận ủy|thị ủy)\b", re.IGNORECASE)
#: Forms of local bodies that a text names without their province; all others may be central.
_LOCAL = re.compile(
    r"((Chủ tịch|Ban cán sự đảng) )?(UBND|HĐND)\b"
    r"|((Ban Thường vụ|Thường trực) )?(Tỉnh|Thành|Huyện|Quận|Thị) ủy\b"
    r"|((Ban Thường vụ|Thường trực) )?Đảng ủy (xã|phường|thị trấn|đặc khu)\b"
    r"|Ban Chấp hành Đảng bộ\b|Sở |Phòng |Văn phòng (UBND|HĐND|Tỉnh ủy|Thành ủy)\b"
    r"|.*\b(huyện|quận|thị xã|xã(?! hội)|phường|thị trấn)\b",
    re.IGNORECASE,
)
_CITY_BEFORE = re.compile(r"\bthành phố$", re.IGNORECASE)
_ABOVE = (
    (re.compile(r"^(?:Ban Thường vụ|Thường trực) (?=\S)"), ""),
    (re.compile(r"^Chủ tịch (?=UBND)"), ""),
    (re.compile(r"^Ban cán sự đảng UBND"), "Tỉnh ủy"),
)
_PLACE_OF = re.compile(
    r"^(?:Ban Thường vụ |Thường trực )?(?:UBND |HĐND |Chủ tịch UBND |Ban Chấp hành Đảng bộ )?"
)
#: Committees of a place by the word for the place: their series is one with its other names.
_PLACE_WORD = (
    (re.compile(r"^huyen uy\b"), "huyen"),
    (re.compile(r"^quan uy\b"), "quan"),
    (re.compile(r"^thi uy\b"), "thi xa"),
    (re.compile(r"^thanh uy\b"), "thanh pho"),
    (re.compile(r"^dang uy (?=xa|phuong|thi tran|dac khu)"), ""),
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body as resolved.

    `name` is the canonical name, `series` the numbering series its own code opens (a printed code
    may open another one), `ordinal` the number of a congress, `parent` the address of the body
    above it where the name says so, `sure` False when the province was completed from context.
    """

    iri: str
    name: str
    level: Level
    unit: Unit | None
    series: Series
    place: str | None = None
    ordinal: str | None = None
    parent: tuple[str, str] | None = None
    sure: bool = True


@dataclass(frozen=True)
class Directory:
    """All that is known of bodies: the central ones by name, the local ones by their form."""

    rows: tuple[CentralBodyRow, ...]
    gazetteer: Gazetteer

    @cached_property
    def central(self) -> Mapping[str, tuple[CentralBodyRow, ...]]:
        """Return the named central bodies under every folded spelling, oldest first.

        A name can be borne by two bodies one after the other (Ban Tuyên giáo Trung ương until 2025
        and again from 2026). The canonical name of one body beats the alias of another.
        """
        named = sorted(
            (row for row in self.rows if "{" not in row.name_vi),
            key=lambda row: (row.name_vi, str(row.valid_from or "")),
        )
        found: dict[str, list[CentralBodyRow]] = defaultdict(list)
        for row in named:
            found[bare(row.name_vi)].append(row)
        own = frozenset(found)
        for row in named:
            for spelling in {bare(alias) for alias in row.aliases} - own:
                found[spelling].append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    @cached_property
    def _told(self) -> dict[tuple[str, str | None, date | None], Body]:
        """Return what names were found to mean: a text names few bodies, each many times."""
        return {}

    def _named(self, name: str, on: date | None) -> CentralBodyRow | None:
        """Return the central body of that name that existed on the day, or the newest before."""
        rows = self.central.get(bare(name), ())
        if not rows or on is None:
            return rows[0] if rows else None
        begun = [row for row in rows if row.valid_from is None or row.valid_from.earliest <= on]
        return (begun or [rows[0]])[-1]

    def address(self, row: CentralBodyRow) -> str:
        """Return the address of a central body; a later namesake adds the year it began."""
        namesakes = [other for other in self.rows if other.name_vi == row.name_vi]
        later = row.valid_from is not None and len(namesakes) > 1
        year = f"-{row.valid_from.year}" if later and row.valid_from else ""
        return body_iri([slug(row.name_vi) + year])

    def body(self, printed: str, *, province: str | None = None, on: date | None = None) -> Body:
        """Return the body that a printed name means.

        Parameters
        ----------
        printed : the name as printed.
        province : province known from context, for names that do not tell it.
        on : day for which the name holds; the newest bearer of the province's name without one.
        """
        asked = printed, province, on
        found = self._told.get(asked)
        if found is None:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            found = self._told[asked] = self._meant(*asked)
        return found

    def _meant(self, printed: str, province: str | None, on: date | None) -> Body:
        name, ordinal = _canonical(printed)
        row = self._named(name, on)
        if row is None and bare(name).startswith(_NATIONAL_CONGRESS):
            row = self._named(_NATIONAL_CONGRESS, on)
        if row is not None:
            return self._central(row, ordinal)
        placed = self.gazetteer.at_end_of(name, on)
        if placed and _is_lower_city(placed[0], placed[1]):
            return self._lower(name, placed[0], Level.DISTRICT, sure=True)
        level = _lower_level(name)
        if placed and level is None:
            return self._provincial(placed[1], placed[0], ordinal)
        unit = placed[0] if placed else None
        if unit is None and province and _LOCAL.match(name):
            unit = self.gazetteer.unit(province, on)
        if unit is None:
            return _unlisted(name)
        if level is None:
            return replace(self._provincial(name, unit, ordinal), sure=False)
        return self._lower(name, unit, level, sure=placed is not None)

    def _central(self, row: CentralBodyRow, ordinal: str | None) -> Body:
        code = row.code or row.name_vi
        began = row.valid_from.earliest if row.valid_from else None
        parent = self._named(row.parent, began) if row.parent else None
        return Body(
            iri=self.address(row),
            name=row.name_vi,
            level=row.level,
            unit=None,
            series=series_of(code, None),
            ordinal=ordinal,
            parent=(self.address(parent), parent.name_vi) if parent else None,
        )

    def _provincial(self, before: str, unit: Unit, ordinal: str | None) -> Body:
        """Return a body of provincial level from its name without the province."""
        base = re.sub(r"\s+(tỉnh|thành phố|thủ đô)$", "", before, flags=re.IGNORECASE)
        if _COMMITTEE.match(before):
            base = "Thành ủy" if unit.city else "Tỉnh ủy"
        above = _above(base)
        if above == "Tỉnh ủy" and unit.city:
            above = "Thành ủy"
        return Body(
            iri=body_iri([unit.slug, slug(base)]),
            name=_provincial_name(base, unit),
            level=Level.PROVINCE,
            unit=unit,
            series=series_of(_own_code(base), unit.slug),
            ordinal=ordinal,
            parent=(body_iri([unit.slug, slug(above)]), _provincial_name(above, unit))
            if above
            else None,
        )

    def _lower(self, name: str, unit: Unit, level: Level, *, sure: bool) -> Body:
        """Return a body below the province; its place is part of its series."""
        local = re.sub(rf",\s+(tỉnh|thành phố)\s+{re.escape(unit.name)}$", "", name)
        place = _place(local)
        return Body(
            iri=body_iri([unit.slug, slug(local)]),
            name=f"{local}, {'thành phố' if unit.city else 'tỉnh'} {unit.name}",
            level=level,
            unit=unit,
            series=series_of(_own_code(local, level), unit.slug, place),
            place=place,
            sure=sure,
        )


def _canonical(printed: str) -> tuple[str, str | None]:
    """Return the name with short forms made one, and the ordinal of a congress."""
    name = clean(printed)
    for pattern, short in _LONG_FORMS:
        name = pattern.sub(short, name)
    ordinal = _ORDINAL.search(name)
    return (name[: ordinal.start()], ordinal["ordinal"].upper()) if ordinal else (name, None)


def _is_lower_city(unit: Unit, before: str) -> bool:
    """Tell a city inside a province (thành phố Tây Ninh) from the province of that name."""
    return not unit.city and _CITY_BEFORE.search(before) is not None


def _lower_level(name: str) -> Level | None:
    if _COMMUNE.search(name):
        return Level.COMMUNE
    if _DISTRICT.search(name):
        return Level.DISTRICT
    return (
        Level.GRASSROOTS
        if re.match(r"(Đảng ủy|Chi bộ|Ban Chấp hành Đảng bộ UBND)\b", name)
        else None
    )


def _place(name: str) -> str:
    """Return the place of a body: `Huyện ủy Mộc Châu`, `UBND huyện Mộc Châu` → huyen-moc-chau."""
    place = bare(_PLACE_OF.sub("", name))
    for committee, word in _PLACE_WORD:
        place = committee.sub(word, place)
    return slug(place)


def _own_code(base: str, level: Level = Level.PROVINCE) -> str:
    """Return the issuer code of a local body from the form of its name."""
    folded = bare(base)
    if folded.startswith("dai hoi"):
        return "ĐH"
    if folded.startswith("ban can su"):
        return "BCSĐ"
    for words, code in (("ubnd", "UBND"), ("hdnd", "HĐND")):
        if folded.startswith(words) or folded.startswith("chu tich " + words):
            return code
    if re.search(r"\b(tinh uy|thanh uy)$", folded) and level is Level.PROVINCE:
        return "TU" if re.match(r"(ban thuong vu |thuong truc )?(tinh|thanh) uy$", folded) else base
    for words, code in (
        ("huyen uy", "HU"),
        ("dang bo huyen", "HU"),
        ("quan uy", "QU"),
        ("thi uy", "TXU"),
        ("thanh pho", "ThU"),
        ("dang uy", "ĐU"),
    ):
        if words in folded:
            return code
    return base


def _above(base: str) -> str | None:
    for pattern, above in _ABOVE:
        if pattern.match(base):
            return above or pattern.sub("", base)
    return None


def _provincial_name(base: str, unit: Unit) -> str:
    """Return `Tỉnh ủy Hà Tĩnh`, `UBND tỉnh Hà Tĩnh`, `UBND thành phố Huế`."""
    if re.search(r"(Tỉnh ủy|Thành ủy)$", base):
        return f"{base} {unit.name}"
    return f"{base} {'thành phố' if unit.city else 'tỉnh'} {unit.name}"


def _unlisted(name: str) -> Body:
    """Return a body that the register does not list and that names no province."""
    level = Level.MINISTRY if bare(name).startswith("bo ") else Level.CENTRAL
    return Body(body_iri([slug(name)]), name, level, None, series_of(name, None), sure=False)
