"""Resolutions x provinces as a drawing that stands alone: table, strips of lag, totals and map."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from api import words
from api.render.screen import printable
from api.web.atlas import BOX, Atlas
from api.web.board import Board, BoardRow, Column, Shade
from api.web.coverage_wording import SHADES
from api.web.wording import PRODUCT, phrase

_NAME, _SHARE, _STRIP, _MAP = 250, 64, 120, 400  # widths
_CELL, _GAP, _EDGE = {63: 12, 34: 18}, 9, 24
_HEAD, _ROW, _TOTAL = 190, 44, 70  # heights
_LINE = 40  # letters of a title in a line
_LINES = 2
_LETTER = 6.4  # width of one, about
_FILLS = {
    Shade.PROVINCE: "#b4cad8",
    Shade.DISTRICT: "#6d97b1",
    Shade.COMMUNE: "#234c6b",
    Shade.REPORTED: "url(#dots)",
    Shade.NONE_FOUND: "#ffffff",
    Shade.OUT_OF_SCOPE: "url(#hatch)",
}
_STYLE = (
    "text{font:12px Inter,'Noto Sans',sans-serif;fill:#23211d}.m{fill:#645f4e;font-size:11px}"
    ".b{font-weight:600}.h{font:600 19px 'Noto Serif',serif}.e{text-anchor:end}.c{text-anchor:"
    "middle}.i{font-style:italic}.k{fill:#8d2b2b}.isle{font-size:250px}.line{stroke:#8c8573}.hair{stroke:#ebe6da}"
    ".cell{stroke:#c7b4ab}.tick{stroke:#6d97b1}.land{stroke:#fff;stroke-width:16}"
)
_PATTERNS = (
    '<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="1.2" height="4" fill="#d3cbb9"/></pattern>'
    '<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<circle cx="2.5" cy="2.5" r="1.4" fill="#6d97b1"/></pattern>'
)


def matrix_svg(board: Board, chosen: BoardRow | None, atlas: Atlas, language: str) -> str:
    """Return the drawing; every name and title in it is text, whatever it holds.

    Parameters
    ----------
    board : the matrix as it is laid out.
    chosen : the resolution that the map is of; None: no map.
    atlas : the outlines of the provinces.
    language : `vi` or `en`.
    """
    drawing = _Drawing(board, chosen, atlas, language)
    size = f'width="{drawing.width}" height="{drawing.height}"'
    box = f'viewBox="0 0 {drawing.width} {drawing.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>'
        f"<style>{_STYLE}</style><defs>{_PATTERNS}</defs>"
        f'<rect width="{drawing.width}" height="{drawing.height}" fill="#ffffff"/>'
        f"{''.join(drawing.parts())}</svg>"
    )


def _text(x: float, y: float, told: str, kind: str = "", more: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" class="{kind}"{more}>{escape(printable(told))}</text>'


def _wrapped(told: str, width: int, most: int | None = None) -> list[str]:
    """Return the lines of a text, at most so many; an ellipsis tells that there is more."""
    return textwrap.wrap(told, width, max_lines=most, placeholder="…", break_on_hyphens=False)


def _rect(box: tuple[float, float, float, float], fill: str, kind: str = "") -> str:
    x, y, width, height = box
    place = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'<rect {place} fill="{fill}" class="{kind}"/>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" class="{kind}"/>'


@dataclass(frozen=True)
class _Drawing:
    """The parts of one drawing, and where they stand."""

    board: Board
    chosen: BoardRow | None
    atlas: Atlas
    language: str

    @property
    def cell(self) -> int:
        """Return the width of a column."""
        return _CELL.get(self.board.matrix.unit_set, _CELL[34])

    @property
    def places(self) -> dict[str, float]:
        """Return where each column begins."""
        found, x = {}, float(_EDGE + _NAME)
        for region in self.board.regions:
            for column in region.columns:
                found[column.slug] = x
                x += self.cell
            x += _GAP
        return found

    @property
    def right(self) -> float:
        """Return where the last column ends."""
        return _EDGE + _NAME + len(self.board.columns) * self.cell + len(self.board.regions) * _GAP

    @property
    def width(self) -> int:
        """Return the width of the whole."""
        return int(self.right + _SHARE + _STRIP + 2 * _EDGE) + (_MAP + _EDGE if self.chosen else 0)

    @property
    def height(self) -> int:
        """Return the height of the whole."""
        return max(_HEAD + len(self.board.rows) * _ROW + 2 * _TOTAL + 60, 620)

    def say(self, key: str, **filled: object) -> str:
        """Return a phrase of the page."""
        return phrase(key, self.language, **filled)

    def parts(self) -> Iterator[str]:
        """Yield everything that is drawn."""
        yield from self.head()
        for place, row in enumerate(self.board.rows):
            yield from self.row(row, _HEAD + place * _ROW)
        yield from self.foot(_HEAD + len(self.board.rows) * _ROW)
        if self.chosen:
            yield from self.map(self.chosen, self.right + _SHARE + _STRIP + 2 * _EDGE)

    def head(self) -> Iterator[str]:
        """Yield title, legend, regions and names of provinces."""
        rows, units = len(self.board.rows), self.board.matrix.unit_set
        yield _text(_EDGE, 34, self.say("matrix_title", rows=rows, units=units), "h")
        x = float(_EDGE)
        for shade in self.board.shades:
            told = SHADES[shade].within(self.language)
            yield _rect((x, 48, 10, 12), _FILLS[shade], "cell") + _text(x + 16, 58, told, "m")
            x += 16 + _LETTER * len(told) + 22
        for region in self.board.regions:
            first, last = (self.places[region.columns[at].slug] for at in (0, -1))
            name = region.name or self.say("region_none")
            lines = _wrapped(name, max(int((last - first + self.cell) / _LETTER), 8))
            for place, line in enumerate(lines, 1 - len(lines)):
                yield _text(first, 104 + 13 * place, line, "m")
            yield _line(first, 109, last + self.cell - 2, 109, "line")
        for column in self.board.columns:
            x = self.places[column.slug] + self.cell / 2 + 3
            turned = f' transform="rotate(-90 {x:g} {_HEAD - 6})"'
            yield _text(x, _HEAD - 6, column.row.unit, "m", turned)
        yield _text(self.right + _SHARE - 14, _HEAD - 6, self.say("covered"), "m e")
        yield _text(self.right + _SHARE, _HEAD - 6, self.say("lag_days"), "m")

    def row(self, row: BoardRow, y: float) -> Iterator[str]:
        """Yield one resolution: name, title, cells, share and strip."""
        kind = "b k" if row == self.chosen else "b"
        day = words.day(row.document.issued, self.language)
        yield _text(_EDGE, y + 13, f"{row.name}", kind)
        yield _text(_EDGE + 9 + 7.6 * len(row.name), y + 13, day, "m")
        title = printable(row.document.title or self.say("untitled"))
        lines = _wrapped(title, _LINE, _LINES)
        for place, line in enumerate(lines):
            yield _text(_EDGE, y + 26 + 12 * place, line, "m")
        for column, _, shade in row.cells:
            box = (self.places[column.slug], y + 5, self.cell - 2, 27)
            told = f"{column.row.unit}, {row.name}: {SHADES[shade].within(self.language)}"
            drawn = self.depth(box, shade)
            yield f"<g><title>{escape(printable(told))}</title>{drawn}</g>"
        x = self.right + _SHARE
        yield _text(x - 14, y + 23, f"{row.total.found}/{row.total.in_scope}", "e")
        yield from self.strip(row, x, y)

    def depth(self, box: tuple[float, float, float, float], shade: Shade) -> str:
        """Return a cell: its fill comes down as far as a document is seen."""
        x, y, width, height = box
        if shade is not Shade.DISTRICT:
            return _rect(box, _FILLS[shade], "cell")
        upper = (x, y, width, round(0.62 * height, 1))
        return _rect(box, _FILLS[Shade.PROVINCE], "cell") + _rect(upper, _FILLS[shade])

    def strip(self, row: BoardRow, x: float, y: float) -> Iterator[str]:
        """Yield a tick for each first document, and the median."""
        yield _line(x, y + 28, x + _STRIP, y + 28, "hair")
        for tick in row.strip.ticks:
            at = x + tick * _STRIP / 1000
            yield _line(at, y + 14, at, y + 28, "tick")
        if row.strip.median is not None:
            yield f'<circle cx="{x + row.strip.median * _STRIP / 1000:g}" cy="{y + 28:g}" r="2.6"/>'
        if row.strip.beyond:
            yield _text(x + _STRIP, y + 10, self.say("lag_beyond_short", n=row.strip.beyond), "m e")

    def foot(self, y: float) -> Iterator[str]:
        """Yield the axis, the totals by province, what the store holds, and where this is from."""
        for days, at in self.board.ticks:
            kind = "m e" if at == 1000 else "m c" if at else "m"  # noqa: PLR2004
            x = self.right + _SHARE + at * _STRIP / 1000
            yield _text(x, y + 14, words.number(days, self.language), kind)
        rows = len(self.board.rows)
        yield _text(_EDGE, y + 44, self.say("totals"), "b")
        yield _text(_EDGE, y + 58, self.say("totals_note", n=rows), "m")
        yield _text(_EDGE, y + _TOTAL + 44, self.say("corpus"), "b")
        most = max(self.board.most_documents, 1)
        yield _text(_EDGE, y + _TOTAL + 58, self.say("corpus_note", n=most), "m")
        for column in self.board.columns:
            yield from self.total(column, y + _TOTAL, 40 / max(rows, 1))
            held = column.row.corpus.documents
            tall = 40 * held / most
            x = self.places[column.slug]
            yield _rect((x, y + 2 * _TOTAL - tall, self.cell - 2, tall), "#c9c2b1")
        note = f"{PRODUCT.within(self.language)}. {self.say('gap_note')}"
        yield _text(_EDGE, y + 2 * _TOTAL + 34, note, "m")

    def total(self, column: Column, y: float, unit: float) -> Iterator[str]:
        """Yield the bar of one province, the deepest at its foot."""
        x = self.places[column.slug]
        for shade, count in column.seen:
            y -= count * unit
            yield _rect((x, y, self.cell - 2, count * unit), _FILLS[shade])

    def map(self, row: BoardRow, x: float) -> Iterator[str]:
        """Yield the map of one resolution with its credit."""
        yield _text(x, 34, self.say("on_map", name=row.name), "b")
        yield f'<svg x="{x:g}" y="48" width="{_MAP}" height="{_MAP * 1.08:g}" viewBox="{BOX}">'
        shades = {column.slug: shade for column, _, shade in row.cells}
        names = {column.slug: column.row.unit for column, _, _ in row.cells}
        for slug, outline in self.atlas.units.items():
            fill = _MAP_FILLS.get(shades.get(slug, Shade.NONE_FOUND), "#f1ede3")
            told = escape(printable(names.get(slug, slug)))
            path = f'<path class="land" fill="{fill}" d="{outline.path}">'
            yield f"{path}<title>{told}</title></path>"
        for isles, (left, top) in zip(
            self.atlas.islands, ((5880, 3150), (6400, 5720)), strict=True
        ):
            fill = _FILLS[Shade.DISTRICT]
            yield f'<path fill="{fill}" stroke="{fill}" stroke-width="30" d="{isles.path}"/>'
            named = isles.vi if self.language == "vi" else isles.en
            yield _text(left, top, named, "c i isle")
            yield _text(left, top + 300, names.get(isles.unit, ""), "c isle")
        yield "</svg>"
        credit = self.say("map_credit", package="@svg-maps/vietnam 2.0.0")
        for place, line in enumerate(_wrapped(credit, 66)):
            yield _text(x, 66 + _MAP * 1.08 + 15 * place, line, "m")


#: On the map patterns would be too fine: what is not found stays light.
_MAP_FILLS = {
    Shade.PROVINCE: "#b4cad8",
    Shade.DISTRICT: "#6d97b1",
    Shade.COMMUNE: "#234c6b",
    Shade.REPORTED: "#d9d3c4",
}
