"""What a search found, as lines and as rows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text as Line

from api import words
from api.render.documents import doubts
from api.render.screen import Screen
from api.render.sheets import Sheet, csv_text, table_lines
from graph.errors import Text
from graph.model import Document, Hit

_HEADINGS = (
    Text("Loại", "Kind"),
    Text("Tên", "Name"),
    Text("Ban hành", "Issued"),
    Text("Hỏi bằng", "Ask with"),
    Text("Lưu ý", "Note"),
    Text("Nội dung", "About"),
)


def hits_lines(hits: Sequence[Hit], screen: Screen) -> list[Line]:
    """Return one line a hit: what it is, its name, its date, how to ask for it."""
    headings = tuple(screen.say(heading) for heading in _HEADINGS)
    rows = tuple(_row(hit, screen) for hit in hits)
    return table_lines(Sheet(headings, rows, frozenset({2})), screen)


def hits_csv(hits: Sequence[Hit]) -> str:
    """Return one row a hit: `kind, name, detail, spelling, issued, verification, iri`."""
    return csv_text(
        ("kind", "name", "detail", "spelling", "issued", "verification", "iri"),
        [
            (
                *(hit.kind, hit.name, hit.detail),
                *_csv_document(hit.document),
                hit.iri,
            )
            for hit in hits
        ],
    )


def _csv_document(document: Document | None) -> tuple[str, str, str]:
    if document is None:
        return ("", "", "")
    return (document.spelling, str(document.issued or ""), document.verification)


def _row(hit: Hit, screen: Screen) -> tuple[str, ...]:
    kind = words.KINDS[hit.kind].within(screen.language) if hit.kind in words.KINDS else hit.kind
    document = hit.document
    if document is None:
        return (kind, hit.name, "", "", "", hit.detail)
    day = words.day(document.issued, screen.language)
    notes = doubts(document, screen)
    return (kind, hit.name, day, document.spelling, notes, document.title or "")
