"""What people decide on claims, and the claims as they are laid before them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from graph.model.values import Inference, Literal, Modality, PartialDate, Verification


class Verdict(StrEnum):
    """What a reviewer decided on a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim should have said; `modality` as the source means it."""

    subject: str
    predicate: str
    object: str | Literal
    modality: Modality = Modality.DONE


@dataclass(frozen=True, slots=True)
class Taught:
    """What a decision writes into the store's own register: a name, and the document it means.

    `name` is what a text prints: a number, a short number, an alias. `document` is an address,
    `number` its right number; `type_vi`, `issued` and `title` are as the store knew them when it
    was decided. `said_on` is the day of the text in which the name stands, `on` the day of the
    decision.
    """

    name: str
    document: str
    number: str
    type_vi: str | None = None
    issued: PartialDate | None = None
    title: str | None = None
    said_on: PartialDate | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what on which claim, and when.

    `claim` and `source` are addresses; the decision stays when the source is read again, for the
    address of a claim follows what it says and where. `correction` is there when the verdict is
    CORRECTED, and only then; `taught` where the decision says which document a name means.
    """

    claim: str
    source: str
    verdict: Verdict
    by: str
    at: datetime
    note: str | None = None
    correction: Correction | None = None
    taught: Taught | None = None

    def __post_init__(self) -> None:
        """Refuse a correction without its verdict, and the verdict without one."""
        if (self.verdict is Verdict.CORRECTED) != (self.correction is not None):
            raise ValueError("a correction goes with the verdict CORRECTED and no other")

    @property
    def overrules(self) -> bool:
        """Tell whether the claim no longer supports what it says."""
        return self.verdict is not Verdict.ACCEPTED


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement for people: addresses with the names of what they stand for.

    `predicate` is the local name of the property; `object` is the text of a literal, or an address.
    """

    subject: str
    subject_name: str
    predicate: str
    object: str
    object_name: str
    modality: Modality = Modality.DONE


@dataclass(frozen=True, slots=True)
class ClaimOnReview:
    """A claim as it is laid before a reviewer.

    `quote` is the sentence it stands on, with its place in the text (`quote_start`, counted in
    characters); `start` and `end` bound the words of the claim itself; all None for rows of the
    register, whose `places` are what can be looked at. `decision` is None while nobody decided,
    `corrected` what the decision puts in its place. `confidence` is how far the rule that read it
    can be trusted, from 0 to 1; None where nothing was read, or the rule was never judged.
    """

    claim: str
    source: str
    source_name: str
    statement: Statement
    verification: Verification
    recorded: datetime
    evidence: str
    withdrawn: datetime | None = None
    certainty: str | None = None
    inference: tuple[Inference, ...] = ()
    declined: bool = False
    cue: str | None = None
    part: str | None = None
    quote: str | None = None
    quote_start: int | None = None
    start: int | None = None
    end: int | None = None
    places: tuple[str, ...] = ()
    decision: Decision | None = None
    corrected: Statement | None = None
    confidence: float | None = None
