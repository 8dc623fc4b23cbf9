"""What every generation touched, told to whoever derives something from the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from graph.store import journal
from graph.store.graphs import DATA, ENTAILED
from graph.store.journal import JOURNAL, Derivable, Derived, read_entry
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Change
from tests.graph.store.samples import claim, fact, node, written

SUBJECT = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    """Return a store of one generation."""
    store = LocalStore(tmp_path / "store")
    store.replace([fact(1)])
    return store


def _past(store: LocalStore) -> Derived:
    with store.read() as reader:
        assert isinstance(reader, Derivable)
        assert reader.derived is not None
        return reader.derived


def test_what_changed_since_is_told_over_many_generations(store: LocalStore) -> None:
    """The subjects of facts and claims, and what claims are about; not what is entailed."""
    first = _past(store)
    claim = Quad(node("claim/1"), SUBJECT, node("d7"), NamedNode(f"{DATA}source/s"))
    store.apply(Change(added=(fact(2),)))
    store.apply(Change(removed=(fact(2),), added=(claim,)))
    store.apply(Change(added=(Quad(node("d9"), node("p"), node("d8"), NamedNode(ENTAILED)),)))
    touched = _past(store).touched_since(first.mark)
    subject = fact(2).subject
    assert isinstance(subject, NamedNode)
    assert touched == frozenset((subject.value, node("claim/1").value, node("d7").value))
    assert _past(store).touched_since(_past(store).mark) == frozenset()


def test_a_source_that_is_new_is_told_with_what_its_claims_are_about(store: LocalStore) -> None:
    """Nobody knew its claims before, so none of them needs to be told."""
    first = _past(store)
    one = written("s", [claim(7, "s")], ["https://example.org/d7"])
    store.apply(Change(added=(fact(2),), written=(one,)))
    subject = fact(2).subject
    assert isinstance(subject, NamedNode)
    assert _past(store).touched_since(first.mark) == frozenset(
        (subject.value, one.graph, *one.about)
    )


def test_what_replaced_everything_follows_nothing(store: LocalStore) -> None:
    """Neither a load nor a mark that is not of this store leads anywhere."""
    first = _past(store)
    assert first.touched_since("unknown") is None
    store.replace([fact(3)])
    assert _past(store).touched_since(first.mark) is None
    assert [file.name for file in (store.path / JOURNAL).iterdir()] == ["2"]


@pytest.mark.parametrize("content", ["", "{", '{"mark": "a"}', '{"mark":"a","addresses":3}\nx'])
def test_an_entry_that_is_not_whole_is_none(store: LocalStore, content: str) -> None:
    """A reader then knows nothing of the past, and says so."""
    first = _past(store)
    store.apply(Change(added=(fact(2),)))
    store.apply(Change(added=(fact(3),)))
    past = _past(store)
    (store.path / JOURNAL / "2").write_text(content)
    assert read_entry(store.path, 2) is None
    assert past.touched_since(first.mark) is None


def test_the_oldest_entries_go_when_they_are_many(
    store: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal does not grow without end."""
    monkeypatch.setattr(journal, "_MOST", 450)
    for number in range(2, 12):
        store.apply(Change(added=(fact(number),)))
    kept = sorted(int(file.name) for file in (store.path / JOURNAL).iterdir())
    assert 1 < len(kept) < 6
    assert kept[-1] == 11


def test_a_store_in_memory_keeps_nothing_derived() -> None:
    """There is no folder for it."""
    with MemoryStore([fact(1)]).read() as reader:
        assert reader.derived is None
