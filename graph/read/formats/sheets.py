"""Rows of tables: CSV in any of the usual separators, and the first sheet of an XLSX file.

The other sheets of a file, the heads and feet of its pages and what is drawn on them are told
apart: a mark of secrecy there counts for the file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from graph.errors import Text
from graph.read.formats.book import Book, lines_apart
from graph.read.formats.packed import Parts
from graph.read.formats.plain import decoded
from graph.read.formats.problems import damaged, too_much

CSV_KIND, XLSX_KIND = Text("CSV", "CSV file"), Text("XLSX", "XLSX file")
_SEPARATORS = "\t;,|"
_MOST_ROWS, _MOST_COLUMNS = 100_000, 400
_MOST_LETTERS = 8 << 20  # cells and their letters: texts are shared, so that a small file has many
_LONGEST = 9  # figures of the number of a row or text
_LETTERS = re.compile(r"[A-Z]{1,3}")
_STRINGS = "xl/sharedStrings.xml"
_HEADS = {f"{page}{place}" for page in ("odd", "even", "first") for place in ("Header", "Footer")}
_PARTS = re.compile(r"(?<!&)&[LCR]|[\r\n]+")  # of the head of a page; codes of how it is written
_CODES = re.compile(r'(?<!&)&(?:"[^"]{0,80}"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-JM-QS-Z])')


def csv_book(content: bytes, place: str) -> Book:
    """Return the rows of a CSV file.

    Raises
    ------
    InputError : it is no text, or no table.
    """
    text = decoded(content, place)
    head = "\n".join(text.split("\n", 10)[:10])
    separator = max(_SEPARATORS, key=head.count)
    try:
        return Book(list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error as error:
        raise damaged(place, CSV_KIND, str(error)[:60]) from error


def xlsx_book(content: bytes, place: str) -> Book:
    """Return the rows of the first sheet of an XLSX file, and what its others may be marked with.

    Raises
    ------
    InputError : it is no sound XLSX, or unpacks to too much.
    """
    parts = Parts(content, place, XLSX_KIND)
    strings = _Strings()
    if _STRINGS in parts.names:
        parts.parse(_STRINGS, strings.start, strings.end, strings.text)
    sheets = [name for name in parts.names if name.startswith("xl/worksheets/sheet")]
    if not sheets:
        raise damaged(place, XLSX_KIND, "xl/worksheets")
    rows: list[list[str]] | None = None
    apart: list[str] = []
    letters = 0
    for name in sorted(sheets, key=lambda name: (len(name), name)):
        sheet = _Sheet(strings.told, place, letters=letters)
        parts.parse(name, sheet.start, sheet.end, sheet.text)
        letters = sheet.letters
        apart += sheet.page.told
        if rows is None:
            rows = sheet.rows
        else:
            apart += lines_apart(sheet.rows)
    return Book(rows or [], (*apart, *_drawn(parts)))


def _drawn(parts: Parts) -> list[str]:
    """Return what stands in boxes and shapes that are drawn on the sheets."""
    drawn = _Lines({"p"}, {"t"})
    for name in sorted(parts.names):
        if name.startswith("xl/drawings/drawing") and name.endswith(".xml"):
            parts.parse(name, drawn.start, drawn.end, drawn.text)
    return drawn.told


@dataclass
class _Lines:
    """Hears the lines of a part: `lines` end one, `words` hold what it says."""

    lines: Set[str]
    words: Set[str]
    told: list[str] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)
    _heard: bool = False

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """Hear an element begin."""
        self._heard = tag.rpartition(" ")[2] in self.words

    def end(self, tag: str) -> None:
        """Hear an element end."""
        self._heard = False
        if tag.rpartition(" ")[2] in self.lines and self._said:
            self.told.append("".join(self._said))
            self._said.clear()

    def text(self, said: str) -> None:
        """Hear text."""
        if self._heard:
            self._said.append(said)


@dataclass
class _Page:
    """Hears the head and foot of the pages of a sheet: left, middle and right each apart."""

    told: list[str] = field(default_factory=list)
    _lines: _Lines = field(default_factory=lambda: _Lines(_HEADS, _HEADS))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear an element begin."""
        self._lines.start(tag, attributes)

    def end(self, tag: str) -> None:
        """Hear an element end."""
        self._lines.end(tag)
        for said in self._lines.told:
            self.told += page_lines(said)
        self._lines.told.clear()

    def text(self, said: str) -> None:
        """Hear text."""
        self._lines.text(said)


def page_lines(said: str) -> list[str]:
    """Return what the head or foot of a page says, without its codes: `&C&"Arial,Bold"MẬT`."""
    plain = _CODES.sub("", _PARTS.sub("\n", said)).replace("&&", "&")
    return [line for line in plain.split("\n") if line.strip()]


@dataclass
class _Strings:
    """Hears the texts that cells share."""

    told: list[str] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)
    _heard: bool = False

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """Hear an element begin."""
        name = tag.rpartition(" ")[2]
        if name == "si":
            self._said.clear()
        self._heard = name == "t"

    def end(self, tag: str) -> None:
        """Hear an element end."""
        self._heard = False
        if tag.rpartition(" ")[2] == "si":
            self.told.append("".join(self._said))

    def text(self, said: str) -> None:
        """Hear text."""
        if self._heard:
            self._said.append(said)


@dataclass
class _Sheet:
    """Hears the cells of a sheet, each at its place."""

    strings: list[str]
    place: str
    letters: int = 0
    rows: list[list[str]] = field(default_factory=list)
    page: _Page = field(default_factory=_Page)
    _kind: str = ""
    _column: int = 0
    _said: list[str] = field(default_factory=list)
    _heard: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear an element begin."""
        name = tag.rpartition(" ")[2]
        if name == "row":
            wanted = _number(attributes.get("r", ""), len(self.rows) + 1)
            while len(self.rows) < min(wanted, _MOST_ROWS):
                self.rows.append([])
            self._column = -1
        elif name == "c":
            letters = _LETTERS.match(attributes.get("r", ""))
            self._column = _column(letters[0]) if letters else self._column + 1
            self._kind = attributes.get("t", "")
            self._said.clear()
        self._heard = name in ("v", "t")
        self.page.start(tag, attributes)

    def end(self, tag: str) -> None:
        """Hear an element end."""
        self._heard = False
        self.page.end(tag)
        if tag.rpartition(" ")[2] != "c" or not self.rows or self._column >= _MOST_COLUMNS:
            return
        row, value = self.rows[-1], self._value()
        self.letters += max(self._column + 1 - len(row), 0) + len(value)
        if self.letters > _MOST_LETTERS:
            raise too_much(self.place, XLSX_KIND, _MOST_LETTERS)
        row.extend("" for _ in range(self._column + 1 - len(row)))
        row[self._column] = value

    def text(self, said: str) -> None:
        """Hear text."""
        if self._heard:
            self._said.append(said)
        self.page.text(said)

    def _value(self) -> str:
        said = "".join(self._said)
        if self._kind != "s":
            return said
        place = _number(said, len(self.strings))
        return self.strings[place] if place < len(self.strings) else ""


def _number(said: str, otherwise: int) -> int:
    return int(said) if said.isdecimal() and len(said) <= _LONGEST else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
