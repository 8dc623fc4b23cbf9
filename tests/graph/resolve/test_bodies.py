"""Bodies: printed names, their level, province and series."""

from __future__ import annotations

from datetime import date

import pytest

from graph.model import Level
from graph.resolve.drafts import Context
from ontology.terms import DATA

DAY = date(2022, 1, 1)


@pytest.mark.parametrize(
    ("printed", "path", "level", "series"),
    [
        ("Bộ Chính trị", "bo-chinh-tri", Level.CENTRAL, ("tw",)),
        ("BCH Trung ương Đảng", "ban-chap-hanh-trung-uong", Level.CENTRAL, ("tw",)),
        ("Chính phủ", "chinh-phu", Level.CENTRAL, ("cp",)),
        ("Bộ Y tế", "bo-y-te", Level.MINISTRY, ("byt",)),
        ("Tỉnh ủy Hà Tĩnh", "ha-tinh/tinh-uy", Level.PROVINCE, ("tu", "ha-tinh")),
        (
            "Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh",
            "ha-tinh/tinh-uy",
            Level.PROVINCE,
            ("tu", "ha-tinh"),
        ),
        (
            "Ban Thường vụ Tỉnh ủy Hà Tĩnh",
            "ha-tinh/ban-thuong-vu-tinh-uy",
            Level.PROVINCE,
            ("tu", "ha-tinh"),
        ),
        (
            "Ban Chấp hành Đảng bộ Thành phố Hồ Chí Minh",
            "ho-chi-minh/thanh-uy",
            Level.PROVINCE,
            ("tu", "ho-chi-minh"),
        ),
        ("UBND tỉnh Sơn La", "son-la/ubnd", Level.PROVINCE, ("ubnd", "son-la")),
        ("Ủy ban nhân dân tỉnh Sơn La", "son-la/ubnd", Level.PROVINCE, ("ubnd", "son-la")),
        ("Uỷ ban nhân dân tỉnh Sơn La", "son-la/ubnd", Level.PROVINCE, ("ubnd", "son-la")),
        ("HĐND thành phố Cần Thơ", "can-tho/hdnd", Level.PROVINCE, ("hdnd", "can-tho")),
        (
            "Chủ tịch UBND tỉnh An Giang",
            "an-giang/chu-tich-ubnd",
            Level.PROVINCE,
            ("ubnd", "an-giang"),
        ),
        (
            "UBND huyện Cẩm Xuyên, tỉnh Hà Tĩnh",
            "ha-tinh/ubnd-huyen-cam-xuyen",
            Level.DISTRICT,
            ("ubnd", "ha-tinh", "huyen-cam-xuyen"),
        ),
        (
            "UBND xã Cẩm Hà, huyện Cẩm Xuyên, tỉnh Hà Tĩnh",
            "ha-tinh/ubnd-xa-cam-ha-huyen-cam-xuyen",
            Level.COMMUNE,
            ("ubnd", "ha-tinh", "xa-cam-ha-huyen-cam-xuyen"),
        ),
        (
            "Ban Chấp hành Đảng bộ thành phố Tây Ninh",  # a city inside the province Tây Ninh
            "tay-ninh/ban-chap-hanh-dang-bo-thanh-pho-tay-ninh",
            Level.DISTRICT,
            ("thu", "tay-ninh", "thanh-pho-tay-ninh"),
        ),
    ],
)
def test_a_printed_name_means_one_body(
    context: Context, printed: str, path: str, level: Level, series: tuple[str, ...]
) -> None:
    body = context.directory.body(printed, on=DAY)
    assert (body.iri, body.level, body.series) == (f"{DATA}body/{path}", level, series)
    assert body.sure


def test_the_province_is_completed_from_context_and_marked(context: Context) -> None:
    body = context.directory.body("UBND huyện Sơn Tịnh", province="Quảng Ngãi", on=DAY)
    assert (body.level, body.unit and body.unit.slug, body.sure) == (
        Level.DISTRICT,
        "quang-ngai",
        False,
    )


@pytest.mark.parametrize(
    "printed",
    [
        "Ban Chỉ đạo Quốc gia phòng, chống dịch COVID-19",
        "Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia",
        "Cơ quan Thường trực Ban Chỉ đạo Trung ương về chuyển đổi số",
        "Bảo hiểm xã hội Việt Nam",
    ],
)
def test_a_national_body_takes_no_province_from_context(context: Context, printed: str) -> None:
    body = context.directory.body(printed, province="Yên Bái", on=DAY)
    assert (body.unit, body.level, body.name) == (None, Level.CENTRAL, printed)


@pytest.mark.parametrize(
    "printed",
    [
        "Huyện ủy Mộc Châu",
        "Ban Thường vụ Huyện ủy Mộc Châu",
        "Ban Chấp hành Đảng bộ huyện Mộc Châu",
    ],
)
def test_organs_of_one_committee_share_its_series(context: Context, printed: str) -> None:
    body = context.directory.body(printed, province="Sơn La", on=DAY)
    assert body.series == ("hu", "son-la", "huyen-moc-chau")


@pytest.mark.parametrize(
    ("printed", "unit", "ordinal"),
    [
        ("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", None, "XIII"),
        ("Đại hội đại biểu Đảng bộ tỉnh Bình Định lần thứ XX", "binh-dinh", "XX"),
    ],
)
def test_congresses_keep_their_number(
    context: Context, printed: str, unit: str | None, ordinal: str
) -> None:
    body = context.directory.body(printed, on=DAY)
    assert (body.unit.slug if body.unit else None, body.ordinal) == (unit, ordinal)


def test_a_board_stands_under_its_committee(context: Context) -> None:
    board = context.directory.body("Ban Thường vụ Thành ủy Hà Nội", on=DAY)
    assert board.parent == (f"{DATA}body/ha-noi/thanh-uy", "Thành ủy Hà Nội")
