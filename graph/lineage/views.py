"""Views of a lineage over the index: what is walked, what of it is shown, in order, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

import numpy as np
from numpy.typing import NDArray

from graph.errors import QuestionError, Text
from graph.lineage.index.arrays import BIT, LAST_DAY, LINEAGE_BITS, NONE, LineageIndex, Numbers
from graph.lineage.index.reach import Mask, Reached, reachable
from graph.model import Level, View
from ontology import terms as cas

_LEVELS = list(Level)
# A key is one whole number of 64 bits: level, unit, day (ordinals reach 3,652,059), document.
_UNIT_BITS, _DAY_BITS, _NUMBER_BITS = 14, 22, 24
_NO_LEVEL, _NO_DAY = 15, (1 << _DAY_BITS) - 1

Keys = NDArray[np.uint64]
#: One truth value a document.
Flags = NDArray[np.bool_]


def walk(index: LineageIndex, root: int, view: View) -> Reached:
    """Return what the relations of a view reach from a document, which comes first.

    Nothing rests on what was not issued by the as-of day; what has no date may have been.
    """
    if root == NONE:
        nothing = np.full(1, NONE, np.int32)
        return Reached(nothing, np.zeros(1, np.int32), nothing)
    allowed: Mask | None = None
    depth = view.depth
    if view.as_of is not None:
        allowed = _IssuedBy(index.columns.issued_from, view.as_of.toordinal())
        depth = 0 if view.down and not allowed[root] else depth
    return reachable(
        index,
        root,
        down=view.down,
        bits=bits_of(view.relations),
        allowed=allowed,
        certain=view.stated,
        depth=depth,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _IssuedBy:
    """Which documents may have been issued by a day, found out for those that are asked about."""

    issued_from: Numbers
    day: int

    @overload
    def __getitem__(self, documents: int) -> bool: ...
    @overload
    def __getitem__(self, documents: Numbers) -> Flags: ...
    def __getitem__(self, documents: int | Numbers) -> bool | Flags:
        """Return whether a document may have been, or for each of several."""
        return self.issued_from[documents] <= self.day


def bits_of(relations: tuple[str, ...]) -> int:
    """Return the bits of some relations of lineage by local name; of none, all of lineage."""
    bits = 0
    for name in relations:
        bits |= BIT[cas.ONTOLOGY + name] & LINEAGE_BITS
    return bits or LINEAGE_BITS


def chosen(index: LineageIndex, documents: Numbers, view: View, on: date) -> Flags:
    """Return which of some documents a view shows, one truth value each."""
    columns = index.columns
    keep = np.ones(len(documents), np.bool_)
    if view.types:
        keep &= np.isin(columns.kind[documents], _places(index.kinds, view.types))
    if view.levels:
        keep &= np.isin(columns.level[documents], [_LEVELS.index(one) for one in view.levels])
    if view.units:
        keep &= np.isin(columns.unit[documents], _places(index.units, view.units))
    if view.in_force:
        keep &= in_force(index, documents, on)
    return keep


def _places(known: Sequence[str], wanted: tuple[str, ...]) -> list[int]:
    return [place for place, iri in enumerate(known) if iri in wanted]


def in_force(index: LineageIndex, documents: Numbers | slice, on: date) -> Flags:
    """Return which documents are in force on a day, or assumed to be, whatever their dates mean."""
    day, columns = on.toordinal(), index.columns
    begun: Flags = columns.since_to[documents] <= day
    return begun & (columns.ended_maybe[documents] > day)


def maybe_in_force(index: LineageIndex, documents: Numbers | slice, on: date) -> Flags:
    """Return which documents may be in force on a day, the sure ones among them."""
    day, columns = on.toordinal(), index.columns
    begun: Flags = columns.since_from[documents] <= day
    return begun & (columns.ended_surely[documents] > day)


def in_order(index: LineageIndex, documents: Numbers) -> Numbers:
    """Return documents by level, unit, first possible day and address; what is unknown last."""
    return documents[np.argsort(keys(index, documents))]


def keys(index: LineageIndex, documents: Numbers) -> Keys:
    """Return by what documents are ordered: level, unit, first possible day, address; all differ.

    Documents of no unit come before all others of their level, those without level or day last.
    """
    columns = index.columns
    level = np.minimum(columns.level[documents], _NO_LEVEL).astype(np.uint64)
    unit = (columns.unit[documents] + 1).astype(np.uint64)
    dated = columns.issued_to[documents] != LAST_DAY
    day = np.where(dated, columns.issued_from[documents], _NO_DAY).astype(np.uint64)
    key = level
    for value, bits in ((unit, _UNIT_BITS), (day, _DAY_BITS), (documents, _NUMBER_BITS)):
        key = (key << np.uint64(bits)) | value.astype(np.uint64)
    return key


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One page of ordered documents: what is on it, how many come before, where the next begins."""

    documents: Numbers
    before: int
    next: str | None


def cut(
    index: LineageIndex, documents: Numbers, limit: int, after: str | None, page: int = 1
) -> Cut:
    """Return one page of documents in the order of `in_order`, without ordering all of them.

    Parameters
    ----------
    index : the index.
    documents : all documents, in any order.
    limit : most documents on a page.
    after : the cursor: the path of the last document of the page before; it need not be among them
        any more, so a cursor stays good when documents come or go around it.
    page : which page, from 1, where no cursor is given.

    Raises
    ------
    QuestionError : the cursor names no document.
    """
    key, all_of = keys(index, documents), len(documents)
    if after is not None:
        documents, key, page = *_after(index, documents, key, after), 1
    skipped = min((page - 1) * limit, len(documents))
    before = all_of - len(documents) + skipped
    wanted = min(skipped + limit, len(documents))
    taken = documents[_least(key, wanted)[skipped:]]
    following = path_of(index.names[int(taken[-1])]) if len(taken) and wanted < len(key) else None
    return Cut(taken, before, following)


def _least(key: Keys, count: int) -> NDArray[np.int64]:
    """Return the places of the least keys, in their order."""
    if not count:
        return np.empty(0, np.int64)
    places = np.argpartition(key, count - 1)[:count]
    return np.asarray(places[np.argsort(key[places])], np.int64)


def path_of(iri: str) -> str:
    """Return the address of a document without what all addresses share: a cursor."""
    return iri.removeprefix(cas.DATA)


def _after(index: LineageIndex, documents: Numbers, key: Keys, cursor: str) -> tuple[Numbers, Keys]:
    """Return the documents that come after the one of a cursor, with their keys."""
    number = index.names.find(cas.DATA + cursor.removeprefix(cas.DATA))
    if number == NONE:
        raise QuestionError(
            Text(f"con trỏ “{cursor}” không chỉ văn bản nào", f"no document at “{cursor}”"),
            remedy=Text("bắt đầu lại từ trang đầu", "begin again with the first page"),
        )
    later = key > keys(index, np.array([number], np.int32))[0]
    return documents[later], key[later]
