"""Addresses as one stretch of bytes: found, and changed without making all anew."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.lineage.index.names import changed, packed, spliced
from ontology import terms as cas

tails = st.lists(st.text("ab/-é", min_size=1, max_size=4), max_size=12, unique=True)
heads = st.sampled_from((f"{cas.DATA}document/", "https://example.org/"))


@given(heads, tails, tails)
def test_names_are_found_and_others_are_not(head: str, told: list[str], other: list[str]) -> None:
    """Each address has its place in the order of letters; what is not there has none."""
    listed = sorted(head + tail for tail in told)
    names = packed([iri.encode() for iri in listed])
    assert [names[number] for number in range(len(names))] == listed
    assert [names.find(iri) for iri in listed] == list(range(len(listed)))
    for iri in (head + tail for tail in other if tail not in told):
        assert names.find(iri) == -1
        assert names.place(iri) == sum(one < iri for one in listed)
    assert names.find("") == names.find("zzz") == -1


@given(heads, tails, tails, heads)
def test_changed_names_are_those_packed_anew(
    head: str, told: list[str], coming: list[str], other: str
) -> None:
    """Some go, some come, in any place."""
    listed = sorted(head + tail for tail in told)
    names = packed([iri.encode() for iri in listed])
    gone = set(range(0, len(listed), 3))
    came = sorted({other + tail for tail in coming} - set(listed))
    cuts: list[tuple[int, int, list[str]]] = [(one, one + 1, []) for one in gone]
    for iri in came:
        place = names.place(iri)
        cuts.append((place, place, [iri]))
    cuts.sort(key=lambda cut: cut[:2])
    result = changed(names, cuts)
    left = [iri for number, iri in enumerate(listed) if number not in gone]
    told_anew = sorted([*left, *came])
    assert [result[number] for number in range(len(result))] == told_anew
    # A second change stands on what the first one left.
    again = changed(result, [(0, min(1, len(result)), [])])
    assert [again[number] for number in range(len(again))] == told_anew[1:]
    assert [again.find(iri) for iri in told_anew[1:]] == list(range(len(again)))


def test_stretches_are_replaced_in_place() -> None:
    """Cuts of no, one and several items; the kind of the items stays."""
    old = np.arange(6, dtype=np.int16)
    new = np.array([7, 8])
    result = spliced(old, [(0, 0, new), (2, 3, new[:0]), (5, 6, new)])
    assert result.tolist() == [7, 8, 0, 1, 3, 4, 7, 8]
    assert result.dtype == np.int16
