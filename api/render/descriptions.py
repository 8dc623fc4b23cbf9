"""Everything the graph says of one document, as lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rich.text import Text as Line

from api import words
from api.render.documents import (
    candidates_lines,
    ending_lines,
    force_lines,
    heading_lines,
    line_of,
)
from api.render.evidences import evidence_lines, unverified
from api.render.screen import FAINT, STRONG, WARNING, Screen, joined, printable
from graph.errors import Text
from graph.model import Description, Document, Edge, Evidence, Figure, PartialDate, Value

_RELATIONS = Text("Quan hệ với văn bản khác", "Relations with other documents")
_SAME_NUMBER = Text("Văn bản khác cùng số, ký hiệu", "Other documents with the same number")
_CANDIDATES = Text("Có thể là một trong các văn bản sau", "It may be one of these documents")
_OTHER = Text("nguồn khác ghi", "another source says")
_DATES = {"issued", "effective", "expires"}


def description_lines(description: Description, screen: Screen, *, evidence: bool) -> list[Line]:
    """Return heading, standing, fields, relations, and documents of the same number."""
    lines = ending_lines(description.standing, screen)
    lines += heading_lines(description.document, screen)
    lines += force_lines(description.standing, screen)
    if description.candidates:
        lines += _section(_CANDIDATES, description.candidates, screen)
    if description.values:
        lines += [Line(""), *_field_lines(description, screen, evidence)]
    if description.outgoing or description.incoming:
        lines += [Line(""), Line(screen.say(_RELATIONS), STRONG)]
        lines += _edge_lines(description.outgoing, screen, evidence, inverse=False)
        lines += _edge_lines(description.incoming, screen, evidence, inverse=True)
    if description.figures:
        lines += [Line(""), Line(screen.say(words.FIGURES), STRONG)]
        lines += _figure_lines(description.figures, screen, evidence)
    if description.mentions:
        lines += [
            Line(""),
            Line(f"{screen.say(words.MENTIONED)} ({description.mentioned})", STRONG),
        ]
        lines += _mention_lines(description.mentions, screen, evidence)
    if description.same_number:
        lines += _section(_SAME_NUMBER, description.same_number, screen)
    return lines


def _section(title: Text, documents: tuple[Document, ...], screen: Screen) -> list[Line]:
    return [Line(""), Line(screen.say(title), STRONG), *candidates_lines(documents, screen)]


def _figure_lines(figures: tuple[Figure, ...], screen: Screen, evidence: bool) -> list[Line]:
    lines: list[Line] = []
    for figure in figures:
        sources = {claim.source_name for claim in figure.evidence}
        told = joined((words.figure(figure, screen.language), figure.body, *sorted(sources)))
        lines += screen.wrapped(told, "    ", first="  ")
        if evidence:
            lines += evidence_lines(figure.evidence, screen, "    ")
    return lines


def _mention_lines(mentions: tuple[Evidence, ...], screen: Screen, evidence: bool) -> list[Line]:
    """Return the sentences that name the document, or how many each source has."""
    if evidence:
        return evidence_lines(mentions, screen, "  ")
    counted = Counter(one.source_name for one in mentions)
    lines: list[Line] = []
    for source, count in counted.items():
        lines += screen.wrapped(f"{source} ({count})", "    ", first="  ")
    return lines


def _field_lines(description: Description, screen: Screen, evidence: bool) -> list[Line]:
    labels = [words.field(name, screen.language) for name, _ in description.values]
    width = max(map(len, labels)) + 2
    lines: list[Line] = []
    for label, (name, values) in zip(labels, description.values, strict=True):
        shown = values if evidence else [value for value in values if not overruled(value)]
        for place, value in enumerate(shown):
            first = "  " + (printable(label) if place == 0 else "").ljust(width)
            style = "" if value.chosen else WARNING
            told = _value_text(name, value, screen)
            lines += screen.wrapped(told, " " * (width + 2), style, first=first)
            if evidence:
                lines += evidence_lines(value.evidence, screen, " " * (width + 2))
    return lines


def overruled(value: Value) -> bool:
    """Tell whether reviewers decided against all that says so: shown with its evidence only."""
    decisions = [claim.decision for claim in value.evidence]
    return bool(decisions) and all(one is not None and one.overrules for one in decisions)


def _value_text(name: str, value: Value, screen: Screen) -> str:
    text = _dated(value.text, screen) if name in _DATES else value.text
    if not value.chosen:
        text = f"{screen.say(_OTHER)}: {text}"
    doubt = screen.say(words.UNVERIFIED) if unverified(value.evidence) else None
    return joined((text, doubt))


def _dated(text: str, screen: Screen) -> str:
    try:
        return words.day(PartialDate.parse(text), screen.language)
    except ValueError:
        return text


def _edge_lines(
    edges: Iterable[Edge], screen: Screen, evidence: bool, *, inverse: bool
) -> list[Line]:
    grouped: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        grouped[edge.predicate].append(edge)
    lines: list[Line] = []
    for predicate, group in grouped.items():
        told = words.relation(predicate, screen.language, inverse=inverse)
        lines += screen.wrapped(f"{told} ({len(group)})", "  ", FAINT)
        for edge in group:
            other = edge.subject if inverse else edge.object
            text = line_of(other, screen)
            doubt = screen.say(words.UNVERIFIED) if unverified(edge.evidence) else None
            text = text if doubt is None or doubt in text else joined((text, doubt))
            lines += screen.wrapped(text, "      ", first="    ")
            if evidence:
                lines += evidence_lines(edge.evidence, screen, "      ")
    return lines
