"""A body named by its head: `của Bộ trưởng Bộ Y tế`, `Chủ tịch UBND tỉnh ban hành D`.

What the head of a body issues in office bears the number of that body.
"""

from __future__ import annotations

import re

_POSTS = (
    r"(?:(?:phó )?(?:chủ tịch|giám đốc|tổng giám đốc|thống đốc|chánh án|viện trưởng)|bộ trưởng|"
    r"thứ trưởng|chủ nhiệm) "
)
_HEAD = re.compile(_POSTS)
_IS_HEAD = re.compile(rf"(?<!\w){_POSTS}$")
_LONGEST = 24


def past_head(text: str, at: int) -> int:
    """Return where the body begins whose head is named at an offset, else the offset."""
    found = _HEAD.match(text, at)
    return found.end() if found else at


def head_before(text: str, at: int) -> int:
    """Return where the post of the head begins of the body at an offset, else the offset."""
    found = _IS_HEAD.search(text, max(0, at - _LONGEST), at)
    return found.start() if found else at
