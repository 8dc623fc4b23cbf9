"""What a word processor wrote as lines of text, tables too, alike for every format.

A row with two filled cells at most is a frame (letterhead, recipients beside signature): its cells
are told one after the other, each paragraph on its line. A fuller row is one line, its cells parted
by tabs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_FRAME = 2  # cells of a row that only sets things side by side


@dataclass
class TableLines:
    """A table while it is read: the rows so far, each its cells, each their lines."""

    rows: list[list[list[str]]] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return its lines as they are told."""
        told: list[str] = []
        for cells in self.rows:
            filled = [cell for cell in cells if any(line.strip() for line in cell)]
            if len(filled) <= _FRAME:
                told += [line for cell in cells for line in cell]
            else:
                told.append("\t".join(" ".join(" ".join(cell).split()) for cell in cells))
        return told


@dataclass
class Flow:
    """What a document tells while its elements are heard: lines, tables among them, boxes apart.

    `lines` are the flow of the text, `boxes` what is drawn apart from it (`boxed` tells how deep in
    one the reading is). An element that stands where it cannot is passed over.
    """

    lines: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    boxed: int = 0
    _tables: list[TableLines] = field(default_factory=list)
    _paragraphs: list[list[str]] = field(default_factory=list)

    def begin_paragraph(self) -> None:
        """Begin a paragraph; it may stand within another one's box."""
        self._paragraphs.append([])

    def say(self, text: str) -> None:
        """Add text to the paragraph."""
        if self._paragraphs:
            self._paragraphs[-1].append(text)

    def end_paragraph(self) -> None:
        """Tell the paragraph."""
        if self._paragraphs:
            self._tell("".join(self._paragraphs.pop()))

    def begin_table(self) -> None:
        """Begin a table; it may stand within a cell."""
        self._tables.append(TableLines())

    def begin_row(self) -> None:
        """Begin a row of the table."""
        if self._tables:
            self._tables[-1].rows.append([])

    def begin_cell(self) -> None:
        """Begin a cell of the row."""
        if self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append([])

    def end_table(self) -> None:
        """Tell the table line by line."""
        if self._tables:
            for line in self._tables.pop().lines():
                self._tell(line)

    def _tell(self, line: str) -> None:
        """Keep a line where it belongs: in a box, in its cell, or in the flow."""
        if self.boxed:
            self.boxes.extend(line.split("\n"))
        elif self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].extend(line.split("\n"))
        else:
            self.lines.extend(line.split("\n"))
