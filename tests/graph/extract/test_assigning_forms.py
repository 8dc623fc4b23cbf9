"""Forms in which a task is given: by a document, labels, brackets, cells, in the passive."""

from __future__ import annotations

import pytest

from tests.graph.extract.provinces import read
from tests.graph.extract.test_assigning import plan, tasks


def given_by(news: str) -> list[str | None]:
    found = read(news)
    numbers = {one.id: one.number for one in found.documents}
    return [numbers.get(task.document or "") for task in found.actors.tasks]


@pytest.mark.parametrize(
    "news",
    [
        "Tại Kế hoạch số 64/KH-UBND, UBND tỉnh Gia Lai giao Sở Y tế kiểm kê thuốc.",
        "Theo Kế hoạch số 64/KH-UBND của UBND tỉnh Gia Lai, Sở Y tế là đơn vị đầu mối, có nhiệm "
        "vụ kiểm kê thuốc.",
        "Kế hoạch số 64/KH-UBND của Chủ tịch UBND tỉnh Gia Lai yêu cầu Sở Y tế kiểm kê thuốc.",
        "Kế hoạch số 64/KH-UBND của UBND tỉnh Gia Lai nêu rõ: Sở Y tế chủ trì kiểm kê thuốc.",
    ],
)
def test_a_document_gives_the_task_it_tells_of(news: str) -> None:
    assert given_by(news) == ["64/KH-UBND"]
    assert tasks(read(news)) == [(("Sở Y tế Gia Lai",), (), None)]


def test_a_second_verb_has_the_giver_of_the_first() -> None:
    news = (
        "Kế hoạch số 64/KH-UBND của UBND tỉnh Gia Lai giao Sở Y tế kiểm kê thuốc; đề nghị Ủy ban "
        "Mặt trận Tổ quốc tỉnh giám sát."
    )
    assert given_by(news) == ["64/KH-UBND", "64/KH-UBND"]


def test_who_carries_out_a_document_does_not_give_in_its_name() -> None:
    news = "Thực hiện Kế hoạch số 64/KH-UBND, UBND tỉnh Gia Lai giao Sở Y tế kiểm kê thuốc."
    assert given_by(news) == [None]


@pytest.mark.parametrize(
    ("news", "lead", "deadline"),
    [
        (
            "Sở Nội vụ tỉnh Gia Lai được Chủ tịch UBND tỉnh giao soạn đề án bến bãi, xong trong "
            "6 tháng đầu năm 2022.",
            "Sở Nội vụ Gia Lai",
            "2022-06",
        ),
        (
            "Việc kiểm kê do Sở Nội vụ tỉnh Gia Lai chủ trì, phối hợp với các địa phương làm xong "
            "không muộn hơn 17h30' ngày 15/7/2022.",
            "Sở Nội vụ Gia Lai",
            "2022-07-15",
        ),
        (
            "Theo phân công, Sở Nội vụ tỉnh Gia Lai chủ trì, phối hợp với các địa phương kiểm kê.",
            "Sở Nội vụ Gia Lai",
            None,
        ),
        (
            "Bộ trưởng Bộ Xây dựng có trách nhiệm trình đề án trước ngày 30/9/2022.",
            "Bộ Xây dựng",
            "2022-09-30",
        ),
        (
            "UBND tỉnh Gia Lai giao các đơn vị sau: Sở Nội vụ khẩn trương kiểm kê kho.",
            "Sở Nội vụ Gia Lai",
            None,
        ),
        (
            "UBND tỉnh Gia Lai phân công nhiệm vụ cụ thể như sau: Sở Nội vụ kiểm kê kho bãi.",
            "Sở Nội vụ Gia Lai",
            None,
        ),
    ],
)
def test_passives_lists_and_heads_of_bodies(news: str, lead: str, deadline: str | None) -> None:
    assert [(task[0], task[2]) for task in tasks(read(news))] == [((lead,), deadline)]


@pytest.mark.parametrize(
    "news",
    [
        "Sáng 12/6/2022, chợ phiên khai mạc. Sở Nội vụ tỉnh Gia Lai chủ trì, phối hợp với Sở Y tế "
        "mở hội thảo trong tháng 3/2022.",
        "Chủ trì: Đồng chí Lê Văn Tâm, Phó Chủ tịch UBND tỉnh Gia Lai. Thời gian: 8 giờ ngày "
        "12/6/2022.",
        "Sở Y tế tỉnh Gia Lai được Chủ tịch UBND tỉnh tặng bằng khen.",
    ],
)
def test_what_is_over_or_only_chaired_is_no_task(news: str) -> None:
    assert tasks(read(news)) == []


def test_labels_tell_who_leads_who_helps_and_by_when() -> None:
    found = plan(
        "II. NHIỆM VỤ\n1. Dựng nhà trưng bày\n- Cơ quan chủ trì: Sở Công Thương.\n- Cơ quan phối "
        "hợp: Sở Tài chính, Công an tỉnh.\n- Thời gian hoàn thành: Quý III/2022.\n2. Mở lớp dạy "
        "nghề. Đơn vị thực hiện: Sở Nội vụ; đơn vị phối hợp: Tỉnh đoàn; thời gian: năm 2023.\n"
    )
    assert tasks(found) == [
        (("Sở Công Thương Nghệ An",), ("Sở Tài chính Nghệ An", "Công an tỉnh Nghệ An"), "2022-09"),
        (("Sở Nội vụ Nghệ An",), ("Tỉnh đoàn Nghệ An",), "2023"),
    ]


def test_a_bracket_tells_who_leads() -> None:
    found = plan(
        "II. NHIỆM VỤ\n1. Dựng nhà trưng bày giấy dó (Sở Công Thương chủ trì, phối hợp với Sở Tài "
        "chính; xong trong năm 2022).\n2. In sách (kinh phí Sở Tài chính đã cấp).\n"
    )
    assert tasks(found) == [(("Sở Công Thương Nghệ An",), ("Sở Tài chính Nghệ An",), "2022")]


def test_a_task_behind_a_colon_may_open_with_a_capital() -> None:
    found = plan("III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính: Cân đối vốn cho các làng nghề.\n")
    assert tasks(found) == [(("Sở Tài chính Nghệ An",), (), None)]


def test_cells_that_stand_each_in_a_line() -> None:
    head = "II. NHIỆM VỤ\nTT\nViệc\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\n"
    whole = "1\nMở lớp\nSở Nội vụ\nTỉnh đoàn\nQuý I/2022\n2\nIn sách\nSở Y tế\nSở Nội vụ\n2023\n"
    broken = "1\nMở lớp\ndạy nghề\nSở Nội vụ\nTỉnh đoàn\nQuý I/2022\n"
    assert tasks(plan(head + whole)) == [
        (("Sở Nội vụ Nghệ An",), ("Tỉnh đoàn Nghệ An",), "2022-03"),
        (("Sở Y tế Nghệ An",), ("Sở Nội vụ Nghệ An",), "2023"),
    ]
    assert all(task[2] is None for task in tasks(plan(head + broken)))


def test_the_offices_of_a_ward_whose_province_is_not_told() -> None:
    found = read(
        "ĐẢNG ỦY PHƯỜNG HỒNG MAI\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 31-KH/ĐU\n"
        "Hồng Mai, ngày 7 tháng 10 năm 2025\nKẾ HOẠCH\nmở lớp học chữ Nôm\n\n"
        "II- TỔ CHỨC THỰC HIỆN\n1. Đảng ủy UBND phường lãnh đạo UBND phường mở lớp học.\n"
    )
    assert tasks(found) == [(("Đảng ủy UBND phường Hồng Mai",), (), None)]


def test_items_under_who_has_a_duty_are_its_tasks() -> None:
    found = plan(
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương có trách nhiệm:\na) Chủ trì, phối hợp với Sở Y "
        "tế mở hội chợ làng nghề.\nb) Báo cáo UBND tỉnh trước ngày 15/12/2022.\n2. Sở Tài chính "
        "xin thông báo để các đơn vị biết.\n"
    )
    assert tasks(found) == [
        (("Sở Công Thương Nghệ An",), ("Sở Y tế Nghệ An",), None),
        (("Sở Công Thương Nghệ An",), (), "2022-12-15"),
    ]


def test_a_list_of_those_obliged() -> None:
    news = "Sở Nội vụ, Sở Y tế tỉnh Gia Lai có trách nhiệm kiểm kê kho, xong trước ngày 9/9/2022."
    assert tasks(read(news)) == [(("Sở Nội vụ Gia Lai", "Sở Y tế Gia Lai"), (), "2022-09-09")]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        (
            "Ban Quản lý dự án đầu tư xây dựng tỉnh",
            "Ban Quản lý dự án đầu tư xây dựng tỉnh Gia Lai",
        ),
        (
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Gia Lai",
        ),
        ("Bưu điện tỉnh", "Bưu điện tỉnh Gia Lai"),
        ("Báo Gia Lai", "Báo Gia Lai"),
        ("Cổng Thông tin điện tử tỉnh", "Cổng Thông tin điện tử tỉnh Gia Lai"),
        ("Ban An toàn giao thông tỉnh", "Ban An toàn giao thông tỉnh Gia Lai"),
        (
            "Chi nhánh Ngân hàng Chính sách xã hội tỉnh",
            "Chi nhánh Ngân hàng Chính sách xã hội tỉnh Gia Lai",
        ),
        ("Ban Thường vụ Tỉnh đoàn", "Tỉnh đoàn Gia Lai"),
    ],
)
def test_bodies_that_are_given_tasks(printed: str, name: str) -> None:
    news = f"UBND tỉnh Gia Lai yêu cầu {printed} kiểm tra kho, xong trước ngày 9/9/2027."
    assert tasks(read(news)) == [((name,), (), "2027-09-09")]
