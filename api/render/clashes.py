"""Conflicts by kind, each with its documents and what every side stands on."""

from __future__ import annotations

from rich.text import Text as Line

from api import judging_words, words
from api.render.documents import line_of
from api.render.evidences import evidence_lines
from api.render.judged import page_lines, places, section, sources, step_lines
from api.render.screen import FAINT, Screen
from api.render.sheets import csv_text
from graph.errors import Text
from graph.model import Conflict, ConflictList, Document, PartialDate, PathStep, Value

_NONE = Text("Không có.", "None.")
_TAKEN = Text("đang lấy", "taken")


def conflicts_lines(
    found: tuple[ConflictList, ...], screen: Screen, *, evidence: bool
) -> list[Line]:
    """Return every kind with its count, and one page of its conflicts."""
    lines: list[Line] = []
    for listed in found:
        title = words.label(judging_words.CONFLICTS, listed.kind, screen.language)
        lines += section(f"{title}: {words.number(listed.conflicts, screen.language)}", screen)
        if not listed.conflicts:
            lines += screen.wrapped(screen.say(_NONE), "  ", FAINT)
        for one in listed.rows:
            lines += _conflict_lines(one, screen, evidence)
        shown = (listed.before, len(listed.rows), listed.conflicts, listed.next)
        lines += page_lines(*shown, screen)
    return lines[1:]


def conflicts_csv(found: tuple[ConflictList, ...]) -> str:
    """Return one row a side of each conflict of the page.

    The columns are `kind, conflict, document, field, value, taken, relation, object, issued, iri,
    quote, sources`; `conflict` numbers the conflicts of a kind.
    """
    head = "kind conflict document field value taken relation object issued iri quote sources"
    rows = [
        (listed.kind, str(listed.before + place), *cells)
        for listed in found
        for place, one in enumerate(listed.rows, 1)
        for cells in _sides(one)
    ]
    return csv_text(head.split(), rows)


def _conflict_lines(one: Conflict, screen: Screen, evidence: bool) -> list[Line]:
    lines: list[Line] = []
    if not one.steps:
        for document in one.documents:
            lines += screen.wrapped(line_of(document, screen), "    ", first="  • ")
    for place, step in enumerate(one.steps):
        lines += step_lines(step, screen, "    " if place else "  • ", evidence=evidence)
    for value in one.sides:
        lines += _value_lines(one.field or "", value, screen, evidence)
    return lines


def _value_lines(field: str, value: Value, screen: Screen, evidence: bool) -> list[Line]:
    told = f"{words.field(field, screen.language)}: {_spelled(value.text, screen)}"
    told += f" ({screen.say(_TAKEN)})" if value.chosen else ""
    if evidence:
        lines = screen.wrapped(told, "      ", first="    ")
        return lines + evidence_lines(value.evidence, screen, "      ")
    return screen.wrapped(f"{told} — {sources(value.evidence)}", "      ", first="    ")


def _spelled(text: str, screen: Screen) -> str:
    try:
        return words.day(PartialDate.parse(text), screen.language)
    except ValueError:
        return text


def _sides(one: Conflict) -> list[tuple[str, ...]]:
    first = one.documents[0]
    sides = [_value_cells(first, one.field or "", value) for value in one.sides]
    sides += [_step_cells(step) for step in one.steps]
    return sides or [
        (it.spelling, *("",) * 5, str(it.issued or ""), it.iri, "", "") for it in one.documents
    ]


def _value_cells(document: Document, field: str, value: Value) -> tuple[str, ...]:
    return (
        *(document.spelling, field, value.text, "yes" if value.chosen else "no", "", ""),
        *(str(document.issued or ""), document.iri, _quote(value), places(value.evidence)),
    )


def _step_cells(step: PathStep) -> tuple[str, ...]:
    subject = step.subject
    return (
        *(subject.spelling, "", "", "", ";".join(step.predicates), step.object.spelling),
        *(str(subject.issued or ""), subject.iri, _quote(step), places(step.evidence)),
    )


def _quote(one: Value | PathStep) -> str:
    return next((claim.quote for claim in one.evidence if claim.quote), "")
