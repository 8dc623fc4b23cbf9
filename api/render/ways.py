"""Ways by which a province rests on a resolution, as lines and rows."""

from __future__ import annotations

from rich.text import Text as Line

from api import words
from api.render.documents import heading_lines
from api.render.evidences import evidence_lines
from api.render.screen import FAINT, STRONG, Screen, joined
from api.render.sheets import csv_text
from graph.errors import Text
from graph.model import Document, Way, WayPage

_TITLE = Text("Đường từ văn bản của {unit} lên văn bản này", "Ways from {unit} up to this document")
_NONE = Text("chưa tìm thấy trong kho này", "none found in this corpus")
_NEXT = Text("Xem tiếp: --page {page}", "Next page: --page {page}")
_TOTAL = Text("tổng cộng", "in all")


def way_lines(found: WayPage, screen: Screen, *, evidence: bool) -> list[Line]:
    """Return every way of the page: each document with its relation to the next, lag and quotes."""
    title = screen.say(_TITLE).format(unit=found.unit)
    lines = [*heading_lines(found.document, screen), Line("")]
    if not found.ways:
        return [*lines, *screen.wrapped(f"{title}: {screen.say(_NONE)}", "")]
    lines += screen.wrapped(title, "", STRONG)
    for place, way in enumerate(found.ways, start=found.before + 1):
        lines += _way_lines(place, way, screen, evidence=evidence)
    if found.next is not None:
        lines += screen.wrapped(screen.say(_NEXT).format(page=found.next), "", FAINT)
    return lines


def way_csv(found: WayPage) -> str:
    """Return one row a step: `way, step, document, iri, issued, relation, other, other_iri, ...`.

    `lag_least` and `lag_most` are the days from `other` to the document, `sources` what says so.
    """
    rows: list[tuple[str, ...]] = []
    for place, way in enumerate(found.ways, start=found.before + 1):
        document = way.start
        for step, tie in enumerate(way.steps, start=1):
            lag = (str(tie.lag.least), str(tie.lag.most)) if tie.lag else ("", "")
            told = "; ".join(one for claim in tie.evidence for one in claim.places)
            rows.append(
                (
                    *(str(place), str(step), document.name, document.iri),
                    *(str(document.issued or ""), ";".join(tie.predicates)),
                    *(tie.other.name, tie.other.iri, *lag, told),
                )
            )
            document = tie.other
    return csv_text(
        (
            *("way", "step", "document", "iri", "issued", "relation", "other", "other_iri"),
            *("lag_least", "lag_most", "sources"),
        ),
        rows,
    )


def _way_lines(place: int, way: Way, screen: Screen, *, evidence: bool) -> list[Line]:
    total = f"{screen.say(_TOTAL)}: {words.lag(way.total_lag, screen.language)}"
    lines = screen.wrapped(
        joined((_told(way.start, screen), total)), "     ", first=f"{place:>3}. "
    )
    for tie in way.steps:
        relations = ", ".join(words.relation(name, screen.language) for name in tie.predicates)
        lag = words.lag(tie.lag, screen.language)
        told = joined((f"{relations} → {_told(tie.other, screen)}", lag))
        lines += screen.wrapped(told, "       ", first="     ")
        if evidence:
            lines += evidence_lines(tie.evidence, screen, "       ")
    return lines


def _told(document: Document, screen: Screen) -> str:
    place = document.unit or ", ".join(document.issuers)
    return joined((document.name, place, words.day(document.issued, screen.language)))
