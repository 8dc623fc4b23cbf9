"""The commands that go over the provinces: coverage, matrix, compare."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from api.choices import is_province, province_of_set, unit_set_of
from api.cli.choosing import Limit, PageNumber, Units
from api.cli.options import TABLE_HELP, DocumentName, TableFormat, WithEvidence
from api.cli.session import Session
from api.cli.writing import write_answer
from api.render.coverages import coverage_csv, coverage_lines
from api.render.matrices import (
    document_comparison_lines,
    matrix_csv,
    matrix_lines,
    unit_comparison_csv,
    unit_comparison_lines,
)
from api.render.ways import way_csv, way_lines
from graph.lineage.compare import compare_documents, compare_units
from graph.lineage.coverage import coverage as cover
from graph.lineage.matrix import matrix as make_matrix
from graph.lineage.ways import ways
from graph.model import DocumentComparison

_PAGE = 20

DocumentNames = Annotated[
    list[str],
    typer.Argument(
        metavar="DOC...",
        help="Các văn bản, mỗi văn bản một cột / The documents, a column each.",
    ),
]


def coverage(
    context: typer.Context,
    doc: DocumentName,
    units: Units = 34,
    paths: Annotated[
        str | None,
        typer.Option(
            metavar="TỈNH",
            help="Mọi đường từ văn bản của tỉnh này lên văn bản ấy / Every way up from a unit.",
        ),
    ] = None,
    page: PageNumber = None,
    limit: Limit = None,
    evidence: WithEvidence = False,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """Độ phủ theo tỉnh, thành phố / Coverage by province."""
    session: Session = context.obj
    unit_set = unit_set_of(units, "--units")
    with session.reading() as reader:
        document = session.document(reader, doc)
        if paths is not None:
            unit = province_of_set(reader, paths, unit_set, "--paths")
            found = ways(
                reader, document, unit, unit_set=unit_set, limit=limit or _PAGE, number=page or 1
            )
            write_answer(session, format, found, partial(way_lines, evidence=evidence), way_csv)
            return
        covered = cover(reader, document, unit_set=unit_set)
    if page is not None or limit is not None:
        first = ((page or 1) - 1) * (limit or _PAGE)
        covered = replace(covered, units=covered.units[first : first + (limit or _PAGE)])
    write_answer(session, format, covered, coverage_lines, coverage_csv)


def matrix(
    context: typer.Context,
    docs: DocumentNames,
    units: Units = 34,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """Nhiều văn bản x tỉnh, thành phố / Several documents by province."""
    session: Session = context.obj
    unit_set = unit_set_of(units, "--units")
    with session.reading() as reader:
        documents = [session.document(reader, doc) for doc in docs]
        found = make_matrix(reader, documents, unit_set=unit_set)
    write_answer(session, format, found, matrix_lines, matrix_csv)


def compare(
    context: typer.Context,
    first: Annotated[
        str,
        typer.Argument(metavar="A", help="Một văn bản, hoặc một tỉnh / A document or province."),
    ],
    second: Annotated[
        str,
        typer.Argument(metavar="B", help="Cái để so với A, cùng loại / Another of the same kind."),
    ],
    units: Units = 34,
    page: PageNumber = None,
    limit: Limit = None,
    format: Annotated[TableFormat, typer.Option(help=TABLE_HELP)] = TableFormat.TABLE,
) -> None:
    """So hai văn bản, hoặc hai tỉnh / Compare two documents, or two provinces."""
    session: Session = context.obj
    unit_set = unit_set_of(units, "--units")
    with session.reading() as reader:
        # A province beside what is none is refused with the names of all provinces.
        if any(is_province(reader, it) for it in (first, second)):
            one, other = (province_of_set(reader, it, unit_set, it) for it in (first, second))
            by_unit = compare_units(
                reader, one, other, unit_set=unit_set, limit=limit or _PAGE, number=page or 1
            )
            write_answer(session, format, by_unit, unit_comparison_lines, unit_comparison_csv)
            return
        documents = [session.document(reader, it) for it in (first, second)]
        by_document = compare_documents(reader, *documents, unit_set=unit_set)
    write_answer(session, format, by_document, document_comparison_lines, _comparison_csv)


def _comparison_csv(found: DocumentComparison) -> str:
    return matrix_csv(found.matrix)
