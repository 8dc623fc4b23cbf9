"""Rows of tables: CSV in any of the usual separators, and the first sheet of an XLSX file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import Text
from graph.read.formats.packed import Parts
from graph.read.formats.plain import decoded
from graph.read.formats.problems import damaged

CSV_KIND, XLSX_KIND = Text("CSV", "CSV file"), Text("XLSX", "XLSX file")
_SEPARATORS = "\t;,|"
_MOST_ROWS, _MOST_COLUMNS = 100_000, 400
_LETTERS = re.compile(r"[A-Z]{1,3}")
_STRINGS = "xl/sharedStrings.xml"


def csv_rows(content: bytes, place: str) -> list[list[str]]:
    """Return the rows of a CSV file.

    Raises
    ------
    InputError : it is no text, or no table.
    """
    text = decoded(content, place)
    head = "\n".join(text.split("\n", 10)[:10])
    separator = max(_SEPARATORS, key=head.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise damaged(place, CSV_KIND, str(error)[:60]) from error


def xlsx_rows(content: bytes, place: str) -> list[list[str]]:
    """Return the rows of the first sheet of an XLSX file.

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
    first = min(sheets, key=lambda name: (len(name), name))
    sheet = _Sheet(strings.told)
    parts.parse(first, sheet.start, sheet.end, sheet.text)
    return sheet.rows


@dataclass
class _Strings:
    """Hears the texts that cells share."""

    told: list[str] = field(default_factory=list)
    _heard: bool = False

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """Hear an element begin."""
        name = tag.rpartition(" ")[2]
        if name == "si":
            self.told.append("")
        self._heard = name == "t"

    def end(self, _: str) -> None:
        """Hear an element end."""
        self._heard = False

    def text(self, said: str) -> None:
        """Hear text."""
        if self._heard and self.told:
            self.told[-1] += said


@dataclass
class _Sheet:
    """Hears the cells of a sheet, each at its place."""

    strings: list[str]
    rows: list[list[str]] = field(default_factory=list)
    _kind: str = ""
    _column: int = 0
    _said: str = ""
    _heard: bool = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear an element begin."""
        name = tag.rpartition(" ")[2]
        if name == "row":
            number = attributes.get("r", "")
            wanted = int(number) if number.isdecimal() else len(self.rows) + 1
            while len(self.rows) < min(wanted, _MOST_ROWS):
                self.rows.append([])
            self._column = -1
        elif name == "c":
            letters = _LETTERS.match(attributes.get("r", ""))
            self._column = _column(letters[0]) if letters else self._column + 1
            self._kind, self._said = attributes.get("t", ""), ""
        self._heard = name in ("v", "t")

    def end(self, tag: str) -> None:
        """Hear an element end."""
        self._heard = False
        if tag.rpartition(" ")[2] != "c" or not self.rows or self._column >= _MOST_COLUMNS:
            return
        row = self.rows[-1]
        row.extend("" for _ in range(self._column + 1 - len(row)))
        row[self._column] = self._value()

    def text(self, said: str) -> None:
        """Hear text."""
        if self._heard:
            self._said += said

    def _value(self) -> str:
        if self._kind != "s":
            return self._said
        place = int(self._said) if self._said.isdecimal() else len(self.strings)
        return self.strings[place] if place < len(self.strings) else ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
