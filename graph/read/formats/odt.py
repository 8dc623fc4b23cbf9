"""ODT: paragraphs, headings and tables in their order, told as those of DOCX are.

Deleted words, comments, notes, what describes pictures and what is set over words as a gloss are
left out; what is written in boxes and drawn shapes, headers and footers of pages stand apart. What
the file repeats by count (cells, rows, spaces) is told once, so that none can grow it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import Text
from graph.read.formats.legacy import converted
from graph.read.formats.packed import Parts
from graph.read.formats.problems import damaged, locked
from graph.read.formats.table_lines import TableLines
from graph.read.formats.taken import Taken

KIND = Text("ODT", "ODT file")
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_BODY, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
_PICTURE = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_DROPPED = {
    *(_TEXT + name for name in ("tracked-changes", "note", "ruby-text")),
    *(_OFFICE + name for name in ("annotation", "binary-data")),
    *(_PICTURE + name for name in ("title", "desc")),
    "http://www.w3.org/1998/Math/MathML math",
}
_PARAGRAPHS = {_TEXT + "p", _TEXT + "h"}
_SHAPES = (
    *("text-box", "custom-shape", "rect", "circle", "ellipse", "polygon", "regular-polygon"),
    *("path", "line", "polyline", "connector", "caption", "measure"),
)
_BOXED = {_DRAW + name for name in _SHAPES}
# Local names: LibreOffice keeps those of first pages under a namespace of its own.
_PAGE = {f"{part}{page}" for part in ("header", "footer") for page in ("", "-left", "-first")}
_CELLS = {_TABLE + "table-cell", _TABLE + "covered-table-cell"}
_SIGNS = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n", _TEXT + "s": " "}


def odt_text(content: bytes, place: str) -> Taken:
    """Return the text of an ODT file.

    Raises
    ------
    InputError : it is no sound ODT, is locked, or unpacks to too much.
    """
    parts = Parts(content, place, KIND)
    if _BODY not in parts.names:
        raise damaged(place, KIND, _BODY)
    if _MANIFEST in parts.names and b"encryption-data" in parts.read(_MANIFEST):
        raise locked(place, KIND)
    body = _Reader()
    parts.parse(_BODY, body.start, body.end, body.text)
    apart = list(body.boxes)
    if _STYLES in parts.names:
        pages = _Reader(_pages=True)
        parts.parse(_STYLES, pages.start, pages.end, pages.text)
        apart += pages.boxes
    return Taken(_in_unicode(body.lines), tuple(_in_unicode([line]) for line in apart))


@dataclass
class _Reader:
    """Hears the elements of one part and keeps its lines."""

    lines: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    _pages: bool = False
    _tables: list[TableLines] = field(default_factory=list)
    _paragraphs: list[list[str]] = field(default_factory=list)
    _dropped: int = 0
    _boxed: int = 0

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """Hear an element begin."""
        if self._dropped or tag in _DROPPED:
            self._dropped += 1
            return
        if self._boxed or self._is_apart(tag):
            self._boxed += 1
        if tag in _PARAGRAPHS:
            self._paragraphs.append([])
        elif tag == _TABLE + "table":
            self._tables.append(TableLines())
        elif tag == _TABLE + "table-row" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in _CELLS and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])
        elif tag in _SIGNS:
            self.text(_SIGNS[tag])

    def end(self, tag: str) -> None:
        """Hear an element end."""
        if self._dropped:
            self._dropped -= 1
            return
        if tag in _PARAGRAPHS and self._paragraphs:
            self._told("".join(self._paragraphs.pop()))
        elif tag == _TABLE + "table" and self._tables:
            for line in self._tables.pop().lines():
                self._told(line)
        if self._boxed:
            self._boxed -= 1

    def text(self, said: str) -> None:
        """Hear text."""
        if self._paragraphs and not self._dropped:
            self._paragraphs[-1].append(said)

    def _is_apart(self, tag: str) -> bool:
        return tag in _BOXED or (self._pages and tag.rpartition(" ")[2] in _PAGE)

    def _told(self, line: str) -> None:
        """Keep a line where it belongs: in a box, in its cell, or in the flow."""
        if self._boxed:
            self.boxes.extend(line.split("\n"))
        elif self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].extend(line.split("\n"))
        else:
            self.lines.extend(line.split("\n"))


def _in_unicode(lines: list[str]) -> str:
    """Return lines as text; letters of an old table, which the syllables tell, are converted."""
    text = "\n".join(lines)
    told = converted(text)
    return told[0] if told else text
