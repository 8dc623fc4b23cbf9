"""Texts brought into a small store, and decisions on what they say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.extract.pipeline import extract
from graph.ingest import ingest
from graph.knowledge import knowledge_of
from graph.lineage.claims import claims_of_source
from graph.lineage.corrections import WrittenCorrection, correction_of
from graph.model import ClaimOnReview, Decision, PartialDate, Taught, Verdict
from graph.read.article import Hints, article_of
from graph.read.register import default_register, read_register
from graph.records import Register
from graph.resolve.identity import source_iri
from graph.resolve.link import Linker
from graph.review import taught_in
from graph.reviewing import decide
from graph.store.memory import MemoryStore
from graph.store.sorting import canonical_dump
from tests.graph.conftest import NOW

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


def begun() -> MemoryStore:
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
