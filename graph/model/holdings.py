"""What a store holds as a whole: how much of what."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.lineages import Tallied
from graph.model.values import Level


@dataclass(frozen=True, slots=True)
class SourceClaims:
    """How many claims a source makes, and how many it made once and makes no more."""

    source: str
    source_name: str
    claims: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What one generation of the store holds, counted.

    `facts` are statements held true, each once; `claims` what sources say now, `withdrawn` what
    they said once; `documents` those of which anything is stated, by level, type and year of issue
    (`unknown`: not known), `references` citations that could mean several; `edges` pairs of related
    documents; `texts` sources that are texts, `tables` those of the register.
    """

    generation: int
    facts: int
    claims: int
    withdrawn: int
    documents: int
    references: int
    bodies: int
    officials: int
    tenures: int
    edges: int
    texts: int
    tables: int
    by_level: tuple[tuple[Level, int], ...]
    by_year: tuple[tuple[str, int], ...]
    by_type: tuple[Tallied, ...]
    sources: tuple[SourceClaims, ...]
