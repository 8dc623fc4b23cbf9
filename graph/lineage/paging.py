"""Cutting a long answer into pages."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import QuestionError, Text

LIMIT = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is asked for: `limit` rows behind the first `before`."""

    limit: int = LIMIT
    before: int = 0

    @classmethod
    def after(cls, cursor: str | None, limit: int = LIMIT) -> Page:
        """Return the page that a cursor asks for; the first one without.

        Raises
        ------
        QuestionError : no earlier page gave that cursor.
        """
        if cursor is None:
            return cls(limit)
        if not (cursor.isascii() and cursor.isdecimal()):
            raise QuestionError(
                Text(f"không có trang nào ở “{cursor}”", f"there is no page at “{cursor}”"),
                remedy=Text("bắt đầu lại từ trang đầu", "begin again with the first page"),
            )
        return cls(limit, int(cursor))

    @property
    def part(self) -> slice:
        """Return where the page stands in the whole list."""
        return slice(self.before, self.before + self.limit)

    def next(self, total: int) -> str | None:
        """Return what asks for the page after this one, None when it is the last."""
        end = self.before + self.limit
        return str(end) if end < total else None
