"""What reviewers taught yields to what a text says itself, and holds no person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.build import forget
from graph.model import Decision, Verdict
from graph.reviewing import decide
from graph.store.memory import MemoryStore
from tests.graph.conftest import NOW
from tests.graph.teaching import (
    NEXT,
    RIGHT,
    begun,
    brought,
    citing,
    claims,
    correct,
    meant,
    taught,
)


@pytest.fixture
def store() -> MemoryStore:
    return begun()


@pytest.mark.parametrize(
    "name",
    [
        "Nghị quyết này",
        "Chương trình hành động của Tỉnh ủy",
        "Nguyễn Văn An",
        "nghị quyết của ông Nguyễn Văn An",
        "Quyết định 079000000001 cấp cho ai đó",
        "Quyết định 0790.0000.0001 cấp đất",
        "Nguyễn Văn An (xã Đức Thọ)",
        "NGUYỄN VĂN AN",
        "nghị quyết kỷ luật thầy Phúc",
        "Nghị quyết tam nông\x1b[2J",
    ],
)
def test_no_person_and_no_class_of_papers_is_recorded(store: MemoryStore, name: str) -> None:
    one = citing(store, "first", "Nghị quyết 19")
    correct(store, one, subject=RIGHT, relation="alias", object=name)
    assert taught(store) == ()


@pytest.mark.parametrize(
    "told",
    [
        "Chính phủ ban hành Nghị quyết số 19/NQ-CP ngày 3-3-2023. Các xã học Nghị quyết 19.",
        "HĐND tỉnh Nghệ An thông qua Nghị quyết 19 về giá đất.",
        "Huyện ủy Yên Thành ban hành Nghị quyết 19 về nuôi cá.",
        "Quốc hội thông qua Nghị quyết 19 về giám sát.",
        "Thực hiện Nghị quyết 19 của HĐND tỉnh, các xã nuôi cá.",
    ],
)
def test_a_short_number_that_the_text_gives_to_another_body_is_not_that(
    store: MemoryStore, told: str
) -> None:
    correct(store, citing(store, "first", "Nghị quyết 19"), object=RIGHT)
    brought(store, other=told, same="Trung ương ban hành Nghị quyết 19, Tỉnh ủy Nghệ An học tập.")
    assert meant(store, "other", "Nghị quyết 19") != "document/tw/nq/19/xiii"
    brought(store, again=f"{told} Các thôn bàn Nghị quyết 19.")
    assert not [
        one
        for one in claims(store, "again")
        if one.statement.predicate == "mentions" and one.statement.object.endswith("/19/xiii")
    ]
    assert meant(store, "same", "Nghị quyết 19") == "document/tw/nq/19/xiii"


def test_a_name_with_a_city_in_it_is_no_person(store: MemoryStore) -> None:
    one = citing(store, "first", "Nghị quyết 19")
    name = "Nghị quyết nuôi ong ở Thành phố Hồ Chí Minh"
    correct(store, one, subject=RIGHT, relation="alias", object=name)
    assert [told.name for told in taught(store)] == [name]


def test_what_a_text_says_itself_that_it_calls_so_comes_first(store: MemoryStore) -> None:
    one = citing(store, "first", "Nghị quyết 19")
    correct(store, one, subject=RIGHT, relation="alias", object="Nghị quyết tam nông mới")
    own = (
        "Tỉnh ủy Nghệ An học Nghị quyết số 26-NQ/TW ngày 5-8-2008 (sau đây gọi tắt là “Nghị quyết "
        "tam nông mới”). Các xã làm theo Nghị quyết tam nông mới."
    )
    brought(store, own=own, other="Các xã làm theo Nghị quyết tam nông mới.")
    assert meant(store, "own", "Nghị quyết tam nông mới") == "document/tw/nq/26/x"
    assert meant(store, "other", "Nghị quyết tam nông mới") == "document/tw/nq/19/xiii"


@pytest.mark.parametrize("parting", [". ", "; ", ".\n", "\n\n"])
def test_a_name_stands_within_one_sentence(store: MemoryStore, parting: str) -> None:
    one = citing(store, "first", "Nghị quyết 19")
    correct(store, one, subject=RIGHT, relation="alias", object="Nghị quyết tam nông mới")
    brought(store, after=f"Hội nghị thông qua Nghị quyết{parting}Tam nông mới là việc khó.")
    assert not [one for one in claims(store, "after") if one.statement.predicate == "mentions"]


def test_a_right_number_with_another_day_is_another_document(store: MemoryStore) -> None:
    brought(store, slip="Tỉnh ủy Hà Tĩnh ban hành Quyết định số 680-QĐ/TU ngày 5-2-2023.")
    printed = next(one for one in claims(store, "slip") if one.statement.predicate == "number")
    correct(store, printed, object="608-QĐ/TU")
    brought(store, other="Tỉnh ủy Hà Tĩnh ban hành Quyết định số 608-QĐ/TU ngày 9-9-2023.")
    assert meant(store, "other", "Quyết định số 608-QĐ/TU").split("/")[-2] == "608"


def test_forgetting_a_text_erases_its_words_from_the_register_of_the_store(
    store: MemoryStore,
) -> None:
    brought(store, own="Tỉnh ủy Hà Tĩnh ban hành Nghị quyết số 77-NQ/TU ngày 5-2-2023 về nuôi ong.")
    issued = next(one for one in claims(store, "own") if one.statement.predicate == "number")
    one = citing(store, "first", "Nghị quyết 19")
    subject = issued.statement.subject
    correct(store, one, subject=subject, relation="alias", object="Nghị quyết đàn ong")
    (before,) = taught(store)
    assert before.title == "về nuôi ong"
    forget(store, "ong")
    assert taught(store) == (before,)
    forget(store, "own")
    assert [(told.name, told.title) for told in taught(store)] == [("Nghị quyết đàn ong", None)]


def test_no_title_that_names_a_person_is_kept(store: MemoryStore) -> None:
    told = "Tỉnh ủy Hà Tĩnh ban hành Quyết định số 77-QĐ/TU ngày 5-2-2023 về kỷ luật ông Trần Bê."
    brought(store, own=told)
    issued = next(one for one in claims(store, "own") if one.statement.predicate == "number")
    one = citing(store, "first", "Nghị quyết 19")
    subject = issued.statement.subject
    correct(store, one, subject=subject, relation="alias", object="Quyết định đàn ong")
    (found,) = taught(store)
    assert (found.name, found.title) == ("Quyết định đàn ong", None)


def test_an_accepted_name_teaches_and_a_number_printed_in_full_does_not(store: MemoryStore) -> None:
    correct(store, citing(store, "first", "Luật Nuôi ong năm 2031"), object="12/2031/QH16")
    brought(store, after=NEXT)
    known = citing(store, "after", "Luật Nuôi ong năm 2031")
    decide(store, Decision(known.claim, "", Verdict.ACCEPTED, "Lan", NOW + timedelta(days=1)))
    assert [one.name for one in taught(store)] == ["Luật Nuôi ong năm 2031"] * 2
    printed = citing(store, "ong", "Luật Nuôi ong số 12/2031/QH16")
    decide(store, Decision(printed.claim, "", Verdict.ACCEPTED, "Lan", NOW))
    assert len(taught(store)) == 2


def test_a_name_of_a_provinces_document_means_it_in_that_province_only(store: MemoryStore) -> None:
    told = "Tỉnh ủy Hà Tĩnh ban hành Nghị quyết số 77-NQ/TU ngày 5-2-2023 về nuôi ong."
    brought(store, own=told)
    issued = next(one for one in claims(store, "own") if one.statement.predicate == "number")
    subject = issued.statement.subject
    correct(store, issued, subject=subject, relation="alias", object="Nghị quyết đàn ong")
    at_home = "Hà Tĩnh: Tỉnh ủy Hà Tĩnh sơ kết Nghị quyết đàn ong. Tỉnh Hà Tĩnh làm tốt."
    away = "Nghệ An: Tỉnh ủy Nghệ An sơ kết Nghị quyết đàn ong. Tỉnh Nghệ An làm tốt."
    brought(store, home=at_home, away=away)
    assert citing(store, "home", "Nghị quyết đàn ong").statement.object == subject
    assert all("77-NQ/TU" not in one.statement.object_name for one in claims(store, "away"))
