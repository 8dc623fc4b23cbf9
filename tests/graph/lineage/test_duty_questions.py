"""Competency questions 33 to 40 on what ships: answered, or said to be not stated.

The numbers are those of the catalogue of forty; each answer comes from the functions that judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from graph.extract.pipeline import extract
from graph.ingest import ingest
from graph.knowledge import knowledge_of
from graph.lineage.changes import changes
from graph.lineage.conflicts import conflicts
from graph.lineage.description import describe
from graph.lineage.documents import find_document
from graph.lineage.facts import Facts
from graph.lineage.impact import impact
from graph.lineage.responsibility import responsible
from graph.lineage.standing import standing_on
from graph.model import ConflictKind, Doubt, Force, Holding, Inference, Leadership, Standing
from graph.read.article import read_article
from graph.records import Register
from graph.resolve.link import Linker
from graph.store.memory import MemoryStore
from graph.store.protocol import Reader
from tests.graph.conftest import NOW

TODAY = date(2026, 11, 27)
LATER = NOW + timedelta(days=2)


@pytest.fixture(scope="module")
def shipped_store(register_store: MemoryStore, register: Register, root: Path) -> MemoryStore:
    """Return the register with the corpus, brought in two days after it."""
    with register_store.read() as reader:
        store = MemoryStore(reader.quads())
    knowledge = knowledge_of(register)
    articles = [read_article(file) for file in sorted((root / "data" / "corpus").glob("*-*.txt"))]
    ingest(
        store,
        articles,
        read=lambda article: extract(article, knowledge),
        linker=Linker(register),
        now=LATER,
    )
    return store


@pytest.fixture
def shipped(shipped_store: MemoryStore) -> Iterator[Reader]:
    with shipped_store.read() as reader:
        yield reader


def standing(reader: Reader, spelling: str, on: date) -> Standing:
    return standing_on(Facts(reader), find_document(reader, spelling).iri, on)


def test_33_a_replaced_regulation_is_still_mentioned_but_nothing_is_said_to_rest_on_it(
    shipped: Reader,
) -> None:
    old = find_document(shipped, "668-QĐ/TU@Hà Tĩnh")
    ended = standing(shipped, "668-QĐ/TU@Hà Tĩnh", date(2018, 5, 17))
    assert ended.force is Force.ENDED
    assert [one.by.number for one in ended.endings if one.by] == ["682-QĐ/TU"]
    assert all(one.quote for ending in ended.endings for one in ending.evidence)
    said = describe(shipped, old, on=TODAY)
    assert any("quy hoạch cán bộ" in (one.quote or "") for one in said.mentions)
    assert impact(shipped, old, on=date(2018, 5, 16)).total == 0


def test_34_no_document_of_the_corpus_is_dated_before_what_it_acts_on(shipped: Reader) -> None:
    kinds = (ConflictKind.BEFORE_BASIS, ConflictKind.BEFORE_OBJECT)
    assert [one.conflicts for one in conflicts(shipped, kinds=kinds)] == [0, 0]


def commission(reader: Reader, on: date) -> Leadership:
    document = find_document(reader, "01-KL/BTCTW")
    found = responsible(reader, document, on=on)
    return next(one for one in found.leading if one.role == "issuing")


@pytest.mark.parametrize(
    ("on", "name"), [(date(2018, 7, 2), "Phạm Minh Chính"), (date(2022, 1, 12), "Trương Thị Mai")]
)
def test_35_who_headed_the_commission_on_a_day_that_a_source_shows(
    shipped: Reader, on: date, name: str
) -> None:
    found = commission(shipped, on)
    assert (found.body, found.posts) == ("Ban Tổ chức Trung ương", ("Trưởng ban",))
    assert [(one.name, one.holding) for one in found.holders] == [(name, Holding.SHOWN)]


def test_35_who_headed_it_in_between_is_not_derivable(shipped: Reader) -> None:
    found = commission(shipped, date(2021, 3, 16))
    assert found.holders == ()
    assert [one.name for one in found.nearest] == ["Phạm Minh Chính", "Trương Thị Mai"]
    # An interval of general knowledge stands in the register: it is shown as what it is.
    assert [one.name for one in found.unverified] == ["Phạm Minh Chính"]


def test_36_which_rule_was_in_force_on_16_may_2018(shipped: Reader) -> None:
    day = date(2018, 5, 16)
    assert standing(shipped, "680-QĐ/TU@Hà Tĩnh", day).force is Force.ASSUMED
    assert standing(shipped, "682-QĐ/TU@Hà Tĩnh", day).force is Force.NOT_YET
    old = standing(shipped, "668-QĐ/TU@Hà Tĩnh", day)
    assert [str(one.on) for one in old.endings] == ["2018-05-17"]  # it still stood on that day
    assert old.force is Force.UNKNOWN  # but since when, no source states
    assert [reason.doubt for reason in old.reasons] == [Doubt.START_UNKNOWN]


def test_37_figures_that_cannot_be_compared_are_not_called_contradictory(shipped: Reader) -> None:
    (disputed,) = conflicts(shipped, kinds=(ConflictKind.DISPUTED,), limit=1000)
    assert disputed.conflicts == len(disputed.rows) > 0
    fields = {one.field for one in disputed.rows}
    assert fields <= {"issued", "issuedBy", "amends", "term", "title", "effective", "replaces"}


def test_38_the_reported_figures_are_kept_and_the_target_behind_them_is_not_stated(
    shipped: Reader,
) -> None:
    said = describe(shipped, find_document(shipped, "39-NQ/TW@XI"), on=TODAY)
    figures = {one.value for one in said.figures}
    assert figures == {"1888", "62.82"}  # 1888 / 0,6282 is a derivation, no figure of a source


def test_39_a_local_rule_rests_on_a_central_one_that_was_replaced(shipped: Reader) -> None:
    found = changes(shipped, since=date(2018, 1, 1), until=TODAY, limit=1000).stale
    stale = {row.document.spelling.split("@")[0]: row for row in found.rows}
    row = stale["680-QĐ/TU"]
    assert row.cause is not None
    assert (row.cause.number, str(row.on)) == ("105-QĐ/TW", "2022-08-18")
    assert row.standing.endings == ()  # whether Hà Tĩnh issued it anew is not stated
    assert row.standing.force is Force.ASSUMED


def test_40_what_depends_on_inference_says_how_and_shows_its_sentence(shipped: Reader) -> None:
    found = changes(shipped, since=LATER.date(), until=LATER.date(), limit=1000).recorded
    inferred = [
        claim.evidence
        for row in found.rows
        for claim in row.claims
        if claim.evidence.inference and not claim.withdrawn
    ]
    assert inferred
    assert {how for one in inferred for how in one.inference} <= set(Inference)
    assert all(one.quote and one.source_name for one in inferred)
