"""The drawing of the matrix: well-formed, complete, and every name in it is text."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from api.render.matrix_drawings import matrix_svg
from api.web.atlas import atlas
from api.web.board import Board, Shade, board_of
from graph.model import Cell, Lag, Level, Matrix, MatrixRow, MatrixTotal, UnitCorpus, UnitState
from tests.api import sample
from tests.api.render.hostile import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
TOTAL = MatrixTotal(1, 0, 2, 1, Lag(40, 40), None, None, 3, 0)
FOUND = Cell(UnitState.FOUND, 2, "iri", "name", None, Lag(40, 4000), Level.DISTRICT)


def drawn(unit: str = "Hà Nội", title: str = "Về một việc", unit_set: int = 34) -> Board:
    corpus = UnitCorpus(3, 2, ())
    rows = tuple(
        MatrixRow(name, f"{sample.DATA}unit/{slug}", "Đồng bằng sông Hồng", (cell,), corpus)
        for name, slug, cell in (
            (unit, "ha-noi", FOUND),
            ("Quảng Ninh", "quang-ninh", Cell(UnitState.NONE_FOUND)),
        )
    )
    return board_of(Matrix((replace(sample.ROOT, title=title),), unit_set, rows, (TOTAL,)))


def texts(svg: str) -> str:
    return " ".join(
        "".join(one.itertext()) for one in ElementTree.fromstring(svg).iter(f"{SVG}text")
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("unit_set", [63, 34])
def test_everything_on_the_page_is_drawn(language: str, unit_set: int) -> None:
    made = drawn(unit_set=unit_set)
    svg = matrix_svg(made, made.rows[0], atlas()[unit_set], language)
    root = ElementTree.fromstring(svg)
    said = texts(svg)
    for part in ("57-NQ/TW", "Quảng Ninh", "1/2", "@svg-maps/vietnam", "CC BY 4.0"):
        assert part in said
    assert ("Quần đảo Hoàng Sa" in said) == (language == "vi")
    assert ("Trường Sa Archipelago" in said) == (language == "en")
    assert len(list(root.iter(f"{SVG}path"))) == unit_set + 2
    titles = [one.text for one in root.iter(f"{SVG}title")]
    assert any("Quảng Ninh, 57-NQ/TW: " in str(one) for one in titles)


def test_without_a_chosen_resolution_there_is_no_map() -> None:
    made = drawn()
    svg = matrix_svg(made, None, atlas()[34], "vi")
    assert "<path" not in svg
    whole = matrix_svg(made, made.rows[0], atlas()[34], "vi")
    width = [int(ElementTree.fromstring(one).attrib["width"]) for one in (svg, whole)]
    assert width[0] < width[1]


def test_how_far_down_is_drawn_by_height_too() -> None:
    made = drawn()
    assert made.rows[0].cells[0][2] is Shade.DISTRICT
    svg = matrix_svg(made, None, atlas()[34], "vi")
    boxes = list(ElementTree.fromstring(svg).iter(f"{SVG}g"))
    heights = [[float(rect.attrib["height"]) for rect in box.iter(f"{SVG}rect")] for box in boxes]
    assert heights == [[27, 16.7], [27]]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    made = drawn(unit=text, title=text)
    svg = matrix_svg(made, made.rows[0], atlas()[34], "vi")
    root = ElementTree.fromstring(svg)
    kinds = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert kinds <= {
        *("svg", "style", "defs", "pattern", "rect", "circle", "text", "line", "g", "title", "path")
    }
    assert not [
        name for one in root.iter() for name in one.attrib if name.startswith(("on", "href"))
    ]
