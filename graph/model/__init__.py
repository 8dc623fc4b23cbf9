"""The values that walk through Cascade: frozen, typed, standard library only.

Addresses (IRIs) are plain strings here; `graph.resolve.identity` is the one place that mints
and parses them, `graph.rdf` the one place that turns values into RDF.
"""

from __future__ import annotations

from graph.model.answers import (
    Cascade,
    CascadeNode,
    CorpusYear,
    Coverage,
    Description,
    Document,
    Edge,
    Ending,
    Figure,
    Force,
    Hit,
    Overview,
    Standing,
    UnitCorpus,
    UnitCoverage,
    UnitState,
    Value,
)
from graph.model.claims import Claim, Evidence, EvidenceRow, Sentence
from graph.model.lineages import (
    CascadeOutline,
    EndedBasis,
    LineageGroup,
    LineagePage,
    LineageRow,
    Stale,
    StaleDocument,
    StaleList,
    Tallied,
    Tie,
    View,
)
from graph.model.values import Inference, Lag, Level, Literal, Modality, PartialDate, Verification

__all__ = [
    "Cascade",
    "CascadeNode",
    "CascadeOutline",
    "Claim",
    "CorpusYear",
    "Coverage",
    "Description",
    "Document",
    "Edge",
    "EndedBasis",
    "Ending",
    "Evidence",
    "EvidenceRow",
    "Figure",
    "Force",
    "Hit",
    "Inference",
    "Lag",
    "Level",
    "LineageGroup",
    "LineagePage",
    "LineageRow",
    "Literal",
    "Modality",
    "Overview",
    "PartialDate",
    "Sentence",
    "Stale",
    "StaleDocument",
    "StaleList",
    "Standing",
    "Tallied",
    "Tie",
    "UnitCorpus",
    "UnitCoverage",
    "UnitState",
    "Value",
    "Verification",
    "View",
]
