"""Tables of documents as lines of text, alike for every format of a word processor.

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
