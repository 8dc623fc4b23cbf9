"""Days are those of Việt Nam, wherever the machine stands."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

_HERE = timezone(timedelta(hours=7), "Việt Nam")  # UTC+7 all year, since 1975


def today() -> date:
    """Return the day that it is in Việt Nam."""
    return datetime.now(_HERE).date()


def start_of(day: date) -> datetime:
    """Return the first moment of a day in Việt Nam."""
    return datetime.combine(day, time.min, _HERE)


def end_of(day: date) -> datetime:
    """Return the last moment of a day in Việt Nam."""
    return datetime.combine(day, time.max, _HERE)
