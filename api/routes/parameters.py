"""Parameters that questions of the JSON API share: by the names of the command's options."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator

from api.routes.asking import LONGEST
from graph.model import Level

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
MOST = 200  # rows of a page


def _iso(written: object) -> object:
    """Refuse what is no day as written in ISO 8601; pydantic would take numbers too."""
    if isinstance(written, str) and not _DAY.fullmatch(written):
        raise ValueError("ngày viết năm-tháng-ngày / a day is written YYYY-MM-DD")
    return written


def _of_our_time(day: date) -> date:
    """Refuse days of no document: with them the days around could not be reckoned any more."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        told = f"{_FIRST_YEAR}-{_LAST_YEAR}"
        raise ValueError(f"năm phải trong khoảng {told} / the year must be within {told}")
    return day


IsoDay = Annotated[date, BeforeValidator(_iso), AfterValidator(_of_our_time)]


class Direction(StrEnum):
    """Down to what rests on a document, or up to what it rests on."""

    DOWN = "down"
    UP = "up"


class Certainty(StrEnum):
    """Which relations are walked: all, or only those that a source states plainly."""

    ALL = "all"
    STATED = "stated"


class Related(StrEnum):
    """Relations of lineage by local name."""

    IMPLEMENTS = "implements"
    CONTINUES = "continues"
    GUIDES = "guides"
    BASED_ON = "basedOn"


class Units(StrEnum):
    """The 63 units until 30 June 2025, or the 34 since."""

    BEFORE = "63"
    TODAY = "34"


Words = Annotated[
    str,
    Query(
        max_length=LONGEST,
        description="số hoặc từ, không cần dấu / a number or words, tone marks optional",
        examples=["nghi quyet 57"],
    ),
]
Doc = Annotated[
    str,
    Query(
        min_length=1,
        max_length=LONGEST,
        description="số, tên gọi hoặc địa chỉ, thêm @khóa, @năm, @tỉnh cho rõ / "
        "number, alias or address, made precise by @term, @year, @province",
        examples=["57-NQ/TW"],
    ),
]
Types = Annotated[
    list[str],
    Query(
        alias="type",
        max_length=20,
        description="chỉ loại văn bản này / only documents of that type",
        examples=[["Kế hoạch"]],
    ),
]
Levels = Annotated[
    list[Level],
    Query(alias="level", description="chỉ cấp này / only of that level", examples=[["province"]]),
]
Provinces = Annotated[
    list[str],
    Query(
        alias="province",
        max_length=20,
        description="chỉ tỉnh, thành phố này và nơi nhập vào đó; @63 hay @34 cho rõ / "
        "only of that province and what went into it; @63 or @34 tells namesakes apart",
        examples=[["Hà Nội"]],
    ),
]
Relations = Annotated[
    list[Related],
    Query(
        alias="relation",
        description="chỉ đi theo quan hệ này / follow only that relation",
        examples=[["implements"]],
    ),
]
Sure = Annotated[
    Certainty,
    Query(
        description="stated: chỉ quan hệ nguồn nói rõ / only what a source states plainly",
        examples=["stated"],
    ),
]
UnitsOf = Annotated[
    Units,
    Query(
        description="63 đơn vị đến 30-6-2025 hay 34 đơn vị từ 1-7-2025 / "
        "the 63 units until 30 June 2025 or the 34 since",
        examples=["34"],
    ),
]
InForce = Annotated[
    bool,
    Query(
        description="chỉ văn bản còn hiệu lực / only what is in force",
        examples=[True],
    ),
]
Depth = Annotated[
    int | None,
    Query(ge=1, le=50, description="mấy tầng; bỏ trống: tất cả / steps, else all", examples=[2]),
]
Way = Annotated[
    Direction,
    Query(
        description="down: xuống địa phương; up: lên căn cứ / down, or up to its bases",
        examples=["down"],
    ),
]
On = Annotated[
    IsoDay | None,
    Query(
        description="vào ngày này; bỏ trống là hôm nay / on that day, else today",
        examples=["2026-01-15"],
    ),
]
AsOf = Annotated[
    IsoDay | None,
    Query(
        description="tính đến ngày; bỏ trống là mọi điều đã biết / as of that day, else all known",
        examples=["2025-06-30"],
    ),
]
Limit = Annotated[
    int, Query(ge=1, le=MOST, description="mỗi trang bao nhiêu / rows of a page", examples=[20])
]
Cursor = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=600,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="`next` của trang trước; chỉ dùng cho câu hỏi và thế hệ ấy / "
        "`next` of the page before; good for that question and generation only",
        examples=["m3ZP1k7yQdbZMi41MA"],
    ),
]
WithEvidence = Annotated[
    bool,
    Query(
        description="kèm nguồn và câu trích / with sources and quotes",
        examples=[False],
    ),
]
