"""What was read in one text: frozen values, offsets into the text, standard library only.

The shape is that of the interchange format (`graph.extract.interchange` writes it as JSON): every
span proves itself, `article.text[start:end] == surface`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.filling import filled_at_once
from graph.model import Level, Modality, PartialDate


@filled_at_once
@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text; `end` is exclusive."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text to read, in NFC, line ends and no-break spaces kept.

    `identifier` names it (file stem), `sha256` is of its UTF-8 bytes; `published`, `publisher`,
    `url` and `province` are hints from outside, or None where only the text can say.
    """

    identifier: str
    text: str
    sha256: str
    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that an unresolved citation may denote."""

    number: str | None
    term: str | None
    issued: PartialDate | None


@filled_at_once
@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that the text names, all its mentions together.

    `number` is normalised; `inferred` names the fields that are not printed (number, term, issuer,
    province ...); `members` are ids, of a collective only; `reasons` say, for people, why this
    document and not another; `effective` and `expires` are the days that the text states of itself.
    """

    id: str
    type_vi: str | None
    number: str | None
    issuer: str | None
    level: Level | None
    province: str | None
    term: str | None
    issued: PartialDate | None
    title: str | None
    alias: str | None
    mentions: tuple[Span, ...]
    members: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    reasons: tuple[str, ...] = ()
    effective: PartialDate | None = None
    expires: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A post a person holds as of a day: title as printed, body in full."""

    title: str
    body: str | None
    as_of: PartialDate | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NamedOfficial:
    """An office-holder in office that the text names."""

    id: str
    name: str
    mentions: tuple[Span, ...]
    positions: tuple[Position, ...]


@filled_at_once
@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body, congress, plenum, class of bodies or sector that the text names or implies.

    `inferred` names what is not printed but completed from context (`place`).
    """

    id: str
    name: str
    level: Level | None
    mentions: tuple[Span, ...]
    inferred: tuple[str, ...] = ()


@filled_at_once
@dataclass(frozen=True, slots=True)
class StatedRelation:
    """A relation that the text states: ends are ids, the span covers both and the cue.

    `certainty` is `stated` when the words of the span carry it, `inferred` when grammar or
    discourse must supply a part; `part` is the part of the object that is meant; of an assignment,
    `role` is `lead` or `support` and `deadline` the day by which it is to be done, where stated.
    """

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    cue: str | None
    certainty: str
    modality: Modality = Modality.DONE
    part: str | None = None
    confidence: float | None = None
    role: str | None = None
    deadline: PartialDate | None = None

    def trusted(self, confidence: float | None) -> StatedRelation:
        """Return the relation with how far it can be trusted; spelt out, since each is made so."""
        return StatedRelation(
            self.subject,
            self.predicate,
            self.object,
            self.start,
            self.end,
            self.cue,
            self.certainty,
            self.modality,
            self.part,
            confidence,
            self.role,
            self.deadline,
        )


@filled_at_once
@dataclass(frozen=True, slots=True)
class ReportedResult:
    """A reported figure; `document` is the id it is tied to, None when the text ties it to none."""

    document: str | None
    value: float
    unit: str
    start: int
    end: int
    body: str | None = None
    period: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class GivenTask:
    """A task that a text gives: ids of who is to do it and of who is to help, and by when.

    `document` is the id of the document that gives it, None where the text is news and names none;
    the span is the sentence or item that says it.
    """

    document: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    deadline: PartialDate | None
    start: int
    end: int
    cue: str | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything read in one text; `document` is the id of what it is, None for an article."""

    article: Article
    documents: tuple[CitedDocument, ...] = ()
    officials: tuple[NamedOfficial, ...] = ()
    bodies: tuple[NamedBody, ...] = ()
    relations: tuple[StatedRelation, ...] = ()
    results: tuple[ReportedResult, ...] = field(default=())
    document: str | None = None
    assignments: tuple[GivenTask, ...] = ()
