"""What decisions teach: the next text is read by it, and no longer once they are taken back."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from graph.build import forget
from graph.ingest import bring
from graph.model import Decision, Inference, PartialDate, Verdict
from graph.read.article import Hints
from graph.reviewing import decide, undo
from graph.store.exchange import export
from graph.store.importing import import_file
from graph.store.memory import MemoryStore
from graph.workers import reading
from tests.graph.conftest import NOW
from tests.graph.teaching import (
    DAY,
    FIRST,
    NEXT,
    OF_BEES,
    RIGHT,
    begun,
    brought,
    citing,
    claims,
    correct,
    dump,
    meant,
    taught,
)
from tests.graph.test_ingest import copied


@pytest.fixture
def store() -> MemoryStore:
    return begun()


def test_a_short_number_is_known_in_the_next_text_until_that_is_taken_back(
    store: MemoryStore,
) -> None:
    brought(store, before=NEXT)
    assert meant(store, "before", "Nghị quyết 19").startswith("reference/")
    wrong = citing(store, "first", "Nghị quyết 19")
    correct(store, wrong, object=RIGHT)
    (one,) = taught(store)
    assert (one.name, one.number, one.said_on, one.on) == (
        *("Nghị quyết 19", "19-NQ/TW", DAY, NOW.date()),
    )
    brought(store, after=NEXT)
    found = citing(store, "after", "Nghị quyết 19")
    assert found.statement.object.endswith("/document/tw/nq/19/xiii")
    assert Inference.REVIEWED in found.inference
    assert found.certainty == "inferred"
    undo(store, wrong.claim)
    assert taught(store) == ()
    brought(store, later=NEXT)
    assert meant(store, "later", "Nghị quyết 19").startswith("reference/")


def test_a_number_is_used_anew_in_every_term(store: MemoryStore) -> None:
    correct(store, citing(store, "first", "Nghị quyết 19"), object=RIGHT)
    brought(store, day=PartialDate(2026, 5, 20), xiv=NEXT)
    brought(store, day=PartialDate(2014, 5, 20), xi=NEXT)
    assert meant(store, "xiv", "Nghị quyết 19").startswith("reference/")
    assert meant(store, "xi", "Nghị quyết 19") != "document/tw/nq/19/xiii"


def test_a_name_in_words_is_known_wherever_it_stands(store: MemoryStore) -> None:
    correct(store, citing(store, "first", "Luật Nuôi ong năm 2031"), object="12/2031/QH16")
    nickname = citing(store, "first", "Nghị quyết 19")
    correct(store, nickname, subject=RIGHT, relation="alias", object="Nghị quyết tam nông mới")
    brought(store, after=NEXT)
    assert meant(store, "after", "Luật Nuôi ong năm 2031") == "document/qh/luat/2031/12"
    assert meant(store, "after", "Nghị quyết tam nông mới") == "document/tw/nq/19/xiii"


def test_a_right_number_is_that_of_the_document_that_is_kept_under_another(
    store: MemoryStore,
) -> None:
    told = "Tỉnh ủy Hà Tĩnh ban hành Quyết định số 680-QĐ/TU ngày 5-2-2023."
    brought(store, slip=told)
    printed = next(one for one in claims(store, "slip") if one.statement.predicate == "number")
    correct(store, printed, object="608-QĐ/TU")
    again = "Tỉnh ủy Hà Tĩnh ban hành Quyết định số 608-QĐ/TU ngày 5-2-2023."
    brought(store, right=again)
    found = citing(store, "right", "Quyết định số 608-QĐ/TU")
    assert found.statement.object == printed.statement.subject
    assert Inference.REVIEWED in found.inference


def test_two_people_who_differ_leave_two_candidates(store: MemoryStore) -> None:
    brought(store, second=FIRST)
    correct(store, citing(store, "first", "Nghị quyết 19"), object=RIGHT)
    correct(store, citing(store, "second", "Nghị quyết 19"), by="Minh", object="19-NQ/TW@XII")
    brought(store, after=NEXT)
    open_one = citing(store, "after", "Nghị quyết 19").statement.object
    assert "/reference/" in open_one
    possible = {
        one.statement.object.rpartition("/id/")[2]
        for one in claims(store, "after")
        if one.statement.predicate == "candidate" and one.statement.subject == open_one
    }
    assert possible == {"document/tw/nq/19/xii", "document/tw/nq/19/xiii"}


def test_a_later_decision_on_the_same_words_is_in_place_of_the_earlier(store: MemoryStore) -> None:
    one = citing(store, "first", "Nghị quyết 19")
    correct(store, one, object="19-NQ/TW@XII")
    correct(store, one, by="Minh", object=RIGHT)
    assert [told.document.rpartition("/")[2] for told in taught(store)] == ["xiii"]
    decide(store, Decision(one.claim, "", Verdict.REJECTED, "Minh", NOW))
    assert taught(store) == ()


def test_the_order_of_decisions_and_texts_makes_no_difference() -> None:
    dumps = set()
    for order in permutations(("x", "y", "z")):
        made = MemoryStore()
        brought(made, first=FIRST, ong=OF_BEES)
        waiting = [
            (citing(made, "first", "Nghị quyết 19"), RIGHT),
            (citing(made, "first", "Luật Nuôi ong năm 2031"), "12/2031/QH16"),
        ]
        for claim, right in waiting if order[0] == "x" else reversed(waiting):
            correct(made, claim, object=right)
        for name in order:
            told = {name: f"{NEXT} {name}."}
            brought(made, day=DAY, **told)
        dumps.add(dump(made))
    assert len(dumps) == 1


def test_two_workers_read_by_it_as_one_does(store: MemoryStore, tmp_path: Path) -> None:
    correct(store, citing(store, "first", "Nghị quyết 19"), object=RIGHT)
    files = [tmp_path / f"{name}.txt" for name in "abc"]
    for file in files:
        file.write_text(f"{NEXT} {file.stem}.", encoding="utf-8")
    dumps = []
    for workers in (1, 2):
        made = copied(store)
        with reading(files, Hints(published=DAY), NOW, workers, taught(made)) as read:
            bring(made, read.results, linker=read.linker, now=NOW, known=read.hear)
        assert meant(made, "b", "Nghị quyết 19") == "document/tw/nq/19/xiii"
        dumps.append(dump(made))
    assert dumps[0] == dumps[1]


def test_reading_the_text_anew_keeps_it_and_it_can_still_be_taken_back(store: MemoryStore) -> None:
    one = citing(store, "first", "Nghị quyết 19")
    correct(store, one, object=RIGHT)
    before = taught(store)
    brought(store, first=FIRST)
    assert meant(store, "first", "Nghị quyết 19") == "document/tw/nq/19/xiii"
    assert taught(store) == before
    undo(store, one.claim)
    assert taught(store) == ()


def test_an_export_keeps_it_and_forgetting_the_text_erases_it(
    store: MemoryStore, tmp_path: Path
) -> None:
    correct(store, citing(store, "first", "Nghị quyết 19"), object=RIGHT)
    with store.read() as reader:
        export(reader, tmp_path / "all.nq", texts=store.texts)
    other = MemoryStore()
    import_file(other, tmp_path / "all.nq")
    assert taught(other) == taught(store) != ()
    forget(store, "first")
    assert taught(store) == ()


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Nghị quyết 19", "26-NQ/TW@XIII"),  # a slip of this text: nothing for others
        ("Nghị quyết Trung ương 5 (khóa XIII)", None),  # accepted as it is: a reference still
    ],
)
def test_what_says_nothing_of_a_name_teaches_nothing(
    store: MemoryStore, words: str, right: str | None
) -> None:
    one = citing(store, "first", words)
    if right:
        correct(store, one, object=right)
    else:
        decide(store, Decision(one.claim, "", Verdict.ACCEPTED, "Lan", NOW))
    assert taught(store) == ()
