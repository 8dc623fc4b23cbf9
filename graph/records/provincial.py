"""Rows about the provinces: units in time, terms, statements, officials."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from graph.model import Level, PartialDate, Verification
from graph.records.rows import Predicate, RatedRow, SourcedRow


class UnitKind(StrEnum):
    """Kind of a provincial unit: city under the Centre, or province."""

    CITY = "city"
    PROVINCE = "province"


class UnitSet(StrEnum):
    """Set of provincial units: the 63 until 2025-06-30, the 34 since, or earlier ones."""

    SIXTY_THREE = "63"
    THIRTY_FOUR = "34"
    EARLIER = "earlier"


class Plainness(StrEnum):
    """How plainly a page says what a row of `provincial_facts.csv` states."""

    CLEAR = "clear"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceRow(SourcedRow):
    """A provincial unit under one name for one stretch of time."""

    FILE: ClassVar[str] = "provinces.csv"
    KEY: ClassVar[tuple[str, ...]] = ("name", "valid_from")

    name: str
    aliases: tuple[str, ...]
    kind: UnitKind
    unit_sets: tuple[UnitSet, ...]
    region: str | None
    region_2025: str | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    merged_into: tuple[str, ...]
    coastal: bool
    note: str | None

    def stands_on(self, day: PartialDate) -> bool:
        """Tell whether the unit may stand on the day: the two stretches of time touch."""
        begun = self.valid_from is None or self.valid_from.earliest <= day.latest
        ended = self.valid_to is not None and self.valid_to.latest < day.earliest
        return begun and not ended


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialTermRow(RatedRow):
    """A term of a provincial Party congress; `unit` None (`*`) = where no row is more specific."""

    FILE: ClassVar[str] = "provincial_terms.csv"
    KEY: ClassVar[tuple[str, ...]] = ("unit", "term")

    unit: str | None
    term: str
    starts: PartialDate
    ends: PartialDate | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialFactRow(SourcedRow):
    """One statement of one source: a document of a lower level and what it rests on.

    `level` and `province` are those of the subject; `plainness` is None where no address was
    kept. The same statement may occur with several sources: each is its own row.
    """

    FILE: ClassVar[str] = "provincial_facts.csv"
    KEY: ClassVar[tuple[str, ...]] = (
        "subject_number",
        "subject_type",
        "subject_issuer",
        "level",
        "province",
        "subject_issued",
        "subject_title",
        "predicate",
        "object_number",
        "object_type",
        "object_issuer",
        "object_issued",
        "source",
    )

    subject_number: str | None
    subject_type: str | None
    subject_issuer: str | None
    level: Level
    province: str | None
    subject_issued: PartialDate | None
    subject_title: str | None
    signer: str | None
    signer_post: str | None
    predicate: Predicate
    object_number: str | None
    object_type: str
    object_issuer: str | None
    object_issued: PartialDate | None
    source_date: PartialDate | None
    cue: str
    plainness: Plainness | None

    @property
    def verification(self) -> Verification:
        """Return seen once where the page's address is kept, else unverified."""
        return Verification.UNVERIFIED if self.plainness is None else Verification.SEEN_ONCE


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialOfficialRow(SourcedRow):
    """A person in a post on one day, and no longer than that day."""

    FILE: ClassVar[str] = "provincial_officials.csv"
    KEY: ClassVar[tuple[str, ...]] = ("name", "post_vi", "body_vi", "as_of", "source")

    name: str
    post_vi: str
    body_vi: str
    level: Level
    province: str | None
    as_of: PartialDate
