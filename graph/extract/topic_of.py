"""A verb with its list that is but what a clause speaks of: `Bãi bỏ A là kiến nghị của cử tri`."""

from __future__ import annotations

import re
from typing import Final

_IS: Final = re.compile(r",? (?:cũng |chỉ |mới |hoàn toàn |không phải |chính )?là ")
# Behind a comma or `đây` another clause speaks of what is done: `bãi bỏ A, đây là yêu cầu chung`.
_SAID: Final = re.compile(
    r"(?:(?!,? (?:đây|này|đó|vì|bởi|do|nhằm|để|khi) )[^.,;:\n]){0,120}(?<!\w)là "
    r"(?:một |những |nội dung |điều )?(?:đề nghị|đề xuất|kiến nghị|ý kiến|yêu cầu|nguyện vọng|"
    r"mong muốn|cần thiết|phù hợp|trái|đúng|sai)(?!\w)"
)


def is_topic(text: str, end: int, tail: int) -> bool:
    """Tell whether what a list is told of stands behind it: then nothing is done to the list.

    `end` = where its last citation ends in folded text, `tail` = where the title of that ends.
    """
    if _IS.match(text, end) or _SAID.match(text, end):
        return True
    return _SAID.match(text, max(end, tail)) is not None
