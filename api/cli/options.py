"""Arguments and options that several commands share, their help in Vietnamese and English."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

DocumentName = Annotated[
    str,
    typer.Argument(
        metavar="DOC",
        help="Số, tên gọi hoặc IRI; thêm @khóa, @năm, @tỉnh cho rõ: 18-NQ/TW@XII / "
        "Number, alias or IRI, made precise by @term, @year, @province.",
    ),
]
WithEvidence = Annotated[
    bool,
    typer.Option(
        "--evidence",
        help="Kèm nguồn, lời dẫn và câu trích / With sources, cue and quote.",
    ),
]
Limit = Annotated[
    int,
    typer.Option(min=1, max=1000, help="Mấy dòng một trang / How many rows a page."),
]
After = Annotated[
    str | None,
    typer.Option(metavar="CURSOR", help="Trang sau, như trang trước nêu / The next page."),
]
KnownOn = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Hiệu lực theo những gì đã ghi đến hết ngày đó / "
        "In force as recorded by the end of that day.",
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Không giả định có hiệu lực từ ngày ban hành / Assume no effective date.",
    ),
]


class TableFormat(StrEnum):
    """How a list is written; CSV has a byte order mark and holds no formula, for spreadsheets."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class TreeFormat(StrEnum):
    """How a cascade is written."""

    TREE = "tree"
    JSON = "json"
    CSV = "csv"


class FiguresFormat(StrEnum):
    """How figures on a cascade are written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class TextFormat(StrEnum):
    """How a document is written."""

    TEXT = "text"
    JSON = "json"


class ReadingFormat(StrEnum):
    """How what is read in a text is written."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


class AnswerFormat(StrEnum):
    """How the answer of a query is written; `ttl` for CONSTRUCT and DESCRIBE."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TTL = "ttl"


class ExportFormat(StrEnum):
    """How the store is written (Turtle holds the facts only), or one cascade (the last four)."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    HTML = "html"


TABLE_HELP = (
    "csv: UTF-8 có BOM, ô giống công thức có dấu ' ở đầu / UTF-8 with BOM, formulas made text."
)
