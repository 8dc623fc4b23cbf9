"""A cascade as a tree for a terminal and as rows of CSV: one line a document, all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text as Line

from api import words
from api.render.documents import (
    doubts_of_relation,
    ending_lines,
    ending_text,
    force_lines,
    heading_lines,
)
from api.render.evidences import best, evidence_lines
from api.render.screen import FAINT, WARNING, Screen, joined, printable
from api.render.sheets import csv_text
from graph.errors import Text
from graph.model import Cascade, CascadeNode

_DOWN = Text("Văn bản dựa trên văn bản này", "Documents that rest on this one")
_UP = Text("Văn bản mà văn bản này dựa vào", "Documents that this one rests on")
_NONE_DOWN = Text(
    "Kho này chưa có văn bản nào dựa trên văn bản này; điều đó không có nghĩa là chưa thực hiện.",
    "No document in this corpus rests on it; that does not mean it was not carried out.",
)
_NONE_UP = Text(
    "Kho này chưa ghi văn bản này dựa vào văn bản nào.",
    "This corpus records no document that it rests on.",
)
_UP_TO = Text("đến tầng", "down to level")
_LAGS = Text(
    "Số ngày tính từ văn bản ở ngay tầng trên.", "Days are counted from the document above."
)

_LEAST_LEFT, _MOST_LEFT = 20, 72
_DATE_WIDTH, _LAG_WIDTH = 10, 12


@dataclass(frozen=True, slots=True)
class _Row:
    """One node placed in the tree: what stands before its line and before its further lines."""

    node: CascadeNode
    lead: str
    under: str


def cascade_lines(cascade: Cascade, screen: Screen, *, evidence: bool) -> list[Line]:
    """Return heading, standing, counts, and the tree with everything that was traced."""
    shown = ending_lines(cascade.standing, screen)
    shown += [*heading_lines(cascade.root, screen), *force_lines(cascade.standing, screen)]
    shown.append(Line(""))
    if not cascade.nodes:
        none = screen.say(_NONE_DOWN if cascade.down else _NONE_UP)
        return [*shown, *screen.wrapped(none, "")]
    shown += [*_counts(cascade, screen), Line("")]
    rows = tuple(_rows(cascade.nodes))
    lefts = [len(row.lead) + len(_left(row.node, cascade.down, screen)) for row in rows]
    left = min(max(*lefts, _LEAST_LEFT), _MOST_LEFT)
    units = [len(_place(row.node)) for row in rows]
    told: set[str] = set()
    for row in rows:
        document = row.node.document
        shown += _node_lines(row, cascade, screen, (left, max(units)), document.iri in told)
        if not row.node.repeated:
            told.add(document.iri)
        if evidence:
            shown += evidence_lines(row.node.evidence, screen, row.under + "  ")
    return [*shown, Line(""), *screen.wrapped(screen.say(_LAGS), "", FAINT)]


def cascade_csv(cascade: Cascade) -> str:
    """Return one row a node, in the order of the tree; dates as ISO 8601, lags in days.

    The columns are `depth, relation, document, spelling, level, unit, issued, lag_least, lag_most,
    total_lag_least, total_lag_most, verification, relation_verification, repeated, title, iri,
    sources`: how well founded the document is, and best the relation by which it stands there.
    """
    return csv_text(
        (
            *("depth", "relation", "document", "spelling", "level", "unit", "issued"),
            *("lag_least", "lag_most", "total_lag_least", "total_lag_most"),
            *("verification", "relation_verification", "repeated", "title", "iri", "sources"),
        ),
        [_csv_row(row.node) for row in _rows(cascade.nodes)],
    )


def _counts(cascade: Cascade, screen: Screen) -> list[Line]:
    language = screen.language
    title = screen.say(_DOWN if cascade.down else _UP)
    counts = [words.documents(cascade.documents, language)]
    if cascade.units:
        counts.append(words.units(cascade.units, language))
    if cascade.depth is not None:
        counts.append(f"{screen.say(_UP_TO)} {cascade.depth}")
    levels = [
        f"{words.label(words.LEVELS, level, language)}: {words.number(count, language)}"
        for level, count in cascade.by_level
    ]
    return [
        *screen.wrapped(f"{title}: {joined(counts)}", "", "bold"),
        *(screen.wrapped(joined(levels), "  ", FAINT) if levels else ()),
    ]


def _rows(nodes: tuple[CascadeNode, ...]) -> Iterator[_Row]:
    """Yield the nodes in the order of the tree, without recursion: a cascade may be deep."""
    waiting = [(node, "", place == len(nodes) - 1) for place, node in enumerate(nodes)][::-1]
    while waiting:
        node, before, last = waiting.pop()
        under = before + ("   " if last else "│  ")
        bar = "│" if node.children else " "
        yield _Row(node, before + ("└─ " if last else "├─ "), under + bar)
        final = len(node.children) - 1
        waiting += [(child, under, place == final) for place, child in enumerate(node.children)][
            ::-1
        ]


def _node_lines(
    row: _Row, cascade: Cascade, screen: Screen, widths: tuple[int, int], told: bool
) -> list[Line]:
    """Return the line of a node in columns, or joined by dots where columns do not fit."""
    node, language = row.node, screen.language
    left = _left(node, cascade.down, screen)
    cells = (
        _place(node),
        words.day(node.document.issued, language),
        words.lag(node.lag, language),
    )
    wide = sum(widths) + _DATE_WIDTH + _LAG_WIDTH + 6
    if screen.width is not None and wide > screen.width:
        lines = screen.wrapped(joined((left, *cells)), row.under + " ", first=row.lead)
    else:
        columns = f"{left.ljust(widths[0] - len(row.lead))}  {cells[0].ljust(widths[1])}"
        figures = f"  {cells[1]:>{_DATE_WIDTH}}  {cells[2]:>{_LAG_WIDTH}}"
        lines = [Line.assemble((row.lead, FAINT), columns, figures)]
    notes = _notes(node, screen)
    if notes:
        lines += screen.wrapped(notes, row.under + "  ", WARNING)
    if node.repeated:
        where = screen.say(words.REPEATED if told else words.REPEATED_BELOW)
        lines += screen.wrapped(where, row.under + "  ", FAINT)
    if node.document.title and not node.repeated:
        lines += screen.wrapped(node.document.title, row.under + "  ", FAINT)
    return lines


def _left(node: CascadeNode, down: bool, screen: Screen) -> str:
    """Return relation and name; upward the relation is told from the document below."""
    relations = ", ".join(words.relation(name, screen.language) for name in node.predicates)
    arrow = "" if down else "→ "
    return printable(f"{relations} {arrow}{node.document.name}".strip())


def _place(node: CascadeNode) -> str:
    return printable(node.document.unit or ", ".join(node.document.issuers))


def _notes(node: CascadeNode, screen: Screen) -> str:
    parts = [doubts_of_relation(node.document, node.evidence, screen)]
    if node.standing:
        parts += [ending_text(ending, node.standing, screen) for ending in node.standing.endings]
    return joined(parts)


def _csv_row(node: CascadeNode) -> tuple[str, ...]:
    document = node.document
    lags = [
        "" if lag is None else str(days)
        for lag in (node.lag, node.total_lag)
        for days in ((lag.least, lag.most) if lag else (None, None))
    ]
    return (
        *(str(node.depth), ";".join(node.predicates), document.name, document.spelling),
        *(document.level or "", document.unit or "", str(document.issued or "")),
        *lags,
        *(document.verification, best(node.evidence) or "", "yes" if node.repeated else "no"),
        *(document.title or "", document.iri),
        "; ".join(place for claim in node.evidence for place in claim.places),
    )
