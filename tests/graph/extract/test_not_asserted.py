"""What a text speaks of without saying that it is done, or that ends by something else."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import read
from tests.graph.extract.test_between_documents import triples

NEW, OLD, OTHER, LATER = "45/2024/QĐ-UBND", "12/2019/QĐ-UBND", "13/2019/QĐ-UBND", "46/2024/QĐ-UBND"
PARENT, PLAN = "52-NQ/TW", "2/KH-UBND"
_NEW, _OLD, _OTHER = f"Quyết định số {NEW}", f"Quyết định số {OLD}", f"Quyết định số {OTHER}"
_ISSUED = f"UBND tỉnh ban hành {_NEW} về bến đò. "


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ("hết hiệu lực từ ngày 1/6/2024", True),
        ("hết hiệu lực kể từ ngày 1/6/2024 theo Quyết định này", True),
        ("hết hiệu lực từ ngày 31/12/2020", False),
        ("hết hiệu lực từ ngày 1/4/2024", False),
        ("hết hiệu lực từ ngày 1/6/2024 theo Thông tư số 9/2019/TT-BTC", False),
        ("hết hiệu lực, được thay bằng Nghị định số 9/2019/NĐ-CP", False),
    ],
)
def test_a_document_does_not_end_before_what_ends_it(
    ends: str, told: bool, knowledge: Knowledge
) -> None:
    words = f"Tin Gia Lai: {_NEW} có hiệu lực từ ngày 1/6/2024; {_OLD} {ends}."
    assert ((NEW, "repeals", OLD) in triples(read(words, knowledge))) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"Theo đó, {_OLD} hết hiệu lực từ ngày 1/7/2024.", {(NEW, "repeals", OLD)}),
        (f"Theo đó, {_OLD} hết hiệu lực từ ngày 31/12/2020.", set()),
        (f"Đồng thời, bãi bỏ {_OLD} về phí đò.", {(NEW, "repeals", OLD)}),
        (f"Đồng thời, bãi bỏ {_OLD}, đây là yêu cầu chung.", {(NEW, "repeals", OLD)}),
        (f"Đồng thời, bãi bỏ {_OLD} là kiến nghị của cử tri.", set()),
        (f"Đồng thời, bãi bỏ {_OLD} về phí đò là kiến nghị của cử tri.", set()),
        (f"Cùng với đó, thay thế {_OLD}.", {(NEW, "replaces", OLD)}),
        (f"Cùng với đó, thay thế {_OLD} là Quyết định số {LATER}.", {(LATER, "replaces", OLD)}),
    ],
)
def test_a_sentence_goes_on_about_what_was_issued_but_for_topics(
    words: str, told: set[tuple[str, str, str]], knowledge: Knowledge
) -> None:
    assert triples(read(f"Tin Gia Lai: {_ISSUED}{words}", knowledge)) == told


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("1. Bãi bỏ Công văn số 70/SYT-NVY ngày 2/4/2022.", True),
        ("1. Bãi bỏ Công văn số 70/SYT-NVY là đề nghị của ông.", False),
    ],
)
def test_an_item_of_a_letter_that_answers_does_nothing(
    item: str, told: bool, knowledge: Knowledge
) -> None:
    letter = (
        "UBND TỈNH GIA LAI\nSỞ Y TẾ\nSố: 90/SYT-NVY\nV/v trả lời kiến nghị\n"
        "Gia Lai, ngày 10 tháng 5 năm 2022\n\nKính gửi: UBND các huyện.\n\n"
        f"Căn cứ Quyết định số 876/QĐ-BYT ngày 10/11/2021, Sở Y tế đề nghị:\n{item}\n"
    )
    repealed = ("90/SYT-NVY", "repeals", "70/SYT-NVY")
    assert (repealed in triples(read(letter, knowledge))) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("như", True),
        ("trên toàn tỉnh, như", True),
        ("khác với cách làm trước đây như", False),
        ("chứ không dừng lại ở những lời hô hào như", False),
    ],
)
def test_what_a_way_differs_from_is_no_example(
    words: str, told: bool, knowledge: Knowledge
) -> None:
    text = f"UBND tỉnh ban hành nhiều văn bản triển khai Nghị quyết số {PARENT} {words} Kế hoạch số"
    found = triples(read(f"Tin Gia Lai: {text} {PLAN}.", knowledge))
    assert ((PLAN, "implements", PARENT) in found) is told


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        (f"{_NEW} thay thế {_OLD}.", "done"),
        (f"Tài liệu gồm {_NEW} thay thế {_OLD}.", "done"),
        (f"{_NEW} thay thế {_OLD} có hiệu lực khi nào?", "done"),
        (f"Nếu vi phạm thì bị xử lý theo {_NEW} thay thế {_OLD}.", "done"),
        (f"UBND tỉnh cho rằng {_NEW} thay thế {_OLD}.", "done"),
        (f"Liệu {_NEW} có thay thế {_OLD}?", None),
        (f"{_NEW} có thay thế {_OLD} không?", None),
        (f"Chưa rõ {_NEW} có thay thế {_OLD} hay không.", None),
        (f"Nếu {_NEW} thay thế {_OLD} thì người dân được lợi.", None),
        (f"Nhiều người cho rằng {_NEW} thay thế {_OLD}.", None),
        (f"Tin đồn rằng {_NEW} thay thế {_OLD} là sai.", "denied"),
        (f"Tỉnh chưa ban hành {_NEW} để thay thế {_OLD}.", "denied"),
        (f"Tỉnh đã ban hành {_NEW} để thay thế {_OLD}.", "done"),
    ],
)
def test_what_is_asked_supposed_or_denied_is_not_done(
    words: str, modality: str | None, knowledge: Knowledge
) -> None:
    reading = read(f"Tin Gia Lai: {words}", knowledge)
    found = [one.modality.value for one in reading.relations if one.predicate == "replaces"]
    assert found == ([modality] if modality else [])


@pytest.mark.parametrize(("count", "told"), [(6, 6 * 7), (40, 0)])
def test_each_of_very_many_acts_on_no_other_list(
    count: int, told: int, knowledge: Knowledge
) -> None:
    low, high = (
        ", ".join(f"Quyết định số {first + place}/QĐ-UBND" for place in range(more))
        for first, more in ((1, count), (5000, count + 1))
    )
    found = triples(read(f"Tin Gia Lai: Các {low} thay thế các {high}.", knowledge))
    assert sum(predicate == "replaces" for _, predicate, _ in found) == told
