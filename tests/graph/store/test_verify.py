"""The structural check finds what is wrong, and nothing in a sound store."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from graph.store.graphs import IMPORT_PREFIX, SOURCE_PREFIX
from graph.store.layout import CURRENT, SNAPSHOTS
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.verify import Check, verify
from tests.graph.store.samples import NAME, node, sample

PLACE = Path("kho")


def test_a_sound_store_has_no_findings(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kho")
    store.replace(
        [*sample(20), Quad(BlankNode(), NAME, BlankNode(), NamedNode(IMPORT_PREFIX + "a"))]
    )
    assert verify(store, store.path) == ()


@pytest.mark.parametrize("graph", [None, NamedNode(SOURCE_PREFIX + "a")])
@pytest.mark.parametrize(
    "quad",
    [
        (BlankNode(), node("x")),
        (node("x"), BlankNode()),
        (node("x"), Triple(BlankNode(), NAME, node("x"))),
    ],
)
def test_blank_nodes_in_managed_graphs_are_found(
    quad: tuple[BlankNode, NamedNode], graph: NamedNode | None
) -> None:
    found = verify(MemoryStore([*sample(3), Quad(quad[0], NAME, quad[1], graph)]), PLACE)
    assert [finding.check for finding in found] == [Check.BLANK_NODES]
    assert found[0].place == (graph.value if graph else "facts")


def test_a_name_without_quads_is_found() -> None:
    store = MemoryStore(sample(3))
    store._engine.add_graph(node("empty"))
    assert [(f.check, f.place) for f in verify(store, PLACE)] == [
        (Check.NAMES, "https://example.org/empty")
    ]


def test_a_store_that_does_not_open_is_one_finding(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kho")
    assert [finding.check for finding in verify(store, store.path)] == [Check.OPENS]
    store.replace(sample(3))
    (store.path / CURRENT).write_text("?")
    store.close()
    assert [finding.check for finding in verify(store, store.path)] == [Check.OPENS]


def test_bytes_that_changed_are_found(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "kho")
    store.replace(sample(5000))
    file = max((store.path / SNAPSHOTS / "1").glob("*.sst"), key=lambda f: f.stat().st_size)
    with file.open("r+b") as stream:
        stream.write(b"x" * (file.stat().st_size // 2))
    assert [finding.check for finding in verify(store, store.path)] == [Check.READABLE]


def test_two_ways_of_counting_must_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore(sample(3))
    with store.read() as reader:
        whole = type(reader).quads
    monkeypatch.setattr(
        type(reader),
        "quads",
        lambda self, **pattern: list(whole(self, **pattern))[bool(pattern) :],
    )
    assert [finding.check for finding in verify(store, PLACE)] == [Check.COUNTS]
