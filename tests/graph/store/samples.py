"""Quads that the tests of the store share."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from graph.store.graphs import SOURCE_PREFIX

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
