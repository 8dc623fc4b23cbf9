"""The commands that measure: analyse (the shape of one cascade), alike (provinces compared)."""

from __future__ import annotations

from typing import Annotated

import typer

from api.choices import unit_set_of
from api.cli.failing import NOTHING, Stopped
from api.cli.options import TABLE_HELP, DocumentName, FiguresFormat, TableFormat
from api.cli.session import Session, parse_day
from api.render.analyses import analysis_csv, analysis_lines
from api.render.likenesses import likenesses_csv, likenesses_lines
from api.render.structured import json_text
from graph.analytics.alike import coverages, likenesses, of_unit
from graph.analytics.analysis import analyse as analyse_cascade
from graph.lineage.cascade import trace


def analyse(
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
    limit: Annotated[int, typer.Option(min=1, help="Mỗi bảng mấy dòng / Rows of each table.")] = 10,
    format: Annotated[FiguresFormat, typer.Option(help=TABLE_HELP)] = FiguresFormat.TEXT,
) -> None:
    """Chỗ thắt, chuỗi dài của một dòng chảy / Shape of a cascade."""
    session: Session = context.obj
    day = parse_day(as_of, "--as-of") if as_of else None
    with session.reading() as reader:
        root = session.document(reader, doc)
        cascade = trace(reader, root, down=down, depth=depth, as_of=day, evidence=True)
    analysis = analyse_cascade(cascade, longest=limit)
    if format is FiguresFormat.JSON:
        session.write(json_text(analysis))
    elif format is FiguresFormat.CSV:
        session.write(analysis_csv(analysis))
    else:
        session.show(analysis_lines(analysis, session.screen, most=limit))


def alike(
    context: typer.Context,
    unit: Annotated[
        str | None,
        typer.Argument(
            metavar="UNIT",
            help="Chỉ so với tỉnh, thành phố này / Compare with this province only.",
            show_default=False,
        ),
    ] = None,
    units: Annotated[
        int,
        typer.Option(
            metavar="63|34",
            help="63 đơn vị đến 30-6-2025 hay 34 đơn vị từ 1-7-2025 / "
            "The 63 units until 30 June 2025 or the 34 since.",
        ),
    ] = 34,
    limit: Annotated[int, typer.Option(min=1, help="Bảng hiện mấy cặp / Pairs in the table.")] = 10,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """Các tỉnh thực hiện giống nhau / Provinces that act alike."""
    session: Session = context.obj
    unit_set = unit_set_of(units, "--units")
    with session.reading() as reader:
        found = likenesses(coverages(reader, unit_set), unit_set=unit_set)
    if unit is not None:
        found = of_unit(found, unit, "UNIT")
    if format is TableFormat.JSON:
        session.write(json_text(found))
    elif format is TableFormat.CSV:
        session.write(likenesses_csv(found))
    else:
        session.show(likenesses_lines(found, session.screen, most=limit))
    if not found.pairs:
        raise Stopped(NOTHING)
