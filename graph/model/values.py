"""The smallest values: levels, dates, lags, literals, and how well something is founded."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import total_ordering

from graph.filling import filled_at_once

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Level(StrEnum):
    """Level of a body or document; the district level ended on 2025-06-30."""

    CENTRAL = "central"
    MINISTRY = "ministry"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    GRASSROOTS = "grassroots"


class Verification(StrEnum):
    """How well a statement is founded, weakest field counted (`data/README.md`)."""

    VERIFIED_TWICE = "verified_twice"
    SEEN_ONCE = "seen_once"
    ARTICLE = "article"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"

    @property
    def rank(self) -> int:
        """Return 0 for the best founded; the smaller rank wins a single-valued fact."""
        return list(Verification).index(self)


class Modality(StrEnum):
    """What a source says of a statement: it was done, asked for, planned or denied."""

    DONE = "done"
    REQUESTED = "requested"
    PLANNED = "planned"
    DENIED = "denied"


class Inference(StrEnum):
    """How something not printed was found (`cas:inference`)."""

    ALIAS = "alias"
    TERM = "term"
    ISSUER = "issuer"
    ELLIPSIS = "ellipsis"
    COLLECTIVE = "collective"
    REGISTER = "register"
    REVIEWED = "reviewed"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precisely as known: year, month and day, year and month, or year alone."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse days that the calendar does not have."""
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise ValueError on anything else."""
        found = _DATE.fullmatch(text)
        if found is None:
            raise ValueError(f"not YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def earliest(self) -> date:
        """Return the first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Return the last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """Tell whether the day is known."""
        return self.day is not None

    def __lt__(self, other: PartialDate) -> bool:
        return str(self) < str(other)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Lag:
    """Days from a parent's issue to a child's: a range when a date is partial.

    `least == most` when both days are known; a negative lag is kept, it points at a doubtful date.
    """

    least: int
    most: int

    @classmethod
    def between(cls, parent: PartialDate | None, child: PartialDate | None) -> Lag | None:
        """Return the lag, or None (“chưa rõ”) when one of the dates is unknown."""
        if parent is None or child is None:
            return None
        return cls(
            (child.earliest - parent.latest).days,
            (child.latest - parent.earliest).days,
        )

    @property
    def exact(self) -> bool:
        """Tell whether both days are known."""
        return self.least == self.most


@filled_at_once
@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal value of a statement: text with the local name of its XSD type, or a language."""

    text: str
    datatype: str = "string"
    language: str | None = None

    def __reduce__(self) -> tuple[type[Literal], tuple[str, str, str | None]]:
        """Go to another process as its values, as a claim does."""
        return Literal, (self.text, self.datatype, self.language)
