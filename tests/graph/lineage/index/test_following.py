"""An index that follows its store equals one made anew, whatever happened in between."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.index import keeper
from graph.lineage.index.build import index_of
from graph.lineage.index.keeper import index_for
from graph.store.local import LocalStore
from tests.graph.lineage.index.strategies import statements
from tests.graph.lineage.index.told import Said, contents, say

steps = st.lists(
    st.tuples(st.sampled_from(("one", "two", "three")), statements), min_size=1, max_size=6
)


@settings(deadline=None, max_examples=25)
@given(steps)
def test_following_changes_gives_what_making_anew_gives(
    steps: list[tuple[str, list[Said]]],
) -> None:
    """Sources come, say something else and leave; edges turn doubtful, partial, or go.

    Nothing is lost by a machine that stops here, so that no write has to wait for the disk.
    """
    with tempfile.TemporaryDirectory() as folder, patch.object(os, "fsync"):
        store = LocalStore(Path(folder) / "store")
        store.replace(())
        say(store, "ground", [Said("a", "number", "1-NQ/TW"), Said("b", "implements", "a")])
        with store.writing(), patch.object(keeper, "index_of") as made:
            made.side_effect = index_of
            with store.read() as reader:
                index_for(reader)
            made.side_effect = _refused
            for source, told in steps:
                say(store, source, told)
                with store.read() as reader:
                    assert contents(index_for(reader)) == contents(index_of(reader))


def _refused(reader: object) -> None:
    raise AssertionError(f"made anew instead of following: {reader}")
