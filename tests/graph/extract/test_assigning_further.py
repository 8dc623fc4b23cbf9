"""Tasks in lists of areas, minutes and letters of offices, and forms of news."""

from __future__ import annotations

import pytest

from tests.graph.extract.provinces import read
from tests.graph.extract.test_assigning import plan, tasks
from tests.graph.extract.test_assigning_whom import charged


def test_what_the_issuer_itself_does_is_no_task() -> None:
    found = plan(
        "Ủy ban nhân dân tỉnh yêu cầu thực hiện các nhiệm vụ sau:\n"
        "1. Ủy ban nhân dân tỉnh thông qua dự án làng giấy.\n"
        "2. Giao Sở Nội vụ, thừa ủy quyền Ủy ban nhân dân tỉnh, ký Tờ trình.\n"
    )
    assert tasks(found) == [(("Sở Nội vụ Nghệ An",), (), None)]


def test_paragraphs_that_name_whom_they_charge_behind_an_opening() -> None:
    found = read(
        "Ngày 03/10/2025, UBND tỉnh Gia Lai họp. Kết luận buổi họp, Phó Chủ tịch UBND tỉnh chỉ "
        "đạo:\n\nSở Xây dựng lập tổ gỡ vướng.\n\nUBND phường Xuân Hương - Đà Lạt bàn giao mặt bằng "
        "sạch trong tháng 10/2025.\n\nCác chủ đầu tư thi công.\n\nSở Y tế khám bệnh.\n"
    )
    assert tasks(found) == [
        (("Sở Xây dựng Gia Lai",), (), None),
        (("UBND phường Xuân Hương - Đà Lạt",), (), "2025-10"),
    ]


def test_offices_of_all_districts_are_a_class() -> None:
    told = "UBND tỉnh Gia Lai đề nghị Phòng Nội vụ {} thống kê số người làm việc."
    assert charged(read(told.format("các huyện, thành phố"))) == []
    assert charged(read(told.format("huyện Chư Sê"))) == ["Phòng Nội vụ huyện Chư Sê"]


def test_the_members_of_a_steering_committee() -> None:
    found = read(
        "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nTỈNH KIÊN GIANG\nSố: 12/QĐ-BCĐ\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKiên Giang, ngày 21 tháng 02 năm 2023\n\nQUYẾT ĐỊNH\n"
        "Về việc phân công nhiệm vụ thành viên\n\nCăn cứ Quyết định số 5/QĐ-TTg;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Phân công nhiệm vụ các thành viên như sau:\n"
        "1. Đồng chí Giám đốc Sở Nội vụ: chỉ đạo cải cách hành chính.\n"
        "Điều 2. Các thành viên Ban Chỉ đạo và Thủ trưởng các cơ quan thi hành Quyết định này.\n"
    )
    assert tasks(found) == [(("Sở Nội vụ Kiên Giang",), (), None)]


def test_items_that_open_with_leads_stand_under_who_leads() -> None:
    found = plan(
        "B. PHÂN CÔNG THỰC HIỆN\nI. Đảng ủy HĐND tỉnh\nLãnh đạo HĐND tỉnh giám sát bố trí vốn.\n"
        "II. Trường Chính trị Trần Phú, Trường Đại học Vinh\nXây dựng đề án dạy nghề giấy dó.\n"
    )
    assert tasks(found) == [
        (("Đảng ủy HĐND tỉnh Nghệ An",), (), None),
        (("Trường Chính trị Trần Phú", "Trường Đại học Vinh"), (), None),
    ]


def test_a_limit_in_the_sentence_behind_a_task() -> None:
    found = plan(
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế: Liên thông dữ liệu khám bệnh. Thời hạn hoàn thành: Quý "
        "III/2021.\n2. Lùi thời gian tổng kết. Sở Nội vụ tham mưu khen thưởng. Hội nghị vui vẻ.\n"
    )
    assert tasks(found) == [
        (("Sở Y tế Nghệ An",), (), "2021-09"),
        (("Sở Nội vụ Nghệ An",), (), None),
    ]


@pytest.mark.parametrize(
    ("news", "told"),
    [
        (
            "UBND tỉnh Gia Lai giao UBND xã Ia Ko, huyện Chư Sê chủ trì, phối hợp với Công an xã "
            "Ia Ko, huyện Chư Sê dọn rác.",
            [(("UBND xã Ia Ko",), ("Công an xã Ia Ko",), None)],
        ),
        (
            "UBND xã Ia Ko, huyện Chư Sê, tỉnh Gia Lai được giao quản lý đập.",
            [(("UBND xã Ia Ko",), (), None)],
        ),
        (
            "UBND tỉnh Gia Lai giao nhiệm vụ soạn đề án cho Sở Nội vụ trước ngày 1/7/2024.",
            [(("Sở Nội vụ Gia Lai",), (), "2024-07-01")],
        ),
        (
            "UBND tỉnh Gia Lai yêu cầu: (1) Sở Nội vụ soạn đề án; (2) Sở Y tế mua thuốc.",
            [(("Sở Nội vụ Gia Lai",), (), None), (("Sở Y tế Gia Lai",), (), None)],
        ),
        (
            "UBND tỉnh Gia Lai giao Sở Nội vụ tham mưu. Sở này phải trình trước ngày 1/7/2024.",
            [(("Sở Nội vụ Gia Lai",), (), None), (("Sở Nội vụ Gia Lai",), (), "2024-07-01")],
        ),
        (
            "UBND tỉnh Gia Lai lưu ý Sở Nội vụ sớm soạn đề án.",
            [(("Sở Nội vụ Gia Lai",), (), None)],
        ),
        ("UBND tỉnh Gia Lai lưu ý Sở Nội vụ nằm trên đường Lê Lợi.", []),
        ("Tỉnh Gia Lai giao việc làm mới cho Sở Nội vụ.", []),
    ],
)
def test_forms_of_news(news: str, told: list[object]) -> None:
    assert tasks(read(news)) == told


@pytest.mark.parametrize(
    ("whom", "leads"),
    [
        (
            "Chủ tịch UBND các quận Hải Châu, Thanh Khê và huyện Hòa Vang",
            ("UBND quận Hải Châu", "UBND quận Thanh Khê", "UBND huyện Hòa Vang"),
        ),
        ("Đảng ủy các xã Ia Ko, Ia Pal", ("Đảng ủy xã Ia Ko", "Đảng ủy xã Ia Pal")),
        ("Công an các huyện Chư Sê, Ia Grai", ("Công an huyện Chư Sê", "Công an huyện Ia Grai")),
        ("Công an các huyện", ()),
        (
            "Viện Nghiên cứu phát triển kinh tế - xã hội",
            ("Viện Nghiên cứu phát triển kinh tế - xã hội",),
        ),
        ("Văn phòng Bộ", ("Văn phòng Bộ",)),
        ("Sở Nội vụ với vai trò cơ quan thường trực", ("Sở Nội vụ Gia Lai",)),
    ],
)
def test_lists_and_offices(whom: str, leads: tuple[str, ...]) -> None:
    news = f"UBND tỉnh Gia Lai giao {whom} lập vườn ươm trước ngày 9/9/2027."
    assert tasks(read(news)) == ([(leads, (), "2027-09-09")] if leads else [])


def test_minutes_with_a_heading_of_what_was_concluded() -> None:
    found = read(
        "Biên bản họp\n\nNgày 12/8/2025, UBND xã Mường Khoa, tỉnh Gia Lai họp tại trụ sở xã Mường "
        "Khoa.\n\nI. Nội dung\n- UBND xã xây nhà văn hóa.\n\nII. Kết luận của đồng chí Bí thư\n"
        "- UBND xã bố trí kinh phí mua sách.\nCuộc họp kết thúc.\n"
    )
    assert charged(found) == ["UBND xã Mường Khoa"]


def test_the_province_of_an_office_whose_letterhead_does_not_name_it() -> None:
    found = read(
        "ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HĐND TỈNH\nVĂN PHÒNG\nSố: 45/TB-VP\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGia Lai, ngày 06 tháng 3 năm 2023\n\nTHÔNG BÁO\n"
        "Kết luận phiên họp\n\nThường trực HĐND tỉnh thống nhất:\n1. Giao Thanh tra tỉnh kiểm kê.\n"
    )
    assert charged(found) == ["Thanh tra tỉnh Gia Lai"]


def test_a_plan_that_states_who_is_charged_and_what_goes_on_behind() -> None:
    news = (
        "UBND tỉnh Gia Lai ban hành kế hoạch chống hạn. Kế hoạch nêu rõ: Sở Nội vụ là cơ quan "
        "thường trực, chịu trách nhiệm kiểm kê. Công an tỉnh kiểm soát xe; Sở Y tế mua thuốc. Sở "
        "Tư pháp từng đề nghị UBND tỉnh tăng mức phạt."
    )
    assert charged(read(news)) == [
        *("Sở Nội vụ Gia Lai", "Công an tỉnh Gia Lai", "Sở Y tế Gia Lai"),
    ]
