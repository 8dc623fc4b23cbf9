"""Who is given a task: bodies of every rank, holders of posts, items of lists, cells of tables."""

from __future__ import annotations

import pytest

from graph.extract.deadlines import deadline_in, deadline_of_cell
from graph.extract.text import folded
from tests.graph.extract.provinces import Read, read
from tests.graph.extract.test_assigning import plan, tasks


def charged(found: Read) -> list[str | None]:
    return [one for task in tasks(found) for one in task[0]]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Công an huyện Chư Sê", "Công an huyện Chư Sê"),
        ("Công an xã Ia Pa", "Công an xã Ia Pa"),
        ("Ban CHQS huyện Chư Sê", "Ban CHQS huyện Chư Sê"),
        ("Thuế tỉnh", "Thuế tỉnh Gia Lai"),
        ("Thi hành án dân sự tỉnh", "Thi hành án dân sự tỉnh Gia Lai"),
        ("Chi cục Hải quan khu vực XIV", "Chi cục Hải quan khu vực XIV"),
        ("Chi cục Thủy lợi", "Chi cục Thủy lợi"),
        ("Trường Đại học Quy Nhơn", "Trường Đại học Quy Nhơn"),
        ("Ban Chỉ đạo 35 Tỉnh ủy", "Ban Chỉ đạo 35 Tỉnh ủy Gia Lai"),
        ("Ban Chỉ đạo chuyển đổi số tỉnh", "Ban Chỉ đạo chuyển đổi số tỉnh Gia Lai"),
        (
            "Văn phòng Điều phối nông thôn mới tỉnh",
            "Văn phòng Điều phối nông thôn mới tỉnh Gia Lai",
        ),
        ("Đảng ủy HĐND tỉnh", "Đảng ủy HĐND tỉnh Gia Lai"),
        ("Viettel Gia Lai", "Viettel Gia Lai"),
        ("Bí thư Huyện ủy Chư Sê", "Huyện ủy Chư Sê"),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam"),
        ("Viện trưởng Viện Kiểm sát nhân dân tỉnh", "Viện Kiểm sát nhân dân tỉnh Gia Lai"),
        ("Trưởng Ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy Gia Lai"),
    ],
)
def test_a_body_of_any_rank(printed: str, name: str) -> None:
    news = f"UBND tỉnh Gia Lai yêu cầu {printed} kiểm kê kho, xong trước ngày 9/9/2027."
    assert tasks(read(news)) == [((name,), (), "2027-09-09")]


@pytest.mark.parametrize("printed", ["Công an xã", "Thanh tra huyện", "Ban CHQS xã"])
def test_an_office_of_each_commune_is_a_class(printed: str) -> None:
    news = f"UBND tỉnh Gia Lai yêu cầu {printed} kiểm kê kho, xong trước ngày 9/9/2027."
    assert tasks(read(news)) == []


def test_who_names_bodies_of_a_commune_whose_letterhead_takes_two_lines() -> None:
    found = read(
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LẠC\nSố: 19/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Tân Lạc, ngày 21 tháng 8 năm 2025\n\nKẾ HOẠCH\nĐo lại đường xóm\n\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã kẻ vạch qua đường.\n"
        "2. Đề nghị Ủy ban MTTQ Việt Nam xã giám sát.\n",
        province="Phú Thọ",
    )
    assert charged(found) == ["Công an xã Tân Lạc", "Ủy ban MTTQ Việt Nam xã Tân Lạc"]


def test_the_holder_of_a_post_is_charged_by_name() -> None:
    news = (
        "Ban Thường vụ Tỉnh ủy Gia Lai phân công đồng chí Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh "
        "Rah Lan Chung trực tiếp chỉ đạo kiểm kê kho."
    )
    found = read(news)
    names = {one.id: one.name for one in found.actors.officials}
    assert [names[one] for task in found.actors.tasks for one in task.lead] == ["Rah Lan Chung"]


@pytest.mark.parametrize(
    ("opening", "whom"),
    [
        ("Kết luận của chủ trì:", ["Sở Y tế Gia Lai", "Công an tỉnh Gia Lai"]),
        ("Chủ tịch UBND tỉnh Gia Lai yêu cầu:", ["Sở Y tế Gia Lai", "Công an tỉnh Gia Lai"]),
        ("Kết quả kiểm kê như sau:", []),
    ],
)
def test_items_of_a_list_in_news_or_minutes(opening: str, whom: list[str]) -> None:
    found = read(
        f"Sáng 8/11/2022, UBND tỉnh Gia Lai họp về kho thuốc.\n\n{opening}\n"
        "- Sở Y tế kiểm kê kho thuốc, báo cáo sau 3 ngày.\n- Công an tỉnh niêm phong hai kho cũ.\n"
        "Cuộc họp kết thúc lúc 10 giờ. Sở Y tế tiễn khách.\n"
    )
    assert charged(found) == whom


def test_sentences_behind_one_that_gave_a_task_go_on() -> None:
    opening = "Chủ tịch UBND tỉnh Gia Lai yêu cầu Sở Nội vụ kiểm kê kho."
    urged = "Sở Y tế khẩn trương mua thuốc. Công an tỉnh chủ động canh gác."
    told = "Sở Y tế đã mua thuốc từ tháng trước. Công an tỉnh chủ động canh gác."
    assert charged(read(f"{opening} {urged}")) == [
        *("Sở Nội vụ Gia Lai", "Sở Y tế Gia Lai", "Công an tỉnh Gia Lai"),
    ]
    assert charged(read(f"{opening} {told}")) == ["Sở Nội vụ Gia Lai"]
    assert charged(read(urged.replace("Sở Y tế", "Sở Y tế tỉnh Gia Lai"))) == []


def test_whom_a_request_is_for_may_stand_before_it() -> None:
    asked = "Đối với Sở Y tế tỉnh Gia Lai, Chủ tịch UBND tỉnh yêu cầu mua thuốc ngay."
    assert charged(read(asked)) == ["Sở Y tế Gia Lai"]
    assert charged(read(asked.replace("Đối với", "Theo"))) == []


def test_who_works_with_a_class_leads_and_who_works_with_nobody_helps() -> None:
    alone = "UBND tỉnh Gia Lai giao Sở Xây dựng phối hợp UBND các xã, phường kiểm định trụ sở."
    led = "UBND tỉnh Gia Lai giao Sở Nội vụ chủ trì; Sở Xây dựng phối hợp kiểm định trụ sở."
    assert tasks(read(alone)) == [(("Sở Xây dựng Gia Lai",), (), None)]
    assert tasks(read(led))[-1] == ((), ("Sở Xây dựng Gia Lai",), None)


def test_a_task_runs_over_semicolons_up_to_the_next_who() -> None:
    found = plan(
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương đếm xưởng; lập danh sách hộ; hoàn thành trước "
        "ngày 30 tháng 9 năm 2021; Sở Tài chính cấp vốn cho các hộ.\n"
    )
    assert tasks(found) == [
        (("Sở Công Thương Nghệ An",), (), "2021-09-30"),
        (("Sở Tài chính Nghệ An",), (), None),
    ]


def test_cells_that_repeat_the_row_above() -> None:
    found = plan(
        "II. PHÂN CÔNG\nTT | Việc | Cơ quan chủ trì | Phối hợp | Thời gian\n"
        "I | Nhóm việc đầu | | |\n"
        "1 | Đếm xưởng | Sở Công Thương (chủ trì); Sở Nội vụ | Tỉnh đoàn | Tháng 6/2021\n"
        "2 | Vẽ bản đồ | nt | | Năm 2022 - 2023\n"
    )
    leads = ("Sở Công Thương Nghệ An", "Sở Nội vụ Nghệ An")
    assert tasks(found) == [(leads, ("Tỉnh đoàn Nghệ An",), "2021-06"), (leads, (), "2023")]


def test_a_cell_that_is_merged_with_the_one_above() -> None:
    found = plan(
        "II. PHÂN CÔNG\nTT\tViệc\tCơ quan chủ trì\tPhối hợp\tThời gian\n"
        "1\tĐếm xưởng\tSở Công Thương\tTỉnh đoàn\tTháng 6/2021\n2\tVẽ bản đồ\t\tSở Nội vụ\t2022\n"
        "3\t\t\t\t\nII\tNhóm việc sau\t\t\t\n4\tLàm phim\t\t\t2023\n"
    )
    assert tasks(found) == [
        (("Sở Công Thương Nghệ An",), ("Tỉnh đoàn Nghệ An",), "2021-06"),
        (("Sở Công Thương Nghệ An",), ("Sở Nội vụ Nghệ An",), "2022"),
    ]


def test_who_leads_may_stand_behind_by_or_is() -> None:
    found = plan(
        "II. NHIỆM VỤ\n1. Mở chợ phiên do Sở Công Thương chủ trì, phối hợp với Sở Nội vụ.\n"
        "2. Dựng nhà trưng bày; đơn vị chủ trì là Sở Xây dựng.\n"
        "3. Nhà trưng bày cũ do Sở Y tế quản lý.\n"
    )
    assert tasks(found) == [
        (("Sở Công Thương Nghệ An",), ("Sở Nội vụ Nghệ An",), None),
        (("Sở Xây dựng Nghệ An",), (), None),
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("trong nửa đầu năm 2026", "2026-06"),
        ("trong tuần đầu tháng 9/2025", "2025-09"),
        ("từ ngày 01/7/2025 đến ngày 30/9/2025", "2025-09-30"),
        ("đến ngày 30/6/2025 phải hoàn thành", "2025-06-30"),
        ("tính đến ngày 30/6/2025 còn 12 kho", None),
        ("trước ngày 15 hằng tháng", None),
    ],
)
def test_limits(words: str, day: str | None) -> None:
    limit = deadline_in(folded(words), 0, len(words), 2025)
    assert (str(limit) if limit else None) == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Quý II, III/2025", "2025-09"),
        ("Quý I-II/2025", "2025-06"),
        ("Tháng 6 - 9/2025", "2025-09"),
        ("Tháng 6", "2025-06"),
        ("06/2025", "2025-06"),
        ("30/6/2025", "2025-06-30"),
        ("Giai đoạn 2025-2030", "2030"),
        ("Cuối năm 2026", "2026"),
        ("6 tháng đầu năm 2026", "2026-06"),
        ("Trước ngày 15/12 hằng năm", None),
        ("Thường xuyên", None),
        ("Theo Quyết định số 12/2025/QĐ-TTg", None),
    ],
)
def test_the_last_time_of_a_cell(cell: str, day: str | None) -> None:
    limit = deadline_of_cell(folded(cell), 0, len(cell), 2025)
    assert (str(limit) if limit else None) == day


def test_a_bracket_behind_a_body_tells_its_part() -> None:
    found = plan(
        "III. PHÂN CÔNG THỰC HIỆN\n1. Sở Nội vụ (cơ quan thường trực): lập đoàn kiểm tra.\n"
        "2. Giao Sở Y tế (chủ trì), Sở Tài chính (phối hợp) kiểm kê kho thuốc.\n"
    )
    assert tasks(found) == [
        (("Sở Nội vụ Nghệ An",), (), None),
        (("Sở Y tế Nghệ An",), ("Sở Tài chính Nghệ An",), None),
    ]


def test_items_numbered_as_the_party_numbers_them() -> None:
    found = read(
        "TỈNH ỦY KIÊN GIANG\n*\nSố 512-TB/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Rạch Giá, ngày 05 tháng 4 năm 2023\n\nTHÔNG BÁO\nkết luận về trồng dừa\n\n"
        "Ban Thường vụ Tỉnh ủy yêu cầu:\n2.1- Đảng đoàn HĐND tỉnh lãnh đạo việc giám sát.\n"
        "2.2- Huyện ủy Gò Quao xây dựng kế hoạch trồng dừa trong tháng 6/2023.\n"
    )
    assert tasks(found) == [
        (("Đảng đoàn HĐND tỉnh Kiên Giang",), (), None),
        (("Huyện ủy Gò Quao",), (), "2023-06"),
    ]


def test_tasks_go_on_over_paragraphs_but_not_past_a_report() -> None:
    opening = "Ngày 20/3/2024, Chủ tịch UBND tỉnh Gia Lai yêu cầu Sở Nội vụ kiểm kê kho.\n\n"
    urged = "Sở Y tế tham mưu phương án mua thuốc, hoàn thành chậm nhất ngày 28/3.\n\n"
    held = "Sở Tài chính chủ trì hội nghị tháng trước.\n"
    found = read(opening + urged + held)
    assert tasks(found) == [
        (("Sở Nội vụ Gia Lai",), (), None),
        (("Sở Y tế Gia Lai",), (), "2024-03-28"),
    ]


def test_who_stands_behind_what_an_item_is_about() -> None:
    found = plan(
        "II. NHIỆM VỤ, GIẢI PHÁP\n1. Yêu cầu các đơn vị:\n"
        "2. Về mặt bằng: UBND huyện Kỳ Sơn tập trung vận động 37 hộ, bàn giao mặt bằng chậm nhất "
        "ngày 15/6/2021.\n3. Về kinh phí: chưa có nguồn.\n"
    )
    assert tasks(found) == [(("UBND huyện Kỳ Sơn",), (), "2021-06-15")]


def test_sections_of_who_does_what_in_a_decision_of_articles() -> None:
    found = read(
        "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG\nSố: 77/QĐ-UBND\nKiên Giang, ngày 02 tháng 3 năm 2018\n\n"
        "QUYẾT ĐỊNH\nphê duyệt đề án nuôi hàu\n\nCăn cứ Quyết định số 5/QĐ-TTg;\n\n"
        "QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt đề án với các nội dung sau:\nI. MỤC TIÊU\n"
        "1. Sở Tài chính cấp vốn cho 20 hộ.\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Sở Tài chính bố trí kinh phí, tổ chức sơ kết vào năm 2020.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    assert tasks(found) == [(("Sở Tài chính Kiên Giang",), (), "2020")]


def test_names_end_with_their_cell() -> None:
    found = plan(
        "II. PHÂN CÔNG\nTT\tViệc\tĐơn vị chủ trì\tPhối hợp\tThời gian\n"
        "1\tMở hội làm giấy ở bến sông trước rằm\tUBND huyện Kỳ Sơn\tSở Du lịch\tTháng 3 hằng năm\n"
        "2\tDạy nghề\tSở Nội vụ phối hợp với Trường Cao đẳng Nghệ An\t\t9/2022\n"
        "3\tLàm phim\tBáo Nghệ An\tCác sở, ngành\tTrước 30/11/2022\n"
    )
    assert tasks(found) == [
        (("UBND huyện Kỳ Sơn",), ("Sở Du lịch Nghệ An",), None),
        (("Sở Nội vụ Nghệ An",), ("Trường Cao đẳng Nghệ An",), "2022-09"),
        (("Báo Nghệ An",), (), "2022-11-30"),
    ]


def test_a_directive_charges_by_any_verb_and_with_apart() -> None:
    found = read(
        "UBND TỈNH KIÊN GIANG\nSố: 16/2007/CT-UBND\nKiên Giang, ngày 12 tháng 9 năm 2007\n\n"
        "CHỈ THỊ\nVề việc trồng dừa\n\nUỷ ban nhân dân tỉnh chỉ thị:\n"
        "1. Sở Nội vụ đẩy mạnh tuyên truyền.\n2. Các địa phương trồng dừa. Riêng Uỷ ban nhân dân "
        "huyện Gò Quao lập vườn ươm, báo cáo trước ngày 20/9/2007.\n"
    )
    assert tasks(found) == [
        (("Sở Nội vụ Kiên Giang",), (), None),
        (("UBND huyện Gò Quao",), (), "2007-09-20"),
    ]


def test_what_goes_on_may_be_led_in_or_passive_or_dated() -> None:
    news = (
        "Chủ tịch UBND tỉnh Gia Lai yêu cầu các sở kiểm kê kho. Cũng theo công văn này, Sở Y "
        "tế có ý kiến về thuốc; Công an tỉnh gửi hồ sơ trong tháng 11/2024. Phó Chủ tịch UBND tỉnh "
        "Rah Lan Chung được giao trực tiếp chỉ đạo. Sở Tài chính cấp vốn trước ngày 15/12/2024. Sở "
        "Nội vụ mừng tuổi người già."
    )
    found = read(news)
    people = {one.id: one.name for one in found.actors.officials}
    assert [
        (people.get(one) or found.name(one)) for task in found.actors.tasks for one in task.lead
    ] == ["Sở Y tế Gia Lai", "Công an tỉnh Gia Lai", "Rah Lan Chung", "Sở Tài chính Gia Lai"]


def test_heads_of_all_ministries_are_a_class() -> None:
    news = (
        "Thủ tướng yêu cầu Bộ trưởng, Thủ trưởng cơ quan ngang bộ rà soát trụ sở. Bộ Tài chính chủ "
        "trì hướng dẫn, báo cáo trước ngày 15/9/2025. Vụ Pháp chế có trách nhiệm thẩm định trước "
        "ngày 20/9/2025. Vụ Mùa có nhiệm vụ nặng nề trước ngày 20/9/2025."
    )
    assert charged(read(news)) == ["Bộ Tài chính", "Vụ Pháp chế"]
