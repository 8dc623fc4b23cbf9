"""The map of the provinces: made from the drawing of npm, joined as the register says."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.web.atlas import Atlas, Outline, atlas
from graph.read.register import read_register
from graph.records import UnitSet
from graph.resolve.places import Gazetteer
from tests.house.tree import ROOT

MAPS = atlas()
SQUARE = ((0, 0), (900, 0), (900, 900), (0, 900))


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_map", ROOT / "scripts" / "make_map.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


make_map = script()


def shifted(x: int, y: int) -> list[tuple[int, int]]:
    return [(a + x, b + y) for a, b in SQUARE]


def area(outline: Outline) -> float:
    return float(sum(make_map.area(ring) for ring in rings(outline.path)))


def rings(path: str) -> list[list[tuple[int, int]]]:
    return list(make_map.rings_of(path))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    register, _ = read_register(ROOT / "data" / "register")
    return Gazetteer.of(register.provinces, register.provincial_terms)


@pytest.fixture
def drawing() -> None:
    if not any(one.is_file() for one in make_map.drawings([])):
        pytest.skip(f"{make_map.PACKAGE} is not installed (npm ci)")


@pytest.mark.usefixtures("drawing")
def test_the_map_is_what_the_script_makes() -> None:
    assert make_map.main(["--check"]) == 0


@pytest.mark.usefixtures("drawing")
def test_a_map_that_drifted_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "provinces.json"
    other.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(make_map, "MAP", other)
    assert make_map.main(["--check"]) == 1
    assert "scripts/make_map.py" in capsys.readouterr().out


def test_without_the_drawing_nothing_is_made(tmp_path: Path) -> None:
    assert make_map.main([str(tmp_path)]) == 2


@pytest.mark.parametrize("number", [63, 34])
def test_every_unit_of_the_register_is_drawn(gazetteer: Gazetteer, number: int) -> None:
    units = {unit.slug for unit in gazetteer.units if UnitSet(str(number)) in unit.sets}
    assert len(units) == number
    assert set(MAPS[number].units) == units
    assert all(area(outline) > 0 for outline in MAPS[number].units.values())


def test_what_went_into_one_unit_makes_it_up(gazetteer: Gazetteer) -> None:
    parts: dict[str, float] = defaultdict(float)
    for unit in gazetteer.units:
        if unit.slug in MAPS[63].units:
            heir = next(iter(gazetteer.heirs(unit)), unit)
            parts[heir.slug] += area(MAPS[63].units[unit.slug])
    for slug, outline in MAPS[34].units.items():
        assert area(outline) == pytest.approx(parts[slug], rel=0.01), slug


def test_no_border_is_left_inside_a_unit(gazetteer: Gazetteer) -> None:
    """What is drawn of a unit never runs along what is drawn of it the other way."""
    for slug, outline in MAPS[34].units.items():
        sides = {side for ring in rings(outline.path) for side in pairwise([*ring, ring[0]])}
        assert not [one for one in sides if one[::-1] in sides], slug


@pytest.mark.parametrize(
    ("number", "units"), [(63, ["da-nang", "khanh-hoa"]), (34, ["da-nang-2025", "khanh-hoa-2025"])]
)
def test_the_archipelagos_are_drawn_with_their_provinces(number: int, units: list[str]) -> None:
    drawn: Atlas = MAPS[number]
    assert [one.vi for one in drawn.islands] == ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]
    assert [one.unit for one in drawn.islands] == units
    assert [one.path.count("M") for one in drawn.islands] == [19, 54]


def test_neighbours_drawn_apart_become_one() -> None:
    one, other = shifted(0, 0), shifted(920, -15)  # a gap that is none on the ground
    (left,), (right,) = make_map.joined([[one], [other]])
    (whole,) = make_map.united([left, right])
    assert make_map.area(whole) == pytest.approx(1820 * 900, rel=0.05)
    assert len(make_map.united([one, shifted(5000, 0)])) == 2


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, unique=True))
def test_joined_squares_keep_their_area(places: list[tuple[int, int]]) -> None:
    squares = [shifted(900 * x, 900 * y) for x, y in places]
    total = sum(make_map.area(ring) for ring in make_map.united(squares))
    holes = 16 - len(places)  # a hole is filled: no province lies in another
    assert 810_000 * len(places) <= total <= 810_000 * (len(places) + holes)


def test_a_border_is_thinned_alike_on_both_sides() -> None:
    crooked = [(900, y + (7 if y % 20 else -7)) for y in range(10, 900, 10)]
    left = [(0, 0), (900, 0), *crooked, (900, 900), (0, 900)]
    right = [(1800, 0), (1800, 900), (900, 900), *reversed(crooked), (900, 0)]
    thin = make_map.thinned({"left": [left], "right": [right]})
    sides = [
        {frozenset(side) for ring in thin[name] for side in pairwise([*ring, ring[0]])}
        for name in ("left", "right")
    ]
    assert len(sides[0] & sides[1]) < 60  # of the 89 points between
    assert frozenset({(900, 0), (900, 900)}) in sides[0] & sides[1]


@pytest.mark.parametrize("number", [63, 34])
def test_a_name_beside_the_map_covers_no_archipelago(gazetteer: Gazetteer, number: int) -> None:
    """Names are written beside the land; Hoàng Sa and Trường Sa keep theirs to themselves."""
    letter, left, right = 175, -60, 8200
    kept = ((4500, 7300, 2900, 3560), (4900, 7950, 5420, 6080))  # their names, two lines each
    names = {unit.slug: unit.name for unit in gazetteer.units}
    for slug, outline in MAPS[number].units.items():
        x, side = outline.name_at
        width = letter * len(names[slug])
        start, end = (x, x + width) if side == "start" else (x - width, x)
        assert left <= start < end <= right, slug
        for first, last, top, foot in kept:
            assert end < first or start > last or outline.y + 130 < top or outline.y - 180 > foot, (
                slug
            )
