"""Office-holders: every form of a person with posts, and who is none."""

from __future__ import annotations

import pytest

from tests.graph.extract.provinces import read


def test_a_list_parts_persons_by_semicolons_and_posts_by_commas() -> None:
    found = read(
        "Sáng 15/8/2023, đồng chí Lê Văn Bình, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch "
        "HĐND tỉnh Nghệ An chủ trì hội nghị. Cùng dự có các đồng chí: Trần Thị Hoa, Phó Bí thư "
        "Thường trực Tỉnh ủy; Phạm Quốc Hùng, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh."
    )
    assert found.people == {
        "Lê Văn Bình": [
            ("Ủy viên Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
            ("Bí thư Tỉnh ủy", "Tỉnh ủy Nghệ An"),
            ("Chủ tịch HĐND tỉnh Nghệ An", "HĐND tỉnh Nghệ An"),
        ],
        "Trần Thị Hoa": [("Phó Bí thư Thường trực Tỉnh ủy", "Tỉnh ủy Nghệ An")],
        "Phạm Quốc Hùng": [
            ("Phó Bí thư Tỉnh ủy", "Tỉnh ủy Nghệ An"),
            ("Chủ tịch UBND tỉnh", "UBND tỉnh Nghệ An"),
        ],
    }
    days = {p.as_of for o in found.actors.officials for p in o.positions}
    assert [str(day) for day in days] == ["2023-08-15"]


def test_a_post_told_of_a_whole_list_is_everybodys() -> None:
    found = read(
        "Tỉnh ủy Thanh Hóa họp. Dự có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Minh Tâm - "
        "Phó Chủ tịch UBND tỉnh; Đỗ Thị Lan - Trưởng Ban Dân vận Tỉnh ủy; cùng lãnh đạo các sở. "
        "Các Phó Chủ tịch HĐND tỉnh: Vi Văn Sơn, Mai Xuân Lộc tham gia."
    )
    member = ("Ủy viên Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Thanh Hóa")
    assert member in found.people["Lê Minh Tâm"]
    assert member in found.people["Đỗ Thị Lan"]
    for name in ("Vi Văn Sơn", "Mai Xuân Lộc"):
        assert found.people[name] == [("Phó Chủ tịch HĐND tỉnh", "HĐND tỉnh Thanh Hóa")]


def test_posts_before_names_go_to_the_name_they_touch() -> None:
    found = read(
        "Dự có Phó Thủ tướng Chính phủ Trần Văn Hải, Bộ trưởng Bộ Nội vụ Phạm Thị Mận, Thứ trưởng "
        "Bộ Tài chính Võ Thành Long; Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Giang Hoàng Gia Lộc."
    )
    assert found.people["Trần Văn Hải"] == [("Phó Thủ tướng Chính phủ", "Chính phủ")]
    assert found.people["Phạm Thị Mận"] == [("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ")]
    assert found.people["Võ Thành Long"] == [("Thứ trưởng Bộ Tài chính", "Bộ Tài chính")]
    assert found.people["Hoàng Gia Lộc"] == [
        ("Phó Bí thư Tỉnh ủy", "Tỉnh ủy Hà Giang"),
        ("Chủ tịch UBND tỉnh Hà Giang", "UBND tỉnh Hà Giang"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        (
            "Thượng tướng Vũ Văn Đạt, Phó Chủ nhiệm Tổng cục Chính trị QĐND phát biểu.",
            "Vũ Văn Đạt",
            ("Phó Chủ nhiệm Tổng cục Chính trị QĐND", "Tổng cục Chính trị QĐND"),
        ),
        (
            "Đại tá Đinh Văn Tới, Giám đốc Công an tỉnh Quảng Ninh, cho biết.",
            "Đinh Văn Tới",
            ("Giám đốc Công an tỉnh Quảng Ninh", "Công an tỉnh Quảng Ninh"),
        ),
        (
            "Trưởng ban Tổ chức Tỉnh ủy Kiên Giang - Danh Thị Tươi cho biết.",
            "Danh Thị Tươi",
            ("Trưởng ban Tổ chức Tỉnh ủy Kiên Giang", "Ban Tổ chức Tỉnh ủy Kiên Giang"),
        ),
        (
            "Ông Nguyễn Xuân Kỷ (Bí thư Tỉnh ủy Quảng Ninh) nhấn mạnh.",
            "Nguyễn Xuân Kỷ",
            ("Bí thư Tỉnh ủy Quảng Ninh", "Tỉnh ủy Quảng Ninh"),
        ),
        (
            "Chủ tịch UBND huyện Cô Tô Nguyễn Việt Cường báo cáo.",
            "Nguyễn Việt Cường",
            ("Chủ tịch UBND huyện Cô Tô", "UBND huyện Cô Tô"),
        ),
        (
            "Cục trưởng Cục Kiểm lâm Bùi Chính Trực cho hay.",
            "Bùi Chính Trực",
            ("Cục trưởng Cục Kiểm lâm", "Cục Kiểm lâm"),
        ),
        (
            "TS. Trần Văn Minh, Viện trưởng Viện Nghiên cứu phát triển tham luận.",
            "Trần Văn Minh",
            ("Viện trưởng Viện Nghiên cứu phát triển", "Viện Nghiên cứu phát triển"),
        ),
        (
            "Tỉnh Gia Lai: bà Trịnh Minh Bình - Giám đốc Sở Tư pháp tiếp xúc cử tri.",
            "Trịnh Minh Bình",
            ("Giám đốc Sở Tư pháp", "Sở Tư pháp Gia Lai"),
        ),
        (
            "Đồng chí Tạ Văn Khoa, UVT.Ư Đảng dự.",
            "Tạ Văn Khoa",
            ("UVT.Ư Đảng", "Ban Chấp hành Trung ương Đảng"),
        ),
        (
            "Quyền Chủ tịch UBND tỉnh Bắc Ninh Ngô Tấn Phước ký.",
            "Ngô Tấn Phước",
            ("Quyền Chủ tịch UBND tỉnh Bắc Ninh", "UBND tỉnh Bắc Ninh"),
        ),
        (
            "Bà Lù Thị Mai, Bí thư Trung ương Đảng, tới thăm.",
            "Lù Thị Mai",
            ("Bí thư Trung ương Đảng", "Ban Bí thư"),
        ),
    ],
)
def test_one_form(text: str, name: str, position: tuple[str, str]) -> None:
    assert read(text).people == {name: [position]}


def test_names_of_minorities_need_no_list() -> None:
    found = read(
        "Đắk Lắk: ông Y Thanh Hà Niê Kđăm - Bí thư Đảng ủy Khối Doanh nghiệp Trung ương; Phó Chủ "
        "tịch UBND tỉnh Lâm Đồng K'Bình; Phó Chủ tịch UBND tỉnh Gia Lai Rah Lan Chung; bà Giàng "
        "Páo Mỷ, Bí thư Tỉnh ủy Lai Châu; đồng chí Ksor H'Bơ Khăp - Phó Trưởng Đoàn ĐBQH tỉnh Gia "
        "Lai; Phó Trưởng Ban Tổ chức Thành ủy TP Ma Xuân Việt."
    )
    assert list(found.people) == [
        "Y Thanh Hà Niê Kđăm",
        "K'Bình",
        "Rah Lan Chung",
        "Giàng Páo Mỷ",
        "Ksor H'Bơ Khăp",
        "Ma Xuân Việt",
    ]


def test_former_posts_bylines_credits_and_private_persons_are_left_out() -> None:
    found = read(
        "Tỉnh Sơn La. Nguyên Chủ tịch UBND tỉnh Nguyễn Văn Lạng, ông Lê Bá Khiêm - nguyên Bí thư "
        "Tỉnh ủy và Giám đốc Công ty TNHH Hoàng Long Trần Văn Tám cùng dự. Học tập Chủ tịch Hồ Chí "
        "Minh. Đại biểu dự hội nghị. (Ảnh: Thy Dương)\n\nNgô Khiêm\n\nTHANH THY\n\nTin, ảnh: Lê Hà"
    )
    assert found.people == {}


def test_who_is_named_as_author_only_is_left_out_with_the_post() -> None:
    assert read("Tác giả: Nguyễn Văn An, Bí thư Tỉnh ủy.").people == {}


def test_who_holds_one_post_and_held_another_is_in_office() -> None:
    found = read(
        "Đồng chí Lò Minh Tuấn, nguyên Phó Bí thư Tỉnh ủy Sơn La, Thứ trưởng Bộ Nội vụ phát biểu."
    )
    assert found.people == {"Lò Minh Tuấn": [("Thứ trưởng Bộ Nội vụ", "Bộ Nội vụ")]}


def test_a_place_before_a_post_is_no_person() -> None:
    found = read(
        "Tại Nghệ An, Bí thư Tỉnh ủy yêu cầu khẩn trương. Ở Kỳ Anh, Chủ tịch UBND huyện báo cáo. "
        "Trước đó tại huyện Cao Lộc, Bí thư Huyện ủy đã kiểm tra."
    )
    assert found.people == {}


def test_a_committee_without_owner_is_the_home_provinces() -> None:
    found = read(
        "Tỉnh Hà Giang: đồng chí Vương Ngọc Hà, Ủy viên Ban Thường vụ, Trưởng ban Tuyên giáo Tỉnh "
        "ủy; Chủ tịch UBND huyện - ông Lầu Mí Pó dự."
    )
    assert found.people == {
        "Vương Ngọc Hà": [
            ("Ủy viên Ban Thường vụ", "Ban Thường vụ Tỉnh ủy Hà Giang"),
            ("Trưởng ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy Hà Giang"),
        ],
        "Lầu Mí Pó": [("Chủ tịch UBND huyện", "UBND huyện")],
    }


def test_a_caption_repeats_a_person_and_the_credit_is_no_mention() -> None:
    found = read(
        "Bí thư Thành ủy TPHCM Lê Quang Minh phát biểu. (Ảnh: Lê Quang Minh)\n\nBí thư Thành ủy "
        "TPHCM Lê Quang Minh trao giấy khen."
    )
    (official,) = found.actors.officials
    assert len(official.mentions) == 2
    assert [p.body for p in official.positions] == ["Thành ủy Hồ Chí Minh"]


def test_the_day_is_that_of_the_event_else_of_publication() -> None:
    text = "Bí thư Tỉnh ủy Lào Cai Vàng Văn Sáng cho biết. Tính đến ngày 15-9-2021, tỉnh có 5 xã."
    (official,) = read(text, published="2021-10-14").actors.officials
    assert str(official.positions[0].as_of) == "2021-10-14"
    (official,) = read("Chiều 3-4-2019, " + text).actors.officials
    assert str(official.positions[0].as_of) == "2019-04-03"


def test_the_one_ward_of_a_text_tells_that_the_other_name_is_a_person() -> None:
    found = read(
        "Đảng ủy phường Hà Lam họp. Bí thư Đảng ủy phường Nguyễn Thanh Bình nhấn mạnh việc học."
    )
    assert found.people == {
        "Nguyễn Thanh Bình": [("Bí thư Đảng ủy phường", "Đảng ủy phường Hà Lam")]
    }


@pytest.mark.parametrize(
    "post",
    [
        "Phó Trưởng ban Thường trực Ban Chỉ đạo cải cách hành chính của Chính phủ",
        "Trưởng Đoàn giám sát",
        "Trưởng ban An toàn giao thông tỉnh",
    ],
)
def test_a_post_runs_on_to_the_end_of_its_body(post: str) -> None:
    found = read(f"Đồng chí Phạm Văn Minh, {post}, dự họp.")
    assert [title for title, _ in found.people["Phạm Văn Minh"]] == [post]
