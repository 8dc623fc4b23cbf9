"""The commands that judge: impact, path, responsible, changes, conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.text import Text as Line

from api.cli.failing import NOTHING, Stopped
from api.cli.options import TABLE_HELP, After, DocumentName, Limit, TableFormat, WithEvidence
from api.cli.session import Session, parse_day
from api.render.changed import changes_csv, changes_lines
from api.render.clashes import conflicts_csv, conflicts_lines
from api.render.explanations import explanation_csv, explanation_lines
from api.render.impacts import impact_csv, impact_lines
from api.render.responsibilities import responsibility_csv, responsibility_lines
from api.render.structured import json_text
from graph.days import today
from graph.lineage.changes import changes as find_changes
from graph.lineage.conflicts import conflicts as find_conflicts
from graph.lineage.impact import impact as find_impact
from graph.lineage.paths import explain
from graph.lineage.responsibility import responsible as find_responsible
from graph.model import ConflictKind

Format = Annotated[TableFormat, typer.Option(help=TABLE_HELP)]


def impact(
    context: typer.Context,
    doc: DocumentName,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Nếu hết hiệu lực từ ngày / If it ended on that day."),
    ] = None,
    limit: Limit = 50,
    after: After = None,
    evidence: WithEvidence = False,
    format: Format = TableFormat.TABLE,
) -> None:
    """Nếu văn bản hết hiệu lực thì văn bản nào mất căn cứ / What would rest on nothing."""
    session: Session = context.obj
    day = parse_day(on, "--on") if on else today()
    with session.reading() as reader:
        document = session.document(reader, doc)
        found = find_impact(reader, document, on=day, limit=limit, after=after)
    lines = impact_lines(found, session.screen, evidence=evidence)
    _write(session, format, found, impact_csv(found), lines)


def path(
    context: typer.Context,
    start: DocumentName,
    end: DocumentName,
    limit: Annotated[
        int, typer.Option(min=1, max=20, help="Mấy cách giải thích / How many explanations.")
    ] = 3,
    evidence: WithEvidence = False,
    format: Format = TableFormat.TABLE,
) -> None:
    """Hai văn bản liên hệ với nhau thế nào / How two documents hang together."""
    session: Session = context.obj
    with session.reading() as reader:
        ends = (session.document(reader, name) for name in (start, end))
        found = explain(reader, *ends, limit=limit)
    lines = explanation_lines(found, session.screen, evidence=evidence)
    _write(session, format, found, explanation_csv(found), lines)
    if not found.paths:
        raise Stopped(NOTHING)


def responsible(
    context: typer.Context,
    doc: DocumentName,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Ai đứng đầu vào ngày; nếu không nêu: ngày ban hành / "
            "Who led on that day; else on the day of issue.",
        ),
    ] = None,
    evidence: WithEvidence = False,
    format: Format = TableFormat.TABLE,
) -> None:
    """Ai ký, ai được giao, ai đứng đầu cơ quan / Who signed, is assigned, led the body."""
    session: Session = context.obj
    day = parse_day(on, "--on") if on else None
    with session.reading() as reader:
        found = find_responsible(reader, session.document(reader, doc), on=day)
    lines = responsibility_lines(found, session.screen, evidence=evidence)
    _write(session, format, found, responsibility_csv(found), lines)


def changes(
    context: typer.Context,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Từ ngày, tính cả ngày đó / From that day on.")
    ],
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Đến hết ngày; nếu không nêu: hôm nay / Else today."),
    ] = None,
    limit: Limit = 20,
    after: After = None,
    evidence: WithEvidence = False,
    format: Format = TableFormat.TABLE,
) -> None:
    """Có gì mới, gì bị rút, gì hết chỗ dựa từ một ngày / What is new, withdrawn or stale."""
    session: Session = context.obj
    first = parse_day(since, "--since")
    last = parse_day(until, "--until") if until else today()
    with session.reading() as reader:
        found = find_changes(reader, since=first, until=last, limit=limit, after=after)
    lines = changes_lines(found, session.screen, evidence=evidence)
    _write(session, format, found, changes_csv(found), lines)


def conflicts(
    context: typer.Context,
    kind: Annotated[
        list[ConflictKind] | None, typer.Option(help="Chỉ loại này / Only of this kind.")
    ] = None,
    limit: Limit = 10,
    after: After = None,
    evidence: WithEvidence = False,
    format: Format = TableFormat.TABLE,
) -> None:
    """Những điều mâu thuẫn hoặc đáng ngờ trong kho / What clashes or is doubtful."""
    session: Session = context.obj
    with session.reading() as reader:
        found = find_conflicts(reader, kinds=kind or (), limit=limit, after=after)
    lines = conflicts_lines(found, session.screen, evidence=evidence)
    _write(session, format, found, conflicts_csv(found), lines)


def _write(
    session: Session, format: TableFormat, found: object, csv: str, lines: Sequence[Line]
) -> None:
    """Write an answer as it is asked for."""
    if format is TableFormat.JSON:
        session.write(json_text(found))
    elif format is TableFormat.CSV:
        session.write(csv)
    else:
        session.show(lines)
