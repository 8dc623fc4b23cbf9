"""What decisions teach: the next text is read by it, and no longer once they are taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from graph.build import forget
from graph.extract.pipeline import extract
from graph.ingest import bring, ingest
from graph.knowledge import knowledge_of
from graph.lineage.claims import claims_of_source
from graph.lineage.corrections import WrittenCorrection, correction_of
from graph.model import ClaimOnReview, Decision, Inference, PartialDate, Taught, Verdict
from graph.read.article import Hints, article_of
from graph.read.register import default_register, read_register
from graph.records import Register
from graph.resolve.identity import source_iri
from graph.resolve.link import Linker
from graph.review import taught_in
from graph.reviewing import decide, undo
from graph.store.exchange import export
from graph.store.importing import import_file
from graph.store.memory import MemoryStore
from graph.store.sorting import canonical_dump
from graph.workers import reading
from tests.graph.conftest import NOW
from tests.graph.test_ingest import copied

DAY = PartialDate(2023, 3, 12)
FIRST = (
    "Tỉnh ủy Hà Tĩnh tổ chức thực hiện Nghị quyết 19. Các xã học tập Nghị quyết Trung ương 5 "
    "(khóa XIII). Căn cứ Luật Nuôi ong năm 2031, Sở mở lớp."
)
OF_BEES = (
    "Quốc hội thông qua Luật Nuôi ong số 12/2031/QH16. Có Nghị quyết số 19-NQ/TW ngày 16-6-2022, "
    "Nghị quyết số 19-NQ/TW ngày 25-10-2017 và Nghị quyết số 26-NQ/TW ngày 3-11-2022."
)
NEXT = (
    "Tỉnh ủy Nghệ An tổ chức thực hiện Nghị quyết 19. Căn cứ Luật Nuôi ong năm 2031, tỉnh họp. "
    "Nhiều nơi học “Nghị quyết tam nông mới”."
)
RIGHT = "19-NQ/TW@XIII"


@pytest.fixture
def store() -> MemoryStore:
    """Return a store with a text that leaves citations open, and one that names documents."""
    made = MemoryStore()
    brought(made, first=FIRST, ong=OF_BEES)
    return made


def brought(store: MemoryStore, *, day: PartialDate = DAY, **texts: str) -> None:
    """Bring texts in, read with what reviewers taught the store by then."""
    learnt = taught(store)
    linker, known = _linker().taking(learnt), knowledge_of(_register(), learnt)
    articles = [
        article_of(text.encode(), name, place=f"{name}.txt", hints=Hints(published=day))
        for name, text in texts.items()
    ]
    ingest(store, articles, read=lambda one: extract(one, known), linker=linker, now=NOW)


@cache
def _register() -> Register:
    return read_register(default_register())[0]


@cache
def _linker() -> Linker:
    return Linker(_register())


def claims(store: MemoryStore, source: str) -> Sequence[ClaimOnReview]:
    with store.read() as reader:
        return claims_of_source(reader, source_iri(source))


def citing(store: MemoryStore, source: str, words: str) -> ClaimOnReview:
    """Return the claim of a text that it cites something in these words."""
    for one in claims(store, source):
        assert one.quote is not None or one.start is None
        if one.statement.predicate == "mentions" and one.start is not None and one.end is not None:
            start = one.quote_start or 0
            if (one.quote or "")[one.start - start : one.end - start] == words:
                return one
    raise AssertionError(words)


def correct(
    store: MemoryStore,
    claim: ClaimOnReview,
    by: str = "Lan",
    *,
    subject: str | None = None,
    relation: str | None = None,
    object: str | None = None,
) -> None:
    with store.read() as reader:
        correction = correction_of(
            reader, claim.claim, WrittenCorrection(subject, relation, object)
        )
    decide(store, Decision(claim.claim, "", Verdict.CORRECTED, by, NOW, None, correction))


def taught(store: MemoryStore) -> tuple[Taught, ...]:
    with store.read() as reader:
        return taught_in(reader)


def meant(store: MemoryStore, source: str, words: str) -> str:
    return citing(store, source, words).statement.object.partition("/id/")[2]


def dump(store: MemoryStore) -> bytes:
    with store.read() as reader:
        return canonical_dump(reader)


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
