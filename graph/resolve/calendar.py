"""Periods of numbering: congress terms of the Party, years of the State."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.model import PartialDate
from graph.records import TermRow
from graph.resolve.places import Gazetteer
from graph.resolve.series import Series, by_term

_REMEMBERED = 10_000  # days of series


@dataclass(frozen=True)
class Calendar:
    """National terms and, through the gazetteer, provincial ones."""

    terms: tuple[TermRow, ...]
    gazetteer: Gazetteer

    def period(self, series: Series, day: date) -> tuple[str, bool] | None:
        """Return the period of a series that contains a day, and whether that is certain."""
        if not by_term(series):
            return str(day.year), True
        asked = series, day
        if asked not in self._told:
            if len(self._told) >= _REMEMBERED:
                self._told.clear()
            self._told[asked] = self._term(series, day)
        return self._told[asked]

    @cached_property
    def _told(self) -> dict[tuple[Series, date], tuple[str, bool] | None]:
        """Return what was found of series and days: each is asked for many times in a text."""
        return {}

    def _term(self, series: Series, day: date) -> tuple[str, bool] | None:
        if len(series) == 1:
            term = self.national_term(day)
            return (term.lower(), True) if term else None
        unit = self.gazetteer.by_slug.get(series[1])
        return self.gazetteer.party_term(unit.name if unit else series[1], day)

    def period_of(self, series: Series, issued: PartialDate) -> tuple[str, bool] | None:
        """Return the period of a date, partial or not; None when it could be two."""
        first, last = self.period(series, issued.earliest), self.period(series, issued.latest)
        if first is None or last is None or first[0] != last[0]:
            return None
        return first[0], first[1] and last[1]

    def national_term(self, day: date) -> str | None:
        """Return the term of the Central Committee (`XII`); a shared day belongs to the later."""
        holding = [
            term
            for term in self.terms
            if term.start.earliest <= day and (term.end is None or day <= term.end.latest)
        ]
        return max(holding, key=lambda term: term.start).term if holding else None


def latest_start(days: Iterable[PartialDate | None]) -> date | None:
    """Return the last of the first possible days: nothing that follows them all is earlier."""
    known = [day.earliest for day in days if day is not None]
    return max(known, default=None)
