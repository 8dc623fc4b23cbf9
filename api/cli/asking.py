"""The commands that ask: find, show, trace, coverage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from api.cli.failing import NOTHING, Stopped, tell
from api.cli.options import (
    TABLE_HELP,
    DocumentName,
    TableFormat,
    TextFormat,
    TreeFormat,
    WithEvidence,
)
from api.cli.session import Session, parse_day
from api.render.cascades import cascade_csv, cascade_lines
from api.render.coverages import coverage_csv, coverage_lines
from api.render.descriptions import description_lines
from api.render.finds import hits_csv, hits_lines
from api.render.structured import json_text
from graph.errors import NotFound, QuestionError, Text
from graph.lineage.cascade import trace as trace_cascade
from graph.lineage.coverage import coverage as cover
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
    format: TextFormat = TextFormat.TEXT,
) -> None:
    """Một văn bản: hiệu lực, quan hệ, nguồn / One document."""
    session: Session = context.obj
    day = parse_day(on, "--on") if on else date.today()
    with session.reading() as reader:
        description = describe(reader, session.document(reader, doc), on=day)
    if format is TextFormat.JSON:
        session.write(json_text(description))
    else:
        session.show(description_lines(description, session.screen, evidence=evidence))


def trace(
    context: typer.Context,
    doc: DocumentName,
    down: Annotated[
        bool,
        typer.Option(
            "--down/--up", help="Xuống địa phương hay lên căn cứ / Down, or up to its bases."
        ),
    ] = True,
    depth: Annotated[int | None, typer.Option(min=1, help="Mấy tầng / How many levels.")] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Tính đến ngày / As known on that day.")
    ] = None,
    evidence: WithEvidence = False,
    format: Annotated[TreeFormat, typer.Option(help=TABLE_HELP)] = TreeFormat.TREE,
) -> None:
    """Dòng chảy của một văn bản / The cascade of a document."""
    session: Session = context.obj
    day = parse_day(as_of, "--as-of") if as_of else None
    with session.reading() as reader:
        root = session.document(reader, doc)
        # Every format says which relations are unverified, so the evidence is needed even where
        # it is not printed.
        cascade = trace_cascade(reader, root, down=down, depth=depth, as_of=day, evidence=True)
    if format is TreeFormat.JSON:
        session.write(json_text(cascade))
    elif format is TreeFormat.CSV:
        session.write(cascade_csv(cascade))
    else:
        session.show(cascade_lines(cascade, session.screen, evidence=evidence))


def coverage(
    context: typer.Context,
    doc: DocumentName,
    units: Annotated[
        int,
        typer.Option(
            metavar="63|34",
            help="63 đơn vị đến 30-6-2025 hay 34 đơn vị từ 1-7-2025 / "
            "The 63 units until 30 June 2025 or the 34 since.",
        ),
    ] = 34,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """Độ phủ theo tỉnh, thành phố / Coverage by province."""
    session: Session = context.obj
    if units not in _UNIT_SETS:
        raise QuestionError(
            Text(f"không có bộ {units} đơn vị", f"there is no set of {units} units"),
            place="--units",
            remedy=Text("chọn 63 hoặc 34", "choose 63 or 34"),
        )
    with session.reading() as reader:
        covered = cover(reader, session.document(reader, doc), unit_set=units)
    if format is TableFormat.JSON:
        session.write(json_text(covered))
    elif format is TableFormat.CSV:
        session.write(coverage_csv(covered))
    else:
        session.show(coverage_lines(covered, session.screen))


_UNIT_SETS = (63, 34)


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
