"""The tables of the register: which columns they have and what stands in each cell."""

from __future__ import annotations

from graph.read import cells
from graph.read.cells import Reader, listed, optional, required
from graph.read.table import Column, Table
from graph.records import (
    AliasDefaultRow,
    CentralBodyRow,
    CentralDocumentRow,
    CentralRelationRow,
    ContestedField,
    ContradictionRow,
    DecoyRow,
    DocumentTypeRow,
    IssuerCodeRow,
    OfficialRow,
    PlenumRow,
    PostRow,
    Predicate,
    ProvinceRow,
    ProvincialFactRow,
    ProvincialOfficialRow,
    ProvincialTermRow,
    ScopeKind,
    ScopeRow,
    Side,
    System,
    TermRow,
    UnitKind,
    UnitSet,
)


def _must(name: str, read: Reader, field: str | None = None) -> Column:
    return Column(name, field or name, required(read))


def _may(name: str, read: Reader = cells.text, field: str | None = None) -> Column:
    return Column(name, field or name, optional(read))


def _many(name: str, read: Reader = cells.text, field: str | None = None) -> Column:
    return Column(name, field or name, listed(read))


_SOURCE = _must("source", cells.sources)
_CONFIDENCE = _must("confidence", cells.verification, "verification")
_LEVEL = _must("level", cells.level)
_NOTE = _may("note")
_VALID = (_may("valid_from", cells.date), _may("valid_to", cells.date))

DOCUMENT_TYPES = Table(
    DocumentTypeRow,
    (
        _must("type_vi", cells.text),
        _must("type_en", cells.text),
        _must("system", cells.member(System)),
        _may("abbreviation"),
        _many("variants"),
        _must("normative", cells.yes_no),
        *_VALID,
        _SOURCE,
        _NOTE,
    ),
)
ISSUER_CODES = Table(
    IssuerCodeRow,
    (
        _must("code", cells.text),
        _many("variants"),
        _must("body_vi", cells.text),
        _must("numbering_series", cells.text),
        _must("system", cells.member(System)),
        _LEVEL,
        *_VALID,
        _SOURCE,
        _NOTE,
    ),
)
POSTS = Table(
    PostRow,
    (
        _must("post_vi", cells.text),
        _must("post_en", cells.text),
        _must("body_pattern", cells.text),
        _must("system", cells.member(System)),
        _LEVEL,
        _must("rank", cells.whole),
        _many("synonyms"),
        _NOTE,
        _SOURCE,
    ),
)
ALIAS_DEFAULTS = Table(
    AliasDefaultRow,
    (
        _must("alias", cells.text),
        _must("members", listed(cells.pointer)),
        _may("default", cells.pointer),
        _must("reason", cells.text),
        _SOURCE,
    ),
)
PROVINCES = Table(
    ProvinceRow,
    (
        _must("name", cells.text),
        _many("aliases"),
        _must("kind", cells.member(UnitKind)),
        _must("set", listed(cells.member(UnitSet)), "unit_sets"),
        _may("region"),
        _may("region_2025"),
        *_VALID,
        _many("merged_into"),
        _must("coastal", cells.yes_no),
        _SOURCE,
        _NOTE,
    ),
)
PROVINCIAL_TERMS = Table(
    ProvincialTermRow,
    (
        _must("unit", cells.any_unit),
        _must("term", cells.term_years),
        _must("starts", cells.date),
        _may("ends", cells.date),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
CENTRAL_DOCUMENTS = Table(
    CentralDocumentRow,
    (
        _may("number", cells.number),
        _must("type_vi", cells.text),
        _may("issuer_vi"),
        _may("term", cells.term),
        _may("plenum"),
        _must("issued", cells.date),
        _may("effective", cells.date),
        _may("title_vi"),
        _may("signer"),
        _many("replaces", cells.pointer),
        _many("amended_by", cells.pointer),
        _many("replaced_by", cells.pointer),
        _many("aliases"),
        _SOURCE,
        _CONFIDENCE,
        _many("gk_fields"),
        _NOTE,
    ),
)
CENTRAL_RELATIONS = Table(
    CentralRelationRow,
    (
        _may("subject_number", cells.number),
        _must("subject_date", cells.date),
        _must("predicate", cells.member(Predicate)),
        _may("object_number", cells.number),
        _must("object_date", cells.date),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
CENTRAL_BODIES = Table(
    CentralBodyRow,
    (
        _may("code"),
        _must("name_vi", cells.text),
        _many("aliases"),
        _must("name_en", cells.text),
        _must("kind", cells.member(System)),
        _LEVEL,
        _may("parent"),
        *_VALID,
        _may("successor"),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
PLENUMS = Table(
    PlenumRow,
    (
        _must("term", cells.term),
        _must("plenum", cells.text),
        _may("held_from", cells.date),
        _may("held_to", cells.date),
        _many("documents", cells.pointer),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
TERMS = Table(
    TermRow,
    (
        _must("term", cells.term),
        _must("start", cells.date),
        _may("end", cells.date),
        _must("congress_opened", cells.date),
        _must("congress_closed", cells.date),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
SCOPE = Table(
    ScopeRow,
    (
        _must("document", cells.pointer),
        _must("kind", cells.member(ScopeKind)),
        _may("value"),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
OFFICIALS = Table(
    OfficialRow,
    (
        _must("name", cells.text),
        _must("post_vi", cells.text),
        _must("body_vi", cells.text),
        _LEVEL,
        _may("from", cells.date, "held_from"),
        _may("to", cells.date, "held_to"),
        _many("seen_on", cells.date),
        _SOURCE,
        _CONFIDENCE,
        _NOTE,
    ),
)
CONTRADICTIONS = Table(
    ContradictionRow,
    (
        _must("topic", cells.text),
        _must("claim_a", cells.text),
        _must("source_a", cells.sources),
        _must("claim_b", cells.text),
        _must("source_b", cells.sources),
        _must("taken", cells.text),
        _many("documents", cells.pointer),
        _may("field", cells.member(ContestedField)),
        _many("value_a"),
        _many("value_b"),
        _may("declined", cells.member(Side)),
    ),
)
DECOYS = Table(
    DecoyRow,
    (
        _must("number", cells.number),
        _may("date", cells.date),
        _may("text"),
        _SOURCE,
        _must("why", cells.text),
    ),
)
PROVINCIAL_FACTS = Table(
    ProvincialFactRow,
    (
        _may("subject_number", cells.printed_number),
        _may("subject_type"),
        _may("subject_issuer"),
        _LEVEL,
        _may("province"),
        _may("subject_issued", cells.date),
        _may("subject_title"),
        _may("signer"),
        _may("signer_post"),
        _must("predicate", cells.member(Predicate)),
        _may("object_number", cells.printed_number),
        _must("object_type", cells.text),
        _may("object_issuer"),
        _may("object_issued", cells.date),
        _SOURCE,
        _may("source_date", cells.date),
        _must("cue", cells.text),
        _must("confidence", cells.plainness, "plainness"),
    ),
)
PROVINCIAL_OFFICIALS = Table(
    ProvincialOfficialRow,
    (
        _must("name", cells.text),
        _must("post_vi", cells.text),
        _must("body_vi", cells.text),
        _LEVEL,
        _may("province"),
        _must("as_of", cells.date),
        _SOURCE,
    ),
)
