"""Dates as Vietnamese texts print them: 2-7-2018, 16/3/2021, ngày 03 tháng bốn năm 2018, 20/1."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import PartialDate

_MONTH_WORDS = {
    "giêng": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
}
_WORD = "|".join(sorted(_MONTH_WORDS, key=len, reverse=True))
# Each form is told without its first character, of which all have one class: the search leaps by
# it from one to the next.
_NUMERIC = (
    r"(?<![/.,-]\d)(?P<d>\d?)\s?(?P<s>[-/.])\s?(?P<m>\d{1,2})"
    r"(?:\s?(?P=s)\s?(?P<y>\d{4})(?!\d))?"
)
_SPELT = rf"(?P<d2>\d?) tháng (?P<m2>\d{{1,2}}|{_WORD})(?:,? năm (?P<y2>\d{{4}})(?!\d))?"
_MONTH = r"háng (?P<m3>\d{1,2})(?:\s?[-/.]\s?|,? năm )(?P<y3>\d{4})(?!\d)"
_DATE = re.compile(rf"[\dt](?:(?<=\d)(?<!\d\d)(?:{_NUMERIC}|{_SPELT})|(?<=t){_MONTH})")
_YEARS = range(1930, 2101)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; `full` = its year is printed."""

    start: int
    end: int
    value: PartialDate
    full: bool


def find_dates(
    folded: str, start: int = 0, end: int | None = None, default_year: int | None = None
) -> list[FoundDate]:
    """Return the dates of a folded text; a day without year takes `default_year` or is left out."""
    found = []
    for match in _DATE.finditer(folded, start, len(folded) if end is None else end):
        value = _value(match, default_year)
        if value is not None:
            full = bool(match["y"] or match["y2"] or match["y3"])
            found.append(FoundDate(match.start(), match.end(), value, full))
    return found


def _value(match: re.Match[str], default_year: int | None) -> PartialDate | None:
    year = match["y"] or match["y2"] or match["y3"]
    month = match["m"] or match["m2"] or match["m3"]
    day = None if match["m3"] else match[0][0] + (match["d"] or match["d2"] or "")
    number = int(year) if year else default_year
    if number is None or number not in _YEARS:
        return None
    try:
        return PartialDate(number, _MONTH_WORDS.get(month) or int(month), int(day) if day else None)
    except ValueError:
        return None
