"""An index that follows its store equals one made anew, whatever happened in between."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lineage.index import keeper
from graph.lineage.index.build import index_of
from graph.lineage.index.keeper import index_for
from graph.store.local import LocalStore
from ontology import terms as cas
from tests.graph.lineage.index.told import Said, contents, say

_LETTERS = "abcdefgh"
_RELATIONS = ("implements", "guides", "basedOn", "replaces", "repeals", "suspends", "amends")
_BODIES = [f"{cas.DATA}body/{name}" for name in ("bo-chinh-tri", "ban-bi-thu", "chinh-phu")]
_KINDS = [f"{cas.DATA}type/{name}" for name in ("party/nghi-quyet", "party/chi-thi")]
_DAYS = ("2011", "2011-05", "2011-05-09", "2019-12-31", "2024")

letters = st.sampled_from(_LETTERS)
edges = st.builds(
    Said,
    letters,
    st.sampled_from(_RELATIONS),
    letters,
    inferred=st.booleans(),
    likely=st.booleans(),
    part=st.booleans(),
)
days = st.builds(
    Said, letters, st.sampled_from(("issued", "effective", "expires")), st.sampled_from(_DAYS)
)
values = st.one_of(
    st.builds(Said, letters, st.just("issuedBy"), st.sampled_from(_BODIES)),
    st.builds(Said, letters, st.just("documentType"), st.sampled_from(_KINDS)),
    st.builds(Said, letters, st.just("number"), st.sampled_from(("1-NQ/TW", "2-NQ/TW"))),
)
told = st.lists(st.one_of(edges, edges, days, values), max_size=8)
steps = st.lists(st.tuples(st.sampled_from(("one", "two", "three")), told), min_size=1, max_size=6)


@settings(deadline=None, max_examples=25)
@given(steps)
def test_following_changes_gives_what_making_anew_gives(
    steps: list[tuple[str, list[Said]]],
) -> None:
    """Sources come, say something else and leave; edges turn doubtful, partial, or go."""
    with tempfile.TemporaryDirectory() as folder:
        store = LocalStore(Path(folder) / "store")
        store.replace(())
        say(store, "ground", [Said("a", "number", "1-NQ/TW"), Said("b", "implements", "a")])
        with store.writing(), patch.object(keeper, "index_of") as made:
            made.side_effect = index_of
            with store.read() as reader:
                index_for(reader)
            made.side_effect = _refused
            for source, statements in steps:
                say(store, source, statements)
                with store.read() as reader:
                    assert contents(index_for(reader)) == contents(index_of(reader))


def _refused(reader: object) -> None:
    raise AssertionError(f"made anew instead of following: {reader}")
