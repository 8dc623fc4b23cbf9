"""Words of document types in a text, and the types that a printed code can stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.extract.openings import Opened, Openings, opened_by
from graph.extract.text import folded
from graph.filling import filled_at_once
from ontology import lexicon

#: Types that are never cited as documents of the record.
_LEFT_OUT = {"giấy", "phiếu", "thư", "hợp", "bản", "lời", "tuyên", "lệnh", "biên", "sắc"}
_MISSPELT = {
    "chí thị": "Chỉ thị",
    "chỉ thi": "Chỉ thị",
    "chĩ thị": "Chỉ thị",
    "chi thị": "Chỉ thị",
    "nghị quyêt": "Nghị quyết",
    "nghi quyết": "Nghị quyết",
    "nghị quyềt": "Nghị quyết",
    "kêt luận": "Kết luận",
    "kết luân": "Kết luận",
    "kế hoach": "Kế hoạch",
    "quyết đinh": "Quyết định",
    "quyêt định": "Quyết định",
    "quyềt định": "Quyết định",
    "thông báo kết luận": "Thông báo",
    "hướng dẫn liên ngành": "Hướng dẫn",
    "qui định": "Quy định",
    "qui chế": "Quy chế",
    "thông tư liên tich": "Thông tư liên tịch",
    "luật sửa đổi": "Luật",
    "cthđ": "Chương trình hành động",
}
#: What the code says when no word does; QĐ says nothing.
_OF_CODE = {
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "TB": "Thông báo",
    "KH": "Kế hoạch",
    "HD": "Hướng dẫn",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "CTR": "Chương trình",
    "CTHĐ": "Chương trình hành động",
    "BC": "Báo cáo",
    "TTR": "Tờ trình",
    "ĐA": "Đề án",
    "CV": "Công văn",
    "QC": "Quy chế",
    "TTLT": "Thông tư liên tịch",
    "VBHN": "Văn bản hợp nhất",
    "CĐ": "Công điện",
}


@filled_at_once
@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word in the text, with the type it names."""

    start: int
    end: int
    type_vi: str


def find_type_words(text: Openings) -> list[TypeWord]:
    """Return the words of types in a text, the longest where several fit."""
    names, pattern = _pattern()
    return [
        TypeWord(found.start(), found.end(), names[" ".join(found[0].split())])
        for found in pattern.finditer(text)
    ]


def type_of_code(code: str | None, state: bool) -> str | None:
    """Return the type a printed code stands for when no word says it."""
    if code is None:
        return None
    upper = code.upper().replace(".", "")
    if upper == "QĐ":
        return "Quyết định" if state else None
    if upper == "TT" and not state:
        return "Thông tri"
    return _OF_CODE.get(upper)


@cache
def type_names() -> Mapping[str, str]:
    """Return the types that are cited by every spelling of their names, folded."""
    names = {
        folded(row.vi): row.vi
        for row in lexicon.DOCUMENT_TYPES
        if folded(row.vi).split()[0] not in _LEFT_OUT
    } | _MISSPELT
    names["chương trình đột phá"] = "Chương trình đột phá"
    return names


@cache
def _pattern() -> tuple[Mapping[str, str], Opened]:
    names = type_names()
    spelt = (
        r"\s{1,2}".join(map(re.escape, name.split()))
        for name in sorted(names, key=len, reverse=True)
    )
    return names, opened_by(spelt, r"\w", "[-/]", behind=r"(?:(?![^\W\d_])|(?=số ?\d))")
