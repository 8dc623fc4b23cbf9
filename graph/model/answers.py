"""What answers are made of: documents, edges, cascades, coverage, descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.model.claims import Evidence
from graph.model.values import Lag, Level, PartialDate, Verification


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a single-valued field with what supports it; `chosen` = it is the fact."""

    text: str
    chosen: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as every answer shows it.

    `name` is the short name for people (`Nghị quyết 57-NQ/TW`), `spelling` what selects it and no
    other on the command line (`57-NQ/TW@XIII`). `type_code` is the printed code (`NQ`), `level`
    and `unit` those of the issuer, `disputed` the fields on which sources differ.
    """

    iri: str
    name: str
    spelling: str
    number: str | None
    type_vi: str | None
    type_en: str | None
    level: Level | None
    unit: str | None
    unit_iri: str | None
    term: str | None
    issuers: tuple[str, ...]
    issued: PartialDate | None
    title: str | None
    verification: Verification
    disputed: tuple[str, ...] = ()
    unresolved: bool = False  # a reference: candidates, no lineage


class Force(StrEnum):
    """Standing of a document on a day."""

    IN_FORCE = "in_force"
    ASSUMED = "assumed"  # no effective date stated: assumed effective on issue (“giả định”)
    NOT_YET = "not_yet"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ending:
    """What ended a document or a part of it: replaced, repealed or expired, by what, since when.

    What suspends it is told beside these. `parts` are the parts that ended where every source says
    so of a part only: the whole goes on; empty = the whole. `assumed` = `on` is the day on which
    `by` was issued, since no source states when it takes effect.
    """

    predicate: str
    by: Document | None
    on: PartialDate | None
    evidence: tuple[Evidence, ...]
    parts: tuple[str, ...] = ()
    assumed: bool = False


class Doubt(StrEnum):
    """Why it cannot be told whether a document is in force on a day."""

    NOT_RECORDED = "not_recorded"  # nothing was known of it then
    START_UNKNOWN = "start_unknown"
    START_PARTIAL = "start_partial"  # the day asked for lies within the month or year known
    START_NOT_STATED = "start_not_stated"  # asked strictly: nothing is assumed
    END_UNKNOWN = "end_unknown"
    END_PARTIAL = "end_partial"
    END_NOT_STATED = "end_not_stated"
    SUSPENSION_UNKNOWN = "suspension_unknown"  # since when, or whether it still lasts


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why the standing is not determinable: the date in doubt, and whose it is.

    `predicate` and `by` are those of the ending in doubt; None where the start is.
    """

    doubt: Doubt
    on: PartialDate | None = None
    predicate: str | None = None
    by: Document | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a document is in force on a day, and why.

    `known_on` = judged by what was recorded by the end of that day; None = by all that is known.
    `strict` = where no effective date is stated, none was assumed. `reasons` say why the force is
    unknown, and are empty where it is not.
    """

    force: Force
    on: date
    since: PartialDate | None
    endings: tuple[Ending, ...]
    known_on: date | None = None
    strict: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two documents, read `subject predicate object` (local name)."""

    subject: Document
    predicate: str
    object: Document
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CascadeNode:
    """A document in a cascade: by which relations it hangs on its parent, and how much later.

    `predicates` are local names (`implements`, `basedOn`, ...), `lag` days after the parent,
    `total_lag` days after the root; `repeated` = stands elsewhere in the cascade, where its
    children are; `replaced_by` filled when it was replaced by the as-of day.
    """

    document: Document
    predicates: tuple[str, ...]
    depth: int
    lag: Lag | None
    total_lag: Lag | None
    children: tuple[CascadeNode, ...]
    evidence: tuple[Evidence, ...] = ()
    repeated: bool = False
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Cascade:
    """The lineage of one document, down or up, as known on a day."""

    root: Document
    down: bool
    as_of: date | None
    depth: int | None
    standing: Standing
    nodes: tuple[CascadeNode, ...]
    documents: int
    by_level: tuple[tuple[Level, int], ...]
    units: int


class UnitState(StrEnum):
    """What the corpus shows of a unit; none of them means “not done”."""

    FOUND = "found"
    REPORTED = "reported"
    NONE_FOUND = "none_found"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class CorpusYear:
    """What is known of a year: documents issued, sources published or seen; None: year not known.

    `sources` is None where they were not counted.
    """

    year: int | None
    documents: int
    sources: int | None


@dataclass(frozen=True, slots=True)
class UnitCorpus:
    """The corpus on which the figures of a unit rest: its documents, whatever they are about.

    `sources` counts the distinct addresses that speak of them, None where they were not counted.
    """

    documents: int
    sources: int | None
    years: tuple[CorpusYear, ...]


@dataclass(frozen=True, slots=True)
class UnitCoverage:
    """One unit: earliest document that rests on the resolution, its chain, how many there are.

    `deepest` is the lowest level at which the unit shows one, `by_level` how many at each; `corpus`
    is all that is known of the unit.
    """

    unit: str
    unit_iri: str
    region: str | None
    state: UnitState
    first: Document | None
    lag: Lag | None
    chain: tuple[Document, ...]  # from the first document up to the resolution
    documents: int
    evidence: tuple[Evidence, ...]
    deepest: Level | None = None
    by_level: tuple[tuple[Level, int], ...] = ()
    corpus: UnitCorpus | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which provinces show a document that rests on `document`, over the 63 or the 34 units.

    `in_scope` counts the units to which it is addressed and those that show a document all the
    same; `median` is the median of the lags of first documents, a range where dates are known in
    part, of the `dated` units that have one, `slowest` the unit whose first document came last as
    far as is known. `by_state` counts all units of the set; `units` can be one page of them.
    """

    document: Document
    units: tuple[UnitCoverage, ...]
    unit_set: int
    found: int
    median_lag: int | None
    sources: int  # distinct sources the figures rest on
    outside: int = 0  # documents of provinces that no unit of the set stands for
    in_scope: int = 0
    median: Lag | None = None
    dated: int = 0
    slowest: UnitCoverage | None = None
    by_state: tuple[tuple[UnitState, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported figure tied to a document: `value` in plain digits, `body` whose figure it is."""

    iri: str
    value: str
    unit: str
    qualifier: str | None
    period: str | None
    body: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Description:
    """Everything the graph says of one document."""

    document: Document
    standing: Standing
    values: tuple[tuple[str, tuple[Value, ...]], ...]  # field local name -> values, chosen first
    outgoing: tuple[Edge, ...]
    incoming: tuple[Edge, ...]
    same_number: tuple[Document, ...]
    candidates: tuple[Document, ...] = ()  # of a reference
    figures: tuple[Figure, ...] = ()  # reported under it
    mentions: tuple[Evidence, ...] = ()  # sentences that name it, the first of them
    mentioned: int = 0  # how many sentences name it in all


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: its kind (`document`, `body`, `official`), best first."""

    iri: str
    kind: str
    name: str
    detail: str
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some of what was found, best first: `before` come before it, `total` in all.

    `next` is what to ask with for the page after it, None on the last one.
    """

    rows: tuple[Hit, ...]
    before: int
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the store holds, in a few figures, and what is carried out most widely.

    `sources` counts distinct web addresses, `units` those of the 34 provinces of today in which a
    document was issued, `edges` pairs of documents that are related; `widest` gives documents
    with the number of those provinces that show one resting directly on them, most first.
    """

    documents: int
    sources: int
    units: int
    edges: int
    widest: tuple[tuple[Document, int], ...]
