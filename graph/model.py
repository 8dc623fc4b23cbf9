"""The values that walk through Cascade: frozen, typed, standard library only.

Addresses (IRIs) are plain strings here; `graph.resolve.identity` is the one place that mints
and parses them, `graph.rdf` the one place that turns values into RDF.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import total_ordering

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Level(StrEnum):
    """Level of a body or document; the district level ended on 2025-06-30."""

    CENTRAL = "central"
    MINISTRY = "ministry"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    GRASSROOTS = "grassroots"


class Verification(StrEnum):
    """How well a statement is founded, weakest field counted (`data/README.md`)."""

    VERIFIED_TWICE = "verified_twice"
    SEEN_ONCE = "seen_once"
    ARTICLE = "article"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"

    @property
    def rank(self) -> int:
        """Return 0 for the best founded; the smaller rank wins a single-valued fact."""
        return list(Verification).index(self)


class Modality(StrEnum):
    """What a source says of a statement: it was done, asked for, planned or denied."""

    DONE = "done"
    REQUESTED = "requested"
    PLANNED = "planned"
    DENIED = "denied"


class Inference(StrEnum):
    """How something not printed was found (`cas:inference`)."""

    ALIAS = "alias"
    TERM = "term"
    ISSUER = "issuer"
    ELLIPSIS = "ellipsis"
    COLLECTIVE = "collective"
    REGISTER = "register"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precisely as known: year, month and day, year and month, or year alone."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse days that the calendar does not have."""
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise ValueError on anything else."""
        found = _DATE.fullmatch(text)
        if found is None:
            raise ValueError(f"not YYYY, YYYY-MM or YYYY-MM-DD: {text!r}")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def earliest(self) -> date:
        """Return the first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """Return the last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> bool:
        """Tell whether the day is known."""
        return self.day is not None

    def __lt__(self, other: PartialDate) -> bool:
        return str(self) < str(other)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Lag:
    """Days from a parent's issue to a child's: a range when a date is partial.

    `least == most` when both days are known; a negative lag is kept, it points at a doubtful date.
    """

    least: int
    most: int

    @classmethod
    def between(cls, parent: PartialDate | None, child: PartialDate | None) -> Lag | None:
        """Return the lag, or None (“chưa rõ”) when one of the dates is unknown."""
        if parent is None or child is None:
            return None
        return cls(
            (child.earliest - parent.latest).days,
            (child.latest - parent.earliest).days,
        )

    @property
    def exact(self) -> bool:
        """Tell whether both days are known."""
        return self.least == self.most


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal value of a statement: text with the local name of its XSD type, or a language."""

    text: str
    datatype: str = "string"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what: one statement of one source with what carries it.

    `subject`, `predicate` and an `object` that is a string are addresses. `certainty` is how
    plainly the source says it (`clear`, `likely`), None where it was not judged. `evidence` is the
    address of the row of the register or of the sentence; `declined` = the register has weighed it
    against another source and not taken it: it stays a claim and makes no fact. In a text, `start`
    and `end` bound the words that carry the claim, `surface` is a citation as printed, `part` the
    part of the object that is meant.
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
    the stretches of the quote to look at: the cue and what it relates.
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
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ending:
    """What ended a document or a part of it: replaced, repealed or expired, by what, since when."""

    predicate: str
    by: Document | None
    on: PartialDate | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a document is in force on a day, and why."""

    force: Force
    on: date
    since: PartialDate | None
    endings: tuple[Ending, ...]


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
class UnitCoverage:
    """One unit: earliest document that rests on the resolution, its chain, how many there are."""

    unit: str
    unit_iri: str
    region: str | None
    state: UnitState
    first: Document | None
    lag: Lag | None
    chain: tuple[Document, ...]  # from the first document up to the resolution
    documents: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which provinces show a document that rests on `document`, over the 63 or the 34 units."""

    document: Document
    units: tuple[UnitCoverage, ...]
    unit_set: int
    found: int
    median_lag: int | None
    sources: int  # distinct sources the figures rest on
    outside: int = 0  # documents of provinces that no unit of the set stands for


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: its kind (`document`, `body`, `official`), best first."""

    iri: str
    kind: str
    name: str
    detail: str
    document: Document | None = None


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
