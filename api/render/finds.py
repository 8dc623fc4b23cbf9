"""What a search found, as lines and as rows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text as Line

from api import words
from api.render.screen import Screen
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import Text
from graph.model import Hit

_HEADINGS = (
    Text("Là", "Kind"),
    Text("Tên", "Name"),
    Text("Ban hành", "Issued"),
    Text("Hỏi bằng", "Ask with"),
    Text("Nội dung", "About"),
)


def hits_lines(hits: Sequence[Hit], screen: Screen) -> list[Line]:
    """Return one line a hit: what it is, its name, its date, how to ask for it."""
    headings = tuple(screen.say(heading) for heading in _HEADINGS)
    rows = tuple(_row(hit, screen) for hit in hits)
    return table_lines(Sheet(headings, rows, frozenset({2})), screen)


def hits_csv(hits: Sequence[Hit]) -> str:
    """Return one row a hit: `kind, name, detail, spelling, issued, iri`."""
    return csv_text(
        ("kind", "name", "detail", "spelling", "issued", "iri"),
        [
            (
                *(hit.kind, hit.name, hit.detail),
                *(
                    (hit.document.spelling, str(hit.document.issued or ""))
                    if hit.document
                    else ("", "")
                ),
                hit.iri,
            )
            for hit in hits
        ],
    )


def _row(hit: Hit, screen: Screen) -> tuple[str, ...]:
    kind = words.KINDS[hit.kind].within(screen.language) if hit.kind in words.KINDS else hit.kind
    document = hit.document
    if document is None:
        return (kind, hit.name, "", "", hit.detail)
    about = document.title or ", ".join(document.issuers)
    day = words.day(document.issued, screen.language)
    return (kind, hit.name, day, document.spelling, about)
