"""What would rest on nothing if a document ended on a day.

A document keeps its footing as long as one basis of it is in force that does not itself lose it.
Bases that only hold each other up in a circle hold nothing up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import BIT, LAST_DAY, LINEAGE_BITS, NONE, LineageIndex, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import among, edges_of, reachable
from graph.lineage.paging import LIMIT, Page
from graph.lineage.paths import step_between
from graph.lineage.standing import standing_on
from graph.model import Affected, Document, Fate, FateCount, FateShare, Impact, Level
from graph.store.protocol import Reader
from ontology import terms as cas

Flags = NDArray[np.bool_]

_FATES = tuple(Fate)
_BARE, _OPEN, _KEPT = range(len(_FATES))
_BASES = 3  # most bases named of one document; how many there are is told as well
_BODIES = 20  # most issuing bodies told; how many there are is told as well
_NO_LEVEL = len(Level)


def impact(
    reader: Reader,
    document: Document,
    *,
    on: date,
    limit: int = LIMIT,
    after: str | None = None,
) -> Impact:
    """Return what would rest on nothing if a document ended on a day.

    Parameters
    ----------
    reader : one generation of the store.
    document : the document that would end; what its standing is does not matter.
    on : the day. Considered is what may have been issued by then and had not surely ended.
    limit : most documents on the page.
    after : the cursor that the page before gave.

    Raises
    ------
    QuestionError : no earlier page gave that cursor.
    """
    page, facts, index = Page.after(after, limit), Facts(reader), index_for(reader)
    scan = Scan(index, index.names.find(document.iri), on.toordinal())
    found, shown = scan.documents, _Shown(facts, index, scan, on)
    return Impact(
        document=document,
        on=on,
        standing=standing_on(facts, document.iri, on),
        counts=_counts(scan),
        levels=shown.levels(),
        units=shown.shares(index.columns.unit, index.units, "unit"),
        bodies=shown.shares(index.columns.issuer, index.bodies, "body")[:_BODIES],
        bodies_total=len(np.unique(index.columns.issuer[found])),
        rows=tuple(shown.row(int(number)) for number in found[page.part]),
        before=min(page.before, len(found)),
        total=len(found),
        next=page.next(len(found)),
    )


@dataclass(frozen=True, eq=False)
class Scan:
    """What becomes of everything below a document, as numbers.

    Parameters
    ----------
    index : the index looked through.
    root : the document that ends; `NONE` when the index does not know it.
    on : the day, as an ordinal.
    """

    index: LineageIndex
    root: int
    on: int

    @cached_property
    def surely(self) -> Flags:
        """Return what is in force on the day, the effective date assumed where not stated."""
        columns = self.index.columns
        surely = self._other & (columns.since_to <= self.on) & (columns.ended_maybe > self.on)
        surely[self._suspended] = False
        return surely

    @cached_property
    def maybe(self) -> Flags:
        """Return what is, or may be, in force on the day."""
        columns = self.index.columns
        return self._other & (columns.since_from <= self.on) & (columns.ended_surely > self.on)

    @property
    def _suspended(self) -> Numbers:
        """Return what is or may be suspended: it has not ended, and is not surely in force."""
        edges = self.index.down
        places = np.flatnonzero(edges.relations & BIT[cas.suspends])
        begun = self.index.columns.since_from[edges.targets[places]] <= self.on
        owners = np.searchsorted(edges.starts, places[begun], side="right") - 1
        return np.asarray(owners, np.int32)

    @cached_property
    def _other(self) -> Flags:
        mask = np.ones(len(self.index), np.bool_)
        if self.root != NONE:
            mask[self.root] = False
        return mask

    @cached_property
    def cone(self) -> Numbers:
        """Return what rests on the document through others that have not ended, nearest first."""
        columns = self.index.columns
        present = (columns.issued_from <= self.on) & (columns.ended_surely > self.on)
        return reachable(self.index, self._starts, allowed=present).documents[1:]

    @cached_property
    def _starts(self) -> Numbers:
        return np.array([] if self.root == NONE else [self.root], np.int32)

    @cached_property
    def below(self) -> Flags:
        """Return the same as one truth value a document."""
        return among(self.cone.tolist(), len(self.index))

    @cached_property
    def fate(self) -> NDArray[np.uint8]:
        """Return for every document of the index its fate, as the place in `Fate`.

        What does not rest on the document is kept.
        """
        fate = np.full(len(self.index), _KEPT, np.uint8)
        fate[self.below & ~self.held(self.surely)] = _OPEN
        fate[self.below & ~self.held(self.maybe)] = _BARE
        if self.root != NONE:
            fate[self.root] = _BARE
        return fate

    def held(self, force: Flags) -> Flags:
        """Return what below the document keeps a basis, when just these are in force."""
        places, owners = edges_of(self.index.up, self.cone)
        targets = self.index.up.targets[places]
        outside = (self.index.up.relations[places] & LINEAGE_BITS) != 0
        outside &= force[targets] & ~self.below[targets]
        held = among(self.cone[np.unique(owners[outside])].tolist(), len(self.index))
        firm = np.flatnonzero(held & force).astype(np.int32)
        firm = reachable(self.index, firm, allowed=self.below & force).documents
        held[self._resting_on(firm)[0]] = True
        return held

    def _resting_on(self, bases: Numbers) -> tuple[Numbers, Numbers]:
        """Return what of the cone rests on some bases, and the place of the basis, by edge."""
        edges = self.index.down
        places, owners = edges_of(edges, bases)
        keep = ((edges.relations[places] & LINEAGE_BITS) != 0) & self.below[edges.targets[places]]
        found: Numbers = edges.targets[places[keep]]
        return found, owners[keep]

    @cached_property
    def steps(self) -> Numbers:
        """Return for every document how far a loss comes to reach it; `NONE` when none does.

        A loss goes on through what is or may be left bare, and no further.
        """
        losing = self.below & (self.fate != _KEPT)
        walk = reachable(self.index, self._starts, allowed=losing)
        steps = np.full(len(self.index), LAST_DAY, np.int32)
        steps[walk.documents] = walk.depth
        found, owners = self._resting_on(walk.documents)
        np.minimum.at(steps, found, walk.depth[owners] + 1)
        return np.where(steps == LAST_DAY, NONE, steps).astype(np.int32)

    @cached_property
    def documents(self) -> Numbers:
        """Return what loses a basis: worst off first, then nearest, by level, date and address."""
        found = self.cone[self.steps[self.cone] != NONE]
        columns = self.index.columns
        keys = (found, columns.issued_from[found], columns.level[found], self.steps[found])
        order = np.lexsort((*keys, self.fate[found]))
        return np.asarray(found[order], np.int32)


def _counts(scan: Scan) -> tuple[FateCount, ...]:
    direct, fates = scan.steps[scan.documents] == 1, scan.fate[scan.documents]
    return tuple(
        FateCount(fate, int(((fates == n) & direct).sum()), int(((fates == n) & ~direct).sum()))
        for n, fate in enumerate(_FATES)
    )


@dataclass(frozen=True)
class _Shown:
    """Names and evidence of what a page shows."""

    facts: Facts
    index: LineageIndex
    scan: Scan
    on: date

    def levels(self) -> tuple[FateShare, ...]:
        """Return the fates by level, the highest first."""
        level = np.minimum(self.index.columns.level[self.scan.documents], _NO_LEVEL)
        table = self._table(level.astype(np.int64), _NO_LEVEL + 1)
        names: list[Level | None] = [*Level, None]
        return tuple(
            FateShare(name, None, None, None, *row)
            for name, row in zip(names, table, strict=True)
            if sum(row)
        )

    def shares(self, column: Numbers, addresses: Iterable[str], kind: str) -> tuple[FateShare, ...]:
        """Return the fates by unit or body: most left bare first, then by address."""
        known = list(addresses)
        value = column[self.scan.documents]
        table = self._table(np.where(value == NONE, len(known), value), len(known) + 1)
        present = [place for place, row in enumerate(table) if sum(row)]
        present.sort(key=lambda place: (*(-count for count in table[place]), place))
        return tuple(
            self._share(kind, known[place] if place < len(known) else None, table[place])
            for place in present
        )

    def _share(self, kind: str, iri: str | None, row: list[int]) -> FateShare:
        name = self.facts.label(iri) if iri else None
        unit, body = (name, None) if kind == "unit" else (None, name)
        return FateShare(None, unit, body, iri, *row)

    def _table(self, groups: NDArray[np.int64], size: int) -> list[list[int]]:
        keys = groups * len(_FATES) + self.scan.fate[self.scan.documents]
        counts = np.bincount(keys, minlength=size * len(_FATES))
        return [[int(n) for n in row] for row in counts.reshape(size, len(_FATES))]

    def row(self, number: int) -> Affected:
        """Return a document with the bases that it would lose and keep."""
        loses, keeps = self._bases(number)
        step = step_between(self.facts, self.index, number, loses[0], bits=LINEAGE_BITS)
        return Affected(
            document=step.subject,
            fate=_FATES[self.scan.fate[number]],
            steps=int(self.scan.steps[number]),
            force=standing_on(self.facts, step.subject.iri, self.on).force,
            loses=self._documents(loses),
            losing=len(loses),
            keeps=self._documents(keeps),
            keeping=len(keeps),
            predicates=step.predicates,
            evidence=step.evidence,
        )

    def _bases(self, number: int) -> tuple[list[int], list[int]]:
        """Return the bases that a document would or might lose, and those it would or might keep.

        One that is itself left open stands in both.
        """
        scan, row = self.scan, self.index.up.row(number)
        lineage = (self.index.up.relations[row] & LINEAGE_BITS) != 0
        bases = self.index.up.targets[row][lineage]
        loses = bases[(scan.fate[bases] != _KEPT) & (scan.steps[bases] != NONE)]
        keeps = bases[(scan.fate[bases] != _BARE) & scan.maybe[bases]]
        return loses[np.argsort(scan.steps[loses], kind="stable")].tolist(), keeps.tolist()

    def _documents(self, numbers: list[int]) -> tuple[Document, ...]:
        found = (document_of(self.facts, self.index.names[one]) for one in numbers[:_BASES])
        return tuple(one for one in found if one is not None)
