"""What answers over a whole lineage are made of: views, outlines, pages, stale documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.model.answers import Document, Ending, Standing, UnitCorpus, UnitState
from graph.model.claims import Evidence
from graph.model.values import Lag, Level, PartialDate


@dataclass(frozen=True, slots=True)
class View:
    """Which part of a lineage is asked for.

    `down`, `depth`, `as_of`, `relations` and `stated` say which edges are walked; `types`,
    `levels`, `units` and `in_force` choose among the documents reached, so that a chain may lead
    through a document that is not shown. Empty means all.

    Parameters
    ----------
    down : to what rests on the document; else up to what it rests on.
    depth : most steps; None for all.
    as_of : what may have been issued by then; None for everything known.
    types : addresses of types of documents.
    levels : levels of the issuers.
    units : addresses of provinces; what went into them is named beside them.
    relations : local names of the relations that are walked (`implements` with its kinds).
    stated : walk only relations that a source states plainly, none that was inferred.
    in_force : only what is in force, or assumed to be, on the day asked for (else today).
    """

    down: bool = True
    depth: int | None = None
    as_of: date | None = None
    types: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    units: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    stated: bool = False
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class LineageGroup:
    """Documents of one level and one unit, counted; `unit` None: of no province.

    `unit_sets` names the sets that the unit belongs to, `63` or `34`: provinces before and after a
    merger can bear one name.
    """

    level: Level | None
    unit: str | None
    unit_iri: str | None
    documents: int
    unit_sets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tallied:
    """How many documents have one value of a field: its code, and its label in both languages."""

    code: str
    vi: str
    en: str
    documents: int


@dataclass(frozen=True, slots=True)
class CascadeOutline:
    """A lineage in counts, before anything is expanded.

    `documents` are those shown, `hidden` those that are reached as of that day and at that depth
    but left out by the other choices of the view; `in_force` and `uncertain_force` count those
    shown that are (or are assumed) in force on `on`, and those of which it is not known;
    `stated` those that can be reached by relations stated plainly; `in_cycles` those that rest on
    themselves by way of others.
    """

    root: Document
    view: View
    on: date
    standing: Standing
    documents: int
    hidden: int
    units: int
    by_level: tuple[tuple[Level, int], ...]
    by_type: tuple[Tallied, ...]
    by_relation: tuple[tuple[str, int], ...]  # local name; one that implies another counts twice
    in_force: int
    uncertain_force: int
    stated: int
    in_cycles: int
    groups: tuple[LineageGroup, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation by which a document hangs in a lineage: on what, how much later, who says so."""

    other: Document
    predicates: tuple[str, ...]
    lag: Lag | None
    stated: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class LineageRow:
    """A document of a lineage on a page.

    `steps` is the least number of relations to the root; `ties` those to documents of this lineage
    towards the root, nearest in time first, of `tied` in all; `below` how many hang directly on it;
    `in_cycle` = it rests on itself by way of others.
    """

    document: Document
    steps: int
    ties: tuple[Tie, ...]
    tied: int
    total_lag: Lag | None
    below: int
    in_cycle: bool
    standing: Standing


@dataclass(frozen=True, slots=True)
class LineagePage:
    """Some documents of a lineage in the order of level, unit, date and address.

    `before` counts those that come before this page, `total` all; `next` is what to ask with for
    the page after it, None on the last one.
    """

    rows: tuple[LineageRow, ...]
    before: int
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class EndedBasis:
    """A basis that is no longer in force: the way to it, what ended it, what is in force instead.

    `chain` leads from the stale document up to the basis; `successors` are the documents at the
    ends of the chains of replacement that are, or may be, in force on the day.
    """

    basis: Document
    chain: tuple[Document, ...]
    endings: tuple[Ending, ...]
    successors: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class StaleDocument:
    """A document in force whose basis is not.

    `since` is the first day on which it rested on an ended basis while in effect: a range from
    `since_least` to `since_most` where dates are known in part, None where an end is not known.
    `ended` counts all its ended bases, of which `bases` names the nearest.
    """

    document: Document
    standing: Standing
    since_least: date | None
    since_most: date | None
    bases: tuple[EndedBasis, ...]
    ended: int


@dataclass(frozen=True, slots=True)
class StaleList:
    """Stale documents of one kind of certainty: counted, and one page of them."""

    documents: int
    by_level: tuple[tuple[Level, int], ...]
    groups: tuple[LineageGroup, ...]
    rows: tuple[StaleDocument, ...]
    before: int
    next: str | None


@dataclass(frozen=True, slots=True)
class Stale:
    """Documents in force on a day that rest on what is not; three lists that are never merged.

    `surely` where all dates bear it out, `possibly` where dates known in part, or not at all,
    leave it open; `partly` where only a part of a basis was ended, which makes nothing stale.
    `in_force` counts the documents asked about, surely or possibly in force.
    """

    on: date
    in_force: int
    surely: StaleList
    possibly: StaleList
    partly: StaleList


@dataclass(frozen=True, slots=True)
class Cell:
    """What one unit shows of one resolution: earliest document, lag, level reached, how many.

    `first_iri`, `first_name` and `issued` are of the earliest document, `lag` days from the
    resolution to it, a range where dates are known in part, None where one is not known.
    """

    state: UnitState
    documents: int = 0
    first_iri: str | None = None
    first_name: str | None = None
    issued: PartialDate | None = None
    lag: Lag | None = None
    deepest: Level | None = None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One unit: a cell for each resolution, in their order, and the corpus of the unit."""

    unit: str
    unit_iri: str
    region: str | None
    cells: tuple[Cell, ...]
    corpus: UnitCorpus


@dataclass(frozen=True, slots=True)
class MatrixTotal:
    """One resolution over all units: found, in scope, median lag, and the slowest one known.

    `median` is a range where dates are known in part, of the `dated` units that have a lag;
    `outside` counts documents of provinces that no unit of the set stands for.
    """

    found: int
    reported: int
    in_scope: int
    dated: int
    median: Lag | None
    slowest: str | None
    slowest_lag: Lag | None
    documents: int
    outside: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Several resolutions over the units of a set, by region and name: no order of merit."""

    documents: tuple[Document, ...]
    unit_set: int
    rows: tuple[MatrixRow, ...]
    totals: tuple[MatrixTotal, ...]


@dataclass(frozen=True, slots=True)
class DocumentComparison:
    """Two resolutions side by side over the units: which units show a document on which.

    `both`, `only_first`, `only_second` and `neither` name units, by region and name; what a unit
    does not show is not found in this corpus, or out of scope, as its cell in `matrix` says.
    """

    matrix: Matrix
    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    neither: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One resolution, and what each of two units shows of it."""

    document: Document
    first: Cell
    second: Cell


@dataclass(frozen=True, slots=True)
class UnitComparison:
    """Two units side by side over the resolutions on which a document of either rests.

    `both`, `only_first` and `only_second` count resolutions; `rows` is one page of them, those of
    both first, then by date.
    """

    first: str
    second: str
    first_iri: str
    second_iri: str
    unit_set: int
    first_corpus: UnitCorpus
    second_corpus: UnitCorpus
    both: int
    only_first: int
    only_second: int
    rows: tuple[ComparisonRow, ...]
    before: int
    total: int


@dataclass(frozen=True, slots=True)
class Way:
    """A chain from a document up to a resolution, and the lag from the one to the other.

    `steps` are the relations in order, each naming the next document of the chain.
    """

    start: Document
    steps: tuple[Tie, ...]
    total_lag: Lag | None


@dataclass(frozen=True, slots=True)
class WayPage:
    """Ways by which documents of one unit rest on a resolution, shortest first.

    `next` is the number of the page after this one, None on the last.
    """

    document: Document
    unit: str
    unit_iri: str
    unit_set: int
    ways: tuple[Way, ...]
    before: int
    next: int | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A lineage in counts with one page of its documents; `page` None: counts alone."""

    outline: CascadeOutline
    page: LineagePage | None
