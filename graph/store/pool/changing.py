"""What an update or a load would change, found in a worker without changing anything.

An update runs in a fork of the generation that is thrown away; what then differs is handed back as
quads that leave and quads that enter. Only these reach the store, and never one of a managed graph:
however an update is written, it cannot change more than is said here.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse

from graph.errors import GraphManaged, InputError, Text
from graph.store.engine import EngineReader, unparsed
from graph.store.failures import syntax
from graph.store.graphs import FACTS, graph_label, is_managed
from graph.store.pool.messages import LoadTask, UpdateTask
from graph.store.protocol import GraphName


@dataclass(frozen=True, slots=True)
class Difference:
    """Quads that leave and quads that enter; `present` tells whether the graph was there before."""

    removed: list[Quad]
    added: list[Quad]
    present: bool = True


def name_of(graph: str | None) -> GraphName:
    """Return a graph's name as the engine takes it; None and the empty text are the default."""
    return NamedNode(graph) if graph else DefaultGraph()


def managed(graph: str) -> GraphManaged:
    """Return the refusal of a write; the empty text is the default graph, which holds the facts."""
    name = graph or FACTS
    return GraphManaged(
        Text(
            f"đồ thị <{name}> do Cascade quản lý, không ghi từ ngoài vào được",
            f"the graph <{name}> is managed by Cascade and takes no writes from outside",
        ),
        place=name,
        remedy=Text(
            "ghi vào một đồ thị của riêng bạn; thay đổi sự kiện bằng sổ, nạp bài hoặc duyệt",
            "write to a graph of your own; facts change through register, ingest and review",
        ),
    )


def updated(reader: EngineReader, task: UpdateTask) -> Difference:
    """Return what an update changes; nothing when there is no scratch, only parsed then.

    Raises
    ------
    QueryError
        when it cannot be parsed.
    GraphManaged
        when it changes a managed graph, named or not.
    """
    if task.scratch is None:
        _run(pyoxigraph.Store(), task)
        return Difference([], [])
    with _thrown_away(Path(task.scratch)) as scratch:
        return _found(reader, scratch, task)


def _found(reader: EngineReader, scratch: Path, task: UpdateTask) -> Difference:
    """Run an update in a fork that is closed when this returns: before its folder goes."""
    fork = reader.fork(scratch)
    _run(fork, task)
    return _compared(reader, fork, task)


@contextmanager
def _thrown_away(scratch: Path) -> Iterator[Path]:
    """Give a folder that is made in the block and removed after it; what was there stays."""
    if scratch.exists():
        raise FileExistsError(str(scratch))
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _run(engine: pyoxigraph.Store, task: UpdateTask) -> None:
    try:
        engine.update(task.text, base_iri=task.base)
    except (SyntaxError, ValueError) as error:
        raise unparsed(str(error)) from error


def _compared(reader: EngineReader, fork: pyoxigraph.Store, task: UpdateTask) -> Difference:
    removed: list[Quad] = []
    added: list[Quad] = []
    graphs = _graphs(reader, fork) if task.graphs is None else task.graphs
    for graph in graphs:
        name = name_of(graph)
        left = (quad for quad in reader.quads(graph=name) if quad not in fork)
        there = fork.quads_for_pattern(None, None, None, name)
        entered = (quad for quad in there if quad not in reader)
        if task.plain or not is_managed(graph or None):
            removed += left
            added += entered
        elif any(True for _ in chain(left, entered)):
            raise managed(graph)
    return Difference(removed, added)


def _graphs(reader: EngineReader, fork: pyoxigraph.Store) -> list[str]:
    """Return the names of all graphs before and after, the empty text for the default graph."""
    after = {graph.value for graph in fork.named_graphs()}
    return ["", *sorted({*reader.graphs(), *after})]


def loaded(reader: EngineReader, task: LoadTask, payload: bytes) -> Difference:
    """Return what storing RDF in one graph changes.

    Blank nodes of the payload are new ones, whatever they are called there.

    Raises
    ------
    InputError
        when it is not well-formed, or names graphs although one graph is written.
    """
    name = name_of(task.graph)
    fresh = set(_renamed(_parsed(task, payload), name))
    present = next(reader.quads(graph=name), None) is not None
    leaving = [q for q in reader.quads(graph=name) if q not in fresh] if task.replace else []
    return Difference(leaving, [quad for quad in fresh if quad not in reader], present)


def _parsed(task: LoadTask, payload: bytes) -> Iterator[Iterable[Quad]]:
    start = 0
    for media, size in task.parts:
        found = RdfFormat.from_media_type(media)
        assert found is not None  # chosen among these
        piece = payload[start : start + size]
        start += size
        try:
            yield list(parse(piece, found, base_iri=task.base))
        except SyntaxError as error:
            raise syntax(media, error) from error


def _renamed(pieces: Iterable[Iterable[Quad]], name: GraphName) -> Iterator[Quad]:
    for quads in pieces:
        blank: dict[BlankNode, BlankNode] = {}
        for quad in quads:
            if not isinstance(quad.graph_name, DefaultGraph):
                raise _several(graph_label(quad))
            subject, value = _fresh(quad.subject, blank), _fresh(quad.object, blank)
            yield Quad(subject, quad.predicate, value, name)  # type: ignore[arg-type]


def _fresh(term: object, blank: dict[BlankNode, BlankNode]) -> object:
    if isinstance(term, BlankNode):
        return blank.setdefault(term, BlankNode())
    if isinstance(term, Triple):
        parts = _fresh(term.subject, blank), term.predicate, _fresh(term.object, blank)
        return Triple(*parts)  # type: ignore[arg-type]
    return term


def _several(graph: str) -> InputError:
    return InputError(
        Text("nội dung có đồ thị tên riêng", "the content names graphs of its own"),
        place=graph,
        remedy=Text(
            "gửi ba ngôi của một đồ thị (Turtle, N-Triples, RDF/XML)",
            "send the triples of one graph (Turtle, N-Triples, RDF/XML)",
        ),
    )
