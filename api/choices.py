"""What a question chooses by words: types, levels, provinces, relations. Tone marks are optional.

A word that is not known is refused with all that are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from api import words
from graph.errors import QuestionError, Text
from graph.folding import bare
from graph.lineage.facts import Facts
from graph.lineage.relations import LINEAGE, local
from graph.lineage.units import UnitNames, UnitSet, plain
from graph.model import Level
from graph.store.protocol import Reader
from ontology import lexicon

UNIT_SETS = (63, 34)

_TYPE = Text("loại văn bản", "type of document")
_LEVEL = Text("cấp", "level")
_PROVINCE = Text("tỉnh, thành phố", "province")
_RELATION = Text("quan hệ", "relation")


def types_named(named: Iterable[str], place: str) -> tuple[str, ...]:
    """Return the types of documents that bear some names: `Kế hoạch`, `plan`, `KH`.

    A code can be of several types (QĐ), and a word of a Party and a State type: all are meant.
    """
    known: dict[str, list[str]] = defaultdict(list)
    for row in lexicon.DOCUMENT_TYPES:
        names = (row.vi, row.en, *row.variants, row.abbreviation or row.vi)
        for name in dict.fromkeys(map(bare, names)):
            known[name].append(row.iri)
    listed = (row.vi for row in lexicon.DOCUMENT_TYPES)
    return _chosen(named, known, (_TYPE, sorted(dict.fromkeys(listed))), place)


def levels_named(named: Iterable[str], place: str) -> tuple[Level, ...]:
    """Return the levels that bear some names: `province`, `cấp tỉnh`, `tỉnh`."""
    known: dict[str, list[str]] = defaultdict(list)
    for level, text in words.LEVELS.items():
        short = bare(text.vi).removeprefix("cap ")
        for name in dict.fromkeys((level.value, bare(text.vi), short, bare(text.en))):
            known[name].append(level.value)
    found = _chosen(named, known, (_LEVEL, [level.value for level in Level]), place)
    return tuple(Level(one) for one in found)


def relations_named(named: Iterable[str], place: str) -> tuple[str, ...]:
    """Return the relations of lineage that bear some names: `implements`, `thực hiện`."""
    known: dict[str, list[str]] = defaultdict(list)
    for name in map(local, LINEAGE):
        text = words.RELATIONS[name]
        for spelled in dict.fromkeys((bare(name), bare(text.vi), bare(text.en))):
            known[spelled].append(name)
    return _chosen(named, known, (_RELATION, [local(one) for one in LINEAGE]), place)


def provinces_named(reader: Reader, named: Iterable[str], place: str) -> tuple[str, ...]:
    """Return the units that bear some names, with those that went into them.

    `Ninh Bình` means the province of the 63, the one of the 34, and all that went into the latter;
    `Ninh Bình@63` the former alone.
    """
    units = UnitNames(Facts(reader))
    found: dict[str, None] = {}
    for name in named:
        wanted, _, unit_set = name.partition("@")
        sets = _sets(unit_set, place) if unit_set else None
        bearers = _chosen((wanted,), units.bearers, (_PROVINCE, units.listed), place)
        kept = [iri for iri in bearers if sets is None or iri in units.members(sets)]
        found |= dict.fromkeys(one for iri in kept for one in units.with_predecessors(iri))
    return tuple(found)


def province_of_set(reader: Reader, name: str, unit_set: int, place: str) -> str:
    """Return the unit of a set that bears a name, or that the bearer of the name went into."""
    units, of_set = UnitNames(Facts(reader)), UnitSet(Facts(reader), unit_set)
    bearers = _chosen((name,), units.bearers, (_PROVINCE, units.listed), place)
    own = [iri for iri in bearers if iri in of_set.members]
    heirs = sorted({heir for iri in bearers for heir in of_set.stands_for(iri)})
    if own or len(heirs) == 1:
        return (own or heirs)[0]
    told = ", ".join(unit.name for unit in of_set.units)
    raise QuestionError(
        Text(f"“{name}” không thuộc bộ {unit_set}", f"“{name}” is none of the {unit_set}"),
        place=place,
        remedy=Text(f"chọn một trong: {told}", f"choose one of: {told}"),
    )


def is_province(reader: Reader, name: str) -> bool:
    """Tell whether a name is that of a province, of whatever time."""
    return plain(name) in UnitNames(Facts(reader)).bearers


def unit_set_of(number: int, place: str) -> int:
    """Return the number of a set of units if there is such a set."""
    if number in UNIT_SETS:
        return number
    raise QuestionError(
        Text(f"không có bộ {number} đơn vị", f"there is no set of {number} units"),
        place=place,
        remedy=Text("chọn 63 hoặc 34", "choose 63 or 34"),
    )


def _sets(text: str, place: str) -> int:
    if not text.strip().isdecimal():
        text = "0"
    return unit_set_of(int(text), place)


def _chosen(
    named: Iterable[str],
    known: Mapping[str, list[str]],
    told: tuple[Text, Iterable[str]],
    place: str,
) -> tuple[str, ...]:
    """Return everything that the names mean, in order; refuse one that is not known."""
    found: dict[str, None] = {}
    for name in named:
        meant = known.get(bare(name)) or known.get(plain(name))
        if not meant:
            raise _unknown(name, told, place)
        found |= dict.fromkeys(meant)
    return tuple(found)


def _unknown(name: str, told: tuple[Text, Iterable[str]], place: str) -> QuestionError:
    kind, listed = told
    choices = ", ".join(listed)
    return QuestionError(
        Text(f"không có {kind.vi} “{name}”", f"there is no {kind.en} “{name}”"),
        place=place,
        remedy=Text(f"chọn trong: {choices}", f"choose among: {choices}"),
    )
