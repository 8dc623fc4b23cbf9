"""What answers keep of a generation does not keep the generation: readers come and go."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from graph.lineage.coverage import coverage
from graph.lineage.documents import documents
from graph.lineage.matrix import matrix
from graph.store.local import LocalStore
from graph.store.protocol import Reader
from tests.graph.lineage.country import country, iri


def _answered(reader: Reader) -> None:
    (root,) = documents(reader, [iri("a")]).values()
    for unit_set in (63, 34):
        coverage(reader, root, unit_set=unit_set)
        matrix(reader, [root], unit_set=unit_set)


def test_a_generation_is_let_go_of_when_the_next_one_is_read(tmp_path: Path) -> None:
    """Its index, its snapshot and the memory of the engine go with its reader."""
    store = LocalStore(tmp_path / "store")
    with country([], {}).read() as made:
        store.replace(tuple(made.quads()))
    with store.read() as reader:
        _answered(reader)
        old = weakref.ref(reader)
    del reader
    with country([], {"a": "2020"}).read() as made:
        store.replace(tuple(made.quads()))
    with store.read() as reader:
        _answered(reader)
    gc.collect()
    assert old() is None
