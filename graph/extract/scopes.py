"""Lists of citations in a sentence, and what stands inside a title.

A list goes on over commas and "và"; it ends at a bracket, a verb or a new clause. A citation
inside the title of another belongs to it and does not take the verb outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.mentions import Kind, Mention

_SEPARATOR = re.compile(
    r"\s*(?:[,;]|,?\s?(?:và|cùng|hoặc|hay|cùng với)(?!\w)|;\s?và)?\s*(?:các|những)?\s*(?:số)?\s*"
)


_SEPARATED = 24


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
    groups: list[Group] = []
    holders: list[int] = []
    for place in places:
        mention = mentions[place]
        while holders and not _holds(mentions[holders[-1]], mention):
            holders.pop()
        inside = holders[-1] if holders else None
        before = next((group for group in reversed(groups[-6:]) if group.inside == inside), None)
        if before is not None and _goes_on(text, mentions, before, mention):
            at = groups.index(before, max(0, len(groups) - 6))
            groups[at] = Group((*before.members, place), before.start, mention.tail, inside)
        else:
            groups.append(Group((place,), mention.start, mention.tail, inside))
        holders.append(place)
    return groups


def _holds(outer: Mention, inner: Mention) -> bool:
    if outer.kind is Kind.NAMED:
        return inner.end <= outer.end
    return bool(outer.title) and outer.title_start <= inner.start < outer.tail


def _goes_on(text: str, mentions: Sequence[Mention], group: Group, mention: Mention) -> bool:
    last = mentions[group.members[-1]]
    between = text[max(last.tail, last.end) : mention.start]
    return (
        len(between) < _SEPARATED
        and _SEPARATOR.fullmatch(between) is not None
        and between.strip() != ""
    )
