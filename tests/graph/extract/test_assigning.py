"""Who is to do what, who is to help, and by when; what only happened is no task."""

from __future__ import annotations

import pytest

from tests.graph.extract.provinces import Read, read

Task = tuple[tuple[str | None, ...], tuple[str | None, ...], str | None]


def tasks(found: Read) -> list[Task]:
    return [
        (
            tuple(found.name(one) for one in task.lead),
            tuple(found.name(one) for one in task.support),
            str(task.deadline) if task.deadline else None,
        )
        for task in found.actors.tasks
    ]


def plan(body: str) -> Read:
    return read(
        "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 912/KH-UBND\nNghệ An, ngày 04 tháng 5 năm 2021\n\n"
        "KẾ HOẠCH\nPhát triển nghề làm giấy dó giai đoạn 2021 - 2025\n\n" + body
    )


@pytest.mark.parametrize(
    ("news", "lead", "support", "deadline"),
    [
        (
            "Chủ tịch UBND tỉnh Gia Lai giao Sở Y tế là cơ quan thường trực, phối hợp chặt chẽ với "
            "Công an tỉnh và các địa phương kiểm tra bếp ăn, báo cáo trước ngày 20/3/2020.",
            {"Sở Y tế Gia Lai"},
            {"Công an tỉnh Gia Lai"},
            "2020-03-20",
        ),
        (
            "Sở Tài chính tỉnh Gia Lai được phân công chủ trì thẩm định giá, xong trong quý "
            "III/2019.",
            {"Sở Tài chính Gia Lai"},
            set(),
            "2019-09",
        ),
        (
            "Bí thư Tỉnh ủy Gia Lai yêu cầu Ban Dân vận Tỉnh ủy, Ban Tổ chức Tỉnh ủy chủ trì; Sở "
            "Nội vụ phối hợp soạn đề cương, hoàn thành trước 30/6/2022.",
            {"Ban Dân vận Tỉnh ủy Gia Lai", "Ban Tổ chức Tỉnh ủy Gia Lai"},
            {"Sở Nội vụ Gia Lai"},
            "2022-06-30",
        ),
        (
            "Trong tháng 10/2023, Sở Công Thương tỉnh Gia Lai phải trình đề án chợ phiên.",
            {"Sở Công Thương Gia Lai"},
            set(),
            "2023-10",
        ),
        (
            "UBND tỉnh Gia Lai giao UBND các huyện Chư Sê, Ia Grai và các Sở: Xây dựng, Nội vụ kê "
            "khai nhà kho trước ngày 15 hằng tháng.",
            {
                *("UBND huyện Chư Sê", "UBND huyện Ia Grai"),
                *("Sở Xây dựng Gia Lai", "Sở Nội vụ Gia Lai"),
            },
            set(),
            None,
        ),
        (
            "Tại Gia Lai, Thủ tướng Chính phủ yêu cầu Bộ Tài chính cân đối vốn cho tuyến đường, "
            "báo cáo trước ngày 30/9/2025.",
            {"Bộ Tài chính"},
            set(),
            "2025-09-30",
        ),
    ],
)
def test_news_tells_who_was_given_a_task(
    news: str, lead: set[str], support: set[str], deadline: str | None
) -> None:
    found = read(news)
    told = tasks(found)
    assert {one for task in told for one in task[0]} == lead
    assert {one for task in told for one in task[1]} == support
    assert deadline in {task[2] for task in told}


@pytest.mark.parametrize(
    "news",
    [
        "Sở Y tế tỉnh Sơn La chủ trì hội nghị, phối hợp với Sở Nội vụ phát quà cho bản.",
        "Theo đề nghị của Sở Nội vụ tỉnh Sơn La, UBND tỉnh đã khen 12 tổ xe.",
        "UBND tỉnh Sơn La bàn giao Trung tâm Y tế huyện; ngành Giao thông vận tải làm đường.",
        "Tỉnh ủy Sơn La đề nghị Chính phủ sớm cho ý kiến về tuyến cáp treo.",
        "Sở Xây dựng tỉnh Sơn La phải dừng ba công trình.",
    ],
)
def test_what_happened_or_is_asked_of_those_above_is_no_task(news: str) -> None:
    assert tasks(read(news)) == []


def test_items_under_the_name_of_a_body_are_its_tasks() -> None:
    found = plan(
        "I. TÌNH HÌNH\n1. Sở Công Thương tổ chức ba phiên chợ.\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương\n"
        "- Chủ trì, phối hợp với Sở Tài chính lập danh sách hộ, trước ngày 15/7/2021.\n"
        "- Định kỳ hằng năm, trước ngày 20/12 báo cáo UBND tỉnh kết quả.\n"
        "2. Sở Tài chính: bố trí kinh phí trong dự toán năm 2022.\n"
        "3. Đề nghị Ủy ban MTTQ Việt Nam tỉnh vận động nhân dân.\n"
        "4. Các sở, ban, ngành căn cứ nhiệm vụ được giao thực hiện.\n"
    )
    assert tasks(found) == [
        (("Sở Công Thương Nghệ An",), ("Sở Tài chính Nghệ An",), "2021-07-15"),
        (("Sở Công Thương Nghệ An",), (), None),
        (("Sở Tài chính Nghệ An",), (), None),
        (("Ủy ban MTTQ Việt Nam tỉnh Nghệ An",), (), None),
    ]


def test_a_table_says_who_leads_who_helps_and_by_when() -> None:
    found = plan(
        "II. PHÂN CÔNG\nTT | Việc | Cơ quan chủ trì | Phối hợp | Thời gian\n"
        "1 | Đếm xưởng giấy | Sở Công Thương | Cục Thống kê tỉnh | Tháng 6/2021\n"
        "2 | Trồng cây dó | Sở Nông nghiệp và Phát triển nông thôn | | Quý IV năm 2022\n"
        "3 | Hội chợ | Sở Du lịch | Các huyện | 2025\n"
    )
    assert tasks(found) == [
        (("Sở Công Thương Nghệ An",), ("Cục Thống kê tỉnh Nghệ An",), "2021-06"),
        (("Sở Nông nghiệp và Phát triển nông thôn Nghệ An",), (), "2022-12"),
        (("Sở Du lịch Nghệ An",), (), "2025"),
    ]


def test_a_decision_charges_those_whose_heads_it_names() -> None:
    found = read(
        "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG\nSố: 77/QĐ-UBND\nKiên Giang, ngày 02 tháng 3 năm 2018\n\n"
        "QUYẾT ĐỊNH\nvề việc lập đội thuyền chữa cháy\n\nCăn cứ Quyết định số 5/QĐ-TTg;\n\n"
        "QUYẾT ĐỊNH:\n\nĐiều 1. Lập đội thuyền chữa cháy.\n"
        "Điều 2. Chánh Văn phòng UBND tỉnh; Giám đốc Sở Nội vụ; Chủ tịch UBND các huyện, thành phố "
        "và các tổ chức có liên quan chịu trách nhiệm thi hành Quyết định này.\n"
    )
    lead = ("Văn phòng UBND tỉnh Kiên Giang", "Sở Nội vụ Kiên Giang")
    assert tasks(found) == [(lead, (), None)]
    assert found.ties("assignedTo") == set()  # without its citations read as a subject


def test_a_letter_without_a_type_word_gives_tasks() -> None:
    found = read(
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 1450/UBND-NC\nV/v trông giữ bò thả rông\n"
        "Lào Cai, ngày 08 tháng 8 năm 2019\n\nKính gửi:\n- Công an tỉnh;\n- Các sở, ngành.\n\n"
        "Để giữ an toàn đường bộ, Chủ tịch UBND tỉnh yêu cầu:\n"
        "1. Công an tỉnh khẩn trương lập chốt, xong trước ngày 25/8.\n"
        "2. Giao Sở Nội vụ theo dõi.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nGiàng Văn Sử\n"
    )
    assert tasks(found) == [
        (("Công an tỉnh Lào Cai",), (), "2019-08-25"),
        (("Sở Nội vụ Lào Cai",), (), None),
    ]


def test_a_directive_of_the_party_gives_tasks_to_blocs_boards_and_offices() -> None:
    found = read(
        "TỈNH ỦY KIÊN GIANG\n*\nSố 21-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Rạch Giá, ngày 09 tháng 5 năm 2017\n\nCHỈ THỊ\nvề trồng rừng ngập mặn\n\n"
        "Ban Thường vụ Tỉnh ủy yêu cầu thực hiện các nhiệm vụ sau:\n"
        "1. Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo giám sát việc trồng rừng.\n"
        "2. Ban cán sự đảng Ủy ban nhân dân tỉnh chỉ đạo ban hành kế hoạch; hoàn thành trước ngày "
        "30/6/2017.\n3. Ban Tuyên giáo Tỉnh ủy phối hợp với Báo Kiên Giang, Đài Phát thanh - "
        "Truyền hình tỉnh tuyên truyền.\n"
        "4. Giao Ban Kinh tế Tỉnh ủy chủ trì, phối hợp Văn phòng Tỉnh ủy và các "
        "cơ quan liên quan theo dõi.\n"
    )
    assert tasks(found) == [
        (("Đảng đoàn Hội đồng nhân dân tỉnh Kiên Giang",), (), None),
        (("Ban cán sự đảng Ủy ban nhân dân tỉnh Kiên Giang",), (), "2017-06-30"),
        (
            ("Ban Tuyên giáo Tỉnh ủy Kiên Giang",),
            ("Báo Kiên Giang", "Đài Phát thanh - Truyền hình tỉnh Kiên Giang"),
            None,
        ),
        (("Ban Kinh tế Tỉnh ủy Kiên Giang",), ("Văn phòng Tỉnh ủy Kiên Giang",), None),
    ]


def test_a_district_gives_tasks_to_its_offices() -> None:
    found = read(
        "UBND HUYỆN ĐỨC CƠ\nSố: 33/KH-UBND\nĐức Cơ, ngày 3 tháng 2 năm 2020\n\nKẾ HOẠCH\n"
        "Đo lại đường thôn\n\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ\n"
        "a) Tổng hợp, báo cáo Ủy ban nhân dân huyện trước ngày 15 tháng 12 năm 2020.\n"
        "2. Phòng Tài chính - Kế hoạch: Chủ trì, phối hợp với Phòng Nội vụ tham mưu kinh phí.\n"
        "3. Trung tâm Văn hóa, Thông tin và Thể thao huyện tuyên truyền.\n",
        province="Gia Lai",
    )
    assert tasks(found) == [
        (("Phòng Nội vụ",), (), "2020-12-15"),
        (("Phòng Tài chính - Kế hoạch",), ("Phòng Nội vụ",), None),
        (("Trung tâm Văn hóa, Thông tin và Thể thao huyện Đức Cơ",), (), None),
    ]
