"""Finding by words and by what documents are, a page at a time, within one generation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import numpy as np

from graph.folding import bare
from graph.lineage.documents import document_of
from graph.lineage.facts import Facts
from graph.lineage.index.arrays import LAST_DAY, NONE, Numbers
from graph.lineage.index.keeper import index_for
from graph.lineage.paging import Page
from graph.lineage.views import Flags, chosen
from graph.model import Document, Hit, HitPage, View
from graph.search import build_index
from graph.store.protocol import Reader

DOCUMENT = "document"
_KEPT = 4096  # documents that are kept read, for the next question in the same generation


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for.

    Parameters
    ----------
    text : words that a thing bears, tone marks optional; empty for all things.
    kinds : `document`, `body`, `official`; empty for all.
    view : which types, levels, provinces, and whether in force: of documents only, so that what is
        none is left out where any of it is chosen; the relations of a view play no part.
    since, until : first and last day of issue; a date known in part counts where it may fall
        between them, none where no date is known.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    view: View = field(default_factory=View)
    since: date | None = None
    until: date | None = None

    @property
    def of_documents(self) -> bool:
        """Tell whether anything is chosen that only documents have."""
        return bool(self.since or self.until) or self.view != View()


class Finder:
    """What one generation names, ready to be found; safe to share between threads.

    Parameters
    ----------
    reader : the generation.
    """

    def __init__(self, reader: Reader) -> None:
        self._words = build_index(reader)
        self._lineage = index_for(reader)
        self._numbers: Numbers = np.array(
            [self._number(self._words[place]) for place in range(len(self._words))], np.int32
        )
        self._document = lru_cache(_KEPT)(lambda iri: document_of(Facts(reader), iri))

    def find(self, wanted: Wanted, page: Page, on: date) -> HitPage:
        """Return one page of what is looked for: best first, without words the latest first.

        Parameters
        ----------
        wanted : what is looked for.
        page : which part of it.
        on : the day on which documents are to be in force, where that is asked for.
        """
        places = self._places(wanted, on)
        rows = tuple(self._shown(self._words[place]) for place in places[page.part])
        return HitPage(rows, page.before, len(places), page.next(len(places)))

    def best(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Return at most `limit` things that bear the words, best first."""
        return tuple(self._shown(hit) for hit in self._words.find(text, limit))

    def named(self, kind: str, name: str) -> tuple[Hit, ...]:
        """Return the things of a kind that bear just this name, tone marks optional."""
        hits = (self._words[place] for place in self._words.ranked(name))
        return tuple(hit for hit in hits if hit.kind == kind and bare(hit.name) == bare(name))

    def _number(self, hit: Hit) -> int:
        return self._lineage.names.find(hit.iri) if hit.kind == DOCUMENT else NONE

    def _places(self, wanted: Wanted, on: date) -> list[int]:
        everything = not wanted.text.strip()
        found: Iterable[int] = (
            range(len(self._words)) if everything else self._words.ranked(wanted.text)
        )
        if wanted.kinds:
            found = (place for place in found if self._words[place].kind in wanted.kinds)
        if not wanted.of_documents:
            return list(found)
        places = np.array([*found], np.int64)
        numbers = self._numbers[places]
        places, numbers = places[numbers != NONE], numbers[numbers != NONE]
        keep = chosen(self._lineage, numbers, wanted.view, on) & self._issued(numbers, wanted)
        return [int(place) for place in places[keep]]

    def _issued(self, numbers: Numbers, wanted: Wanted) -> Flags:
        """Return which documents may have been issued between the days."""
        columns = self._lineage.columns
        keep = np.ones(len(numbers), np.bool_)
        if wanted.since or wanted.until:
            keep &= columns.issued_to[numbers] != LAST_DAY
        if wanted.since:
            keep &= columns.issued_to[numbers] >= wanted.since.toordinal()
        if wanted.until:
            keep &= columns.issued_from[numbers] <= wanted.until.toordinal()
        return keep

    def _shown(self, hit: Hit) -> Hit:
        known: Document | None = self._document(hit.iri) if hit.kind == DOCUMENT else None
        return replace(hit, document=known)
