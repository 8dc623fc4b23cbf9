"""Bodies: Party, State, front; completed from context; plenums, congresses, classes, sectors."""

from __future__ import annotations

import pytest

from graph.extract.bodies import find_bodies
from graph.extract.text import fold
from graph.extract.units import UNIT
from graph.model import Level
from tests.graph.extract.provinces import KNOWLEDGE, read


def test_local_bodies_belong_to_the_home_province_and_say_so() -> None:
    found = read(
        "Đảng bộ tỉnh Quảng Trị đạt kết quả. Ban Thường vụ Tỉnh ủy, Sở Nội vụ và Thanh tra tỉnh "
        "phối hợp với Bộ Nội vụ và UBND tỉnh Lào Cai.",
        province="Quảng Trị",
    )
    bodies = {body.name: body for body in find_bodies(found.prepared, KNOWLEDGE)}
    assert list(bodies) == [
        "Đảng bộ tỉnh Quảng Trị",
        "Ban Thường vụ Tỉnh ủy Quảng Trị",
        "Sở Nội vụ Quảng Trị",
        "Thanh tra tỉnh Quảng Trị",
        "Bộ Nội vụ",
        "UBND tỉnh Lào Cai",
    ]
    assert bodies["Sở Nội vụ Quảng Trị"].inferred == ("place",)
    assert bodies["UBND tỉnh Lào Cai"].inferred == ()
    assert bodies["Bộ Nội vụ"].level is Level.MINISTRY


def test_boards_without_owner_take_that_of_the_list() -> None:
    found = read(
        "Tỉnh Ninh Bình: giữa Ủy ban Kiểm tra, Ban Tuyên giáo, Ban Nội chính Tỉnh ủy. Ban Tổ chức."
    )
    assert found.bodies == [
        "Ủy ban Kiểm tra Tỉnh ủy Ninh Bình",
        "Ban Tuyên giáo Tỉnh ủy Ninh Bình",
        "Ban Nội chính Tỉnh ủy Ninh Bình",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", ["6 (khóa XII)"]),
        (
            "Nghị quyết Trung ương 7, Trung ương 8 (khoá XII)",
            ["7 (khóa XII)", "8 (khóa XII)"],
        ),
        ("trình Hội nghị Trung ương 5", ["5"]),
    ],
)
def test_plenums(text: str, names: list[str]) -> None:
    prepared = read(text).prepared
    found = [body.name for body in find_bodies(prepared, KNOWLEDGE)]
    assert [f"Hội nghị Trung ương {name}" for name in names] == [
        name for name in found if name.startswith("Hội nghị")
    ]


def test_congresses_of_the_nation_and_of_a_province() -> None:
    found = read(
        "Tỉnh Gia Lai. Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; Đại hội XIII của Đảng; "
        "Đại hội Đảng bộ tỉnh lần thứ XVI; Đại hội XVI Đảng bộ tỉnh."
    )
    assert found.bodies == ["Đại hội XIII của Đảng", "Đại hội Đảng bộ tỉnh Gia Lai lần thứ XVI"]


def test_districts_keep_their_names_and_persons_are_no_districts() -> None:
    found = read("Gia Lai: Huyện ủy Chư Păh, Thành ủy Pleiku, Bí thư Huyện ủy Nguyễn Văn An họp.")
    assert found.bodies == ["Huyện ủy Chư Păh", "Thành ủy Pleiku"]
    assert [body.level for body in found.actors.bodies] == [Level.DISTRICT, Level.DISTRICT]


def test_a_sector_is_told_of_its_province() -> None:
    found = read("Ngành Tổ chức xây dựng Đảng tỉnh Sơn La đổi mới. Toàn ngành quyết tâm.")
    assert found.bodies == ["ngành Tổ chức xây dựng Đảng tỉnh Sơn La"]
    assert len(found.actors.bodies[0].mentions) == 2


def test_what_names_no_body_is_left_out() -> None:
    assert read("Các cấp, UBND, HĐND huyện, MTTQ và thị ủy; bộ máy; sở hữu; ban hành.").bodies == []


def test_party_groups_are_not_the_bodies_they_sit_in() -> None:
    found = read("Ban cán sự đảng Bộ Công Thương, Đảng đoàn Quốc hội và Bộ Y tế cùng họp.")
    assert found.bodies == ["Ban cán sự đảng Bộ Công Thương", "Đảng đoàn Quốc hội", "Bộ Y tế"]


@pytest.mark.parametrize(
    "name",
    [
        "Trung tâm Kiểm soát bệnh tật tỉnh",
        "Chi cục Chăn nuôi và Thú y tỉnh",
        "Chi cục Trồng trọt",
        "Chi cục Bảo vệ môi trường",
        "Chi cục Quản lý chất lượng nông sản tỉnh",
        "Trung tâm Đăng kiểm",
        "Phòng Cảnh sát giao thông",
    ],
)
def test_the_name_of_a_unit_is_not_cut_in_a_word(name: str) -> None:
    text = fold(f"Tỉnh giao {name} chủ trì lập hồ sơ.")
    assert [unit[0] for unit in UNIT.finditer(text.openings)] == [name]


def test_a_unit_whose_name_has_no_end_is_left_out() -> None:
    text = fold("Phòng Kinh tế ngắm cảnh non sông gấm vóc.")
    assert UNIT.pattern.search(text.shaped) is None
