"""Quads that the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from graph.store.graphs import SOURCE_PREFIX
from graph.store.protocol import Written

NAME = NamedNode("https://example.org/name")


def node(name: str) -> NamedNode:
    return NamedNode(f"https://example.org/{name}")


def fact(number: int, text: str = "Nghị quyết") -> Quad:
    return Quad(node(f"d{number}"), NAME, Literal(f"{text} {number}", language="vi"))


def claim(number: int, source: str = "a") -> Quad:
    graph = NamedNode(f"{SOURCE_PREFIX}{source}")
    return Quad(node(f"d{number}"), NAME, Literal(f"văn bản {number}"), graph)


def sample(count: int) -> list[Quad]:
    return [quad for n in range(count) for quad in (fact(n), claim(n, f"s{n % 7}"))]


def written(source: str, quads: Sequence[Quad], about: Iterable[str] = ()) -> Written:
    """Return quads of a source that is new as a change hands them over."""
    content = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return Written(f"{SOURCE_PREFIX}{source}", content, frozenset(about))
