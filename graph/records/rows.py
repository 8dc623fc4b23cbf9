"""What all rows of the register share, and the small values in their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from graph.model import PartialDate, Verification

_ADDRESS = re.compile(r"https?://[^/\s]+/\S")
_ARTICLES = ("bài báo “", "bài viết “")


class System(StrEnum):
    """Which of the systems of public life a type, code, post or body belongs to."""

    PARTY = "party"
    STATE = "state"
    FRONT = "front"
    MILITARY = "military"
    BOTH = "both"


class Predicate(StrEnum):
    """Relations between documents that rows may state, read `subject predicate object`."""

    IMPLEMENTS = "implements"
    CONTINUES = "continues"
    GUIDES = "guides"
    BASED_ON = "basedOn"
    REPLACES = "replaces"
    REPEALS = "repeals"
    AMENDS = "amends"
    REVIEWS = "reviews"
    CONCLUDES = "concludes"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: file name, and line counted from 1 with the header."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """A document named from another row: `number@date`, or `@date` for a congress resolution."""

    number: str | None
    issued: PartialDate

    def __str__(self) -> str:
        return f"{self.number or ''}@{self.issued}"


def _printed(value: object) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def founded(source: tuple[str, ...]) -> Verification:
    """Return how well a row without a confidence column is founded, by its sources alone.

    Unverified when anything rests on general knowledge or no address was kept (a site's name
    without a path is none); secondary when all addresses are files of code repositories.
    """
    if any("general knowledge" in item for item in source):
        return Verification.UNVERIFIED
    places = [item for item in source if _ADDRESS.search(item) or item.startswith(_ARTICLES)]
    if not places:
        return Verification.UNVERIFIED
    if all("//github.com/" in place for place in places):
        return Verification.SECONDARY
    return Verification.SEEN_ONCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows share; `place` takes no part in equality, so line order never matters."""

    FILE: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]

    place: Place = field(compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """Return the values of the key columns as printed, empty text for what is unknown."""
        return tuple(_printed(getattr(self, name)) for name in self.KEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedRow(Row):
    """A row whose table has sources but no confidence column."""

    source: tuple[str, ...]

    @property
    def verification(self) -> Verification:
        """Return how well the row is founded, by its sources (`founded`)."""
        return founded(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedRow(Row):
    """A row with sources and with a confidence: that of its weakest field."""

    source: tuple[str, ...]
    verification: Verification
