"""What a writer learnt serves the next one of its process, until anybody else wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Change, Store
from tests.graph.store.samples import fact

Open = Callable[[Path], Store]


@pytest.mark.parametrize("opened", [LocalStore, lambda _: MemoryStore()])
def test_it_is_kept_until_the_store_changes(opened: Open, tmp_path: Path) -> None:
    store = opened(tmp_path / "kho")
    store.apply(Change(added=(fact(1),)))
    store.learnt.keep({"a": 1})
    assert store.learnt.take(dict) == {"a": 1}
    assert store.learnt.take(dict) is None  # it is whose took it
    store.learnt.keep({"a": 1})
    store.apply(Change(added=(fact(1),)))  # changes nothing
    assert store.learnt.take(list) is None
    store.learnt.keep({"a": 1})
    store.apply(Change(added=(fact(2),)))
    assert store.learnt.take(dict) is None


def test_another_process_that_writes_makes_it_worthless(tmp_path: Path) -> None:
    store, other = LocalStore(tmp_path / "kho"), LocalStore(tmp_path / "kho")
    store.apply(Change(added=(fact(1),)))
    store.learnt.keep({"a": 1})
    other.apply(Change(added=(fact(2),)))
    assert store.learnt.take(dict) is None
    store.learnt.keep({"a": 1})
    store.close()
    assert store.learnt.take(dict) is None
