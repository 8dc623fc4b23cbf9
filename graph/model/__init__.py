"""The values that walk through Cascade: frozen, typed, standard library only.

Addresses (IRIs) are plain strings here; `graph.resolve.identity` is the one place that mints
and parses them, `graph.rdf` the one place that turns values into RDF.
"""

from __future__ import annotations

from graph.model.answers import (
    Cascade,
    CascadeNode,
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
    UnitCoverage,
    UnitState,
    Value,
)
from graph.model.claims import Claim, Evidence, EvidenceRow, Sentence
from graph.model.reviews import ClaimOnReview, Correction, Decision, Statement, Verdict
from graph.model.values import Inference, Lag, Level, Literal, Modality, PartialDate, Verification

__all__ = [
    "Cascade",
    "CascadeNode",
    "Claim",
    "ClaimOnReview",
    "Correction",
    "Coverage",
    "Decision",
    "Description",
    "Document",
    "Edge",
    "Ending",
    "Evidence",
    "EvidenceRow",
    "Figure",
    "Force",
    "Hit",
    "Inference",
    "Lag",
    "Level",
    "Literal",
    "Modality",
    "Overview",
    "PartialDate",
    "Sentence",
    "Standing",
    "Statement",
    "UnitCoverage",
    "UnitState",
    "Value",
    "Verdict",
    "Verification",
]
