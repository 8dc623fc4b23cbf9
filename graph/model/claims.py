"""What sources say, and what it stands on: rows of the register, sentences of a text."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from graph.filling import filled_at_once
from graph.model.reviews import Decision
from graph.model.values import Inference, Literal, Modality, PartialDate, Verification


@filled_at_once
@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what: one statement of one source with what carries it.

    `subject`, `predicate` and an `object` that is a string are addresses. `certainty` is how
    plainly the source says it (`clear`, `likely`), None where it was not judged. `evidence` is the
    address of the row of the register or of the sentence; `declined` = the register has weighed it
    against another source and not taken it: it stays a claim and makes no fact; `accepted` = a
    reviewer has: it outranks what nobody reviewed (never stored with the claim). In a text, `start`
    and `end` bound the words that carry the claim, `surface` is a citation as printed, `part` the
    part of the object that is meant. Of an assignment, `role` is `lead` or `support` and `deadline`
    the day by which it is to be done, where the source says so.
    """

    source: str
    subject: str
    predicate: str
    object: str | Literal
    evidence: str
    verification: Verification
    modality: Modality = Modality.DONE
    inference: tuple[Inference, ...] = ()
    cue: str | None = None
    certainty: str | None = None
    declined: bool = False
    start: int | None = None
    end: int | None = None
    surface: str | None = None
    part: str | None = None
    role: str | None = None
    deadline: PartialDate | None = None
    accepted: bool = False

    def __reduce__(self) -> tuple[type[Claim], tuple[Any, ...]]:
        """Go to another process as its values: field by field costs twice as much."""
        return Claim, _values(self)


_values = attrgetter(*(field.name for field in fields(Claim)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text as a node of evidence, or a few in a row: `quote` is cut from the text.

    `start` and `end` are its place in the text; `places` where the text was published, `seen` when.
    """

    iri: str
    source: str
    quote: str
    start: int
    end: int
    places: tuple[str, ...] = ()
    seen: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A row of the register as a node of evidence; `key` are the values that identify it."""

    iri: str
    source: str
    key: str
    places: tuple[str, ...]
    verification: Verification
    note: str | None = None
    seen: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a statement stands: one claim of one source, as a reader can check it.

    `source` is the address of the source's graph, `source_name` its name for people, `places` the
    web addresses or works it names (empty: none was kept), `quote` the sentence (None for rows of
    the register, which are their own evidence), `cue` the words that carry the relation, `marks`
    the stretches of the quote to look at: the cue and what it relates. `start` is the place of the
    quote in the text of the source, in characters (None without a quote); `decision` is what a
    reviewer decided on the claim; `confidence` how far the rule that read it can be trusted, from 0
    to 1, None where nothing was read or the rule was never judged.
    """

    claim: str
    source: str
    source_name: str
    places: tuple[str, ...]
    verification: Verification
    quote: str | None = None
    cue: str | None = None
    modality: Modality = Modality.DONE
    inference: tuple[Inference, ...] = ()
    note: str | None = None
    seen: PartialDate | None = None
    certainty: str | None = None
    marks: tuple[tuple[int, int], ...] = ()
    part: str | None = None
    start: int | None = None
    decision: Decision | None = None
    confidence: float | None = None
