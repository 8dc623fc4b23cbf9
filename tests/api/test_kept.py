"""What is made of a generation is made once, and anew for the next one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import sleep

from pyoxigraph import NamedNode, Quad

from api.kept import Kept
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader


def quad(name: str) -> Quad:
    thing = NamedNode(f"https://example.org/{name}")
    return Quad(thing, thing, thing)


def test_many_ask_and_it_is_made_once_a_generation() -> None:
    made: list[int] = []

    def make(reader: Reader) -> int:
        sleep(0.05)
        made.append(reader.generation)
        return reader.generation

    store, kept = MemoryStore([quad("a")]), Kept(make)

    def ask(_: int) -> int:
        with store.read() as reader:
            return kept.of(reader)

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(ask, range(8))) == {1}
        store.replace([quad("b")])
        assert set(threads.map(ask, range(8))) == {2}
    assert made == [1, 2]
