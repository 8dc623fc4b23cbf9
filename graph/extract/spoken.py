"""What the sentence before speaks of, which a sentence without a subject goes on about.

`UBND tỉnh ban hành Quyết định A thay thế B. Theo đó, ...`: A. Of several documents it is the one
that is issued there, else the one that the sentence opens with and that acts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from graph.extract.article import Prepared
from graph.extract.cues import cue_before
from graph.extract.mentions import Mention
from graph.extract.purposes import ISSUES
from graph.extract.scopes import Group, groups_of

#: What opens a sentence that goes on about what was issued in the one before.
TAKEN_UP: Final = re.compile(
    r"[\s\-+]*(?:(?:cũng )?theo đó|khi đó|đồng thời|(?P<beside>cùng với đó|cùng lúc)|"
    r"(?:kể )?từ (?:ngày|thời điểm) (?:này|đó|trên|nêu trên)),? (?:(?:cũng|sẽ) )?"
)
_REPLACED_BY = re.compile(r"(?<!\w)(?:bằng|bởi|là) (?:các )?$")
_ACTS = re.compile(
    r",?(?: (?:đã|sẽ|cũng|này|không chỉ|không những|được [^.;,]{3,40})){0,2} (?:lần lượt )?"
    r"(?:thay thế|thay cho|bãi bỏ|sửa đổi|cụ thể hóa|hướng dẫn|có hiệu lực|quy định|"
    r"thực hiện|triển khai|nhằm|để|gồm|nêu|xác định|ra đời|ban hành|xây dựng)(?!\w)"
)
_FEW = 24  # mentions of a sentence that are looked at
_REACH = 160


def lists_in(prepared: Prepared, mentions: Sequence[Mention], start: int, end: int) -> list[Group]:
    """Return the lists of documents cited in a sentence, without those inside titles."""
    low = bisect_left(mentions, start, key=lambda one: one.start)
    high = bisect_left(mentions, end, key=lambda one: one.start)
    places = range(low, min(high, low + _FEW))
    groups = groups_of(prepared.folded.folded, mentions, places)
    return [group for group in groups if group.inside is None]


def spoken_of(
    prepared: Prepared, mentions: Sequence[Mention], denoted: Sequence[str], offset: int
) -> tuple[int, ...]:
    """Return the places of what the sentence before that of an offset issues or is about."""
    here = prepared.sentence(offset)
    if not here.start:
        return ()
    before = prepared.sentence(here.start - 1)
    groups = lists_in(prepared, mentions, before.start, here.start)
    if not groups:
        return ()
    first, text = groups[0], prepared.folded.folded
    one = len({denoted[place] for group in groups for place in group.members}) == 1
    if one and cue_before(prepared.folded.openings, before.start, first.start) is None:
        return first.members[:1]
    issued = [group for group in groups if _issued(prepared, group, before.start)]
    if len(issued) == 1:
        return issued[0].members
    if issued or not _ACTS.match(text, first.end):
        return ()
    return first.members


def _issued(prepared: Prepared, group: Group, start: int) -> bool:
    text = prepared.folded.folded
    begin = max(start, group.start - _REACH)
    return ISSUES.search(text, begin, group.start) is not None or (
        "hiệu lực" in text[begin : group.start]
        and _REPLACED_BY.search(text, begin, group.start) is not None
    )
