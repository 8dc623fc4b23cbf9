"""ODT: paragraphs, headings and tables in their order, told as those of DOCX are.

Deleted words, comments, notes, what describes pictures and what is set over words as a gloss are
left out; what is written in boxes and drawn shapes, headers and footers of pages stand apart. What
the file repeats by count (cells, rows, spaces) is told once, so that none can grow it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import Text
from graph.read.formats.flow import Flow
from graph.read.formats.legacy import converted
from graph.read.formats.packed import Parts
from graph.read.formats.problems import damaged, locked
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
    apart = list(body.flow.boxes)
    if _STYLES in parts.names:
        pages = _Reader(_pages=True)
        parts.parse(_STYLES, pages.start, pages.end, pages.text)
        apart += pages.flow.boxes
    return Taken(_in_unicode(body.flow.lines), tuple(_in_unicode([line]) for line in apart))


@dataclass
class _Reader:
    """Hears the elements of one part and keeps its lines."""

    flow: Flow = field(default_factory=Flow)
    _pages: bool = False
    _dropped: int = 0

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """Hear an element begin."""
        if self._dropped or tag in _DROPPED:
            self._dropped += 1
            return
        if self.flow.boxed or self._is_apart(tag):
            self.flow.boxed += 1
        if tag in _PARAGRAPHS:
            self.flow.begin_paragraph()
        elif tag == _TABLE + "table":
            self.flow.begin_table()
        elif tag == _TABLE + "table-row":
            self.flow.begin_row()
        elif tag in _CELLS:
            self.flow.begin_cell()
        elif tag in _SIGNS:
            self.text(_SIGNS[tag])

    def end(self, tag: str) -> None:
        """Hear an element end."""
        if self._dropped:
            self._dropped -= 1
            return
        if tag in _PARAGRAPHS:
            self.flow.end_paragraph()
        elif tag == _TABLE + "table":
            self.flow.end_table()
        if self.flow.boxed:
            self.flow.boxed -= 1

    def text(self, said: str) -> None:
        """Hear text."""
        if not self._dropped:
            self.flow.say(said)

    def _is_apart(self, tag: str) -> bool:
        return tag in _BOXED or (self._pages and tag.rpartition(" ")[2] in _PAGE)


def _in_unicode(lines: list[str]) -> str:
    """Return lines as text; letters of an old table, which the syllables tell, are converted."""
    text = "\n".join(lines)
    told = converted(text)
    return told[0] if told else text
