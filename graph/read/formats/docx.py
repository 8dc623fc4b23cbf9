"""DOCX: paragraphs and tables in their order, as they are printed.

Tables are told as `TableLines` tells them. Deleted words, codes of fields and comments are left
out; text boxes, watermarks, headers and footers of pages stand apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import Text
from graph.read.formats.flow import Flow
from graph.read.formats.legacy import by_font
from graph.read.formats.packed import Parts
from graph.read.formats.problems import damaged
from graph.read.formats.taken import Taken

KIND = Text("DOCX", "DOCX file")
_BODY = "word/document.xml"
_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_DROPPED = {"instrText", "delText", "del", "moveFrom", "Fallback", "sectPr", "object"}
_BOXED = {"anchor", "txbxContent", "pict"}  # pict: a drawing as older editions keep it
_OFF = {"0", "false", "off", "none"}


def docx_text(content: bytes, place: str) -> Taken:
    """Return the text of a DOCX file.

    Raises
    ------
    InputError : it is no sound DOCX, or unpacks to too much.
    """
    parts = Parts(content, place, KIND)
    if _BODY not in parts.names:
        raise damaged(place, KIND, _BODY)
    body = _Reader()
    parts.parse(_BODY, body.start, body.end, body.text)
    apart = list(body.flow.boxes)
    for name in sorted(parts.names):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            page = _Reader()
            parts.parse(name, page.start, page.end, page.text)
            apart += [*page.flow.lines, *page.flow.boxes]
    return Taken("\n".join(body.flow.lines), tuple(apart))


@dataclass
class _Reader:
    """Hears the elements of one part and keeps its lines."""

    flow: Flow = field(default_factory=Flow)
    _dropped: int = 0
    _in_text: bool = False
    _font: str = ""
    _capitals: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear an element begin."""
        name = tag.rpartition(" ")[2]
        if self._dropped or name in _DROPPED:
            self._dropped += 1
        elif self.flow.boxed or name in _BOXED:
            self.flow.boxed += 1
        if self._dropped:
            return
        if name == "p" and tag.startswith(_SPACES):
            self.flow.begin_paragraph()
        elif name == "tbl":
            self.flow.begin_table()
        elif name == "tr":
            self.flow.begin_row()
        elif name == "tc":
            self.flow.begin_cell()
        else:
            self._inline(tag, name, attributes)

    def _inline(self, tag: str, name: str, attributes: Mapping[str, str]) -> None:
        """Hear what stands inside a paragraph."""
        if name == "r":
            self._font, self._capitals = "", False
        elif name == "rFonts":
            self._font = _value(attributes, "ascii") or _value(attributes, "hAnsi") or ""
        elif name == "caps":
            self._capitals = (_value(attributes, "val") or "true") not in _OFF
        elif name == "t":
            self._in_text = tag.startswith(_SPACES)
        elif name in ("tab", "ptab") and tag.startswith(_SPACES) and "val" not in str(attributes):
            self.flow.say("\t")
        elif name in ("br", "cr"):
            self.flow.say("\n")
        elif name == "noBreakHyphen":
            self.flow.say("-")
        elif name == "textpath":  # words drawn as a picture, as a watermark is
            self.flow.boxes.append(attributes.get("string", ""))

    def end(self, tag: str) -> None:
        """Hear an element end."""
        name = tag.rpartition(" ")[2]
        if self._dropped:
            self._dropped -= 1
            return
        if name == "t":
            self._in_text = False
        elif name == "p" and tag.startswith(_SPACES):
            self.flow.end_paragraph()
        elif name == "tbl":
            self.flow.end_table()
        if self.flow.boxed:
            self.flow.boxed -= 1

    def text(self, said: str) -> None:
        """Hear text."""
        if self._in_text and not self._dropped:
            told = by_font(said, self._font) if self._font else said
            self.flow.say(told.upper() if self._capitals else told)


def _value(attributes: Mapping[str, str], name: str) -> str | None:
    """Return an attribute, whatever edition of the standard its namespace is of."""
    return next((attributes[space + name] for space in _SPACES if space + name in attributes), None)
