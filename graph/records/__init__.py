"""Rows of the register as typed values, one frozen class per table.

What a table holds, its columns and its key stand in `data/README.md`. Empty cells are None (a
single value) or an empty tuple (a list). Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.records.central import (
    CentralBodyRow,
    CentralDocumentRow,
    CentralRelationRow,
    ContestedField,
    ContradictionRow,
    DecoyRow,
    OfficialRow,
    PlenumRow,
    ScopeKind,
    ScopeRow,
    Side,
    TermRow,
)
from graph.records.lexicon import (
    AliasDefaultRow,
    DocumentTypeRow,
    IssuerCodeRow,
    PostRow,
)
from graph.records.provincial import (
    Plainness,
    ProvinceRow,
    ProvincialFactRow,
    ProvincialOfficialRow,
    ProvincialTermRow,
    UnitKind,
    UnitSet,
)
from graph.records.rows import (
    Place,
    Pointer,
    Predicate,
    RatedRow,
    Row,
    SourcedRow,
    System,
    founded,
)

__all__ = [
    "AliasDefaultRow",
    "CentralBodyRow",
    "CentralDocumentRow",
    "CentralRelationRow",
    "ContestedField",
    "ContradictionRow",
    "DecoyRow",
    "DocumentTypeRow",
    "IssuerCodeRow",
    "OfficialRow",
    "Place",
    "Plainness",
    "PlenumRow",
    "Pointer",
    "PostRow",
    "Predicate",
    "ProvinceRow",
    "ProvincialFactRow",
    "ProvincialOfficialRow",
    "ProvincialTermRow",
    "RatedRow",
    "Register",
    "Row",
    "ScopeKind",
    "ScopeRow",
    "Side",
    "SourcedRow",
    "System",
    "TermRow",
    "UnitKind",
    "UnitSet",
    "founded",
]


@dataclass(frozen=True, slots=True)
class Register:
    """The whole register; every tuple is sorted by key, so the order of rows never matters."""

    document_types: tuple[DocumentTypeRow, ...] = ()
    issuer_codes: tuple[IssuerCodeRow, ...] = ()
    posts: tuple[PostRow, ...] = ()
    alias_defaults: tuple[AliasDefaultRow, ...] = ()
    provinces: tuple[ProvinceRow, ...] = ()
    provincial_terms: tuple[ProvincialTermRow, ...] = ()
    central_documents: tuple[CentralDocumentRow, ...] = ()
    central_relations: tuple[CentralRelationRow, ...] = ()
    central_bodies: tuple[CentralBodyRow, ...] = ()
    plenums: tuple[PlenumRow, ...] = ()
    terms: tuple[TermRow, ...] = ()
    scope: tuple[ScopeRow, ...] = ()
    officials: tuple[OfficialRow, ...] = ()
    contradictions: tuple[ContradictionRow, ...] = ()
    decoys: tuple[DecoyRow, ...] = ()
    provincial_facts: tuple[ProvincialFactRow, ...] = ()
    provincial_officials: tuple[ProvincialOfficialRow, ...] = ()
