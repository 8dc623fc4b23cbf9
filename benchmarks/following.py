"""A process that serves one store: opens its index, answers, and follows changes as they come."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from graph.lineage.coverage import coverage
from graph.lineage.documents import documents
from graph.lineage.index.keeper import index_for
from graph.lineage.index.reach import reachable
from graph.lineage.outline import outline, page
from graph.lineage.stale import stale
from graph.model import View
from graph.store.local import LocalStore
from graph.store.protocol import Change, Reader
from ontology import terms as cas

_TURNS = 5
_TODAY = date(2026, 11, 1)
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@dataclass(frozen=True, slots=True)
class Followed:
    """What a serving process showed.

    Parameters
    ----------
    seconds : from each commit to the answer that knows of it, in order.
    found : whether each answer had what had come.
    opened, resident : bytes in memory once the index was open, and after all.
    """

    seconds: tuple[float, ...]
    found: bool
    opened: int
    resident: int


def follow(place: Path, parent: str, child: str) -> Followed:
    """Serve a store in a process of its own, which holds nothing else.

    Parameters
    ----------
    place : folder of the store, with its index made; documents are added to it.
    parent, child : addresses of documents that what is added rests on.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_serve, place, parent, child).result()


def _serve(place: Path, parent: str, child: str) -> Followed:
    store = LocalStore(place)
    with store.read() as reader:
        index_for(reader)
        opened = _resident()
        _answer(reader, parent)
    del reader
    told = list(_turns(store, parent, child))
    seconds, found = zip(*told, strict=True)
    return Followed(tuple(seconds), all(found), opened, _resident())


def _answer(reader: Reader, iri: str) -> None:
    (root,) = documents(reader, [iri]).values()
    view = View(down=True)
    outline(reader, root, view)
    page(reader, root, view)
    coverage(reader, root, unit_set=63)
    stale(reader, view, on=_TODAY)


def _turns(store: LocalStore, parent: str, child: str) -> Iterator[tuple[float, bool]]:
    for turn in range(_TURNS):
        fresh = f"{cas.DATA}document/ubnd/ha-tinh/kh/2026/9{turn}999"
        store.apply(Change(added=(*_about(fresh, parent), *_about(f"{fresh}9", child))))
        start = time.perf_counter()
        with store.read() as reader:
            index = index_for(reader)
            reached = reachable(index, index.names.find(parent)).documents
            taken = time.perf_counter() - start
        yield taken, index.names.find(fresh) in set(reached.tolist())


def _about(iri: str, parent: str) -> Iterator[Quad]:
    yield Quad(NamedNode(iri), _TYPE, NamedNode(cas.Document))
    for predicate in (cas.implements, cas.restsOn, cas.cites):
        yield Quad(NamedNode(iri), NamedNode(predicate), NamedNode(parent))


def _resident() -> int:
    told = Path("/proc/self/status").read_text(encoding="ascii").partition("VmRSS:")[2]
    return int(told.split()[0]) * 1024
