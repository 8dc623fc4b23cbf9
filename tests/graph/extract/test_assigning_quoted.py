"""Tasks that a quoted document gives, one clause for each body, and lists of provinces."""

from __future__ import annotations

import pytest

from tests.graph.extract.provinces import read
from tests.graph.extract.test_assigning import plan, tasks

LETTER = (
    "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN\nSố: 77/UBND-NN\nV/v sửa kho giống\n"
    "Nghệ An, ngày 03 tháng 6 năm 2021\n\nKính gửi: Các sở, ngành.\n\n"
)


def test_sentences_of_a_quoted_document_order_without_a_word_of_duty() -> None:
    found = read(
        "Chủ tịch UBND tỉnh Gia Lai vừa ký Công điện số 9/CĐ-UBND. Công điện nêu rõ: Sở Y tế trực "
        "cấp cứu, xong trước ngày 9/9/2027. Công an tỉnh phối hợp với Sở Xây dựng rà soát cầu treo."
    )
    assert tasks(found) == [
        (("Sở Y tế Gia Lai",), (), "2027-09-09"),
        (("Công an tỉnh Gia Lai",), ("Sở Xây dựng Gia Lai",), None),
    ]


@pytest.mark.parametrize("told", ["phân công rõ", "giao nhiệm vụ cụ thể", "giao cụ thể như sau"])
def test_clauses_behind_a_colon_each_charge_one(told: str) -> None:
    found = read(f"UBND tỉnh Gia Lai {told}: Sở Y tế mua màn; Sở Xây dựng lợp lại 3 trạm xá.")
    assert [lead for lead, _, _ in tasks(found)] == [
        ("Sở Y tế Gia Lai",),
        ("Sở Xây dựng Gia Lai",),
    ]


def test_what_goes_on_behind_theo_do_orders_too() -> None:
    found = read(
        "UBND tỉnh Gia Lai có công văn về nước sạch. Theo đó, Sở Y tế được giao lấy mẫu giếng. "
        "Sở Xây dựng chỉ đạo các nhà máy súc bể. Sở Tài chính đã cấp 45 máy bơm."
    )
    assert [lead for lead, _, _ in tasks(found)] == [
        ("Sở Y tế Gia Lai",),
        ("Sở Xây dựng Gia Lai",),
    ]


def test_a_time_may_stand_before_whom_a_request_charges() -> None:
    found = read(
        "Ngày 5/8/2027, UBND tỉnh Gia Lai yêu cầu từ nay đến cuối năm, Sở Y tế phải lắp xong quạt."
    )
    assert tasks(found) == [(("Sở Y tế Gia Lai",), (), "2027-12")]


def test_provinces_of_a_list_are_charged_each() -> None:
    found = read(
        "Thủ tướng Chính phủ yêu cầu Chủ tịch UBND các tỉnh, thành phố: Hải Phòng, Lào Cai và Sơn "
        "La chằng lại mái chợ, xong trước ngày 9/9/2027."
    )
    names = ("UBND thành phố Hải Phòng", "UBND tỉnh Lào Cai", "UBND tỉnh Sơn La")
    assert tasks(found) == [(names, (), "2027-09-09")]


def test_a_region_is_no_province() -> None:
    found = read("Thủ tướng Chính phủ yêu cầu UBND các tỉnh Tây Nguyên trồng lại rừng.")
    assert found.bodies == ["Thủ tướng Chính phủ"]


@pytest.mark.parametrize(
    ("item", "charged"),
    [
        ("1. Đối với Sở Y tế: khử khuẩn kho trước ngày 9/9/2027.", "Sở Y tế Nghệ An"),
        ("- Sở Y tế: (1) Khử khuẩn kho; (2) Lập sổ, gửi trước ngày 9/9/2027.", "Sở Y tế Nghệ An"),
        ("1. Sở Y tế theo lĩnh vực phụ trách khử khuẩn kho.", "Sở Y tế Nghệ An"),
    ],
)
def test_items_of_a_letter_charge(item: str, charged: str) -> None:
    found = read(LETTER + f"Xét tờ trình của Sở Nội vụ, UBND tỉnh có ý kiến như sau:\n{item}\n")
    assert [lead for lead, _, _ in tasks(found)] == [(charged,)]


def test_a_whole_article_charges() -> None:
    found = read(
        "BỘ XÂY DỰNG\nSố: 77/QĐ-BXD\nHà Nội, ngày 03 tháng 6 năm 2021\n\nQUYẾT ĐỊNH\nBan hành sổ "
        "tay\n\nĐiều 1. Ban hành Sổ tay.\nĐiều 2. Vụ Kế hoạch - Tài chính bố trí kinh phí in.\n"
        "Điều 3. Vụ Kế hoạch - Tài chính đã bố trí kinh phí in.\n"
    )
    assert tasks(found) == [(("Vụ Kế hoạch - Tài chính",), (), None)]


def test_a_board_named_alone_is_the_one_named_before() -> None:
    found = plan(
        "IV. TỔ CHỨC THỰC HIỆN\n1. Ban Tuyên giáo Tỉnh ủy mở lớp.\n"
        "2. Giao Ban Tuyên giáo chủ trì việc chấm bài.\n"
    )
    assert tasks(found) == [(("Ban Tuyên giáo Tỉnh ủy Nghệ An",), (), None)] * 2


def test_a_board_that_two_committees_have_is_none_of_them_alone() -> None:
    found = plan(
        "IV. TỔ CHỨC THỰC HIỆN\n1. Ban Tuyên giáo Tỉnh ủy mở lớp.\n2. Ban Tuyên giáo Huyện ủy "
        "Nam Đàn mở lớp.\n3. Giao Ban Tuyên giáo chủ trì việc chấm bài.\n"
    )
    assert len(tasks(found)) == 2


def test_whether_something_is_given_is_a_question() -> None:
    found = read(
        "Báo hỏi về việc có hay không chuyện UBND tỉnh Gia Lai giao Sở Y tế thu phí gửi xe."
    )
    assert tasks(found) == []


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Đội Quản lý thị trường số 6", "Đội Quản lý thị trường số 6"),
        ("Ban Quản lý Khu kinh tế Vân Phong", "Ban Quản lý Khu kinh tế Vân Phong"),
        ("Thanh tra xây dựng huyện Chư Sê", "Thanh tra xây dựng huyện Chư Sê"),
        ("Giám đốc Sở Y tế các tỉnh Lào Cai", "Sở Y tế Lào Cai"),
        ("Ban Tổ chức Đảng ủy Khối", "Ban Tổ chức Đảng ủy Khối"),
        (
            "Ban Quản lý dự án đầu tư xây dựng công trình giao thông và nông nghiệp Kon Tum",
            "Ban Quản lý dự án đầu tư xây dựng công trình giao thông và nông nghiệp Kon Tum",
        ),
    ],
)
def test_the_name_of_a_body_runs_to_its_end(printed: str, name: str) -> None:
    news = f"Thủ tướng Chính phủ yêu cầu {printed} kiểm kê kho, xong trước ngày 9/9/2027."
    assert tasks(read(news)) == [((name,), (), "2027-09-09")]


@pytest.mark.parametrize("joint", [",", " và"])
def test_two_hospitals_are_not_one(joint: str) -> None:
    hospitals = f"Bệnh viện Bạch Mai{joint} Bệnh viện Chợ Rẫy"
    found = read(f"Bộ Y tế yêu cầu {hospitals} sẵn sàng giường trống.")
    assert tasks(found) == [(("Bệnh viện Bạch Mai", "Bệnh viện Chợ Rẫy"), (), None)]


@pytest.mark.parametrize(
    ("clauses", "goes_on"),
    [
        ("Sở Y tế mua màn; Sở Nội vụ lập sổ; Sở Tài chính chi tiền", True),
        ("Sở Y tế mua màn", False),
    ],
)
def test_the_sentence_behind_a_list_of_tasks_goes_on_with_it(clauses: str, goes_on: bool) -> None:
    found = read(
        f"UBND tỉnh Gia Lai giao {clauses}. Sở Xây dựng phối hợp với Công an tỉnh kiểm tra cầu."
    )
    going_on = (("Sở Xây dựng Gia Lai",), ("Công an tỉnh Gia Lai",), None)
    assert (going_on in tasks(found)) is goes_on


@pytest.mark.parametrize(
    "told",
    [
        "Kết luận thanh tra số 8/KL-TTr chỉ rõ, Sở Y tế thực hiện mua màn. Sở Xây dựng lập sổ.",
        "Thông báo số 8-TB/UBKTTW nêu rõ: Sở Y tế lãnh đạo, chỉ đạo mua màn.",
        "Quyết định kỷ luật nêu rõ: Sở Y tế tham mưu mua màn.",
        "Báo cáo của Sở Y tế gửi kèm Công văn số 8/SYT-NV nêu rõ: Sở Y tế tiếp nhận 9 ca.",
        "Kết luận chỉ rõ, Sở Y tế mua màn sai quy định. Sở Xây dựng thẩm định thiếu chính xác.",
        "Nghị quyết số 8-NQ/TU chỉ rõ, Sở Y tế mua màn; Sở Xây dựng tham mưu còn chậm.",
    ],
)
def test_what_an_inspection_found_is_no_task(told: str) -> None:
    assert tasks(read(f"Tỉnh Gia Lai có tin mới. {told}")) == []


@pytest.mark.parametrize("paper", ["Công văn", "Thông báo"])
def test_what_is_lacking_or_a_last_day_is_no_finding(paper: str) -> None:
    found = read(
        f"Tỉnh Gia Lai. {paper} nêu rõ: Sở Y tế cấp màn cho hộ còn thiếu, chậm nhất trong tháng 9; "
        "Sở Xây dựng sửa nhà."
    )
    assert [lead for lead, _, _ in tasks(found)] == [
        ("Sở Y tế Gia Lai",),
        ("Sở Xây dựng Gia Lai",),
    ]


def test_what_an_inspection_orders_is_a_task() -> None:
    found = read(
        "Tỉnh Gia Lai. Kết luận thanh tra nêu rõ: Sở Y tế khẩn trương mua màn. Sở Xây dựng lập sổ."
    )
    assert tasks(found) == [(("Sở Y tế Gia Lai",), (), None)]


@pytest.mark.parametrize(
    ("said", "orders"),
    [
        ("kiểm tra các xe vượt tải", True),
        ("xử lý kho trái phép", True),
        ("khẩn trương thay người chậm việc", True),
        ("thẩm định thiếu chính xác", False),
        ("kiểm tra phát hiện nhiều sai sót", False),
        ("làm việc với đoàn khách Lào", False),
        ("thực hiện giải ngân đạt 45%", False),
    ],
)
def test_a_sentence_behind_what_a_document_gives_may_report(said: str, orders: bool) -> None:
    found = read(
        f"Tỉnh Gia Lai. Quyết định số 8/QĐ-UBND giao Sở Y tế mua màn. Sở Tài chính {said}."
    )
    assert ((("Sở Tài chính Gia Lai",), (), None) in tasks(found)) is orders


def test_a_steering_board_is_no_verb_of_giving() -> None:
    found = read("Trưởng Ban Chỉ đạo Lê Văn Phong chỉ đạo các sở khẩn trương lợp lại mái.")
    assert "Lê Văn Phong" not in [one for lead, _, _ in tasks(found) for one in lead]


@pytest.mark.parametrize(
    "told",
    [
        "Ban Tổ chức Tỉnh ủy dự giải chạy. UBND tỉnh Gia Lai giao Ban Tổ chức mua nước",
        "Ban Nội chính Trung ương và Ban Nội chính Tỉnh ủy họp. Trung ương giao Ban Nội chính mở "
        "lớp",
        "Ban Nội chính Tỉnh ủy họp, Ban Nội chính Trung ương dự. Trung ương giao Ban Nội chính mở "
        "lớp",
    ],
)
def test_a_board_of_a_contest_or_of_the_centre_is_not_that_of_the_province(told: str) -> None:
    assert tasks(read(f"Tỉnh Gia Lai. {told}.")) == []


def test_to_report_is_a_task_in_a_list_of_tasks() -> None:
    items = "- Sở Y tế báo cáo riêng về kho thuốc.\n- Sở Nội vụ báo cáo: trong tuần đã lập sổ.\n"
    found = read(LETTER + f"UBND tỉnh đề nghị các đơn vị:\n{items}")
    assert [lead for lead, _, _ in tasks(found)] == [("Sở Y tế Nghệ An",)]
