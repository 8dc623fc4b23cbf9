"""Numbering series: in which row of numbers a document stands, and what that says of it.

`TW` is one series for three bodies; every province has its own `TU` series; below the province a
series belongs to one body (`issuer_codes` of the vocabulary).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.folding import slug
from graph.model import Level
from graph.resolve.identity import unit_iri
from ontology import lexicon
from ontology.entries import IssuerCode

Series = tuple[str, ...]

_KEPT = 8192  # series, of which one text names the same few again and again

_COMMUNE = re.compile(r"(?:^|-)(?:xa(?!-hoi)|phuong|thi-tran|dac-khu)-")
_DISTRICT = re.compile(r"(?:^|-)(?:huyen|quan|thi-xa|thi-uy|huyen-uy)-|^(?:thanh-pho|thanh-uy)-")


@lru_cache(_KEPT)
def series_of(code: str, unit_slug: str | None, place: str | None = None) -> Series:
    """Return the series of an issuer code, in a province, and below it in one place."""
    return tuple(part for part in (slug(code), unit_slug, place) if part)


@lru_cache(_KEPT)
def by_term(series: Series) -> bool:
    """Tell whether numbers of the series run by congress term (Party), not by year."""
    return _system(_code(series)) == "party"


def unit_of_series(series: Series) -> str | None:
    """Return the address of the province of a local series."""
    return unit_iri(series[1]) if len(series) > 1 else None


def level_of_series(series: Series) -> Level:
    """Return the level of the issuer of a series."""
    if len(series) == 1:
        return Level(_level(_code(series)))
    _, _, *places = series
    if not places:
        return Level.PROVINCE
    place = places[0]
    if _COMMUNE.search(place):
        return Level.COMMUNE
    return Level.DISTRICT if _DISTRICT.search(place) else Level.GRASSROOTS


def level_concept(level: Level) -> str:
    """Return the concept of a level."""
    return next(row.iri for row in lexicon.LEVELS if row.code == level)


def _code(series: Series) -> str:
    """Return the code of a series; steering committees add their own name after a dot."""
    return series[0].split(".")[0]


@cache
def _rows() -> dict[str, IssuerCode]:
    rows: dict[str, IssuerCode] = {}
    for row in lexicon.ISSUER_CODES:
        rows.setdefault(slug(row.code), row)
    return rows


def _system(code: str) -> str:
    row = _rows().get(code)
    return row.system if row else "state"


def _level(code: str) -> str:
    row = _rows().get(code)
    return row.level if row else Level.CENTRAL
