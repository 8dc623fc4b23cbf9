"""Rows of the lexicon tables: types, codes, posts, names that need a default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from graph.model import Level, PartialDate
from graph.records.rows import Pointer, SourcedRow, System


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTypeRow(SourcedRow):
    """A type of document; `abbreviation` is its code in a number and not unique."""

    FILE: ClassVar[str] = "document_types.csv"
    KEY: ClassVar[tuple[str, ...]] = ("type_vi", "system")

    type_vi: str
    type_en: str
    system: System
    abbreviation: str | None
    variants: tuple[str, ...]
    normative: bool
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerCodeRow(SourcedRow):
    """A code of an issuer and the series in which its numbers run."""

    FILE: ClassVar[str] = "issuer_codes.csv"
    KEY: ClassVar[tuple[str, ...]] = ("code", "body_vi", "valid_from")

    code: str
    variants: tuple[str, ...]
    body_vi: str
    numbering_series: str
    system: System
    level: Level
    valid_from: PartialDate | None
    valid_to: PartialDate | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow(SourcedRow):
    """A post; `rank` orders posts inside their level, 1 the highest."""

    FILE: ClassVar[str] = "posts.csv"
    KEY: ClassVar[tuple[str, ...]] = ("post_vi",)

    post_vi: str
    post_en: str
    body_pattern: str
    system: System
    level: Level
    rank: int
    synonyms: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasDefaultRow(SourcedRow):
    """A name that may denote several documents, and the one usually meant (an inference)."""

    FILE: ClassVar[str] = "alias_defaults.csv"
    KEY: ClassVar[tuple[str, ...]] = ("alias",)

    alias: str
    members: tuple[Pointer, ...]
    default: Pointer | None
    reason: str
