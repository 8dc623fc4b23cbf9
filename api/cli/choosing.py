"""Options that choose part of a lineage or of a list, shared by the commands that have them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="LOẠI",
        help="Chỉ loại văn bản này, nêu được nhiều lần: “Kế hoạch”, KH / Only of that type.",
    ),
]
Levels = Annotated[
    list[str] | None,
    typer.Option(
        "--level",
        metavar="CẤP",
        help="Chỉ cấp này: central, province, district, commune ... / Only of that level.",
    ),
]
Provinces = Annotated[
    list[str] | None,
    typer.Option(
        "--province",
        metavar="TỈNH",
        help="Chỉ tỉnh, thành phố này và những nơi nhập vào đó; thêm @63 hay @34 cho rõ / "
        "Only of that province and what went into it; @63 or @34 tells namesakes apart.",
    ),
]
Relations = Annotated[
    list[str] | None,
    typer.Option(
        "--relation",
        metavar="QUAN_HỆ",
        help="Chỉ đi theo quan hệ này: implements, continues, guides, basedOn / "
        "Follow only that relation.",
    ),
]
PageNumber = Annotated[
    int | None, typer.Option("--page", min=1, help="Trang thứ mấy / Which page.")
]
Cursor = Annotated[
    str | None,
    typer.Option(
        "--cursor", metavar="CON_TRỎ", help="Tiếp sau trang trước / After the page that gave it."
    ),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", min=1, max=1000, help="Mỗi trang bao nhiêu / How many a page."),
]
Units = Annotated[
    int,
    typer.Option(
        metavar="63|34",
        help="63 đơn vị đến 30-6-2025 hay 34 đơn vị từ 1-7-2025 / "
        "The 63 units until 30 June 2025 or the 34 since.",
    ),
]


class CertaintyChoice(StrEnum):
    """Which relations are walked: all, or only those that a source states plainly."""

    ALL = "all"
    STATED = "stated"


Certainty = Annotated[
    CertaintyChoice,
    typer.Option(
        "--certainty",
        help="stated: chỉ quan hệ nguồn nói rõ, không suy ra / Only what a source states plainly.",
    ),
]


class GroupBy(StrEnum):
    """By what a lineage is counted."""

    LEVEL = "level"
    UNIT = "unit"
    TYPE = "type"


class StaleKind(StrEnum):
    """One of the lists of stale documents."""

    SURELY = "surely"
    POSSIBLY = "possibly"
    PARTLY = "partly"
