"""A plain mention regex, frozen: the yardstick that the cost of reading is held against.

It finds printed numbers and nothing else; it is not used by Cascade and is never improved, so that
figures of different days can be compared.
"""

from __future__ import annotations

import re

_TYPE = (
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Quy định|Quyết định|Quy chế|Chương trình(?: hành động)?|"
    r"Kế hoạch|Hướng dẫn|Đề án|Thông báo|Báo cáo|Luật|Nghị định|Thông tư|Công văn|Tờ trình)"
)
_NUMBER = re.compile(
    rf"(?:{_TYPE}\s+)?(?:số\s*:?\s*)?\d{{1,4}}(?:/\d{{4}})?\s*[-–/]\s*"
    r"[A-ZĐa-zđ]{1,6}\s*[/-]\s*[A-ZĐƯ][A-ZĐƯa-zđư]{0,12}(?:-[A-ZĐ]{1,8})?"
)


def mentions(text: str) -> list[tuple[int, int]]:
    """Return where numbers of documents stand."""
    return [found.span() for found in _NUMBER.finditer(text)]
