"""Who signed, who is assigned, who led: three sections that never mix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text as Line

from api import judging_words, words
from api.judging_words import (
    ASSIGNED,
    CLAIMED,
    DEADLINE,
    LEADING,
    NEAREST,
    NO_BODY,
    NO_CHAIR,
    NO_POST,
    NOT_DERIVABLE,
    NOT_STATED,
    RESPONSIBLE,
    SIGNED,
    THROUGH,
)
from api.render.documents import heading_lines
from api.render.evidences import evidence_lines, unverified
from api.render.judged import places, section
from api.render.screen import FAINT, WARNING, Screen, joined
from api.render.sheets import csv_text
from graph.model import Assignment, Evidence, Leadership, PartialDate, Responsibility, Tenure


def responsibility_lines(found: Responsibility, screen: Screen, *, evidence: bool) -> list[Line]:
    """Return the document and its three kinds of responsibility, each under its own title."""
    lines = [
        *heading_lines(found.document, screen),
        *section(screen.say(SIGNED), screen),
    ]
    for one in found.signed:
        lines += _told(_doubted(one.name, one.evidence, screen), one.evidence, screen, evidence)
    lines += [] if found.signed else _nothing(screen)
    lines += section(screen.say(ASSIGNED), screen)
    for task in found.assigned:
        lines += _told(_task(task, screen), task.evidence, screen, evidence)
    lines += [] if found.assigned else _nothing(screen)
    lines += section(f"{screen.say(LEADING)} {words.dated(found.on, screen.language)}", screen)
    for body in found.leading:
        lines += _leading_lines(body, screen, evidence)
    lines += [] if found.leading else screen.wrapped(screen.say(NO_BODY), "  ", FAINT)
    return [*lines, Line(""), *screen.wrapped(screen.say(NO_CHAIR), "", FAINT)]


def responsibility_csv(found: Responsibility) -> str:
    """Return one row a person or body, the three kinds told apart by `kind`.

    The columns are `kind, name, role, body, post, on, known, deadline, iri, sources`; `kind` is
    `signed`, `assigned` or `leading`, `known` how a post is known to have been held: `shown`,
    `within`, `unverified`, `nearest`, or `not_derivable` in a row without a name.
    """
    head = "kind name role body post on known deadline iri sources"
    rows = [("signed", one.name, *_blank(6), one.iri, places(one.evidence)) for one in found.signed]
    rows += [_task_cells(one) for one in found.assigned]
    for body in found.leading:
        rows += _leading_cells(body, str(found.on))
    return csv_text(head.split(), rows)


def _blank(count: int) -> tuple[str, ...]:
    return ("",) * count


def _nothing(screen: Screen) -> list[Line]:
    return screen.wrapped(screen.say(NOT_STATED), "  ", FAINT)


def _doubted(text: str, evidence: Iterable[Evidence], screen: Screen) -> str:
    return joined((text, screen.say(words.UNVERIFIED) if unverified(evidence) else None))


def _told(
    text: str, evidence: tuple[Evidence, ...], screen: Screen, shown: bool, indent: str = "  "
) -> list[Line]:
    lines = screen.wrapped(text, indent + "  ", first=indent)
    return lines + (evidence_lines(evidence, screen, indent + "  ") if shown else [])


def _task(task: Assignment, screen: Screen) -> str:
    role = judging_words.ROLES.get(task.role or "")
    parts = [task.name, screen.say(role) if role else task.role]
    if task.predicate == "responsibleFor":
        parts.append(screen.say(RESPONSIBLE))
    if task.deadline is not None:
        parts.append(f"{screen.say(DEADLINE)}: {words.dated(task.deadline, screen.language)}")
    return _doubted(joined(parts), task.evidence, screen)


def _leading_lines(body: Leadership, screen: Screen, evidence: bool) -> list[Line]:
    role = screen.say(judging_words.ROLES[body.role])
    through = f", {screen.say(THROUGH)} {body.through}" if body.through else ""
    posts = ", ".join(body.posts) or screen.say(NO_POST)
    lines = screen.wrapped(f"{body.body} ({role}{through}): {posts}", "    ", first="  ")
    for one in body.holders:
        assert one.holding is not None
        how = judging_words.HOLDINGS[one.holding].within(screen.language)
        told = _doubted(joined((one.name, how)), one.evidence, screen)
        lines += _told(told, one.evidence, screen, evidence, "    ")
    if body.posts and not body.holders:
        lines += screen.wrapped(screen.say(NOT_DERIVABLE), "      ", WARNING, first="    ")
        lines += _known_lines(body, screen, evidence)
    return lines


def _known_lines(body: Leadership, screen: Screen, evidence: bool) -> list[Line]:
    """Return what is known around a day for which nothing is derivable."""
    lines: list[Line] = []
    for one in body.unverified:
        span = judging_words.interval(one.starts, one.ends, screen.language)
        told = f"{screen.say(CLAIMED)}: {one.name} {span}"
        lines += _told(told, one.evidence, screen, evidence, "    ")
    if body.nearest:
        near = "; ".join(_seen(one, screen) for one in body.nearest)
        lines += screen.wrapped(f"{screen.say(NEAREST)}: {near}", "      ", FAINT, first="    ")
    return lines


def _seen(tenure: Tenure, screen: Screen) -> str:
    return f"{tenure.name} ({', '.join(_days(tenure.held_on, screen))})"


def _days(days: Iterable[PartialDate], screen: Screen) -> Iterator[str]:
    return (words.day(day, screen.language) for day in days)


def _task_cells(task: Assignment) -> tuple[str, ...]:
    return (
        *("assigned", task.name, task.role or "", "", "", "", task.predicate),
        *(str(task.deadline or ""), task.iri, places(task.evidence)),
    )


def _leading_cells(body: Leadership, on: str) -> Iterator[tuple[str, ...]]:
    about = (body.role, body.body, "; ".join(body.posts), on)
    kinds = ((body.unverified, "unverified"), (body.nearest, "nearest"))
    known = [(one, str(one.holding)) for one in body.holders]
    if not known:
        yield ("leading", "", *about, "not_derivable", "", body.iri, "")
        known = [(one, kind) for group, kind in kinds for one in group]
    for one, kind in known:
        yield ("leading", one.name, *about, kind, "", one.iri, places(one.evidence))
