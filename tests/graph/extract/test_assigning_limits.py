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


@pytest.mark.parametrize(
    ("news", "whom"),
    [
        ("Sở Y tế phải đối mặt với thiếu thuốc từ tháng 9 đến tháng 12/2030.", []),
        ("Sở Y tế phải mua thuốc trước tháng 12/2030.", ["Sở Y tế Gia Lai"]),
        ("Kế hoạch nêu rõ Sở Y tế cần thêm 12 bác sĩ.", []),
        ("Kế hoạch nêu rõ Sở Y tế cần mua thuốc.", ["Sở Y tế Gia Lai"]),
        ("UBND tỉnh giao nhiệm vụ năm ngoái cho Sở Y tế đã được hoàn thành.", []),
        ("UBND tỉnh giao nhiệm vụ mua thuốc cho Sở Y tế.", ["Sở Y tế Gia Lai"]),
        ("Nếu tỉnh giao Sở Tài chính chủ trì thì việc sẽ nhanh.", []),
        ("Nếu Sở Tài chính được giao chủ trì thì việc sẽ nhanh.", []),
        ("Nếu thiếu thì giao Sở Tài chính cấp vốn.", ["Sở Tài chính Gia Lai"]),
        ("Nếu thiếu, UBND tỉnh giao Sở Tài chính cấp vốn.", ["Sở Tài chính Gia Lai"]),
        ("Tỉnh có nên giao Sở Tài chính chủ trì lễ hội?", []),
        ("UBND tỉnh giao Sở Tài chính chủ trì lễ hội.", ["Sở Tài chính Gia Lai"]),
    ],
)
def test_needs_conditions_and_questions_charge_nobody(news: str, whom: list[str]) -> None:
    assert charged(read(f"UBND tỉnh Gia Lai họp. {news}")) == whom
