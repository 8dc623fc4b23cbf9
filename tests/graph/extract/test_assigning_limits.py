"""What is told beside tasks and charges nobody: reports, findings, needs, conditions, questions."""

from __future__ import annotations

import pytest

from tests.graph.extract.provinces import read
from tests.graph.extract.test_assigning_whom import charged

_OPENING = "Chủ tịch UBND tỉnh Gia Lai yêu cầu Sở Nội vụ kiểm kê kho."


@pytest.mark.parametrize(
    "report",
    [
        "Theo báo cáo, Sở Công Thương kiểm tra 45 cửa hàng.",
        "Theo thống kê, Sở Công Thương cần kiểm tra nhiều cửa hàng.",
        "Sở Công Thương kiểm tra 45 cửa hàng.",
        "Công an tỉnh phối hợp với Sở Y tế đã bắt 3 đối tượng.",
        "Công an tỉnh khẩn trương truy xét, đã bắt 3 đối tượng.",
        "Công an tỉnh kịp thời cứu 12 người.",
        "Sở Tài chính có ý kiến không đồng ý.",
        "Sở Y tế có văn bản trả lời ngay trong ngày.",
        "Sở Y tế phải đối mặt với nạn thiếu thuốc.",
    ],
)
def test_what_is_only_reported_behind_a_task_is_none(report: str) -> None:
    assert charged(read(f"{_OPENING} {report}")) == ["Sở Nội vụ Gia Lai"]


@pytest.mark.parametrize(
    "order",
    [
        "Sở Y tế khẩn trương kiểm tra 45 quán.",
        "Sở Y tế chủ động mua thuốc, không để thiếu.",
        "Sở Y tế có ý kiến trước ngày 5/6/2027.",
        "Cũng theo công văn này, Sở Y tế có ý kiến về thuốc.",
    ],
)
def test_what_is_ordered_behind_a_task_is_another(order: str) -> None:
    assert charged(read(f"{_OPENING} {order}")) == ["Sở Nội vụ Gia Lai", "Sở Y tế Gia Lai"]


@pytest.mark.parametrize(
    ("heading", "item", "whom"),
    [
        ("Theo kết luận của đoàn thanh tra như sau:", "Sở Y tế mua thuốc sai quy định.", []),
        ("Kết luận của chủ tọa như sau:", "Sở Y tế mua thuốc.", ["Sở Y tế Gia Lai"]),
        ("Đoàn giám sát đề nghị:", "Quốc hội thông qua luật.", []),
        ("Đoàn giám sát đề nghị:", "Sở Y tế mua thuốc.", ["Sở Y tế Gia Lai"]),
        ("Thủ tướng yêu cầu:", "Bộ Y tế mua thuốc.", ["Bộ Y tế"]),
    ],
)
def test_a_list_charges_those_whom_its_heading_may(
    heading: str, item: str, whom: list[str]
) -> None:
    assert charged(read(f"UBND tỉnh Gia Lai họp.\n\n{heading}\n- {item}\n")) == whom
