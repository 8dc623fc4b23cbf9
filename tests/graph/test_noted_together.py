"""Many writers, with notes and without, and reviewers: the store is as if nobody had noted."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graph.ledger
import graph.shared_numbers
from graph.accession import accession
from graph.build import forget
from graph.errors import NotFound
from graph.model import Claim, Correction, Verdict, Verification
from graph.noted import Lessons, lessons_of
from graph.rdf import address_of
from graph.store.local import LocalStore
from graph.store.memory import MemoryStore
from graph.store.protocol import Store
from ontology import terms as cas
from tests.graph.conftest import NOW
from tests.graph.noting import ISSUERS, SAID, decide, dump
from tests.graph.reviewed import ONE, THREE, TWO, A, B, C, claim, content

_FOLDERS = count()
_BODY, _UNDER = (f"{cas.DATA}body/{name}/ha-tinh" for name in ("tu", "btv"))
_ISSUED = claim(TWO, A, cas.issuedBy, _BODY)
POOL = [
    *SAID,
    _ISSUED,
    replace(_ISSUED, object=_UNDER),  # the same row names two
    claim(ONE, _UNDER, cas.parent, _BODY),
    claim(TWO, _UNDER, cas.parent, ISSUERS[1]),
    claim(ONE, B, cas.issuedBy, _BODY),
    claim(TWO, B, cas.issuedBy, _UNDER),
    claim(THREE, B, cas.implements, C),
    claim(THREE, A, cas.title, SAID[1].object, Verification.SEEN_ONCE),
    replace(SAID[0], declined=True),
]
CORRECTIONS = [
    Correction(B, cas.implements, C),
    Correction(A, cas.issuedBy, ISSUERS[1]),
    Correction(B, cas.issuedBy, _UNDER),
    Correction(_UNDER, cas.parent, _BODY),
    Correction(C, cas.title, SAID[1].object),
]
#: Who says something: without notes, with those of others, with what the process kept; one that
#: resolves a text anew leaves no trace of what it said before.
KINDS = ["without", "noting", "keeping", "relinking", "relinking and noting"]


@dataclass(frozen=True)
class Says:
    how: str
    source: str
    claims: frozenset[Claim]


@dataclass(frozen=True)
class Decides:
    claim: Claim
    choice: Verdict | Correction | None


@dataclass(frozen=True)
class Forgets:
    source: str


Step = Says | Decides | Forgets
_SOURCES = st.sampled_from([ONE, TWO, THREE])
_CHOICES = [Verdict.ACCEPTED, Verdict.REJECTED, None, None, *CORRECTIONS]
_SAYS = st.builds(
    Says, st.sampled_from(KINDS), _SOURCES, st.frozensets(st.sampled_from(POOL), max_size=12)
)
_STEPS = st.one_of(
    _SAYS,
    _SAYS,
    st.builds(Decides, st.sampled_from(POOL), st.sampled_from(_CHOICES)),
    st.builds(Decides, st.sampled_from(POOL), st.sampled_from(CORRECTIONS)),
    st.builds(Forgets, _SOURCES),
)


def _said(store: Store, step: Says) -> None:
    told = {address_of(one): one for one in step.claims if one.source == step.source}
    claims: Iterable[Claim] = (told[address] for address in sorted(told))
    said = replace(content(step.source, claims), reread=not step.how.startswith("relinking"))
    with store.writing():
        lessons: Lessons | None = None
        if step.how == "keeping":
            lessons = store.learnt.take(Lessons)
        if step.how not in {"without", "relinking"}:
            lessons = lessons or lessons_of(store)
        with store.base() as reader:
            change = accession(reader, [said], NOW, lessons.ledger if lessons else None)
        store.apply(change)
        if lessons:
            lessons.note(store)
            store.learnt.keep(lessons)


def _made(store: Store, step: Step) -> None:
    if isinstance(step, Says):
        _said(store, step)
    elif isinstance(step, Decides):
        decide(store, step.claim, step.choice)
    else:
        with suppress(NotFound):
            forget(store, step.source)


def _same(folder: Path, steps: list[Step]) -> None:
    plain, noted = MemoryStore(), LocalStore(folder / str(next(_FOLDERS)))
    noted.replace([])
    for step in steps:
        _made(plain, replace(step, how=_unnoted(step.how)) if isinstance(step, Says) else step)
        _made(noted, step)
        assert dump(plain) == dump(noted)
    noted.close()


def _unnoted(how: str) -> str:
    return "relinking" if how.startswith("relinking") else "without"


@pytest.fixture(autouse=True)
def everything_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.ledger, "_MANY", 1)
    monkeypatch.setattr(graph.shared_numbers, "_MANY", 1)


@pytest.mark.long
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_STEPS, min_size=4, max_size=12))
def test_the_store_is_as_if_nobody_had_noted(tmp_path: Path, steps: list[Step]) -> None:
    _same(tmp_path, steps)
