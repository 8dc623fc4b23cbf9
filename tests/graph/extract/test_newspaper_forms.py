"""Who issues together, what a plenum adopted, posts as newspapers shorten them."""

from __future__ import annotations

import pytest

from graph.extract.gazetteer import Knowledge
from tests.graph.extract.reading import all_relations, read, titles


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Căn cứ Thông tư liên tịch số 11/2004/TTLT-BNN-BNV ngày 02/4/2004 của Bộ Nông nghiệp "
            "và Phát triển nông thôn và Bộ Nội vụ hướng dẫn nhiệm vụ;",
            {"Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Nội vụ"},
        ),
        (
            "Căn cứ Thông tư số 11/2014/TT-BTC ngày 02/4/2014 của Bộ Tài chính và Bộ Nội vụ "
            "đề nghị;",
            {"Bộ Tài chính"},
        ),
        (
            "UBND tỉnh Bạc Liêu ban hành Kế hoạch thực hiện Chương trình của Ban Chấp hành Đảng bộ "
            "tỉnh về cải cách tiền lương.",
            {"UBND tỉnh Bạc Liêu"},
        ),
    ],
)
def test_who_issues_together_and_who_is_but_cited(
    text: str, issuers: set[str], knowledge: Knowledge
) -> None:
    told = (one.split(" | ") for one in all_relations(read(text, knowledge)))
    assert {ends[2] for ends in told if ends[1] == "issuedBy"} == issuers


@pytest.mark.parametrize(
    "said",
    [
        "được Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII thông qua",
        "được thông qua tại Hội nghị Trung ương 6 khóa XII",
        "do Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII ban hành",
        "(Hội nghị Trung ương 6 khóa XII)",
    ],
)
def test_a_plenum_that_adopted_a_number(said: str, knowledge: Knowledge) -> None:
    told = all_relations(read(f"Nghị quyết số 20-NQ/TW {said} về y tế.", knowledge))
    assert "20-NQ/TW | adoptedAt | Hội nghị Trung ương 6 (khóa XII)" in told


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Dự có đồng chí Đỗ Đức Duy - UVBCHTW Đảng, Bí thư Tỉnh ủy Yên Bái.",
            {"UVBCHTW Đảng", "Bí thư Tỉnh ủy Yên Bái"},
        ),
        (
            "Ông Khuất Việt Hùng, Phó Chủ tịch chuyên trách Ủy ban ATGT Quốc gia, dự hội nghị.",
            {"Phó Chủ tịch chuyên trách Ủy ban ATGT Quốc gia"},
        ),
        ("PCT UBND tỉnh Nguyễn Văn Sơn chủ trì.", {"PCT UBND tỉnh"}),
        (
            "Lê Văn Nưng, PBT.TT Tỉnh ủy, Chủ tịch HĐND tỉnh; Nguyễn Thanh Bình, PBT, Chủ tịch "
            "UBND tỉnh.",
            {"PBT.TT Tỉnh ủy", "Chủ tịch HĐND tỉnh", "PBT", "Chủ tịch UBND tỉnh"},
        ),
        ("Ông Phạm Huy Thông, Phó Tổ trưởng Tổ công tác cho biết.", {"Phó Tổ trưởng Tổ công tác"}),
        (
            "Chủ tịch UBND TP.HCM Phan Văn Mãi, Phó bí thư Thành ủy TP.HCM Nguyễn Hồ Hải dự.",
            {"Chủ tịch UBND TP.HCM", "Phó bí thư Thành ủy TP.HCM"},
        ),
        ("Dự có Phó Chủ tịch nước Võ Thị Ánh Xuân.", {"Phó Chủ tịch nước"}),
        ("Dự có Chủ tịch nước Lương Cường; Chủ tịch Quốc hội.", {"Chủ tịch nước"}),
        ("Ông Lê Văn Tâm, Chủ tịch Hội đồng quản trị Công ty Mía đường, dự họp.", set()),
        (
            "Thay mặt Ban Bí thư, Thường trực Ban Bí thư Trương Thị Mai ký Chỉ thị số 26-CT/TW.",
            {"Thường trực Ban Bí thư"},
        ),
        ("Thay mặt Ban Bí thư, đồng chí Trương Thị Mai ký Chỉ thị số 26-CT/TW.", set()),
        (
            "Dự có Phó Trưởng Ban, Bí thư Đảng ủy Ban Quản lý Trần Văn Nam.",
            {"Phó Trưởng Ban", "Bí thư Đảng ủy Ban Quản lý"},
        ),
    ],
)
def test_posts_that_are_shortened_or_of_rare_bodies(
    text: str, posts: set[str], knowledge: Knowledge
) -> None:
    told = titles(read(text, knowledge))
    assert set().union(*told.values()) == posts


def test_a_plenum_that_does_something_else_adopted_nothing(knowledge: Knowledge) -> None:
    told = all_relations(
        read("Cùng với Nghị quyết số 27-NQ/TW, Hội nghị Trung ương 8 khóa X đã bàn.", knowledge)
    )
    assert not [one for one in told if "adoptedAt" in one]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Triển khai 03 Nghị quyết của Bộ Chính trị, gồm: Nghị quyết số 59-NQ/TW về hội nhập, "
            "Nghị quyết số 70-NQ/TW về năng lượng và Nghị quyết số 72-NQ/TW về sức khỏe.",
            {"59-NQ/TW", "70-NQ/TW", "72-NQ/TW"},
        ),
        (
            "Thực hiện các kết luận của Ban Thường vụ Tỉnh ủy Hà Nam: Kết luận số 12-KL/TU về du "
            "lịch; Kế hoạch số 15/KH-UBND về lúa.",
            {"12-KL/TU"},
        ),
    ],
)
def test_an_issuer_said_before_its_list(text: str, told: set[str], knowledge: Knowledge) -> None:
    issued = (one.split(" | ") for one in all_relations(read(text, knowledge)))
    assert {ends[0].split(" (")[0] for ends in issued if ends[1] == "issuedBy"} == told


def test_old_numbers_of_three_codes_stay_as_printed(knowledge: Knowledge) -> None:
    told = read(
        "LTS: Ngày 16/7/1987, Tỉnh ủy Hà Nam ban hành Nghị quyết số 621/NQ-NS-TU.", knowledge
    )
    assert [(one.number, str(one.issued)) for one in told.documents] == [
        ("621/NQ-NS-TU", "1987-07-16")
    ]


def test_a_special_resolution_is_named_and_its_grounds_charge_nobody(knowledge: Knowledge) -> None:
    named = read(
        "Tỉnh ủy Tuyên Quang đã ban hành Nghị quyết chuyên đề về phát triển nông nghiệp hàng hóa.",
        knowledge,
    )
    assert [one.type_vi for one in named.documents] == ["Nghị quyết"]
    page = (
        "CHÍNH PHỦ\nSố: 127/NQ-CP\nHà Nội, ngày 08 tháng 10 năm 2021\nNGHỊ QUYẾT\n"
        "PHIÊN HỌP CHÍNH PHỦ\nCHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n"
        "QUYẾT NGHỊ:\nChính phủ thống nhất đánh giá như sau.\n"
    )
    assert not [one for one in all_relations(read(page, knowledge)) if "assignedTo" in one]


def test_a_day_behind_a_document_of_the_title_is_not_that_of_the_outer_one(
    knowledge: Knowledge,
) -> None:
    told = read(
        "Ngày 28-6-2025, Tỉnh ủy Cà Mau ban hành Chương trình hành động số 35-CTr/TU thực hiện "
        "Nghị quyết số 68-NQ/TW ngày 4-5-2025 của Bộ Chính trị và Nghị quyết số 139/NQ-CP ngày "
        "17-5-2025 của Chính phủ.",
        knowledge,
    )
    assert {one.number: (str(one.issued), one.issuer) for one in told.documents} == {
        "35-CTr/TU": ("2025-06-28", None),
        "68-NQ/TW": ("2025-05-04", "Bộ Chính trị"),
        "139/NQ-CP": ("2025-05-17", "Chính phủ"),
    }
    behind = read(
        "Kế hoạch 12-KH/TU về phát triển du lịch tỉnh ngày 3-4-2020 của Tỉnh ủy Cà Mau.", knowledge
    )
    assert str(behind.documents[0].issued) == "2020-04-03"


def test_boards_that_steer_are_named_up_to_whose_they_are(knowledge: Knowledge) -> None:
    told = titles(
        read(
            "Đồng chí Hoàng Duy Chinh, Bí thư Tỉnh ủy Bắc Kạn, Trưởng Ban Chỉ đạo phòng, chống "
            "tham nhũng, tiêu cực tỉnh nhấn mạnh; đồng chí Lê Văn Nam, Phó Trưởng ban Chỉ đạo đã "
            "dự.",
            knowledge,
        )
    )
    assert "Trưởng Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh" in told["Hoàng Duy Chinh"]


@pytest.mark.parametrize(
    ("text", "signer", "day"),
    [
        (
            "Quyết định số 3333-QĐ/TU do Bí thư Tỉnh ủy Thái Nguyên Trịnh Việt Hùng ký ngày "
            "1-3-2025 nêu rõ việc này.",
            "Trịnh Việt Hùng",
            "2025-03-01",
        ),
        (
            "Nghị định số 12/2025/NĐ-CP được Thủ tướng Phạm Minh Chính ký ban hành ngày 3/2/2025.",
            "Phạm Minh Chính",
            "2025-02-03",
        ),
    ],
)
def test_who_signed_when_is_said_behind(
    text: str, signer: str, day: str, knowledge: Knowledge
) -> None:
    reading = read(text, knowledge)
    assert [str(one.issued) for one in reading.documents] == [day]
    assert any(one.endswith(f"signedBy | {signer}") for one in all_relations(reading))


def test_a_second_day_is_that_of_what_is_issued_then(knowledge: Knowledge) -> None:
    told = read(
        "Thực hiện Kết luận số 127-KL/TW ngày 28-2-2025 của Bộ Chính trị, ngày 5-3-2025, Ban "
        "Thường vụ Tỉnh ủy Thái Nguyên đã ban hành Kế hoạch số 321-KH/TU.",
        knowledge,
    )
    assert [str(one.issued) for one in told.documents] == ["2025-02-28", "2025-03-05"]


def test_a_district_committee_issues_under_its_own_code(knowledge: Knowledge) -> None:
    told = all_relations(
        read(
            "Ban Chấp hành Đảng bộ huyện Quỳ Châu đã ban hành 5 nghị quyết, trong đó có Nghị quyết "
            "số 05-NQ/HU.",
            knowledge,
        )
    )
    assert "05-NQ/HU | issuedBy | Ban Chấp hành Đảng bộ huyện Quỳ Châu" in told


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Chủ tịch UBND huyện Nguyễn Văn Nam, Bí thư Huyện ủy Trần Thị Lan dự.",
            {"Nguyễn Văn Nam": {"Chủ tịch UBND huyện"}, "Trần Thị Lan": {"Bí thư Huyện ủy"}},
        ),
        (
            "Đà Nẵng: Chủ tịch UBND thành phố Lê Trung Chinh; Trưởng đoàn Đại biểu Quốc hội thành "
            "phố Lương Nguyễn Minh Triết dự.",
            {
                "Lê Trung Chinh": {"Chủ tịch UBND thành phố"},
                "Lương Nguyễn Minh Triết": {"Trưởng đoàn Đại biểu Quốc hội thành phố"},
            },
        ),
        (
            "Chủ tịch UBND phường Trần Hưng Đạo Nguyễn Văn Bảy, Chủ tịch UBND xã Lê Văn Tâm dự. "
            "Ông Lê Văn Tâm nói ít.",
            {
                "Nguyễn Văn Bảy": {"Chủ tịch UBND phường Trần Hưng Đạo"},
                "Lê Văn Tâm": {"Chủ tịch UBND xã"},
            },
        ),
        (
            "Chủ tịch UBND huyện Vũ Thư Nguyễn Văn Bình, Chủ tịch UBND huyện Trần Văn Thời Lê Nam.",
            {
                "Nguyễn Văn Bình": {"Chủ tịch UBND huyện Vũ Thư"},
                "Lê Nam": {"Chủ tịch UBND huyện Trần Văn Thời"},
            },
        ),
    ],
)
def test_who_holds_a_post_is_no_place(
    text: str, held: dict[str, set[str]], knowledge: Knowledge
) -> None:
    assert titles(read(text, knowledge)) == held


@pytest.mark.parametrize(
    ("text", "people", "bodies"),
    [
        ("Chủ tịch UBND xã Nguyễn Bỉnh Khiêm tiếp dân.", [], []),
        ("Chủ tịch UBND xã Nguyễn Văn Hùng tiếp dân. UBND xã sẽ họp.", [], []),
        ("Chủ tịch Hội Nông dân xã Lê Văn Tâm, Chủ tịch UBND xã Lê Văn Tâm.", [], []),
        (
            "Chủ tịch UBND xã Hồ Thị Kỷ tiếp dân. Dân xã Hồ Thị Kỷ vui.",
            [],
            ["UBND xã Hồ Thị Kỷ"],
        ),
        ("Chủ tịch UBND xã Lê Văn Tâm dự. Ông Lê Văn Tâm nói ít.", ["Lê Văn Tâm"], []),
        ("UBND xã Lê Văn Tâm họp.", [], ["UBND xã Lê Văn Tâm"]),
        (
            "Phường Hà Lam họp. Chủ tịch UBND phường Bùi Thị Xuân dự. Chủ tịch UBND phường Vũ Minh "
            "Đức nói ít.",
            [],
            ["UBND phường Bùi Thị Xuân"],
        ),
    ],
)
def test_a_name_that_may_be_a_persons_or_a_communes_is_neither_where_nothing_tells(
    text: str, people: list[str], bodies: list[str], knowledge: Knowledge
) -> None:
    found = read(text, knowledge)
    assert [one.name for one in found.officials] == people
    assert [one.name for one in found.bodies if "UBND" in one.name] == bodies


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("Đồng chí Trần Chí Cường, Phó Chủ tịch UBND tỉnh Cà Mau phụ trách Đề án 06.", True),
        (
            "Đoàn do đồng chí Phạm Trọng Nghĩa, Phó Bí thư Tỉnh ủy Cà Mau phụ trách Đoàn ĐBQH tỉnh "
            "làm trưởng đoàn giám sát việc thực hiện Đề án 06.",
            False,
        ),
    ],
)
def test_another_charge_is_not_that_of_a_document(
    text: str, charged: bool, knowledge: Knowledge
) -> None:
    told = all_relations(read(text, knowledge))
    assert any("responsibleFor" in one for one in told) == charged


def test_a_place_of_two_names_is_one_home(knowledge: Knowledge) -> None:
    text = (
        "Huế tổng kết Nghị quyết 54\nChiều 11/10/2024, Tỉnh ủy tổ chức hội nghị về phát triển tỉnh "
        "Thừa Thiên Huế. Tỉnh Thừa Thiên Huế đã ban hành Quyết định số 12/QĐ-UBND."
    )
    assert [one.province for one in read(text, knowledge).documents][-1] == "Thừa Thiên Huế"


def test_a_city_inside_a_province_has_congresses_and_a_committee(knowledge: Knowledge) -> None:
    reading = read(
        "Bình Dương: Bí thư Tỉnh ủy Bình Dương làm việc với Ban Thường vụ Thành ủy Thủ Dầu Một, "
        "tỉnh Bình Dương về Nghị quyết Đại hội Đảng bộ thành phố lần thứ XII. Thành ủy đã thực "
        "hiện Chương trình hành động số 64-CTr/TU của Tỉnh ủy.",
        knowledge,
    )
    assert {one.alias for one in reading.documents} >= {
        "Nghị quyết Đại hội Đảng bộ thành phố Thủ Dầu Một lần thứ XII"
    }
    told = all_relations(reading)
    assert "64-CTr/TU (Bình Dương) | implementedBy | Thành ủy Thủ Dầu Một" in told
    city = read(
        "Đà Nẵng thực hiện Nghị quyết Đại hội Đảng bộ thành phố lần thứ XXII. Thành ủy Đà Nẵng và "
        "UBND thành phố Vinh đã gặp nhau tại Đà Nẵng.",
        knowledge,
    )
    assert city.documents[0].alias == "Nghị quyết Đại hội Đảng bộ thành phố Đà Nẵng lần thứ XXII"


@pytest.mark.parametrize("agency", ["HGO - ", "(Baonghean.vn) - ", "(BDO) ", "BBK – "])
def test_a_day_behind_the_sign_of_an_agency(agency: str, knowledge: Knowledge) -> None:
    told = read(
        f"{agency}Ngày 9-7-2022, Tỉnh ủy Hậu Giang ban hành Nghị quyết số 04-NQ/TU.", knowledge
    )
    assert [str(one.issued) for one in told.documents] == ["2022-07-09"]


def test_a_letter_of_a_committee_signed_by_its_chair(knowledge: Knowledge) -> None:
    told = all_relations(
        read(
            "Phó Chủ tịch UBND tỉnh Cà Mau Mai Hùng Dũng ký Công văn 1085/UBND-KT gửi Sở Xây dựng.",
            knowledge,
        )
    )
    assert {"1085/UBND-KT (Cà Mau) | issuedBy | UBND tỉnh Cà Mau"} <= told


def test_committees_of_the_assembly_have_commas(knowledge: Knowledge) -> None:
    told = titles(
        read(
            "Bộ trưởng Bộ Tài chính Hồ Đức Phớc, Chủ nhiệm Ủy ban Tài chính, Ngân sách Lê Quang "
            "Mạnh giải trình.",
            knowledge,
        )
    )
    assert told == {
        "Hồ Đức Phớc": {"Bộ trưởng Bộ Tài chính"},
        "Lê Quang Mạnh": {"Chủ nhiệm Ủy ban Tài chính, Ngân sách"},
    }


def test_a_plenum_said_before_the_list_of_its_resolutions(knowledge: Knowledge) -> None:
    told = all_relations(
        read(
            "Hội nghị quán triệt Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng "
            "khóa XIII: Nghị quyết số 42-NQ/TW về chính sách xã hội; Nghị quyết số 43-NQ/TW về đại "
            "đoàn kết; Kế hoạch số 5-KH/TU.",
            knowledge,
        )
    )
    adopted = {one.split(" | ")[0] for one in told if "adoptedAt" in one}
    assert adopted >= {"42-NQ/TW", "43-NQ/TW"}
    assert not any("KH/TU" in one for one in adopted)


def test_who_acts_with_another_is_the_doer(knowledge: Knowledge) -> None:
    told = all_relations(
        read(
            "Bộ chỉ huy BĐBP tỉnh Quảng Trị phối hợp Sở Y tế triển khai Chỉ thị số 32-CT/TW.",
            knowledge,
        )
    )
    assert "32-CT/TW | implementedBy | Bộ chỉ huy BĐBP tỉnh Quảng Trị" in told
