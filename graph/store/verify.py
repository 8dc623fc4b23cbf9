"""Structural check of a store: does it open, can every quad be read, is it what it should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from graph.errors import StoreError, Text
from graph.store.graphs import graph_label, is_managed
from graph.store.protocol import Reader, Store


class Check(StrEnum):
    """What a finding is about."""

    OPENS = "opens"  # the store cannot be opened
    READABLE = "readable"  # some of its quads cannot be read
    COUNTS = "counts"  # two ways of counting differ
    NAMES = "names"  # a graph is named by a blank node, or has a name and no quads
    BLANK_NODES = "blank_nodes"  # a managed graph holds a blank node


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a store, and the place or graph where it is wrong."""

    check: Check
    place: str
    message: Text


def verify(store: Store, place: Path) -> tuple[Finding, ...]:
    """Read every quad of the current generation, twice by different indexes; return what is wrong.

    Bytes changed inside the indexes that neither reading uses stay unnoticed; the checksums of a
    backup cover every byte.

    Parameters
    ----------
    store
        the store.
    place
        its folder, for the findings.
    """
    try:
        with store.read() as reader:
            return _readable(reader, place)
    except StoreError as error:
        return (Finding(Check.OPENS, error.place or str(place), error.message),)


def _readable(reader: Reader, place: Path) -> tuple[Finding, ...]:
    try:
        return tuple(_findings(reader, place))
    except StoreError as error:
        return (Finding(Check.READABLE, error.place or str(place), error.message),)


def _findings(reader: Reader, place: Path) -> Iterator[Finding]:
    graphs: Counter[str] = Counter()
    predicates: Counter[NamedNode] = Counter()
    blank: Counter[str] = Counter()
    for quad in reader.quads():
        graph = graph_label(quad)
        graphs[graph] += 1
        predicates[quad.predicate] += 1
        blank[graph] += _has_blank_node(quad)
    yield from _blank_nodes(blank)
    yield from _names(set(reader.graphs()), set(graphs) - {""})
    for predicate, count in sorted(predicates.items(), key=lambda item: item[0].value):
        again = sum(1 for _ in reader.quads(predicate=predicate))
        if again != count:
            yield Finding(
                Check.COUNTS,
                str(place),
                Text(
                    f"{predicate}: đếm được {count} rồi {again}",
                    f"{predicate}: counted {count}, then {again}",
                ),
            )


def _blank_nodes(blank: Counter[str]) -> Iterator[Finding]:
    for graph, count in sorted(blank.items()):
        if count and is_managed(graph or None):
            yield Finding(
                Check.BLANK_NODES,
                graph or "facts",
                Text(
                    f"{count} bộ bốn có nút trống, ở đây không được có",
                    f"{count} quad(s) with blank nodes, which have no place here",
                ),
            )


def _names(named: set[str], used: set[str]) -> Iterator[Finding]:
    for graph in sorted(named ^ used):
        yield Finding(
            Check.NAMES,
            graph,
            Text("tên đồ thị và nội dung không khớp", "the name of a graph and its quads differ"),
        )


def _has_blank_node(quad: Quad) -> bool:
    return _is_blank(quad.subject) or _is_blank(quad.object)


def _is_blank(term: object) -> bool:
    if isinstance(term, Triple):
        return _is_blank(term.subject) or _is_blank(term.object)
    return isinstance(term, BlankNode)
