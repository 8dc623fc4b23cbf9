"""The commands that ask: find, show, trace, coverage."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from api.cli.failing import NOTHING, Stopped, tell
from api.cli.options import (
    TABLE_HELP,
    DocumentName,
    KnownOn,
    Strict,
    TableFormat,
    TextFormat,
    WithEvidence,
)
from api.cli.session import Session, parse_day
from api.render.descriptions import description_lines
from api.render.finds import hits_csv, hits_lines
from api.render.structured import json_text
from graph.days import today
from graph.errors import NotFound, Text
from graph.lineage.description import describe
from graph.lineage.documents import documents
from graph.model import Hit
from graph.search import build_index
from graph.store.protocol import Reader


def find(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Không cần gõ dấu / Tone marks are optional.")],
    limit: Annotated[int, typer.Option(min=1, help="Tối đa bao nhiêu / At most how many.")] = 20,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """Tìm văn bản, cơ quan, cán bộ / Find by number or words."""
    session: Session = context.obj
    with session.reading() as reader:
        hits = _with_documents(reader, build_index(reader).find(text, limit))
    if format is TableFormat.JSON:
        session.write(json_text(hits))
    elif format is TableFormat.CSV:
        session.write(hits_csv(hits))
    elif hits:
        session.show(hits_lines(hits, session.screen))
    if not hits:
        tell(_nothing_found(text), session.language, session.err)
        raise Stopped(NOTHING)


def show(
    context: typer.Context,
    doc: DocumentName,
    evidence: WithEvidence = False,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Hiệu lực vào ngày / In force on that day.")
    ] = None,
    known_on: KnownOn = None,
    strict: Strict = False,
    format: TextFormat = TextFormat.TEXT,
) -> None:
    """Một văn bản: hiệu lực, quan hệ, nguồn / One document."""
    session: Session = context.obj
    day = parse_day(on, "--on") if on else today()
    known = parse_day(known_on, "--known-on") if known_on else None
    with session.reading() as reader:
        document = session.document(reader, doc)
        description = describe(reader, document, on=day, known_on=known, strict=strict)
    if format is TextFormat.JSON:
        session.write(json_text(description))
    else:
        session.show(description_lines(description, session.screen, evidence=evidence))


def _with_documents(reader: Reader, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    known = documents(reader, [hit.iri for hit in hits if hit.kind == "document"])
    return tuple(replace(hit, document=known.get(hit.iri)) for hit in hits)


def _nothing_found(text: str) -> NotFound:
    return NotFound(
        Text(f"không tìm thấy gì với “{text}”", f"nothing found for “{text}”"),
        remedy=Text(
            "bớt từ, hoặc chỉ gõ số như 18-NQ/TW", "use fewer words, or just a number like 18-NQ/TW"
        ),
    )
