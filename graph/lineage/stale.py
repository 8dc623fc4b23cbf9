"""Documents in force whose basis is not: replaced, repealed or expired, itself or further up.

The whole corpus is looked through in one pass over the index; chains, what ended a basis and what
replaced it are read for the page shown only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import FIRST_DAY, LAST_DAY, WHOLE_BITS, LineageIndex, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import Reached, counted, reachable, spread
from graph.lineage.outline import by_level, groups_of
from graph.lineage.standing import standing_on
from graph.lineage.views import Flags, bits_of, chosen, cut, in_force, in_order, maybe_in_force
from graph.model import Document, EndedBasis, Level, Stale, StaleDocument, StaleList, View
from graph.store.protocol import Reader

_BASES = 3  # most ended bases told of one document; how many there are is told as well
_WHOLE = slice(None)


def stale(
    reader: Reader,
    view: View,
    *,
    on: date,
    limit: int = 50,
    after: str | None = None,
    number: int = 1,
) -> Stale:
    """Return the documents in force on a day that rest on what is no longer in force.

    Parameters
    ----------
    reader : one generation of the store.
    view : `types`, `levels` and `units` choose the documents, `relations` and `stated` the edges
        along which they rest on others; the rest does not matter here.
    on : the day.
    limit : most documents of each list on the page.
    after : the cursor that a list of the page before gave; it is good for each list.
    number : which page of each list, from 1, where there is no cursor.

    Returns
    -------
    Three lists: surely stale, possibly stale (dates known in part, or not at all, leave open
    whether the document is in force or its basis had ended), and those of which a basis was ended
    in part only. A basis that had ended before the document was issued counts as well, and so does
    one that the document itself replaced: the page says what ended it and when.

    Raises
    ------
    QuestionError : the cursor names no document.
    """
    facts, index = Facts(reader), index_for(reader)
    scan = Scan(index, view, on)
    told = _Told(facts, scan)
    return Stale(
        on=on,
        in_force=int(scan.maybe_in_force.sum()),
        surely=told.listed(scan.surely, scan.ended_surely, limit, after, number),
        possibly=told.listed(scan.possibly, scan.ended_maybe, limit, after, number),
        partly=told.listed(scan.partly, scan.ended_partly, limit, after, number),
    )


@dataclass(frozen=True, eq=False)
class Scan:
    """Which documents are stale on a day, as numbers.

    Parameters
    ----------
    index : the index looked through.
    view : which documents, and along which edges.
    on : the day.
    """

    index: LineageIndex
    view: View
    on: date

    @cached_property
    def ended_surely(self) -> Numbers:
        """Return the day on which each document had surely ended, never when after the day."""
        return self._by_then(self.index.columns.ended_surely)

    @cached_property
    def ended_maybe(self) -> Numbers:
        """Return the day on which each document may have ended, never when after the day."""
        return self._by_then(self.index.columns.ended_maybe)

    @cached_property
    def ended_partly(self) -> Numbers:
        """Return the day on which a part of each document may have ended."""
        edges, days = self.index.up, np.full(len(self.index), LAST_DAY, np.int32)
        partial = np.flatnonzero((edges.part != 0) & ((edges.relations & WHOLE_BITS) != 0))
        enders = np.searchsorted(edges.starts, partial, "right") - 1
        np.minimum.at(days, edges.targets[partial], self.index.columns.since_from[enders])
        return self._by_then(days)

    @cached_property
    def maybe_in_force(self) -> Flags:
        """Return the documents that the view chooses and that may be in force."""
        everything = np.arange(len(self.index), dtype=np.int32)
        kept = chosen(self.index, everything, self.view, self.on)
        return kept & maybe_in_force(self.index, _WHOLE, self.on)

    @cached_property
    def surely(self) -> Flags:
        """Return the surely stale documents."""
        sure = self.maybe_in_force & in_force(self.index, _WHOLE, self.on)
        return self._resting(sure, self.ended_surely)

    @cached_property
    def possibly(self) -> Flags:
        """Return the documents that are stale if some dates mean it."""
        return self._resting(self.maybe_in_force & ~self.surely, self.ended_maybe)

    @cached_property
    def partly(self) -> Flags:
        """Return the documents of which a basis was ended in part, and no whole one."""
        others = self.maybe_in_force & ~self.surely & ~self.possibly
        return self._resting(others, self.ended_partly)

    def _by_then(self, days: Numbers) -> Numbers:
        return np.where(days <= self.on.toordinal(), days, LAST_DAY).astype(np.int32)

    def _resting(self, documents: Flags, ended: Numbers) -> Flags:
        """Return those documents that rest on one that had ended."""
        if not (ended != LAST_DAY).any():
            return np.zeros(len(documents), np.bool_)
        least, origin = spread(
            self.index, ended, bits=bits_of(self.view.relations), certain=self.view.stated
        )
        found: Flags = documents & (least != LAST_DAY)
        # Back to itself, in a cycle: is there another ended basis?
        for one in np.flatnonzero(found & (origin == np.arange(len(origin)))).tolist():
            found[one] = len(self.ended_bases(one, ended)[1]) > 0
        return found

    def ended_bases(self, number: int, ended: Numbers) -> tuple[Reached, NDArray[np.int64]]:
        """Return on what a document rests, and the places of those that had ended, not itself."""
        reached = reachable(
            self.index,
            number,
            down=False,
            bits=bits_of(self.view.relations),
            certain=self.view.stated,
        )
        return reached, np.flatnonzero(ended[reached.documents[1:]] != LAST_DAY) + 1


@dataclass(frozen=True, eq=False)
class _Told:
    """What pages say of stale documents, read from the store document by document."""

    facts: Facts
    scan: Scan

    def listed(
        self, stale: Flags, ended: Numbers, limit: int, after: str | None, number: int
    ) -> StaleList:
        """Return one of the lists, counted, with one page of it."""
        index, documents = self.scan.index, np.flatnonzero(stale).astype(np.int32)
        table = counted(index.columns, documents, len(index.units), len(Level) + 1)
        chosen_page = cut(index, documents, limit, after, number)
        rows = (self._row(one, ended) for one in chosen_page.documents.tolist())
        return StaleList(
            documents=len(documents),
            by_level=by_level(table),
            groups=groups_of(self.facts, index, table),
            rows=tuple(row for row in rows if row is not None),
            before=chosen_page.before,
            next=chosen_page.next,
        )

    def _row(self, number: int, ended: Numbers) -> StaleDocument | None:
        document = self._document(number)
        if document is None:
            return None
        reached, places = self.scan.ended_bases(number, ended)
        least, most = self._since(number, reached.documents[places], ended)
        return StaleDocument(
            document=document,
            standing=standing_on(self.facts, document.iri, self.scan.on),
            since_least=least,
            since_most=most,
            bases=tuple(self._bases(reached, places[:_BASES])),
            ended=len(places),
        )

    def _since(
        self, number: int, bases: Numbers, ended: Numbers
    ) -> tuple[date | None, date | None]:
        """Return between which days the document began to rest on an ended basis in effect."""
        columns = self.scan.index.columns
        if ended is self.scan.ended_partly:
            firsts = lasts = ended[bases]
        else:
            firsts, lasts = columns.ended_maybe[bases], columns.ended_surely[bases]
        first = max(int(firsts.min()), int(columns.since_from[number]))
        last = max(int(lasts.min()), int(columns.since_to[number]))
        return (
            None if first == FIRST_DAY else date.fromordinal(first),
            None if last == LAST_DAY else date.fromordinal(last),
        )

    def _bases(self, reached: Reached, places: NDArray[np.int64]) -> Iterator[EndedBasis]:
        """Yield ended bases, nearest first, each with the shortest chain up to it."""
        for place in places.tolist():
            chain = tuple(self._known(reached.chain(place)))
            if len(chain) > 1:
                yield EndedBasis(
                    basis=chain[-1],
                    chain=chain,
                    endings=standing_on(self.facts, chain[-1].iri, self.scan.on).endings,
                    successors=tuple(self._known(self._successors(int(reached.documents[place])))),
                )

    def _successors(self, number: int) -> list[int]:
        """Return what took the place of a document and is, or may be, in force on the day."""
        index, on = self.scan.index, self.scan.on
        later = reachable(index, number, bits=WHOLE_BITS).documents[1:]
        alive = later[maybe_in_force(index, later, on)]
        return [int(one) for one in in_order(index, alive)]

    def _known(self, numbers: Iterable[int]) -> Iterator[Document]:
        found = (self._document(number) for number in numbers)
        return (document for document in found if document is not None)

    def _document(self, number: int) -> Document | None:
        return document_of(self.facts, self.scan.index.names[number])
