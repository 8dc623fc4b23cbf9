"""Lists of citations in a sentence, and what stands inside a title.

A list goes on over commas and "và"; it ends at a bracket, a verb or a new clause. A citation
inside the title of another belongs to it and does not take the verb outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.article import Prepared
from graph.extract.mentions import Kind, Mention
from graph.filling import filled_at_once

_SEPARATOR = re.compile(
    r"\s*(?:\((?:cũ|trước đây)\))?"
    r"(?:[,;]|,?\s?(?:và|cùng|hoặc|hay|rồi|cùng với|cũng như)(?!\w)|;\s?và)?"
    r"\s*(?:của\s)?(?:các|những)?\s*(?:số)?\s*"
)
#: What follows a document behind a semicolon that is the subject of a clause of its own.
OWN_CLAUSE = re.compile(
    r" (?:thay thế|bãi bỏ|hủy bỏ|khai tử|sửa đổi, bổ sung|hết hiệu lực|"
    r"không còn hiệu lực|có hiệu lực|còn hiệu lực|vẫn|tiếp tục|giữ nguyên|cũng|quy định rõ|"
    r"nêu rõ|xác định|đã|đang|bị|được|"
    r"sẽ)(?!\w)"
)
_GROUNDS = re.compile(r"[-+\s]*(?:căn cứ|thực hiện|triển khai thực hiện)(?!\w)")
#: `Cùng với A, B được sửa đổi`: two, not a list.
_BESIDE = ("cùng với ", "bên cạnh ", "ngoài ")
_SEPARATED = 24
_FEW = 6  # lists that may still go on
_CLAUSE = 12  # documents that may share the verb behind the last of them


@filled_at_once
@dataclass(frozen=True, slots=True)
class Group:
    """A list of citations: places of its members among the mentions, and where it lies.

    `inside` is the place of the mention whose title holds the list, None for the clause itself.
    """

    members: tuple[int, ...]
    start: int
    end: int
    inside: int | None


def groups_of(text: str, mentions: Sequence[Mention], places: Sequence[int]) -> list[Group]:
    """Return the lists among the mentions of one sentence, in order."""
    members: list[list[int]] = []  # of each list, which may be as long as the text
    ends = _clause_ends(text, mentions, places)
    insides: list[int | None] = []
    holders: list[int] = []
    for place in places:
        mention = mentions[place]
        while holders and not _holds(mentions[holders[-1]], mention):
            holders.pop()
        inside = holders[-1] if holders else None
        before = _latest(insides, inside)
        if before is not None and _goes_on(text, mentions[members[before][-1]], mention, ends):
            members[before].append(place)
        else:
            members.append([place])
            insides.append(inside)
        holders.append(place)
    return [
        Group(tuple(of), mentions[of[0]].start, mentions[of[-1]].tail, inside)
        for of, inside in zip(members, insides, strict=True)
    ]


def _latest(insides: Sequence[int | None], inside: int | None) -> int | None:
    """Return which of the last few lists lies in a title, or in the clause itself."""
    few = range(len(insides) - 1, max(0, len(insides) - _FEW) - 1, -1)
    return next((at for at in few if insides[at] == inside), None)


def _holds(outer: Mention, inner: Mention) -> bool:
    if outer.kind is Kind.NAMED:
        return inner.end <= outer.end
    return bool(outer.title) and outer.title_start <= inner.start < outer.tail


def _clause_ends(text: str, mentions: Sequence[Mention], places: Sequence[int]) -> dict[int, int]:
    """Return where the list without a semicolon ends that opens at the start of each mention.

    `thay thế A; các Quyết định B, C hết hiệu lực`: the verb stands behind the last one.
    """
    ends: dict[int, int] = {}
    after: Mention | None = None
    reach, listed = 0, 0
    for place in reversed(places):
        mention = mentions[place]
        tail = max(mention.tail, mention.end)
        between = text[tail : after.start] if after is not None and after.start >= tail else ";"
        joined = ";" not in between and _joins(between) and listed < _CLAUSE
        reach, listed = (reach, listed + 1) if joined else (tail, 0)
        ends[mention.start] = reach
        after = mention
    return ends


def _joins(between: str) -> bool:
    return (
        len(between) < _SEPARATED
        and _SEPARATOR.fullmatch(between) is not None
        and between.strip() != ""
    )


def _goes_on(text: str, last: Mention, mention: Mention, ends: dict[int, int]) -> bool:
    if mention.kind is Kind.ANAPHOR and mention.start == last.start:
        return True  # "hai nghị quyết trên"
    between = text[max(last.tail, last.end) : mention.start]
    if between == ", " and text.endswith(_BESIDE, 0, last.start):
        return False
    if ";" in between and OWN_CLAUSE.match(text, ends[mention.start]):
        return False
    return _joins(between)


def in_grounds(prepared: Prepared, offset: int) -> bool:
    """Tell whether the sentence there lists grounds: `Căn cứ A sửa đổi B; C hướng dẫn D`."""
    start = prepared.sentence(offset).start
    return _GROUNDS.match(prepared.folded.folded, start) is not None
