"""What a view sees of one lineage: what is reached, what of it is shown, how it hangs together."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import networkx
import numpy as np
from numpy.typing import NDArray

from graph.days import today
from graph.lineage.index.arrays import NONE, Edges, LineageIndex, Numbers
from graph.lineage.index.reach import Reached, edges_of
from graph.lineage.views import Flags, bits_of, chosen, walk
from graph.model import View

Places = NDArray[np.int64]

_PEELINGS = 64  # layers taken off a lineage in search of its cycles; they are rarely ten


@dataclass(frozen=True, eq=False)
class Seen:
    """What a view sees of the lineage of one document.

    Parameters
    ----------
    index : the index walked.
    root : number of the document; `NONE` where it is not one (a reference has no lineage).
    view : what is asked for.
    on : the day on which force is judged.
    reached : what the walked relations reach, the root first.
    """

    index: LineageIndex
    root: int
    view: View
    on: date
    reached: Reached

    @cached_property
    def shown(self) -> Numbers:
        """Return the documents shown, the root left out."""
        found = self.reached.documents[1:]
        return found[chosen(self.index, found, self.view, self.on)]

    @cached_property
    def hidden(self) -> int:
        """Return how many documents the choices leave out, other than depth and as-of day."""
        wide = View(down=self.view.down, depth=self.view.depth, as_of=self.view.as_of)
        narrowed = bool(self.view.relations) or self.view.stated
        reached = walk(self.index, self.root, wide) if narrowed else self.reached
        return len(reached) - 1 - len(self.shown)

    @property
    def away(self) -> Edges:
        """Return the edges that lead away from the root."""
        return self.index.down if self.view.down else self.index.up

    @property
    def towards(self) -> Edges:
        """Return the edges that lead towards the root."""
        return self.index.up if self.view.down else self.index.down

    def inside(self, edges: Edges, documents: Numbers) -> tuple[Places, Numbers]:
        """Return the walked edges from some documents to others of the lineage.

        Returns
        -------
        Places in `edges.targets`, and for each the place of its owner in `documents`.
        """
        places, owners = edges_of(edges, documents)
        keep = (edges.relations[places] & bits_of(self.view.relations)) != 0
        if self.view.stated:
            keep &= edges.certain[places] != 0
        keep &= self._members[edges.targets[places]]
        return places[keep], owners[keep]

    def ties(self, documents: Numbers) -> tuple[Places, Numbers]:
        """Return the walked edges of some documents towards the root.

        With a limit of steps a document of the last one is shown, but what hangs on it was not
        walked.
        """
        places, owners = self.inside(self.towards, documents)
        if self.view.depth is None:
            return places, owners
        walked = self.reached.depth[self.places(self.towards.targets[places])] < self.view.depth
        return places[walked], owners[walked]

    def places(self, documents: Numbers) -> Places:
        """Return where documents that were reached stand in `reached`."""
        order = self._by_number
        return order[np.searchsorted(self.reached.documents[order], documents)]

    def below(self, document: int) -> Numbers:
        """Return the documents shown that hang directly on a document of the lineage."""
        if document == NONE or not self._members[document]:
            return self.shown[:0]
        places, _ = self.inside(self.away, np.array([document], np.int32))
        return np.intersect1d(self.away.targets[places], self.shown)

    @cached_property
    def in_cycles(self) -> Flags:
        """Return, for each document reached, whether it rests on itself by way of others.

        What nothing leads into, or nothing leads out of, is no part of a cycle: it is taken away
        layer by layer until cycles are left and what lies between them, mostly nothing.
        """
        cyclic = np.zeros(len(self.reached), np.bool_)
        documents = self.reached.documents[self.reached.documents != NONE]
        edges, tails = self.inside(self.away, documents)
        heads = self.places(self.away.targets[edges])
        for _ in range(_PEELINGS):
            left = len(tails)
            kept = np.isin(tails, heads) & np.isin(heads, tails)
            tails, heads = tails[kept], heads[kept]
            if len(tails) == left:
                break
        for component in _components(tails, heads):
            cyclic[component] = True
        return cyclic

    @cached_property
    def _members(self) -> Flags:
        mask = np.zeros(len(self.index), np.bool_)
        mask[self.reached.documents[self.reached.documents != NONE]] = True
        return mask

    @cached_property
    def _by_number(self) -> Places:
        order: Places = np.argsort(self.reached.documents, kind="stable").astype(np.int64)
        return order


def see(index: LineageIndex, iri: str, view: View) -> Seen:
    """Return what a view sees of the lineage of the document at an address."""
    root = index.names.find(iri)
    on = view.as_of or today()
    return Seen(index, root, view, on, walk(index, root, view))


def _components(tails: Numbers, heads: Places) -> list[list[int]]:
    """Return the sets of places that lead into one another."""
    edges: networkx.DiGraph[Hashable] = networkx.DiGraph()
    edges.add_edges_from(zip(tails.tolist(), heads.tolist(), strict=True))
    found = [
        [int(str(one)) for one in part] for part in networkx.strongly_connected_components(edges)
    ]
    return [part for part in found if len(part) > 1 or edges.has_edge(part[0], part[0])]
