"""No line costs more than its length: four times the text, about four times the work."""

from __future__ import annotations

import time

import pytest

from graph.extract.deadlines import deadline_of_cell
from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import read

_SMALL, _TIMES = 40_000, 4
_BOUND = 3.0  # how far from linear a noisy machine may bring a linear reader


def cost(text: str, knowledge: Knowledge) -> float:
    start = time.process_time()
    read(text, knowledge)
    return time.process_time() - start


def check(unit: str, knowledge: Knowledge, small: int, head: str = "") -> None:
    text = head + unit * (small * _TIMES // len(unit) + 1)
    read(text[:2000], knowledge)
    least = max(min(cost(text[:small], knowledge) for _ in range(2)), 0.02)
    most = least * _TIMES * _BOUND
    # Whatever else runs only adds time: one of three rounds within the bound is enough.
    assert any(cost(text[: small * _TIMES], knowledge) < most for _ in range(3))


UNITS = [
    "số ",
    "1-",
    "((",
    ")",
    "1, ",
    "\n",
    "a. ",
    "18-NQ/TW ",
    "số 18-NQ/TW, ",
    "Nghị quyết ",
    "Nghị quyết này ",
    "Quy định 335, ",
    "Trung ương 4, ",
    "Nghị quyết Đại hội Đảng bộ ",
    "Luật Đất ",
    "căn cứ \n",
    "gắn với ",
    "về về ",
    "Hà Nội ",
    "sửa đổi khoản 2 điều 5 18-NQ/TW ",
    "sửa đổi điều 1, 2, 3, a, b, c, d, e, g, h, i, k và l m n o p q r s t 9/2020/NĐ-CP ",
    "được cụ thể hóa 18-NQ/TW bằng ",
    "Quyết định số 1/QĐ-UBND về việc thực hiện Kế hoạch số 2/KH-UBND; ",
    "Nghị quyết số 1-NQ/TW thực hiện ",
    "Theo đó, Quyết định số 1/QĐ-UBND hết hiệu lực. ",
    "Quyết định số 1/QĐ-UBND; các Quyết định số 2/QĐ-UBND, số 3/QĐ-UBND hết hiệu lực; ",
    "các quyết định trên ",
    "cả hai văn bản ",
    "số 1/QĐ-UBND, các quyết định trên ",
    "được sửa bởi Quyết định số 1/QĐ-UBND, rồi bị thay bằng ",
    "Đây là văn bản. ",
    "ủy quyền Sở Tài chính làm hồ sơ; Sở Y tế làm hồ sơ ",
    "Sở Y tế cần giao Sở Nội vụ kiểm kê kho. ",
    "giao Sở Y tế; rà soát; kiểm kê; ",
    "xây dựng 120 trụ sở ",
    "CHỦ TỊCH\n\n",
    "CHỦ TỊCH ",
    "các Nghị định của Chính phủ: số 9/2020/NĐ-CP; ",
    "Số hiệu: 1/QĐ-UBND\nNgày ban hành: 1/1/2020\nCơ quan ban hành: Bộ Y tế\n",
    "Nếu tin đồn cho rằng Quyết định số 1/QĐ-UBND thay thế ",
    "Sở Y tế phải rà soát, ",
    "Nếu Sở Y tế giao ",
    "yêu cầu Sở Y tế rà soát. Sở Nội vụ cần rà soát 45 quán. ",
    "Theo kết luận của đoàn:\n- Sở Y tế rà soát.\n",
]
_LETTERHEAD = (
    "UBND TỈNH HÀ TĨNH\nSố 1/QĐ-UBND\nHà Tĩnh, ngày 1 tháng 1 năm 2020\nQUYẾT ĐỊNH\nVề việc\n\n"
    "Căn cứ Luật Đất đai năm 2013;\nĐiều 1. "
)
_CONCLUSION = "BAN CHẤP HÀNH TRUNG ƯƠNG\nSố 1-KL/TW\nHà Nội, ngày 1 tháng 1 năm 2020\nKẾT LUẬN\n"
OFFICIAL = [
    "Căn cứ Luật Đất đai năm 2013; ",
    "Bãi bỏ các văn bản sau:\na) Quyết định số 1/QĐ-UBND\n",
    "Quyết định này có hiệu lực từ ngày 1/1/2020. ",
    "“ ",
    "Điều 2. Bãi bỏ 02 quyết định của UBND tỉnh\n1. Quyết định số 1/QĐ-UBND\n",
    "Căn cứ Quyết định số 1/QĐ-BNV; thực hiện Kết luận số 2-KL/TU, ",
    "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
    "quyết định này có hiệu lực kể từ ngày ký, ",
]


@pytest.mark.long
@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_with_length_only(unit: str, knowledge: Knowledge) -> None:
    check(unit, knowledge, _SMALL)


@pytest.mark.long
@pytest.mark.parametrize("unit", OFFICIAL)
def test_cost_of_an_official_text_grows_with_length_only(unit: str, knowledge: Knowledge) -> None:
    check(unit, knowledge, _SMALL, _LETTERHEAD)


@pytest.mark.long
def test_cost_of_a_conclusion_whose_title_cites_on_and_on(knowledge: Knowledge) -> None:
    unit = "yêu cầu tiếp tục thực hiện nghiêm Chỉ thị số 5-CT/TW, "
    check(unit, knowledge, 100_000, _CONCLUSION)


@pytest.mark.long
@pytest.mark.parametrize("unit", UNITS)
def test_cost_of_a_megabyte(unit: str, knowledge: Knowledge) -> None:
    check(unit, knowledge, 250_000)


@pytest.mark.long
def test_two_long_lists_cost_no_more_than_their_length(knowledge: Knowledge) -> None:
    def lists(length: int) -> str:
        low, high = (
            ", ".join(f"Quyết định số {first + place}/QĐ-UBND" for place in range(length))
            for first in (1, 5000)
        )
        return f"{low}, Kế hoạch số 1/KH-UBND thay thế {high}."

    read(lists(10), knowledge)
    least = max(min(cost(lists(60), knowledge) for _ in range(2)), 0.02)
    assert any(cost(lists(240), knowledge) < least * _TIMES * _BOUND for _ in range(3))


@pytest.mark.long
def test_cost_of_a_head_with_many_bodies(knowledge: Knowledge) -> None:
    def official(size: int) -> str:
        heads = "UBND TỈNH HÀ TĨNH, " * size
        items = "- Sở Y tế rà soát kho thuốc.\n" * size
        return f"{heads}\n{_LETTERHEAD}Giao các sở:\n{items}"

    least = max(min(cost(official(400), knowledge) for _ in range(2)), 0.02)
    most = least * _TIMES * 2
    assert any(cost(official(400 * _TIMES), knowledge) < most for _ in range(3))


@pytest.mark.long
def test_cost_of_a_long_cell() -> None:
    def spent(size: int) -> float:
        cell = "tháng 5, 5/6/2025 " * size
        start = time.process_time()
        deadline_of_cell(cell, 0, len(cell), 2025)
        return time.process_time() - start

    least = max(min(spent(1000) for _ in range(2)), 0.002)
    assert any(spent(1000 * _TIMES) < least * _TIMES * 2 for _ in range(3))
