"""Provinces in time: names, mergers, terms."""

from __future__ import annotations

from datetime import date

import pytest

from graph.resolve.drafts import Context

OLD, NEW = date(2024, 1, 1), date(2025, 8, 1)


@pytest.mark.parametrize(
    ("name", "day", "slug"),
    [
        ("Hà Tĩnh", OLD, "ha-tinh"),
        ("tỉnh Hà Tĩnh", OLD, "ha-tinh"),
        ("HA TINH", OLD, "ha-tinh"),
        ("Thừa Thiên Huế", date(2021, 5, 18), "thua-thien-hue"),
        ("Thừa Thiên - Huế", date(2021, 5, 18), "thua-thien-hue"),
        ("Huế", date(2025, 3, 1), "hue"),
        ("TP. Huế", NEW, "hue"),
        ("Bắc Ninh", OLD, "bac-ninh"),
        ("Bắc Ninh", NEW, "bac-ninh-2025"),
        ("TPHCM", OLD, "ho-chi-minh"),
        ("Thành phố Hồ Chí Minh", NEW, "ho-chi-minh-2025"),
        ("Cần Thơ", date(2003, 1, 1), "can-tho-den-2003"),
        ("Cần Thơ", date(2010, 1, 1), "can-tho"),
        ("Đắc Lắc", OLD, "dak-lak"),
    ],
)
def test_a_name_means_the_unit_of_its_day(
    context: Context, name: str, day: date, slug: str
) -> None:
    unit = context.gazetteer.unit(name, day)
    assert unit is not None
    assert unit.slug == slug


def test_an_unknown_name_means_none(context: Context) -> None:
    assert context.gazetteer.unit("Atlantis", OLD) is None


def test_sixty_three_units_become_thirty_four(context: Context) -> None:
    old = [unit for unit in context.gazetteer.units if unit.holds_on(date(2025, 6, 30))]
    new = [unit for unit in context.gazetteer.units if unit.holds_on(date(2025, 7, 1))]
    assert (len(old), len(new)) == (63, 34)
    reached = {heir.slug for unit in old for heir in (context.gazetteer.heirs(unit) or (unit,))}
    assert reached == {unit.slug for unit in new}


@pytest.mark.parametrize(
    ("unit", "day", "term", "sure"),
    [
        ("Hà Tĩnh", date(2018, 5, 16), "2015-2020", True),
        ("Hà Tĩnh", date(2020, 11, 1), "2020-2025", False),  # within the season of congresses
        ("Bình Định", date(2020, 10, 15), "2015-2020", True),
        ("Bình Định", date(2020, 10, 16), "2020-2025", True),
    ],
)
def test_party_terms_of_provinces(
    context: Context, unit: str, day: date, term: str, sure: bool
) -> None:
    assert context.gazetteer.party_term(unit, day) == (term, sure)
