"""What holds of any text: spans prove themselves, spelling does not matter, texts stay apart."""

from __future__ import annotations

import itertools
import re
import time
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from graph.extract.collection import each_apart, parts_of
from graph.extract.pipeline import extract
from graph.extract.text import fold, with_old_tone
from graph.extraction import Article, CitedDocument, Extraction
from graph.knowledge import knowledge_of
from graph.read.article import article_of
from graph.read.register import default_register, read_register

DATA = Path(__file__).resolve().parents[3] / "data"
GOLD = DATA / "gold" / "texts" / "dev"
TEXTS = sorted([*GOLD.glob("*.txt"), *(DATA / "corpus").glob("*-*.txt")])
QUICK = {TEXTS[2], TEXTS[13]}  # the others are tried in the full check
SOME = [
    pytest.param(file, id=file.stem, marks=() if file in QUICK else pytest.mark.long)
    for file in TEXTS
    if file in QUICK or TEXTS.index(file) % 3 == 0
]
LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH NAM ĐỊNH
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nam Định, ngày 12 tháng 5 năm 2021

KẾ HOẠCH
Thực hiện Nghị quyết số 52-NQ/TW ngày 27-9-2019 của Bộ Chính trị

Thực hiện Nghị quyết số 52-NQ/TW, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Văn Tuyến
"""


@cache
def read(text: str) -> Extraction:
    knowledge = knowledge_of(read_register(default_register())[0])
    return extract(article_of(text.encode(), "x", place="x.txt"), knowledge)


def claims(told: Extraction) -> set[str]:
    """Return what a reading claims, without the places where it stands."""
    names = {one.id: one.name for one in told.bodies} | {o.id: o.name for o in told.officials}
    names |= {
        one.id: f"{one.type_vi} {one.number or one.alias} {one.term} {one.issued} {one.province}"
        for one in told.documents
    }
    found = {names[one.id] for one in told.documents}
    found |= {*(one.name for one in told.bodies), *(one.name for one in told.officials)}
    found |= {
        f"{names[one.subject]} {one.predicate} {names[one.object]} {one.certainty} {one.modality}"
        for one in told.relations
    }
    # A unit stands as it is printed.
    return found | {f"{one.value} {fold(one.unit).shaped}" for one in told.results}


def old_tones(text: str) -> str:
    return re.sub(r"\w+", lambda word: with_old_tone(word[0]), text)


def some_wide_blanks(text: str) -> str:
    count = itertools.count()
    return re.sub(" ", lambda _: "\u00a0" if next(count) % 3 == 0 else " ", text)


VARIANTS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": some_wide_blanks,
    "eth for Đ": lambda text: text.replace("Đ", "Ð"),
    "old tone marks": old_tones,
    "ends of Windows": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_every_span_proves_itself(file: Path) -> None:
    told = read(file.read_text(encoding="utf-8"))
    spans = [span for one in told.documents for span in one.mentions]
    spans += [span for one in told.officials for span in one.mentions]
    spans += [span for one in told.bodies for span in one.mentions]
    assert spans
    assert all(told.article.text[one.start : one.end] == one.surface for one in spans)
    places = [(one.start, one.end) for one in told.relations]
    places += [(one.start, one.end) for one in told.results]
    places += [(p.start, p.end) for one in told.officials for p in one.positions]
    assert all(0 <= start < end <= len(told.article.text) for start, end in places)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("file", SOME)
def test_spelling_makes_no_difference(file: Path, variant: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert claims(read(VARIANTS[variant](text))) == claims(read(text))


@pytest.mark.parametrize("between", ["\n\n=====\n\n", "\n\n"])
@pytest.mark.parametrize("file", SOME)
def test_a_further_text_changes_no_claims(file: Path, between: str) -> None:
    text = file.read_text(encoding="utf-8").rstrip()
    both = read(f"{text}{between}{LETTERHEAD}")
    assert claims(both) == claims(read(text)) | claims(read(LETTERHEAD))
    spans = [span for one in both.documents for span in one.mentions]
    assert all(both.article.text[one.start : one.end] == one.surface for one in spans)


def test_a_form_in_an_annex_is_no_further_document() -> None:
    form = LETTERHEAD.replace("Số: 45/KH", "Số: …/KH").replace("ngày 12 tháng 5", "ngày … tháng …")
    assert len(parts_of(f"{LETTERHEAD}\nPHỤ LỤC\n{form}\n{form}")) == 1
    assert len(parts_of(f"{LETTERHEAD}\n{LETTERHEAD}")) == 2


def test_the_tasks_of_a_further_text_are_kept() -> None:
    plan = f"{LETTERHEAD}\nTỔ CHỨC THỰC HIỆN\n1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ tập huấn."
    alone, both = read(plan), read(f"{plan}\n\n=====\n\n{plan.replace('Sở Y tế', 'Sở Xây dựng')}")
    names = {one.id: one.name for one in both.bodies}
    told = [one.start for one in alone.assignments]
    assert told
    assert len(both.assignments) == 2 * len(told)
    first, last = both.assignments[0], both.assignments[-1]
    assert (names[first.lead[0]], names[last.lead[0]]) == (
        *("Sở Y tế Nam Định", "Sở Xây dựng Nam Định"),
    )
    assert first.support == last.support
    assert both.article.text[last.start : last.end].startswith("Sở Xây dựng chủ trì")
    assert {one.document for one in both.assignments} <= {one.id for one in both.documents}


def test_joining_texts_costs_what_they_hold() -> None:
    def told(article: Article) -> Extraction:
        name = article.text.strip(" =\n")
        rest = (None,) * 7
        documents = (CitedDocument(f"d{n}", None, f"{name}-{n}", *rest, ()) for n in range(9))
        return Extraction(article, tuple(documents))

    def cost(texts: int) -> float:
        file = Article("x", "\n=====\n".join(map(str, range(texts))), "")
        start = time.process_time()
        assert len(each_apart(file, told).documents) == 9 * texts
        return time.process_time() - start

    few = min(cost(200) for _ in range(3))
    assert any(cost(1600) < 3 * 8 * few for _ in range(3))


@pytest.mark.parametrize("text", ["=====", "=====\n=====\n"])
def test_a_file_of_nothing_but_lines_between_texts_says_nothing(text: str) -> None:
    knowledge = knowledge_of(read_register(default_register())[0])
    told = extract(article_of(text.encode(), "x", place="x.txt"), knowledge)
    assert (told.documents, told.relations) == ((), ())
