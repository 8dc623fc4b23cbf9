"""What analytics answer with: positions, chains, depths, likeness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.model import Document, Lag, Level


@dataclass(frozen=True, slots=True)
class Position:
    """Where a document stands in a cascade.

    Parameters
    ----------
    fewest, most : steps from the root by the shortest and by the longest chain.
    chains : how many of the chains from the root to an end run through it or end in it.
    onward : how many documents come directly after it; it is an end when there are none.
    cut_off : addresses of the documents all of whose chains run through it, itself left out.
    total_lag : days after the root (before it, in a cascade upwards).
    """

    document: Document
    fewest: int
    most: int
    chains: int
    onward: int
    cut_off: tuple[str, ...]
    total_lag: Lag | None


@dataclass(frozen=True, slots=True)
class PlacePosition:
    """The same of a unit or a central body: of all its documents in the cascade together."""

    place: str
    documents: int
    chains: int
    cut_off: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: the relations to the step before, the days after it, how plain it is."""

    document: Document
    predicates: tuple[str, ...]
    lag: Lag | None
    certainty: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain from the root to an end; its first step is the root, without relation or lag."""

    steps: tuple[Step, ...]
    total_lag: Lag | None


@dataclass(frozen=True, slots=True)
class Depth:
    """The documents whose shortest chain has so many steps.

    Parameters
    ----------
    units : in how many provinces, districts and communes they were issued, as these were then.
    median_lag : days after the root, over the `dated` documents whose lag is known to the day.
    """

    steps: int
    documents: int
    units: int
    by_level: tuple[tuple[Level, int], ...]
    median_lag: int | None
    dated: int


@dataclass(frozen=True, slots=True)
class Strand:
    """Documents that hang together without the root: `heads` rest on it directly."""

    documents: int
    heads: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the shape of one cascade shows.

    Parameters
    ----------
    chains : from the root to a document on which nothing further rests.
    cycles : documents that rest on each other; steps among them count in no longest chain.
    positions : every document but the root, those that cut off most first.
    places : units and bodies that cut off something, most first.
    longest : chains of most steps, one an end.
    strands : most documents first.
    """

    root: Document
    down: bool
    as_of: date | None
    documents: int
    edges: int
    chains: int
    cycles: tuple[tuple[Document, ...], ...]
    depths: tuple[Depth, ...]
    positions: tuple[Position, ...]
    places: tuple[PlacePosition, ...]
    longest: tuple[Chain, ...]
    strands: tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A document that two units both carry out: their lags, and how many units in all do."""

    document: Document
    lag: Lag | None
    other_lag: Lag | None
    units: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two units act.

    Parameters
    ----------
    similarity : shared documents among all that either shows and that are addressed to both
        (Jaccard), 0 to 1.
    shared : the documents behind it, least common first.
    only_unit, only_other : how many only one of them shows.
    apart : median days between their first documents, over the `dated` shared ones known to the
        day; None when there is none.
    """

    unit: str
    unit_iri: str
    other: str
    other_iri: str
    similarity: float
    shared: tuple[Shared, ...]
    only_unit: int
    only_other: int
    apart: int | None
    dated: int

    def turned(self) -> Likeness:
        """Return the same pair told from the other unit."""
        return Likeness(
            unit=self.other,
            unit_iri=self.other_iri,
            other=self.unit,
            other_iri=self.unit_iri,
            similarity=self.similarity,
            shared=tuple(
                Shared(one.document, one.other_lag, one.lag, one.units) for one in self.shared
            ),
            only_unit=self.only_other,
            only_other=self.only_unit,
            apart=self.apart,
            dated=self.dated,
        )


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Every pair of units that can be compared, most alike first.

    Parameters
    ----------
    unit_set : 63 or 34.
    documents : central documents with a document of some unit resting on them.
    compared : units with at least `least` of those documents.
    left_out : units with fewer, and with how many: too little to compare.
    median : of the number of documents of the compared units.
    small : whether that is so few that a likeness says more of what was read than of what was
        done.
    """

    unit_set: int
    least: int
    documents: int
    compared: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...]
    median: int
    small: bool
    pairs: tuple[Likeness, ...]
