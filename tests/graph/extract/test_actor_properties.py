"""Properties of reading actors: spans prove themselves, spellings do not matter, cost is linear."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterator

import pytest

from graph.extract.actors import Actors
from graph.extraction import Span
from tests.graph.extract.provinces import read

TEXT = (
    "Sáng 15/8/2023, đồng chí Lê Hòa Bình, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND "
    "tỉnh Thanh Hóa chủ trì hội nghị sơ kết 3 năm thực hiện Nghị quyết số 58-NQ/TW của Bộ Chính "
    "trị. Cùng dự có các đồng chí: Đỗ Thị Thủy, Phó Bí thư Thường trực Tỉnh ủy; Mai Xuân Lộc - Phó "
    "Chủ tịch UBND tỉnh.\n\nBan Thường vụ Tỉnh ủy đã ban hành Chương trình hành động số 12-CTr/TU "
    "để thực hiện Nghị quyết Trung ương 6 (khóa XII); Đảng ủy Quân sự tỉnh, Sở Y tế đã triển khai "
    "thực hiện Chỉ thị số 05-CT/TW. Thực hiện Nghị quyết số 39-NQ/TW đến nay, toàn tỉnh đã tinh "
    "giản 1.888 biên chế, đạt 62,82% kế hoạch. Ban Tổ chức Tỉnh ủy – cơ quan tham mưu – kết nạp "
    "hơn 9.000 đảng viên. Quyết định số 15/QĐ-UBND giao Sở Nội vụ chủ trì, hòa giải ở cơ sở."
)
_OLD = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "ỏa": "oả"}
VARIANTS = {
    "no-break spaces": TEXT.replace(" ", "\u00a0"),
    "eth": TEXT.replace("Đ", "Ð"),
    "old tone placement": re.sub("|".join(_OLD), lambda found: _OLD[found[0]], TEXT),
    "dashes": TEXT.replace(" - ", " – ").replace("58-NQ", "58–NQ"),
    "decomposed": unicodedata.normalize("NFC", unicodedata.normalize("NFD", TEXT)),
}


def claims(actors: Actors) -> object:
    return (
        [(o.name, [(p.body, p.start, p.end) for p in o.positions]) for o in actors.officials],
        [(b.name, b.level, [(m.start, m.end) for m in b.mentions]) for b in actors.bodies],
        [(r.subject, r.predicate, r.object, r.start, r.end) for r in actors.relations],
        [(r.document, r.value, r.start, r.end) for r in actors.results],
    )


def spans(actors: Actors) -> Iterator[Span]:
    for official in actors.officials:
        yield from official.mentions
    for body in actors.bodies:
        yield from body.mentions


def test_the_text_of_the_properties_says_something() -> None:
    actors = read(TEXT).actors
    assert len(actors.officials) == 3
    assert {r.predicate for r in actors.relations} >= {"issuedBy", "implementedBy", "assignedTo"}
    assert len(actors.results) == 3


@pytest.mark.parametrize("text", [TEXT, *VARIANTS.values()], ids=["as written", *VARIANTS])
def test_spans_prove_themselves(text: str) -> None:
    actors = read(text).actors
    for span in spans(actors):
        assert text[span.start : span.end] == span.surface
    for official in actors.officials:
        for position in official.positions:
            assert text[position.start : position.end] == position.title
    for relation in actors.relations:
        assert relation.cue is None or relation.cue in text[relation.start : relation.end]
    for result in actors.results:
        assert result.unit in text[result.start : result.end]


@pytest.mark.parametrize("variant", list(VARIANTS))
def test_spelling_does_not_matter(variant: str) -> None:
    assert claims(read(VARIANTS[variant]).actors) == claims(read(TEXT).actors)


def test_reading_twice_gives_the_same() -> None:
    assert read(TEXT).actors == read(TEXT).actors


def test_nothing_is_read_in_nothing() -> None:
    for text in ("", "\n\n", "số số số", "((((", "1-1-1-1", "Nguyễn Văn A", "Bí thư"):
        assert claims(read(text).actors) == ([], [], [], [])


@pytest.mark.parametrize(
    "piece",
    [
        "số ",
        "1-1-",
        "(",
        "Nguyễn Văn An, ",
        "Chủ tịch UBND ",
        "Ban Thường vụ Tỉnh ủy ban hành ",
        "thực hiện ",
        "1.000 cán bộ, ",
        "Thực hiện Nghị quyết số 18-NQ/TW, Tỉnh ủy ",
        "các đồng chí: Lê Văn An, Bí thư; ",
        "Đại hội Đảng bộ tỉnh ",
    ],
)
def test_cost_grows_with_length_and_no_faster(piece: str) -> None:
    short, long = (_cost(piece * (size // len(piece))) for size in (15_000, 60_000))
    assert long < 12 * short + 0.05, f"{short:.3f} s -> {long:.3f} s for four times the text"


def _cost(text: str) -> float:
    costs = []
    for _ in range(2):
        start = time.process_time()
        read(text)
        costs.append(time.process_time() - start)
    return min(costs)
