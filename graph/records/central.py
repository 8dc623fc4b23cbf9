"""Rows about the Centre: documents, relations, bodies, plenums, terms, officials."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from graph.model import Level, PartialDate
from graph.records.rows import Pointer, Predicate, RatedRow, Row, SourcedRow, System


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralDocumentRow(RatedRow):
    """A document of the Centre; `gk_fields` names its fields that are general knowledge."""

    FILE: ClassVar[str] = "central_documents.csv"
    KEY: ClassVar[tuple[str, ...]] = ("number", "type_vi", "issued")

    number: str | None
    type_vi: str
    issuer_vi: str | None
    term: str | None
    plenum: str | None
    issued: PartialDate
    effective: PartialDate | None
    title_vi: str | None
    signer: str | None
    replaces: tuple[Pointer, ...]
    amended_by: tuple[Pointer, ...]
    replaced_by: tuple[Pointer, ...]
    aliases: tuple[str, ...]
    gk_fields: tuple[str, ...]
    note: str | None

    @property
    def pointer(self) -> Pointer:
        """Return how other rows name this document."""
        return Pointer(self.number, self.issued)


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralRelationRow(RatedRow):
    """A relation between two documents of `central_documents.csv`."""

    FILE: ClassVar[str] = "central_relations.csv"
    KEY: ClassVar[tuple[str, ...]] = (
        "subject_number",
        "subject_date",
        "predicate",
        "object_number",
        "object_date",
    )

    subject_number: str | None
    subject_date: PartialDate
    predicate: Predicate
    object_number: str | None
    object_date: PartialDate
    note: str | None

    @property
    def subject(self) -> Pointer:
        """Return the document that acts."""
        return Pointer(self.subject_number, self.subject_date)

    @property
    def object(self) -> Pointer:
        """Return the document acted upon."""
        return Pointer(self.object_number, self.object_date)


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralBodyRow(RatedRow):
    """A body, mostly of the Centre, or a pattern of bodies (`{province}`)."""

    FILE: ClassVar[str] = "central_bodies.csv"
    KEY: ClassVar[tuple[str, ...]] = ("name_vi", "valid_from")

    code: str | None
    name_vi: str
    aliases: tuple[str, ...]
    name_en: str
    kind: System
    level: Level
    parent: str | None
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    successor: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlenumRow(RatedRow):
    """A plenum of the Central Committee and what it adopted, as far as known."""

    FILE: ClassVar[str] = "plenums.csv"
    KEY: ClassVar[tuple[str, ...]] = ("term", "plenum")

    term: str
    plenum: str
    held_from: PartialDate | None
    held_to: PartialDate | None
    documents: tuple[Pointer, ...]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow(RatedRow):
    """A term of the Central Committee; the day one ends and the next begins is given to both."""

    FILE: ClassVar[str] = "terms.csv"
    KEY: ClassVar[tuple[str, ...]] = ("term",)

    term: str
    start: PartialDate
    end: PartialDate | None
    congress_opened: PartialDate
    congress_closed: PartialDate
    note: str | None


class ScopeKind(StrEnum):
    """To which units a document is addressed: one region, the coast, or one unit."""

    REGION = "region"
    COASTAL = "coastal"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeRow(RatedRow):
    """To which units a document is addressed; `value` = the region or unit, None for the coast."""

    FILE: ClassVar[str] = "scope.csv"
    KEY: ClassVar[tuple[str, ...]] = ("document", "kind", "value")

    document: Pointer
    kind: ScopeKind
    value: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRow(RatedRow):
    """A person in a post: the stated interval and the days on which a source shows it."""

    FILE: ClassVar[str] = "officials.csv"
    KEY: ClassVar[tuple[str, ...]] = ("name", "post_vi", "body_vi", "held_from")

    name: str
    post_vi: str
    body_vi: str
    level: Level
    held_from: PartialDate | None
    held_to: PartialDate | None
    seen_on: tuple[PartialDate, ...]
    note: str | None


class ContestedField(StrEnum):
    """Fields of a document on which sources differ."""

    ISSUED = "issued"
    EFFECTIVE = "effective"
    ISSUED_BY = "issuedBy"
    TERM = "term"
    REPLACES = "replaces"
    AMENDS = "amends"


class Side(StrEnum):
    """Which claim of a contradiction the register did not take."""

    A = "a"
    B = "b"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionRow(Row):
    """Two claims of sources that cannot both hold, and what the register has taken.

    Where they are values of one `field` of `documents`, `value_a` and `value_b` hold them in the
    register's own spelling and `declined` says which side was not taken (both: neither was).
    """

    FILE: ClassVar[str] = "contradictions.csv"
    KEY: ClassVar[tuple[str, ...]] = ("topic",)

    topic: str
    claim_a: str
    source_a: tuple[str, ...]
    claim_b: str
    source_b: tuple[str, ...]
    taken: str
    documents: tuple[Pointer, ...] = ()
    field: ContestedField | None = None
    value_a: tuple[str, ...] = ()
    value_b: tuple[str, ...] = ()
    declined: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoyRow(SourcedRow):
    """A number seen in public text that is no such document, and why."""

    FILE: ClassVar[str] = "decoys.csv"
    KEY: ClassVar[tuple[str, ...]] = ("number", "date", "text")

    number: str
    date: PartialDate | None
    text: str | None
    why: str
