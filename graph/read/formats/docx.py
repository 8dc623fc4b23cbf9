"""DOCX: paragraphs and tables in their order, as they are printed.

Tables are told as `TableLines` tells them. Deleted words, codes of fields and comments are left
out; text boxes, watermarks, headers and footers of pages stand apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import Text
from graph.read.formats.legacy import by_font
from graph.read.formats.packed import Parts
from graph.read.formats.problems import damaged
from graph.read.formats.table_lines import TableLines
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
    apart = list(body.boxes)
    for name in sorted(parts.names):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            page = _Reader()
            parts.parse(name, page.start, page.end, page.text)
            apart += [*page.lines, *page.boxes]
    return Taken("\n".join(body.lines), tuple(apart))


@dataclass
class _Reader:
    """Hears the elements of one part and keeps its lines."""

    lines: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    _tables: list[TableLines] = field(default_factory=list)
    _paragraphs: list[list[str]] = field(default_factory=list)
    _dropped: int = 0
    _boxed: int = 0
    _in_text: bool = False
    _font: str = ""
    _capitals: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear an element begin."""
        name = tag.rpartition(" ")[2]
        if self._dropped or name in _DROPPED:
            self._dropped += 1
        elif self._boxed or name in _BOXED:
            self._boxed += 1
        if self._dropped:
            return
        if name == "p" and tag.startswith(_SPACES):
            self._paragraphs.append([])
        elif name == "tbl":
            self._tables.append(TableLines())
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif name == "tc" and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])
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
            self._add("\t")
        elif name in ("br", "cr"):
            self._add("\n")
        elif name == "noBreakHyphen":
            self._add("-")
        elif name == "textpath":  # words drawn as a picture, as a watermark is
            self.boxes.append(attributes.get("string", ""))

    def end(self, tag: str) -> None:
        """Hear an element end."""
        name = tag.rpartition(" ")[2]
        if self._dropped:
            self._dropped -= 1
            return
        if name == "t":
            self._in_text = False
        elif name == "p" and self._paragraphs and tag.startswith(_SPACES):
            self._told("".join(self._paragraphs.pop()))
        elif name == "tbl" and self._tables:
            table = self._tables.pop()
            for line in table.lines():
                self._told(line)
        if self._boxed:
            self._boxed -= 1

    def text(self, said: str) -> None:
        """Hear text."""
        if self._in_text and not self._dropped:
            told = by_font(said, self._font) if self._font else said
            self._add(told.upper() if self._capitals else told)

    def _add(self, said: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].append(said)

    def _told(self, line: str) -> None:
        """Keep a line where it belongs: in its cell, in a box, or in the flow."""
        if self._boxed:
            self.boxes.extend(line.split("\n"))
        elif self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].extend(line.split("\n"))
        else:
            self.lines.extend(line.split("\n"))


def _value(attributes: Mapping[str, str], name: str) -> str | None:
    """Return an attribute, whatever edition of the standard its namespace is of."""
    return next((attributes[space + name] for space in _SPACES if space + name in attributes), None)
