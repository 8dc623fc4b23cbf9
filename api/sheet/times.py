"""The line of time below Lược đồ: one row a level, one stroke a day."""

from __future__ import annotations

from datetime import date

from api import words
from api.sheet.shapes import TimeRow, TimeShape
from api.web import layout
from api.web.format import tidy
from api.web.sheet_wording import BANDS, sheet_phrase
from graph.model import Scene

_AFTER = 30  # days shown behind the last document at least
_SHARE = 40  # of the whole line that this is at least


def time_of(scene: Scene, language: str, today: date) -> TimeShape | None:
    """Return the days on which documents of a lineage were issued; None where none is dated."""
    root, rows = scene.root, scene.spread.days
    days = [day for row in rows for day, _ in row.days]
    if root.issued:
        days.append(root.issued.earliest)
    if not days or not rows:
        return None
    start, last = min(days), max(days)
    as_of = scene.outline.view.as_of
    last = max(last, as_of or last, today)
    reach = (last - start).days + max(_AFTER, (last - start).days // _SHARE)

    def along(day: date) -> float:
        return round(max((day - start).days, 0) / reach, 5)

    return TimeShape(
        start=start.isoformat(),
        end=date.fromordinal(start.toordinal() + reach).isoformat(),
        label=sheet_phrase("time", language),
        rows=[
            TimeRow(
                level=row.level.value if row.level else "none",
                label=BANDS[row.level].within(language),
                days=[(along(day), count, words.day(day, language)) for day, count in row.days],
            )
            for row in rows
        ],
        ticks=[(place / layout.WIDTH, name) for name, place in layout.ticks(start, reach)],
        root=(along(root.issued.earliest), f"{tidy(root.name)}, {words.day(root.issued, language)}")
        if root.issued
        else None,
        today=today.isoformat(),
        cursor=as_of.isoformat() if as_of else None,
        undated=sheet_phrase("undated", language, n=words.number(scene.spread.undated, language))
        if scene.spread.undated
        else None,
    )
