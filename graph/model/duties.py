"""What judging answers are made of: impact, paths, duty, changes, conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from graph.model.answers import Document, Force, Standing, Value
from graph.model.claims import Evidence
from graph.model.values import Lag, Level, PartialDate


class Fate(StrEnum):
    """What becomes of a document when something that it rests on ends."""

    BARE = "bare"  # no other basis of it is in force
    OPEN = "open"  # another basis only if one is in force of which that is not known
    KEPT = "kept"  # another basis is in force


@dataclass(frozen=True, slots=True)
class FateCount:
    """How many documents of one fate rest on the ended one directly, and how many by others."""

    fate: Fate
    direct: int
    transitive: int


@dataclass(frozen=True, slots=True)
class FateShare:
    """Documents of one level, unit or issuing body by what would become of them.

    One of `level`, `unit` and `body` says whose they are; `unit` and `body` are names, `iri` their
    address; a share without any of them is of documents that have none.
    """

    level: Level | None
    unit: str | None
    body: str | None
    iri: str | None
    bare: int
    open: int
    kept: int


@dataclass(frozen=True, slots=True)
class Affected:
    """A document that loses a basis, `steps` relations below the ended one.

    `loses` are bases that it would or might lose, `keeps` those that it would or might keep; a few
    of each, of `losing` and `keeping` in all. `evidence` is of the relations to the first lost one,
    named in `predicates`.
    """

    document: Document
    fate: Fate
    steps: int
    force: Force
    loses: tuple[Document, ...]
    losing: int
    keeps: tuple[Document, ...]
    keeping: int
    predicates: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """What would rest on nothing if a document ended on a day.

    Counted over all documents issued by then and not surely ended that lose a basis, directly or
    because a basis of theirs is left bare: by fate, level, unit and issuing body (the first of
    `bodies_total`). `rows` are one page of them, worst off first; `before` counts those on earlier
    pages, `next` asks for the next one.
    """

    document: Document
    on: date
    standing: Standing
    counts: tuple[FateCount, ...]
    levels: tuple[FateShare, ...]
    units: tuple[FateShare, ...]
    bodies: tuple[FateShare, ...]
    bodies_total: int
    rows: tuple[Affected, ...]
    before: int
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class PathStep:
    """One relation of an explanation, read `subject predicates object` as it is stated.

    `forward` = the explanation goes from subject to object; `lag` from the object's issue to the
    subject's.
    """

    subject: Document
    predicates: tuple[str, ...]
    object: Document
    forward: bool
    lag: Lag | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How many documents anything ties to one, and the nearest of them."""

    document: Document
    reached: int
    nearest: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How two documents hang together: shortest paths over lineage, replacing and amending.

    `paths` are of equal length, plainest first; `more` = there are others of that length. When
    there is none, `around` tells what is near each of the two.
    """

    start: Document
    end: Document
    paths: tuple[tuple[PathStep, ...], ...]
    more: bool
    around: tuple[Surroundings, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signed a document, as a source states it."""

    name: str
    iri: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is charged with a task in the text: a body, a class of bodies, or an official.

    `predicate` is `assignedTo` (by the document) or `responsibleFor` (said of an official); `role`
    is `lead` or `support`, `deadline` as the text has it; None where it says neither.
    """

    name: str
    iri: str
    predicate: str
    role: str | None
    deadline: PartialDate | None
    evidence: tuple[Evidence, ...]


class Holding(StrEnum):
    """How it is known that a person held a post on a day."""

    SHOWN = "shown"  # a source shows the person in the post on that very day
    WITHIN = "within"  # the day lies in an interval that a source states


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a post as known: the days on which sources show it, the interval if stated.

    `holding` says how it covers the day asked for, None where it does not; an interval that no
    source founds better than unverified covers nothing.
    """

    name: str
    iri: str
    post: str
    holding: Holding | None
    held_on: tuple[PartialDate, ...]
    starts: PartialDate | None
    ends: PartialDate | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who held the leading post of a body on a day, from known days only.

    `role` of the body is `issuing` or `implementing`; `through` names the committee whose leading
    post counts where the body is its board or is a post itself; `posts` is empty when no leading
    post of such a body is known. Empty `holders` = not derivable. `unverified` are those whom an
    interval that no source founds better than unverified would cover; `nearest` those whom sources
    show in the post nearest to the day: neither of them held it then for all that is known.
    """

    body: str
    iri: str
    role: str
    through: str | None
    posts: tuple[str, ...]
    holders: tuple[Tenure, ...]
    unverified: tuple[Tenure, ...]
    nearest: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Three kinds of responsibility for a document, never merged.

    Who signed it, who is assigned in a text, and who held the leading posts on the day `on`. Who
    chaired a conference is none of them.
    """

    document: Document
    on: date
    signed: tuple[Signing, ...]
    assigned: tuple[Assignment, ...]
    leading: tuple[Leadership, ...]


@dataclass(frozen=True, slots=True)
class ClaimCount:
    """Claims of one relation or field by one source that were recorded or withdrawn."""

    source: str
    source_name: str
    predicate: str
    recorded: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that was recorded or withdrawn: what it says, when, by whom."""

    predicate: str
    value: str
    withdrawn: bool
    when: datetime
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ChangedDocument:
    """A document of which something was recorded or withdrawn.

    `new` = nothing had been recorded of it before. `claims` are the first of `recorded` and
    `withdrawn` ones, the withdrawn before the others.
    """

    document: Document
    new: bool
    recorded: int
    withdrawn: int
    claims: tuple[ChangedClaim, ...]


@dataclass(frozen=True, slots=True)
class DatedChange:
    """A document that was issued, ended or became stale: on which day, and by what.

    `cause` is the basis that ended, for what became stale; what ended it stands in `standing`.
    """

    document: Document
    on: PartialDate | None
    standing: Standing
    cause: Document | None = None


@dataclass(frozen=True, slots=True)
class DatedList:
    """Documents of one kind of change by date: counted, and one page of them.

    `possible` counts others of which a date that is known in part may fall into that time.
    """

    documents: int
    possible: int
    rows: tuple[DatedChange, ...]
    before: int
    next: str | None


@dataclass(frozen=True, slots=True)
class RecordedChanges:
    """What was recorded and withdrawn: claims counted by source and relation, documents paged.

    `documents` are all of which a claim was recorded or withdrawn, `new` those among them of which
    nothing had been recorded before. `rows` begin with those of which something was withdrawn, then
    come the new ones.
    """

    claims: tuple[ClaimCount, ...]
    documents: int
    new: int
    rows: tuple[ChangedDocument, ...]
    before: int
    next: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from a day to a day, by two clocks that are kept apart.

    `recorded` by the time at which claims entered the store; `issued`, `ended` and `stale` by the
    dates of documents: what was issued, what ended as a whole, and what came to rest on a basis
    that ended then.
    """

    since: date
    until: date
    recorded: RecordedChanges
    issued: DatedList
    ended: DatedList
    stale: DatedList


class ConflictKind(StrEnum):
    """In what way statements cannot all be true, or are doubtful together."""

    DISPUTED = "disputed"  # sources give different values of one field
    INVERSE = "inverse"  # each of two documents ends the other
    CYCLE = "cycle"  # documents rest on each other in a circle
    LOWER_OVER_HIGHER = "lower_over_higher"  # a lower body ends a higher one's document
    BEFORE_BASIS = "before_basis"  # dated before what it rests on
    BEFORE_OBJECT = "before_object"  # dated before what it ends or amends
    SAME_NUMBER = "same_number"  # two documents under one key


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict with what every side stands on.

    `documents` are those concerned; `steps` the relations that clash; `field` and `sides` the
    field that is disputed, with all its values, or the number that several bear, one value each.
    """

    kind: ConflictKind
    documents: tuple[Document, ...]
    steps: tuple[PathStep, ...] = ()
    field: str | None = None
    sides: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictList:
    """Conflicts of one kind: counted, and one page of them."""

    kind: ConflictKind
    conflicts: int
    rows: tuple[Conflict, ...]
    before: int
    next: str | None
