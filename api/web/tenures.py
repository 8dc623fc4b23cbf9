"""Tenures on a line of time: a point for a day that a source shows, a bar for a stated interval.

What is known to the month or year only is a hollow point amid it; an interval that nothing founds
better than unverified is a broken bar; of an interval without one of its ends only that end is
drawn. Nothing is stretched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from api.web.layout import WIDTH, ticks
from graph.model import Evidence, PartialDate, PostHeld, Tenure, Verification

_EDGE, _APART = 4, 24  # hundredths of the line


Dated = Tenure | PostHeld


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the line: `kind` is day, about, stated, claimed, from or until.

    `x` and `end` tell where along the line, from 0 to 100.
    """

    kind: str
    x: float
    end: float


@dataclass(frozen=True, slots=True)
class Span:
    """A line of whole years that holds everything known of some tenures."""

    start: date
    days: int

    @classmethod
    def of(cls, tenures: Iterable[Dated], on: date | None = None) -> Span | None:
        """Return the line for some tenures and a day that is looked at; None without any day."""
        known = [day for one in tenures for day in _days(one)]
        years = [day.year for day in known] + ([on.year] if on and known else [])
        if not years:
            return None
        start = date(min(years), 1, 1)
        end = date(max(years), 12, 31)  # the day after the last one may have no name
        return cls(start, (end - start).days + 1)

    def along(self, day: date) -> float:
        """Return where a day stands, from 0 to 100."""
        return round(100 * (day - self.start).days / self.days, 2)

    @property
    def ticks(self) -> tuple[tuple[str, float], ...]:
        """Return the years or months that are named along the line, far enough apart to be read."""
        placed = [(name, 100 * x / WIDTH) for name, x in ticks(self.start, self.days)]
        inner = tuple(one for one in placed if _EDGE <= one[1] <= 100 - _EDGE)
        # The first name does not stand amid its place, so it needs more room.
        first = inner[0][1] if inner else 100
        return ((str(self.start.year), 0.0), *inner) if first >= _APART else inner

    def marks(self, tenure: Dated) -> tuple[Mark, ...]:
        """Return what is drawn of a tenure, back to front."""
        return (*self._interval(tenure), *map(self._day, tenure.held_on))

    def _day(self, day: PartialDate) -> Mark:
        middle = date.fromordinal((day.earliest.toordinal() + day.latest.toordinal()) // 2)
        x = self.along(middle)
        return Mark("day" if day.exact else "about", x, x)

    def _interval(self, tenure: Dated) -> Iterator[Mark]:
        starts, ends = tenure.starts, tenure.ends
        if starts and ends:
            first, last = self.along(starts.earliest), self.along(ends.latest)
            # Surely within: between the last day it can have begun and the first it can have ended.
            sure = starts.latest <= ends.earliest and founded(tenure.evidence)
            yield Mark("stated" if sure else "claimed", first, last)
        elif starts or ends:
            edge = starts or ends
            assert edge is not None
            x = self.along(edge.earliest if starts else edge.latest)
            yield Mark("from" if starts else "until", x, x)


def founded(evidence: Iterable[Evidence]) -> bool:
    """Tell whether there is evidence and all of it is better than unverified."""
    told = [one.verification for one in evidence]
    return bool(told) and Verification.UNVERIFIED not in told


def _days(tenure: Dated) -> Iterator[PartialDate]:
    yield from tenure.held_on
    yield from (day for day in (tenure.starts, tenure.ends) if day is not None)
