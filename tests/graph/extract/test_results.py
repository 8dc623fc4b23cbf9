"""Reported figures: value, unit, what ties them to a document and what is no figure."""

from __future__ import annotations

import pytest

from tests.graph.extract.provinces import read


def test_a_figure_after_the_document_it_carries_out_is_tied() -> None:
    found = read(
        "Sau 5 năm thực hiện Nghị quyết số 39-NQ/TW, tỉnh Hòa Bình đã tinh giản 1.245 biên chế, "
        "đạt 10,5% kế hoạch. Đến nay, toàn tỉnh còn 210 xã."
    )
    assert found.figures == [
        (1245, "biên chế", "39-NQ/TW"),
        (10.5, "%", "39-NQ/TW"),
        (210, "xã", None),
    ]


def test_a_figure_according_to_a_document_is_tied() -> None:
    found = read("Toàn tỉnh đã giảm 512 biên chế theo Nghị quyết số 39-NQ/TW của Bộ Chính trị.")
    assert found.figures == [(512, "biên chế", "39-NQ/TW")]


def test_after_two_documents_a_figure_is_tied_to_neither() -> None:
    found = read(
        "Thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW, cả nước giảm 120 cơ quan."
    )
    assert found.figures == [(120, "cơ quan", None)]


@pytest.mark.parametrize(
    "opening",
    [
        "Nhờ Nghị quyết số 39-NQ/TW, năm 2020",
        "Từ khi có Nghị quyết số 39-NQ/TW,",
        "Nghị quyết số 39-NQ/TW của Bộ Chính trị đã được triển khai, đến nay",
    ],
)
def test_a_figure_is_tied_to_what_the_sentence_opens_with(opening: str) -> None:
    found = read(f"{opening} toàn tỉnh trồng 1.200ha chè, lập 42 chi hội.")
    assert found.figures == [(1200, "ha", "39-NQ/TW"), (42, "chi hội", "39-NQ/TW")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cùng với đó, thực hiện Nghị quyết số 39-NQ/TW, tỉnh Hòa Bình giảm 42 chi hội.",
        "Giai đoạn 2017-2022, thực hiện Nghị quyết số 39-NQ/TW, tỉnh Hòa Bình giảm 42 chi hội.",
        "Quá trình thực hiện Nghị quyết số 39-NQ/TW, tỉnh Hòa Bình giảm 42 chi hội.",
        "Sau sắp xếp theo Nghị quyết số 39-NQ/TW, tỉnh Hòa Bình giảm 42 chi hội.",
        "Thực hiện các nhiệm vụ của Nghị quyết số 39-NQ/TW, tỉnh Hòa Bình giảm 42 chi hội.",
        "Tỉnh Hòa Bình giảm 42 chi hội sau 5 năm thực hiện Nghị quyết số 39-NQ/TW.",
        "Thực hiện Nghị quyết số 39-NQ/TW về triển khai thực hiện Kết luận số 64-KL/TW, tỉnh Hòa "
        "Bình giảm 42 chi hội.",
    ],
)
def test_forms_that_tie(sentence: str) -> None:
    assert read(sentence).figures == [(42, "chi hội", "39-NQ/TW")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Giảm 42 chi hội so với trước khi thực hiện Nghị quyết số 39-NQ/TW.",
        "Thực hiện Nghị quyết số 39-NQ/TW, Kết luận số 64-KL/TW, tỉnh Hòa Bình giảm 42 chi hội.",
        "Đã có 42 chi hội xây dựng kế hoạch thực hiện Nghị quyết số 39-NQ/TW.",
    ],
)
def test_forms_that_do_not_tie(sentence: str) -> None:
    assert read(sentence).figures == [(42, "chi hội", None)]


def test_what_a_task_sets_is_no_result() -> None:
    found = read("Toàn tỉnh có 42 chi hội. UBND tỉnh Hòa Bình giao Sở Nội vụ lập 15 chi hội mới.")
    assert found.figures == [(42, "chi hội", None)]


def test_figures_under_aims_and_tasks_of_a_plan_are_no_results() -> None:
    found = read(
        "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG\nSố: 77/KH-UBND\nKiên Giang, ngày 02 tháng 3 năm 2018\n\n"
        "KẾ HOẠCH\nnuôi hàu ven biển\n\nI. TÌNH HÌNH\nToàn tỉnh có 42 hợp tác xã.\n"
        "II. MỤC TIÊU\nXuất khẩu đạt 30 triệu USD, có 55 hợp tác xã.\n"
        "III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2017\nĐã lập 12 chi hội.\n"
    )
    assert found.figures == [(42, "hợp tác xã", None), (12, "chi hội", None)]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Nghị quyết số 39-NQ/TW sẽ giúp 200 hộ thoát nghèo vào năm 2030.", []),
        ("Nghị quyết số 39-NQ/TW đã giúp 200 hộ thoát nghèo.", [200]),
        ("Sắp xếp theo Nghị quyết số 18-NQ/TW, các đơn vị sẽ giảm 43 đầu mối.", [43]),
        ("Triển khai Kế hoạch 45-KH/TU, huyện mong muốn trồng 300 luống sen trong năm 2027.", []),
        ("Đáp ứng mong muốn của bà con, huyện đã trồng 300 ha sen.", [300]),
        ("Lũ dữ cuốn trôi 300 con gia súc.", []),
        ("Kẻ gian trộm 3 con trâu.", []),
        ("Tổ liên gia nuôi 300 con gia súc.", [300]),
        ("Toàn tỉnh khắc phục thiệt hại 300 ha lúa.", [300]),
    ],
)
def test_what_is_wished_for_and_what_was_lost_is_no_result(sentence: str, kept: list[int]) -> None:
    assert [value for value, _, _ in read(sentence).figures] == kept


_REPORT = (
    "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG\nSố: 77/BC-UBND\nKiên Giang, ngày 02 tháng 12 năm 2018\n\n"
    "BÁO CÁO\nnuôi hàu ven biển\n\n"
)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (
            "1. Thực hiện nhiệm vụ sản xuất năm qua\nĐã lập 12 chi hội.\n"
            "2. Xây dựng cơ sở vật chất\nToàn tỉnh có 42 hợp tác xã.\n",
            [12, 42],
        ),
        (
            "I. KẾT QUẢ\n1. Nhiệm vụ thu ngân sách\nĐã lập 12 chi hội.\n"
            "II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019\n1. Nuôi hàu\nLập 15 chi hội.\n"
            "2. Làm đường\nLập 16 chi hội.\nIII. TÌNH HÌNH KHÁC\nToàn tỉnh có 42 hợp tác xã.\n",
            [12, 42],
        ),
        (
            "1. Nhiệm vụ trọng tâm năm 2018\nĐã lập 12 chi hội.\n"
            "2. Nhiệm vụ trọng tâm năm 2019\nLập 15 chi hội.\n"
            "3. Công tác thi đua\nToàn tỉnh có 42 hợp tác xã.\n",
            [12, 42],
        ),
        ("I. GIẢI PHÁP THỰC HIỆN NHIỆM VỤ NĂM 2019\nLập 15 chi hội.\n", []),
        ("II. MỤC TIÊU\nLập 15 chi hội.\nIII. HẠN CHẾ\nCòn 42 chi hội nhỏ.\n", [42]),
        ("I. CÔNG TÁC TỔ CHỨC THỰC HIỆN\nĐã lập 12 chi hội.\n", [12]),
    ],
)
def test_only_what_a_report_says_under_headings_that_look_ahead_is_aimed_at(
    told: str, kept: list[int]
) -> None:
    assert [value for value, _, _ in read(_REPORT + told).figures] == kept


def test_a_document_that_is_only_spoken_of_ties_nothing() -> None:
    found = read("Nghị quyết số 39-NQ/TW bàn về bộ máy, toàn tỉnh đang có 42 chi hội.")
    assert found.figures == [(42, "chi hội", None)]


def test_what_is_compared_with_is_no_period() -> None:
    (result,) = read("Toàn tỉnh tăng so với năm 2014, có 42 chi hội.").actors.results
    assert result.period is None


@pytest.mark.parametrize(
    ("text", "figure", "qualifier"),
    [
        ("có hơn 5 triệu đảng viên", (5_000_000, "đảng viên", None), "hơn"),
        ("gần 1,2 triệu lượt người", (1_200_000, "lượt người", None), "gần"),
        ("tổng vốn 12.500 tỷ đồng", (12_500_000_000_000, "đồng", None), None),
        ("có 22/43 cơ quan hoàn thành", (22, "cơ quan", None), None),
        ("đạt 62,82% kế hoạch", (62.82, "%", None), None),
        ("cử 31 đồng chí đi học", (31, "đồng chí", None), None),
        ("cấp 12.500 thẻ bảo hiểm y tế", (12_500, "thẻ bảo hiểm y tế", None), None),
        ("có 14/15 chỉ tiêu đạt và vượt", (14, "chỉ tiêu", None), None),
        ("bố trí 41/157 bí thư xã", (41, "bí thư", None), None),
        ("chữa khỏi 447 ca Covid-19", (447, "ca", None), None),
        ("mở rộng 45 trụ sở", (45, "trụ sở", None), None),
        ("hoàn thành 18/20 chỉ tiêu", (18, "chỉ tiêu", None), None),
        ("tiết kiệm 2,5 tỷ đồng kinh phí", (2_500_000_000, "đồng", None), None),
        ("tăng 6 điểm phần trăm", (6, "điểm phần trăm", None), None),
        ("ban hành 12 nghị quyết", (12, "nghị quyết", None), None),
        ("kết nạp 1.027 đảng viên", (1027, "đảng viên", None), None),
        ("sinh hoạt tại 563 tổ chức cơ sở Đảng", (563, "tổ chức cơ sở Đảng", None), None),
    ],
)
def test_values(text: str, figure: tuple[float, str, None], qualifier: str | None) -> None:
    found = read(f"Năm 2020, toàn tỉnh {text}.")
    assert found.figures == [figure]
    (result,) = found.actors.results
    assert (result.qualifier, result.period) == (qualifier, "Năm 2020")


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh phấn đấu kết nạp 2.000 đảng viên mỗi năm.",
        "Mục tiêu đến năm 2025 có 95% hộ dân dùng nước sạch.",
        "Điều 12 xã không còn. Quận 1 phòng bệnh.",
        "Số 5 - 2022, 14/10/1930, 18:31, giai đoạn 2015-2021, 6 tháng đầu năm.",
        "Kế hoạch số 15/KH-UBND và Nghị quyết số 120-NQ/TW.",
        "Giá trị trên 1 ha còn thấp. Quyên góp cho 12 đồng bào.",
        "Tỉnh thực hiện 3 nghị quyết của Trung ương.",
        "Lũ quét tại 18/24 xã, ở hơn 30 thôn.",
        "Tỉnh xây dựng 15 năm chưa xong, hỗ trợ 12 lần, giảm 10 và 20.",
        "Tỉnh giao 5 sở gỡ vướng. Đến năm 2030 có 120.000 ha, xuất khẩu đạt 300 triệu USD.",
        "Năm 2025, tỉnh phấn đấu kết nạp từ 1.000 đảng viên trở lên; giảm 15 đầu mối.",
        "Các ban phải giải ngân 100% vốn.",
        "Tỉnh được giao chỉ tiêu 2.200 căn nhà. Thi công 3 ca.",
        "Kế hoạch đề ra 23 nhiệm vụ, 45 chỉ tiêu.",
        "Kinh phí thực hiện 120 tỷ đồng. Tỉnh bố trí 35 tỷ đồng làm đường.",
        "Hơn 350 cán bộ về dự hội nghị. Nhà cấp 4 tổ 5.",
        "Đến năm 2030, tỉnh giảm ít nhất 10% biên chế.",
    ],
)
def test_targets_ordinals_dates_and_numbers_are_no_figures(text: str) -> None:
    assert read(text).figures == []


def test_an_aim_that_a_figure_is_compared_with_is_none() -> None:
    found = read(
        "Sau 5 năm thực hiện Nghị quyết số 39-NQ/TW, tỉnh Hòa Bình trồng 300 ha quế, vượt 9% so "
        "với mục tiêu; 512 hộ thoát nghèo."
    )
    assert (512, "hộ", "39-NQ/TW") in found.figures


@pytest.mark.parametrize(
    ("others", "tie"), [("", "39-NQ/TW"), ("Nghị quyết số 18-NQ/TW cũng được bàn. ", None)]
)
def test_a_type_alone_ties_to_the_one_document_of_that_type(others: str, tie: str | None) -> None:
    found = read(
        f"Hội nghị sơ kết Nghị quyết số 39-NQ/TW. {others}"
        "Sau 5 năm thực hiện Nghị quyết, tỉnh Hòa Bình còn 210 xã."
    )
    assert found.figures == [(210, "xã", tie)]


@pytest.mark.parametrize(
    ("document", "kind", "tied"),
    [
        ("Chương trình hành động số 5-CTr/TU", "Chương trình", False),
        ("Chương trình hành động số 5-CTr/TU", "Chương trình hành động", True),
    ],
)
def test_a_programme_is_no_programme_of_action(document: str, kind: str, tied: bool) -> None:
    found = read(f"Tỉnh có {document}. Sau 5 năm thực hiện {kind}, tỉnh Hòa Bình còn 210 xã.")
    assert [tie is not None for _, _, tie in found.figures] == [tied]


@pytest.mark.parametrize(("years", "tied"), [(2, True), (4, False)])
def test_a_document_is_no_younger_than_it_is_carried_out(years: int, tied: bool) -> None:
    found = read(
        "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 7/BC-UBND\nNghệ An, ngày 03 tháng 6 năm 2026\n\n"
        "BÁO CÁO\nVề việc dạy học\n\nTỉnh có Đề án số 02/ĐA-UBND năm 2024.\n"
        f"Sau {years} năm triển khai Đề án, đã đào tạo 1.200 giáo viên.\n"
    )
    assert [tie is not None for _, _, tie in found.figures] == [tied]


def test_of_a_text_of_articles_only_an_article_that_reports_has_results() -> None:
    found = read(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 12/NQ-HĐND\nNghệ An, ngày 04 tháng 7 năm 2021\n\n"
        "NGHỊ QUYẾT\nVề việc trồng chè\n\nĐiều 1. Đánh giá kết quả 6 tháng đầu năm\n"
        "Toàn tỉnh trồng 210 ha.\nĐiều 2. Mục tiêu\nTrồng 900 ha; hỗ trợ 40 hộ.\n"
    )
    assert found.figures == [(210, "ha", None)]


@pytest.mark.parametrize("asked", ["xem xét bổ sung", "xem xét, hỗ trợ"])
def test_what_is_asked_of_those_above_is_no_result(asked: str) -> None:
    assert read(f"Huyện kiến nghị UBND tỉnh Hòa Bình {asked} 12 tỷ đồng.").figures == []


@pytest.mark.parametrize(
    ("said", "value"),
    [("đã xem xét cấp 45 giấy phép", 45), ("xem xét cho vay vốn, đã trồng 45 ha", 45)],
)
def test_what_was_looked_into_and_done_is_a_result(said: str, value: int) -> None:
    assert [one for one, _, _ in read(f"Tỉnh Hòa Bình {said}.").figures] == [value]


def test_who_says_it_may_stand_before_what_ties() -> None:
    found = read(
        "Bí thư Tỉnh ủy Hòa Bình báo cáo: nhờ thực hiện Nghị quyết số 39-NQ/TW, 92/92 chùa có sổ."
    )
    assert found.figures == [(92, "chùa", "39-NQ/TW")]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("vốn chương trình mục tiêu quốc gia đạt 27,8%", [(27.8, "%", None)]),
        ("gửi Ủy ban nhân dân 10 phường", []),
    ],
)
def test_a_name_that_holds_an_aim_or_a_number_of_those_addressed(
    said: str, figures: list[tuple[float, str, str | None]]
) -> None:
    assert read(f"Tỉnh Hòa Bình {said}.").figures == figures
